"""Good answers made of gold: what a model would say that reads as the gold's authors did.

They quote the gold's own forms where these stand in the text, else words that are read as them, and the sentence of the
anchor. Figures that come of them are figures of the plumbing, not of any model's quality.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from wektor.engines.grammar import GrammarEngine
from wektor.engines.llm.alignment import Text
from wektor.evaluation.gold import GoldArgument, GoldClaim, GoldDocument
from wektor.evaluation.matching import dates_agree, filler_matches
from wektor.model import Actor, Equipment, Filler, Money, Quantity, Span

_ENOUGH = 80  # characters that tell a text


class GoldReader:
    """Knows the gold and quotes the text."""

    def __init__(self, gold: GoldDocument, desk: GrammarEngine) -> None:
        self.document, self.gold, self.desk = gold.document, gold, desk
        self.text, self.sentences = Text(gold.text), desk.sentences(gold.document)
        self.readings = [f for s in self.sentences for f in desk.fillers(gold.document, s)]
        named = {f.span for f in self.readings if isinstance(f, Actor) and f.state is not None}  # whose people they are may be a guess: nobody would quote them for the state
        self._vague = named & {f.span for f in self.readings if isinstance(f, Actor) and f.state is None}

    def claim(self, claim: GoldClaim) -> dict[str, Any]:
        """The claim as an answer tells it."""
        kind, at = claim.kinds[0], self.gold.text.index(claim.anchor)
        own = [s for s in self.sentences if s.overlaps(Span(at, at + len(claim.anchor)))]
        roles: dict[str, list[str]] = {}
        for argument in claim.filled(kind):
            quote = self.quote(argument, at, own, [q for quotes in roles.values() for q in quotes])
            if quote is not None:
                roles.setdefault(argument.role, []).append(quote)
        return {"kind": kind, "status": claim.status, "attribute": claim.attribute, "date": self.date(claim.date, at), "roles": roles,
                "evidence": [Span(own[0].start, own[-1].end).cut(self.gold.text)]}  # fmt: skip

    def quote(self, argument: GoldArgument, at: int, own: list[Span], taken: Sequence[str] = ()) -> str | None:
        """The nearest words that say the argument: an accepted form, else words that are read as one; none that are taken."""
        accepted = argument.accepted
        forms = accepted if isinstance(accepted, tuple) else ()
        spans = [place for form in forms for place in self.text.places(form)]
        read = [f.span for f in self.readings if _fits(argument.role, f) and filler_matches(accepted, f) and f.span not in self._vague]
        here = [s for s in spans if any(o.contains(s) for o in own)]
        for found in (here, [s for s in read if any(o.contains(s) for o in own)], spans, read):
            if free := [s for s in found if s.cut(self.gold.text) not in taken]:
                return min(free, key=lambda s: (abs(s.start - at), -s.end)).cut(self.gold.text)
        return None

    def date(self, date: str | None, at: int) -> str | None:
        """The words of the date, if some words have it."""
        spans = [m.span for m in self.desk.dates(self.document) if date and m.edtf and dates_agree(date, m.edtf)]
        return min(spans, key=lambda s: abs(s.start - at)).cut(self.gold.text) if spans else None


def _fits(role: str, filler: Filler) -> bool:
    """Whether words that are read so may fill the role: a type of equipment is nobody, and somebody no type."""
    if role in ("quantity", "value"):
        return isinstance(filler, Quantity | Money)
    return isinstance(filler, Equipment) == (role == "item") and not isinstance(filler, Quantity | Money)


class GoldModel:
    """Answers requests from gold documents, each stretch of a text with the claims whose evidence it holds; for ``FakeModel(answer=…)``."""

    def __init__(self, gold: Iterable[GoldDocument]) -> None:
        desk, self._claims, self._starts = GrammarEngine(), list[list[dict[str, Any]]](), list[int]()
        self._texts = ""
        for one in gold:
            reader = GoldReader(one, desk)
            self._starts.append(len(self._texts))
            self._claims.append([reader.claim(c) for c in one.claims])
            self._texts += f"{one.text}\n"

    def __call__(self, body: dict[str, Any]) -> str:
        """The content of the answer; no claims of a text that is not known."""
        asked = next(str(m["content"]) for m in body["messages"] if m["role"] == "user")
        claims = [c for c in self._known(asked) if str(c["evidence"][0]) in asked]
        return json.dumps({"claims": claims}, ensure_ascii=False)

    def _known(self, asked: str) -> list[dict[str, Any]]:
        """The claims of the text that holds the longest of the lines."""
        for line in sorted(map(str.strip, asked.splitlines()), key=len, reverse=True)[:5]:
            at = self._texts.find(line[:_ENOUGH]) if line else -1
            if at >= 0:
                return self._claims[bisect_right(self._starts, at) - 1]
        return []
