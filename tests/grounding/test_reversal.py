"""Drafts without a trigger: refused where the text's own flow runs the other way, or nothing denies what is told as denied."""

import msgspec
import pytest

from tests.grounding.samples import ENGLISH, check, english
from wektor.grounding import FakeReader, ground
from wektor.grounding.reversal import flows_of, misstated, turned_round, undenied
from wektor.model import Claim, Document, Draft, Rejected

change = msgspec.structs.replace


def untriggered(draft: Draft) -> Draft:
    """The draft as an engine gives it that names no trigger."""
    return change(draft, trigger=None)


def swapped(draft: Draft) -> Draft:
    """Giver and taker changed about."""
    return change(draft, roles=draft.roles | {"supplier": draft.roles["recipient"], "recipient": draft.roles["supplier"]})


def against(draft: Draft, *truths: Draft) -> str:
    """Why the draft is refused by a reader of these truths; empty if it is not."""
    result = ground(draft, ENGLISH, FakeReader(truths))
    return result.reason if isinstance(result, Rejected) else ""


def sure(draft: Draft, confidence: float = 0.9, **fields: object) -> Draft:
    """A reading of the grammar's own."""
    return change(draft, confidence=confidence, **fields)


ORDER, DENIAL, _ = english()


def test_a_flow_turned_round_is_refused_whatever_its_kind() -> None:
    assert "KAZ is the taker and Turkish Aerospace the giver in the evidence" in against(untriggered(swapped(ORDER)), sure(ORDER))
    assert "in the evidence" in against(untriggered(swapped(ORDER)), sure(ORDER, kind="delivery"))


def test_what_the_grammar_is_unsure_of_or_reads_both_ways_stands_against_nothing() -> None:
    assert against(untriggered(swapped(ORDER)), sure(ORDER, 0.55)) == ""
    assert against(untriggered(swapped(ORDER)), sure(ORDER), sure(swapped(ORDER), 0.5)) == ""
    assert against(untriggered(ORDER), sure(ORDER)) == ""


def test_who_takes_in_a_reading_of_the_kind_may_take_where_things_flow_both_ways() -> None:
    back = change(swapped(ORDER), roles=swapped(ORDER).roles | {"supplier": (change(ORDER.roles["recipient"][0], id="state:UZB", name="UZB", state="UZB"),)})
    assert against(untriggered(swapped(ORDER)), sure(ORDER), sure(back)) == ""


def test_a_reading_that_has_a_state_for_its_firm_must_be_surer() -> None:
    loose = change(ORDER, roles=ORDER.roles | {"supplier": (change(ORDER.roles["supplier"][0], id="state:TUR", name="TUR"),)})
    mine = untriggered(swapped(ORDER))
    refused = [bool(list(turned_round(mine, next(flows_of(mine)), [sure(loose, c)], ORDER.evidence, plainly=False))) for c in (0.8, 0.95)]
    assert refused == [False, True]


class Stating(FakeReader):
    """A reader by whose first look another status suits the words so much better."""

    def __init__(self, odds: float, *truths: Draft) -> None:
        super().__init__(truths)
        self.odds = odds

    def other_status(self, document: Document, evidence: object, kind: str, status: str) -> tuple[str, float]:
        """As it was told."""
        return "done", self.odds


@pytest.mark.parametrize(("odds", "read", "refused"), [(6.0, "done", True), (1.0, "done", False), (6.0, "ended", False)])
def test_a_status_is_refused_where_the_words_are_far_from_it_and_nothing_is_read_so(odds: float, read: str, refused: bool) -> None:
    result = ground(untriggered(change(ORDER, status="ended")), ENGLISH, Stating(odds, change(ORDER, status=read)))
    assert isinstance(result, Rejected) == refused


def test_the_status_of_another_event_says_nothing() -> None:
    other = change(ORDER, roles={"recipient": (change(ORDER.roles["recipient"][0], id="state:UZB", name="UZB", state="UZB"),)})
    assert not list(misstated(untriggered(change(ORDER, status="ended")), "done", [other], ORDER.evidence))


def test_the_grammar_tells_which_status_suits_words_better_and_by_how_much() -> None:
    from wektor.engines.grammar import GrammarEngine

    document, desk = Document(id="d", text="Norway ordered 54 tanks from South Korea in 2023.", lang="en", published="2024-01-05"), GrammarEngine()
    own = desk.sentences(document)
    assert desk.other_status(document, own, "order", "done") == ("done", 0.0)
    assert desk.other_status(document, own, "exercise", "ended") == ("ended", 0.0)  # nothing tells of one
    other, odds = desk.other_status(document, own, "order", "ended")
    assert other == "done" and odds > 2


class Leaning(FakeReader):
    """A reader by whose first look the words lean so."""

    def __init__(self, every: float, telling: float, *truths: Draft) -> None:
        super().__init__(truths)
        self.lean, self.glances = (every, telling), 0

    def leaning(self, document: Document, evidence: object, kind: str, givers: object, takers: object) -> tuple[float, float]:
        """As it was told."""
        return self.lean

    def glance(self, document: Document, evidence: object) -> list[Draft]:
        """Nothing is read, but it is counted."""
        self.glances += 1
        return []


def test_a_sentence_is_read_only_where_its_words_lean_to_the_other_side_and_plain_words_need_no_reading() -> None:
    along, against_it, plainly = Leaning(0.0, 0.0, ORDER), Leaning(-3.0, -3.0, ORDER), Leaning(-7.0, -7.0, ORDER)
    results = [ground(untriggered(ORDER), ENGLISH, reader) for reader in (along, against_it, plainly)]
    assert [type(r) for r in results] == [Claim, Claim, Rejected]
    assert [r.glances for r in (along, against_it, plainly)] == [0, 1, 1]


def test_a_state_and_its_own_firm_say_nothing_of_the_way() -> None:
    own = untriggered(change(ORDER, roles=ORDER.roles | {"recipient": (change(ORDER.roles["recipient"][0], id="state:TUR", name="TUR", state="TUR"),)}))
    assert list(flows_of(ORDER)) and not list(flows_of(own))


@pytest.mark.parametrize(("status", "refused"), [("done", True), ("planned", True), ("ended", False), ("denied", False)])
def test_a_denial_told_as_a_deed_is_refused_but_what_was_denied_may_have_ended(status: str, refused: bool) -> None:
    draft = untriggered(change(DENIAL, status=status))
    assert ("denied" in against(draft, DENIAL)) == refused


def test_a_denial_of_something_else_in_the_sentence_denies_nothing_that_is_read_beside_it() -> None:
    beside = change(DENIAL, status="done")
    assert list(undenied(untriggered(beside), [DENIAL])) and not list(undenied(untriggered(beside), [DENIAL, change(beside, kind="aid")]))


def test_what_nothing_denies_is_not_denied() -> None:
    assert "nothing in the evidence denies it" in against(untriggered(change(ORDER, status="denied")), ORDER)
    assert isinstance(check(change(DENIAL, trigger=None), ENGLISH), Claim)


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "The ministry called reports of the purchase of six tanks an invention."), ("en", "Is it true that Chad buys six tanks?"), ("en", "Chad has not bought six tanks."),
    ("pl", "Czad nie kupił sześciu czołgów."), ("pl", "Doniesienia o kupnie czołgów to bzdura."), ("ru", "Чад якобы купил шесть танков."), ("tr", "Çad altı tank satın almadı."),
    ("uk", "Чад нібито купив шість танків."), ("uk", "Чад не купував танків."), ("de", "Tschad hat keine Panzer gekauft.")])  # fmt: skip
def test_words_that_deny_doubt_or_ask_are_heard_in_every_language(lang: str, text: str) -> None:
    from wektor.engines.grammar import GrammarEngine

    document = Document(id="d", text=text, lang=lang)
    assert GrammarEngine().may_deny(document, GrammarEngine().sentences(document))
    plain = Document(id="p", text={"en": "Chad bought six tanks.", "pl": "Czad kupił sześć czołgów.", "ru": "Чад купил шесть танков.", "tr": "Çad altı tank satın aldı.",
                                   "uk": "Чад купив шість танків.", "de": "Tschad kaufte sechs Panzer."}[lang], lang=lang)  # fmt: skip
    assert not GrammarEngine().may_deny(plain, GrammarEngine().sentences(plain))
