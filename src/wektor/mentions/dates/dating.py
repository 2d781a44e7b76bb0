"""A date mention with its value."""

import msgspec

from wektor.model import Span


class ResolvedDate(msgspec.Struct, frozen=True):
    """A date mention with its value; ``future`` is the value if the text speaks of what is to come.

    ``point``: of "since May" or "until May" the month itself, for what happened then and did not last; of "after May" the
    time from then on. ``story``: the value if the text goes on telling from the date before.
    """

    edtf: str | None
    span: Span
    modifier: str | None = None
    relative: bool = False
    future: str | None = None
    dateline: bool = False
    point: str | None = None
    story: str | None = None

    def readings(self) -> tuple[str, ...]:
        """Every value that the words can have, the likeliest first."""
        return tuple(dict.fromkeys(v for v in (self.edtf, self.future, self.point, self.story) if v))
