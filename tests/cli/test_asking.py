"""``wektor llm``: requests out, answers in."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from wektor.cli.commands import app
from wektor.engines.llm.settings import Secret, Settings
from wektor.model import InputError
from wektor.testing import FakeModel

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
    assert not done.stderr


def test_read_without_settings_says_what_is_missing(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("URL", "MODEL", "KEY"):
        monkeypatch.delenv(f"WEKTOR_LLM_{name}", raising=False)
    done = RUN.invoke(app, ["read", str(articles), "--engine", "llm"])
    assert isinstance(done.exception, InputError) and "WEKTOR_LLM_URL" in str(done.exception)
