"""A headline and a later sentence that tell the same again: one telling stays."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence

from msgspec import structs

from wektor.grammar.tellings import is_retold, rung_of
from wektor.model import Actor, Draft, Equipment, Quantity

_TELLING = ("supplier", "recipient", "producer", "operator", "licensor", "party", "candidate")
_REACH = 48  # tellings of one kind and state before one that may tell the same again


def retell(drafts: Sequence[Draft], text: str, parents: Mapping[str, str], anew: Callable[[Draft], bool]) -> list[Draft]:
    """Drafts without a headline's, where the text below tells the kind again, and without what is only told again.

    ``parents`` are the classes of things above each, ``anew`` says whether a draft's sentence speaks of more or others than before.
    """
    return _gather(_repeat(drafts, text), parents, anew)


def _repeat(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Without headlines and plain repetitions."""
    begin = len(text) - len(text.lstrip())
    heads = [_headline(d, text, begin) for d in drafts]
    kinds = {d.kind for d, head in zip(drafts, heads, strict=True) if not head}
    kept: dict[int, Draft] = {}
    alike: dict[Hashable, list[int]] = defaultdict(list)
    for n in sorted(range(len(drafts)), key=lambda n: (-drafts[n].confidence, drafts[n].evidence[0].start, drafts[n].frame or "")):
        draft = drafts[n]
        if heads[n] and draft.kind in kinds:
            continue
        told = alike[_tells(draft)]
        first = next((k for k in told if _repeats(draft, kept[k])), None)
        if first is None:
            kept[n] = draft
            told.append(n)
        elif draft.date and not kept[first].date:
            kept[first] = _dated(kept[first], draft)
    return [kept[n] for n in sorted(kept)]


def _gather(drafts: Sequence[Draft], parents: Mapping[str, str], anew: Callable[[Draft], bool]) -> list[Draft]:
    """Without what later words tell again of the same: one telling stays, with what the other adds."""
    kept: dict[int, Draft] = {}
    before: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for n, draft in enumerate(drafts):
        keys = [(draft.kind, state) for state in sorted({f.state for fs in draft.roles.values() for f in fs if isinstance(f, Actor) and f.state})]
        told = sorted({k for key in keys for k in before[key][-_REACH:]})
        first = next((k for k in told if k in kept and is_retold(kept[k], draft, parents, anew)), None)
        if first is not None and not _outdoes(draft, kept[first]):
            kept[first] = _with(kept[first], draft)
            continue
        kept[n] = draft if first is None else _with(draft, kept.pop(first))
        for key in keys:
            before[key].append(n)
    return list(kept.values())


def _outdoes(later: Draft, first: Draft) -> bool:
    """Whether of two tellings of one status the later is surer; of two statuses, whether it alone bears a date."""
    return later.confidence > first.confidence if later.status == first.status else bool(later.date) and not first.date


def _with(draft: Draft, other: Draft) -> Draft:
    """The draft with the roles that the other telling alone fills, and the date of one that tells the same status; with their evidence."""
    roles = {role: fillers for role, fillers in other.roles.items() if role not in draft.roles}
    taken = [f.span for fillers in roles.values() for f in fillers]
    dated = other if other.date and not draft.date and other.status == draft.status else draft
    if dated is other and other.date_span:
        taken.append(other.date_span)
    rest = {*draft.evidence[1:], *(e for e in other.evidence if any(e.contains(span) for span in taken))} - {draft.evidence[0]}
    return structs.replace(draft, roles={**draft.roles, **roles}, date=dated.date, date_span=dated.date_span, evidence=(draft.evidence[0], *sorted(rest)))


def _dated(draft: Draft, other: Draft) -> Draft:
    """The draft with the date that the other telling gives, and its evidence."""
    rest = sorted({*draft.evidence[1:], *(e for e in other.evidence if other.date_span and e.contains(other.date_span) and e != draft.evidence[0])})
    return structs.replace(draft, date=other.date, date_span=other.date_span, evidence=(draft.evidence[0], *rest))


def _headline(draft: Draft, text: str, begin: int) -> bool:
    """The first line of a text that begins there, with no full stop and nothing before it."""
    span = draft.evidence[0]
    return span.start <= begin and text[span.end - 1 : span.end] not in ".!?…" and "\n" in text[span.end : span.end + 2]


def _tells(draft: Draft) -> Hashable:
    """What tellings of one thing have in common: kind, rung, status, items and actors."""
    return draft.kind, rung_of(draft), draft.status, _items(draft), *(_actors(draft, role) for role in _TELLING)


def _repeats(draft: Draft, other: Draft) -> bool:
    """Of two that tell alike: no number or date that differs, in another sentence."""
    if draft.evidence[0] == other.evidence[0] or (draft.date and other.date and draft.date != other.date):
        return False
    mine, theirs = _numbers(draft), _numbers(other)
    return not mine or not theirs or mine == theirs


def _actors(draft: Draft, role: str) -> frozenset[str]:
    return frozenset(f.id for f in draft.roles.get(role, ()) if isinstance(f, Actor))


def _items(draft: Draft) -> frozenset[str]:
    return frozenset(f.id for f in draft.roles.get("item", ()) if isinstance(f, Equipment))


def _numbers(draft: Draft) -> tuple[object, ...]:
    return tuple(f.value for f in draft.roles.get("quantity", ()) if isinstance(f, Quantity))
