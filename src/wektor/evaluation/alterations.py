"""Alter one fact of a true draft: into what does not stand in its evidence, or into what its evidence contradicts."""

import random
import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from wektor.model import STATUSES, Actor, Document, Draft, Equipment, Filler, Money, Quantity

_CURRENCIES = ("USD", "EUR", "GBP", "PLN", "KZT", "TRY", "JPY", "SEK", "KRW")
_UNITS = ("pieces", "people", "systems", "sets", "tonnes", "kilometres", "batteries")
_SIDES = (("supplier", "recipient"), ("licensor", "producer"), ("maker", "operator"), ("candidate", "recipient"))
_YEAR, _MONTH = re.compile(r"\d{4}"), re.compile(r"(?<=\d{4}-)\d{2}")


class Material(msgspec.Struct, frozen=True):
    """What an alteration may draw upon: a true draft, its text, and true drafts of this text and of others."""

    draft: Draft
    document: Document
    here: tuple[Draft, ...]
    elsewhere: tuple[Draft, ...]

    @property
    def quoted(self) -> str:
        """The words of the evidence."""
        return " ".join(span.cut(self.document.text) for span in self.draft.evidence)

    def in_evidence(self, filler: Filler) -> bool:
        """Whether the filler's words stand in the evidence at their own place."""
        return any(span.contains(filler.span) for span in self.draft.evidence)


Alteration = Callable[[Material, random.Random], Draft | None]


def fillers_of(drafts: Sequence[Draft]) -> Iterator[tuple[str, Filler]]:
    """Every filler with its role."""
    for draft in drafts:
        for role, fillers in draft.roles.items():
            yield from ((role, filler) for filler in fillers)


def _pick(material: Material, chance: random.Random, kind: type[Filler]) -> tuple[str, Filler] | None:
    found = [(role, filler) for role, filler in fillers_of([material.draft]) if isinstance(filler, kind)]
    return chance.choice(found) if found else None


def _replace(draft: Draft, role: str, old: Filler, new: Filler) -> Draft:
    roles = dict(draft.roles)
    roles[role] = tuple(new if filler is old else filler for filler in roles[role])
    return msgspec.structs.replace(draft, roles=roles)


def foreign_number(material: Material, chance: random.Random) -> Draft | None:
    """Another number for the same words."""
    picked = _pick(material, chance, Quantity)
    if picked is None:
        return None
    value = _absent_number(material.quoted, chance)
    return _replace(material.draft, *picked, msgspec.structs.replace(picked[1], value=value))


def foreign_amount(material: Material, chance: random.Random) -> Draft | None:
    """Another amount of money for the same words."""
    picked = _pick(material, chance, Money)
    if picked is None:
        return None
    amount = _absent_number(material.quoted, chance) * chance.choice((1, 10**3, 10**6, 10**9))
    return _replace(material.draft, *picked, msgspec.structs.replace(picked[1], amount=amount))


def _absent_number(quoted: str, chance: random.Random) -> int:
    """A number whose digits the evidence does not show, too odd to be spelt in words there."""
    return next(n for n in iter(lambda: chance.randint(31, 9999), -1) if str(n) not in quoted)


def foreign_unit(material: Material, chance: random.Random) -> Draft | None:
    """Another unit for the same words."""
    picked = _pick(material, chance, Quantity)
    if picked is None or not isinstance(picked[1], Quantity):
        return None
    unit = chance.choice([unit for unit in _UNITS if unit != picked[1].unit])
    return _replace(material.draft, *picked, msgspec.structs.replace(picked[1], unit=unit))


def foreign_currency(material: Material, chance: random.Random) -> Draft | None:
    """Another currency for the same words."""
    picked = _pick(material, chance, Money)
    if picked is None or not isinstance(picked[1], Money):
        return None
    currency = chance.choice([code for code in _CURRENCIES if code != picked[1].currency])
    return _replace(material.draft, *picked, msgspec.structs.replace(picked[1], currency=currency))


def foreign_year(material: Material, chance: random.Random) -> Draft | None:
    """A year that the evidence does not show."""
    return _redated(material, chance, _YEAR, [f"{year}" for year in range(1980, 2045)])


def foreign_month(material: Material, chance: random.Random) -> Draft | None:
    """Another month of the same year."""
    return _redated(material, chance, _MONTH, [f"{month:02}" for month in range(1, 13)])


def _redated(material: Material, chance: random.Random, part: re.Pattern[str], values: list[str]) -> Draft | None:
    date = material.draft.date or ""
    parts = part.findall(date)
    if not parts:
        return None
    absent = [v for v in values if v not in parts and (len(v) < 4 or v not in material.quoted)]
    return msgspec.structs.replace(material.draft, date=part.sub(chance.choice(absent), date, count=1))


def foreign_designation(material: Material, chance: random.Random) -> Draft | None:
    """Another item: one of another text for the same words, or one of this text that stands outside the evidence."""
    return _foreign_filler(material, chance, Equipment)


def foreign_actor(material: Material, chance: random.Random) -> Draft | None:
    """Another actor: one of another text for the same words, or one of this text that stands outside the evidence."""
    return _foreign_filler(material, chance, Actor)


def _foreign_filler(material: Material, chance: random.Random, kind: type[Actor] | type[Equipment]) -> Draft | None:
    picked = _pick(material, chance, kind)
    if picked is None:
        return None
    role, old = picked
    moved = [f for f in _others(material.here, kind, material) if not material.in_evidence(f)]
    renamed = [_in_place(f, old) for f in _others(material.elsewhere, kind, material)]
    pools = [pool for pool in (moved, renamed) if pool]
    return _replace(material.draft, role, old, chance.choice(chance.choice(pools))) if pools else None


def _others(drafts: Sequence[Draft], kind: type[Actor] | type[Equipment], material: Material) -> list[Filler]:
    """Fillers that are none of the draft's own and whose name and words the evidence does not show."""
    own = {f.id for _, f in fillers_of([material.draft]) if isinstance(f, kind)}
    quoted = material.quoted.casefold()
    shown = {f.id for _, f in fillers_of(material.here) if isinstance(f, kind) and material.in_evidence(f)}
    return [
        f
        for _, f in fillers_of(drafts)
        if isinstance(f, kind)
        and f.id not in own | shown
        and f.name.casefold() not in quoted
        and f.text.casefold() not in quoted
    ]


def _in_place(filler: Filler, old: Filler) -> Filler:
    return msgspec.structs.replace(filler, text=old.text, start=old.start, end=old.end)


def swapped_sides(material: Material, chance: random.Random) -> Draft | None:
    """Giver and taker change places."""
    draft = material.draft
    sides = [pair for pair in _SIDES if all(draft.roles.get(role) for role in pair)]
    if not sides:
        return None
    giver, taker = chance.choice(sides)
    return msgspec.structs.replace(
        draft, roles={**draft.roles, giver: draft.roles[taker], taker: draft.roles[giver]}
    )


def other_actor(material: Material, chance: random.Random) -> Draft | None:
    """Another actor of the same text, with its own words: one of the evidence if there is any."""
    picked = _pick(material, chance, Actor)
    if picked is None:
        return None
    own = {f.id for _, f in fillers_of([material.draft]) if isinstance(f, Actor)}
    others = [f for _, f in fillers_of(material.here) if isinstance(f, Actor) and f.id not in own]
    quoted = [f for f in others if material.in_evidence(f)]
    pool = quoted or others
    return _replace(material.draft, *picked, chance.choice(pool)) if pool else None


def flipped_status(material: Material, chance: random.Random) -> Draft | None:
    """Another status, denial aside."""
    others = [s for s in STATUSES if s not in (material.draft.status, "denied")]
    return msgspec.structs.replace(material.draft, status=chance.choice(others))


def flipped_polarity(material: Material, chance: random.Random) -> Draft | None:
    """What is said is denied, and what is denied is said."""
    status = "done" if material.draft.status == "denied" else "denied"
    return msgspec.structs.replace(material.draft, status=status)


FOREIGN: dict[str, Alteration] = {
    "number": foreign_number,
    "amount": foreign_amount,
    "year": foreign_year,
    "month": foreign_month,
    "unit": foreign_unit,
    "currency": foreign_currency,
    "designation": foreign_designation,
    "actor": foreign_actor,
}

CONTRARY: dict[str, Alteration] = {
    "sides swapped": swapped_sides,
    "another actor": other_actor,
    "status flipped": flipped_status,
    "polarity flipped": flipped_polarity,
}
