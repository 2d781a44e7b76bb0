"""Words of frames that tell nothing: idioms, speech, intent, people for things, a complement that is no arms."""

import pytest

from tests.grammar.test_apart import frames
from wektor.engines.grammar import Analysis
from wektor.model import Document


def kinds(text: str, lang: str) -> list[str]:
    return [d.kind for d in Analysis(Document(id="t", text=text, lang=lang)).drafts]


@pytest.mark.parametrize(
    ("text", "lang", "frame"),
    [
        ("Офицеры получили возможность осмотреть танки.", "ru", "receive"),
        ("Речник повідомив про це з посиланням на командування, яке має танки.", "uk", "deliver"),
        ("Tank projesi bu hafta yine gündeme geldi.", "tr", "arrive-loose"),
        ("Bakan, tank üretimi için karar aldı.", "tr", "buy-loose"),
    ],
)
def test_idioms_open_no_frame(text: str, lang: str, frame: str) -> None:
    assert frame not in [f for f, _ in frames(text, lang)]


def test_the_words_of_an_idiom_may_stand_apart() -> None:
    assert "receive" not in [f for f, _ in frames("Решение о танках правительство вчера принять не смогло.")]


def test_a_longer_phrase_outlives_the_idiom_in_it() -> None:
    assert "take-part" in [f for f, _ in frames("Десантники двух стран приняли участие в параде танков.")]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Польща закупить танки, передає агентство.", "uk"),
        ("Ankara'nın tankları satın aldığı aktarıldı.", "tr"),
        ("Türkiye, “Tanklar yolda” diye aktardı.", "tr"),
    ],
)
def test_speech_passes_on_no_arms(text: str, lang: str) -> None:
    assert not {"deliver", "deliver-loose", "pass-knowledge"} & {f for f, word in frames(text, lang) if word.startswith(("перед", "aktar"))}


def test_intent_assembles_nothing() -> None:
    assert "assembled" not in [f for f, _ in frames("Индия собирается закупить танки у России.")]
    assert "assembled" in [f for f, _ in frames("Танки собираются на заводе в Индии.")]


def test_deliveries_of_gas_are_none_of_the_arms_named_before() -> None:
    before = "Индия закупила у России танки Т-90. "
    assert "delivery" not in kinds(before + "Договорились стороны и о поставках природного газа.", "ru")


def test_a_school_that_turns_out_pilots_makes_no_aircraft() -> None:
    assert "production" not in kinds("Чехия передала Польше самолёты L-39. Польский центр выпустил первых лётчиков.", "ru")


def test_nothing_is_denied_without_a_word_that_gainsays() -> None:
    drafts = Analysis(Document(id="t", text="Сообщается, что Индия купила у России танки Т-90, передаёт агентство.", lang="ru")).drafts
    assert drafts and all(d.status != "denied" for d in drafts)


def test_a_vague_verb_only_carries_the_noun_that_tells() -> None:
    assert "supply-loose" not in [f for f, _ in frames("Франция обеспечит локализацию производства истребителей в Индии.")]
    assert "supply-loose" in [f for f, _ in frames("Франция обеспечит Индию истребителями.")]


def test_a_claim_needs_somebody_in_particular() -> None:
    assert "training" not in kinds("Вузы министерства обороны России обучают иностранных лётчиков.", "ru")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Türkiye, Libya'ya tank verdi.", True),
        ("Türkiye, tanklar için Libya'ya cevap verdi.", False),
        ("Türkiye'nin tanklar üzerine yaptığı görüşmeler sürüyor.", False),
    ],
)
def test_vague_verbs_want_a_thing(text: str, told: bool) -> None:
    assert bool({"delivery", "aid", "production", "order"} & set(kinds(text, "tr"))) is told


def test_an_exercise_that_will_end_is_planned() -> None:
    drafts = Analysis(Document(id="t", text="Türkiye ile Azerbaycan'ın ortak askeri tatbikatı 20 Eylül'de sona erecek.", lang="tr", published="2021-09-11")).drafts
    assert [(d.kind, d.status) for d in drafts] == [("exercise", "planned")]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Poland bought tanks. Thirty Polish engineers will leave for Ankara in 2025.", "en"),
        ("Польша закупила танки. Тридцать польских инженеров отправятся в Турцию в 2025 году.", "ru"),
    ],
)
def test_people_who_come_or_go_are_no_delivery(text: str, lang: str) -> None:
    assert "delivery" not in kinds(text, lang)


def test_who_takes_part_in_a_tender_holds_no_exercise() -> None:
    text = "Тендер на танки, объявленный Польшей в марте, не состоялся: из двух участников, Rheinmetall и Hyundai Rotem, остался один."
    assert "exercise" not in kinds(text, "ru") and "selection" in kinds(text, "ru")


def test_plans_of_cooperation_are_an_instrument_only_where_it_is_one() -> None:
    assert "agreement" in kinds("Polska i Litwa podpisały plan współpracy wojskowej na 2025 rok.", "pl")
    assert "agreement" not in kinds("Turcja wkroczyła do Azji Centralnej z wielkimi planami współpracy wojskowej z Kazachstanem.", "pl")
