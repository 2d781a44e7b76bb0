"""Verb groups: what the auxiliaries say of tense and voice, asides within a group, phrases that begin with an auxiliary."""

import pytest

from wektor.engines.grammar import Analysis, language
from wektor.grammar.relations import Parse
from wektor.grammar.status import cues_of, status_of
from wektor.grammar.triggers import find_triggers
from wektor.grammar.verb_groups import find_verbs
from wektor.grammar.verbs import Verb
from wektor.model import Document


def verbs(text: str, lang: str = "en") -> list[Verb]:
    grammar = language(lang).compiled.grammar
    sentence = Analysis(Document(id="t", text=text, lang=lang)).sentences[0]
    return find_verbs(sentence, grammar.cases)


def flags(verb: Verb) -> set[str]:
    return {f for f in ("passive", "past", "future", "progressive", "negated") if getattr(verb, f)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The jets will be delivered to Kenya.", {"passive", "future"}),
        ("The jets are being delivered to Kenya.", {"passive", "progressive"}),
        ("The jets were delivered to Kenya.", {"passive", "past"}),
        ("The jets are delivered to Kenya.", {"passive"}),
        ("Kenya delivered the jets.", {"past"}),
        ("Kenya never delivered the jets.", {"past", "negated"}),
    ],
)
def test_auxiliaries_tell_the_tense(text: str, wanted: set[str]) -> None:
    assert flags(verbs(text)[0]) == wanted


def test_an_aside_does_not_break_the_group() -> None:
    found = verbs("Kenya will, under a licence from Patria, manufacture hulls in Nairobi.")
    assert flags(found[0]) == {"future"}
    assert len(found) == 1


def test_a_past_form_after_a_future_auxiliary_is_future() -> None:
    assert [flags(v) for v in verbs("Otokar będzie montował pojazdy w Rumunii.", "pl")] == [{"future"}]


def test_a_phrase_may_begin_with_the_auxiliary() -> None:
    own = language("en")
    sentence = Analysis(Document(id="t", text="The cadets are being trained by the army.", lang="en")).sentences[0]
    parse = Parse(sentence, find_verbs(sentence, False), own.compiled.grammar)
    assert {(t.frame.kind, t.pos) for t in find_triggers(parse, own.frames)} >= {("training", "verb")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The men fly their helicopters over the islands.", "fly"),
        ("Kenya's crews are at present learning to sail the frigate.", "learning"),
        ("The jets that came from Brazil fly over the capital.", "came"),
        ("The tanks bought in 2013 stay with the army.", "stay"),
        ("Saab, the maker of the radar, delivers six sets to Kenya.", "delivers"),
        ("Kenya used the tanks in the north.", "used"),
        ("Six F-16s bought from Denmark are in Tandil.", "bought"),
        ("Engineers at Kongsberg develop the missile.", "develop"),
        ("Crews trained by Saab operate the system.", "operate"),
        ("Pilots from Chile fly the aircraft.", "fly"),
        ("Technicians of Embraer service the jets.", "service"),
        ("The design belongs to Damen.", "belongs"),
        ("The last of 130 fighters goes to the air force.", "goes"),
        ("One of the frigates reaches Kenya in May.", "reaches"),
        ("Both ordered the Gripen.", "ordered"),
        ("A team of ours flew to Oslo.", "flew"),
        ("Kenya did not, as was claimed, buy the tanks.", "buy"),
    ],
)
def test_a_word_that_may_be_a_noun_is_a_verb(text: str, wanted: str) -> None:
    assert wanted in [text_of(text, v) for v in verbs(text)]


@pytest.mark.parametrize(("text", "noun"), [
    ("The arms purchase from Brazil was stopped.", "purchase"), ("A 2013 order for tanks was cancelled.", "order"),
    ("The plans of the Saab purchase in May were dropped.", "purchase"), ("The order books of the yards are full.", "books"),
    ("The crews of the frigates ships to Kenya.", "ships"),
])
def test_a_noun_stays_one(text: str, noun: str) -> None:
    assert noun not in [text_of(text, v) for v in verbs(text)]


def text_of(text: str, verb: Verb) -> str:
    """The word that heads the group."""
    token = Analysis(Document(id="t", text=text, lang="en")).sentences[0].tokens[verb.head]
    return text[token.start : token.end]


def test_what_somebody_is_said_to_be_opens_a_frame() -> None:
    sentence = Analysis(Document(id="t", text="The corvette came in 1981; Damen of Gorinchem was the builder.", lang="en")).sentences[0]
    parse = Parse(sentence, find_verbs(sentence, cased=False), language("en").compiled.grammar)
    assert "production" in {t.frame.kind for t in find_triggers(parse, language("en").frames)}


def test_what_will_have_been_done_is_to_come() -> None:
    (verb,) = verbs("Egypt will have received the guns by 2030.")
    assert verb.future
    assert not verb.past


def test_training_behind_a_preposition_is_a_noun() -> None:
    text = "Thirty mechanics are to go to Turkey for training in May."
    assert "training" not in [text_of(text, v) for v in verbs(text)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The order for twelve Gripens placed by Botswana with Saab was cancelled by the army in May.", "ended"),
        ("The army of France used to train soldiers of Mali.", "ended"),
        ("A protocol on weapons between Botswana and Namibia remains unsigned.", "planned"),
    ],
)
def test_status_of_what_is_said_behind(text: str, status: str) -> None:
    parse, triggers = Analysis(Document(id="t", text=text, lang="en")).opened(Analysis(Document(id="t", text=text, lang="en")).sentences[0])
    assert status in {status_of(parse, t, cues_of(parse, t)) for t in triggers}


def test_an_adverb_may_split_an_infinitive() -> None:
    analysis = Analysis(Document(id="t", text="Chile plans to initially buy five frigates.", lang="en"))
    parse, _ = analysis.opened(analysis.sentences[0])
    assert [v.infinitive for v in parse.verbs] == [False, True]
