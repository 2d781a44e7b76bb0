"""Claims and gold claims to test with, made short."""

from collections.abc import Sequence
from typing import Any

from wektor.evaluation.gold import GoldArgument, GoldClaim, GoldDocument, GoldMoney, GoldNumber
from wektor.model import Actor, Claim, Equipment, Evidence, Filler, Money, Quantity, Thing


def state(code: str, text: str | None = None) -> Actor:
    """A state, told by its code or by other words."""
    return Actor(id=f"state:{code}", name=code, state=code, text=text or code, start=0, end=len(text or code))


def org(name: str, of: str | None = None, text: str | None = None) -> Actor:
    """A firm, ministry or force."""
    slug = name.casefold().replace(" ", "-")
    return Actor(id=f"org:{slug}", name=name, state=of, text=text or name, start=0, end=len(text or name))


def item(name: str, text: str | None = None) -> Equipment:
    """A designation."""
    return Equipment(id=f"eq:{name}", name=name, text=text or name, start=0, end=len(text or name))


def thing(name: str) -> Thing:
    """A named thing."""
    return Thing(name=name, text=name, start=0, end=len(name))


def number(value: Any, unit: str = "pieces") -> Quantity:
    """A quantity."""
    return Quantity(value=value, unit=unit, text="x", start=0, end=1)


def money(amount: float, currency: str) -> Money:
    """A value."""
    return Money(amount=amount, currency=currency, text="x", start=0, end=1)


def claim(
    kind: str, status: str = "done", date: str | None = None, doc: str = "d", **roles: Filler | Sequence[Filler]
) -> Claim:
    """A claim whose evidence is the first letter of the text."""
    filled = {role: tuple(f) if isinstance(f, Sequence) else (f,) for role, f in roles.items()}
    return Claim(
        doc=doc, kind=kind, attribute=None, status=status, date=date, roles=filled, evidence=Evidence(0, 1, "x")
    )


def wanted(
    kinds: str, status: str = "done", date: str | None = None, optional: bool = False, attribute: str | None = None,
    **roles: Any,
) -> GoldClaim:  # fmt: skip
    """A gold claim: ``recipient=["KAZ|Kazakhstan"]``, ``quantity=3``, ``value=(5, "USD")``."""
    arguments = [argument for role, value in roles.items() for argument in _arguments(role, value)]
    return GoldClaim(
        kinds=tuple(kinds.split("/")), status=status, date=date, attribute=attribute, arguments=tuple(arguments),
        anchor="", optional=optional,
    )  # fmt: skip


def _arguments(role: str, value: Any) -> list[GoldArgument]:
    if role == "quantity":
        low, high = value if isinstance(value, tuple) else (value, value)
        return [GoldArgument(role, GoldNumber(low, high))]
    if role == "value":
        return [GoldArgument(role, GoldMoney(*value))]
    return [GoldArgument(role, tuple(forms.split("|"))) for forms in value]


def text(*claims: GoldClaim, ident: str = "d", lang: str = "en") -> GoldDocument:
    """A gold document of one letter."""
    return GoldDocument(id=ident, lang=lang, text="x", claims=claims)
