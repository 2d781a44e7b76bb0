"""Designations of equipment taken apart: words, and the code of letters and numbers that must agree exactly."""

import re
from functools import lru_cache

import msgspec
from rapidfuzz.distance import JaroWinkler

from wektor.model.register import MergeExplanation, Reason
from wektor.resolve.scripts import latin, sound, stem

_PIECE = re.compile(r"[^\W_]+", re.UNICODE)
_SEVERAL = re.compile(r"(\w*\d\w*)s")  # "F-16s", "Mi-35Ms": several of a type
_CALIBRE = re.compile(r"\d+(?:mm|мм)", re.IGNORECASE)
_RUNS = re.compile(r"\d+|[a-z]+")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_TITLES = ("II", "III", "IV")
_SAME_SOUND = 0.9


class Designation(msgspec.Struct, frozen=True):
    """``words`` by sound ("wing", "loong"); ``code`` the letters and numbers in order ("tb", "2"); ``numbers`` of it."""

    text: str
    words: tuple[str, ...]
    code: tuple[str, ...]

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers alone, which must agree."""
        return tuple(c for c in self.code if c.isdigit())

    @property
    def tail(self) -> tuple[str, ...]:
        """The code from its first number on: what tells variants apart ("16", "c" of F-16C); all of it without numbers."""
        at = next((i for i, c in enumerate(self.code) if c.isdigit()), 0)
        return self.code[at:]

    @property
    def key(self) -> str:
        """The plain form: code and words without spaces or marks."""
        return "".join((*self.words, *self.code))


def bare(text: str) -> str:
    """The designation without the plain words around it: "Su-30SM" of "myśliwcach Su-30SM" and of "Su-30SM fighters"."""
    words = text.split()
    told = [i for i, word in enumerate(words) if any(c.isupper() or c.isdigit() for c in word)]
    return " ".join(words[told[0] : told[-1] + 1]) if told else text


@lru_cache(maxsize=131072)
def take_apart(text: str) -> Designation:
    """``Wing Loong II`` -> words wing, loong, code 2; ``Байрактар ТБ2`` -> word bairaktar, code tb 2."""
    pieces = [several[1] if (several := _SEVERAL.fullmatch(p)) and not several[1][-1].islower() else p for p in _PIECE.findall(text)]
    words: list[str] = []
    code: list[str] = []
    for i, piece in enumerate(pieces):
        if i and _CALIBRE.fullmatch(piece):  # "K-9 Thunder 155mm": the barrel's width tells no variant
            continue
        plain = _ROMAN.get(piece.lower(), "") if i and piece.isupper() and not any(c.isdigit() for c in code) else ""
        if i and piece in _TITLES and code and words:  # "F-35A Lightning II": the nickname's number, not the type's
            continue
        runs = _RUNS.findall(plain or latin(piece))
        if len(runs) > 1 or any(r.isdigit() for r in runs) or _short(piece, pieces, i):
            code += (_number(r) for r in runs)
        elif runs:
            words.append(stem(piece) if len(piece) > 5 else sound(piece))
    return Designation(text, tuple(w for w in words if w), tuple(_roman_tail(code)))


def _short(piece: str, pieces: list[str], i: int) -> bool:
    """Letters that belong to a code: "T" of "T-72", "TB" of "TB-2", "S" of "Anka-S"."""
    beside = i + 1 < len(pieces) and (any(c.isdigit() for c in pieces[i + 1]) or pieces[i + 1] in ("II", "III", "I"))
    return len(piece) <= 3 and piece.isupper() and (beside or (i > 0 and len(piece) <= 2))


def _number(run: str) -> str:
    return (run.lstrip("0") or "0") if run.isdigit() else run


def _roman_tail(code: list[str]) -> list[str]:
    """ "TB-II" is "TB2": a roman number that closes a code without other numbers is one."""
    if len(code) > 1 and not any(c.isdigit() for c in code) and code[-1] in ("ii", "iii", "iv"):
        return [*code[:-1], _ROMAN[code[-1]]]
    return code


def compare_designations(a: Designation, b: Designation) -> MergeExplanation:
    """Whether two designations mean one type: codes exactly, words by sound."""
    if a.code and b.code:
        return _by_code(a, b)
    alike = _words_alike(a.words, b.words)
    if not alike or not (a.words and b.words):
        return _told(a, b, "different", 0.0, Reason("words", "nothing in common", -1.0))
    if a.code or b.code:
        whole = "".join(a.code or b.code)
        return _told(a, b, "unsure", 0.7, Reason("code", f"only one says which: {whole}", -0.2))
    same = len(a.words) == len(b.words) and alike == len(a.words)
    reason = Reason("words", "the same words" if same else "one has more words", alike / max(len(a.words), len(b.words)))
    return _told(a, b, "same" if same else "unsure", 1.0 if same else 0.7, reason)


def _by_code(a: Designation, b: Designation) -> MergeExplanation:
    codes = "".join(a.code), "".join(b.code)
    if codes[0] != codes[1]:
        words = f"codes differ: {codes[0].upper()}, {codes[1].upper()}"
        return _told(a, b, "different", 0.0, Reason("code", words, -1.0))
    reason = Reason("code", f"same code: {codes[0].upper()}", 0.6)
    bare = len(a.code) == 1 and a.code[0].isdigit()
    if not a.words or not b.words:
        return _told(a, b, "unsure" if bare else "same", 0.7 if bare else 0.9, reason)
    if _words_alike(a.words, b.words):
        return _told(a, b, "same", 1.0, reason, Reason("words", "words agree", 0.4))
    if bare:
        return _told(a, b, "different", 0.0, Reason("words", f"words differ: {' '.join(a.words)}, {' '.join(b.words)}", -1.0))
    return _told(a, b, "unsure", 0.7, reason, Reason("words", "other words beside the same code", -0.3))


def own_words(a: Designation, b: Designation) -> bool:
    """Whether two share a word and each has another one besides: "Ejder Yalçın", "Ejder Kunter"."""
    common = {w for w in a.words for v in b.words if _alike(w, v)}
    return bool(common) and len(common) < min(len(a.words), len(b.words))


def _alike(w: str, v: str) -> bool:
    return w == v or (min(len(w), len(v)) > 3 and JaroWinkler.normalized_similarity(w, v) >= _SAME_SOUND)


def _words_alike(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """How many words of the shorter find their like in the longer; 0 unless all do."""
    short, long = sorted((a, b), key=len)
    found = sum(any(_alike(w, v) for v in long) for w in short)
    return found if found == len(short) else 0


def _told(a: Designation, b: Designation, verdict: str, score: float, *reasons: Reason) -> MergeExplanation:
    return msgspec.convert({"left": a.text, "right": b.text, "verdict": verdict, "score": score, "reasons": reasons}, MergeExplanation)
