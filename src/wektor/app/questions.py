"""What a question asks for, checked: regions by name, a day between others, what is added up."""

from typing import get_args

from wektor.app.filtering import find_day, known_value, nearest
from wektor.lexicon.regions import region_names, regions_of_states
from wektor.model import InputError
from wektor.model.answers import Basis
from wektor.model.views import Filters


def regions_named(name: str | None) -> dict[str, tuple[str, ...]]:
    """States led to the names of their regions; only one of them if it is named, which may be a continent."""
    names = region_names()
    if name is None:
        return {state: (names[code],) for state, code in regions_of_states().items()}
    found = next((c for c, n in names.items() if name.casefold() in (c, n.casefold())), None)
    if found is None:
        hint = nearest(name, names.values()) or "it is one of " + ", ".join(sorted(names.values()))
        raise InputError(f"--region: {name!r} is no region; {hint}")
    wide = found in regions_of_states(wide=True).values()
    return {state: (names[code],) for state, code in regions_of_states(wide).items() if code == found}


def day_between(day: str | None, filters: Filters) -> str | None:
    """The day itself, which must lie within the days that the filters let through."""
    since, until = find_day(filters.since, "--from", 0), find_day(filters.until, "--to", 1)
    if day and ((since and day <= since) or (until and day > until)):
        raise InputError(f"--at {day} leaves nothing on one side of it between --from {filters.since or '…'} and --to {filters.until or '…'}")
    return day


def check_basis(basis: str, currency: str | None) -> None:
    """Refuse a basis that is none, and a currency that is none or that nothing is counted in."""
    known_value(basis, get_args(Basis), "--basis")
    if currency is None:
        return
    import pycountry

    if pycountry.currencies.get(alpha_3=currency) is None:
        raise InputError(f"--currency: {currency!r} is no currency; write its ISO 4217 code, such as USD")
    if basis != "value":
        raise InputError(f"--currency {currency} goes with --basis value; {basis} have none")
