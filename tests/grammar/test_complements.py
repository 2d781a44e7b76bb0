"""What a trigger is said of: where that is nothing of arms, nothing is told; and which kinds a word may tell."""

import pytest

from tests.grammar.test_apart import frames
from wektor.engines.grammar import Analysis, language
from wektor.grammar.complements import describes_else, joins_else, of_else, of_plant, only_describes, recalls, shoots
from wektor.grammar.drafting import told_kinds
from wektor.grammar.needs import moves_people
from wektor.grammar.relations import Parse
from wektor.grammar.triggers import find_triggers
from wektor.grammar.verb_groups import find_verbs
from wektor.model import Document


def said(text: str, lang: str, frame: str) -> tuple[bool, bool, bool]:
    """Whether the frame's trigger is said of something else, of a plant, or describes something else."""
    analysis = Analysis(Document(id="t", text=text, lang=lang))
    (sentence,) = analysis.sentences
    parse, triggers = analysis.opened(sentence)
    trigger = next(t for t in triggers if t.frame.id == frame)
    return of_else(parse, trigger), of_plant(parse, trigger), describes_else(parse, trigger)


@pytest.mark.parametrize(
    ("text", "lang", "frame", "expected"),
    [
        ("Polska ogłosiła stworzenie cyklu produkcyjnego dronów.", "pl", "open-plant", (True, False, False)),
        ("Polska ogłosiła stworzenie zakładu dronów.", "pl", "open-plant", (False, True, False)),
        ("Polska zapowiada budowę fabryki amunicji.", "pl", "manufacture", (False, True, False)),
        ("Polska zapowiada budowę czołgów.", "pl", "manufacture", (False, False, False)),
        ("Poland began building a new factory for tanks.", "en", "manufacture", (False, True, False)),
        ("Poland began building tanks at a factory.", "en", "manufacture", (False, False, False)),
        ("Ремонтирует их завод в Вановке.", "ru", "maintain", (False, False, False)),
        ("Армения ремонтирует завод в Вановке.", "ru", "maintain", (False, True, False)),
        ("Drony są znakiem rozwijającej się współpracy z Turcją.", "pl", "develop", (False, False, True)),
    ],
)
def test_what_a_trigger_is_said_of(text: str, lang: str, frame: str, expected: tuple[bool, bool, bool]) -> None:
    assert said(text, lang, frame) == expected


def test_words_under_a_preposition_are_no_rest_of_a_phrase() -> None:
    assert "opened" not in [f for f, _ in frames("Rozpoczął się proces wyboru firmy do produkcji dronów.", "pl")]


def drafted(text: str, lang: str) -> set[str]:
    return {d.kind for d in Analysis(Document(id="t", text=text, lang=lang)).drafts}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Rosnąca współpraca wojskowa Kazachstanu i Turcji cieszy ministrów.", "pl"),
        ("Turkey and Kazakhstan have cooperated in military matters for 30 years.", "en"),
        ("Obejmowała ona wysłanie oficerów armii kazachskiej do Turcji.", "pl"),
    ],
)
def test_lasting_ties_and_officers_who_are_sent_tell_nothing(text: str, lang: str) -> None:
    assert not {"relation", "venture", "delivery"} & drafted(text, lang)


@pytest.mark.parametrize(
    ("text", "frame", "present", "expected"),
    [
        ("Poland bought tanks from Korea.", "buy", {"item"}, ["order"]),
        ("Poland sold tanks and technology to Kenya.", "sell", {"item", "knowledge"}, ["order", "technology_transfer"]),
        ("Poland opened a tank factory in Kenya.", "open-plant", {"facility"}, ["venture"]),
        ("Poland agreed on a partnership with Kenya.", "accord", set(), ["agreement", "talks", "venture", "relation"]),
    ],
)
def test_which_kinds_a_word_may_tell(text: str, frame: str, present: set[str], expected: list[str]) -> None:
    analysis, own = Analysis(Document(id="t", text=text, lang="en")), language("en")
    trigger = next(t for t in analysis.opened(analysis.sentences[0])[1] if t.frame.id == frame)
    kinds = [trigger.frame.kind, *(k for k in own.families.get(trigger.frame.kind, ()) if k != trigger.frame.kind)]
    assert told_kinds(present, trigger, kinds) == expected


@pytest.mark.parametrize(
    ("text", "lang", "told"),
    [
        ("Dzięki tej umowie Kazachstan zbuduje drony.", "pl", False),
        ("Podpisano umowę, dzięki której Kazachstan zbuduje drony.", "pl", True),
        ("Under this agreement Kazakhstan will build drones.", "en", False),
        ("Kazakhstan signed an agreement on drones.", "en", True),
        ("По этому соглашению Казахстан построит беспилотники.", "ru", False),
        ("За цією угодою Казахстан збудує безпілотники.", "uk", False),
        ("Kazakistan bu anlaşma kapsamında insansız hava aracı üretecek.", "tr", False),
    ],
)
def test_this_agreement_under_a_preposition_only_recalls(text: str, lang: str, told: bool) -> None:
    parse, triggers = (analysis := Analysis(Document(id="t", text=text, lang=lang))).opened(analysis.sentences[0])
    nouns = [t for t in triggers if t.frame.kind in ("agreement", "order") and t.pos == "noun"]
    assert nouns and all(recalls(parse, t) is not told for t in nouns)


def test_an_adverb_is_no_thing() -> None:
    (sentence,) = Analysis(Document(id="t", text="Produkcja dronów stale rośnie.", lang="pl")).sentences
    assert [m.name for m in sentence.mentions if m.kind == "item"] == ["UAV"]


def test_a_vague_word_says_nothing_of_those_named_before_alone() -> None:
    before = "Poland ordered 30 K2 tanks from Korea in 2022. "
    assert len([d for d in Analysis(Document(id="t", text=before + "A further instalment was the price tag.", lang="en")).drafts if d.frame and d.frame.endswith("-loose")]) == 0


@pytest.mark.parametrize(
    ("text", "else_"),
    [
        ("Белорусские военные участвуют в церемонии у танков.", True),
        ("Белорусские военные участвуют в российском оборонном заказе.", True),
        ("Белорусские военные участвуют в активной фазе учений с танками.", False),
        ("Белорусские военные участвуют в «Щите союза».", False),
    ],
)
def test_taking_part_in_a_ceremony_is_no_exercise(text: str, else_: bool) -> None:
    analysis = Analysis(Document(id="t", text=text, lang="ru"))
    parse, triggers = analysis.opened(analysis.sentences[0])
    assert joins_else(parse, next(t for t in triggers if t.frame.id == "take-part")) == else_


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("W skład indonezyjskiej floty wejdą dwie fregaty kupione od Włoch.", {"operation", "order"}),
        ("Trzecia partia zbudowanych w Polsce śmigłowców dotarła do Ghany.", {"delivery", "production"}),
    ],
)
def test_things_join_no_alliance_and_a_batch_is_told_once(text: str, kinds: set[str]) -> None:
    told = [d.kind for d in Analysis(Document(id="t", text=text, lang="pl")).drafts]
    assert set(told) <= kinds
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    ("text", "lang", "told"),
    [
        ("Польща передала Україні 240 модернізованих танків T-72.", "uk", False),
        ("Польша передала Украине 240 модернизированных танков Т-72.", "ru", False),
        ("Словакия купила истребители F-16 производства Lockheed Martin.", "ru", False),
        ("Танки Т-72, модернізовані в Чехії, прибули до Польщі.", "uk", True),
        ("Армия получила гаубицы собственного производства.", "ru", True),
    ],
)
def test_what_only_describes_a_thing_makes_none(text: str, lang: str, told: bool) -> None:
    analysis = Analysis(Document(id="t", text=text, lang=lang))
    parse, triggers = analysis.opened(analysis.sentences[0])
    made = [t for t in triggers if t.frame.kind == "production" and t.frame.weight > 0.0]
    assert made and any(not only_describes(parse, t) for t in made) is told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yemen launched 40 drones overnight.", True),
        ("Yemen launched missiles at Oman.", True),
        ("Baykar launched a new drone.", False),
        ("Goa Shipyard launched two corvettes.", False),
    ],
)
def test_what_is_shot_is_not_made(text: str, expected: bool) -> None:
    own = language("en")
    (sentence,) = Analysis(Document(id="t", text=text, lang="en")).sentences
    parse = Parse(sentence, find_verbs(sentence, own.compiled.grammar.cases), own.compiled.grammar)
    told = next(t for t in find_triggers(parse, own.frames) if t.frame.kind == "production")
    assert shoots(parse, told) is expected


def test_who_takes_what_is_given_is_no_giver() -> None:
    (draft,) = Analysis(Document(id="t", text="Egypt gets 1.3 billion dollars in US military aid every year.", lang="en")).drafts
    assert [f.state for f in draft.roles["supplier"]] == ["USA"]  # type: ignore[union-attr]
    assert [f.state for f in draft.roles["recipient"]] == ["EGY"]  # type: ignore[union-attr]


def test_a_participle_between_a_number_and_things_is_no_deed() -> None:
    assert all(frame != "maintain" for frame, _ in frames("A contract for three upgraded frigates was signed by Oman.", "en"))


@pytest.mark.parametrize(
    ("text", "frame", "expected"),
    [
        ("Обслуживает их Embraer, а инженеров обучили американцы.", "maintain", False),
        ("Академия выпускает офицеров.", "manufacture", True),
    ],
)
def test_a_school_turns_people_out_but_nobody_services_them(text: str, frame: str, expected: bool) -> None:
    analysis = Analysis(Document(id="t", text=text, lang="ru"))
    parse, triggers = analysis.opened(analysis.sentences[0])
    assert moves_people(parse, next(t for t in triggers if t.frame.id == frame)) is expected
