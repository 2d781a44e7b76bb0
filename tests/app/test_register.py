"""A register filled with texts: what is known is passed over, and deriving anew gives the same."""

import pytest

from wektor import Document, Register

DELIVERY = Document(id="a", text="Leonardo delivered two AW109 helicopters to Nigeria in April 2019.", lang="en", published="2019-05-02")
ORDER = Document(id="b", text="Norway ordered six NH90 helicopters from France in May 2021.", lang="en", published="2021-05-25")


@pytest.fixture
def register(tmp_path):
    with Register.open(tmp_path / "register.db") as held:
        yield held


def test_adding_again_adds_nothing(register):
    first, again = register.add([DELIVERY, ORDER, DELIVERY]), register.add([ORDER, DELIVERY])
    assert (first.documents, first.known, first.run) == (2, 1, 1)
    assert (again.documents, again.known, again.run) == (0, 2, 0)
    with register.store.reader() as reader:
        assert reader.counts()["documents"] == 2
        assert reader.counts()["deal"] == 2


def test_a_month_of_publication_is_its_last_day_and_derives_anew(register):
    import msgspec

    register.add([msgspec.structs.replace(DELIVERY, published="2019-05")])
    assert {c.published for c in register.view().claims.values()} == {"2019-05-31"}
    assert register.rebuild() == 0


def test_a_text_that_cannot_be_read_is_set_aside(register):
    added = register.add([Document(id="x", text="Leonardo delivered helicopters.", lang="xx"), ORDER])
    assert (added.documents, added.failed) == (1, 1)
    with register.store.reader() as reader:
        assert reader.failures()[0].place == "x"
        assert "no pack" in reader.failures()[0].reason
