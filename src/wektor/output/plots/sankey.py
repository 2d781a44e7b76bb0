"""Bands between two columns: where nodes and bands lie, computed from amounts."""

from collections.abc import Sequence

import msgspec

Link = tuple[str, str, float]
_WORDS = 15.0


class Node(msgspec.Struct, frozen=True):
    """A block of a column: from ``top`` to ``bottom``; ``side`` 0 is left, 1 is right."""

    name: str
    side: int
    top: float
    bottom: float
    amount: float


class Band(msgspec.Struct, frozen=True):
    """A band from a left node to a right one: where it begins and ends on either side."""

    left: str
    right: str
    tops: tuple[float, float]
    thickness: float
    amount: float


def lay_out(links: Sequence[Link], height: float, gap: float = 10) -> tuple[list[Node], list[Band]]:
    """Nodes in the order of their first link; every node as tall as its bands together, the same measure on both sides."""
    held = [link for link in links if link[2] > 0]
    names = [list(dict.fromkeys(link[0] for link in held)), list(dict.fromkeys(link[1] for link in held))]
    measure = min((_measure(_amounts(held, names[side], side), height, gap) for side in (0, 1)), default=0.0) if held else 0.0
    nodes = [node for side in (0, 1) for node in _column(held, names[side], side, measure, height, gap)]
    return nodes, _bands(held, nodes, measure)


def _column(links: Sequence[Link], names: Sequence[str], side: int, measure: float, height: float, gap: float) -> list[Node]:
    amounts = _amounts(links, names, side)
    y = (height - sum(_slot(a * measure, gap) for a in amounts)) / 2
    found = []
    for name, amount in zip(names, amounts, strict=True):
        thick, slot = amount * measure, _slot(amount * measure, gap)
        found.append(Node(name, side, y + (slot - thick) / 2, y + (slot + thick) / 2, amount))
        y += slot
    return found


def _amounts(links: Sequence[Link], names: Sequence[str], side: int) -> list[float]:
    return [sum(link[2] for link in links if link[side] == name) for name in names]


def _slot(thick: float, gap: float) -> float:
    """The room that a node takes: a line of words at least."""
    return max(thick + gap, _WORDS)


def _measure(amounts: Sequence[float], height: float, gap: float) -> float:
    """How tall one unit can be so that the column fits: found by halving, for thin nodes take more room than they are thick."""
    low, high = 0.0, height / sum(amounts)
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(_slot(a * middle, gap) for a in amounts) <= height else (low, middle)
    return low


def _bands(links: Sequence[Link], nodes: Sequence[Node], measure: float) -> list[Band]:
    """Bands leave a node in the order of the nodes that they go to, so that few cross."""
    y = {(node.side, node.name): node.top for node in nodes}
    order = {(node.side, node.name): n for n, node in enumerate(nodes)}
    found = []
    ends: dict[tuple[str, str], float] = {}
    for left, right, amount in sorted(links, key=lambda k: (order[1, k[1]], order[0, k[0]])):
        ends[left, right] = y[1, right]
        y[1, right] += amount * measure
    for left, right, amount in sorted(links, key=lambda k: (order[0, k[0]], order[1, k[1]])):
        found.append(Band(left, right, (y[0, left], ends[left, right]), amount * measure, amount))
        y[0, left] += amount * measure
    return found
