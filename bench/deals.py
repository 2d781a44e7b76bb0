"""Measures merging on the gold deals of evals/deals: pairwise and B-cubed precision, recall and F1.

``python bench/deals.py`` merges the gold claims; ``--read`` merges what ``wektor.read`` finds in the texts.
"""

import hashlib
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path

import msgspec
import yaml

from wektor.model import Actor, Claim, Equipment, Evidence, Filler, Money, Quantity, WektorError
from wektor.model.register import ClaimRecord, claim_id
from wektor.resolve import derive
from wektor.resolve.facts import GIVERS, TAKERS

GOLD = Path(__file__).resolve().parent.parent / "evals" / "deals"
Partition = Mapping[str, str]  # claim id -> deal


class Article(msgspec.Struct):
    """One article of the gold set, with its claims and the deal of each."""

    id: str
    lang: str
    published: str
    publisher: str
    text: str
    group: str
    claims: list[tuple[str, Claim]]

    @property
    def digest(self) -> str:
        """What names the document."""
        return hashlib.sha256(f"{self.publisher}\n{self.text}".encode()).hexdigest()


def articles() -> list[Article]:
    """All articles; copies repeat their original's text after another opening."""
    found: dict[str, Article] = {}
    for path in sorted(GOLD.glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8"))["articles"]:
            found[row["id"]] = _copy(row, found) if "copy_of" in row else _article(row)
    return list(found.values())


def _article(row: dict[str, object], lead: str = "") -> Article:
    text = lead + str(row["text"])
    claims = [(str(c["d"]), make_claim(str(row["id"]), text, c)) for c in row["claims"]]  # type: ignore[attr-defined]
    return Article(str(row["id"]), str(row["lang"]), str(row["published"]), str(row["publisher"]), text, str(row["id"]), claims)


def _copy(row: dict[str, object], found: Mapping[str, Article]) -> Article:
    original = found[str(row["copy_of"])]
    shift = len(str(row["lead"]))
    claims = [(deal, _shifted(claim, shift)) for deal, claim in original.claims]
    return Article(str(row["id"]), original.lang, original.published, str(row["publisher"]), f"{row['lead']}{original.text}", original.group, claims)


def _shifted(claim: Claim, shift: int) -> Claim:
    move = lambda f: msgspec.structs.replace(f, start=f.start + shift, end=f.end + shift)  # noqa: E731
    roles = {role: tuple(move(f) for f in group) for role, group in claim.roles.items()}
    return msgspec.structs.replace(claim, roles=roles, evidence=move(claim.evidence))


def make_claim(doc: str, text: str, row: Mapping[str, object]) -> Claim:
    """A claim of the gold set's short form; every quote must stand in the text."""
    kind, quote = str(row["k"]), str(row["q"])
    start = text.index(quote)
    roles: dict[str, tuple[Filler, ...]] = {}
    sides = {"from": GIVERS.get(kind, ("",))[0], "to": TAKERS.get(kind, ("",))[0], "party": "party"}
    for short, role in sides.items():
        if short in row:
            roles[role] = tuple(_actor(str(f), text, start) for f in row[short])  # type: ignore[attr-defined]
    if "item" in row:
        roles["item"] = tuple(_item(str(f), text, start) for f in row["item"])  # type: ignore[attr-defined]
    if "n" in row:
        words, _, number = str(row["n"]).partition("|")
        roles["quantity"] = (Quantity(value=int(number), unit="pieces", **_place(words, text, start)),)
    if "v" in row:
        words, _, value = str(row["v"]).partition("|")
        roles["value"] = (Money(amount=int(value.split()[0]), currency=value.split()[1], **_place(words, text, start)),)
    date = str(row["t"]) if row.get("t") else None
    return Claim(doc=doc, kind=kind, attribute=row.get("a"), status=str(row["s"]), date=date, roles=roles,  # type: ignore[arg-type]
                 evidence=Evidence(start, start + len(quote), quote), engine="gold", confidence=0.9)  # fmt: skip


def _place(words: str, text: str, near: int) -> dict[str, object]:
    """Where words stand: from the evidence on, else before it."""
    at = text.find(words, near)
    at = at if at >= 0 else text.index(words)
    return {"text": words, "start": at, "end": at + len(words)}


def _actor(filler: str, text: str, near: int) -> Actor:
    words, *rest = filler.split("|")
    if len(rest) == 1:
        return Actor(id=f"state:{rest[0]}", name=rest[0], state=rest[0], **_place(words, text, near))
    return Actor(id="org:" + "-".join(rest[0].lower().split()), name=rest[0], state=rest[1], **_place(words, text, near))


def _item(filler: str, text: str, near: int) -> Equipment:
    words, name, cls = filler.split("|")
    ident = "eq:" + "-".join(name.lower().split()) if name else "class:" + cls.replace(" ", "-")
    return Equipment(id=ident, name=name or cls, cls=cls, **_place(words, text, near))


def record(article: Article, claim: Claim, groups: Mapping[str, str]) -> ClaimRecord:
    """The claim as the ledger would hold it."""
    return ClaimRecord(id=claim_id(article.digest, claim), document=article.digest, copy_group=groups[article.group], claim=claim,
                       published=article.published, publisher=article.publisher, lang=article.lang, engine=claim.engine)  # fmt: skip


def gold_records() -> tuple[list[ClaimRecord], dict[str, str]]:
    """The gold claims as records, and the deal of each."""
    held = articles()
    groups = {a.id: a.digest for a in held}
    rows = [(record(a, claim, groups), deal) for a in held for deal, claim in a.claims]
    return [r for r, _ in rows], {r.id: deal for r, deal in rows}


def read_records() -> tuple[list[ClaimRecord], dict[str, str]]:
    """What ``wektor.read`` finds, and the deal of the gold claim that shares most of its evidence and its kind of sides."""
    import wektor

    held = articles()
    groups = {a.id: a.digest for a in held}
    records: list[ClaimRecord] = []
    deals: dict[str, str] = {}
    for article in held:
        try:
            claims = wektor.read(article.text, published=article.published, lang=article.lang)
        except WektorError:
            continue
        for claim in claims:
            if best := _nearest(claim, article):
                records.append(record(article, claim, groups))
                deals[records[-1].id] = best
    return records, deals


def _nearest(claim: Claim, article: Article) -> str | None:
    """The gold deal whose claim's item and evidence the read claim shares most; None if it touches none."""
    span = claim.evidence
    items = {(f.start, f.end) for f in claim.roles.get("item", ())}

    def shared(gold: Claim) -> tuple[bool, int]:
        own = any(f.start < e and s < f.end for f in gold.roles.get("item", ()) for s, e in items)
        return own, min(span.end, gold.evidence.end) - max(span.start, gold.evidence.start)

    scored = [(shared(gold), deal) for deal, gold in article.claims]
    best = max(scored, key=lambda t: t[0])
    return best[1] if best[0][1] > 0 else None


def measure(gold: Partition, found: Partition) -> dict[str, float]:
    """Pairwise and B-cubed precision, recall, F1 (Bagga and Baldwin 1998), in percent. A claim in no deal stands alone."""
    own = {c: found.get(c, c) for c in gold}
    right, said, true = (_pairs(x) for x in (Counter((gold[c], own[c]) for c in gold), Counter(own.values()), Counter(gold.values())))
    both, by_gold, by_own = Counter((gold[c], own[c]) for c in gold), Counter(gold.values()), Counter(own.values())
    precision = sum(both[gold[c], own[c]] / by_own[own[c]] for c in gold) / max(len(gold), 1)
    recall = sum(both[gold[c], own[c]] / by_gold[gold[c]] for c in gold) / max(len(gold), 1)
    return {**_named("pairwise", right / max(said, 1), right / max(true, 1)), **_named("b-cubed", precision, recall)}


def _pairs(counts: Mapping[object, int]) -> int:
    return sum(n * (n - 1) // 2 for n in counts.values())


def _named(name: str, precision: float, recall: float) -> dict[str, float]:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {f"{name} {k}": round(100 * v, 1) for k, v in (("precision", precision), ("recall", recall), ("F1", f1))}


def mistakes(gold: Partition, found: Partition, records: Iterable[ClaimRecord]) -> list[str]:
    """Which deals were mixed or torn apart, a line each."""
    clusters: dict[str, Counter[str]] = {}
    for claim, deal in gold.items():
        clusters.setdefault(found.get(claim, "none"), Counter())[deal] += 1
    torn = Counter(d for c in clusters.values() for d in c)
    return [f"{k}: {dict(c)}" for k, c in clusters.items() if len(c) > 1 or any(torn[d] > 1 for d in c)]


def main() -> None:
    """Print the table; with ``-v`` the mistakes."""
    records, gold = read_records() if "--read" in sys.argv else gold_records()
    view = derive(records)
    found = {claim: deal.id for deal in view.deals.values() for claim in deal.claims}
    print(f"{len(records)} claims, {len(set(gold.values()))} gold deals, {len(set(found.values()))} deals found")
    for name, value in measure(gold, found).items():
        print(f"{name:22}{value:6.1f}")
    if "-v" in sys.argv:
        print(*mistakes(gold, found, records), sep="\n")
        for a, b in combinations(sorted(set(found.values())), 2):
            assert a != b


if __name__ == "__main__":
    main()
