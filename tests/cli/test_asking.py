"""``wektor llm``: requests out, answers in."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from wektor import Register
from wektor.cli.commands import app
from wektor.engines.llm.settings import Secret, Settings
from wektor.model import InputError, StoppedError
from wektor.testing import FakeModel, Play

RUN = CliRunner()
CLAIM = {"kind": "order", "status": "done", "date": "2021", "roles": {"supplier": ["Leonardo"], "recipient": ["Nigeria"], "item": ["M-346 jets"]},
         "evidence": ["Nigeria ordered 24 M-346 jets from Leonardo in 2021."]}  # fmt: skip


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    rows = [{"id": n, "text": "Nigeria ordered 24 M-346 jets from Leonardo in 2021.", "lang": "en"} for n in ("one", "two")]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_the_round_trip_gives_claims_and_names_what_is_missing(articles: Path, tmp_path: Path) -> None:
    prompts, answers, claims = (tmp_path / f"{n}.jsonl" for n in ("prompts", "answers", "claims"))
    assert RUN.invoke(app, ["llm", "export", str(articles), "-o", str(prompts), "--model", "m"]).exit_code == 0
    first, second = (json.loads(line) for line in prompts.open(encoding="utf-8"))
    assert first["custom_id"] != second["custom_id"] and first["body"]["model"] == "m"
    invented = CLAIM | {"evidence": ["Nigeria ordered 25 jets."]}
    lines = [{"custom_id": first["custom_id"], "content": json.dumps({"claims": [CLAIM, invented]})}, {"custom_id": "stray", "content": "{}"}]
    answers.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    done = RUN.invoke(app, ["llm", "import", str(answers), "--docs", str(articles), "--format", "jsonl", "-o", str(claims), "--explain"])
    assert done.exit_code == 0
    (claim,) = (json.loads(line) for line in claims.open(encoding="utf-8"))
    assert (claim["doc"], claim["engine"], claim["roles"]["recipient"][0]["name"]) == ("one", "llm.v1:unknown", "NGA")
    for told in ("a quote of the evidence does not stand in the text", f"not read {second['custom_id']}", "stray"):
        assert told in done.stderr


def test_an_import_that_reads_nothing_ends_with_an_error_code(articles: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers.jsonl"
    answers.write_text(json.dumps({"custom_id": "stray", "content": "{}"}) + "\n", encoding="utf-8")
    done = RUN.invoke(app, ["llm", "import", str(answers), "--docs", str(articles)])
    assert done.exit_code == 2 and "not read" in done.stderr


def test_answers_that_are_not_there_are_an_error_in_a_line(articles: Path) -> None:
    done = RUN.invoke(app, ["llm", "import", "nowhere.jsonl", "--docs", str(articles)])
    assert isinstance(done.exception, InputError)


def test_read_asks_a_model(articles: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("openai")
    with FakeModel(json.dumps({"claims": [CLAIM]}), 401) as model:
        monkeypatch.setattr(Settings, "of", staticmethod(lambda: Settings(model.url, "m", Secret("a-secret-key"), cache=tmp_path / "cache", retries=0)))
        done = RUN.invoke(app, ["read", str(articles), "--engine", "llm", "--format", "jsonl"])
    assert done.exit_code == 0 and "a-secret-key" not in done.output + done.stderr
    assert [json.loads(line)["engine"] for line in done.stdout.splitlines()] == ["llm.v1:m", "llm.v1:m"]
    assert len(model.asked) == 1  # the same article is asked once
    assert done.stderr.splitlines()[-1].startswith("wektor: 2 documents: 1 calls, ")


def test_read_without_settings_says_what_is_missing(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("URL", "MODEL", "KEY"):
        monkeypatch.delenv(f"WEKTOR_LLM_{name}", raising=False)
    done = RUN.invoke(app, ["read", str(articles), "--engine", "llm"])
    assert isinstance(done.exception, InputError) and "WEKTOR_LLM_URL" in str(done.exception)


PAID = {"price_in": 1.0, "price_out": 1.0, "concurrency": 1, "retries": 0, "pause": 0.01}


def asked_by(model: FakeModel, monkeypatch: pytest.MonkeyPatch, cache: Path, *words: str, **changes: Any) -> Result:
    """What a command does that asks the fake."""
    settings = Settings(model.url, "m", Secret("k"), **{"cache": cache} | PAID | changes)
    monkeypatch.setattr(Settings, "of", staticmethod(lambda: settings))
    return RUN.invoke(app, [*words, "--engine", "llm"])


def write_articles(folder: Path, count: int) -> list[str]:
    """Articles, each a file of two parts; the second part says its number."""
    folder.mkdir()
    for n in range(count):
        filler = "Nothing else happened that day, and nobody said why. " * 150
        (folder / f"{n}.txt").write_text(f"{CLAIM['evidence'][0]}\n{filler}\nThat was number {n} of the day. {filler}", encoding="utf-8")
    return [str(folder)]


def test_a_dry_run_says_what_it_would_cost_and_sends_nothing(articles: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with FakeModel() as model:
        for words in (["read", str(articles)], ["add", str(articles), "--db", str(tmp_path / "r.db")]):
            done = asked_by(model, monkeypatch, tmp_path / "cache", *words, "--dry-run")
            assert done.exit_code == 0 and "documents would cost" in done.stdout and "USD" in done.stdout
        assert not model.asked and not (tmp_path / "r.db").exists()


def test_a_budget_stops_reading_and_says_what_is_left(articles: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    rows = [{"id": str(n), "text": f"Nigeria ordered 24 M-346 jets from Leonardo in 2021. Number {n}.", "lang": "en"} for n in range(9)]
    articles.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with FakeModel(json.dumps({"claims": [CLAIM]})) as model:
        done = asked_by(model, monkeypatch, tmp_path / "cache", "read", str(articles), "--format", "jsonl", "--budget", "0.02", longest=1_000)
        read = len(done.stdout.splitlines())
        assert isinstance(done.exception, StoppedError) and 0 < read < 9
        assert "the budget of 0.02 USD is reached" in str(done.exception) and f"{9 - read} documents are left, for about 0.0" in str(done.exception)
        assert asked_by(model, monkeypatch, tmp_path / "cache", "read", str(articles), longest=1_000).exit_code == 0
        assert max(model.served.values()) == 1


def test_a_budget_needs_prices_and_an_engine_that_costs(articles: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with FakeModel() as model:
        done = asked_by(model, monkeypatch, tmp_path, "read", str(articles), "--budget", "1", price_in=0.0, price_out=0.0)
    assert isinstance(done.exception, InputError) and "needs prices" in str(done.exception)
    for option in ("--budget=1", "--dry-run"):
        assert isinstance(RUN.invoke(app, ["read", str(articles), option]).exception, InputError)


def test_what_is_read_in_part_is_in_the_register_and_completed_by_adding_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    names, db, down = write_articles(tmp_path / "news", 3), str(tmp_path / "r.db"), True

    def answer(body: dict[str, Any]) -> Play:
        words = str(body["messages"][1]["content"]).rpartition("<ARTICLE-")[2]
        if down and ("number 1 of" in words or ("number 2 of" in words and "Nigeria" not in words)):
            return 503
        return json.dumps({"claims": [CLAIM] if "Nigeria" in words else []})

    with FakeModel(answer=answer) as model:
        first = asked_by(model, monkeypatch, tmp_path / "cache", "add", *names, "--db", db)
        failed = RUN.invoke(app, ["sources", "--failed", "--db", db]).stdout
        assert "2 read in part" in first.stdout and "3 documents with 3 claims added" in first.stdout
        assert "read in part" in failed and "503" in failed
        again = asked_by(model, monkeypatch, tmp_path / "cache", "add", *names, "--db", db)
        assert "2 read in part" in again.stdout and "1 known already" in again.stdout
        down = False
        last = asked_by(model, monkeypatch, tmp_path / "cache", "add", *names, "--db", db)
        assert "2 completed" in last.stdout and "in part" not in last.stdout
        assert "3 known" in asked_by(model, monkeypatch, tmp_path / "cache", "add", *names, "--db", db).stdout
    with Register.open(db) as register, register.store.reader() as reader:
        assert not reader.failures() and reader.counts()["documents"] == 3


def test_a_budget_stops_adding_and_adding_again_goes_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    names, db = write_articles(tmp_path / "news", 6), str(tmp_path / "r.db")
    with FakeModel('{"claims": []}') as model:
        done = asked_by(model, monkeypatch, tmp_path / "cache", "add", *names, "--db", db, "--budget", "0.05", longest=500)
        assert isinstance(done.exception, StoppedError) and "documents are left" in str(done.exception)
        kept = int(done.stdout.partition(" documents")[0])
        assert 0 < kept < 6 and f"{6 - kept} documents are left" in str(done.exception)
        assert f"{6 - kept} documents with" in asked_by(model, monkeypatch, tmp_path / "cache", "add", *names, "--db", db, longest=500).stdout
        assert max(model.served.values()) == 1
