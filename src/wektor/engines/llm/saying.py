"""What a model says that words mean, against what they are read as. Where the two differ, the model's word is put on trial."""

import math
import re
from collections.abc import Sequence

import msgspec

from wektor.engines.llm.reading import Desk
from wektor.model import Actor, Document, Edtf, Filler, Money, Quantity, Span

_FIGURE = re.compile(r"\d[\d\s,_]*(?:\.\d+)?")
_CURRENCY = re.compile(r"\b[A-Z]{3}\b|[$€£¥₺₽₴]")
_CODE = re.compile(r"\b[A-Z]{3}\b")
_NOBODY = frozenset({"site", "entity", "item"})


def put_on_trial(filler: Filler, said: str) -> Filler:
    """The filler as the model says it is, if that is another value than it was read as; else as it was read.

    Grounding refuses the former and names both. What cannot be compared is not heeded.
    """
    number, code = number_in(said), _CODE.search(said)
    if isinstance(filler, Quantity) and number is not None and not _is(number, filler.value):
        return msgspec.structs.replace(filler, value=number)
    if isinstance(filler, Money):
        amount = filler.amount if number is None or _is(number, filler.amount) else number
        return msgspec.structs.replace(filler, amount=amount, currency=code.group() if code else filler.currency)
    if isinstance(filler, Actor) and code and filler.state is not None and code.group() != filler.state:
        return msgspec.structs.replace(filler, id=f"state:{code.group()}", name=code.group(), state=code.group())
    return filler


def date_on_trial(date: str, said: str) -> str:
    """The date as the model says it is, if it is another; one that is only coarser or finer is the same."""
    if Edtf.parse(said) is None or date.startswith(said.rstrip("?~%")) or said.startswith(date.rstrip("?~%")):
        return date
    return said


def find_value(role: str, value: str, kind: str, own: Sequence[Span], document: Document, desk: Desk) -> Filler | None:
    """Words of the evidence that are read as the very number, or code of a state, that was given in place of a quote."""
    number = number_in(value) if _FIGURE.fullmatch(value) else None
    for filler in (f for span in own if span.end for f in desk.fillers(document, span)):
        if isinstance(filler, Quantity) and role == "quantity" and number is not None:
            if _is(number, filler.value) and (filler.unit == "people") == (kind == "training"):
                return filler
        elif isinstance(filler, Actor) and role not in _NOBODY and filler.id == f"state:{value}":
            return filler
    return None


def find_date(value: str, own: Sequence[Span], document: Document, desk: Desk) -> Span | None:
    """Words of the evidence that are read as the very date that was given in place of a quote."""
    if Edtf.parse(value) is None:
        return None
    return next((m.span for m in desk.dates(document) if m.edtf == value and any(o.contains(m.span) for o in own)), None)


def number_in(said: str) -> float | None:
    """The number that is said, if nothing but a currency stands beside it: "3 billion" is no figure."""
    bare = _CURRENCY.sub("", said).strip()
    if not _FIGURE.fullmatch(bare):
        return None
    number = float(re.sub(r"[\s,_]", "", bare))
    return int(number) if number.is_integer() else number


def _is(number: float, value: int | float | tuple[int | float, int | float]) -> bool:
    return any(math.isclose(number, end, rel_tol=1e-6) for end in (value if isinstance(value, tuple) else (value,)))
