"""Counting: which number says how many of the claim's things or people there are, which amount says what it is worth."""

from collections.abc import Iterator, Sequence
from typing import Any

from wektor.grammar.fillers import money_of, quantity_of
from wektor.grammar.holding import counts_for
from wektor.grammar.option import Option, marker_before, place_names, token_from, under_role
from wektor.grammar.referents import Pool
from wektor.grammar.singles import Single, single_of, singles_of
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence

_PEOPLE = ("training",)
_ATTRIBUTES = 3  # words before a thing among which one may say that there are more
_BETWEEN = 22  # characters between a part and its whole
_AFTER = 2  # sentences after, whose only amount may still be meant
Roles = dict[str, list[Mention]]


def number_options(pool: Pool, roles: Roles, items: Sequence[Mention]) -> Iterator[Option]:
    """No number, every number of the sentence that counts, and the one under which a thing was named before."""
    sentence, kind = pool.parse.sentence, pool.opening.kind
    usual = _usual(sentence, kind, items)
    numbers: list[Any] = list(sentence.numbers)
    if usual is not None and all(n.span != usual.span for n in numbers):
        numbers.append(usual)
    back = [] if usual is not None else _before(pool, items)
    where = "none" if not items else "here" if _stands(sentence, items[0].start) else "back"
    yield Option(
        None,
        under_role(
            "quantity",
            kind,
            iter(
                (
                    f"none:of{min(3, len(numbers))}",
                    f"none:{where}",
                    f"none:usual{usual is not None}",
                    f"none:{bool(back)}",
                )
            ),
        ),
    )
    unit = "people" if kind in _PEOPLE else "pieces"
    for number in numbers:
        at = token_from(pool, number.span.start)
        if _stands(sentence, number.span.start) and not pool.parse.parted(pool.trigger.verb, at) and counts_for(pool.parse, pool.trigger, at):
            names = _number_names(pool, number, items, roles, usual, len(numbers))
            yield Option(quantity_of(sentence, number, unit), under_role("quantity", kind, names))
    for single in _singles(pool, items):
        yield Option(quantity_of(sentence, single, unit), under_role("quantity", kind, _single_names(pool, single, items, len(numbers))))
    for number in back:
        yield Option(
            quantity_of(sentence, number, unit),
            under_role("quantity", kind, iter(("before", f"before:{where}:of{min(2, len(numbers))}"))),
        )


def _usual(sentence: Sentence, kind: str, items: Sequence[Mention]) -> Any:
    """The number that stands with the first counted thing; of training, with people."""
    counted = [m for m in sentence.mentions if m.kind == "people"] if kind in _PEOPLE else items
    return next((m.qty for m in counted if m.qty is not None), None)


def _before(pool: Pool, items: Sequence[Mention]) -> list[Any]:
    """The number under which the only thing was named last, unless more of them are spoken of now."""
    if len(items) == 1 and _stands(pool.parse.sentence, items[0].start) and _further(pool.parse.sentence, items[0]):
        return []
    seen = pool.scene.discourse.seen.get(items[0].id) if len(items) == 1 else None
    number: Any = None if seen is None else seen.number
    return [] if number is None or _stands(pool.parse.sentence, number.span.start) else [number]


def _further(sentence: Sentence, thing: Mention) -> bool:
    """Whether "more", "another" or the like stands before the thing, small words and adjectives at most between."""
    k = thing.np - 1
    while k >= max(0, thing.np - _ATTRIBUTES) and sentence.cover[k] is None and sentence.tokens[k].word.text.isalpha():
        if sentence.has(k, "more"):
            return True
        k -= 1
    return False


def _singles(pool: Pool, items: Sequence[Mention]) -> list[Single]:
    """Words that speak of one thing, and the claim's only thing where it is named in the singular."""
    sentence = pool.parse.sentence
    found = [s for s in singles_of(sentence) if not pool.parse.parted(pool.trigger.verb, token_from(pool, s.span.start))]
    own = single_of(items[0]) if len(items) == 1 and _stands(sentence, items[0].start) else None
    return found if own is None else [*found, own]


def _single_names(pool: Pool, single: Single, items: Sequence[Mention], count: int) -> Iterator[str]:
    at = token_from(pool, single.span.start)
    own = bool(items) and (items[0].start == single.span.start or items[0].np <= at < items[0].i or items[0].i == at + 1)
    whose = "own" if own else "other" if single.form == "thing" else ""
    yield f"single:{single.form}{whose}"
    yield f"single:{single.form}{whose}:of{min(2, count)}"
    if own and items[0].cls:
        yield f"single:{single.form}:{items[0].cls}"
    for name in place_names(pool, at):
        yield f"single:{name}"
        yield f"single:{single.form}:{name}"
    yield f"single:{single.form}:{_told_by(pool)}"


def _told_by(pool: Pool) -> str:
    """How the trigger tells: by a verb of its own clause, or one that describes, or by a noun."""
    verb = pool.trigger.verb
    if pool.trigger.pos != "verb" or verb is None:
        return "noun"
    return "describing" if verb.participle or verb.relative else "plain"


def _part(sentence: Sentence, number: Any) -> str:
    """Whether a number is part of another that stands right behind ("three of twenty-four"), or the whole of one before."""
    spans = [n.span for n in [*sentence.numbers, *sentence.ordinals]]  # type: ignore[attr-defined]
    if any(_close(sentence, number.span.end, s.start) for s in spans):
        return "part"
    return "whole" if any(_close(sentence, s.end, number.span.start) for s in spans) else ""


def _close(sentence: Sentence, lo: int, hi: int) -> bool:
    """Whether few words, and no mark, stand between two numbers."""
    return 0 <= hi - lo <= _BETWEEN and not any(mark in sentence.text[lo:hi] for mark in ",;:()–—")


def _number_names(
    pool: Pool, number: Any, items: Sequence[Mention], roles: Roles, usual: Any, count: int
) -> Iterator[str]:
    at = token_from(pool, number.span.start)
    holder = _holder(pool.parse.sentence, number)
    sort = _holding(holder, items, roles)
    low = number.value[0] if isinstance(number.value, tuple) else number.value
    size = "1" if low <= 1 else "2" if low < 10 else "3" if low < 100 else "4" if low < 1000 else "5"
    part = _part(pool.parse.sentence, number)
    if part:
        yield part
        yield f"{part}:{_told_by(pool)}"
        yield f"{part}:{sort}:{_told_by(pool)}"
    yield f"usual{usual is not None and usual.span == number.span}:of{min(3, count)}"
    yield f"held:{sort}"
    yield f"held:{sort}:of{min(3, count)}:usual{usual is not None}"
    yield f"size{size}:{sort}"
    yield f"marked:{marker_before(pool, at)}"
    yield f"held:{sort}:marked:{marker_before(pool, at)}"
    for name in place_names(pool, at):
        yield name
        yield f"{sort}:{name}"


def _holder(sentence: Sentence, number: Any) -> Mention | None:
    """The mention that the number counts."""
    return next((m for m in sentence.mentions if m.qty is not None and m.qty.span == number.span), None)  # type: ignore[attr-defined]


def _holding(holder: Mention | None, items: Sequence[Mention], roles: Roles) -> str:
    """What the number counts: the claim's thing, one of its class, another thing, people, nothing that is known."""
    if holder is None:
        return "nothing"
    if any(holder.start == m.start or holder.id == m.id for m in items):
        return "own"
    if any(holder in ms for ms in roles.values()):
        return "filler"
    if holder.kind != "item":
        return holder.kind
    same = bool(items) and holder.cls is not None and holder.cls == items[0].cls
    return ("class" if same else "item") + ("~" if holder.weak and not holder.designated else "")


def amount_options(pool: Pool, roles: Roles, items: Sequence[Mention]) -> Iterator[Option]:
    """No amount, every amount of the sentence, and those of the next sentences."""
    sentence, kind = pool.parse.sentence, pool.opening.kind
    here = [m for m in sentence.money if m.currency is not None]  # type: ignore[attr-defined]
    after = [(n, m) for n in range(1, _AFTER + 1) for m in _amounts(pool, n)]
    yield Option(
        None,
        under_role(
            "value",
            kind,
            iter((f"none:of{min(2, len(here))}", f"none:of{min(2, len(here))}:after{min(2, len(after))}")),
        ),
    )
    trigger = sentence.tokens[pool.trigger.i].start
    nearest = min(here, key=lambda m: abs(m.span.start - trigger), default=None)  # type: ignore[attr-defined]
    for money in here:
        names = _amount_names(pool, money, money is nearest, len(here))
        yield Option(money_of(sentence, money), under_role("value", kind, names))
    for n, money in after:
        common = pool.scene.common(pool.scene.discourse.sentences[sentence.index + n])
        yield Option(
            money_of(sentence, money),
            under_role(
                "value",
                kind,
                iter(
                    (f"after{n}:of{min(2, len(after))}:here{bool(here)}", f"after{n}:{common}", f"after:{bool(here)}")
                ),
            ),
        )


def _amounts(pool: Pool, n: int) -> list[Any]:
    """The amounts of the ``n``-th sentence after, in the same paragraph."""
    sentences, at = pool.scene.discourse.sentences, pool.parse.sentence.index + n
    if at >= len(sentences) or "\n" in pool.parse.sentence.text[pool.parse.sentence.hi : sentences[at].lo]:
        return []
    return [m for m in sentences[at].money if m.currency is not None]  # type: ignore[attr-defined]


def _amount_names(pool: Pool, money: Any, nearest: bool, count: int) -> Iterator[str]:
    at = token_from(pool, money.span.start)
    yield f"nearest{nearest}:of{min(3, count)}"
    for name in place_names(pool, at):
        yield name
        yield f"nearest{nearest}:{name}"
    yield f"marked:{marker_before(pool, at)}"


def _stands(sentence: Sentence, offset: int) -> bool:
    return sentence.lo <= offset < sentence.hi
