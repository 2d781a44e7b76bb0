"""Drafts without a trigger: refused where the text's own flow runs the other way, or nothing denies what is told as denied."""

import msgspec
import pytest

from tests.grounding.samples import ENGLISH, check, english
from wektor.grounding import FakeReader, ground
from wektor.grounding.reversal import flows_of
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
