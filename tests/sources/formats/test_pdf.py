"""Papers: running text whose spans know their page."""

from tests.sources.loading import only, reason
from tests.sources.samples import pdf
from wektor.sources.gathering import Gatherer

PAGES = (
    ("Quarterly note of the shipyard", "Norway will receive two coast guard cutters from the yard in Tromso, as the de-",
     "partment announced last week. They replace older vessels that were built in the", "nineties and have been sold to a museum in the meantime.", "1"),
    ("Quarterly note of the shipyard", "A third cutter remains an option until December. The yard builds the anti-", "mine sonar itself.", "2"),
    ("Quarterly note of the shipyard", "Nothing else was decided.", "3"),
)  # fmt: skip


def test_text_runs_across_lines_and_knows_its_page(gatherer: Gatherer) -> None:
    loaded = only(gatherer, "note.pdf", pdf(PAGES, title="Note on cutters"))
    text = loaded.document.text
    assert loaded.document.title == "Note on cutters"
    assert "as the department announced last week. They replace older vessels that were built in the nineties and" in text
    assert [loaded.page(text.index(words)) for words in ("Norway", "third cutter", "Nothing")] == [1, 2, 3]
    assert text.count("Quarterly note") == 0


def test_the_place_in_the_printed_text_is_kept(gatherer: Gatherer) -> None:
    loaded = only(gatherer, "note.pdf", pdf(PAGES))
    text = loaded.document.text
    assert loaded.original(text.index("announced")) > text.index("announced")
    assert loaded.original(text.index("Norway")) == len("Quarterly note of the shipyard\n")


def test_a_compound_keeps_its_hyphen_where_the_paper_writes_it_so_elsewhere(gatherer: Gatherer) -> None:
    pages = (("The anti-mine ship", "carries an anti-", "mine sonar."),)
    assert "an anti-mine sonar" in only(gatherer, "a.pdf", pdf(pages)).document.text


def test_encrypted_broken_and_empty_papers_are_set_aside(gatherer: Gatherer) -> None:
    assert "encrypted" in reason(gatherer, "a.pdf", pdf(PAGES, password=b"secret"))
    assert "broken" in reason(gatherer, "a.pdf", b"%PDF-1.7\nnothing here")
    assert "no text" in reason(gatherer, "a.pdf", pdf([[]]))


def test_a_paper_that_opens_without_a_password_is_read(gatherer: Gatherer) -> None:
    assert "Nothing else" in only(gatherer, "a.pdf", pdf(PAGES, password=b"")).document.text


def test_a_file_name_is_no_title(gatherer: Gatherer) -> None:
    assert only(gatherer, "a.pdf", pdf(PAGES, title="Microsoft Word - note7.docx")).document.title is None
