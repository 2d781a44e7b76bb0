"""Relative clauses in languages with case: what the antecedent is to the verb, whose subject goes on behind the clause."""

import pytest

from wektor.engines.grammar import Analysis, language
from wektor.grammar.parsing import parse_of
from wektor.grammar.relations import Parse
from wektor.grammar.verbs import Verb
from wektor.model import Document


def parsed(text: str) -> Parse:
    sentence = Analysis(Document(id="t", text=text, lang="pl")).sentences[0]
    return parse_of(sentence, language("pl").compiled.grammar)


def verb_of(parse: Parse, form: str) -> Verb:
    return next(v for v in parse.verbs if parse.sentence.tokens[v.head].word.text == form)


@pytest.mark.parametrize(
    ("text", "form", "subject"),
    [
        ("Przeważył przykład Brazylii, która zamówiła 36 Gripenów.", "zamówiła", ["Brazylii"]),
        ("Okręt, który Polska kupiła, stoi w Gdyni.", "kupiła", ["Polska"]),
        ("Kenia, która zamówiła czołgi, kupiła też drony.", "kupiła", ["Kenia"]),
        ("Filipińczycy, którzy mają dwa okręty, a o dwa poprosili, przysłali mechaników.", "przysłali", ["Filipińczycy"]),
        ("Minister oświadczył, że radar Swathi, kupiony w Indiach, pracuje.", "pracuje", ["radar Swathi"]),
        ("Ghana, której wysłano jeden czołg, kupić go nie chciała.", "wysłano", []),
    ],
)
def test_subjects(text: str, form: str, subject: list[str]) -> None:
    assert [m.text for m in verb_of(parsed(text), form).subject] == subject


@pytest.mark.parametrize(
    ("text", "form", "relation"),
    [
        ("Ghana, której wysłano jeden czołg, milczy.", "wysłano", "dat"),
        ("Izrael, od którego Ghana kupiła drony, milczy.", "kupiła", "source"),
        ("Fregaty, które zamówiła Polska, stoją w Gdyni.", "zamówiła", "obj"),
    ],
)
def test_the_pronoun_tells_what_the_antecedent_is(text: str, form: str, relation: str) -> None:
    parse = parsed(text)
    verb = verb_of(parse, form)
    assert verb.antecedent is not None
    assert parse.to_verb(verb.antecedent, verb)[0][0] == relation


@pytest.mark.parametrize("text", ["Piloci służą od lata 2020 roku.", "Czołgi stoją w tym samym sklepie."])
def test_a_noun_that_could_be_a_verb_stays_a_noun(text: str) -> None:
    assert len(parsed(text).verbs) == 1


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Kontrakt na czołgi, który Polska podpisała w maju, rozwiązano.", "rozwiązano"),
        ("Umowa z Turcją, dotycząca dronów, wygasła.", "wygasła"),
        ("Polska podpisała kontrakt, który wygasł.", None),
        ("Kontrakt na czołgi, który Polska podpisała, i Niemcy kupią haubice.", None),
    ],
)
def test_a_clause_goes_on_behind_what_parts_it_from_its_subject(text: str, form: str | None) -> None:
    parse = parsed(text)
    verb = parse.resumed(0)
    assert (verb and parse.sentence.tokens[verb.head].word.text) == form


def test_a_participle_right_before_its_noun_parts_nothing_from_the_clause() -> None:
    parse = parsed("Polska otrzymała zmodernizowane czołgi Leopard.")
    tanks = next(m for m in parse.sentence.mentions if m.kind == "item")
    assert parse.to_verb(tanks, verb_of(parse, "otrzymała"))[0][0] == "obj"
