"""What a mention is as a filler of a claim."""

from typing import Any

from wektor.grammar.singles import single_of, singles_of
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.model import Actor, Equipment, Filler, Money, Quantity, Span, Thing


def filler_of(role: str, m: Mention) -> Filler | None:
    """The mention as a filler of the role; None where it names nobody."""
    if m.kind == "item":
        return Equipment(id=m.id, name=m.name, cls=m.cls, text=m.text, start=m.start, end=m.end)
    if m.kind == "place":
        return (
            Actor(id=f"state:{m.state}", name=m.state or m.text, state=m.state, text=m.text, start=m.start, end=m.end)
            if role != "site"
            else Thing(name=m.text, text=m.text, start=m.start, end=m.end)
        )
    if m.kind == "people" and not m.id:
        return None  # "foreign officers": nobody in particular
    if m.kind == "name" or (m.kind in ("firm", "people", "office", "force", "ministry", "agency") and not m.id):
        return somebody(m, m.state)
    if m.kind == "office" and m.state:  # a person in office acts for the state
        return Actor(id=f"state:{m.state}", name=m.state, state=m.state, text=m.text, start=m.start, end=m.end)
    ident = m.id or (f"state:{m.state}" if m.state else "")
    if not ident:
        return None
    return Actor(id=ident, name=m.name or m.state or m.text, state=m.state, text=m.text, start=m.start, end=m.end)


def designation_id(name: str) -> str:
    """The id of a thing that no pack knows, by its name."""
    return "eq:" + "-".join(name.lower().split())


def somebody(m: Mention, state: str | None) -> Actor:
    """Those whom the words name, by the words."""
    return Actor(
        id=f"org:{'-'.join(m.text.lower().split())}", name=m.text, state=state, text=m.text, start=m.start, end=m.end
    )


def quantity_of(sentence: Sentence, number: Any, unit: str) -> Quantity:
    """A number as a quantity."""
    span = number.span
    return Quantity(
        value=number.value, unit=unit, text=sentence.text[span.start : span.end], start=span.start, end=span.end
    )


def money_of(sentence: Sentence, money: Any) -> Money | None:
    """An amount; of a range its upper end. None where its currency is not known."""
    if money.currency is None:
        return None
    amount = money.amount[1] if isinstance(money.amount, tuple) else money.amount
    return Money(
        amount=amount,
        currency=money.currency,
        text=sentence.text[money.span.start : money.span.end],
        start=money.span.start,
        end=money.span.end,
    )


def read_fillers(sentence: Sentence, span: Span) -> list[Filler]:
    """Every filler that the sentence's mentions overlapping ``span`` can be."""
    found: list[Filler] = []
    for m in sentence.mentions:
        if m.start < span.end and span.start < m.end:
            found += [f for role in ("supplier", "site") if (f := filler_of(role, m)) is not None]
            found += [somebody(m, None)] if m.guessed else []
            if m.kind == "name":  # in the place of a thing it is a designation
                found.append(Equipment(id=designation_id(m.name), name=m.name, cls=None, text=m.text, start=m.start, end=m.end))
            found += [Thing(name=m.name, text=m.text, start=m.start, end=m.end)] if m.name else []  # what is founded, by its name
        if m.qty is not None:
            found += [quantity_of(sentence, m.qty, unit) for unit in ("pieces", "people")]
    loose: list[Any] = [n for n in sentence.numbers if n.span.overlaps(span)]  # type: ignore[attr-defined]
    loose += [one for one in singles_of(sentence) if one.span.overlaps(span)]
    loose += [one for m in sentence.mentions if m.start < span.end and span.start < m.end and (one := single_of(m)) is not None]
    found += [quantity_of(sentence, n, unit) for n in loose for unit in ("pieces", "people")]
    found += [f for money in sentence.money if (f := money_of(sentence, money)) is not None]
    return found
