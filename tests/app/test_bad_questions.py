"""Bad input to answers: one clear line each and exit code 2, never a traceback, and never an answer to another question."""

import sys

import pytest

from wektor import Document, Register
from wektor.cli import main

TEXT = "Poland ordered 24 Bayraktar TB2 drones from Turkey in May 2021. In June 2021 Poland and Turkey held talks in Ankara."
ABOUT = {"partners": ("POL",), "localisation": ("POL",), "slippage": (), "whatif": ("POL", "--without", "TUR"), "firsts": (), "fleet": ("POL",),
         "phases": ("POL", "TUR"), "shift": ("POL",), "network": (), "brief": ("POL",)}  # fmt: skip


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    path = tmp_path_factory.mktemp("questions") / "register.db"
    with Register.open(path) as register:
        register.add([Document(id="a", lang="en", published="2021-06-25", text=TEXT)])
    return str(path)


@pytest.fixture
def ask(capsys, monkeypatch):
    def run(*words):
        monkeypatch.setattr(sys, "argv", ["wektor", *map(str, words)])
        with pytest.raises(SystemExit) as done:
            main()
        told = capsys.readouterr()
        return done.value.code, told.out, told.err.strip()

    return run


CASES = (
    (("--state", "Polnd"), "--state: 'Polnd' is no state; did you mean Poland"), (("--state", "QQQ"), "--state: 'QQQ' is no state"),
    (("--item", "Bayraktr TB2"), "did you mean Bayraktar TB2?"), (("--item", "nothing like it"), "wektor entities lists"),
    (("--class", "UVA"), "did you mean UAV?"), (("--class", "dronez"), "did you mean UAV?"), (("--kind", "gift"), "is none of agreement"), (("--status", "lost"), "is none of mooted"),
    (("--from", "2024", "--to", "2020"), "--from 2024 is after --to 2020"), (("--from", "soon"), "--from: 'soon' is no day"),
    (("--as-of", "yesterday"), "--as-of: 'yesterday' is no day"),
    (("--item", "Bayraktar TB2", "--class", "tank"), "is of the class combat UAV, not tank"),
    (("--kind", "talks", "--status", "delivered"), "is no deal and has no status delivered"),
    (("--kind", "order", "--status", "done"), "none has the status done"), (("--firm", "Nobody Ltd"), "no organisation in this register is called"),
)  # fmt: skip


@pytest.mark.parametrize("command", ABOUT)
@pytest.mark.parametrize(("words", "told"), CASES, ids=[" ".join(w) for w, _ in CASES])
def test_a_filter_that_means_nothing_is_refused_by_every_answer(ask, db, command, words, told):
    code, out, err = ask(command, *ABOUT[command], *words, "--db", db)
    assert (code, out) == (2, "") and told in err and len(err.splitlines()) == 1


VIEWS = {"deals": (), "events": (), "timeline": ("POL",), "entities": (), "conflicts": (), "search": ("tank",)}


@pytest.mark.parametrize("command", [*ABOUT, *VIEWS])
def test_an_empty_register_and_none_at_all(ask, tmp_path, command):
    with Register.open(tmp_path / "empty.db"):
        pass
    for name, told in (("empty.db", "this register is empty; wektor add FILE"), ("none.db", "none.db")):
        code, out, err = ask(command, *(ABOUT | VIEWS)[command], "--db", tmp_path / name)
        assert (code, out) == (2, "") and told in err and len(err.splitlines()) == 1


@pytest.mark.parametrize(("words", "told"), [
    (("partners", "Polnd"), "STATE: 'Polnd' is no state; did you mean Poland"), (("fleet", "Kazakstan"), "did you mean Kazakhstan?"),
    (("phases", "POL", "Poland"), "is the same state"), (("phases", "POL", "Turky"), "did you mean"), (("whatif", "POL", "--without", "POL"), "is the state itself"),
    (("shift", "POL", "--at", "later"), "--at: 'later' is no day"), (("shift", "POL", "--at", "2019", "--from", "2020"), "leaves nothing on one side"),
    (("shift", "POL", "--basis", "weight"), "--basis: 'weight' is none of"), (("network", "--level", "ships"), "--level: 'ships' is none of states, firms"),
    (("network", "--window", "0"), "no window"), (("partners", "POL", "--window", "-1"), "no window"), (("slippage", "--on", "2024-13"), "--on: '2024-13' is no day"),
    (("firsts", "--region", "Midle Africa"), "did you mean Middle Africa?"), (("brief", "POL", "--lang", "xx"), "xx"), (("phases", "POL"), "wektor --help"),
])  # fmt: skip
def test_an_answer_says_what_it_cannot_take(ask, db, words, told):
    code, out, err = ask(*words, "--db", db)
    assert (code, out) == (2, "") and told in err and len(err.splitlines()) == 1


@pytest.mark.parametrize("command", [c for c in ABOUT if c != "brief"])
def test_before_the_first_document_an_answer_is_empty(ask, db, command):
    code, out, err = ask(command, *ABOUT[command], "--as-of", "1999", "--db", db, "-f", "table")
    assert code == 0 and "nothing fits" in out and "covers: 0 deals, 0 claims in 0 documents" in out and not err


@pytest.mark.parametrize(("words", "told"), [
    (("partners", "POL", "--as-of", "77"), "--as-of: run 77 is yet to come; the last is 1"),
    (("partners", "POL", "-b", "value", "--currency", "XXQ"), "'XXQ' is no currency"), (("shift", "POL", "--currency", "USD"), "goes with --basis value"),
    (("network", "--currency", "usd", "--basis", "units"), "goes with --basis value"), (("brief", "POL", "--with", "Poland"), "is the state itself; name another"),
    (("brief", "POL", "--with", "Trkey"), "--with: 'Trkey' is no state"), (("brief", "Poland", "--state", "POL"), "is the state itself"),
    (("timeline", "POL", "Poland"), "Poland is the same state"), (("entities", "--kind", "tank"), "--kind: 'tank' is none of state, firm"),
    (("entities", "--class", "tnk"), "did you mean tank?"), (("network", "--graphml", "/nowhere/x.graphml"), "--graphml /nowhere/x.graphml: cannot be written")])  # fmt: skip
def test_what_means_nothing_to_one_command_is_refused_in_a_line(ask, db, words, told):
    code, out, err = ask(*words, "--db", db)
    assert code == 2 and not out and told in err and len(err.splitlines()) == 1
