"""From quotes to a draft: every quote is found in the text and read anew; what is not found is left for grounding to refuse."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from wektor.engines.llm.alignment import Text
from wektor.engines.llm.answer import Quoted
from wektor.engines.llm.reading import Desk, read_date, read_filler
from wektor.engines.llm.saying import date_on_trial, find_date, find_value, put_on_trial
from wektor.engines.llm.sides import part_sides
from wektor.grounding.evidence import gather_evidence
from wektor.model import KINDS, DateMention, Document, Draft, Filler, Money, Quantity, Span, Thing

NOWHERE = Span(0, 0)
_FIGURES = frozenset({"quantity", "value"})
_FAR = 2  # sentences: a figure that stands farther from the evidence belongs to something else


class Drafter:
    """Makes drafts of one document's quotes."""

    def __init__(self, document: Document, desk: Desk, engine: str, prompt: str | None = None) -> None:
        self.document, self.desk, self.engine, self.prompt = document, desk, engine, prompt
        self.text, self.sentences = Text(document.text), desk.sentences(document)

    def draft(self, quoted: Quoted) -> Draft:
        """The draft, with quotes that stand nowhere kept as such, so that grounding refuses it with the reason."""
        found = [self.text.evidence(quote) for quote in quoted.evidence]
        spans = [span for places in found for span in places]
        own = self._widened(spans) if spans and all(found) else [NOWHERE]
        roles = part_sides(self._roles(quoted, own), self.document, self.desk)
        date, date_span = self._date(quoted, own)
        resting = [f.span for fillers in roles.values() for f in fillers if f.end] + ([date_span] if date_span else [])
        return Draft(
            kind=quoted.kind, status=quoted.status, attribute=self._attribute(quoted), roles=roles, date=date, date_span=date_span,
            evidence=(NOWHERE,) if own == [NOWHERE] else _joined(own, resting, self.sentences), engine=self.engine,
            reported_by=quoted.reported_by, frame=self.prompt, confidence=0.8,
        )  # fmt: skip

    def _widened(self, spans: Iterable[Span]) -> list[Span]:
        """Whole sentences, so that no "not" is left out of the evidence."""
        own: list[Span] = []
        for span in spans:
            held = [s for s in self.sentences if s.overlaps(span)] or [span]
            own.append(Span(min(span.start, held[0].start), max(span.end, held[-1].end)))
        return list(dict.fromkeys(own))

    def _attribute(self, quoted: Quoted) -> str | None:
        spec = KINDS.get(quoted.kind)
        return quoted.attribute if spec is not None and quoted.attribute in spec.attributes else None

    def _roles(self, quoted: Quoted, own: Sequence[Span]) -> dict[str, tuple[Filler, ...]]:
        spec = KINDS.get(quoted.kind)
        roles: dict[str, tuple[Filler, ...]] = {}
        for role, quotes in quoted.roles.items():
            if spec is None or role in spec.roles:
                fillers = [f for quote in quotes if (f := self._filler(role, quote, quoted, own)) is not None]
                roles |= {role: tuple(dict.fromkeys(fillers))} if fillers else {}
        return roles

    def _filler(self, role: str, quote: str, quoted: Quoted, own: Sequence[Span]) -> Filler | None:
        """The filler that the quote names; None for a figure that stands too far off to belong to the event."""
        span = self._nearest(quote, own, named=True)
        if span is None:
            return find_value(role, quote, quoted.kind, own, self.document, self.desk) or _unfound(role, quote)
        if role in _FIGURES and own != [NOWHERE] and self._between(span, own) > _FAR:
            return None
        filler = read_filler(role, quoted.kind, span, self.document, self.desk)
        said = quoted.said.get(role, {}).get(quote)
        return put_on_trial(filler, said) if filler is not None and said else filler

    def _between(self, place: Span, own: Sequence[Span]) -> int:
        """How many sentences off the evidence a place stands."""
        at = self._sentence_at(place.start)
        return min(max(self._sentence_at(o.start) - at, at - self._sentence_at(o.end - 1), 0) for o in own)

    def _sentence_at(self, offset: int) -> int:
        return bisect_right(self.sentences, offset, key=lambda s: s.start)

    def _nearest(self, quote: str, own: Sequence[Span], *, named: bool = False) -> Span | None:
        """The quote's place in the evidence, else the nearest one.

        Of what is to be ``named``, rather a place where the words are a name by themselves than one inside another's name.
        """
        places = sorted(self.text.places(quote), key=lambda place: min(_distance(place, o) for o in own))
        if not named or len(places) < 2:
            return next(iter(places), None)
        alone = next((p for p in places if self._is_name(p)), None)
        return alone if alone is not None and not self._is_short_for(places[0], alone) else places[0]

    def _is_name(self, place: Span) -> bool:
        return any(f.span == place for f in self.desk.fillers(self.document, place))

    def _is_short_for(self, place: Span, alone: Span) -> bool:
        """Whether the words at a place mean whom they mean alone, or nobody: then the nearer place is as good."""
        here, there = ({getattr(f, "id", "") for f in self.desk.fillers(self.document, p) if f.span.overlaps(p)} - {""} for p in (place, alone))
        return place.start != alone.start and (not here or bool(here & there))

    def _date(self, quoted: Quoted, own: Sequence[Span]) -> tuple[str | None, Span | None]:
        if quoted.date is None:
            return None, None
        span = self._nearest(quoted.date, own) or find_date(quoted.date, own, self.document, self.desk)
        if span is None:
            return quoted.date, None
        date: DateMention | None = read_date(span, quoted.status, self.document, self.desk)
        if date is None or date.edtf is None:
            return None, None
        said = quoted.said.get("date", {}).get(quoted.date)
        return date_on_trial(date.edtf, said) if said else date.edtf, date.span


def _distance(place: Span, own: Span) -> int:
    return max(own.start - place.end, place.start - own.end, 0)


def _joined(own: Sequence[Span], resting: Iterable[Span], sentences: Sequence[Span]) -> tuple[Span, ...]:
    first, *others = own
    return tuple(dict.fromkeys((*gather_evidence(first, [*others, *resting], sentences), *others)))


def _unfound(role: str, quote: str) -> Filler:
    if role == "quantity":
        return Quantity(value=0, unit="pieces", text=quote, start=0, end=0)
    if role == "value":
        return Money(amount=0, currency="XXX", text=quote, start=0, end=0)
    return Thing(name=quote, text=quote, start=0, end=0)
