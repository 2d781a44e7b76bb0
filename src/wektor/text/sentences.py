"""Sentence ends: full stops that are no abbreviation, line breaks that are no wrapped line."""

import re
from collections.abc import Collection
from typing import Final

_END: Final = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)|\n\s*", re.DOTALL)
_NEXT: Final = re.compile(r"[\s\"'“”„«»(\[–—-]*")
_LAST: Final = re.compile(r"([^\s(„“\"]+)\Z")
_FIGURE: Final = re.compile(r"(\w*)\s*\b\d{1,3}\Z")
_WORD: Final = re.compile(r"\s+(\w+)")
_LISTED: Final = re.compile(r"(?:[-–—]\s*)?\d+(?:[., ]\d+)*\s+[^\W\d]")  # "24 lorries", a counted member of a list; "2. Any other business" is none
_GOES_ON: Final = (",", ";", ":")
_PARTS: Final = ",;:(–—"  # where a part of a sentence begins
_YEAR: Final = re.compile(r"\d{4} \w+\Z")
_FAR: Final = 120  # characters
_LEAD: Final = 6  # words of a time that leads a clause: "w drugiej połowie maja 2022 r."
_MAX: Final = 800


def split_sentences(
    text: str, inner: Collection[str], final: Collection[str], openers: Collection[str], numbered: Collection[str] = (), joiners: Collection[str] = ()
) -> list[tuple[int, int]]:
    """Ranges ``(lo, hi)`` of the sentences of ``text``, trimmed of white space, none empty.

    ``inner`` abbreviations never end a sentence ("gen."), ``final`` ones may ("r."), if a capital follows and, where the
    abbreviation is of capitals ("U.S."), the next word is one of ``openers`` ("The"). Beside a ``numbered`` word a figure with
    a full stop is an ordinal ("5. Brigade"). ``joiners`` join clauses ("…, and in 2018 …"). Words are given without full stop.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if _ends(text, start, match, inner, final, openers) and not _ordinal(text, match, numbered) and not _leads(text, start, match, final, openers, joiners):
            _add(found, text, start, match.end())
            start = match.end()
    _add(found, text, start, len(text))
    return found


def _ends(text: str, start: int, match: re.Match[str], inner: Collection[str], final: Collection[str],
          openers: Collection[str]) -> bool:  # fmt: skip
    mark = match.group()
    following = _NEXT.match(text, match.end())
    after = following.end() if following else match.end()
    char = text[after : after + 1]
    if mark[0] == "\n":
        if _LISTED.match(text, match.end()) and text[match.start() - 1 : match.start()] in _GOES_ON:
            return False
        return mark.count("\n") > 1 or not char.islower() or text[match.start() - 1 : match.start()] in ".!?:;"
    if char.islower():
        return False
    if mark[0] != "." or len(mark.rstrip("\"'”’»)]")) > 1:
        return True
    return not _abbreviated(text, start, match.start(), after, inner, final, openers)


def _abbreviated(text: str, start: int, stop: int, after: int, inner: Collection[str], final: Collection[str],
                 openers: Collection[str]) -> bool:  # fmt: skip
    last = _LAST.search(text, max(start, stop - 24), stop)
    if not last:
        return False
    word = last.group(1)
    if word in inner or word.lower() in inner or (len(word) == 1 and word.isupper()):
        return True
    following = re.match(r"\w+", text[after : after + 20])
    if "." in word and word.replace(".", "").isupper():
        return not (following and following.group() in openers)
    if word.isdigit() and len(word) <= 2:
        return bool(following) and text[after : after + 1].isdigit()
    if word in final and text[stop + 1 : after].lstrip()[:1] == "(":
        return True  # "Heavy Industries Co. (KHI)"
    if word in final and text[after : after + 1].isupper():
        return start < stop - 1 and len(text[start:stop].split()) <= 4  # "W maju 2022 r. Polska …"
    return word in final


def _leads(text: str, start: int, match: re.Match[str], final: Collection[str], openers: Collection[str],
           joiners: Collection[str]) -> bool:  # fmt: skip
    """Whether the full stop is that of a year which leads a clause: "W drugiej połowie 2022 r. Polska …", "…, a w 2018 r. Turcja …"."""
    said = text[max(start, match.start() - _FAR) : match.start()]
    if match.group() != "." or not _YEAR.search(said) or said.rpartition(" ")[2] not in final:
        return False
    cut = max(map(said.rfind, _PARTS))
    if cut < 0 and match.start() - start > _FAR:
        return False
    words = said[cut + 1 :].split()
    joined = bool(words) and words[0] in joiners
    if cut >= 0 and said[cut] == "," and not joined:
        return False
    return 1 < len(words) - joined <= _LEAD and words[joined].capitalize() in openers


def _ordinal(text: str, match: re.Match[str], numbered: Collection[str]) -> bool:
    """Whether the full stop makes an ordinal of the figure before it, as the word before or behind tells."""
    if not numbered or match.group() != "." or not text[match.start() - 1 : match.start()].isdigit():
        return False
    before, behind = _FIGURE.search(text, max(0, match.start() - 24), match.start()), _WORD.match(text, match.end())
    return before is not None and (before[1].lower() in numbered or (behind is not None and behind[1].lower() in numbered))


def _add(found: list[tuple[int, int]], text: str, lo: int, hi: int) -> None:
    piece = text[lo:hi]
    lo += len(piece) - len(piece.lstrip())
    hi = lo + len(piece.strip())
    while hi - lo > _MAX:  # a line without an end: cut at a space, so that time stays linear
        cut = text.rfind(" ", lo + _MAX // 2, lo + _MAX)
        cut = cut if cut > 0 else lo + _MAX
        found.append((lo, cut))
        lo = cut
    if hi > lo:
        found.append((lo, hi))
