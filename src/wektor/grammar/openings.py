"""Openings: a trigger as features name it, and which parts of that a group of features names at all."""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, TypeVar

Group = Callable[..., Any]
G = TypeVar("G", bound=Group)
_PARTS: dict[Group, tuple[str, ...]] = {}


class Opening(NamedTuple):
    """A trigger as features name it."""

    kind: str
    valency: str
    pos: str
    frame: str
    takes: bool  # whether the trigger's subject takes rather than gives

    def of(self, kind: str) -> "Opening":
        """The same of another kind."""
        return self if kind == self.kind else Opening(kind, self.valency, self.pos, self.frame, self.takes)


_NOTHING = Opening("", "", "", "", False)


def naming(*parts: str) -> Callable[[G], G]:
    """Say which parts of an opening a group of features names. Openings that are alike in these share its sums."""

    def said(group: G) -> G:
        _PARTS[group] = parts
        return group

    return said


@cache
def narrowed(group: Group, opening: Opening) -> Opening:
    """The opening as far as the group names it: all of it where the group does not say."""
    parts = _PARTS.get(group)
    return opening if parts is None else _NOTHING._replace(**{part: getattr(opening, part) for part in parts})


def parts_of(group: Group) -> tuple[str, ...] | None:
    """The parts that a group says it names, if it says so."""
    return _PARTS.get(group)
