"""The cast of a made-up ledger: states, firms and equipment, each with the spellings under which articles name it."""

import random
from collections.abc import Sequence

import msgspec

from wektor.resolve.knowledge import Knowledge

_HEADS = ("Tar", "Vel", "Kor", "Zam", "Bri", "Os", "Mun", "Del", "Gar", "Pel", "Sur", "Nav", "Hol", "Fen", "Jas", "Rud", "Lob", "Cim", "Ard", "Wys", "Bel",
          "Cro", "Dom", "Eks", "Fal", "Gri", "Hut", "Ipr", "Jur", "Kal", "Lun", "Mag", "Nir", "Opt", "Pru", "Ras", "Sko", "Tol", "Umb", "Vost", "Zel")  # fmt: skip
_MIDDLES = ("a", "e", "i", "o", "u", "an", "er", "il", "on", "ur", "esk", "and", "ito", "ova", "uri", "ame", "ent", "olk", "ist", "arb")
_TAILS = ("vek", "dan", "mir", "tor", "lis", "gon", "rax", "bel", "kem", "sta", "nor", "dym", "pol", "zan", "fer", "lum", "quin", "tis", "var", "mond")
_TRADES = (("Defence Systems", "Savunma Sistemleri", "оборонные системы", "systemy obronne"), ("Shipyard", "Tersanesi", "верфь", "stocznia"),
           ("Aviation", "Havacılık", "авиация", "lotnictwo"), ("Electronics", "Elektronik", "электроника", "elektronika"),
           ("Machine Works", "Makina Fabrikası", "машиностроительный завод", "zakłady maszynowe"))  # fmt: skip
_LEGAL = (" Ltd", " A.Ş.", " ООО", " S.A.", " JSC")
_CYRILLIC = {"a": "а", "b": "б", "c": "к", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и", "j": "дж", "k": "к", "l": "л", "m": "м",
             "n": "н", "o": "о", "p": "п", "q": "к", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "w": "в", "x": "кс", "y": "ы", "z": "з"}  # fmt: skip


class Player(msgspec.Struct, frozen=True):
    """A firm, ministry or type of equipment: who it is, and how it is written, the usual spelling first."""

    id: str
    name: str
    state: str | None
    spellings: tuple[str, ...]
    cls: str | None = None


class Cast(msgspec.Struct, frozen=True):
    """Who and what a ledger tells of."""

    states: tuple[str, ...]
    firms: dict[str, list[Player]]
    items: dict[str, list[Player]]
    makers: tuple[str, ...]


def cast(knowledge: Knowledge, invented: int, rng: random.Random) -> Cast:
    """The packs' firms and equipment, and ``invented`` firms and designations that no pack knows."""
    firms: dict[str, list[Player]] = {}
    items: dict[str, list[Player]] = {}
    for org in knowledge.organisations.values():
        if org.kind == "firm" and org.state:
            firms.setdefault(org.state, []).append(Player(org.id, org.name, org.state, (org.name, *org.names, *org.former)))
    for ident, family in knowledge.families.items():
        if family.state:
            items.setdefault(family.state, []).append(Player(ident, family.name, family.state, (family.name, *family.names), family.cls))
    makers = tuple(sorted(firms.keys() & items.keys(), key=lambda s: (-len(items[s]), s)))
    classes = sorted({f.cls for f in knowledge.families.values()})
    for number in range(invented):
        state = makers[min(int(rng.expovariate(0.12)), len(makers) - 1)]
        firms[state].append(_firm(state, number, rng))
        items[state].append(_item(state, number, rng.choice(classes), rng))
    return Cast(tuple(sorted(set(knowledge.states.values()))), firms, items, makers)


def _firm(state: str, number: int, rng: random.Random) -> Player:
    middle = _MIDDLES[number // len(_HEADS) % len(_MIDDLES)] + (_MIDDLES[rng.randrange(len(_MIDDLES))] if number >= len(_HEADS) * len(_MIDDLES) else "")
    stem = _HEADS[number % len(_HEADS)] + middle + rng.choice(_TAILS)
    english, turkish, russian, polish = rng.choice(_TRADES)
    cyrillic = "".join(_CYRILLIC.get(c, c) for c in stem.lower()).capitalize()
    spellings = (f"{stem} {english}", stem, f"{stem} {turkish}", f"{cyrillic} {russian}", cyrillic, f"{polish} {stem}", f"{stem}u",
                 f"{stem} {english}{rng.choice(_LEGAL)}")  # fmt: skip
    return Player("org:" + "-".join(spellings[0].lower().split()), spellings[0], state, spellings)


def _item(state: str, number: int, cls: str, rng: random.Random) -> Player:
    letters = "".join(rng.choice("ABDEGHKLMNPRSTVWXZ") for _ in range(2))
    code = f"{letters}-{10 + number % 890}"
    return Player("eq:" + code.lower(), code, state, (code, code.replace("-", ""), code.replace("-", " ")), cls)


def misspell(text: str, rng: random.Random) -> str:
    """The text with one slip: a letter lost, doubled, or two changed about; figures stay."""
    places = [i for i, c in enumerate(text[:-1]) if i and c.isalpha() and text[i + 1].isalpha()]
    if not places:
        return text
    at, kind = rng.choice(places), rng.randrange(3)
    middle = ("", text[at] * 2, text[at + 1] + text[at])[kind]
    return text[:at] + middle + text[at + (2 if kind == 2 else 1) :]


def pick(players: Sequence[Player], rng: random.Random) -> Player:
    """One of them, the first ones oftener."""
    return players[int(len(players) * rng.random() ** 2)]
