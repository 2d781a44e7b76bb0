"""How much a model's claim is to be trusted: more where the grammar reads the same, less where it reads otherwise."""

from collections.abc import Iterator, Sequence

import msgspec

from wektor.grounding.casts import same_cast
from wektor.model import Draft

_ALONE, _AGREED, _DOUBTED = 0.8, 0.9, 0.65


def weigh(draft: Draft, readings: Sequence[Draft]) -> Draft:
    """The draft with its confidence; what the grammar reads otherwise of the same event is kept beside it in ``frame``."""
    same = [r for r in readings if r.kind == draft.kind and r.evidence[0].overlaps(draft.evidence[0]) and same_cast(draft, r)]
    if not same:
        return msgspec.structs.replace(draft, confidence=_ALONE)
    doubts = min((list(_doubts(draft, r)) for r in same), key=len)
    if not doubts:
        return msgspec.structs.replace(draft, confidence=_AGREED)
    return msgspec.structs.replace(draft, confidence=_DOUBTED, frame=" ".join([*filter(None, [draft.frame]), *doubts]))


def _doubts(draft: Draft, reading: Draft) -> Iterator[str]:
    if draft.status != reading.status:
        yield f"against:status={reading.status}"
    if draft.date and reading.date and not (draft.date.startswith(reading.date) or reading.date.startswith(draft.date)):
        yield f"against:date={reading.date}"
