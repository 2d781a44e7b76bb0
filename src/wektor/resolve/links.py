"""Links: pools that must be derived together, because a person made deals of theirs one."""

from collections.abc import Iterable, Mapping, Sequence

from wektor.resolve.judging import Overlay
from wektor.resolve.knowledge import Knowledge
from wektor.resolve.matters import Matter
from wektor.resolve.pools import Pool, PoolKey, pool_of

Linked = tuple[PoolKey, ...]


class Links:
    """Remembers which pools were derived together, so that a link that is gone makes both sides anew."""

    def __init__(self, pools: Mapping[PoolKey, Pool], matters: Mapping[str, Sequence[Matter]], knowledge: Knowledge) -> None:
        self._pools, self._matters, self._knowledge = pools, matters, knowledge
        self._last: dict[PoolKey, Linked] = {}

    def sets(self, dirty: Iterable[PoolKey], overlay: Overlay) -> list[Linked]:
        """The sets of pools to derive: those that a merged pair of deals joins, now or when last derived; each other alone."""
        if not overlay.merges and not self._last:
            return [(key,) for key in sorted(dirty)]
        joined = self._joined(overlay)
        wanted, queue = set(dirty), list(dirty)
        while queue:
            key = queue.pop()
            more = {*self._last.get(key, ()), *joined.get(key, ())} - wanted
            wanted |= more
            queue += more
        self._last = {key: keys for key, keys in self._last.items() if key not in wanted} | {k: joined[k] for k in wanted & joined.keys()}
        return sorted({joined.get(key, (key,)) for key in wanted})

    def _joined(self, overlay: Overlay) -> dict[PoolKey, Linked]:
        sets: dict[PoolKey, set[PoolKey]] = {}
        for pair in overlay.merges:
            left, right = (self._home(claim, overlay) for claim in pair)
            if left and right and left != right:
                one = sets.get(left, {left}) | sets.get(right, {right})
                sets |= dict.fromkeys(one, one)
        return {key: tuple(sorted(held)) for key, held in sets.items()}

    def _home(self, claim: str, overlay: Overlay) -> PoolKey | None:
        """The pool of a claim: its document says where, else all are looked through."""
        document = overlay.homes.get(claim)
        if document is not None:
            found = next((m for m in self._matters.get(document, ()) if m.fact.claim == claim), None)
            return pool_of(found, self._knowledge) if found else None
        return next((key for key, pool in self._pools.items() if claim in pool), None)
