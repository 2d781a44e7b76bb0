"""One clause told twice: of proposals that say the same thing, the surest stays."""

from msgspec import structs

from wektor.grammar.drafting import Proposal
from wektor.grammar.triggers import HOLDER, Trigger

_INSTRUMENTS = ("memorandum", "contract", "treaty", "framework", "declaration", "letter_of_intent", "protocol", "licence", "roadmap")
_PAPERS = frozenset({"memorandum", "letter_of_intent", "protocol", "framework", "declaration", "roadmap"})
_NEAR = 12  # tokens between an instrument and what it is about
_SHARPER = {"other": _INSTRUMENTS, "": _INSTRUMENTS, "manufacture": ("licence",)}

_RIVALS = ({"order", "delivery", "aid", "agreement", "selection", "talks"}, {"production", "venture"}, {"venture", "agreement"},
           {"training", "exercise"}, {"relation", "agreement"}, {"technology_transfer", "delivery", "aid", "order"},
           {"operation", "delivery", "order", "production"}, {"talks", "agreement", "selection"}, {"order", "production"})  # fmt: skip


def settle(proposals: list[Proposal]) -> list[Proposal]:
    """Keep the surest proposals; drop one that rivals a kept one over the same clause and item."""
    kept: list[Proposal] = []
    for proposal in sorted(proposals, key=lambda p: (-p.score, p.trigger.i, p.trigger.frame.id)):
        rivals = [other for other in kept if _rivals(proposal, other)]
        if not rivals:
            kept.append(proposal)
        for other in rivals:
            _sharpen(other, proposal)
    return sorted(kept, key=lambda p: p.trigger.i)


def _sharpen(kept: Proposal, dropped: Proposal) -> None:
    """Of two tellings of one kind in one clause, the kept one takes the attribute of the other where that says more."""
    own, other = kept.trigger.frame, dropped.trigger.frame
    if own.kind == other.kind and kept.clause == dropped.clause and other.attribute in _SHARPER.get(own.attribute or "", ()):
        kept.trigger = Trigger(structs.replace(own, attribute=other.attribute), kept.trigger.i, kept.trigger.j, kept.trigger.pos, kept.trigger.verb)


def _rivals(one: Proposal, other: Proposal) -> bool:
    kinds = {one.trigger.frame.kind, other.trigger.frame.kind}
    if one.trigger.i < other.trigger.j and other.trigger.i < one.trigger.j:
        return True
    if len(kinds) == 2 and not any(kinds <= rivals for rivals in _RIVALS):
        return False
    if kinds == {"venture", "agreement"} and _paper(one, other):
        return False
    if HOLDER in one.trigger.frame.needs and HOLDER in other.trigger.frame.needs:
        return _same_roles(one, other)  # a list of holders has no verbs to tell its members apart
    if one.clause != other.clause and one.trigger.verb is not other.trigger.verb:
        return len(kinds) == 1 and _same_roles(one, other) and not _told_apart(one, other)
    return _share(one, other, "item") or len(kinds) == 1


def _paper(one: Proposal, other: Proposal) -> bool:
    """Whether an instrument is named before what it is to found: "a memorandum on setting up a joint company" tells of both."""
    first, second = sorted((one, other), key=lambda p: p.trigger.i)
    return first.trigger.frame.kind == "agreement" and first.trigger.frame.attribute in _PAPERS and first.trigger.pos == "noun" and second.trigger.i - first.trigger.j <= _NEAR


def _told_apart(one: Proposal, other: Proposal) -> bool:
    """ "the first sails in May, the second in June": of clauses that share a verb each has a date of its own."""
    mine, theirs = one.trigger.verb, other.trigger.verb
    if mine is None or theirs is None or (mine.model or mine) is not (theirs.model or theirs):
        return False
    return one.date.value is not None and other.date.value is not None and one.date.span != other.date.span


def _share(one: Proposal, other: Proposal, role: str) -> bool:
    mine, theirs = {id(m) for m in one.roles.get(role, [])}, {id(m) for m in other.roles.get(role, [])}
    return bool(mine & theirs) or not mine or not theirs


def _same_roles(one: Proposal, other: Proposal) -> bool:
    def ids(p: Proposal) -> set[tuple[str, str]]:
        return {(r, m.id) for r, ms in p.roles.items() for m in ms}

    mine, theirs = ids(one), ids(other)
    return mine <= theirs or theirs <= mine
