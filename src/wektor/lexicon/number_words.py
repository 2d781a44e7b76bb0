"""lang/<code>/numbers.yaml: how a language writes numbers."""

import msgspec


class NumberPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Number words in every form they take in text, lower case.

    ``words`` value a word; ``scales`` multiply what stands before them; ``dozens`` likewise, and stand alone too;
    ``halves`` are fractions of the scale that follows ("half a million"); ``joiners`` may stand inside a number ("one
    hundred and five"); ``ranges`` join two numbers; ``ordinals`` value an ordinal; ``approximations`` stand before;
    ``skip_before`` and ``skip_after`` are neighbours that make a number no count ("Block", "%").
    """

    decimal: str
    words: dict[str, int]
    scales: dict[str, int]
    dozens: dict[str, int] = {}
    halves: dict[str, float] = {}
    joiners: list[str] = []
    ranges: list[str] = []
    ordinals: dict[str, int] = {}
    approximations: list[str] = []
    skip_before: list[str] = []
    skip_after: list[str] = []
