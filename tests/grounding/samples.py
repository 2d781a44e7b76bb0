"""Texts with their true drafts, and a ground() whose reader knows nothing but them."""

from collections.abc import Sequence
from typing import Any

from wektor.grounding import FakeReader, ground
from wektor.model import Actor, Claim, Document, Draft, Equipment, Money, Quantity, Rejected, Span, Thing

ENGLISH = Document(
    id="en",
    lang="en",
    text="In May 2022 Kazakhstan ordered three Anka drones from Turkish Aerospace for 40 million dollars. "
    "Uzbekistan denied in 2023 that it had bought 12 TB2 drones from Baykar. "
    "Next, Italy will train 60 Qatari pilots at Lecce in 2025.",
)
POLISH = Document(
    id="pl",
    lang="pl",
    text="W lipcu 2021 roku Polska sprzedała Ukrainie 54 haubice Krab za 2,7 mld zł. "
    "W 2024 roku Słowacja dostarczyła Litwie 8 zestawów Zuzana. Norwegia czeka.",
)


def span(document: Document, words: str) -> Span:
    """Where the words stand."""
    start = document.text.index(words)
    return Span(start, start + len(words))


def filler(document: Document, kind: type[Any], words: str, **fields: Any) -> Any:
    """A filler at its words."""
    place = span(document, words)
    return kind(text=words, start=place.start, end=place.end, **fields)


def state(document: Document, words: str, code: str) -> Actor:
    """A state at its words."""
    actor: Actor = filler(document, Actor, words, id=f"state:{code}", name=code, state=code)
    return actor


def _org(document: Document, words: str, code: str) -> Actor:
    actor: Actor = filler(document, Actor, words, id=f"org:{words}", name=words, state=code)
    return actor


def _sentence(document: Document, words: str) -> Span:
    start = document.text.index(words)
    end = document.text.find(". ", start)
    return Span(start, len(document.text) if end < 0 else end + 1)


def _item(document: Document, words: str, cls: str) -> Equipment:
    item: Equipment = filler(document, Equipment, words, id=f"eq:{words}", name=words, cls=cls)
    return item


def english() -> list[Draft]:
    """The true drafts of ENGLISH."""
    d = ENGLISH
    return [
        Draft(
            kind="order", status="done", date="2022-05", date_span=span(d, "In May 2022"),
            roles={
                "supplier": (_org(d, "Turkish Aerospace", "TUR"),),
                "recipient": (state(d, "Kazakhstan", "KAZ"),),
                "item": (_item(d, "Anka", "UAV"),),
                "quantity": (filler(d, Quantity, "three", value=3, unit="pieces"),),
                "value": (filler(d, Money, "40 million dollars", amount=40_000_000, currency="USD"),),
            },
            evidence=(_sentence(d, "In May"),), trigger=span(d, "ordered"),
        ),
        Draft(
            kind="order", status="denied", date="2023", date_span=span(d, "2023"),
            roles={
                "supplier": (_org(d, "Baykar", "TUR"),),
                "recipient": (state(d, "Uzbekistan", "UZB"),),
                "item": (_item(d, "TB2", "UAV"),),
                "quantity": (filler(d, Quantity, "12", value=12, unit="pieces"),),
            },
            evidence=(_sentence(d, "Uzbekistan"),), trigger=span(d, "bought"),
        ),
        Draft(
            kind="training", status="planned", date="2025", date_span=span(d, "2025"),
            roles={
                "supplier": (state(d, "Italy", "ITA"),),
                "recipient": (state(d, "Qatari", "QAT"),),
                "item": (filler(d, Thing, "Lecce", name="Lecce"),),
                "quantity": (filler(d, Quantity, "60", value=60, unit="people"),),
            },
            evidence=(_sentence(d, "Next"),), trigger=span(d, "train"),
        ),
    ]  # fmt: skip


def polish() -> list[Draft]:
    """The true drafts of POLISH."""
    d = POLISH
    return [
        Draft(
            kind="order", status="done", date="2021-07", date_span=span(d, "W lipcu 2021 roku"),
            roles={
                "supplier": (state(d, "Polska", "POL"),),
                "recipient": (state(d, "Ukrainie", "UKR"),),
                "item": (_item(d, "Krab", "howitzer"),),
                "quantity": (filler(d, Quantity, "54", value=54, unit="pieces"),),
                "value": (filler(d, Money, "2,7 mld zł", amount=2_700_000_000, currency="PLN"),),
            },
            evidence=(_sentence(d, "W lipcu"),), trigger=span(d, "sprzedała"),
        ),
        Draft(
            kind="delivery", status="done", date="2024", date_span=span(d, "2024"),
            roles={
                "supplier": (state(d, "Słowacja", "SVK"),),
                "recipient": (state(d, "Litwie", "LTU"),),
                "item": (_item(d, "Zuzana", "howitzer"),),
                "quantity": (filler(d, Quantity, "8", value=8, unit="systems"),),
            },
            evidence=(_sentence(d, "W 2024"),), trigger=span(d, "dostarczyła"),
        ),
    ]  # fmt: skip


TRUTHS = {"en": english(), "pl": polish()}


def read(document: Document) -> Sequence[Draft]:
    """The true drafts of a document."""
    return TRUTHS[document.id]


def check(draft: Draft, document: Document) -> Claim | Rejected:
    """Ground a draft with a reader that knows the true ones."""
    return ground(draft, document, FakeReader(TRUTHS[document.id]))
