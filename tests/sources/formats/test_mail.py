"""Letters and boxes of letters."""

from tests.sources.loading import only, reason, results
from tests.sources.samples import WORDS, docx, letter, page
from wektor.sources.gathering import Gatherer
from wektor.sources.results import Loaded, SetAside


def test_a_letter(gatherer: Gatherer) -> None:
    loaded = only(gatherer, "a.eml", letter().as_bytes())
    document = loaded.document
    assert document.text == "\n\n".join(WORDS)
    assert (document.title, document.publisher, document.published) == ("Weekly news", "Baltic Courier", "2024-05-14")


def test_html_is_read_where_the_plain_part_says_little(gatherer: Gatherer) -> None:
    mail = letter("Your mail program shows no pages.", page())
    assert WORDS[1] in only(gatherer, "a.eml", mail.as_bytes()).document.text


def test_an_attachment_is_a_document_of_its_own(gatherer: Gatherer) -> None:
    mail = letter()
    mail.add_attachment(docx(), maintype="application", subtype="octet-stream", filename="order.docx")
    mail.add_attachment(b"\x89PNG....", maintype="image", subtype="png", filename="photo.png")
    found = results(gatherer, "a.eml", mail.as_bytes())
    assert [r.place for r in found] == ["a.eml!photo.png", "a.eml!order.docx", "a.eml"]
    assert isinstance(found[0], SetAside) and isinstance(found[1], Loaded)


def test_an_attached_letter_is_read(gatherer: Gatherer) -> None:
    mail = letter("See below: the letter that I was sent from the ministry, with all that one has to know.")
    mail.add_attachment(letter(subject="Inner"))
    assert {r.document.title for r in results(gatherer, "a.eml", mail.as_bytes()) if isinstance(r, Loaded)} == {"Weekly news", "Inner"}


def test_a_box_of_letters(gatherer: Gatherer) -> None:
    one, two = (letter(f"{word} is what the minister said.\nFrom there we went on.", subject=word).as_bytes() for word in ("First", "Second"))
    box = b"".join(b"From x@y Tue May 14 09:00:00 2024\n" + each.replace(b"\nFrom ", b"\n>From ") + b"\n\n" for each in (one, two))
    found = [r for r in results(gatherer, "news.mbox", box) if isinstance(r, Loaded)]
    assert [(r.place, r.document.title) for r in found] == [("news.mbox#1", "First"), ("news.mbox#2", "Second")]
    assert "\nFrom there we went on." in found[0].document.text


def test_a_wrong_charset_and_a_strange_date_do_no_harm(gatherer: Gatherer) -> None:
    data = "From: a@b.example\nDate: someday\nSubject: x\nContent-Type: text/plain; charset=no-such\n\nŻółte łodzie płyną.\n".encode()
    document = only(gatherer, "a.eml", data).document
    assert document.text == "Żółte łodzie płyną." and document.published is None


def test_an_empty_letter_is_set_aside(gatherer: Gatherer) -> None:
    assert "without text" in reason(gatherer, "a.eml", letter("").as_bytes())
