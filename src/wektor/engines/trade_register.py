"""Reads rows of a trade register: each an order or gift, what was delivered of it and is due, and production under licence.

The engine is its own reader for grounding: it takes a row apart anew, cell by cell, at the cells' places in the text.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from wektor.grounding.reader import ReadingAnew
from wektor.lexicon.loading import language_pack
from wektor.lexicon.packs import ClassPack
from wektor.lexicon.trade_register import load_trade_register
from wektor.model import Actor, DateMention, Document, Draft, Equipment, Filler, Quantity, Span
from wektor.resolve import load_knowledge
from wektor.resolve.names import linkers

_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d[\d ,.]*")


class Cell(msgspec.Struct, frozen=True):
    """A cell's words and where they stand in the document."""

    text: str
    start: int

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.start + len(self.text))


Row = dict[str, Cell]


class TradeRegisterEngine(ReadingAnew):
    """Drafts of the documents that ``sources.formats.trade_register`` makes of rows."""

    name = "trade-register"

    def draft(self, document: Document) -> list[Draft]:
        """Order or gift, delivery, what is due, licence, as far as the row tells."""
        row = take_row(document)
        return [d for d in (_order(row, document), _delivery(row, document), _due(row, document), _licence(row, document)) if d]

    def fillers(self, document: Document, span: Span) -> Sequence[Filler]:
        """What the words of a cell can stand for."""
        row = take_row(document)
        found = (_actor(row, "supplier"), _actor(row, "recipient"), _item(row), _number(row, "number_ordered"), _number(row, "number_delivered"))
        return [f for f in found if f and f.span.overlaps(span)]

    def dates(self, document: Document) -> Sequence[DateMention]:
        """The years of order, delivery, and of what is due."""
        row = take_row(document)
        found = [(_year(row), row.get("order_year")), (_years(row), row.get("delivery_years")), _due_years(row)]
        return sorted((DateMention(edtf=date, span=cell.span) for date, cell in found if date and cell), key=lambda m: m.span)

    def may_deny(self, document: Document, evidence: Sequence[Span]) -> bool:
        """No row denies."""
        return False

    def reread(self, document: Document, evidence: Sequence[Span]) -> Sequence[Draft]:
        """The row's drafts: all rest on the whole row."""
        return self.draft(document)


def take_row(document: Document) -> Row:
    """The cells of a document's row by column; empty ones are left out."""
    heading, _, line = document.text.partition("\n")
    layout = load_trade_register().layout(next(csv.reader([heading]), []))
    cells: Row = {}
    at = 0
    for column, text in zip(layout, next(csv.reader(line.splitlines(keepends=True)), []), strict=False):
        bare = text.strip()
        if (place := line.find(bare, at)) < 0:  # a quotation mark inside a cell stands twice in the row
            bare = bare.replace('"', '""')
            place = line.find(bare, at)
        if bare and column and place >= 0:
            cells.setdefault(column, Cell(bare, len(heading) + 1 + place))
        at = max(at, place + len(bare))
    return cells


def _evidence(document: Document) -> tuple[Span, ...]:
    start = document.text.index("\n") + 1
    return (Span(start, len(document.text)),)


def _order(row: Row, document: Document) -> Draft | None:
    given = _opens(row, load_trade_register().aid)
    sides = {"supplier": _actor(row, "supplier"), "recipient": _actor(row, "recipient"), "item": _item(row), "quantity": _number(row, "number_ordered")}
    cell = row.get("order_year")
    return _draft("aid" if given else "order", "donation" if given else None, _status(row), sides, _year(row), cell, document)


def _delivery(row: Row, document: Document) -> Draft | None:
    number = _number(row, "number_delivered")
    if number is None or number.value == 0 or not _years(row):
        return None
    sides = {"supplier": _actor(row, "supplier"), "recipient": _actor(row, "recipient"), "item": _item(row), "quantity": number}
    return _draft("delivery", None, "done", sides, _years(row), row.get("delivery_years"), document)


def _due(row: Row, document: Document) -> Draft | None:
    date, cell = _due_years(row)
    sides = {"supplier": _actor(row, "supplier"), "recipient": _actor(row, "recipient"), "item": _item(row)}
    return _draft("delivery", None, "planned", sides, date, cell, document) if date else None


def _licence(row: Row, document: Document) -> Draft | None:
    local = row.get("local_production")
    if local is None or local.text.lower() not in load_trade_register().yes:
        return None
    sides = {"licensor": _actor(row, "supplier"), "producer": _actor(row, "recipient"), "item": _item(row), "quantity": _number(row, "number_ordered")}
    return _draft("production", "licence", _status(row), sides, _year(row), row.get("order_year"), document)


def _status(row: Row) -> str:
    """Planned where the comment says that nothing is signed yet and nothing has come."""
    came = _number(row, "number_delivered")
    return "planned" if _opens(row, load_trade_register().planned) and not (came and came.value) else "done"


def _draft(kind: str, attribute: str | None, status: str, sides: Mapping[str, Filler | None], date: str | None, dated: Cell | None,
           document: Document) -> Draft | None:  # fmt: skip
    roles: dict[str, tuple[Filler, ...]] = {role: (filler,) for role, filler in sides.items() if filler}
    if "item" not in roles or not ({"recipient", "producer"} & roles.keys()):
        return None
    return Draft(kind=kind, attribute=attribute, status=status, roles=roles, evidence=_evidence(document), date=date,
                 date_span=dated.span if date and dated else None, engine=TradeRegisterEngine.name, confidence=0.9)  # fmt: skip


def _opens(row: Row, words: Sequence[str]) -> bool:
    """Whether the comment, or a part of it, opens with one of the words."""
    cell = row.get("comments")
    parts = [p.strip().lower() for p in re.split(r"[;(]", cell.text)] if cell else []
    return any(re.match(rf"{re.escape(word)}\b", part) for part in (*parts, cell.text.lower() if cell else "") for word in words)


def _actor(row: Row, column: str) -> Actor | None:
    cell = row.get(column)
    name = cell.text.rstrip("*").strip() if cell else ""
    if cell and cell.text.endswith("*"):  # who is no state: the state behind the name is where it acts, not whose it is
        name = name.partition(" (")[0]
    if cell is None or not name or name.lower() in load_trade_register().nobody:
        return None
    place = {"text": cell.text[: len(name)], "start": cell.start, "end": cell.start + len(name)}
    code = load_trade_register().states.get(name) or _states().get(name.casefold())
    if code:
        return Actor(id=f"state:{code}", name=code, state=code, **place)  # type: ignore[arg-type]
    return Actor(id="org:" + "-".join(name.lower().split()), name=name, state=None, **place)  # type: ignore[arg-type]


@cache
def _states() -> dict[str, str]:
    return {name.casefold(): code for name, code in load_knowledge().states.items()}


def _item(row: Row) -> Equipment | None:
    cell = row.get("designation")
    if cell is None:
        return None
    place = {"text": cell.text, "start": cell.start, "end": cell.span.end}
    cls = class_of(row["description"].text if "description" in row else "", row["category"].text if "category" in row else "")
    known = load_knowledge()
    link = None if _describes(row, cls) else linkers(known)[1].link(cell.text, cls)
    if link is None:
        named = cls or cell.text
        return Equipment(id="class:" + named.replace(" ", "-"), name=named, cls=cls, **place)  # type: ignore[arg-type]
    name = known.families[link.family].name if link.known else cell.text.replace('""', '"')
    return Equipment(id=link.family, name=name, cls=link.cls or cls, **place)  # type: ignore[arg-type]


def _describes(row: Row, cls: str | None) -> bool:
    """Whether the designation only says again what the description says: "vehicle engine" names no type."""
    return cls is not None and "description" in row and row["designation"].text.casefold() == row["description"].text.casefold()


@cache
def class_of(description: str, category: str) -> str | None:
    """The class of equipment that a description ends in ("light transport aircraft"), else that of the category."""
    pack, words = load_trade_register(), description.lower().replace("(", "").replace(")", "").split()
    for start in range(len(words)):
        text = " ".join(words[start:])
        if found := pack.descriptions.get(text) or _classes().get(text):
            return found
    return pack.categories.get(category.lower())


@cache
def _classes() -> dict[str, str]:
    rows = language_pack("en", "equipment", ClassPack).classes
    return {word.lower(): row.cls for row in rows for word in (row.cls, *row.words)}


def _number(row: Row, column: str) -> Quantity | None:
    cell = row.get(column)
    match = _NUMBER.match(cell.text) if cell else None
    if cell is None or match is None:
        return None
    text = match.group().rstrip(" ,.")
    value = int(float(re.sub(r"[ ,]", "", text)))
    return Quantity(value=value, unit="pieces", text=text, start=cell.start, end=cell.start + len(text))


def _year(row: Row) -> str | None:
    cell = row.get("order_year")
    years = _YEAR.findall(cell.text) if cell else []
    doubt = row.get("order_year_uncertain")
    return f"{years[0]}{'?' if _doubted(doubt) or '(' in cell.text else ''}" if cell and years else None


def _years(row: Row) -> str | None:
    """The years of delivery: one, or the first and the last."""
    cell = row.get("delivery_years")
    years = sorted(_YEAR.findall(cell.text)) if cell else []
    return None if not years else years[0] if years[0] == years[-1] else f"{years[0]}/{years[-1]}"


def _due_years(row: Row) -> tuple[str | None, Cell | None]:
    """When the comment says that deliveries are due: a year, the first and the last, or one with an open end; and where it says so."""
    cell = row.get("comments")
    match = _due_words().search(cell.text) if cell else None
    if cell is None or match is None:
        return None, None
    first, last = match["first"], match["last"]
    last = first[: 4 - len(last)] + last if last else ""
    date = f"{first}/{last}" if last > first else f"{first}/.." if match["open"] else first
    return date, Cell(cell.text[match.start("first") : match.end()], cell.start + match.start("first"))


@cache
def _due_words() -> re.Pattern[str]:
    pack = load_trade_register()
    due, begin = ("|".join(re.escape(w).replace(r"\ ", r"[\s-]+") for w in sorted(words, key=len, reverse=True)) for words in (pack.due, pack.due_from))
    return re.compile(rf"\b(?:{due})\s+(?P<open>(?:{begin})[\s-]+)?(?P<first>(?:19|20)\d\d)(?![\ds])(?:\s?[-–/]\s?(?P<last>(?:19|20)?\d\d)(?!\d))?", re.IGNORECASE)


def _doubted(cell: Cell | None) -> bool:
    return cell is not None and (cell.text == "?" or cell.text.lower() in load_trade_register().yes)
