"""A group of features names no more of an opening than it says: else openings would share sums that are not theirs."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from wektor.engines.analysis import Analysis
from wektor.evaluation.gold import load_gold
from wektor.grammar import company
from wektor.grammar.appraisal import open_roles
from wektor.grammar.dating import date_options
from wektor.grammar.discourse import Discourse
from wektor.grammar.drafting import Way
from wektor.grammar.ensemble import cast_of, core_facts
from wektor.grammar.features import EARLIER, EARLIER_FOR_ROLE, FOR_ROLE, HERE
from wektor.grammar.openings import Group, Opening, narrowed, parts_of
from wektor.grammar.referents import Pool
from wektor.grammar.standing import status_facts
from wektor.grammar.triggers import Trigger
from wektor.grammar.worth import Standing, event_facts, filled, role_features
from wektor.model import Document, Span, core_roles

EVALS = Path(__file__).parents[2] / "evals"


class Spy:
    """Spells every group of features that a text asks for twice: under the whole opening, and under what the group says it names."""

    def __init__(self) -> None:
        self.groups: set[Group] = set()

    def meet(self, pool: Pool, discourse: Discourse, around: Sequence[Trigger]) -> None:
        """Fillers, status, dates."""
        opening = pool.opening
        for role in open_roles(opening.kind, taker=True):
            for referent in pool.items if role == "item" else pool.actors:
                for group in EARLIER if referent.back else HERE:
                    self.spell(group.features, opening, group.facts(pool, referent), role)
                for group in FOR_ROLE + (EARLIER_FOR_ROLE if referent.back else ()):
                    if group.concerns(pool, role):
                        self.spell(group.features, opening, group.facts(pool, role, referent), role)
            self.spell(company.none_features, opening, (0,), role)
            self.spell(company.joining_features, opening, ("home", True, ("item", "recipient"), "before" if role in company._FLOW else "", "firm-facing-org"), role)
            self.spell(company.second_features, opening, ("org", True, True), role)
        for group, facts in status_facts(pool):
            self.spell(group, opening, facts)
        for status in ("planned", "done"):
            for option in date_options(pool, status):
                for group, facts in option.groups:
                    self.spell(group, opening, facts)

    def judge(self, ways: Sequence[Way], ranges: Sequence[Span]) -> None:
        """Whole claims."""
        for way in ways:
            pool, filling, proposal = way.pool, way.proposal.filling, way.proposal
            roles = core_roles(pool.opening.kind)
            standing = Standing(proposal.status, proposal.date, pool.scene.cues(pool.trigger), pool.scene.others(pool.trigger))
            for group, facts in (*event_facts(pool, standing), *cast_of(pool, filling).told, *core_facts(pool, filling, roles)):
                self.spell(group, pool.opening, facts)
            for role in roles:
                self.spell(role_features, pool.opening, filled(filling, role)[0])

    def spell(self, group: Group, opening: Opening, facts: Any, *role: str) -> None:
        """The same words either way."""
        self.groups.add(group)
        known = tuple(facts)
        assert list(group(*role, opening, *known)) == list(group(*role, narrowed(group, opening), *known)), group


def texts() -> Iterator[Document]:
    """A few of every language."""
    for lang in ("en", "pl", "ru", "tr", "uk"):
        yield from [g.document for g in load_gold(EVALS) if g.document.lang == lang][:3]


def test_groups_name_what_they_say() -> None:
    spy = Spy()
    for document in texts():
        Analysis(document, observe=spy)
    assert len(spy.groups) > 40 and sum(parts_of(group) is not None for group in spy.groups) > 35


def test_openings_that_differ_in_what_is_not_named_are_one() -> None:
    one, other = Opening("order", "take", "verb", "order", True), Opening("order", "give", "noun", "purchase", False)
    assert narrowed(company.second_features, one) == narrowed(company.second_features, other)
    assert narrowed(company.joining_features, one) != narrowed(company.joining_features, other)
    assert narrowed(company.none_features, one) == one
