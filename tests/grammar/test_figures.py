"""A partner whom the text has not named is known by the words before it."""

import pytest

from wektor import read
from wektor.engines.grammar import Analysis
from wektor.grammar.figures import names_strangers, stands_in
from wektor.model import Document

SENTENCES = [
    ("en", "Bolivia buys drones from the company.", False),
    ("en", "Bolivia buys drones from another company.", True),
    ("en", "Bolivia trains pilots with several foreign partners.", True),
    ("pl", "Boliwia kupuje drony od tej firmy.", False),
    ("pl", "Boliwia kupuje drony od innych zagranicznych firm.", True),
    ("ru", "Боливия покупает беспилотники у других стран.", True),
    ("uk", "Болівія купує безпілотники в іноземних компаній.", True),
    ("tr", "Bolivya başka ülkelerden insansız hava aracı satın alıyor.", True),
]


@pytest.mark.parametrize(("lang", "text", "strange"), SENTENCES, ids=[text for _, text, _ in SENTENCES])
def test_who_is_not_named_is_told_by_the_words_before(lang, text, strange):
    sentence = Analysis(Document(id="d", text=text, lang=lang)).sentences[0]
    pointing = [m for m in sentence.mentions if stands_in(m)]
    assert pointing
    assert any(names_strangers(sentence, m) for m in pointing) == strange


def test_nobody_named_before_has_the_role_of_a_stranger():
    text = "Bolivia and Turkey signed a defence agreement in 2020. In 2021 Bolivia bought twelve drones from {}."
    suppliers = [
        {a.id for c in read(text.format(who), lang="en") if c.kind == "order" for a in c.roles.get("supplier", ())}
        for who in ("the country", "other foreign countries")
    ]
    assert suppliers == [{"state:TUR"}, set()]


@pytest.mark.parametrize(("lang", "text"), [
    ("ru", "Турция передала Казахстану технологию производства беспилотников в 2022 году. Параллельно Астана ведёт переговоры и с другими поставщиками о закупке двигателей и передаче технологий."),
    ("uk", "Індія замовила у Франції винищувачі 2020 року. Делі веде переговори й з іншими постачальниками про закупівлю двигунів і передання технологій."),
    ("en", "India ordered Rafale fighters from France in 2020. Delhi also talks to other suppliers about buying more aircraft and engines."),
])  # fmt: skip
def test_who_deals_with_strangers_takes_from_nobody_named_before(lang, text):
    second = [c for c in read(text, lang=lang) if c.evidence.start > 0]
    assert not [a.id for c in second for a in c.roles.get("supplier", ())]
