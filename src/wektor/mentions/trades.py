"""Trades: a firm's common noun, its seat or an apposition makes a name a firm ("koncern X", "X, a subsidiary of Y")."""

from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence


def seat_firms(sentence: Sentence) -> None:
    """ "Ankara-based STM": where a firm sits says whose it is, and takes no part itself."""
    for seat in [m for m in sentence.mentions if m.state and m.kind in ("state", "place") and sentence.has(m.j + 1, "seated")]:
        firm = next((m for m in sentence.mentions if m.i >= seat.j + 2 and m.i - seat.j <= 4), None)
        if firm is not None and sentence.tokens[seat.j].word.text == "-" and firm.kind in ("org", "name", "firm"):
            firm.state, firm.kind = firm.state or seat.state, "firm" if firm.kind == "firm" else "org"
            sentence.drop(seat)


def name_firms(sentence: Sentence) -> None:
    """A firm's common noun beside a name makes the name a firm: "koncern X", "stocznia X", "X company"."""
    for mention in list(sentence.mentions):
        if mention.kind not in ("firm", "agency") or mention not in sentence.mentions:
            continue
        _take_trade(sentence, mention)
        k = mention.j
        while k < len(sentence.tokens) and sentence.tokens[k].word.text in "\"“„«'":
            k += 1
        name = sentence.cover[k] if k < len(sentence.tokens) else None
        before = sentence.cover[mention.i - 1] if mention.i else None
        if name and name.i == k and (name.kind in ("name", "org") or (name.kind == "item" and name.designated and name.cls is None)):
            _make_org(sentence, name, mention)
        elif before and before.kind in ("name", "org") and before.j == mention.i:
            _make_org(sentence, before, mention)


def _take_trade(sentence: Sentence, firm: Mention) -> None:
    """ "drone maker X": where nouns stand before nouns, what a firm makes is a part of what it is called."""
    ware = sentence.cover[firm.i - 1] if firm.i else None
    if ware is not None and ware.kind == "item" and not ware.designated and ware.j == firm.i and not sentence.tokens[firm.i].word.cases:
        sentence.drop(ware)
        sentence.widen(firm, ware.i, firm.j)


def name_apposed(sentence: Sentence) -> None:
    """ "X, a subsidiary of Y", "X, the Danish shipbuilder": the name before the comma is a firm."""
    for noun in [m for m in sentence.mentions if m.kind == "firm"]:
        k = noun.i - 1
        while k > noun.i - 5 and k > 0 and sentence.cover[k] is None and sentence.tokens[k].word.text.isalpha() and not _closed(sentence, k):
            k -= 1
        name = sentence.cover[k - 1] if k > 0 and sentence.tokens[k].word.text == "," and not sentence.has(k + 1, "we") else None  # "Mr Ito, your firm"
        if name is not None and name.kind == "name" and name.j == k:
            name.kind, name.state, noun.anaphor = "org", name.state or noun.state, True


def _closed(sentence: Sentence, k: int) -> bool:
    word = sentence.tokens[k].word
    return bool(word.preps or word.tags & {"and", "relative", "subord", "be", "have", "not", "modal", "future"})


def _make_org(sentence: Sentence, name: Mention, noun: Mention) -> None:
    if name.kind == "item":
        name.id, name.designated = name.id.replace("eq:", "org:"), False
    name.kind = "org"
    name.state = name.state or noun.state
    head = noun.head
    sentence.drop(noun)
    sentence.widen(name, noun.i, noun.j)
    if sentence.tokens[head].word.cases:
        name.head = head
