"""Features: what speaks for and against a filler of a role. Names are language-neutral."""

from collections.abc import Iterator, Mapping, Sequence

from wektor.grammar.discourse import Discourse
from wektor.grammar.referents import Pool, Referent
from wektor.mentions.mention import Mention
from wektor.model import core_roles

Features = list[tuple[str, float]]
_FLOW = {"supplier": "recipient", "recipient": "supplier", "producer": "licensor", "licensor": "producer",
         "operator": "maker", "maker": "operator", "candidate": "recipient"}  # fmt: skip


def sort_of(mention: Mention) -> str:
    """The mention's sort: its kind, adjectives apart, and items by how they are named."""
    if mention.kind == "item":
        return "item+" if mention.designated else "item~" if mention.weak else "item"
    if mention.kind == "people" and mention.cls == "trainer":
        return "trainer"
    if mention.kind == "org" and mention.cls not in (None, "firm"):
        return mention.cls  # a ministry, force or agency that is known by name acts as one
    return mention.kind + ("'" if mention.adjectival or mention.possessive else "")


def filler_features(pool: Pool, discourse: Discourse, role: str, referent: Referent) -> Features:
    """Features of a referent as a filler of ``role``, whoever else fills the frame."""
    kind, valency = pool.trigger.frame.kind, pool.trigger.frame.valency
    hand = referent.hand.get(role, 0.0)
    relation = referent.relation.get(role, "none") if referent.back == 0 else "before"
    sort = sort_of(referent.mention)
    found = [(f"{role}:{relation}", 1.0), (f"{kind}:{role}:{relation}", 1.0), (f"{valency}:{pool.trigger.pos}:{role}:{relation}", 1.0),
             (f"{role}:{sort}", 1.0), (f"{kind}:{role}:{sort}", 1.0), ("hand", hand), (f"{role}:hand", hand)]  # fmt: skip
    found += _syntax(pool, role, referent) if referent.back == 0 else ()
    found += _place(pool, role, referent) if referent.back == 0 else _past(pool, role, referent)
    found += _rivals(pool, role, referent, hand)
    found += _standing(discourse, pool, role, referent)
    return found


def _syntax(pool: Pool, role: str, referent: Referent) -> Iterator[tuple[str, float]]:
    """How it stands in the sentence whatever the valency wants: relation, preposition, case, subject of another verb."""
    mention, raw = referent.mention, referent.raw
    valency, pos = pool.trigger.frame.valency, pool.trigger.pos
    yield f"{role}:raw-{raw}", 1.0
    yield f"{valency}:{pos}:{role}:raw-{raw}", 1.0
    if mention.prep is not None:
        sense = pool.parse.grammar.prepositions[mention.prep].relations[0]
        yield f"{role}:prep-{sense}", 1.0
        yield f"{valency}:{role}:prep-{sense}", 1.0
        yield f"{valency}:{pos}:{role}:prep-{sense}", 1.0
    elif mention.cases:
        yield f"{valency}:{pos}:{role}:case{mention.cases}", 1.0
        yield f"{role}:case{mention.cases}", 1.0
    else:
        yield f"{role}:bare", 1.0
    if mention.adjectival:
        beside = "trigger" if mention.j == pool.trigger.i or mention.i == pool.trigger.j else "other"
        yield f"{role}:adjective-{beside}", 1.0
    if raw not in ("subj", "psubj") and any(mention in v.subject for v in pool.parse.verbs):
        yield f"{role}:subject-elsewhere", 1.0
        yield f"{valency}:{role}:subject-elsewhere", 1.0


def _place(pool: Pool, role: str, referent: Referent) -> Iterator[tuple[str, float]]:
    """Where it stands in the sentence: its clause, its side of the trigger, how far."""
    parse, trigger, mention = pool.parse, pool.trigger, referent.mention
    clause = parse.clause_of[mention.i] - parse.clause_of[trigger.i]
    side = "after" if mention.i >= trigger.j else "before"
    gap = abs(mention.i - trigger.i)
    near = "1" if gap <= 2 else "2" if gap <= 5 else "3" if gap <= 10 else "4" if gap <= 18 else "5"
    yield f"{role}:clause{max(-2, min(2, clause))}", 1.0
    yield f"{role}:{side}{near}", 1.0
    yield f"{trigger.pos}:{role}:{side}", 1.0
    between = sum(1 for m in parse.sentence.mentions if min(trigger.i, mention.i) < m.i < max(trigger.i, mention.i) and (m.kind == "item") == referent.item)
    yield f"{role}:between{min(between, 3)}{side}", 1.0
    mine = [r.mention for r in (pool.items if referent.item else pool.actors) if r.back == 0]
    if len(mine) == 1:
        yield f"{role}:alone", 1.0
    elif mention is mine[0]:
        yield f"{role}:first", 1.0
        yield f"{pool.trigger.frame.valency}:{role}:first", 1.0
    if mention.coord is not None:
        yield f"{role}:conjunct", 1.0
    if mention.qty is not None:
        yield f"{role}:counted", 1.0
    if mention.definite:
        yield f"{role}:definite", 1.0


def _past(pool: Pool, role: str, referent: Referent) -> Iterator[tuple[str, float]]:
    """How it was named before: how long ago, what was named since, and what in this sentence points back."""
    kind = pool.trigger.frame.kind
    back = min(referent.back, 5)
    yield f"{role}:back{back}", 1.0
    yield f"{role}:rank{min(referent.rank, 5)}", 1.0
    yield f"{role}:{sort_of(referent.mention)}:rank{min(referent.sort_rank, 3)}", 1.0
    yield f"{kind}:{role}:before", 1.0
    standin = pool.standins.get(role)
    if standin is not None:
        pointer = standin.mention.kind
        yield f"{role}:via-{pointer}", 1.0
        yield f"{role}:via-{pointer}:{sort_of(referent.mention)}", 1.0
        yield f"{role}:via-{pointer}:rank{min(referent.rank, 3)}", 1.0
        yield f"{role}:via-{pointer}:{sort_of(referent.mention)}:rank{min(referent.sort_rank, 2)}", 1.0
        yield f"{role}:via", standin.score / 3
        if standin.mention.state:
            yield f"{role}:via-state{'=' if standin.mention.state == referent.mention.state else '!'}", 1.0
    if role == "item":
        yield from _taken_up(pool, referent)
    elif (verb := pool.trigger.verb) is not None and pool.parse.cased and not verb.subject and not verb.impersonal and not verb.participle:
        subject = max(pool.valency.actors.get("psubj" if verb.passive else "subj", {"": 0.0}).items(), key=lambda kv: kv[1])[0]
        if subject == role and referent.seen is not None:
            yield f"{role}:dropped:{'subject' if referent.seen.subject == referent.seen.sentence else 'other'}", 1.0
            yield f"{role}:dropped:rank{min(referent.rank, 3)}", 1.0


def _taken_up(pool: Pool, referent: Referent) -> Iterator[tuple[str, float]]:
    """A class word of this sentence that the earlier item narrows ("the vehicles")."""
    here = [r for r in pool.items if r.back == 0 and r.mention.kind == "item"]
    best = max(here, key=lambda r: r.hand.get("item", 0.0), default=None)
    if best is None or best.hand.get("item", 0.0) < 0.5:
        yield "item:nothing-here", 1.0
        return
    yield f"item:here-{sort_of(best.mention)}", 1.0
    if not best.mention.designated and best.mention.cls and referent.mention.cls:
        fits = best.mention.cls == referent.mention.cls
        yield f"item:{'same' if fits else 'other'}-class:{'definite' if best.mention.definite else 'bare'}", 1.0


def _rivals(pool: Pool, role: str, referent: Referent, hand: float) -> Iterator[tuple[str, float]]:
    """How many others the valency likes better here, and whether it likes this one better elsewhere."""
    field = pool.items if referent.item else pool.actors
    better = sum(1 for r in field if r.hand.get(role, 0.0) > hand)
    yield f"{role}:better{min(better, 3)}", 1.0
    rest = max((s for r, s in referent.hand.items() if r != role), default=0.0)
    if rest > hand:
        yield f"{role}:rather-elsewhere", min(2.0, rest - hand)
    elif hand > 0:
        yield f"{role}:here-above-all", min(2.0, hand - rest)


def _standing(discourse: Discourse, pool: Pool, role: str, referent: Referent) -> Iterator[tuple[str, float]]:
    """What the text has made of it so far: how often named, the home state, roles in earlier claims."""
    kind, mention, seen = pool.trigger.frame.kind, referent.mention, referent.seen
    if mention.state and not referent.item:
        home = "home" if mention.state == (discourse.heading or discourse.home) else "abroad"
        yield f"{role}:{home}", 1.0
        yield f"{kind}:{role}:{home}", 1.0
        topic = discourse.topics.get(mention.state, 4)
        yield f"{role}:topic{topic}", 1.0
        yield f"{kind}:{role}:topic{topic}", 1.0
    if seen is None:
        yield f"{role}:new", 1.0
        return
    yield f"{role}:often", min(seen.count, 6) / 3
    if seen.first == 0:
        yield f"{role}:lead", 1.0
    if seen.subject >= 0 and pool.parse.sentence.index - seen.subject in (1, 2):
        yield f"{role}:was-subject", 1.0
    for earlier, when in seen.roles.items():
        if pool.parse.sentence.index - when <= 4:
            yield f"{role}:was-{earlier}", 1.0
        yield f"{role}:ever-{earlier}", 1.0


def company_features(pool: Pool, role: str, referent: Referent, chosen: Sequence[Referent], others: Mapping[str, Sequence[Referent]]) -> Iterator[tuple[str, float]]:
    """Features of a referent as the next filler of ``role``, given those already chosen for it and for other roles.

    They say how it goes with these: the item's home, the other side, its conjuncts.
    """
    mention = referent.mention
    for item in others.get("item", ())[:1]:
        if mention.state and not referent.item:
            own = item.mention.state or item.mention.origin
            yield f"{role}:item-{'home' if own == mention.state else 'abroad' if own else 'unknown'}", 1.0
            if item.mention.origin == mention.state:
                yield f"{role}:item-origin", 1.0
    for other, fillers in others.items():
        if other == "item" or role == "item":
            continue
        for filler in fillers[:1]:
            if mention.state and filler.mention.state == mention.state:
                yield f"{role}:same-state-as-other-side" if _FLOW.get(role) == other else f"{role}:same-state-as-{other}", 1.0
            if _FLOW.get(role) == other and filler.back == referent.back == 0 and not referent.mention.prep:
                yield f"{pool.trigger.frame.valency}:{role}:{'before' if mention.i < filler.mention.i else 'behind'}-{other}", 1.0
    if role == "item":
        for other, fillers in others.items():
            if fillers and mention.state and fillers[0].mention.state == mention.state:
                yield f"item:from-{other}", 1.0
    if chosen:
        yield f"{role}:second", 1.0
        yield f"{role}:second:{sort_of(mention)}", 1.0
        joined = any(_joined(mention, c.mention) for c in chosen)
        yield f"{role}:second:{'joined' if joined else 'apart'}", 1.0
        if any(c.mention.state == mention.state and mention.state for c in chosen):
            yield f"{role}:second:same-state", 1.0


def _joined(one: Mention, other: Mention) -> bool:
    """Whether the two are conjuncts of one list."""
    return _root(one) is _root(other)


def _root(mention: Mention) -> Mention:
    while mention.coord is not None:
        mention = mention.coord
    return mention


def empty_features(pool: Pool, role: str, chosen: Sequence[Referent]) -> Features:
    """Features of leaving the role empty, or of adding no more."""
    kind, valency = pool.trigger.frame.kind, pool.trigger.frame.valency
    if chosen:
        return [(f"no-more:{role}", 1.0), (f"no-more:{kind}:{role}{min(len(chosen), 3)}", 1.0)]
    found = [(f"none:{role}", 1.0), (f"none:{kind}:{role}", 1.0), (f"none:{valency}:{pool.trigger.pos}:{role}", 1.0),
             (f"none:{pool.trigger.frame.id}:{role}", 1.0)]  # fmt: skip
    if role not in core_roles(kind):
        found.append((f"none:extra:{role}", 1.0))
    return found
