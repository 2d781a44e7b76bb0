"""Grammar and model together: the grammar says which paragraphs are worth a call, and claims that both find are surer."""

from collections.abc import Hashable, Iterator, Sequence

import msgspec

from wektor.engines.llm.asked import AskingEngine
from wektor.engines.llm.engine import LlmEngine
from wektor.engines.llm.request import Request, requests
from wektor.engines.protocol import Missed
from wektor.grounding.casts import among
from wektor.model import Actor, Document, Draft, Filler, Money, Quantity, core_roles

_ALONE, _DOUBTED = 0.75, 0.65  # confidence in what the model alone tells, and what the grammar reads otherwise
_SURE, _UNHEARD = 0.9, 0.7  # what the grammar alone tells is kept if it is so sure, and then believed so much less


class Joining(LlmEngine):
    """Asks for what may hold a claim by the grammar, and joins both readings."""

    def draft(self, document: Document) -> list[Draft]:
        """Drafts of both in the order of the text."""
        told = super().draft(document)
        return join_readings(told, self.desk.draft(document), self.missed(document), self.name)

    def _name(self) -> str:
        return f"grammar+{self.signed}"

    def _requests(self, document: Document) -> list[Request]:
        return requests(document, self.model, self.seed, self.desk, self.desk.prospects(document))


class JoinedAnswers(Joining):
    """Both readings, the model's from answers that are there."""


class HybridEngine(Joining, AskingEngine):
    """Both readings, the model's over the network."""


def join_readings(told: Sequence[Draft], read: Sequence[Draft], missed: Sequence[Missed], both: str) -> list[Draft]:
    """The model's drafts, weighed by the grammar's, and those of the grammar's that are sure, or of words that the model did not read."""
    left = list(read)
    joined: list[Draft] = []
    for draft in told:
        twins = [r for r in left if _same_event(draft, r)]
        twin = min(twins, key=lambda r: len(list(_doubts(draft, r))), default=None)
        joined.append(_weigh(draft, twin, both))
        if twin is not None:
            left.remove(twin)
    covered = [d for d in read if d not in left]
    joined += [_alone(r, missed) for r in left if _holds_alone(r, missed) and not any(_same_event(r, c) for c in covered)]
    return sorted(joined, key=lambda d: d.evidence[0].start)


def _weigh(draft: Draft, twin: Draft | None, both: str) -> Draft:
    """The model's draft with its confidence; what the grammar reads otherwise of the same event is kept in ``frame``."""
    if twin is None:
        return msgspec.structs.replace(draft, confidence=_ALONE)
    doubts = list(_doubts(draft, twin))
    if doubts:
        return msgspec.structs.replace(draft, confidence=_DOUBTED, frame=" ".join([*filter(None, [draft.frame]), *doubts]))
    sure = round(1 - (1 - draft.confidence) * (1 - twin.confidence), 2)
    return msgspec.structs.replace(draft, engine=both, confidence=sure, frame=" ".join(filter(None, [twin.frame, draft.frame])))


def _doubts(draft: Draft, reading: Draft) -> Iterator[str]:
    if draft.status != reading.status:
        yield f"against:status={reading.status}"
    if draft.date and reading.date and not (draft.date.startswith(reading.date) or reading.date.startswith(draft.date)):
        yield f"against:date={reading.date}"


def _holds_alone(reading: Draft, missed: Sequence[Missed]) -> bool:
    return reading.confidence >= _SURE or _unread(reading, missed)


def _alone(reading: Draft, missed: Sequence[Missed]) -> Draft:
    if _unread(reading, missed):
        return reading
    return msgspec.structs.replace(reading, confidence=round(reading.confidence * _UNHEARD, 2))


def _unread(reading: Draft, missed: Sequence[Missed]) -> bool:
    return any(m.start < reading.evidence[0].end and reading.evidence[0].start < m.end for m in missed)


def _same_event(one: Draft, other: Draft) -> bool:
    """The same kind in the same sentence, with nobody and nothing in a core role whom the other has not there."""
    if one.kind != other.kind or not one.evidence[0].overlaps(other.evidence[0]):
        return False
    shared = [role for role in core_roles(one.kind) if one.roles.get(role) and other.roles.get(role)]
    return bool(shared) and all(_agree(one.roles[role], other.roles[role]) for role in (*shared, *_figures(one, other)))


def _figures(one: Draft, other: Draft) -> list[str]:
    return [role for role in ("quantity", "value") if one.roles.get(role) and other.roles.get(role)]


def _agree(mine: Sequence[Filler], theirs: Sequence[Filler]) -> bool:
    actors = [f for f in theirs if isinstance(f, Actor)]
    if any(isinstance(f, Actor) and among(f, actors) for f in mine):
        return True
    return bool({_value(f) for f in mine} & {_value(f) for f in theirs})


def _value(filler: Filler) -> Hashable:
    if isinstance(filler, Quantity):
        return filler.value
    return (filler.amount, filler.currency) if isinstance(filler, Money) else getattr(filler, "id", "") or filler.text
