"""The Word document of a brief: whole by its own rules, every mark a real note, notes with quote, publisher and link."""

import io
import re
import zipfile
from xml.etree import ElementTree

import pytest

from tests.app.test_answers import TEXTS
from wektor import Document, Register
from wektor.app.answers import Answers
from wektor.output.briefs import write_document
from wektor.sources.formats.docx import parse_docx
from wektor.sources.limits import Limits
from wektor.sources.raw import About

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def made():
    with Register.open("memory:") as register:
        register.add([Document(id=i, lang="en", published=day, text=text, url=f"https://example.org/{i}?a=1&b=2", publisher="Gazette <x>", title="A\x07B") for i, day, text in TEXTS])
        brief = Answers(register).brief("POL", "pl", on="2025-01-31")
    out = io.BytesIO()
    write_document(brief, out)
    return brief, out.getvalue()


def part(data, name):
    return ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(f"word/{name}.xml"))


def test_marks_lead_to_notes_in_the_order_of_the_text(made):
    brief, data = made
    body, notes = part(data, "document"), part(data, "endnotes")
    marks = [int(e.get(f"{W}id")) for e in body.iter(f"{W}endnoteReference")]
    assert marks == [n.number for n in brief.notes] == list(range(1, len(marks) + 1))
    assert [int(e.get(f"{W}id")) for e in notes] == [-1, 0, *marks]
    again = {int(n) for e in body.iter(f"{W}instrText") for n in re.findall(r"NOTEREF _note(\d+)", e.text)}
    assert again <= set(marks) and {e.get(f"{W}name") for e in body.iter(f"{W}bookmarkStart")} == {f"_note{n}" for n in marks}
    cited = sum(len(line.notes) for s in brief.sections for line in s.lines)
    assert len(marks) + sum(1 for _ in body.iter(f"{W}instrText")) == cited


def test_notes_say_who_wrote_what_and_where(made):
    brief, data = made
    texts = ["".join(t.text or "" for t in e.iter(f"{W}t")) for e in part(data, "endnotes")][2:]
    for note, text in zip(brief.notes, texts, strict=True):
        assert note.quote in text and "Gazette <x>" in text and note.date in text and note.link in text
    links = zipfile.ZipFile(io.BytesIO(data)).read("word/_rels/endnotes.xml.rels").decode()
    assert "https://example.org/order?a=1&amp;b=2" in links


def test_tables_pictures_headings_and_language(made):
    brief, data = made
    body = part(data, "document")
    tables = [t for s in brief.sections for t in s.tables]
    rows = [sum(1 for _ in t.iter(f"{W}tr")) for t in body.iter(f"{W}tbl")]
    assert rows == [len(t.lines) + 1 for t in tables]
    pictures = [e for e in body.iter() if e.tag.endswith("}docPr")]
    assert [e.get("descr") for e in pictures] == [p.alt for s in brief.sections for p in s.plots]
    assert b'w:lang w:val="pl-PL"' in zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml")
    order = [e.tag.rpartition("}")[2] for e in next(body.iter(f"{W}sectPr"))]
    assert order.index("footerReference") < order.index("endnotePr") < order.index("pgSz")


def test_our_own_reader_reads_it(made):
    article = parse_docx(made[1], About(), Limits())
    assert article.title == "Współpraca obronna Polski" and "Bayraktar TB2" in article.text


def test_the_same_brief_gives_the_same_bytes(made):
    out = io.BytesIO()
    write_document(made[0], out)
    same = [zipfile.ZipFile(io.BytesIO(d)) for d in (made[1], out.getvalue())]
    assert all(same[0].read(n) == same[1].read(n) for n in same[0].namelist())
