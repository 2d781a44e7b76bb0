"""A brief as one page that asks for nothing from elsewhere: pictures drawn into it, notes at its end, rules for printing."""

from functools import cache
from html import escape
from itertools import count
from pathlib import Path
from typing import TextIO

from wektor.model.briefs import Brief, Line, Note, Section, Table
from wektor.model.plots import Plot


def write_page(brief: Brief, out: TextIO) -> None:
    """Write the page."""
    figures = count(1)
    links = "".join(f'<a href="#{s.name}">{escape(s.heading)}</a>' for s in brief.sections)
    title, heading = escape(brief.title), escape(brief.words["notes"])
    body = "".join(_section(s, brief, figures) for s in brief.sections)
    notes = "".join(_note(n, brief.words["page"]) for n in brief.notes)
    out.write(f'<!doctype html>\n<html lang="{escape(brief.lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
              f"<title>{title}</title><style>{_style()}</style></head><body>\n<header><h1>{title}</h1><p class=sub>{escape(brief.subtitle)}</p></header>\n"
              f'<nav aria-label="{escape(brief.words["contents"])}">{links}<a href="#notes">{heading}</a></nav>\n<main>{body}'
              f'<section><h2 id="notes">{heading}</h2>\n<ol class=notes>{notes}</ol></section></main></body></html>\n')  # fmt: skip


@cache
def _style() -> str:
    return (Path(__file__).parent / "style.css").read_text(encoding="utf-8")


def _section(section: Section, brief: Brief, figures: "count[int]") -> str:
    said = "".join(f"<li>{escape(line.cells[0])}{_marks(line)}</li>" for line in section.statements)
    prose = "".join(f"<p>{escape(line.cells[0])}{_marks(line)}</p>" for line in section.statements)
    text = f"<ul class=summary>{said}</ul>" if section.name == "summary" else prose
    pictures = "".join(_figure(p, next(figures), brief) for p in section.plots)
    tables = "".join(_table(t, brief) for t in section.tables)
    return f'<section><h2 id="{section.name}">{escape(section.heading)}</h2>\n{text}{pictures}{tables}</section>\n'


def _figure(plot: Plot, number: int, brief: Brief) -> str:
    from wektor.output.plots.drawing import to_svg

    picture = to_svg(plot, caption=False, prefix=f"f{number}-")
    return f"<figure>{picture}<figcaption>{escape(brief.words['figure'])} {number}. {escape(plot.caption)}</figcaption></figure>\n"


def _table(table: Table, brief: Brief) -> str:
    columns = "".join(f"<th scope=col{' class=n' if n in table.numbers else ''}>{escape(c)}</th>" for n, c in enumerate(table.columns))
    rows = "".join(_row(line, table, brief) for line in table.lines)
    left = f"<p class=left>{escape(table.left)}</p>" if table.left else ""
    return (f'<div class="table"><table><thead><tr>{columns}<th scope=col class=s>{escape(brief.words["sources"])}</th></tr></thead>'
            f"<tbody>\n{rows}</tbody></table></div>{left}\n")  # fmt: skip


def _row(line: Line, table: Table, brief: Brief) -> str:
    cells = "".join(f"<td{' class=n' if n in table.numbers else ''}>{escape(cell)}</td>" for n, cell in enumerate(line.cells))
    return f"<tr>{cells}<td class=s>{_links(line)}</td></tr>\n"


def _links(line: Line) -> str:
    return "".join(f'<a href="#n{n}">{n}</a>' for n in line.notes)


def _marks(line: Line) -> str:
    return f"<sup>{_links(line)}</sup>" if line.notes else ""


def _note(note: Note, page: str) -> str:
    about = ", ".join(escape(x) for x in (note.publisher, note.title, note.date, f"{page} {note.page}" if note.page else None) if x)
    safe = note.link.lower().startswith(("http://", "https://"))
    link = f'<a href="{escape(note.link)}" rel="noreferrer">{escape(note.link)}</a>' if safe else escape(note.link)
    lang = f' lang="{escape(note.lang)}"' if note.lang else ""
    return f'<li id="n{note.number}" value="{note.number}"><q{lang}>{escape(note.quote)}</q><cite>{about}. {link}</cite></li>\n'
