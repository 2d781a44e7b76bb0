"""What the world packs know: organisations, families of equipment, classes, names of states, words of firms' names."""

from functools import cache

import msgspec

from wektor.lexicon.loading import PACKS, decode, language_pack
from wektor.lexicon.packs import ClassPack, EquipmentFamily, EquipmentPack, Organisation, OrganisationPack, StatePack


class NameWordsPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """world/name-words.yaml: wider classes, legal forms, then words that many names share, by how little they tell."""

    source: str
    languages: list[str]
    wider: dict[str, str]
    legal: list[str]
    hollow: dict[str, list[str]]
    broad: dict[str, list[str]]
    telling: dict[str, list[str]]


class Knowledge(msgspec.Struct, frozen=True, eq=False):
    """The packs as resolving needs them.

    ``organisations`` and ``families`` go by id; ``states`` leads from a state's name, in any of the pack's languages,
    to its code; ``parents`` from a class of equipment to the wider one.
    """

    organisations: dict[str, Organisation]
    families: dict[str, EquipmentFamily]
    parents: dict[str, str]
    states: dict[str, str]
    words: NameWordsPack

    def classes(self, cls: str | None) -> tuple[str, ...]:
        """A class and the wider ones it belongs to, narrowest first."""
        found: list[str] = []
        while cls and cls not in found:
            found.append(cls)
            cls = self.parents.get(cls)
        return tuple(found)


@cache
def load_knowledge() -> Knowledge:
    """The shipped packs, read once. Raises PackError where one does not fit its type."""
    words = decode(PACKS / "world/name-words.yaml", NameWordsPack)
    orgs = {o.id: o for p in sorted(PACKS.glob("world/organisations/*.yaml")) for o in decode(p, OrganisationPack).organisations}
    families = {family_id(f.name): f for p in sorted(PACKS.glob("world/equipment/*.yaml")) for f in decode(p, EquipmentPack).equipment}
    parents = {c.cls: c.parent for c in language_pack("en", "equipment", ClassPack).classes if c.parent}
    return Knowledge(orgs, families, words.wider | parents, _state_names(words.languages), words)


def family_id(name: str) -> str:
    """The id of a family of equipment, as the engines give it."""
    return "eq:" + "-".join(name.lower().split())


def _state_names(languages: list[str]) -> dict[str, str]:
    """Names and adjectives of states: CLDR's in each language, and the hand layer where a language has a pack."""
    import babel
    import pycountry

    names: dict[str, str] = {}
    alpha = {c.alpha_2: c.alpha_3 for c in pycountry.countries}
    for code in languages:
        for territory, name in babel.Locale(code).territories.items():
            if territory in alpha:
                names.setdefault(name, alpha[territory])
        if (PACKS / "lang" / code / "states.yaml").exists():
            for state, words in language_pack(code, "states", StatePack).states.items():
                for name in (*words.names, *words.adjectives, *words.people):
                    names.setdefault(name, state)
    return names
