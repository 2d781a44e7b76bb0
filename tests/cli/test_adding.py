"""``wektor add``, ``watch`` and ``sources``, as a person types them."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.sources.samples import WORDS, docx, feed, opml, page, pdf
from tests.sources.servers import Answer, Asked, serve
from wektor import Register
from wektor.cli.commands import app

RUN = CliRunner()
ORDER = "Nigeria ordered 24 M-346 jets from Leonardo in 2021. The contract is worth 1.2 billion dollars."
COPY = "LAGOS (Courier) - " + ORDER + " Leonardo declined to comment."


def run(*words: str, db: Path, stdin: bytes | None = None) -> Result:
    result = RUN.invoke(app, [*words, "--db", str(db)], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def rows(*words: str, db: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(run(*words, "--format", "csv", db=db).stdout)))


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "order.txt").write_text(ORDER)
    (folder / "copy.txt").write_text(COPY)
    (folder / "page.html").write_text(page())
    (folder / "locked.pdf").write_bytes(pdf([["Secret."]], password=b"x"))
    (folder / "more.jsonl").write_text(json.dumps({"id": "m", "text": "Peru received two KT-1P trainers in May 2014.", "lang": "en"}) + "\n{bad\n")
    return folder


def test_a_folder_is_added_once(db: Path, folder: Path) -> None:
    first = run("add", str(folder), "--lang", "en", db=db)
    assert "4 documents" in first.stdout and "2 set aside" in first.stdout and first.exit_code == 0
    assert "encrypted" in first.stderr and "more.jsonl:2" in first.stderr
    again = run("add", str(folder), db=db)
    assert "0 documents" in again.stdout and "4 known" in again.stdout and "2 set aside" in again.stdout
    assert {Path(row["place"]).name for row in rows("sources", db=db)} == {"order.txt", "copy.txt", "page.html", "more.jsonl:1"}
    assert {Path(row["place"]).name: row["reason"].partition(";")[0] for row in rows("sources", "--failed", db=db)}["locked.pdf"] == "is encrypted"


def test_what_failed_and_is_read_later_has_failed_no_longer(db: Path, folder: Path) -> None:
    run("add", str(folder), "--lang", "en", db=db)
    (folder / "locked.pdf").write_bytes(pdf([["Chile received two boats from Brazil in 2019."]]))
    assert "1 documents" in run("add", str(folder), "--lang", "en", db=db).stdout
    assert [Path(row["place"]).name for row in rows("sources", "--failed", db=db)] == ["more.jsonl:2"]


def test_copies_count_as_one_source(db: Path, folder: Path) -> None:
    run("add", str(folder), "--lang", "en", db=db)
    [deal] = rows("deals", "--state", "NGA", db=db)
    assert (deal["sources"], int(deal["claims"]) >= 2) == ("1", True)


def test_a_copy_that_comes_later_takes_back_independence(db: Path, folder: Path) -> None:
    between = f"{ORDER} Leonardo declined to comment. The jets will be built in Venegono, the company said in a note on 3 March 2021 in Lagos."
    run("add", str(folder / "copy.txt"), "-", "--lang", "en", db=db, stdin=between.encode())
    with Register.open(db) as register, register.store.reader() as reader:
        groups = {reader.group_of(entry.digest) for entry in reader.entries()}
    assert len(groups) == 1


def test_standard_input_and_what_it_leaves_out(db: Path) -> None:
    run("add", "-", "--lang", "en", "--published", "2021-03-04", "--publisher", "Desk", db=db, stdin=ORDER.encode())
    [row] = rows("sources", db=db)
    assert (row["published"], row["publisher"], row["lang"], row["place"][-1]) == ("2021-03-04", "Desk", "en", "-")


def test_a_new_version_of_a_page_stands_beside_the_old_one(db: Path) -> None:
    with serve() as site:
        url = site.put("/a", page())
        run("add", url, "--allow-private", db=db)
        assert "1 known" in run("add", url, "--allow-private", db=db).stdout
        site.put("/a", page(words=(*WORDS, "The ministry corrected the number of vehicles to nineteen.")))
        assert "1 documents" in run("add", url, "--allow-private", db=db).stdout
        assert len(rows("sources", "--url", url, db=db)) == 2


def test_an_unchanged_page_is_not_fetched_by_another_run(db: Path) -> None:
    def answer(asked: Asked) -> Answer:
        return Answer(status=304) if asked.heads.get("if-none-match") == "v1" else Answer(page().encode(), heads={"ETag": "v1"})

    with serve() as site:
        site.pages["/a"] = answer
        assert "1 documents" in run("add", site.url("/a"), "--allow-private", db=db).stdout
        assert "1 known" in run("add", site.url("/a"), "--allow-private", db=db).stdout
        assert site.asked[-1].heads["if-none-match"] == "v1"


def test_watching_feeds(db: Path, tmp_path: Path) -> None:
    with serve() as site:
        site.put("/feed", feed([("One", site.put("/1", page("One"))), ("Gone", site.url("/gone"))]), "application/rss+xml")
        (tmp_path / "feeds.opml").write_text(opml([site.url("/feed")]))
        told = run("watch", str(tmp_path / "feeds.opml"), "--every", "0.1s", "--rounds", "2", "--allow-private", db=db)
        first, second = told.stdout.splitlines()
        assert "round 1: 1 documents" in first and "1 set aside" in first
        assert "round 2: 0 documents" in second and "1 known" in second
        assert site.paths().count("/1") == 1


def test_private_addresses_need_a_word(db: Path) -> None:
    with serve() as site:
        told = run("add", site.put("/a", page()), db=db)
        assert told.exit_code == 2 and "--allow-private" in told.stderr and not site.asked


def test_mistakes_end_in_one_line(db: Path, tmp_path: Path) -> None:
    for words, why in ((("add", str(tmp_path / "none")), "no such file"), (("watch", "x", "--every", "soon", "--rounds", "1"), "span of time"),
                       (("add", "-", "--published", "soon"), "no day"), (("sources", "--failed", "--url", "x"), "exclude")):  # fmt: skip
        told = RUN.invoke(app, [*words, "--db", str(db)])
        assert told.exit_code or told.exception
        assert why in told.stderr + str(told.exception)


def test_office_files_in_a_packed_folder(db: Path, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx((ORDER,)))
    assert "1 documents" in run("add", str(tmp_path / "*.docx"), "--lang", "en", db=db).stdout
