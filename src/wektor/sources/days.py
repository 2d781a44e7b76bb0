"""Days of publication as people give them."""

import re

from wektor.model import Edtf, InputError


def parse_day(text: str, where: str) -> str:
    """An ISO day, month or year, checked; a time of day is cut off. Raises InputError naming ``where`` it stood."""
    day = text.strip().partition("T")[0]
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", day) and Edtf.parse(day):
        return day
    raise InputError(f"{where}: {text!r} is no day; write it as 2024-11-20")
