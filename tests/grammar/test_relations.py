"""Who stands in which relation: objects of infinitives, takers beside things, speakers, headings."""

import pytest

from wektor.engines.grammar import Analysis
from wektor.grammar.discourse import heading_of
from wektor.grammar.relations import Parse
from wektor.model import Document


def parse(text: str, lang: str = "pl") -> Parse:
    analysis = Analysis(Document(id="t", text=text, lang=lang))
    return analysis.opened(analysis.sentences[0])[0]


def test_what_stands_behind_an_infinitive_is_no_subject() -> None:
    assert parse("Zamiast nich zamierza nabyć w Finlandii wozy Patria AMV.").verbs[0].subject == []
    assert [m.text for m in parse("Czołgi mają trafić do Kenii.").verbs[0].subject] == ["Czołgi"]


def test_an_actor_beside_a_thing_in_the_genitive_is_the_taker() -> None:
    parsed = parse("Poinformował o przekazaniu mołdawskiej policji broni.")
    police = next(m for m in parsed.sentence.mentions if "policji" in m.text)
    assert dict(parsed.to_noun(police, 2))["dat"] == 1.0
    parsed = parse("Poinformował o działaniach mołdawskiej policji.")
    police = next(m for m in parsed.sentence.mentions if "policji" in m.text)
    assert "dat" not in dict(parsed.to_noun(police, 2))


@pytest.mark.parametrize(("text", "lang"), [("Zamierzamy kupić czołgi.", "pl"), ("Tulpar'ı Kazaklara vermeyi öneriyoruz.", "tr")])
def test_a_verb_speaks_for_that_which_hangs_on_it(text: str, lang: str) -> None:
    parsed = parse(text, lang)
    (hanging,) = [v for v in parsed.verbs if v.infinitive]
    assert parsed.speaks(hanging)


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("Kenya: Nairobi, Otokar'dan 118 araç aldı.", "tr", "KEN"),
        ("Etiopia.", "pl", "ETH"),
        ("Kenia kupiła czołgi.", "pl", None),
        ("Nowe czołgi: Kenia.", "pl", None),
    ],
)
def test_headings(text: str, lang: str, wanted: str | None) -> None:
    assert heading_of(Analysis(Document(id="t", text=text, lang=lang)).sentences[0]) == wanted


def test_forces_bear_the_name_that_they_have_in_english() -> None:
    (force,) = parse("Marynarka wojenna Pakistanu.").sentence.mentions
    assert force.name == "Pakistan Navy"


def test_an_office_of_one_state_says_where_the_text_is_at_home() -> None:
    analysis = Analysis(Document(id="t", text="Komisja Obrony Narodowej pytała o włoskie M-346. Nasze wojsko ma K9.", lang="pl"))
    assert analysis.drafts is not None
    assert [m.state for s in analysis.sentences for m in s.mentions if m.kind in ("government", "force")] == ["POL", "POL"]


def test_elections_choose_no_supplier() -> None:
    analysis = Analysis(Document(id="t", text="Wojsko zostało w koszarach po wyborach prezydenckich na Białorusi.", lang="pl"))
    assert not [t for t in analysis.opened(analysis.sentences[0])[1] if t.frame.kind == "selection"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Швеція списала борг, натомість подарувала катери.", ["SWE"]),  # the boats are many, the verb tells of one
        ("Ісландія не має війська, а от Литва просить у Норвегії тральщики.", ["LTU"]),
    ],
)
def test_who_agrees_with_the_verb_is_its_subject(text: str, subject: list[str]) -> None:
    analysis = Analysis(Document(id="t", text=text, lang="uk"))
    parse, _ = analysis.opened(analysis.sentences[0])
    assert [m.state or m.text for m in parse.verbs[-1].subject] == subject
