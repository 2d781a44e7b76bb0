"""Endnotes of a text document: a part of its own, one note for each quote, marks in the text that count themselves.

A note that is cited again is a reference to its first mark, so that its number stays right whatever a person adds.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from wektor.model.briefs import Note

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_TEXT, _MARK = "endnote text", "endnote reference"
_FRAME = '<w:endnote {ns} w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:endnote>'


class Endnotes:
    """Adds the notes of a brief to a document, and marks to its paragraphs."""

    def __init__(self, document: "Document", notes: tuple[Note, ...], words: Mapping[str, str]) -> None:
        self._styles = _add_styles(document)
        self._marked: set[int] = set()
        part = _add_part(document)
        for note in notes:
            part.element.append(self._note(note, words, part))
        _number_plainly(document)

    def mark(self, paragraph: "Paragraph", numbers: tuple[int, ...]) -> None:
        """Put marks at the end of a paragraph, commas between them."""
        for place, number in enumerate(numbers):
            if place:
                self._raised(paragraph, ", ")
            if number in self._marked:
                self._again(paragraph, number)
            else:
                self._first(paragraph, number)

    def _raised(self, paragraph: "Paragraph", words: str) -> Any:
        return paragraph.add_run(words, style=self._styles[_MARK])

    def _first(self, paragraph: "Paragraph", number: int) -> None:
        self._marked.add(number)
        run = self._raised(paragraph, "")._r
        run.append(_element("endnoteReference", id=str(number)))
        run.addprevious(_element("bookmarkStart", id=str(number), name=f"_note{number}"))
        run.addnext(_element("bookmarkEnd", id=str(number)))

    def _again(self, paragraph: "Paragraph", number: int) -> None:
        for kind in ("begin", None, "separate", "", "end"):
            run = self._raised(paragraph, str(number) if kind == "" else "")._r
            if kind is None:
                order = _element("instrText")
                order.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                order.text = f" NOTEREF _note{number} \\h "
                run.append(order)
            elif kind:
                run.append(_element("fldChar", fldCharType=kind))

    def _note(self, note: Note, words: Mapping[str, str], part: Any) -> Any:
        """Its number, the quote in its language, who published it, and the link."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        note_ = parse_xml(f'<w:endnote {nsdecls("w")} w:id="{note.number}"><w:p><w:pPr><w:pStyle w:val="{self._styles[_TEXT].style_id}"/></w:pPr>'
                          f'<w:r><w:rPr><w:rStyle w:val="{self._styles[_MARK].style_id}"/></w:rPr><w:endnoteRef/></w:r></w:p></w:endnote>')  # fmt: skip
        paragraph = note_[0]
        paragraph.append(_run(f" {words['opening mark']}{note.quote}{words['closing mark']}", lang=note.lang, italic=True))
        about = ", ".join(x for x in (note.publisher, note.title, note.date, f"{words['page']} {note.page}" if note.page else None) if x)
        paragraph.append(_run(f" {about}. "))
        link = _run(note.link)
        if note.link.lower().startswith(("http://", "https://")):
            from docx.opc.constants import RELATIONSHIP_TYPE

            bound = _element("hyperlink")
            bound.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", part.relate_to(note.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            bound.append(link)
            link = bound
        paragraph.append(link)
        return note_


def _add_styles(document: "Document") -> dict[str, Any]:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    text = document.styles.add_style(_TEXT, WD_STYLE_TYPE.PARAGRAPH)
    text.base_style, text.font.size = document.styles["Normal"], Pt(9)
    mark = document.styles.add_style(_MARK, WD_STYLE_TYPE.CHARACTER)
    mark.font.superscript = True
    return {_TEXT: text, _MARK: mark}


def _add_part(document: "Document") -> Any:
    """The part that holds the notes, with the two that draw the line above them."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import XmlPart
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    rules = (("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator"))
    frame = "".join(_FRAME.format(ns="", kind=kind, number=number, mark=mark) for kind, number, mark in rules)
    element = parse_xml(f"<w:endnotes {nsdecls('w')}>{frame}</w:endnotes>")
    part = XmlPart(PackURI("/word/endnotes.xml"), CONTENT_TYPE.WML_ENDNOTES, element, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.ENDNOTES)
    return part


def _number_plainly(document: "Document") -> None:
    """Arabic numbers; the settings name the notes that draw the line."""
    pr = _element("endnotePr")
    pr.append(_element("numFmt", val="decimal"))
    place = document.sections[-1]._sectPr
    place.insert(sum(e.tag.endswith(("}headerReference", "}footerReference")) for e in place), pr)
    settings = document.settings.element
    known = _element("endnotePr")
    for child in (_element("numFmt", val="decimal"), _element("endnote", id="-1"), _element("endnote", id="0")):
        known.append(child)
    after = next((e for e in settings if e.tag.endswith("}compat")), None)
    settings.append(known) if after is None else after.addprevious(known)


def _element(tag: str, /, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    found = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        found.set(qn(f"w:{key}"), value)
    return found


def _run(words: str, lang: str | None = None, italic: bool = False) -> Any:
    run, text = _element("r"), _element("t")
    if italic or lang:
        look = _element("rPr")
        if italic:
            look.append(_element("i"))
        if lang:
            look.append(_element("lang", val=lang))
        run.append(look)
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = "".join(c for c in words if c >= " " or c in "\t\n")
    run.append(text)
    return run
