"""Word documents."""

from tests.sources.loading import only, reason
from tests.sources.samples import WORDS, docx, zipped
from wektor.sources.gathering import Gatherer


def test_paragraphs_title_and_author(gatherer: Gatherer) -> None:
    loaded = only(gatherer, "a.docx", docx())
    assert loaded.document.text == "\n".join(WORDS)
    assert (loaded.document.title, loaded.author) == ("Order of vehicles", "J. Kazlauskas")


def test_deleted_text_is_left_out_and_inserted_text_is_read(gatherer: Gatherer) -> None:
    changed = "<w:p><w:del><w:r><w:delText>twelve</w:delText><w:t>twelve</w:t></w:r></w:del><w:ins><w:r><w:t>fourteen</w:t></w:r></w:ins></w:p>"
    text = only(gatherer, "a.docx", docx(body=changed)).document.text
    assert "fourteen" in text and "twelve" not in text


def test_tabs_and_breaks_part_words(gatherer: Gatherer) -> None:
    runs = "<w:p><w:r><w:t>boats</w:t><w:tab/><w:t>24</w:t><w:br/><w:t>tanks</w:t></w:r></w:p>"
    assert "boats\t24\ntanks" in only(gatherer, "a.docx", docx(body=runs)).document.text


def test_a_word_document_is_known_without_its_suffix(gatherer: Gatherer) -> None:
    assert only(gatherer, "download", docx()).media.endswith("wordprocessingml.document")


def test_other_office_documents_are_set_aside(gatherer: Gatherer) -> None:
    assert "office document" in reason(gatherer, "a.xlsx", zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}))
    assert "without text" in reason(gatherer, "a.docx", docx(()))
