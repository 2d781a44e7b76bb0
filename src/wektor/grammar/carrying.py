"""Carrying: what speaks for a date of another sentence. One just before, one of the text's head, one that the sentence after the head gives."""

from typing import Any

from wektor.grammar.dated import Dated
from wektor.grammar.features import Found
from wektor.grammar.openings import naming
from wektor.grammar.referents import Opening, Pool

_AFAR = 4  # sentences


def before_facts(pool: Pool, dated: Dated, rank: int, form: str) -> tuple[Any, ...]:
    """How long ago a date was named, and what its sentence has in common with this one."""
    sentence, earlier = pool.parse.sentence, pool.scene.discourse.sentences[dated.sentence]
    parted = sentence.text.count("\n", min(earlier.hi, sentence.hi), max(earlier.lo, sentence.lo)) > 0
    return max(-1, min(_AFAR, sentence.index - earlier.index)), rank, min(len(pool.scene.dates), 3), pool.scene.common(earlier), parted, form


def carry_facts(pool: Pool, dated: Dated, status: str) -> tuple[Any, ...]:
    """What the date's own sentence tells beside it, and what both sentences have in common."""
    scene, way = pool.scene, "back" if dated.sentence < pool.scene.index else "next"
    back, common = min(abs(scene.index - dated.sentence), 2), scene.common(scene.discourse.sentences[dated.sentence])
    return way, back, status, dated.tense, scene.discourse.kin(dated, pool.opening.kind), common, min(len(scene.dates), 2)


def head_facts(pool: Pool, dated: Dated, place: str, rank: int, status: str, form: str) -> tuple[Any, ...]:
    """Which date of the text's head it is."""
    return place, rank, status, min(len(pool.scene.dates), 2), form, dated.tense


@naming("kind", "pos")
def before_features(opening: Opening, back: int, rank: int, count: int, common: str, parted: bool, form: str) -> Found:
    """A date of a sentence before, and how many stand in this one."""
    of = f"of{count}"
    for name in ("before", f"before:{opening.kind}", f"before:{of}", f"before:{common}", f"before:paragraph{parted}", f"before:{form}", f"before:{opening.pos}",
                 f"back{back}", f"back{back}:rank{rank}", f"back{back}:{of}", f"back{back}:{common}:{of}", f"back{back}:paragraph{parted}:{of}"):  # fmt: skip
        yield name, 1.0


@naming("pos")
def carry_features(opening: Opening, way: str, back: int, status: str, tense: str, kin: str, common: str, count: int) -> Found:
    """A date carried on to another sentence."""
    for name in (status, f"{status}:{tense}", f"{status}:of{count}", kin, f"{kin}:{opening.pos}", f"{kin}:{back}", f"{kin}:{status}", f"{kin}:{common}",
                 f"of{count}:{kin}:{common}"):  # fmt: skip
        yield f"carry:{way}:{name}", 1.0


@naming("kind", "pos")
def head_features(opening: Opening, place: str, rank: int, status: str, count: int, form: str, tense: str) -> Found:
    """A date of the text's head."""
    kind = opening.kind
    for name in ("date", f"rank{rank}", status, f"{status}:of{count}", kind, form, f"{form}:of{count}", tense, f"{tense}:{status}", opening.pos, f"{kind}:{status}"):
        yield f"{place}:{name}", 1.0
