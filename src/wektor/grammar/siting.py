"""Siting: where a date of the sentence stands to a trigger. Groups of features, each of few facts; names are language-neutral."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from wektor.grammar.dated import Dated
from wektor.grammar.features import Found
from wektor.grammar.openings import naming
from wektor.grammar.referents import Opening, Pool
from wektor.grammar.relations import Parse
from wektor.grammar.tenses import tense_of
from wektor.grammar.triggers import Trigger
from wektor.grammar.verbs import Verb

_OPENER = 3  # tokens after a date within which a clause that tells of its day begins: "in 2007, when the two signed"
_RIVALS = 2
Grouped = tuple[Any, tuple[Any, ...]]


def form_of(trigger: Trigger) -> str:
    """What the trigger's verb says of time: ``v-past``, ``v-future``, ``n-past`` where it is a noun's."""
    verb, own = trigger.verb, "v" if trigger.pos == "verb" else "n"
    if verb is None:
        return f"{own}-verbless"
    if verb.future or verb.modal:
        return f"{own}-future"
    if verb.participle or verb.infinitive:
        return f"{own}-participle" if verb.participle else f"{own}-infinitive"
    return f"{own}-past" if verb.past else f"{own}-present"


def told_at(pool: Pool, dated: Dated) -> str:
    """What the verb of a date's own stretch says of time."""
    owner = pool.scene.layout.verbs.get(pool.scene.layout.of[dated.at])
    if owner is None:
        return "none"
    if owner.future or owner.modal:
        return "future"
    if owner.participle or owner.infinitive:
        return "participle" if owner.participle else "infinitive"
    return "past" if owner.past or owner.perfect else "present"


def site_groups(pool: Pool, dated: Dated, nearest: bool, status: str) -> Iterator[Grouped]:
    """The standing of one of the sentence's dates."""
    parse, trigger, tokens, at = pool.parse, pool.trigger, pool.parse.sentence.tokens, dated.at
    of, verbs = pool.scene.layout.of, pool.scene.layout.verbs
    end, gap, side = dated.end, abs(at - trigger.i), "after" if at >= trigger.i else "before"
    verb, owner, relation = trigger.verb or verbs.get(of[trigger.i]), verbs.get(of[at]), pool.scene.layout.relation(at, trigger.i)
    lo, hi = (end, trigger.i) if side == "before" else (trigger.j, at)
    when = relation != "same" and side == "before" and _tells_of_its_day(pool, end)
    if when:
        relation, owner, lo = "same", verb or owner, end + _OPENER
    short, whose, form = "" if relation == "same" else relation.partition("-")[0] + ":", _whose(owner, verb), _form(owner)
    between = _between(pool, range(lo, hi), at) if relation == "same" else range(lo, hi)
    cut = _cut([tokens[k].word.text for k in between])
    heads = sum(1 for v in parse.verbs if v.head in between and v is not verb)
    taken = owner is not None and owner is not verb and any(t.verb is owner for t in pool.scene.around if t is not trigger)
    yield place_features, (relation, side, _bucket(gap), at == 0 or (at == 1 and side == "before"), form_of(trigger), status, when, min(len(pool.scene.dates), 3))
    yield tie_features, (short, side, whose, form, cut, min(heads, 3))
    yield rivalry_features, (short, side, cut, nearest, _closer(pool, at, gap), taken, _reported(parse, at, gap))
    yield bond_features, (status, side, whose, form)
    yield rival_features, (*_rival(pool, at), whose)
    yield scope_features, (relation, side, _tense(parse, trigger.verb), _tense(parse, owner), whose)
    yield owned_features, (status, relation.partition("-")[0], _cue(parse, owner), whose)
    if any(tokens[k].word.text == "(" for k in range(max(0, at - 2), at)):
        yield bracket_features, (side, _bucket(gap))


def headed_groups(pool: Pool, status: str) -> Iterator[Grouped]:
    """A date on a line of its own, under which the sentence stands: as if it opened the trigger's own clause."""
    here = pool.scene.dates
    yield place_features, ("same", "before", _bucket(pool.trigger.i), True, form_of(pool.trigger), status, False, max(1, min(len(here), 3)))
    yield tie_features, ("", "before", "own", "finite", "comma0", 0)
    yield rivalry_features, ("", "before", "comma0", not here, 0, False, "")
    yield bond_features, (status, "before", "own", "finite")
    yield rival_features, ("", "", 0, "own")


@naming("kind", "pos")
def place_features(opening: Opening, relation: str, side: str, near: str, opens: bool, form: str, status: str, when: bool, count: int) -> Found:
    """How its stretch of the sentence stands to the trigger's, and how near it is. What stands in the same has the plainest names."""
    pos, there = opening.pos, "" if relation == "same" else relation.partition("-")[0] + ":"
    stretch = "clause0" if relation == "same" else relation
    for name in ("here", stretch, f"{stretch}:of{count}", f"{stretch}:{side}", f"{stretch}:{pos}", f"{stretch}:{opening.kind}", f"{stretch}:{status}", f"{stretch}:{form}",
                 f"{there}{side}{near}", f"{there}{pos}:{side}{near}", f"{there}{form}:{side}", f"{there}{form}:{status}"):  # fmt: skip
        yield name, 1.0
    if opens:
        yield f"{there}opens", 1.0
    if when:
        yield "when:0", 1.0


@naming()
def bracket_features(opening: Opening, side: str, near: str) -> Found:
    """A date in brackets."""
    yield f"bracket:{side}{near}", 1.0


@naming("pos")
def tie_features(opening: Opening, there: str, side: str, owner: str, form: str, cut: str, verbs: int) -> Found:
    """Whose verb it stands with, and what parts it from the trigger."""
    pos = opening.pos
    for name in (f"owner:{owner}", f"owner:{owner}:{form}", f"{pos}:owner:{owner}:{form}:{side}", f"verbs{verbs}:{side}", f"{pos}:verbs{verbs}:{side}",
                 f"cut:{cut}:{side}", f"cut:{cut}:{side}:{owner}", f"cut:{cut}:{side}:verbs{min(verbs, 2)}", f"cut:{cut}:{side}:{form}:verbs{min(verbs, 1)}",
                 f"cut:{cut}:{side}:{pos}:{owner}:{form}"):  # fmt: skip
        yield there + name, 1.0


@naming()
def rivalry_features(opening: Opening, there: str, side: str, cut: str, nearest: bool, closer: int, taken: bool, reported: str) -> Found:
    """Other dates, other triggers, and words of saying that lie nearer."""
    for name in (f"nearest:{nearest}", f"closer{closer}", f"mutual{nearest and closer == 0}", f"taken{taken}", f"taken{taken}:{cut}:{side}", f"reported:{reported}"):
        yield there + name, 1.0


@naming("pos")
def scope_features(opening: Opening, relation: str, side: str, tense: str, owner: str, whose: str) -> Found:
    """The tenses of its verb and the trigger's."""
    pos = opening.pos
    for name in (f"{pos}:{tense}:{relation}", f"{pos}:{tense}:{relation}:{side}", f"{pos}:{tense}:{whose}", f"{pos}:{tense}:{owner}:{relation}", f"{tense}:{owner}:{whose}:{side}"):
        yield f"scope:{name}", 1.0


@naming("pos")
def owned_features(opening: Opening, status: str, relation: str, cue: str, whose: str) -> Found:
    """What its verb says by itself: that it was said, planned, begun."""
    for name in (f"{cue}:{relation}", f"{cue}:{whose}:{opening.pos}", f"{cue}:{whose}:{status}", f"{cue}:{relation}:{status}"):
        yield f"owned:{name}", 1.0


@naming("kind")
def bond_features(opening: Opening, status: str, side: str, owner: str, form: str) -> Found:
    """Whose verb it stands with, by how far the claim has got and what it tells."""
    for name in (f"{status}:{owner}", f"{status}:{owner}:{form}", f"{status}:{owner}:{form}:{side}", f"{opening.kind}:{owner}"):
        yield f"bond:{name}", 1.0


@naming("kind", "pos")
def rival_features(opening: Opening, kind: str, pos: str, count: int, owner: str) -> Found:
    """What the trigger nearest to the date tells, if it is not the claim's own."""
    yield f"rivals{count}:{owner}", 1.0
    if not kind:
        yield f"unrivalled:{owner}", 1.0
        return
    same = kind == opening.kind
    for name in (f"{same}:{pos}", f"{same}:{pos}:{opening.pos}", f"{kind}:{opening.kind}", f"{kind}:{opening.kind}:{owner}"):
        yield f"rival:{name}", 1.0


def _tells_of_its_day(pool: Pool, end: int) -> bool:
    """Whether the trigger's clause begins right behind the date and tells what happened then."""
    tokens, of = pool.parse.sentence.tokens, pool.scene.layout.of
    if pool.parse.sentence.head_final:
        return False
    return any(tokens[k].word.tags & {"subord", "relative"} and of[k] == of[pool.trigger.i] for k in range(end, min(end + _OPENER, len(tokens))))


def _between(pool: Pool, tokens: range, at: int) -> list[int]:
    """Those of the tokens that stand in the date's stretch or the trigger's, a mark that ends what is set between left out."""
    of = pool.scene.layout.of
    inside = (of[at], of[pool.trigger.i])
    return [k for k in tokens if of[k] in inside and not (k and of[k - 1] not in inside and pool.parse.sentence.tokens[k].word.text == ",")]


def _whose(owner: Verb | None, verb: Verb | None) -> str:
    if owner is None:
        return "other"
    return "own" if owner is verb else "governor" if verb is not None and verb.governor is owner else "other"


def _closer(pool: Pool, at: int, gap: int) -> int:
    """How many other triggers lie closer to the date, up to three."""
    triggers = pool.scene.triggers
    return max(0, min(3, bisect_left(triggers, at + gap) - bisect_right(triggers, at - gap)))


def _rival(pool: Pool, at: int) -> tuple[str, str, int]:
    """Kind and part of speech of the other trigger of the date's stretch that is nearest to it, if it is nearer than the claim's own; how many there are."""
    mine, of = pool.trigger, pool.scene.layout.of
    there = [t for t in pool.scene.around if of[t.i] == of[at] and not (t.i <= mine.i < t.j or mine.i <= t.i < mine.j)]
    near, count = min(there, key=lambda t: abs(t.i - at), default=None), min(len(there), _RIVALS)
    if near is None or (of[mine.i] == of[at] and abs(near.i - at) > abs(mine.i - at)):
        return "", "", count
    return near.frame.kind, near.pos, count


def _bucket(gap: int) -> str:
    return "1" if gap <= 3 else "2" if gap <= 6 else "3" if gap <= 12 else "4" if gap <= 20 else "5"


def _form(owner: Verb | None) -> str:
    if owner is None:
        return "none"
    if owner.participle or owner.infinitive:
        return "participle" if owner.participle else "infinitive"
    return "relative" if owner.relative else "future" if owner.future or owner.modal else "finite"


def _cut(marks: Sequence[str]) -> str:
    """The strongest mark between: a semicolon, a colon, or so many commas."""
    return "semi" if ";" in marks else "colon" if ":" in marks else f"comma{min(2, marks.count(','))}"


def _reported(parse: Parse, at: int, gap: int) -> str:
    """Whether a word of saying lies closer to the date than the trigger does, and right beside it."""
    said = [abs(m.i - at) for m in parse.sentence.matches.cues if m.entry.id == "reported"]
    if not said:
        return ""
    closer = "closer" if min(said) < gap else "farther"
    return f"beside:{closer}" if min(said) <= 4 else closer


def _tense(parse: Parse, verb: Verb | None) -> str:
    tense = tense_of(parse, verb)
    return "pluperfect" if verb is not None and verb.perfect and verb.past and tense == "perfect" else tense


def _cue(parse: Parse, owner: Verb | None) -> str:
    if owner is None:
        return "none"
    return min((m.entry.id for m in parse.sentence.matches.cues if m.i < owner.j and owner.i < m.j), default="")
