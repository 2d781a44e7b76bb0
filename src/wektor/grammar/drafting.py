"""From assigned roles to drafts: fill gaps from discourse, add numbers, money and dates, distribute lists."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from operator import itemgetter
from typing import NamedTuple, Protocol

from wektor.grammar.appraisal import Opened
from wektor.grammar.dating import DateOption, Dating
from wektor.grammar.discourse import Discourse
from wektor.grammar.figures import names_strangers
from wektor.grammar.fillers import designation_id, filler_of
from wektor.grammar.filling import Filling, fill
from wektor.grammar.hindering import is_hindered
from wektor.grammar.needs import moves_people, needs_met
from wektor.grammar.particulars import choose_particulars
from wektor.grammar.referents import Opening, Pool
from wektor.grammar.relations import Parse
from wektor.grammar.scene import Scene
from wektor.grammar.standing import StatusChoice
from wektor.grammar.triggers import HOLDER, Trigger
from wektor.grammar.weighing import Features, Scale, Scales
from wektor.grammar.worth import Grouped, Standing, Worths, event_facts, event_features, filling_features
from wektor.lexicon.packs import Valency
from wektor.mentions.mention import Mention
from wektor.model import Actor, Draft, Filler, Span, core_roles, roles_of
from wektor.text.words import DAT

_POINTING = frozenset({"firm", "pron", "we", "country", "side"})


class Proposal:
    """A draft in the making: its trigger, its roles as mentions, its status and date, and how sure it is (log-odds)."""

    __slots__ = ("clause", "date", "filling", "parse", "pool", "roles", "score", "status", "trigger")

    def __init__(self, pool: Pool, filling: Filling, status: str, date: DateOption) -> None:
        self.pool, self.parse, self.trigger, self.filling = pool, pool.parse, pool.trigger, filling
        self.roles: dict[str, list[Mention]] = {role: [_asfiller_of(role, r.mention) for r in referents] for role, referents in filling.roles.items()}
        self.clause = pool.trigger.clause(pool.parse)
        self.status, self.date = status, date
        self.score = 0.0


class Way(NamedTuple):
    """One way to tell what a trigger opens."""

    proposal: Proposal
    pool: Pool
    features: Features


class Observer(Protocol):
    """Watches the reading: for learning and for explaining."""

    def meet(self, pool: Pool, discourse: Discourse, around: Sequence[Trigger]) -> None:
        """A trigger with everything that may fill its roles, before they are filled."""

    def judge(self, ways: Sequence[Way], ranges: Sequence[Span]) -> None:
        """All likely ways to tell what one trigger opens; ``ranges`` are the document's sentences."""


class Setting(NamedTuple):
    """What proposals of a document are made with: the weights, the language's valencies and families, the document's
    sentences, who watches."""

    scales: Scales
    valencies: Mapping[str, Valency]
    families: Mapping[str, Sequence[str]]
    ranges: Sequence[Span]
    observe: Observer | None = None


class Openings:
    """All weights under one opening."""

    def __init__(self, scales: Scales, opening: Opening) -> None:
        self.fillers, self.status = Opened(scales.filler, opening), StatusChoice(scales, opening)
        self.dating = Dating(scales, opening)


def meet_strangers(scene: Scene, triggers: Sequence[Trigger], setting: Setting) -> None:
    """Let every trigger of a sentence that speaks of "other partners" say which role they have, before any is filled."""
    if any(f.pointing and names_strangers(scene.parse.sentence, f.mention) for f in scene.figures):
        for trigger in triggers:
            Pool(scene, trigger, setting.valencies[trigger.frame.valency])


def propose(scene: Scene, trigger: Trigger, setting: Setting) -> Proposal | None:
    """The likeliest way to tell what the trigger opens; None where what its frame needs is not there.

    Its score is the log-odds that any of the ways is right.
    """
    if not needs_met(scene, trigger) or moves_people(scene.parse, trigger) or is_hindered(scene.parse, trigger):
        return None
    pool, weights = Pool(scene, trigger, setting.valencies[trigger.frame.valency]), setting.scales.of(Openings)
    kinds = _kinds(trigger, setting.families)
    if setting.observe is not None:
        for kind in kinds:
            setting.observe.meet(pool.turned(kind), scene.discourse, scene.around)
    opened = weights[pool.opening]
    status = opened.status.choose(pool)
    standing = Standing(status, opened.dating.choose(pool, status), scene.cues(trigger), scene.others(trigger))
    event = event_facts(pool, standing)
    worths = setting.scales.of(Worths)[tuple([pool.opening.of(kind) for kind in told_kinds(scene.present, trigger, kinds)])]
    fillings = [f for f in fill(pool, opened.fillers) if not (trigger.frame.weight < 0.0 and _borrowed(pool, f))]
    ways = list(worths.ways(pool, fillings, event))
    if setting.observe is not None and ways:
        setting.observe.judge([_told(pool, way, event, standing) for way in ways], setting.ranges)
    best = _choose(pool, ways, standing) if ways else None
    return None if best is not None and _turned_round(best) else best


def _turned_round(proposal: Proposal) -> bool:
    """Whether the likeliest way makes the subject of an active verb of giving its taker: the sentence does not say who takes, and nothing is told."""
    trigger = proposal.trigger
    if trigger.frame.valency != "give" or trigger.pos != "verb" or trigger.verb is None or trigger.verb.passive:
        return False
    roles, takers = proposal.filling.roles, proposal.filling.roles.get("recipient", [])
    if any(not r.back and r.raw == "subj" and not r.mention.cases & DAT for r in takers):
        return True
    pointing = bool(trigger.verb.subject) and all(m.kind in _POINTING for m in trigger.verb.subject)  # "the company exported drones": who that is gives
    return pointing and "supplier" not in roles and bool(takers) and all(r.back for r in takers)


def weigh_status(scene: Scene, trigger: Trigger, setting: Setting) -> list[float]:
    """The log-odds of each status of what the trigger opens, up to what all have in common."""
    pool = Pool(scene, trigger, setting.valencies[trigger.frame.valency])
    opened: Openings = setting.scales.of(Openings)[pool.opening]
    return opened.status.weigh(pool)


_THINGS = frozenset({"order", "delivery", "aid"})  # kinds that words keep apart, though their roles are the same
_SURE = frozenset({"lease", "loan"})  # attributes that no other kind has


def _kinds(trigger: Trigger, families: Mapping[str, Sequence[str]]) -> list[str]:
    """The kind itself, and the others of its family, which have the same roles to fill; a lease or loan is nothing else."""
    own = trigger.frame.kind
    return [own] if trigger.frame.attribute in _SURE else [own, *(kind for kind in families.get(own, ()) if kind != own)]


def told_kinds(present: Set[str], trigger: Trigger, kinds: Sequence[str]) -> list[str]:
    """Of a family the kinds that its words may tell: what is bought is not handed over yet, only knowledge passes as such, and who builds a plant has agreed on more."""
    own = trigger.frame.kind
    if "facility" in trigger.frame.needs:
        return [own]
    return [kind for kind in kinds if kind == own or not ((own in _THINGS and kind in _THINGS) or (kind == "technology_transfer" and "knowledge" not in present))]


def _borrowed(pool: Pool, filling: Filling) -> bool:
    """Whether all who fill core roles were named before: a word that says little by itself says nothing of them."""
    return all(r.back for role in core_roles(pool.opening.kind) for r in filling.roles.get(role, ()))


def _choose(pool: Pool, ways: Sequence[tuple[float, Filling, str]], standing: Standing) -> Proposal:
    """The likeliest way to tell the likeliest kind, which several ways may tell."""
    top = max([score for score, _, _ in ways])
    odds: dict[str, float] = {}
    for score, _, kind in ways:
        odds[kind] = odds.get(kind, 0.0) + math.exp(score - top)
    kind = max(odds, key=lambda k: odds[k])
    filling = max([way for way in ways if way[2] == kind], key=itemgetter(0))[1]
    best = _proposal(pool.turned(kind), filling, standing)
    best.score = top + math.log(sum(odds.values()))
    return best


def _told(pool: Pool, way: tuple[float, Filling, str], event: Sequence[Grouped], standing: Standing) -> Way:
    score, filling, kind = way
    variant = pool.turned(kind)
    proposal = _proposal(variant, filling, standing)
    proposal.score = score
    return Way(proposal, variant, event_features(variant.opening, event) + filling_features(variant, filling))


def _proposal(pool: Pool, filling: Filling, standing: Standing) -> Proposal:
    proposal = Proposal(pool, filling, standing.status, standing.date)
    _count_items(proposal, pool)
    return proposal


def _asfiller_of(role: str, mention: Mention) -> Mention:
    """A capitalised word that fills the item's role is taken for a designation."""
    if role != "item" or mention.kind != "name":
        return mention
    ghost = _counted(mention, mention.qty)
    ghost.kind, ghost.id, ghost.designated = "item", designation_id(mention.name), True
    return ghost


def _count_items(proposal: Proposal, pool: Pool) -> None:
    """ "four of them", "the 46 vehicles": the number counts the item that was named before, or in another clause."""
    items, referents = proposal.roles.get("item", []), proposal.filling.roles.get("item", [])
    standin = pool.standins.get("item")
    if len(items) != 1:
        return
    if not referents[0].back:
        if standin is not None and standin[0].qty is not None and (HOLDER in pool.trigger.frame.needs or _apart(pool, standin[0], referents[0].mention)):
            proposal.roles["item"] = [_counted(items[0], standin[0].qty)]
        return
    counted = [standin[0]] if standin is not None else [r.mention for r in pool.items if r.back == 0 and r.hand.get("item", 0.0) > 1.0]
    number = next((m.qty for m in counted if m.qty is not None), None)
    proposal.roles["item"] = [_counted(items[0], number)]


def _apart(pool: Pool, standin: Mention, item: Mention) -> bool:
    """Whether a number stands with the trigger, and the thing that it counts in a clause before."""
    clauses, own = pool.parse.clause_of, pool.parse.clause_of[pool.trigger.i]
    return clauses[standin.i] == own != clauses[item.i] and item.i < standin.i


def _counted(mention: Mention, qty: object) -> Mention:
    """The same thing under another number ("the first 46 of them")."""
    ghost = Mention(mention.i, mention.j, "item", mention.id, mention.name, mention.state)
    for slot in ("cls", "origin", "start", "end", "text", "cases", "head", "designated"):
        setattr(ghost, slot, getattr(mention, slot))
    ghost.qty = qty
    return ghost


# drafts -----------------------------------------------------------------------------------------------------------


def draft(proposal: Proposal, ranges: Sequence[Span], scale: Scale | None = None) -> list[Draft]:
    """One draft, or one for each item of a list whose items have their own numbers or origins.

    ``scale`` weighs particulars: without it there are none.
    """
    needed = [role for role in core_roles(proposal.trigger.frame.kind) if proposal.roles.get(role)]
    made = [make(proposal, items, ranges, scale) for items in portions(proposal)]
    return [d for d in made if all(d.roles.get(role) for role in needed)]  # a filler that names nobody leaves nothing to tell


def portions(proposal: Proposal) -> list[list[Mention]]:
    """The things of each draft."""
    items = proposal.roles.get("item", [])
    if len(items) < 2:
        return [items]
    if sum(m.qty is not None for m in items) >= 2 or len({m.origin for m in items if m.origin}) >= 2:
        return [[m] for m in items]
    return [items]


def probability(score: float) -> float:
    """The probability that log-odds stand for, kept off the ends."""
    return 1.0 / (1.0 + math.exp(-max(-4.6, min(4.6, score))))


def make(proposal: Proposal, items: list[Mention], ranges: Sequence[Span], scale: Scale | None) -> Draft:
    """The draft of one portion."""
    parse, trigger = proposal.parse, proposal.trigger
    kind = trigger.frame.kind
    status = proposal.status
    roles: dict[str, tuple[Filler, ...]] = {}
    for role in roles_of(kind):
        mentions = items if role == "item" else proposal.roles.get(role, [])
        fillers = tuple(dict.fromkeys(f for m in mentions if (f := filler_of(role, m)) is not None))
        if fillers:
            roles[role] = fillers
    if len(items) < len(proposal.roles.get("item", ())) and all(m.origin for m in items):
        roles.pop(_ORIGIN_ROLES.get(kind, ""), None)  # of a list each item has its own
    _add_origin(roles, items if kind != "production" else [*_licences(parse, trigger), *items], kind, parse)
    if scale is not None:
        roles |= {role: (filler,) for role, filler in choose_particulars(proposal.pool, proposal.roles, items, scale).items()}
    _drop_echo(roles)
    date = proposal.date
    return Draft(
        kind=kind, status=status, roles=roles, evidence=_evidence(proposal, roles, ranges), attribute=_attribute(parse, trigger), date=date.value,
        date_span=date.span, frame=trigger.frame.id, engine="grammar",
        trigger=Span(parse.sentence.tokens[trigger.i].start, parse.sentence.tokens[trigger.j - 1].end),
        confidence=round(probability(proposal.score), 2),
    )  # fmt: skip


_ORIGIN_ROLES = {"operation": "maker", "production": "licensor", "order": "supplier", "delivery": "supplier"}


def _add_origin(roles: dict[str, tuple[Filler, ...]], items: list[Mention], kind: str, parse: Parse) -> None:
    """The state that an item comes from is its maker, licensor or, failing another, supplier."""
    role = _ORIGIN_ROLES.get(kind)
    if role is None or role in roles:
        return
    for item in items:
        if item.origin and item.origin_span:
            i, j = item.origin_span
            tokens = parse.sentence.tokens
            if j > len(tokens) or not (parse.sentence.lo <= item.start < parse.sentence.hi):
                continue
            start, end = tokens[i].start, tokens[j - 1].end
            taken = {f.id for fs in roles.values() for f in fs if isinstance(f, Actor)} | {f"state:{f.state}" for fs in roles.values() for f in fs if isinstance(f, Actor)}
            if f"state:{item.origin}" not in taken:
                roles[role] = (Actor(id=f"state:{item.origin}", name=item.origin, state=item.origin, text=parse.sentence.text[start:end], start=start, end=end),)
                return


def _drop_echo(roles: dict[str, tuple[Filler, ...]]) -> None:
    """A state that stands beside its own firm in the same role says nothing more."""
    for role, fillers in roles.items():
        states = {f.state for f in fillers if isinstance(f, Actor) and not f.id.startswith("state:")}
        roles[role] = tuple(f for f in fillers if not (isinstance(f, Actor) and f.id.startswith("state:") and f.state in states)) or fillers


def _attribute(parse: Parse, trigger: Trigger) -> str | None:
    """The frame's own; what is made on somebody's licence is made under licence."""
    own = trigger.frame.attribute
    return "licence" if own == "manufacture" and next(_licences(parse, trigger), None) is not None else own


def _licences(parse: Parse, trigger: Trigger) -> Iterator[Mention]:
    """Licences of which the trigger's clause speaks."""
    clause = parse.clause_of
    yield from (m for m in parse.sentence.mentions if m.cls == "licence" and clause[m.i] == clause[trigger.i])


def _evidence(proposal: Proposal, roles: dict[str, tuple[Filler, ...]], ranges: Sequence[Span]) -> tuple[Span, ...]:
    """The sentence, and every other sentence in which a filler stands."""
    sentence = proposal.parse.sentence
    own = Span(sentence.lo, sentence.hi)
    resting = [f.span for fs in roles.values() for f in fs] + ([proposal.date.span] if proposal.date.span else [])
    spans = {r for span in resting if not own.contains(span) and (r := _range_with(span, ranges))}
    return (own, *sorted(spans))


def _range_with(span: Span, ranges: Sequence[Span]) -> Span | None:
    """The sentence that holds a span; they stand in order, so that a long text takes no longer for each."""
    at = bisect_right(ranges, span.start, key=lambda r: r.start)
    return ranges[at - 1] if at and ranges[at - 1].contains(span) else None
