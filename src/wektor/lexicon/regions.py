"""Regions of the world: UN M49's division, named as CLDR names them."""

from functools import cache

import msgspec

from wektor.lexicon.loading import PACKS, decode


class Region(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A region: the code of the wider one, and its states by ISO 3166-1 alpha-3 code."""

    of: str
    states: tuple[str, ...]


class RegionPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """world/regions.yaml."""

    regions: dict[str, Region]


@cache
def regions_of_states(wide: bool = False) -> dict[str, str]:
    """States led to the code of their region, or of the ``wide`` one around it (a continent)."""
    pack = decode(PACKS / "world/regions.yaml", RegionPack)
    return {state: region.of if wide else code for code, region in pack.regions.items() for state in region.states}


@cache
def region_names(language: str = "en") -> dict[str, str]:
    """Names of regions by their code."""
    import babel

    territories = babel.Locale(language).territories
    codes = {*regions_of_states().values(), *regions_of_states(wide=True).values()}
    return {code: territories[code] for code in sorted(codes)}
