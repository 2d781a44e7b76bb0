"""Particulars: what the text offers for a claim's number, amount, place and name, and how one is chosen."""

from collections.abc import Sequence

from wektor import read
from wektor.engines.grammar import Analysis
from wektor.grammar.discourse import Discourse
from wektor.grammar.drafting import Way
from wektor.grammar.option import Option
from wektor.grammar.particulars import choose_particulars, particular_options
from wektor.grammar.referents import Pool
from wektor.grammar.triggers import Trigger
from wektor.grammar.weighing import Scale
from wektor.model import Document, Filler, Money, Quantity, Span


class Ways:
    """Keeps the likeliest way to tell each trigger."""

    def __init__(self) -> None:
        self.found: list[Way] = []

    def meet(self, pool: Pool, discourse: Discourse, around: Sequence[Trigger]) -> None:
        """Nothing to keep."""

    def judge(self, ways: Sequence[Way], ranges: Sequence[Span]) -> None:
        """Keep the likeliest."""
        self.found.append(max(ways, key=lambda w: w.proposal.score))


def ways(text: str, kind: str, lang: str = "en") -> list[Way]:
    watch = Ways()
    Analysis(Document(id="t", text=text, lang=lang), observe=watch)
    return [w for w in watch.found if w.proposal.trigger.frame.kind == kind]


def offered(text: str, kind: str, role: str, lang: str = "en") -> list[Filler]:
    found: list[Filler] = []
    for way in ways(text, kind, lang):
        options: dict[str, list[Option]] = dict(particular_options(way.pool, way.proposal.roles, way.proposal.roles.get("item", [])))
        found += [o.filler for o in options.get(role, []) if o.filler is not None]
    return found


def test_every_number_that_counts_is_offered_and_no_year() -> None:
    numbers = offered("Norway sold Ghana four Hawk jets and trained nine pilots in 2019.", "order", "quantity")
    assert {n.value for n in numbers if isinstance(n, Quantity)} == {4, 9}


def test_the_number_under_which_a_thing_was_named_before_is_offered() -> None:
    numbers = offered("Norway sold Ghana four Hawk jets in 2019. In May 2020 Norway delivered the Hawk jets to Ghana.", "delivery", "quantity")
    assert 4 in [n.value for n in numbers if isinstance(n, Quantity)]


def test_an_amount_of_the_next_sentence_is_offered_but_not_of_the_next_paragraph() -> None:
    told = "Norway ordered four Hawk jets from Britain in 2019."
    amounts = offered(f"{told} The price comes to 30 million euros.", "order", "value")
    assert {m.amount for m in amounts if isinstance(m, Money)} == {30_000_000}
    assert not offered(f"{told}\n\nThe budget comes to 30 million euros.", "order", "value")


def test_places_may_be_sites() -> None:
    sites = offered("Hanwha assembles K9 howitzers in Poland at a plant near Radom.", "production", "site")
    assert {"Poland", "Radom"} <= {s.text for s in sites}


def test_a_name_in_quotation_marks_may_be_an_exercise() -> None:
    assert "quiet harbour" not in [n.text for n in offered("Ghana and Togo held a joint “quiet harbour” exercise in May 2021.", "exercise", "entity")]
    assert {n.text for n in offered("Ghana i Togo przeprowadziły w maju wspólne ćwiczenia „Spokojny port”.", "exercise", "entity", "pl")} == {"Spokojny port"}


def test_the_likeliest_is_chosen_and_none_where_nothing_speaks_for_any() -> None:
    way = ways("Norway sold Ghana four Hawk jets in 2019.", "order")[0]
    items = way.proposal.roles["item"]
    assert choose_particulars(way.pool, way.proposal.roles, items, Scale({})) == {}
    chosen = choose_particulars(way.pool, way.proposal.roles, items, Scale({"quantity:held:own": 1.0}))
    assert isinstance(number := chosen["quantity"], Quantity) and number.value == 4


def test_a_particular_outside_the_sentence_has_its_sentence_as_evidence() -> None:
    text = "Norway ordered four Hawk jets from Britain in 2019. The price comes to 30 million euros."
    for draft in (d for d in Analysis(Document(id="t", text=text, lang="en")).drafts if "value" in d.roles):
        span = draft.roles["value"][0].span
        assert any(e.contains(span) for e in draft.evidence)


def test_more_of_a_thing_does_not_take_its_number_over():
    text = "In 2017 Peru received six MiG-29 jets from Belarus. In 2019 it ordered more MiG-29 jets from Belarus."
    assert {c.kind: "quantity" in c.roles for c in read(text, lang="en")} == {"delivery": True, "order": False}
