"""Weighing sums what learning sees: the same groups of features, by facts."""

from collections.abc import Sequence

import pytest

from wektor.engines.grammar import Analysis
from wektor.grammar import weighing
from wektor.grammar.appraisal import Opened, open_roles, takers_first
from wektor.grammar.discourse import Discourse
from wektor.grammar.drafting import Way
from wektor.grammar.features import filler_features
from wektor.grammar.referents import Pool
from wektor.grammar.triggers import Trigger
from wektor.grammar.weighing import Memo, Scales, scales_of
from wektor.lexicon.weights import load_weights
from wektor.model import Document, Span

TEXTS = {
    "en": "Poland ordered 24 K2 tanks from Hyundai Rotem in 2022. The company will deliver them by 2025. The ministry said a Turkish firm, "
    "Baykar, had offered Warsaw its Bayraktar TB2 drones. It also trained 40 Polish crews.",
    "pl": "W maju 2022 r. Polska zamówiła w Korei Południowej 24 czołgi K2. Koncern dostarczy je do 2025 r. Przekazał też Ukrainie haubice Krab.",
    "tr": "Polonya 2022'de Güney Kore'den 24 K2 tankı sipariş etti. Şirket bunları 2025'e kadar teslim edecek.",
}


class Watch:
    """Checks every pool that a text opens, and every way that is weighed."""

    def __init__(self) -> None:
        self.scales, self.pools, self.ways = scales_of(load_weights()), 0, 0

    def meet(self, pool: Pool, discourse: Discourse, around: Sequence[Trigger]) -> None:
        """The fields hold the sums of all features."""
        self.pools += 1
        Opened(self.scales.filler, pool.opening).appraise(pool)
        for role in open_roles(pool.opening.kind, takers_first(pool)):
            for own, referent in pool.fields[role]:
                assert own == pytest.approx(self.scales.filler.weigh(filler_features(pool, role, referent)))
        pool.fields.clear()

    def judge(self, ways: Sequence[Way], ranges: Sequence[Span]) -> None:
        """A way's score is the sum of its features."""
        self.ways += len(ways)
        for way in ways:
            assert way.proposal.score == pytest.approx(self.scales.claim.weigh(way.features))


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_sums_by_facts_are_sums_over_features(lang: str) -> None:
    watch = Watch()
    Analysis(Document(id="t", text=TEXTS[lang], lang=lang), observe=watch)
    assert watch.pools and watch.ways


def test_a_memo_makes_each_value_once() -> None:
    made: list[int] = []
    memo = Memo(lambda key: made.append(key) or key * 2)
    assert [memo[2], memo[2], memo[3]] == [4, 4, 6]
    assert made == [2, 3]


def test_sums_are_forgotten_when_they_are_many_and_made_again_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "_SUMS", 10)
    scales = Scales(load_weights())
    opened = scales.of(lambda tables, name: tables.filler.of(lambda fact: [(f"{name}:{fact}", 1.0), ("hand", float(fact))]))
    first = opened["item"]
    sums = [first[number,] for number in range(25)]
    assert "item" not in opened and opened["item"] is not first
    assert [opened["item"][number,] for number in range(25)] == sums and sums[1] - sums[0] == sums[2] - sums[1] != 0.0
