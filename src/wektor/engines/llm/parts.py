"""A document cut into parts that are asked for one by one, each with what must be known of the text before it."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from wektor.engines.llm.reading import Desk
from wektor.model import Actor, Document, Equipment, Span

SIZE = 8_000  # characters of a document in one request
_BRIDGE = 4_000  # characters between two windows that are read along: as much as the instructions of another call
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


def parts_of(document: Document, desk: Desk, size: int = SIZE, within: Sequence[Span] | None = None) -> list[Part]:
    """The parts that hold words, in order; only paragraphs with some of ``within``, where it is given, and what lies between.

    A short document is one part, and nobody was met before it.
    """
    text = document.text
    windows = [Span(0, len(text))] if within is None else list(_windows(text, within))
    spans = [s for window in windows for s in _spans(text, size, window) if s.cut(text).strip()]
    if not spans or not text[: spans[-1].start].strip():
        return [Part(span, span.cut(text)) for span in spans]
    met = _met(document, spans, desk)
    return [Part(s, s.cut(text), _last_paragraph(text[max(0, s.start - size) : s.start]), m) for s, m in zip(spans, met, strict=True)]


def _windows(text: str, within: Sequence[Span]) -> Iterator[Span]:
    """Stretches of whole paragraphs that hold some of the spans. What lies between two is read along if a call more would cost as much."""
    held: Span | None = None
    for span in within:
        start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
        paragraph = Span(start, len(text) if end < 0 else end + 1)
        if held is None or paragraph.start - held.end > _BRIDGE:
            if held is not None:
                yield held
            held = paragraph
        else:
            held = Span(held.start, max(held.end, paragraph.end))
    if held is not None:
        yield held


def cut_part(part: Part) -> list[Part]:
    """A part in two, at a paragraph's end if there is one near the middle, else a sentence's; nothing where it is short."""
    spans = list(_spans(part.text, len(part.text) // 2 + _SLACK, Span(0, len(part.text)))) if len(part.text) > _SHORTEST else []
    if len(spans) < 2:
        return []
    first, rest = spans[0].cut(part.text), part.text[spans[0].end :]
    middle = part.span.start + spans[0].end
    if not (first.strip() and rest.strip()):
        return []
    return [msgspec.structs.replace(part, span=Span(part.span.start, middle), text=first, before=_end(part.before, _BEFORE // 4)),
            msgspec.structs.replace(part, span=Span(middle, part.span.end), text=rest, before=_end(_last_paragraph(first), _BEFORE // 4))]  # fmt: skip


def _spans(text: str, size: int, window: Span) -> Iterator[Span]:
    """Whole paragraphs of a window, as many as fit; one that is longer is cut where a sentence ends, else a word."""
    start = end = window.start
    for line in window.cut(text).splitlines(keepends=True):
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
    """The end of the last paragraph, from a word on; empty if there is none."""
    return _end(text.strip().rpartition("\n")[2].strip(), _BEFORE)


def _end(text: str, most: int) -> str:
    return text if len(text) <= most else text[-most:].partition(" ")[2]


def _met(document: Document, spans: Sequence[Span], desk: Desk) -> Iterator[tuple[str, ...]]:
    """Before each part: the actors and designations spoken of last, by the words that named them first."""
    actors, items = dict[str, str](), dict[str, str]()
    heard = 0
    for span in spans:
        for filler in desk.fillers(document, Span(heard, span.start)) if span.start > heard else ():
            if isinstance(filler, Actor) and filler.id:
                actors[filler.id] = actors.pop(filler.id, filler.text)
            elif isinstance(filler, Equipment) and filler.id.startswith("eq:"):
                items[filler.id] = items.pop(filler.id, filler.text)
        heard = span.start
        yield (*_latest(actors, _ACTORS), *_latest(items, _ITEMS))


def _latest(names: dict[str, str], most: int) -> list[str]:
    return list(dict.fromkeys(" ".join(name.split()) for name in list(names.values())[-most:]))
