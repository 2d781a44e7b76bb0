"""A brief as Markdown: a footnote behind every statement, pictures told in words."""

from collections.abc import Mapping
from itertools import count
from typing import TextIO

from wektor.model.briefs import Brief, Line, Note, Section, Table


def write_markdown(brief: Brief, out: TextIO) -> None:
    """Write the text."""
    figures = count(1)
    out.write(f"# {_plain(brief.title)}\n\n*{_plain(brief.subtitle)}*\n")
    for section in brief.sections:
        out.write(f"\n## {_plain(section.heading)}\n")
        out.writelines(_parts(section, brief, figures))
    out.write(f"\n## {_plain(brief.words['notes'])}\n\n")
    out.writelines(_note(n, brief.words) for n in brief.notes)


def _parts(section: Section, brief: Brief, figures: "count[int]") -> list[str]:
    mark = "- " if section.name == "summary" else ""
    said = [f"{mark}{_plain(line.cells[0])}{_feet(line)}\n" for line in section.statements]
    text = "".join(said) if mark else "\n".join(said)
    pictures = [f"\n*{_plain(brief.words['figure'])} {next(figures)}. {_plain(p.title)}. {_plain(p.alt)} {_plain(p.caption)}*\n" for p in section.plots]
    return [f"\n{text}" if text else "", *pictures, *("\n" + _table(t) for t in section.tables)]


def _table(table: Table) -> str:
    rules = ["---:" if n in table.numbers else "---" for n, _ in enumerate(table.columns)]
    rows = [[*map(_plain, table.columns), ""], [*rules, "---"], *([*map(_plain, line.cells), _feet(line)] for line in table.lines)]
    left = f"\n{_plain(table.left)}\n" if table.left else ""
    return "".join("| " + " | ".join(row) + " |\n" for row in rows) + left


def _note(note: Note, words: Mapping[str, str]) -> str:
    page = words["page"]
    about = ", ".join(x for x in (note.publisher, note.title, note.date, f"{page} {note.page}" if note.page else None) if x)
    return f"[^{note.number}]: {words['opening mark']}{_plain(note.quote)}{words['closing mark']} {_plain(about)}. {_plain(note.link)}\n"


def _feet(line: Line) -> str:
    return "".join(f"[^{n}]" for n in line.notes)


def _plain(text: str) -> str:
    text = " ".join(text.split(" "))
    text = " ".join(text.splitlines())
    for mark in "\\*_[]|`":
        text = text.replace(mark, "\\" + mark)
    return text.replace("<", "&lt;")
