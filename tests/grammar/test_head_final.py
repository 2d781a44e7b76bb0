"""Relations where heads stand last: postpositions, case suffixes, participles before their noun, verbs that close the clause."""

import pytest

import wektor
from wektor.engines.grammar import Analysis, language
from wektor.grammar.parsing import parse_of
from wektor.grammar.relations import Parse
from wektor.grammar.triggers import Trigger, find_triggers
from wektor.mentions.finder import find_mentions
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.model import Document
from wektor.text.tokens import tokenize


def parsed(text: str) -> tuple[Parse, list[Trigger]]:
    own = language("tr")
    tokens = tokenize(text, 0, len(text), own.vocabulary.word)
    sentence = Sentence(text, 0, len(text), 0, tokens, own.vocabulary.find(tokens))
    sentence.head_final = True
    find_mentions(sentence, own.vocabulary)
    parse = parse_of(sentence, own.compiled.grammar)
    return parse, find_triggers(parse, own.frames)


def mention(parse: Parse, name: str) -> Mention:
    return next(m for m in parse.sentence.mentions if name in (m.name, m.text, m.state))


def relation(parse: Parse, triggers: list[Trigger], frame: str, name: str) -> str:
    trigger = next(t for t in triggers if t.frame.id == frame)
    found = parse.to_verb(mention(parse, name), trigger.verb) if trigger.pos == "verb" and trigger.verb else parse.to_noun(mention(parse, name), trigger.j - 1)
    return found[0][0] if found else ""


def test_cases_mark_giver_taker_and_thing() -> None:
    parse, triggers = parsed("Brezilya, Türkiye'den Angola'ya üç uçak gönderdi.")
    assert relation(parse, triggers, "deliver", "BRA") == "subj"
    assert relation(parse, triggers, "deliver", "TUR") == "source"
    assert relation(parse, triggers, "deliver", "AGO") == "goal"
    assert relation(parse, triggers, "deliver", "aircraft") == "obj"


def test_postpositions_stand_after_their_noun() -> None:
    parse, triggers = parsed("Korvetler STM tarafından Pakistan için inşa edildi.")
    assert relation(parse, triggers, "manufacture", "STM") == "agent"
    assert relation(parse, triggers, "manufacture", "PAK") == "beneficiary"
    assert relation(parse, triggers, "manufacture", "corvette") == "psubj"


def test_a_participle_describes_the_noun_after_it() -> None:
    parse, triggers = parsed("Türkiye'nin Katar'a sattığı zırhlı araçlar limana ulaştı.")
    assert relation(parse, triggers, "sell", "TUR") == "subj"
    assert relation(parse, triggers, "sell", "QAT") == "goal"
    assert relation(parse, triggers, "sell", "armoured vehicle") == "obj"


def test_the_subject_with_its_comma_skips_an_embedded_clause() -> None:
    parse, triggers = parsed("Romanya, geçen yıl geliştirilen obüsleri satın aldı.")
    assert relation(parse, triggers, "buy", "ROU") == "subj"
    assert relation(parse, triggers, "develop", "howitzer") == "psubj"


def test_a_verbal_noun_hangs_on_its_governor() -> None:
    parse, _ = parsed("Macaristan'ın Kırgızistan'a uçak satması bekleniyor.")
    assert [(v.infinitive, v.governor is not None) for v in parse.verbs] == [(True, True), (False, False)]
    assert [m.state for m in parse.verbs[0].subject] == ["HUN"]


def test_a_list_shares_the_case_of_its_last_member() -> None:
    parse, triggers = parsed("Polonya, Türkiye ve Romanya'ya mühimmat sattı.")
    assert relation(parse, triggers, "sell", "TUR") == "goal"
    assert relation(parse, triggers, "sell", "ROU") == "goal"


def test_states_holders_and_names_make_one_actor() -> None:
    parse, _ = parsed("Gürcistan Savunma Bakanı Nino Beridze ile Estonya ordusu komutanı görüştü.")
    assert [(m.kind, m.state) for m in parse.sentence.mentions] == [("office", "GEO"), ("office", "EST")]


def test_what_an_agreement_is_about_is_its_topic() -> None:
    parse, triggers = parsed("Umman'da mühimmat üretilmesine yönelik anlaşma imzalandı.")
    trigger = next(t for t in triggers if t.frame.id == "manufacture")
    assert parse.topic_of(trigger.i) is not None
    assert relation(parse, triggers, "manufacture", "OMN") == "place"


def test_a_noun_that_the_clause_leans_on_belongs_to_its_participle() -> None:
    parse, triggers = parsed("Umman'ın 2022'de imzaladığı sözleşme uyarınca araçlar Maskat'a gönderilecek.")
    contract = next(t for t in triggers if t.frame.id == "contract")
    assert contract.verb is not None and contract.verb.object_relative and not contract.verb.future
    deliver = next(t for t in triggers if t.frame.id == "deliver")
    assert contract.clause(parse) != deliver.clause(parse)


def test_some_of_the_people_are_the_subject() -> None:
    parse, triggers = parsed("Pilotlardan altısı Eskişehir'de eğitim gördü.")
    assert relation(parse, triggers, "learn", "Pilotlardan") == "subj"


def test_words_apart_make_a_phrase_only_in_its_case() -> None:
    _, triggers = parsed("Brezilya, C-130'ların yerine dört KC-390 aldı.")
    assert any(t.frame.id == "buy-loose" for t in triggers)


def test_a_verbal_noun_with_an_object_is_a_deed() -> None:
    parse, triggers = parsed("Polonya obüsü geliştirmeyi planlıyor.")
    assert relation(parse, triggers, "develop", "howitzer") == "obj"
    _, triggers = parsed("İhaleyi kazanan Leonardo sustu.")
    assert any(t.pos == "verb" and t.verb is not None and t.verb.participle for t in triggers)


def test_a_verb_in_the_first_person_has_no_other_subject() -> None:
    parse, _ = parsed("Romanya araçları istedi, 2024'te tamamını teslim ettik.")
    assert parse.speaks(parse.verbs[-1]) and not parse.verbs[-1].subject


@pytest.mark.parametrize(
    ("text", "frame", "parts"),
    [
        ("Türkiye orduya 3 tank, donanmaya iki korvet teslim etti.", "deliver", 2),
        ("Norveç fırkateyn, Danimarka ise korvet satın aldı.", "buy", 2),
        ("Türkiye, Pakistan'a 4 korvet ve 2 denizaltı sattı.", "sell", 1),
        ("Norveç, Danimarka'dan ve İsveç'ten tank satın aldı.", "buy", 1),
    ],
)
def test_parts_of_a_clause_share_the_verb_that_closes_it(text: str, frame: str, parts: int) -> None:
    assert len([t for t in parsed(text)[1] if t.frame.id == frame]) == parts


def test_each_part_has_its_own_taker() -> None:
    parse, triggers = parsed("Türkiye orduya 3 tank ve Somali'ye 2 helikopter teslim etti.")
    last, first = [t for t in triggers if t.frame.id == "deliver"]
    assert first.verb is not None
    assert last.verb is not None
    assert parse.to_verb(mention(parse, "SOM"), last.verb)[0][0] == "goal"
    assert parse.to_verb(mention(parse, "tank"), first.verb)[0][0] == "obj"
    assert [m.state for m in first.verb.subject] == ["TUR"]


def test_whoever_acts_in_the_other_part_takes_none_in_this() -> None:
    parse, triggers = parsed("Norveç fırkateyn, Danimarka ise korvet satın aldı.")
    last, first = [t for t in triggers if t.frame.id == "buy"]
    assert first.verb is not None
    assert last.verb is not None
    assert parse.to_verb(mention(parse, "DNK"), first.verb) == []
    assert parse.to_verb(mention(parse, "NOR"), last.verb) == []


def test_an_idiom_does_not_silence_the_verb_before_it() -> None:
    _, triggers = parsed("Almanya, obüsleri Ukrayna'ya vermesi için Estonya'ya izin verdi.")
    assert "deliver-loose" in [t.frame.id for t in triggers]


def test_where_a_firm_sits_takes_no_part() -> None:
    parse, _ = parsed("Katar merkezli Barzan, zırhlı araç üreticilerinden FNSS ile anlaşma imzaladı.")
    assert {m.name: m.state for m in parse.sentence.mentions if m.kind == "org"} == {"Barzan": "QAT", "FNSS Savunma Sistemleri": "TUR"}
    assert not [m for m in parse.sentence.mentions if m.kind == "state"]


def read(text: str) -> tuple[Parse, list[Trigger]]:
    """As ``parsed``, with numbers."""
    own = language("tr")
    parse = parse_of(Analysis(Document(id="t", text=text, lang="tr")).sentences[0], own.compiled.grammar)
    return parse, find_triggers(parse, own.frames)


def test_a_bare_number_counts_the_thing_behind_it() -> None:
    parse, triggers = read("Estonya altı, Letonya dört HIMARS satın aldı.")
    last, first = [t for t in triggers if t.frame.id == "buy"]
    assert first.verb is not None
    assert last.verb is not None
    assert [m.qty.value for m in parse.sentence.mentions if m.name == "M142 HIMARS"] == [6, 4]  # type: ignore[attr-defined]
    assert parse.to_verb(mention(parse, "EST"), first.verb)[0][0] == "subj"
    assert parse.to_verb(mention(parse, "EST"), last.verb) == []


def test_what_all_parts_share_stands_in_the_last() -> None:
    _, triggers = read("Almanya on, Hollanda üç Leopard'ı Ukrayna'ya bağışladı.")
    assert len([t for t in triggers if t.frame.id == "donate"]) == 2


def test_makes_in_a_list_are_no_parts_of_a_clause() -> None:
    _, triggers = read("Kenya, 40 Otokar Cobra, 20 BMC Kirpi satın aldı.")
    assert len([t for t in triggers if t.frame.id == "buy"]) == 1


def test_who_stands_bare_before_an_object_of_their_own_is_the_subject() -> None:
    parse, triggers = parsed("Slovenya ile Hırvatistan ilişkilerini stratejik ortaklığa yükseltti.")
    assert relation(parse, triggers, "partnership", "SVN") == "subj"


def test_joining_is_said_of_an_alliance_and_no_ceremony_is_an_exercise() -> None:
    kinds = {c.kind for c in wektor.read("Arnavutluk 2009'da NATO'ya katıldı.", lang="tr")}
    assert kinds == {"relation"}
    assert not wektor.read("Törene Savunma Bakanı ve Pakistanlı subaylar da katıldı.", lang="tr")


def test_a_force_of_a_state_is_somebody_though_a_phrase_of_the_verb_begins_with_it() -> None:
    parse, triggers = parsed("Helikopterler Peru kara kuvvetlerine katıldı.")
    assert relation(parse, triggers, "arrive", "Peruvian Army") == "goal"


def test_a_thing_in_the_dative_is_what_the_verb_is_said_of() -> None:
    parse, triggers = parsed("Umman, 12 Typhoon'a sahip olacak.")
    assert relation(parse, triggers, "operate-loose", "Typhoon") == "obj"


def test_parts_of_a_clause_that_differ_in_date_are_told_each() -> None:
    claims = wektor.read("Belçika, Benin'e 2021'de üç, 2023'te dört helikopter teslim etti.", lang="tr")
    assert {(str(c.date), c.roles["recipient"][0].state) for c in claims} == {("2021", "BEN"), ("2023", "BEN")}
