"""What an answer rests on: the deals that it counts, and those it leaves out, each with its reason."""

from collections.abc import Iterable, Mapping

from wektor.model.answers import Coverage
from wektor.model.register import Deal, Event, View


class Sieve:
    """Deals taken in or left out; it makes the coverage of an answer."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.taken: dict[str, None] = {}
        self._left: dict[str, list[str]] = {}

    def take(self, *ids: str) -> None:
        """Count deals or events in."""
        self.taken.update(dict.fromkeys(ids))

    def leave(self, id: str, reason: str) -> None:
        """Leave a deal out for a reason."""
        self._left.setdefault(reason, []).append(id)

    def standing(self, deals: Iterable[Deal]) -> list[Deal]:
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
        held = [found for id in self.taken if isinstance(found := self.view.find(id), Deal | Event)]
        return cover(self.view, held, {reason: tuple(ids) for reason, ids in self._left.items()})


def cover(view: View, held: Iterable[Deal | Event], left: Mapping[str, tuple[str, ...]]) -> Coverage:
    """The coverage of deals and events: their claims, and the documents these stand in."""
    things = list(held)
    ids = {c for h in things for c in h.claims}
    told = {(r.document, r.published) for r in map(view.claims.get, ids) if r is not None}
    days = {published for _, published in told if published}
    return Coverage(deals=sum(isinstance(h, Deal) for h in things), claims=sum(c in view.claims for c in ids), documents=len({document for document, _ in told}),
                    first=min(days, default=None), last=max(days, default=None), left_out=dict(left))  # fmt: skip
