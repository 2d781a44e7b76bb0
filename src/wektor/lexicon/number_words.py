"""lang/<code>/numbers.yaml: how a language writes numbers."""

import msgspec


class NumberPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Number words, lower case, in every form that text shows. A value stands on the left, its words on the right.

    - ``decimal``: the decimal sign; the other of "." and "," then groups thousands.
    - ``words``: numbers that add up ("sixty" "five"). ``multipliers`` below 1000 multiply what stands before them
      ("two hundred", "half a dozen"). ``scales`` from 1000 up likewise, and are written after figures too ("mln").
    - ``plurals``: multipliers and scales that are no number without one before them ("thousands").
    - ``halves``: fractions of the scale that follows. ``vague``: words for a range: [low, high].
    - ``ten_adds``: units follow ten as they follow twenty ("on bir"). ``mixed``: figures follow a thousand written out ("3 bin 250").
    - ``articles``: stand for one before a multiplier or scale. Without any in the language these stand alone.
    - ``joiners``: may stand inside a number ("one hundred and five").
    - ``range_joins``: join two numbers into a range. ``range_pairs``: a word that opens a range -> the joins it asks for.
    - ``pairs``: two small numbers one after the other are a range ("three four").
    - ``ordinals``: ordinal numbers; ``ordinal_suffixes`` make them of figures ("21st"); so does a full stop that
      ends no sentence where it is one of them ("2. battalion").
    - ``approximations``: words before a number that make it approximate.
    - ``measures``: a unit of measure -> its words: the number counts no pieces.
    - ``percent``: words and signs of a percentage. ``local``: beginnings of words that make one the share of what is made
      in the country ("local content"). ``skip_before``, ``skip_after``: neighbours that make it no number
      of its own ("Block", "Article"; a word of year).
    """

    decimal: str
    words: dict[int, list[str]]
    multipliers: dict[int, list[str]] = {}
    scales: dict[int, list[str]] = {}
    plurals: list[str] = []
    halves: dict[float, list[str]] = {}
    vague: dict[str, tuple[int, int]] = {}
    ten_adds: bool = False
    mixed: bool = False
    articles: list[str] = []
    joiners: list[str] = []
    range_joins: list[str] = []
    range_pairs: dict[str, list[str]] = {}
    pairs: bool = False
    ordinals: dict[int, list[str]] = {}
    ordinal_suffixes: list[str] = []
    approximations: list[str] = []
    measures: dict[str, list[str]] = {}
    percent: list[str] = []
    local: list[str] = []
    skip_before: list[str] = []
    skip_after: list[str] = []
