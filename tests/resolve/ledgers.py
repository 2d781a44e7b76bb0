"""Small ledgers for the laws: hand-made claims, and hypothesis strategies of whole ledgers."""

import hashlib
from collections.abc import Iterable

import msgspec
from hypothesis import strategies as st

from wektor.model.claims import Actor, Claim, Equipment, Filler, Money, Quantity
from wektor.model.register import ClaimRecord, View, claim_id
from wektor.model.spans import Evidence

ROLES = {"order": ("supplier", "recipient"), "delivery": ("supplier", "recipient"), "aid": ("supplier", "recipient"),
         "production": ("licensor", "producer"), "operation": ("maker", "operator"), "training": ("supplier", "recipient"), "selection": ("candidate", "recipient")}  # fmt: skip


def digest(name: str) -> str:
    """What names a document."""
    return hashlib.sha256(name.encode()).hexdigest()


def actor(text: str, state: str | None = None, name: str | None = None) -> Actor:
    """A state where the text is a code, else an organisation."""
    if len(text) == 3 and text.isupper() and state is None:
        return Actor(id=f"state:{text}", name=text, state=text, text=text, start=0, end=3)
    return Actor(id="org:" + "-".join((name or text).lower().split()), name=name or text, state=state, text=text, start=0, end=len(text))


def equipment(text: str, cls: str | None = "UAV", known: str | None = None) -> Equipment:
    """A designation; with ``known`` under the id of a family."""
    return Equipment(id=known or "eq:" + "-".join(text.lower().split()), name=text, cls=cls, text=text, start=0, end=len(text))


def of_class(cls: str) -> Equipment:
    """A class alone."""
    return Equipment(id="class:" + cls.replace(" ", "-"), name=cls, cls=cls, text=cls, start=0, end=len(cls))


def record(doc: str, kind: str = "order", giver: Actor | None = None, taker: Actor | None = None, item: Equipment | None = None, *,
           number: int | None = None, amount: int | None = None, date: str | None = None, published: str | None = "2022-01-10",
           status: str = "done", start: int = 0, group: str | None = None, publisher: str = "Gazette", lang: str = "en",
           attribute: str | None = None) -> ClaimRecord:  # fmt: skip
    """A claim in the ledger."""
    roles: dict[str, tuple[Filler, ...]] = {"item": (item,)} if item else {}
    if kind in ROLES:
        roles |= {role: (who,) for role, who in zip(ROLES[kind], (giver, taker), strict=True) if who}
    else:
        roles["party"] = tuple(who for who in (giver, taker) if who)
    if number is not None:
        roles["quantity"] = (Quantity(value=number, unit="pieces", text=str(number), start=start, end=start + 1),)
    if amount is not None:
        roles["value"] = (Money(amount=amount, currency="USD", text=str(amount), start=start, end=start + 1),)
    shifted = {r: tuple(msgspec.structs.replace(f, start=start + f.start, end=start + f.end) for f in group_) for r, group_ in roles.items()}
    claim = Claim(doc=doc, kind=kind, attribute=attribute, status=status, date=date, roles=shifted,
                  evidence=Evidence(start, start + 40, "as it was told"), confidence=0.8)  # fmt: skip
    return ClaimRecord(id=claim_id(digest(doc), claim), document=digest(doc), copy_group=digest(group or doc), claim=claim, published=published,
                       publisher=publisher, lang=lang)  # fmt: skip


STATES = ("KAZ", "TUR", "POL", "UZB")
FIRMS = (("Tarvek Defence Systems", "TUR"), ("Tarvek", "TUR"), ("Tarvek", None), ("Tarvek Savunma Sistemleri", "TUR"), ("Тарвек", "TUR"),
         ("Tarvek Shipyard", "TUR"), ("Tarvek", "POL"), ("Tarvekk Defence Systems", "TUR"), ("Velorix", "POL"), ("Velorix Ltd", None),
         ("Turkish Aerospace", "TUR"), ("TUSAŞ", "TUR"), ("Kazakhstan Engineering", "KAZ"), ("Казахстан инжиниринг", "KAZ"))  # fmt: skip
ITEMS = (("Bayraktar TB2", "combat UAV"), ("TB-2", "combat UAV"), ("Anka", "combat UAV"), ("KX-41", "tank"), ("KX 41", "tank"), ("Wing Loong II", "combat UAV"),
         ("Wing Loong 1", "combat UAV"))  # fmt: skip
CLASSES = ("combat UAV", "tank", "UAV")
DAYS = (None, "2021-03-01", "2021-03-04", "2022-01-10", "2023-06-30")
DATES = (None, "2021", "2021-03", "2022-01-05", "2023-06", "2021/2023")


@st.composite
def actors(draw: st.DrawFn) -> Actor:
    """A state, or a firm under one of its spellings."""
    if draw(st.booleans()):
        return actor(draw(st.sampled_from(STATES)))
    return actor(*draw(st.sampled_from(FIRMS)))


@st.composite
def documents(draw: st.DrawFn, name: str) -> tuple[ClaimRecord, ...]:
    """The claims of one document."""
    published, lang, group = draw(st.sampled_from(DAYS)), draw(st.sampled_from(("en", "pl"))), draw(st.sampled_from((name, "d0")))
    rows = []
    for place in range(draw(st.integers(1, 4))):
        item = draw(st.one_of(st.none(), st.sampled_from(ITEMS).map(lambda t: equipment(*t)), st.sampled_from(CLASSES).map(of_class)))
        kind = draw(st.sampled_from(("order", "delivery", "aid", "production", "operation", "talks", "agreement", "exercise")))
        rows.append(record(name, kind, draw(st.none() | actors()), draw(actors()), item, number=draw(st.sampled_from((None, 3, 8, 24))),
                           date=draw(st.sampled_from(DATES)), status=draw(st.sampled_from(("done", "planned", "ended"))), published=published,
                           start=100 * place, group=group, publisher=draw(st.sampled_from(("Gazette", "Courier"))), lang=lang))  # fmt: skip
    return tuple({r.id: r for r in rows}.values())


def ledgers(most: int = 6) -> st.SearchStrategy[list[tuple[ClaimRecord, ...]]]:
    """Ledgers of a few documents, each with its claims."""
    return st.integers(1, most).flatmap(lambda n: st.tuples(*(documents(f"d{i}") for i in range(n))).map(list))


def flat(held: Iterable[tuple[ClaimRecord, ...]]) -> list[ClaimRecord]:
    """All claims of a ledger."""
    return [r for document in held for r in document]


def same(a: View, b: View) -> None:
    """Fail where two views differ, on the first thing that does."""
    for field in View.__struct_fields__:
        left, right = getattr(a, field), getattr(b, field)
        if isinstance(left, dict):
            assert left.keys() == right.keys(), field
            assert list(left) == list(right), f"order of {field}"
            for key in left:
                assert left[key] == right[key], (field, key)
        else:
            assert left == right, field
    assert msgspec.json.encode(a) == msgspec.json.encode(b)
