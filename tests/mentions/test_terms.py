"""What a contract calls its parties stands for them to its end."""

from wektor.engines.grammar import Analysis
from wektor.model import Document

HEAD = 'CONTRACT between the Ministry of Defence of Chile ("the Buyer") and Saab AB ("the Seller").\n'


def named(text: str) -> list[tuple[str, str]]:
    last = Analysis(Document(id="t", text=HEAD + text, lang="en")).sentences[-1]
    return [(m.text, m.name) for m in last.mentions if m.kind in ("org", "ministry")]


def test_terms_stand_for_the_parties() -> None:
    assert named("The Seller shall hand four radars to the Buyer.") == [("Seller", "Saab"), ("Buyer", "Ministry of Defence of Chile")]


def test_the_same_word_without_its_capital_is_anybody() -> None:
    assert named("Another seller offered four radars.") == []


def test_terms_stand_behind_hereinafter_too() -> None:
    signed = "Министерство обороны Чили, именуемое далее «Покупатель», в лице министра Хосе Лопеса и фирма Saab в лице директора Ларса Берга, именуемая далее «Продавец», заключили договор."
    text = signed + "\nПродавец передаёт Покупателю четыре радара."
    last = Analysis(Document(id="t", text=text, lang="ru")).sentences[-1]
    assert [m.name for m in last.mentions if m.kind in ("org", "ministry")] == ["Saab", "Ministry of Defence of Chile"]
