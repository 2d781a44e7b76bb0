"""What quoted words stand for, by the reader's own reading of them and nobody's say-so."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from wektor.grounding.reader import Reader
from wektor.model import Actor, DateMention, Document, Edtf, Equipment, Filler, Money, Quantity, Span, Thing
from wektor.model.dates import bearable

_KINDS: dict[str, type[Filler]] = {"quantity": Quantity, "value": Money, "item": Equipment}
_THINGS = frozenset({"site", "entity"})


class Desk(Reader, Protocol):
    """A reader that also cuts sentences."""

    def sentences(self, document: Document) -> Sequence[Span]:
        """The document's sentences, in order."""


def read_filler(role: str, kind: str, span: Span, document: Document, desk: Desk) -> Filler | None:
    """What the words at ``span`` say in the role; a name that no pack knows stands for itself.

    None where a number or an amount is asked for and the words hold none.
    """
    itself = Thing(name=span.cut(document.text), text=span.cut(document.text), start=span.start, end=span.end)
    if role in _THINGS:
        return itself
    wanted = _KINDS.get(role, Actor)
    readings = [f for f in desk.fillers(document, span) if isinstance(f, wanted) and f.span.overlaps(span)]
    if role == "quantity":
        unit = "people" if kind == "training" else "pieces"
        readings = [f for f in readings if isinstance(f, Quantity) and f.unit == unit]
    told = {f.span for f in readings if isinstance(f, Actor) and f.state is not None}
    guessed = told & {f.span for f in readings if isinstance(f, Actor) and f.state is None}
    readings = [f for f in readings if f.span not in guessed or getattr(f, "state", None) is not None]
    best = max(readings, key=lambda f: _likeness(f, span), default=None)
    if best is not None and best.span in guessed and best.span != span:
        return itself  # other words beside say whose people they are, or that nobody knows
    if role in ("quantity", "value"):
        return best
    return best if best is not None and _covers(best, span, readings, document) else itself


def _likeness(filler: Filler, span: Span) -> tuple[float, bool]:
    shared = min(filler.end, span.end) - max(filler.start, span.start)
    joined = max(filler.end, span.end) - min(filler.start, span.start)
    return shared / joined, not getattr(filler, "id", "").startswith("state:")


def _covers(best: Filler, span: Span, readings: Iterable[Filler], document: Document) -> bool:
    """Whether the reading takes in every name and number of the quote: else it says less than was quoted."""
    if best.start < span.start or best.end > span.end:
        inside = best.start <= span.start and span.end <= best.end
        return inside and not _names(document.text, best.start, span.start)
    spans = [f.span for f in readings]
    rest = [i for i in range(span.start, span.end) if not any(s.start <= i < s.end for s in spans)]
    return not any(_opens_name(document.text, i) for i in rest)


def _names(text: str, start: int, end: int) -> bool:
    return any(_opens_name(text, i) for i in range(start, end))


def _opens_name(text: str, at: int) -> bool:
    opens = at == 0 or not text[at - 1].isalnum()
    return opens and (text[at].isupper() or text[at].isdigit())


def read_date(span: Span, status: str, document: Document, desk: Desk) -> DateMention | None:
    """The date that the words tell of something with this status: for what is done, the time itself, not "since" it.

    Words that only tell what the status cannot bear are left to grounding to refuse.
    """
    readings = [m for m in desk.dates(document) if m.edtf and m.span.overlaps(span)]
    same = [m for m in readings if m.span == readings[0].span]
    fitting = bearable([m.edtf for m in same if m.edtf], status, document.published)
    left = [m for m in same if m.edtf in fitting] or same
    if status == "planned":
        return max(left, key=lambda m: _last(m.edtf), default=None)
    closed = [m for m in left if ".." not in (m.edtf or "")]
    return next(iter(closed if status == "done" and closed else left), None)


def _last(date: str | None) -> str:
    known = Edtf.parse(date or "")
    return (known.last or "9999") if known else ""
