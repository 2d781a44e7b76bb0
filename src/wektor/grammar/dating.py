"""Dating: which of the dates that the text gives is a claim's, or none."""

from collections.abc import Iterator, Sequence
from typing import Any

from wektor.grammar.discourse import Discourse
from wektor.grammar.features import Features
from wektor.grammar.relations import Parse
from wektor.grammar.triggers import Trigger
from wektor.lexicon.weights import Weights
from wektor.model import Edtf, Span

_BACK = 3  # sentences before, whose dates may still hold


class DateOption:
    """A date that the claim may bear: its value, its words, and what speaks for it (all empty for no date)."""

    __slots__ = ("features", "span", "value")

    def __init__(self, value: str | None, span: Span | None, features: Features) -> None:
        self.value, self.span, self.features = value, span, features


def date_options(parse: Parse, trigger: Trigger, status: str, discourse: Discourse, rivals: Sequence[Trigger]) -> list[DateOption]:
    """No date, every date of the sentence in each of its readings, and the latest dates of the sentences before."""
    kind, sentence = trigger.frame.kind, parse.sentence
    here = [d for d in sentence.dates if d.edtf and not d.dateline]  # type: ignore[attr-defined]
    count = f"{min(len(here), 3)}"
    found = [DateOption(None, None, [("none", 1.0), (f"none:of{count}", 1.0), (f"none:{kind}", 1.0), (f"none:{status}", 1.0),
                                     (f"none:{status}:of{count}", 1.0), (f"none:{kind}:of{count}", 1.0)])]  # fmt: skip
    for date in here:
        place = list(_place(parse, trigger, date, here, rivals))
        found += _readings(date, place, kind, status, discourse)
    for rank, (index, date) in enumerate(reversed([(n, d) for n, d in discourse.dates if sentence.index - _BACK <= n < sentence.index])):
        back = sentence.index - index
        place = [("before", 1.0), (f"before:{kind}", 1.0), (f"back{back}", 1.0), (f"back{back}:rank{min(rank, 3)}", 1.0), (f"before:of{count}", 1.0),
                 (f"back{back}:of{count}", 1.0)]  # fmt: skip
        found += _readings(date, place, kind, status, discourse)
    return found


def choose_date(parse: Parse, trigger: Trigger, status: str, discourse: Discourse, rivals: Sequence[Trigger], weights: Weights) -> DateOption:
    """The likeliest date; of equals the first."""
    options = date_options(parse, trigger, status, discourse, rivals)
    return max(enumerate(options), key=lambda o: (weights.weigh_date(o[1].features), -o[0]))[1]


def _readings(date: Any, place: Features, kind: str, status: str, discourse: Discourse) -> Iterator[DateOption]:
    values = list({value: name for name in ("point", "future", "edtf") if (value := getattr(date, name))}.items())
    values = [(name, value) for value, name in values]
    for reading, value in values:
        features = [*place, *_nature(date, value, kind, status, discourse.published)]
        if len(values) > 1:
            features += [(f"reading:{reading}", 1.0), (f"reading:{reading}:{status}", 1.0)]
        yield DateOption(value, date.span, features)


def tense_of(value: str, published: str | None) -> str:
    """Whether a date lies before, about or after the day of publication."""
    edtf = Edtf.parse(value)
    if edtf is None or not published:
        return "unplaced"
    if edtf.first is not None and edtf.first[: len(published)] > published:
        return "coming"
    return "gone" if edtf.last is not None and edtf.last[: len(published)] < published else "open"


def _nature(date: Any, value: str, kind: str, status: str, published: str | None) -> Iterator[tuple[str, float]]:
    tense = tense_of(value, published)
    grain = "interval" if "/" in value else f"grain{min(len(value.rstrip('?~%')), 10)}"
    yield f"{status}:{tense}", 1.0
    yield f"{kind}:{tense}", 1.0
    yield f"{grain}", 1.0
    yield f"{kind}:{grain}", 1.0
    yield f"{status}:{grain}", 1.0
    yield f"modifier:{date.modifier}", 1.0
    yield f"modifier:{date.modifier}:{status}", 1.0
    yield f"relative:{date.relative}", 1.0


def _place(parse: Parse, trigger: Trigger, date: Any, here: Sequence[Any], rivals: Sequence[Trigger]) -> Iterator[tuple[str, float]]:
    at = _token(parse, date)
    clause = max(-2, min(2, parse.clause_of[at] - parse.clause_of[trigger.i]))
    side, gap = "after" if at >= trigger.i else "before", abs(at - trigger.i)
    near = "1" if gap <= 3 else "2" if gap <= 6 else "3" if gap <= 12 else "4" if gap <= 20 else "5"
    yield "here", 1.0
    yield f"clause{clause}", 1.0
    yield f"{side}{near}", 1.0
    yield f"{trigger.pos}:{side}{near}", 1.0
    nearest = min(here, key=lambda d: abs(_token(parse, d) - trigger.i))
    yield f"nearest:{nearest is date}", 1.0
    closer = sum(1 for t in rivals if t is not trigger and abs(at - t.i) < gap)
    yield f"closer{min(closer, 3)}", 1.0
    between = sum(1 for t in rivals if t is not trigger and min(at, trigger.i) < t.i < max(at, trigger.i))
    yield f"between{min(between, 2)}:{side}", 1.0
    if at == 0 or (at == 1 and side == "before"):
        yield "opens", 1.0


def _token(parse: Parse, date: Any) -> int:
    return next((n for n, t in enumerate(parse.sentence.tokens) if t.end > date.span.start), 0)
