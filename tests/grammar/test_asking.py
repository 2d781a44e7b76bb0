"""English questions: the auxiliary and the verb that it belongs to are one group, whoever is asked about between them."""

import pytest

from tests.grammar.test_verb_groups import flags
from wektor.engines.grammar import Analysis, language
from wektor.grammar.parsing import parse_of
from wektor.grammar.verbs import Verb
from wektor.model import Document


def verbs(text: str) -> list[Verb]:
    sentence = Analysis(Document(id="t", text=text, lang="en")).sentences[0]
    return parse_of(sentence, language("en").compiled.grammar).verbs


@pytest.mark.parametrize(
    ("text", "subject", "wanted"),
    [
        ("Did Poland buy the tanks?", ["Poland"], {"past"}),
        ("When will Oman receive the boats?", ["Oman"], {"future"}),
        ("Has the sonar been bought from France?", ["sonar"], {"past", "passive"}),
        ("And when will the boats be delivered to Oman?", ["boats"], {"passive", "future"}),
        ("How many tanks did Poland buy?", ["Poland"], {"past"}),
        ("Did Chad not buy the tanks?", ["Chad"], {"past"}),
        ("Nor did Chad buy the tanks.", ["Chad"], {"past", "negated"}),
    ],
)
def test_an_auxiliary_joins_its_verb(text: str, subject: list[str], wanted: set[str]) -> None:
    found = verbs(text)
    assert [m.text for m in found[0].subject] == subject
    assert flags(found[0]) >= wanted
    assert len(found) == 1


def test_a_participle_that_describes_is_no_verb() -> None:
    assert [v.head for v in verbs("Is the planned purchase of jets dead?")] == [0]


def test_what_states_is_left_alone() -> None:
    assert len(verbs("Poland did buy the tanks.")) == 1
