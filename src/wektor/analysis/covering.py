"""What an answer rests on: the deals that it counts, and those it leaves out, each with its reason."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from wektor.analysis.outlines import outline_deal, outline_event, survey_of
from wektor.model.answers import Coverage
from wektor.model.outlines import Outline, Survey
from wektor.model.register import Deal, Event, View

T = TypeVar("T", Deal, Outline)
_NUMBERS = msgspec.json.Decoder(set[int])


class Sieve:
    """Deals taken in or left out; it makes the coverage of an answer."""

    def __init__(self, view: View | Survey) -> None:
        self.view = view
        self.taken: dict[str, None] = {}
        self._survey: Survey | None = None
        self._left: dict[str, list[str]] = {}

    @property
    def survey(self) -> Survey:
        """The view in outline."""
        self._survey = self._survey or survey_of(self.view)
        return self._survey

    def take(self, *ids: str) -> None:
        """Count deals or events in."""
        self.taken.update(dict.fromkeys(ids))

    def leave(self, id: str, reason: str) -> None:
        """Leave a deal out for a reason."""
        self._left.setdefault(reason, []).append(id)

    def standing(self, deals: Iterable[T]) -> list[T]:
        """The deals that are not denied or ended; the others are left out."""
        kept = []
        for deal in deals:
            if deal.status in ("denied", "ended"):
                self.leave(deal.id, deal.status)
            else:
                kept.append(deal)
        return kept

    def coverage(self) -> Coverage:
        """The coverage of what was taken in."""
        return cover(self._outlines(), {reason: tuple(ids) for reason, ids in self._left.items()})

    def _outlines(self) -> list[Outline]:
        if isinstance(self.view, View) and not self._survey:
            held = [self.view.deals.get(id) or self.view.events.get(id) for id in self.taken]
            return [outlined(h, self.view) for h in held if h]
        deals, events = self.survey.deals, self.survey.events
        return [found for id in self.taken if (found := deals.get(id) or events.get(id))]


def outlined(held: Deal | Event, view: View) -> Outline:
    """One thing of a view in outline."""
    return outline_deal(held, view.claims) if isinstance(held, Deal) else outline_event(held, view.claims)


def cover(held: Iterable[Outline], left: Mapping[str, tuple[str, ...]]) -> Coverage:
    """The coverage of deals and events: their claims, and the documents these stand in."""
    things = list(held)
    told = [t.told for t in things]
    return Coverage(deals=sum([t.id.startswith("d-") for t in things]), claims=sum([t.claims for t in things]), documents=_count_documents(things),
                    first=min({first for first, _ in told if first}, default=None), last=max({last for _, last in told if last}, default=None),
                    left_out=dict(left))  # fmt: skip


def _count_documents(things: Sequence[Outline]) -> int:
    """The documents of all, each counted once; the numbers of all are read at one go."""
    inside = [part for t in things if (part := bytes(t.papers)[1:-1])]
    return len(_NUMBERS.decode(b"[%b]" % b",".join(inside)))


def last_report(survey: Survey) -> str | None:
    """The day of the last report in a view."""
    return max((o.told[1] for held in (survey.deals, survey.events) for o in held.values() if o.told[1]), default=None)
