"""What somebody says, told in a clause that no word opens: who does it there is not who says it."""

import pytest

from tests.grammar.test_links import opened


@pytest.mark.parametrize(
    ("text", "subject", "opens"),
    [
        ("The ministry said Poland had bought 12 tanks from South Korea.", ["Poland"], "Poland"),
        ("The navy said on 4 May four frigates will be bought from Italy.", ["frigates"], "four"),
        ("Saab said deliveries to Peru had begun.", [], "deliveries"),
        ("The drones Kenya bought were delivered.", ["Kenya"], "The"),
    ],
)
def test_a_clause_of_what_is_said_has_its_own_subject(text: str, subject: list[str], opens: str) -> None:
    parse, _ = opened(text)
    verb = parse.verbs[1] if " said " in text else parse.verbs[0]
    assert [m.text for m in verb.subject] == subject
    assert parse.sentence.tokens[parse.starts[verb.clause]].word.text == opens


@pytest.mark.parametrize(
    "text",
    [
        "The minister said no contract had been signed with Saab.",
        "The general staff said in May that no Merkava had been acquired.",
    ],
)
def test_a_no_at_the_head_of_what_is_said_negates_it(text: str) -> None:
    parse, _ = opened(text)
    assert parse.verbs[-1].negated
