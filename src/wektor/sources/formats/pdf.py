"""Papers: pypdfium2 gives the text of each page, whose lines are then made running text."""

import re
from typing import Any, Final

from wektor.sources.limits import Limits, Refused
from wektor.sources.mending import mend
from wektor.sources.parsed import Article
from wektor.sources.raw import About

_MACHINE_TITLE: Final = re.compile(r"^(?:microsoft \w+ - .*|untitled|document\d*|.*\.(?:docx?|pdf|indd|qxd|rtf))$", re.IGNORECASE)
_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD


def parse_pdf(data: bytes, about: About, limits: Limits) -> Article:
    """The running text of a paper and where its pages begin. Raises Refused for encrypted, over-long and textless ones."""
    import pypdfium2

    try:
        paper = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        locked = code == _PASSWORD or "password" in str(error).lower()
        raise Refused("is encrypted; save it without a password" if locked else "is a broken PDF") from None
    try:
        return _article(paper, limits)
    finally:
        paper.close()


def _article(paper: Any, limits: Limits) -> Article:
    if len(paper) > limits.pages:
        raise Refused(f"has {len(paper)} pages, more than {limits.pages}; cut it into parts")
    mended = mend(_printed(paper, limits))
    if not mended.text.strip():
        raise Refused("has no text; a scan must be recognised (OCR) first")
    facts = paper.get_metadata_dict()
    title = (facts.get("Title") or "").strip()
    return Article(
        text=mended.text, title=title if title and not _MACHINE_TITLE.match(title) else None,
        author=(facts.get("Author") or "").strip() or None, pages=mended.pages, edits=mended.edits,
    )  # fmt: skip


def _printed(paper: Any, limits: Limits) -> list[str]:
    pages: list[str] = []
    size = 0
    for number in range(len(paper)):
        page = paper[number]
        text = page.get_textpage()
        pages.append(_plain(text.get_text_range()))
        text.close()
        page.close()
        size += len(pages[-1])
        if size > limits.document // 4:
            raise Refused(f"has more than {limits.document // 4 >> 20} million characters")
    return pages


def _plain(text: str) -> str:
    """Line ends as line feeds, PDFium's two marks of a hyphen at a line's end as one, no stray controls."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x02", "\ufffe").replace("\0", " ")
    return text.rstrip("\n")
