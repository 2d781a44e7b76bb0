"""A brief as a page that prints well, and as Markdown with footnotes."""

from html import escape
from typing import TextIO

from wektor.model.briefs import Brief, Line, Note, Section

STYLE = """
:root{--ink:#1b1b1b;--soft:#5f5b52;--rule:#d5d1c6}body{margin:0 auto;max-width:62rem;padding:2rem 1.5rem;color:var(--ink);background:#fff;font:16px/1.55 Georgia,"Times New Roman",serif}
h1{font-size:1.8rem;margin:0}h2{font-size:1.2rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--rule)}.sub{color:var(--soft);margin:.2rem 0 1.5rem}nav a{margin-right:1rem;font-size:.9rem}
table{border-collapse:collapse;width:100%;font:14px/1.4 system-ui,sans-serif}th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--rule);overflow-wrap:anywhere}
th{color:var(--soft)}sup a{text-decoration:none;padding:0 .1em}ol.notes{font-size:.85rem;padding-left:2.2rem}ol.notes li{margin:.25rem 0}q{font-style:italic}.scroll{overflow-x:auto}
:target{background:#fff3c4}@media print{body{max-width:none;padding:0;font-size:10.5pt}table{font-size:9pt}thead{display:table-header-group}tr,li{break-inside:avoid}h2{break-after:avoid}nav{display:none}a{color:inherit}@page{margin:18mm}}
"""  # fmt: skip


def write_html(brief: Brief, out: TextIO) -> None:
    """One self-contained page: it asks for nothing from elsewhere."""
    links = "".join(f'<a href="#{s.name}">{escape(s.heading)}</a>' for s in brief.sections)
    body = "".join(_section(s) for s in brief.sections)
    notes = "".join(f'<li id="n{n.number}" value="{n.number}">{_note(n, brief.page_word)}</li>\n' for n in brief.notes)
    out.write(f'<!doctype html><html lang="{escape(brief.lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
              f"<title>{escape(brief.title)}</title><style>{STYLE}</style></head><body><h1>{escape(brief.title)}</h1><p class=sub>{escape(brief.subtitle)}</p>"
              f'<nav>{links}<a href="#notes">{escape(brief.notes_heading)}</a></nav>{body}<h2 id="notes">{escape(brief.notes_heading)}</h2>'
              f"<ol class=notes>{notes}</ol></body></html>\n")  # fmt: skip


def _section(section: Section) -> str:
    head = f'<h2 id="{section.name}">{escape(section.heading)}</h2>'
    if not section.lines:
        return f"{head}<p>{escape(section.empty)}</p>"
    if not section.columns:
        return head + "".join(f"<p>{escape(line.cells[0])}{_marks(line)}</p>" for line in section.lines)
    columns = "".join(f"<th scope=col>{escape(c)}</th>" for c in section.columns)
    rows = "".join("<tr>" + "".join(f"<td>{escape(c)}{_marks(line) if last else ''}</td>" for last, c in _lasting(line)) + "</tr>\n" for line in section.lines)
    return f'{head}<div class="scroll"><table><thead><tr>{columns}</tr></thead><tbody>\n{rows}</tbody></table></div>'


def _lasting(line: Line) -> list[tuple[bool, str]]:
    """The cells, and whether a cell bears the marks of the notes: the last that says something."""
    bearer = max((i for i, cell in enumerate(line.cells) if cell), default=0)
    return [(i == bearer, cell) for i, cell in enumerate(line.cells)]


def _marks(line: Line) -> str:
    return "".join(f'<sup><a href="#n{n}">[{n}]</a></sup>' for n in line.notes)


def _note(note: Note, page: str) -> str:
    words = ", ".join(x for x in (note.publisher, note.title, note.date, f"{page} {note.page}" if note.page else None) if x)
    safe = note.link.lower().startswith(("http://", "https://"))
    link = f'<a href="{escape(note.link)}" rel="noreferrer">{escape(note.link)}</a>' if safe else escape(note.link)
    return f"<q>{escape(note.quote)}</q> {escape(words)}. {link}"


def write_markdown(brief: Brief, out: TextIO) -> None:
    """Markdown, with a footnote behind every statement."""
    out.write(f"# {_plain(brief.title)}\n\n*{_plain(brief.subtitle)}*\n")
    for section in brief.sections:
        out.write(f"\n## {_plain(section.heading)}\n\n")
        if not section.lines:
            out.write(_plain(section.empty) + "\n")
        elif section.columns:
            out.writelines("| " + " | ".join(row) + " |\n" for row in ([_plain(c) for c in section.columns], ["---"] * len(section.columns)))
            out.writelines("| " + " | ".join(_plain(c) + (_feet(line) if last else "") for last, c in _lasting(line)) + " |\n" for line in section.lines)
        else:
            out.write("\n\n".join(_plain(line.cells[0]) + _feet(line) for line in section.lines) + "\n")
    out.write(f"\n## {_plain(brief.notes_heading)}\n\n")
    out.writelines(f"[^{n.number}]: “{_plain(n.quote)}” {_plain(', '.join(x for x in (n.publisher, n.title, n.date) if x))}. {_plain(n.link)}\n" for n in brief.notes)


def _feet(line: Line) -> str:
    return "".join(f"[^{n}]" for n in line.notes)


def _plain(text: str) -> str:
    text = " ".join(text.split())
    for mark in "\\*_[]|`":
        text = text.replace(mark, "\\" + mark)
    return text.replace("<", "&lt;")
