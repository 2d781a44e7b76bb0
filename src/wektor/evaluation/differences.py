"""Where two readings of the same texts differ, and which of them is right by gold."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from wektor.evaluation.errors import differences_of
from wektor.evaluation.folding import same_name
from wektor.evaluation.gold import GoldClaim, GoldDocument
from wektor.evaluation.pairing import pair_claims
from wektor.model import Claim, Filler, core_roles

Told = Literal["both", "only A", "only B", "neither"]


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One claim of the gold, or of a reading, as the two readings have it.

    ``gold`` is None for what should not have been told. ``wrong_a`` and ``wrong_b`` say what each gets wrong of a claim
    of the gold that it found, or that it should not have told it.
    """

    doc: str
    lang: str
    told: Told
    gold: GoldClaim | None
    a: Claim | None = None
    b: Claim | None = None
    wrong_a: tuple[str, ...] = ()
    wrong_b: tuple[str, ...] = ()

    @property
    def better(self) -> Literal["A", "B", "", "-"]:
        """Who is nearer the gold; empty if both are as good, ``-`` if gold does not say."""
        if self.gold is not None and self.gold.optional:
            return "-"
        right = (_merit(self.a, self.gold, self.wrong_a), _merit(self.b, self.gold, self.wrong_b))
        return "" if right[0] == right[1] else "A" if right[0] > right[1] else "B"

    @property
    def differs(self) -> bool:
        """Whether the two readings are not the same here."""
        return self.told in ("only A", "only B") or self.wrong_a != self.wrong_b


def _merit(claim: Claim | None, gold: GoldClaim | None, wrong: Sequence[str]) -> tuple[bool, int]:
    """Right to tell what is in the gold and to be silent on what is not; then the less wrong the better."""
    return (claim is not None) == (gold is not None), -len(wrong)


def differences(gold: Sequence[GoldDocument], a: Mapping[str, Sequence[Claim]], b: Mapping[str, Sequence[Claim]]) -> list[Difference]:
    """Every claim of the gold and of both readings, document by document; a document without an entry has no claims."""
    return [row for document in gold for row in _compare(document, a.get(document.id, ()), b.get(document.id, ()))]


def _compare(document: GoldDocument, a: Sequence[Claim], b: Sequence[Claim]) -> Iterator[Difference]:
    found_a, found_b = dict(pair_claims(document.claims, a)), dict(pair_claims(document.claims, b))
    for i, wanted in enumerate(document.claims):
        one, other = (a[found_a[i]] if i in found_a else None), (b[found_b[i]] if i in found_b else None)
        if wanted.optional and one is None and other is None:
            continue
        yield Difference(doc=document.id, lang=document.lang, told=_told(one, other), gold=wanted, a=one, b=other,
                         wrong_a=differences_of(wanted, one) if one else (), wrong_b=differences_of(wanted, other) if other else ())  # fmt: skip
    left_a = [claim for j, claim in enumerate(a) if j not in found_a.values()]
    left_b = [claim for j, claim in enumerate(b) if j not in found_b.values()]
    for one in left_a:
        other = next((claim for claim in left_b if same_telling(one, claim)), None)
        if other is not None:
            left_b.remove(other)
        yield _wrong(document, one, other)
    yield from (_wrong(document, None, other) for other in left_b)


def _wrong(document: GoldDocument, a: Claim | None, b: Claim | None) -> Difference:
    why = ("not in the gold",)
    return Difference(doc=document.id, lang=document.lang, told=_told(a, b), gold=None, a=a, b=b, wrong_a=why if a else (), wrong_b=why if b else ())


def _told(a: Claim | None, b: Claim | None) -> Told:
    return ("both" if b else "only A") if a else ("only B" if b else "neither")


def same_telling(one: Claim, other: Claim) -> bool:
    """Whether both tell the same thing of the same words: kind, sentence, and somebody or something in each core role that both fill."""
    if one.kind != other.kind or not one.evidence.span.overlaps(other.evidence.span):
        return False
    shared = [role for role in core_roles(one.kind) if one.roles.get(role) and other.roles.get(role)]
    return bool(shared) and all(any(_same(f, g) for f in one.roles[role] for g in other.roles[role]) for role in shared)


def _same(one: Filler, other: Filler) -> bool:
    mine, theirs = getattr(one, "id", ""), getattr(other, "id", "")
    return mine == theirs if mine and theirs else same_name(one.text, other.text)


def summarise(rows: Sequence[Difference]) -> dict[str, Counter[str]]:
    """How many claims of the gold, optional ones apart, and how many wrong ones, both, either and neither told."""
    counts: dict[str, Counter[str]] = {"in the gold": Counter(), "optional": Counter(), "wrong": Counter()}
    for row in rows:
        name = "wrong" if row.gold is None else "optional" if row.gold.optional else "in the gold"
        counts[name][row.told] += 1
    return counts
