"""Siting: where a date stands to a trigger, in its sentence or before it. Groups of features, each of few facts; names are language-neutral."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

from wektor.grammar.clauses import Verb
from wektor.grammar.dated import Dated
from wektor.grammar.features import Found
from wektor.grammar.referents import Opening, Pool
from wektor.grammar.relations import Parse
from wektor.grammar.triggers import Trigger

_OPENER = 3  # tokens after a date within which a clause that tells of its day begins: "in 2007, when the two signed"
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


def site_groups(pool: Pool, dated: Dated, nearest: bool) -> list[Grouped]:
    """The standing of one of the sentence's dates."""
    parse, trigger, tokens = pool.parse, pool.trigger, pool.parse.sentence.tokens
    at, end, clauses = dated.at, token_at(parse, dated.date.span.end), parse.clause_of
    gap, verb, owner = abs(at - trigger.i), trigger.verb, parse.clause_verb.get(clauses[at])
    side, clause = "after" if at >= trigger.i else "before", max(-2, min(2, clauses[at] - clauses[trigger.i]))
    opener = [k for k in range(end, min(end + _OPENER, len(tokens))) if tokens[k].word.tags & {"subord", "relative"}]
    lo, hi = (end, trigger.i) if side == "before" else (trigger.j, at)
    if clause < 0 and not parse.sentence.head_final and any(clauses[k] == clauses[trigger.i] for k in opener):
        clause, owner, lo = 0, verb or owner, end + _OPENER
    whose = "own" if owner is not None and owner is verb else "governor" if owner is not None and verb is not None and verb.governor is owner else "other"
    verbs = sum(1 for v in parse.verbs if lo <= v.head < hi and v is not verb)
    closer = _closer(pool, at, gap)
    taken = owner is not None and owner is not verb and any(t.verb is owner for t in pool.scene.around if t is not trigger)
    cut, opens = _cut([t.word.text for t in tokens[lo:hi]]), at == 0 or (at == 1 and side == "before")
    found: list[Grouped] = [
        (place_features, (side, _bucket(gap), clause, max(1, min(len(pool.scene.dates), 3)), opens)),
        (tie_features, (side, whose, _form(owner), cut, min(verbs, 3), bool(opener) and side == "before")),
        (rivalry_features, (side, whose, cut, nearest, closer, taken, _reported(parse, at, gap)))]  # fmt: skip
    if any(tokens[k].word.text == "(" for k in range(max(0, at - 2), at)):
        found.append((bracket_features, (side, _bucket(gap))))
    return found


def headed_facts(pool: Pool) -> list[Grouped]:
    """A date on a line of its own, under which the sentence stands: as if it opened the trigger's own clause."""
    here = pool.scene.dates
    return [(place_features, ("before", _bucket(pool.trigger.i), 0, max(1, min(len(here), 3)), True)),
            (tie_features, ("before", "own", "finite", "comma0", 0, False)),
            (rivalry_features, ("before", "own", "comma0", not here, 0, False, ""))]  # fmt: skip


def before_facts(pool: Pool, dated: Dated, rank: int, form: str) -> tuple[Any, ...]:
    """How long ago a date was named, and what its sentence has in common with this one."""
    sentence, earlier = pool.parse.sentence, pool.scene.discourse.sentences[dated.sentence]
    parted = sentence.text.count("\n", earlier.hi, sentence.lo) > 0
    return sentence.index - earlier.index, rank, min(len(pool.scene.dates), 3), pool.scene.common(earlier), parted, form


def place_features(opening: Opening, side: str, near: str, clause: int, of: int, opens: bool) -> Found:
    """Where a date of the sentence stands."""
    for name in ("here", f"clause{clause}", f"clause{clause}:of{of}", f"{side}{near}", f"{opening.pos}:{side}{near}"):
        yield name, 1.0
    if opens:
        yield "opens", 1.0


def bracket_features(opening: Opening, side: str, near: str) -> Found:
    """A date in brackets."""
    yield f"bracket:{side}{near}", 1.0


def tie_features(opening: Opening, side: str, owner: str, form: str, cut: str, verbs: int, when: bool) -> Found:
    """Whose verb it stands with, and what parts it from the trigger."""
    pos = opening.pos
    for name in (f"owner:{owner}", f"owner:{owner}:{form}", f"{pos}:owner:{owner}:{form}:{side}", f"verbs{verbs}:{side}", f"{pos}:verbs{verbs}:{side}",
                 f"cut:{cut}:{side}", f"cut:{cut}:{side}:{owner}", f"cut:{cut}:{side}:verbs{min(verbs, 2)}",
                 f"cut:{cut}:{side}:{form}:verbs{min(verbs, 1)}", f"cut:{cut}:{side}:{pos}:{owner}:{form}"):  # fmt: skip
        yield name, 1.0
    if when:
        yield f"when:{verbs}", 1.0


def rivalry_features(opening: Opening, side: str, owner: str, cut: str, nearest: bool, closer: int, taken: bool, reported: str) -> Found:
    """Other dates, other triggers, and words of saying that lie nearer."""
    mutual = nearest and closer == 0
    for name in (f"nearest:{nearest}", f"closer{closer}", f"mutual{mutual}", f"mutual{mutual}:{owner}", f"taken{taken}:{owner}", f"taken{taken}:{cut}:{side}"):
        yield name, 1.0
    if reported:
        yield f"reported:{reported}", 1.0


def before_features(opening: Opening, back: int, rank: int, count: int, common: str, parted: bool, form: str) -> Found:
    """A date of a sentence before, and how many stand in this one."""
    of = f"of{count}"
    for name in ("before", f"before:{opening.kind}", f"before:{of}", f"before:{common}", f"before:paragraph{parted}", f"before:{form}", f"before:{opening.pos}",
                 f"back{back}", f"back{back}:rank{rank}", f"back{back}:{of}", f"back{back}:{common}:{of}", f"back{back}:paragraph{parted}:{of}"):  # fmt: skip
        yield name, 1.0


def token_at(parse: Parse, offset: int) -> int:
    """Number of the first token that ends behind an offset."""
    return next((n for n, t in enumerate(parse.sentence.tokens) if t.end > offset), len(parse.sentence.tokens))


def _closer(pool: Pool, at: int, gap: int) -> int:
    """How many other triggers lie closer to the date, up to three."""
    triggers = pool.scene.triggers
    return max(0, min(3, bisect_left(triggers, at + gap) - bisect_right(triggers, at - gap)))


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
