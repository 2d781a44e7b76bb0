"""A document cut into parts that are asked for one by one, each with what must be known of the text before it."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from wektor.engines.llm.reading import Desk
from wektor.model import Actor, Document, Equipment, Span

SIZE = 8_000  # characters of a document in one request
_BEFORE = 1_200  # of the paragraph before
_ACTORS, _ITEMS = 12, 6
_SHORTEST, _SLACK = 300, 100  # characters: parts that are not cut, and how far from its middle another may be
_END = re.compile(r"[.!?…]['\"”»]?\s+|\s+")


class Part(msgspec.Struct, frozen=True):
    """Paragraphs that go into one request; ``before`` is the paragraph before them, ``met`` names whom the text spoke of."""

    span: Span
    text: str
    before: str = ""
    met: tuple[str, ...] = ()


def parts_of(document: Document, desk: Desk, size: int = SIZE) -> list[Part]:
    """The parts that hold words, in order. A short document is one part, and nobody was met before it."""
    spans = [span for span in _spans(document.text, size) if span.cut(document.text).strip()]
    if len(spans) < 2:
        return [Part(span, span.cut(document.text)) for span in spans]
    met = _met(document, spans, desk)
    befores = ["", *(_last_paragraph(span.cut(document.text)) for span in spans)]
    return [Part(s, s.cut(document.text), b, m) for s, b, m in zip(spans, befores, met, strict=False)]


def cut_part(part: Part) -> list[Part]:
    """A part in two, at a paragraph's end if there is one near the middle, else a sentence's; nothing where it is short."""
    spans = list(_spans(part.text, len(part.text) // 2 + _SLACK)) if len(part.text) > _SHORTEST else []
    if len(spans) < 2:
        return []
    first, rest = spans[0].cut(part.text), part.text[spans[0].end :]
    middle = part.span.start + spans[0].end
    if not (first.strip() and rest.strip()):
        return []
    return [msgspec.structs.replace(part, span=Span(part.span.start, middle), text=first, before=_end(part.before, _BEFORE // 4)),
            msgspec.structs.replace(part, span=Span(middle, part.span.end), text=rest, before=_end(_last_paragraph(first), _BEFORE // 4))]  # fmt: skip


def _spans(text: str, size: int) -> Iterator[Span]:
    """Whole paragraphs, as many as fit; one that is longer is cut where a sentence ends, else a word."""
    start = end = 0
    for line in text.splitlines(keepends=True):
        if end > start and end + len(line) - start > size:
            yield Span(start, end)
            start = end
        end += len(line)
        while end - start > size:
            cut = _cut(text, start, start + size)
            yield Span(start, cut)
            start = cut
    if end > start:
        yield Span(start, end)


def _cut(text: str, start: int, most: int) -> int:
    """The last sentence end in the second half, else the last blank there, else the very place."""
    ends = list(_END.finditer(text, (start + most) // 2, most))
    whole = [m for m in ends if not m.group()[0].isspace()]
    return (whole or ends)[-1].end() if ends else most


def _last_paragraph(text: str) -> str:
    """The end of the last paragraph, from a word on."""
    return _end(text.strip().splitlines()[-1].strip(), _BEFORE)


def _end(text: str, most: int) -> str:
    return text if len(text) <= most else text[-most:].partition(" ")[2]


def _met(document: Document, spans: Sequence[Span], desk: Desk) -> Iterator[tuple[str, ...]]:
    """Before each part: the actors and designations spoken of last, by the words that named them first."""
    actors, items = dict[str, str](), dict[str, str]()
    for span in spans:
        yield (*_latest(actors, _ACTORS), *_latest(items, _ITEMS))
        for filler in desk.fillers(document, span):
            if isinstance(filler, Actor) and filler.id:
                actors[filler.id] = actors.pop(filler.id, filler.text)
            elif isinstance(filler, Equipment) and filler.id.startswith("eq:"):
                items[filler.id] = items.pop(filler.id, filler.text)


def _latest(names: dict[str, str], most: int) -> list[str]:
    return list(dict.fromkeys(" ".join(name.split()) for name in list(names.values())[-most:]))
