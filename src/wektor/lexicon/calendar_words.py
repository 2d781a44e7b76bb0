"""lang/<code>/dates.yaml: how a language writes dates."""

from typing import Literal

import msgspec

Unit = Literal["decade", "year", "half", "quarter", "month", "fortnight", "week", "weekend", "day"]
Lead = Literal["since", "until", "by", "due", "before", "after"]
Part = Literal["start", "mid", "end"]


class DatePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words of the calendar, lower case, in every form that text shows, and the orders in which they make dates.

    A value stands on the left, its words on the right; words may be several ("as late as") and may end in a full stop.
    Every key below is a *class* that patterns name in the singular (``month``, ``weekday``, ...). Words of four letters
    or more are known without their accents too.

    - ``letters``: how months and weekdays are spelled: ``capital`` first, ``lower``, or ``any``. Spelled otherwise they
      count only beside figures; if there are ``homographs``, only those are so strict ("may", "march").
    - ``months`` 1-12, ``weekdays`` 1-7 from Monday, ``seasons`` 1 spring to 4 winter, ``decades`` by first year.
    - ``short_months``, ``short_weekdays``: abbreviations: months and weekdays only beside figures ("Sept. 5").
    - ``feasts``: a day's rule -> its names: ``12-25``, ``11-thu-4`` (fourth Thursday), ``05-mon--1`` (last Monday),
      ``easter+1``, ``orthodox-2``, ``hijri 10-01`` (civil reckoning, right to the day or the next).
    - ``units``: class ``unit``, and ``unit_year``, ``unit_month``, ... for one alone.
    - ``deictics``: "last" -1, "this" 0, "next" 1, counted from publication.
    - ``anaphors``: "the previous" -1, "the same" 0, "the following" 1, counted from the date before in the text.
    - ``distances``: words with a count of units, from publication: "ago" -1, "from now" 1.
    - ``windows``: likewise, but any day up to then: "within" 1.
    - ``sequels``: likewise from the date before in the text: "earlier" -1, "later" 1.
    - ``nows``: words that say how it stands on the day of publication ("at the moment"): known to its month. Only
      words with which the language dates what it tells.
    - ``echoes``: words that stand for the date before ("at that time").
    - ``adverbs``: days from publication: "yesterday" -1.
    - ``shorthands``: a unit and its shift from publication in one word or phrase: ``year -1``: [ub. r.];
      with a part: ``year 0 end``: [year-end].
    - ``parts``: start, mid or end of what follows. ``halves`` 1-2 and ``quarters`` 1-4 of a year, as whole phrases.
    - ``ordinals``: words for a day of the month; class ``nth`` where they count ("the first Monday"). ``counts``: number words beyond those of numbers.yaml ("a").
    - ``leads``: words that give a date a sense: since, until, by (a due date: the time up to it), due (one that is told as the day itself), before, after. ``trails``: likewise
      where they follow the date.
    - ``cases``: endings after an apostrophe that change nothing ("2024'te"): patterns need not name them; what bears one
      has the class ``cased`` too.
    - ``suffixes``: class -> endings written right after figures, with a hyphen or an apostrophe between or not ("21st",
      "1990s", "2019'dan").
    - ``counted_endings``: endings of nouns that are counted: figures right before such a word are no year.
    - ``words``: class -> other words that patterns need; they carry no value. After a ``model`` ("Block
      2010") stands no year of an event. A lead that is ``dated`` says of a whole day with its year only what bears that
      date ("промова від 17 травня 2016 року"), not since when.
    - ``event_endings``: endings of words that say from what time is counted ("imzadan iki yıl sonra"): what is counted
      right behind such a word, where it is no date, tells no date either. ``event_words`` bear such an ending and do not.
    - ``shapes``: names in capitals for pieces that several patterns share.
    - ``patterns``: orders of classes as a regular expression over tokens; the first that fits at a place wins, so
      longer ones stand first. A class followed by 2 (``year2``) is the end of a range; ``^`` and ``$`` are the ends of
      the sentence. Figures have the classes ``day``, ``count``, ``monthnum``, ``mm`` (two figures), ``yy``, ``year``,
      ``tens`` (90, 1990); punctuation: ``comma``, ``dot``, ``colon``, ``dash``, ``slash``, ``lpar``, ``rpar``; ``named`` is the year in an event's name ("IDEF 2021"). A lead may stand
      before any pattern, a trail after any.
    """

    letters: Literal["capital", "lower", "any"] = "any"
    homographs: list[str] = []
    months: dict[int, list[str]]
    short_months: dict[int, list[str]] = {}
    weekdays: dict[int, list[str]]
    short_weekdays: dict[int, list[str]] = {}
    seasons: dict[int, list[str]] = {}
    decades: dict[int, list[str]] = {}
    feasts: dict[str, list[str]] = {}
    units: dict[Unit, list[str]] = {}
    deictics: dict[int, list[str]] = {}
    anaphors: dict[int, list[str]] = {}
    distances: dict[int, list[str]] = {}
    windows: dict[int, list[str]] = {}
    sequels: dict[int, list[str]] = {}
    echoes: list[str] = []
    nows: list[str] = []
    adverbs: dict[int, list[str]] = {}
    shorthands: dict[str, list[str]] = {}
    parts: dict[Part, list[str]] = {}
    halves: dict[int, list[str]] = {}
    quarters: dict[int, list[str]] = {}
    ordinals: dict[int, list[str]] = {}
    counts: dict[int, list[str]] = {}
    leads: dict[Lead, list[str]] = {}
    trails: dict[Lead, list[str]] = {}
    cases: list[str] = []
    counted_endings: list[str] = []
    event_endings: list[str] = []
    event_words: list[str] = []
    suffixes: dict[str, list[str]] = {}
    words: dict[str, list[str]] = {}
    shapes: dict[str, str] = {}
    patterns: list[str]
