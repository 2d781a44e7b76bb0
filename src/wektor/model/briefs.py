"""A brief: a report on one state, every statement of which points at its notes."""

import msgspec


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A footnote: the claim's words, who published them, when, and where they can be read."""

    number: int
    claim: str
    quote: str
    publisher: str
    date: str
    link: str
    title: str | None = None
    page: int | None = None


class Line(msgspec.Struct, frozen=True):
    """A statement (one cell) or a row of a table, with the numbers of its notes and the ids of its deals and events."""

    cells: tuple[str, ...]
    notes: tuple[int, ...] = ()
    held: tuple[str, ...] = ()


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a brief: statements where it has no columns, else a table; ``empty`` is said where it has no lines."""

    name: str
    heading: str
    columns: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    empty: str = ""


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """The whole report, in one language."""

    state: str
    lang: str
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    notes_heading: str
    page_word: str = "p."
