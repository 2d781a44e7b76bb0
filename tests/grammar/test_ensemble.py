"""Fillers taken together: whom they leave out, and what was told before."""

from collections.abc import Sequence

from wektor.engines.grammar import Analysis
from wektor.grammar.discourse import Discourse
from wektor.grammar.drafting import Way
from wektor.grammar.referents import Pool
from wektor.grammar.triggers import Trigger
from wektor.model import Document, Span


class Ways:
    """Keeps every way to tell what a trigger opens."""

    def __init__(self) -> None:
        self.found: list[Way] = []

    def meet(self, pool: Pool, discourse: Discourse, around: Sequence[Trigger]) -> None:
        """Nothing to keep."""

    def judge(self, ways: Sequence[Way], ranges: Sequence[Span]) -> None:
        """Keep all."""
        self.found += ways


def ways_of(text: str) -> list[tuple[dict[str, list[str]], set[str]]]:
    watch = Ways()
    Analysis(Document(id="t", text=text, lang="en"), observe=watch)
    return [({role: [m.text for m in ms] for role, ms in w.proposal.roles.items()}, {name for name, _ in w.features}) for w in watch.found]


def test_an_actor_without_a_role_is_left_out() -> None:
    for roles, names in ways_of("Norway sold Ghana four Hawk jets in 2019."):
        taken = {text for role in ("supplier", "recipient") for text in roles.get(role, [])}
        assert f"left-actors{2 - len(taken & {'Norway', 'Ghana'})}" in names


def test_what_was_told_before_is_known() -> None:
    found = ways_of("Norway delivered four Hawk jets to Ghana in 2019. In 2020 Norway sold Ghana ten M113 carriers.")
    told = [names for roles, names in found if roles.get("supplier") == ["Norway"] and roles.get("recipient") == ["Ghana"] and "order:one-state" not in names]
    assert any("flow-told" in names for names in told)
    assert not any("flow-turned" in names for names in told)
