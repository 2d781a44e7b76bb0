"""A brief: a report on one state, every statement of which points at its notes."""

import msgspec

from wektor.model.plots import Plot


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A footnote: the claim's words in their language, who published them, when, and where they can be read."""

    number: int
    claim: str
    quote: str
    publisher: str
    date: str
    link: str
    lang: str | None = None
    title: str | None = None
    page: int | None = None

    def words(self) -> str:
        """The note in a line of plain text."""
        about = ", ".join(x for x in (self.publisher, self.title, self.date, f"p. {self.page}" if self.page else None) if x)
        return f"“{self.quote}” ({about}; {self.link})"


class Quotes(msgspec.Struct, frozen=True, kw_only=True):
    """What stands behind the rows of an answer: of each row the numbers of its notes, then the notes."""

    rows: tuple[tuple[int, ...], ...]
    notes: tuple[Note, ...]

    def words(self, row: int) -> str:
        """The notes of a row in one cell."""
        found = {note.number: note for note in self.notes}
        return " | ".join(found[n].words() for n in self.rows[row])


class Line(msgspec.Struct, frozen=True):
    """A statement (one cell) or a row of a table, with the numbers of its notes and the ids of its deals and events."""

    cells: tuple[str, ...]
    notes: tuple[int, ...] = ()
    held: tuple[str, ...] = ()


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Rows under columns; ``numbers`` are the columns that hold amounts, ``left`` says how many rows are not shown."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    numbers: tuple[int, ...] = ()
    left: str = ""


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a brief: statements, then pictures, then tables."""

    name: str
    heading: str
    statements: tuple[Line, ...] = ()
    plots: tuple[Plot, ...] = ()
    tables: tuple[Table, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All statements and rows."""
        return (*self.statements, *(line for table in self.tables for line in table.lines))


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """The whole report, in one language; ``words`` are those that a page needs around it."""

    state: str
    other: str | None = None
    lang: str
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    words: dict[str, str]
