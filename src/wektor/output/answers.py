"""Answers as text: the totals, the rows, what is covered and left out, what is assumed."""

import io
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, TextIO

import msgspec

from wektor.model.answers import Answer, HoldingRow, Phases, Row
from wektor.model.briefs import Quotes
from wektor.output import pages
from wektor.output.flat import Flat, Names, flatten
from wektor.output.wording import visible

_OWN = ("rows", "coverage", "notes", "title")
_BEHIND = ("instants", "weak")  # what rows are made of: for frames and plots


@flatten.register
def _(row: Row, names: Names) -> Flat:
    return {field: _plain(getattr(row, field), names) for field in _fields(row)}


@flatten.register
def _(row: HoldingRow, names: Names) -> Flat:
    numbers = {"sought": row.sought or None, "ordered": row.ordered or None, "delivered": row.delivered or None, "in service": row.serving or None, "as of": row.day or None}
    sides = {name: _plain(getattr(row, name), names) for name in ("origins", "suppliers", "makers")}
    return {"item": names.get(row.item, row.item), "class": row.cls, **sides, "standing": row.standing, **numbers,
            "deals": _plain(row.deals, names), "events": _plain(row.events, names)}  # fmt: skip


def _fields(row: Row) -> list[str]:
    """The fields of a row; the ids behind it stand last."""
    own = [f for f in row.__struct_fields__ if f not in ("deals", "events", "claims")]
    return own + [f for f in ("deals", "events", "claims") if f in row.__struct_fields__]


def _plain(value: Any, names: Names) -> Any:
    if isinstance(value, tuple):
        return ", ".join(str(names.get(str(v), v)) for v in value) or None
    if isinstance(value, float):
        return round(value, 4)
    return names.get(value, value) if isinstance(value, str) else value


def brief_row(record: Mapping[str, Any]) -> Flat:
    """A row for a terminal: the ids behind it are counted, shares are in per cent; columns that say nothing are dropped by the caller."""
    return {k: (len(v.split(", ")) if v else 0) if k in ("deals", "events", "claims") else _percent(k, v) for k, v in record.items()}


def _percent(name: str, value: Any) -> Any:
    return f"{value:.1%}" if isinstance(value, float) and name in ("share", "change", "before", "after", "low", "high", "chance", "units_share", "local", "local_planned") else value


def facts_of(answer: Answer, names: Names) -> Iterator[tuple[str, str]]:
    """The totals of an answer, then what it covers and leaves out."""
    for name in answer.__struct_fields__:
        value = getattr(answer, name)
        if name not in (*_OWN, *_BEHIND) and value is not None and not _is_table(value):
            share = isinstance(value, float) and name.endswith("_share")
            yield name.replace("_", " "), f"{value:.1%}" if share else pages.word(_plain(value, names))
    if isinstance(answer, Phases) and answer.weak:
        yield "weaker signs of a border", ", ".join(f"{day} ({chance:.0%})" for day, chance in answer.weak)
    c = answer.coverage
    span = f", published {c.first} to {c.last}" if c.first else ""
    yield "covers", f"{_count(c.deals, 'deal')}, {_count(c.claims, 'claim')} in {_count(c.documents, 'document')}{span}"
    left = "; ".join(f"{why}: {len(ids)}" for why, ids in sorted(c.left_out.items()))
    yield "leaves out", left or "nothing"
    yield from (("note", note) for note in answer.notes)


def tables_of(answer: Answer, names: Names) -> Iterator[tuple[str, list[Flat]]]:
    """The further tables of an answer, besides its rows."""
    for name in answer.__struct_fields__:
        value = getattr(answer, name)
        if name not in (*_OWN, *_BEHIND) and value and _is_table(value):
            yield name, [flatten(row, names) for row in value]


def _is_table(value: Any) -> bool:
    return isinstance(value, tuple) and (not value or isinstance(value[0], Row))


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def write_table(answer: Answer, records: pages.Records, names: Names, out: TextIO, quotes: Quotes | None = None) -> None:
    """For a terminal: the rows, then the quotes behind them, then the totals."""
    pages.write_table([brief_row(r) for r in records], out)
    out.writelines(f"[{n.number}] {visible(n.words())}\n" for n in (quotes.notes if quotes else ()))
    for name, rows in tables_of(answer, names):
        out.write(f"{name}\n")
        pages.write_table([brief_row(r) for r in rows], out)
    out.writelines(f"{name}: {words}\n" for name, words in facts_of(answer, names))


def write_markdown(answer: Answer, records: pages.Records, names: Names, out: TextIO, quotes: Quotes | None = None) -> None:
    """The same in Markdown."""
    out.write(f"# {answer.title}\n\n")
    pages.write_markdown([brief_row(r) for r in records], out)
    for name, rows in tables_of(answer, names):
        out.write(f"\n## {name}\n\n")
        pages.write_markdown([brief_row(r) for r in rows], out)
    out.writelines(f"\n{n.number}. {_text(n.words())}" for n in (quotes.notes if quotes else ()))
    out.write("\n\n" if quotes else "\n")
    out.writelines(f"- **{name}**: {words.replace('<', '&lt;')}\n" for name, words in facts_of(answer, names))


def write_html(answer: Answer, records: pages.Records, names: Names, out: TextIO, picture: str = "", quotes: Quotes | None = None) -> None:
    """The same as a self-contained page, with the picture (SVG) above and the quotes below; the ids behind the numbers stand in full."""
    page = io.StringIO()
    pages.write_html(records, page, answer.title)
    facts = "".join(f"<tr><th scope=row>{escape(n)}</th><td>{escape(w)}</td></tr>" for n, w in facts_of(answer, names))
    more = "".join(f"<h2>{escape(name)}</h2>{_table(rows)}" for name, rows in tables_of(answer, names))
    whole = page.getvalue().replace("</div></body>", f"</div>{more}{_list(quotes)}<table>{facts}</table></body>")
    out.write(whole.replace('<div class="scroll">', f'<figure class="scroll">{picture}</figure><div class="scroll">', 1) if picture else whole)


def _list(quotes: Quotes | None) -> str:
    if quotes is None:
        return ""
    return "<h2>quotes</h2><ol>" + "".join(f"<li value={n.number}>{escape(n.words())}</li>" for n in quotes.notes) + "</ol>"


def _text(words: str) -> str:
    """Words that no mark of Markdown hides in."""
    for mark in "\\*_[]|`":
        words = words.replace(mark, "\\" + mark)
    return words.replace("<", "&lt;")


def _table(rows: pages.Records) -> str:
    """The table of a page alone."""
    page = io.StringIO()
    pages.write_html(rows, page)
    return page.getvalue().partition("</h1>")[2].partition("</body>")[0]


def write_line(answer: Answer, out: TextIO, quotes: Quotes | None = None) -> None:
    """The whole answer as one line of JSON, with the quotes under ``quotes`` where there are."""
    whole = msgspec.to_builtins(answer) | {"quotes": msgspec.to_builtins(quotes)} if quotes else answer
    out.write(msgspec.json.encode(whole).decode() + "\n")
