"""The packs' examples: whatever the weights, each expected claim has a trigger of its kind, and its fillers are at hand."""

from collections.abc import Sequence

import pytest

from wektor.engines.grammar import Analysis
from wektor.grammar.discourse import Discourse
from wektor.grammar.drafting import Way
from wektor.grammar.fillers import filler_of
from wektor.grammar.referents import Pool
from wektor.grammar.triggers import Trigger
from wektor.lexicon.loading import PACKS, decode
from wektor.lexicon.packs import Example, ExamplePack
from wektor.model import Document, Span

PLAIN = {"kind", "status", "attribute", "date", "quantity", "value"}
EXAMPLES = [(lang, e) for lang in ("en", "pl") for e in decode(PACKS / "lang" / lang / "examples.yaml", ExamplePack).examples]


class Watch:
    """Keeps every pool that a text opens."""

    def __init__(self) -> None:
        self.pools: list[Pool] = []

    def meet(self, pool: Pool, discourse: Discourse, around: Sequence[Trigger]) -> None:
        self.pools.append(pool)

    def judge(self, ways: Sequence[Way], ranges: Sequence[Span]) -> None:
        """What is made of the pools depends on weights."""


def pools(lang: str, text: str) -> list[Pool]:
    watch = Watch()
    Analysis(Document(id="t", text=text, lang=lang), observe=watch)
    return watch.pools


@pytest.mark.parametrize(("lang", "example"), EXAMPLES, ids=[f"{lang}-{n}" for n, (lang, _) in enumerate(EXAMPLES)])
def test_triggers_and_fillers_are_there(lang: str, example: Example) -> None:
    seen = pools(lang, example.text)
    for wanted in example.claims:
        mine = [p for p in seen if p.trigger.frame.kind == wanted["kind"]]
        assert mine, f"no trigger of {wanted['kind']}"
        for role, value in wanted.items():
            if role not in PLAIN:
                fillers = [filler_of(role, r.mention) for p in mine for r in (p.items if role == "item" else p.actors)]
                assert any(f is not None and value in (f.name, f.text) for f in fillers), f"no {role} {value}"


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_every_kind_and_status_is_exemplified(lang: str) -> None:
    claims = [c for own, e in EXAMPLES if own == lang for c in e.claims]
    assert {c["kind"] for c in claims} >= {"agreement", "order", "delivery", "aid", "production", "venture", "technology_transfer",
                                           "training", "exercise", "operation", "talks", "selection", "relation"}  # fmt: skip
    assert {c.get("status") for c in claims} >= {"planned", "ongoing", "done", "ended", "denied"}
