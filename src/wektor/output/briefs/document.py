"""A brief as a Word document: headings, pictures, tables, and real endnotes with the quotes.

The library is loaded when a document is written.
"""

import io
from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, Any, BinaryIO

from wektor.model.briefs import Brief, Line, Section, Table
from wektor.model.plots import Plot
from wektor.output.briefs.columns import EDGE, widths
from wektor.output.briefs.endnotes import Endnotes

if TYPE_CHECKING:
    from docx.document import Document

_LOCALES = {"pl": "pl-PL", "en": "en-GB"}
_WIDE = 17.0  # centimetres of a line


def write_document(brief: Brief, out: BinaryIO) -> None:
    """Write the document."""
    held = io.BytesIO()  # the library cannot be told that a disk is full
    Writer(brief).document.save(held)
    out.write(held.getvalue())


class Writer:
    """Puts a brief into a document."""

    def __init__(self, brief: Brief) -> None:
        import docx

        self.brief, self.document = brief, docx.Document()
        _lay_out(self.document, brief)
        self._notes = Endnotes(self.document, brief.notes, brief.words)
        self._figures = count(1)
        self._widths: list[Any] = []
        self.document.add_paragraph(brief.title, style="Title")
        self.document.add_paragraph(brief.subtitle, style="Subtitle")
        for section in brief.sections:
            self._write(section)
        if brief.notes:
            self.document.add_heading(brief.words["notes"], 1)

    def _write(self, section: Section) -> None:
        self.document.add_heading(section.heading, 1)
        for line in section.statements:
            paragraph = self.document.add_paragraph(_clean(line.cells[0]), style="List Bullet" if section.name == "summary" else None)
            self._notes.mark(paragraph, line.notes)
        for plot in section.plots:
            self._draw(plot)
        for table in section.tables:
            self._tabulate(table)

    def _draw(self, plot: Plot) -> None:
        """The picture, said in words for those who do not see it, and its caption."""
        from docx.shared import Cm

        from wektor.output.plots.drawing import to_png

        shape = self.document.add_picture(io.BytesIO(to_png(plot, caption=False)), width=Cm(_WIDE))
        shape._inline.docPr.set("descr", _clean(plot.alt))
        shape._inline.docPr.set("title", _clean(plot.title))
        self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        self.document.add_paragraph(_clean(f"{self.brief.words['figure']} {next(self._figures)}. {plot.caption}"), style="Caption")

    def _tabulate(self, table: Table) -> None:
        """A table whose head stands on every page and whose rows do not break; the marks have a column of their own."""
        from docx.shared import Cm

        grid = self.document.add_table(rows=1, cols=len(table.columns) + 1, style="Table Grid")
        grid.autofit = False
        _rule(grid)
        marks = [", ".join(map(str, line.notes)) for line in table.lines]
        rows = [(*table.columns, self.brief.words["sources"]), *((*line.cells, mark) for line, mark in zip(table.lines, marks, strict=True))]
        self._widths = [Cm(w) for w in widths(rows, _WIDE)]
        for column, width in zip(grid.columns, self._widths, strict=True):
            column.width = width
        for cell, words in zip(grid.rows[0].cells, (*table.columns, self.brief.words["sources"]), strict=True):
            _fill(cell, words).bold = True
        _size(grid.rows[0].cells, self._widths)
        _flag(grid.rows[0], "tblHeader")
        for line in table.lines:
            self._row(grid, line, table)
        self.document.add_paragraph(_clean(table.left))

    def _row(self, grid: Any, line: Line, table: Table) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        row = grid.add_row()
        _flag(row, "cantSplit")
        cells = row.cells
        for number, words in enumerate(line.cells):
            _fill(cells[number], words)
            if number in table.numbers:
                cells[number].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._notes.mark(cells[-1].paragraphs[0], line.notes)
        _size(cells, self._widths)


def _lay_out(document: "Document", brief: Brief) -> None:
    """A4, fonts that are everywhere, the language for the spelling checker, the page's number below."""
    from docx.shared import Cm, Pt, RGBColor

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    for name, size in (("Normal", 10.5), ("Title", 22), ("Subtitle", 11), ("Heading 1", 14), ("Caption", 8.5)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Liberation Serif" if name == "Normal" else "Liberation Sans", Pt(size), RGBColor(0x1B, 0x1B, 0x1B)
    document.styles["Caption"].font.bold = False
    lang = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    for element in lang:
        element.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val", _LOCALES.get(brief.lang, brief.lang))
    document.core_properties.title, document.core_properties.author, document.core_properties.language = brief.title, "wektor", _LOCALES.get(brief.lang, brief.lang)
    _number_pages(page.footer.paragraphs[0])


def _number_pages(paragraph: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))


def _fill(cell: Any, words: str) -> Any:
    """Small words in a cell; the run, to be made bold."""
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    run = paragraph.add_run(_clean(words))
    run.font.size, run.font.name = Pt(8.5), "Liberation Sans"
    return run


def _size(cells: Sequence[Any], wide: Sequence[Any]) -> None:
    """Word reads the width of cells, others that of columns."""
    for cell, width in zip(cells, wide, strict=True):
        cell.width = width


def _rule(grid: Any) -> None:
    """Pale lines between rows, none between columns, and narrow edges."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    lines = "".join(f'<w:{side} w:val="{"single" if side in ("top", "bottom", "insideH") else "nil"}" w:sz="4" w:space="0" w:color="BFBBAF"/>'
                    for side in ("top", "left", "bottom", "right", "insideH", "insideV"))  # fmt: skip
    properties = grid._tbl.tblPr
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>")
    layout = properties.find("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tblLayout")
    properties.append(borders) if layout is None else layout.addprevious(borders)
    twips = round(EDGE / 2.54 * 1440)
    edges = parse_xml(f'<w:tblCellMar {nsdecls("w")}><w:left w:w="{twips}" w:type="dxa"/><w:right w:w="{twips}" w:type="dxa"/></w:tblCellMar>')
    (borders if layout is None else layout).addnext(edges)


def _flag(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))


def _clean(words: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(c for c in words if c >= " " or c in "\t\n")
