"""Which deals and events tell what happened nearest to a day, found in outline."""

from collections.abc import Iterable

import msgspec

from wektor.analysis.calendar import first_day, last_day
from wektor.model.outlines import Outline


class Near(msgspec.Struct, frozen=True):
    """Things by id; all steps of any thing between two days, neither of them included, are steps of these. None for an open side."""

    ids: tuple[str, ...]
    since: str | None = None
    until: str | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return self.since is None and self.until is None

    def spans(self, day: str) -> bool:
        """Whether all that happened on a day is told."""
        return (self.since is None or self.since < day) and (self.until is None or day < self.until)


class Nearness:
    """Things by how near to a day their dates lie: a thing's steps lie between its first and last date."""

    def __init__(self, outlines: Iterable[Outline], day: str) -> None:
        dated = [(first, last, o.id) for o in outlines if (first := first_day(o.first)) and (last := last_day(o.last))]
        self._past = sorted(((min(last, day), i) for first, last, i in dated if first <= day), reverse=True)
        self._ahead = sorted((max(first, day), i) for first, last, i in dated if last > day)

    def nearest(self, many: int) -> Near:
        """So many things with dates up to the day and as many with later ones."""
        past, ahead = self._past, self._ahead
        return Near(tuple(dict.fromkeys(i for _, i in (*past[:many], *ahead[:many]))), since=past[many][0] if len(past) > many else None,
                    until=ahead[many][0] if len(ahead) > many else None)  # fmt: skip
