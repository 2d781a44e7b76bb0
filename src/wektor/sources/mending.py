"""Printed lines made running text: hyphens at line ends undone, wrapped lines joined, running heads dropped, all with a
map back to the text as printed."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import msgspec

from wektor.sources.results import Edit

_HYPHENS: Final = "-\u00ad\u2010\ufffe"
_SOFT: Final = "\u00ad\ufffe"
_BREAK: Final = re.compile(rf"(?<=[^\W_])([{_HYPHENS}])\n(?=\w)|([{_SOFT}])|\n")
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_TAIL: Final = re.compile(r"[^\W_]+\Z")
_HEAD: Final = re.compile(r"[^\W_]+")
_BULLET: Final = re.compile(r"\s*(?:[•▪‣◦*–—-]\s|\(?\d{1,3}[.)]\s)")
_FULL: Final = 0.7
_COMMON: Final = 3


class Mended(msgspec.Struct, frozen=True):
    """Running text, the offsets at which its pages begin, and the edits that lead back to the printed text."""

    text: str
    pages: tuple[int, ...]
    edits: tuple[Edit, ...]


def mend(printed: Sequence[str]) -> Mended:
    """Running text of printed pages. The printed text that ``edits`` lead to is the pages joined by line feeds."""
    raw = "\n".join(printed)
    starts = [0]
    for page in printed[:-1]:
        starts.append(starts[-1] + len(page) + 1)
    cuts = _running_heads(printed, starts) + _breaks(raw, _width(raw))
    return _apply(raw, sorted(cuts), starts)


def _apply(raw: str, cuts: list[tuple[int, int, str]], starts: list[int]) -> Mended:
    """``cuts`` are ranges of ``raw`` with what takes their place; one inside another gives way."""
    pieces: list[str] = []
    edits: list[Edit] = []
    pages: list[int] = []
    at = length = 0
    for lo, hi, instead in [*cuts, (len(raw), len(raw), "")]:
        if lo < at:
            continue
        while len(pages) < len(starts) and starts[len(pages)] <= lo:
            pages.append(length + max(0, starts[len(pages)] - at))
        pieces += (raw[at:lo], instead)
        length += lo - at + len(instead)
        at = hi
        if hi - lo != len(instead):
            edits.append(Edit(length, hi))
    pages += [length] * (len(starts) - len(pages))
    return Mended("".join(pieces), tuple(pages), tuple(edits))


def _width(raw: str) -> int:
    """The length of a full line: what one line in ten exceeds."""
    lengths = sorted(len(line) for line in raw.split("\n") if line.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _breaks(raw: str, width: int) -> list[tuple[int, int, str]]:
    words = {word.lower() for word in _WORD.findall(raw)}
    found = []
    line = 0
    for match in _BREAK.finditer(raw):
        if match.group() == "\n":
            instead = " " if _wrapped(raw, line, match.start(), width) else "\n"
        else:
            instead = _joint(raw, match, words)
        if instead != match.group():
            found.append((match.start(), match.end(), instead))
        line = match.end() if match.group().endswith("\n") else line
    return found


def _wrapped(raw: str, line: int, end: int, width: int) -> bool:
    """Whether a line that ends here goes on in the next one."""
    following = raw[end + 1 : end + 40]
    if end - line < _FULL * width or not following.strip() or following[0] == "\n" or _BULLET.match(following):
        return False
    return width > 20 and raw[line:end].strip() != ""


def _joint(raw: str, match: re.Match[str], words: set[str]) -> str:
    """What stands for a hyphen at a line's end: nothing inside a word, a hyphen in a compound or a designation."""
    before = _TAIL.search(raw[max(0, match.start() - 40) : match.start()])
    after = _HEAD.match(raw[match.end() : match.end() + 40])
    if not before or not after:
        return "" if match.group()[0] in _SOFT else match.group()
    left, right = before.group(), after.group()
    joined, compound = f"{left}{right}".lower(), f"{left}-{right}".lower()
    inside = left[-1].isalpha() and right[0].islower() and (joined in words or compound not in words)
    return "" if inside or match.group()[0] == "\u00ad" else "-"


def _running_heads(printed: Sequence[str], starts: Sequence[int]) -> list[tuple[int, int, str]]:
    """First and last lines that come again on at least half of the pages (but for their numbers), and bare page numbers."""
    edges = [edge for page, start in zip(printed, starts, strict=True) for edge in _edges(page, start)]
    counts = Counter(key for _, _, key in edges)
    enough = max(_COMMON, len(printed) // 2)
    return [(lo, hi, "") for lo, hi, key in edges if counts[key] >= enough or (key == "#" and len(printed) > 1)]


def _edges(page: str, start: int) -> list[tuple[int, int, str]]:
    lines = page.split("\n")
    if len(lines) < _COMMON:
        return []
    first, last = lines[0], lines[-1]
    return [
        (start, start + len(first) + 1, re.sub(r"\d+", "#", first.strip())),
        (start + len(page) - len(last), start + len(page), re.sub(r"\d+", "#", last.strip())),
    ]
