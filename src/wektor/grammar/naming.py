"""Naming: where a thing is made, founded, trained for or signed, and what an exercise or a joint company is called."""

from collections.abc import Iterator, Mapping, Sequence

from wektor.grammar.figures import Referent
from wektor.grammar.fillers import filler_of
from wektor.grammar.option import Option, marker_before, place_names, under_role
from wektor.grammar.referents import Pool
from wektor.mentions.mention import Mention
from wektor.mentions.quotation import CLOSING_ANY, OPENING_ANY
from wektor.mentions.sentence import Sentence
from wektor.model import Filler, Thing

_SITES = frozenset({"state", "place", "name", "org"})
_NAMES = frozenset({"name", "org", "firm", "place"})
_TIES = frozenset({"relation"})
_LONGEST = 6  # tokens of a name in quotation marks, with the closing mark
_REACH = 3  # tokens about a name in which a word for a plant tells that it lies there
Roles = Mapping[str, Sequence[Mention]]


def site_options(pool: Pool, roles: Roles, items: Sequence[Mention]) -> Iterator[Option]:
    """No place, and every state, place or unknown name of the sentence."""
    found = [(f, raw) for f, raw in _figures(pool) if f.mention.kind in _SITES and not f.pointing]
    kind, plant = pool.opening.kind, any("facility" in t.word.tags for t in pool.parse.sentence.tokens)
    yield Option(
        None,
        under_role(
            "site", kind, iter((f"none:of{min(4, len(found))}", f"none:plant{plant}", f"none:{pool.opening.pos}"))
        ),
    )
    for figure, raw in found:
        yield Option(_site(figure.mention), under_role("site", kind, _site_names(pool, figure, raw, roles)))


def _site(mention: Mention) -> Filler | None:
    if mention.kind == "state" or (mention.id.startswith("org:") and mention.kind == "org"):
        return filler_of("supplier", mention)
    return Thing(name=mention.text, text=mention.text, start=mention.start, end=mention.end)


def _site_names(pool: Pool, figure: Referent, raw: str, roles: Roles) -> Iterator[str]:
    mention = figure.mention
    seat, marking = _seat(mention, roles), pool.scene.marking(mention)
    form = f"prep-{marking}" if isinstance(marking, str) else f"case{marking}"
    yield f"sort:{figure.sort}"
    yield f"raw:{raw}"
    yield f"{figure.sort}:{form}"
    yield f"{figure.sort}:{form}:{seat}"
    yield f"{figure.sort}:raw:{raw}:{seat}"
    yield f"seat:{seat}"
    yield f"seat:{figure.sort}:{seat}"
    city = _city(pool, mention)
    yield f"city{city}:{form}"
    yield f"city{city}:{seat}"
    yield f"plant{_near_plant(pool, mention)}:{figure.sort}"
    yield f"plant{_near_plant(pool, mention)}:{form}"
    for name in place_names(pool, mention.i):
        yield f"{figure.sort}:{name}"
        yield f"{form}:{name}"


def _city(pool: Pool, mention: Mention) -> bool:
    """Whether the words name a city, which may stand for its state too, but rather says where."""
    word = pool.parse.sentence.tokens[mention.i].word
    return mention.kind == "place" or (mention.j - mention.i == 1 and any(e.kind == "capital" for e in word.meanings))


def entity_options(pool: Pool, roles: Roles, items: Sequence[Mention]) -> Iterator[Option]:
    """No name, every name or firm of the sentence, and whatever stands in quotation marks as a name does."""
    quotes = list(_quotations(pool.parse.sentence))
    figures = [
        (f, raw)
        for f, raw in _figures(pool)
        if f.mention.kind in _NAMES and not any(i <= f.mention.i < j for i, j in quotes)
    ]
    kind = pool.opening.kind
    yield Option(
        None,
        under_role(
            "entity",
            kind,
            iter((f"none:of{min(3, len(figures))}:quotes{min(2, len(quotes))}", f"none:{pool.opening.pos}")),
        ),
    )
    for figure, raw in figures:
        mention = figure.mention
        thing = Thing(name=mention.name or mention.text, text=mention.text, start=mention.start, end=mention.end)
        yield Option(thing, under_role("entity", kind, _entity_names(pool, figure, raw, roles)))
    for i, j in quotes:
        yield Option(_thing(pool.parse.sentence, i, j), under_role("entity", kind, _quote_names(pool, i, j)))


def _quotations(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Tokens within quotation marks: few, the first with a capital."""
    texts = [t.word.text for t in sentence.tokens]
    for i in (k + 1 for k, text in enumerate(texts) if text in OPENING_ANY):
        j = next((k for k in range(i, min(i + _LONGEST, len(texts))) if texts[k] in CLOSING_ANY), i)
        if i < j and sentence.tokens[i].word.cap:
            yield i, j


def _thing(sentence: Sentence, i: int, j: int) -> Thing:
    start, text = sentence.tokens[i].start, sentence.written(i, j)
    return Thing(name=text, text=text, start=start, end=start + len(text))


def _quote_names(pool: Pool, i: int, j: int) -> Iterator[str]:
    yield "quote"
    yield f"quote:touching{_touching(pool, i - 1, j + 1)}"
    yield f"quote:before:{_word_before(pool, i - 1)}"
    yield f"before:{_word_before(pool, i - 1)}"
    for name in place_names(pool, i):
        yield f"quote:{name}"


def _entity_names(pool: Pool, figure: Referent, raw: str, roles: Roles) -> Iterator[str]:
    mention, sort, seat = figure.mention, figure.sort, _seat(figure.mention, roles)
    yield f"sort:{sort}"
    yield f"{sort}:raw:{raw}"
    yield f"{sort}:touching{_touching(pool, mention.i, mention.j)}"
    yield f"{sort}:{seat}"
    yield f"{sort}:marked:{marker_before(pool, mention.i)}"
    yield f"before:{_word_before(pool, mention.i)}"
    yield f"state{mention.state is not None}:{seat}"
    for name in place_names(pool, mention.i):
        yield name
        yield f"{sort}:{name}"


def _touching(pool: Pool, i: int, j: int) -> bool:
    """Whether tokens stand right beside the trigger."""
    return j >= pool.trigger.i and i <= pool.trigger.j


def _word_before(pool: Pool, i: int) -> str:
    """The word before, which often says what a name is the name of ("named", "under the code name", "company")."""
    word = pool.parse.sentence.tokens[i - 1].word if i > 0 else None
    return "" if word is None else (word.base or word.keys or (word.lower,))[0]


def tie_options(pool: Pool, roles: Roles, items: Sequence[Mention]) -> Iterator[Option]:
    """Of a formal standing: nothing, or what the trigger itself calls it ("an arms embargo", "strategic partnership")."""
    trigger, kind = pool.trigger, pool.opening.kind
    if kind in _TIES:
        yield Option(None, under_role("item", kind, iter(("none",))))
        names = iter(
            (
                f"{trigger.pos}",
                f"{trigger.pos}:{pool.opening.frame}",
                f"{trigger.pos}:long{min(3, trigger.j - trigger.i)}",
            )
        )
        yield Option(_thing(pool.parse.sentence, trigger.i, trigger.j), under_role("item", kind, names))


def _figures(pool: Pool) -> list[tuple[Referent, str]]:
    """Whoever and whatever the sentence names, with the likeliest relation to the trigger."""
    trigger, scene = pool.trigger, pool.scene
    return [(f, max(relations, key=lambda r: r[1])[0] if relations else "none")
            for f, relations in zip(scene.figures, scene.relations(trigger), strict=True)]  # fmt: skip


def _seat(mention: Mention, roles: Roles) -> str:
    """The role that it fills already, or that another of its state fills."""
    for role, fillers in roles.items():
        if any(m.start == mention.start for m in fillers):
            return role
    if mention.state and any(m.state == mention.state for ms in roles.values() for m in ms):
        return "kin"
    return "free"


def _near_plant(pool: Pool, mention: Mention) -> bool:
    tokens = pool.parse.sentence.tokens
    return any("facility" in t.word.tags for t in tokens[max(0, mention.i - _REACH) : mention.j + _REACH])
