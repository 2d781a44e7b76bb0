"""Plain names of states, for people: CLDR's, by ISO 3166-1 alpha-3 code."""

from functools import cache


@cache
def state_names(language: str = "en") -> dict[str, str]:
    """Code to name in a language; codes that ISO has not stand for themselves."""
    import babel
    import pycountry

    territories = babel.Locale(language).territories
    return {c.alpha_3: territories[c.alpha_2] for c in pycountry.countries if c.alpha_2 in territories} | {"XKX": territories["XK"]}
