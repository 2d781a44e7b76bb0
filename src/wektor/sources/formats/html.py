"""Web pages: trafilatura finds the main text and what the page says of itself."""

import re
from typing import Final

from wektor.sources.decoding import decode
from wektor.sources.limits import Limits, Refused
from wektor.sources.parsed import Article
from wektor.sources.raw import About

LARGEST: Final = 16 << 20
_TAG: Final = re.compile(rb"<(?:(!--)|(/)?([a-zA-Z][a-zA-Z0-9:-]*)[^<>]*)")
_COMMENT_END: Final = re.compile(rb"-->")
_RAW: Final = {
    name: re.compile(rb"</" + name, re.IGNORECASE) for name in (b"script", b"style", b"textarea", b"title", b"template")
}
_OPEN_ENDED: Final = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th tbody thead "
    b"tfoot colgroup rt rp".split()
)
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([a-zA-Z0-9_-]+)", re.IGNORECASE)


def parse_html(data: bytes, about: About, limits: Limits) -> Article:
    """The main text of a page, with title, author, publisher and day. Raises Refused where it has none."""
    if len(data) > min(LARGEST, limits.document):
        raise Refused(f"is a page of more than {min(LARGEST, limits.document) >> 20} MB")
    if deepest(data, limits.depth) > limits.depth:
        raise Refused(f"is nested more than {limits.depth} elements deep")
    return extract(_decoded(data, about.charset), about.url)


def extract(html: str, url: str | None, *, whole: bool = False) -> Article:
    """The main text of decoded HTML; ``whole`` keeps as much as it can, for letters and feeds. Raises Refused."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        html, url=url, with_metadata=True, include_comments=False, favor_recall=whole,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )  # fmt: skip
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise Refused("has no main text that could be found")
    day = found.date if found.date and _DAY.fullmatch(found.date) else None
    return Article(
        text=found.text or "", title=found.title or None, author=found.author or None,
        publisher=found.sitename or None, published=day, url=found.url or None, lang=_language(found.language),
    )  # fmt: skip


def deepest(data: bytes, enough: int) -> int:
    """How deep elements stand in each other, counted no further than just past ``enough``; end tags that may be left
    out count nothing. A parser in C would go down one frame of its stack for each."""
    depth = most = at = 0
    while (match := _TAG.search(data, at)) and most <= enough:
        at = match.end()
        comment, closing, name = match.groups()
        name = (name or b"").lower()
        if comment:
            at = _past(data, _COMMENT_END, at)
        elif name in _RAW and not closing:
            at = _past(data, _RAW[name], at)
        elif name not in _OPEN_ENDED and not match.group().endswith(b"/"):
            depth = max(0, depth - 1) if closing else depth + 1
            most = max(most, depth)
    return most


def _past(data: bytes, mark: re.Pattern[bytes], at: int) -> int:
    found = mark.search(data, at)
    return found.end() if found else len(data)


def _decoded(data: bytes, charset: str | None) -> str:
    declared = _CHARSET.search(data[:4096])
    text = decode(data, charset or (declared.group(1).decode("ascii") if declared else None))
    if text is None:
        raise Refused("is no text")
    return text


def _language(code: str | None) -> str | None:
    return code[:2].lower() if code and re.fullmatch(r"[A-Za-z]{2}([-_].*)?", code) else None
