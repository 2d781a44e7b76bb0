"""``wektor evaluate`` with one engine and several, and ``wektor compare-engines``."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from wektor.cli.commands import app
from wektor.evaluation import load_gold
from wektor.testing import FakeModel, GoldModel

RUN = CliRunner()
TEXT = "Nigeria ordered 24 M-346 jets from Leonardo in 2021.\nThe jets impressed Lagos.\nPoland delivered six tanks to Ukraine in May 2022.\n"
CLAIMS = [
    {"kinds": ["order"], "status": "done", "date": "2021", "anchor": "Nigeria ordered 24", "roles": {"supplier": [["Leonardo"]], "recipient": [["NGA"]], "item": [["M-346"]], "quantity": 24}},
    {"kinds": ["delivery"], "status": "done", "date": "2022-05", "anchor": "Poland delivered six", "roles": {"supplier": [["POL"]], "recipient": [["UKR"]], "item": [["tank"]], "quantity": 6}},
]  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A directory of two gold documents, the one empty."""
    folder = tmp_path / "gold"
    folder.mkdir()
    for name, text, claims in (("one", TEXT, CLAIMS), ("two", "It rained all day.\n", [])):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        (folder / f"{name}.json").write_text(json.dumps({"id": name, "lang": "en", "published": "2022-06-01", "claims": claims}), encoding="utf-8")
    return folder


@pytest.fixture
def model(gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeModel]:
    """A model that reads as the gold's authors did, but for a claim that it misses and a date, with prices."""
    pytest.importorskip("openai")
    good = GoldModel(load_gold(gold))

    def answer(body: dict) -> str:
        claims = json.loads(good(body))["claims"]
        return json.dumps({"claims": [c | {"date": None} for c in claims if c["kind"] == "order"]})

    with FakeModel(answer=answer) as fake:
        for name, value in (("URL", fake.url), ("MODEL", "fake"), ("CACHE", str(tmp_path / "kept")), ("PRICE_IN", "2"), ("PRICE_OUT", "10"), ("CURRENCY", "EUR")):
            monkeypatch.setenv(f"WEKTOR_LLM_{name}", value)
        yield fake


def run(*words: object) -> Result:
    """The command, which must not fail."""
    done = RUN.invoke(app, [str(w) for w in words])
    assert done.exit_code == 0, done.output
    return done


def claims_of(lines: str) -> list[dict[str, str]]:
    """Claims of JSON Lines."""
    return [json.loads(line) for line in lines.splitlines() if line.startswith("{")]


def told(claim: dict[str, str]) -> tuple[str, str, str]:
    """What a claim tells, but for its roles."""
    return claim["kind"], claim["status"], claim["date"]


def test_one_engine_is_scored_by_language_as_ever(gold: Path) -> None:
    done = run("evaluate", gold)
    assert "2/2" in done.stdout and "engine" not in done.stdout
    assert json.loads(run("evaluate", gold, "--json").stdout)["all"]["claim_f1"] == 1.0


def test_several_engines_stand_side_by_side_with_seconds_and_cost(gold: Path, model: FakeModel) -> None:
    done = run("evaluate", gold, "--engine", "grammar", "--engine", "llm", "--engine", "grammar+llm")
    rows = {line.split()[0]: line.split() for line in done.stdout.splitlines() if " all " in line}
    assert rows["grammar"][2] == "2/2" and rows["llm.v1:fake"][2] == "1/2"
    read = {c["kind"]: c for c in claims_of(run("read", gold / "one.txt", "--published", "2022-06-01", "--format", "jsonl").stdout)}
    sure = float(read["delivery"]["confidence"]) >= 0.9
    assert rows["grammar+llm.v1:fake"][2] == ("2/2" if sure else "1/2")  # what the grammar alone tells is kept if it is sure
    assert rows["llm.v1:fake"][-1] == "EUR" and float(rows["llm.v1:fake"][-2]) > 0
    asked = len(model.asked)
    assert asked == 2  # both together ask for less, and what they ask for was answered already
    assert "EUR" not in " ".join(rows["grammar"])
    found = json.loads(run("evaluate", gold, "--engine", "grammar", "--engine", "llm", "--json").stdout)
    assert found["llm.v1:fake"]["all"]["date"] == 0.0 and found["llm.v1:fake"]["cost"]["kept"] == 2 and found["grammar"]["cost"] is None
    assert len(model.asked) == asked


def test_groups_stand_engine_beside_engine(gold: Path, model: FakeModel) -> None:
    done = run("evaluate", gold, "--engine", "grammar", "--engine", "llm", "--by", "kind")
    rows = [line.split()[:3] for line in done.stdout.splitlines() if line.startswith(("  grammar", "  llm"))]
    assert rows[:4] == [["grammar", "order", "1/1"], ["llm.v1:fake", "order", "1/1"], ["grammar", "delivery", "1/1"], ["llm.v1:fake", "delivery", "0/1"]]


def test_nothing_is_sent_to_foresee_the_cost(gold: Path, model: FakeModel) -> None:
    done = run("evaluate", gold, "--engine", "grammar", "--engine", "llm", "--dry-run")
    assert "grammar: costs nothing" in done.stdout and "EUR" in done.stdout and not model.asked


def test_answers_of_a_batch_file_are_scored(gold: Path, tmp_path: Path) -> None:
    prompts, answers, kept = (tmp_path / f"{n}.jsonl" for n in ("prompts", "answers", "kept"))
    run("llm", "export", "--gold", gold, "-o", prompts)
    good = GoldModel(load_gold(gold))
    asked = [json.loads(line) for line in prompts.open(encoding="utf-8")]
    assert [r["custom_id"] for r in asked] == ["one#1", "two#1"] and "Published: 2022-06-01" in asked[0]["body"]["messages"][1]["content"]
    answers.write_text("".join(json.dumps({"custom_id": r["custom_id"], "content": good(r["body"])}) + "\n" for r in asked), encoding="utf-8")
    assert "2/2" in run("evaluate", gold, "--answers", answers, "--predictions", kept).stdout
    assert {json.loads(line)["engine"] for line in kept.open(encoding="utf-8")} == {"llm.v1:answers"}
    assert "llm.v1:answers" in run("evaluate", gold, "--engine", "grammar", "--answers", answers).stdout


def test_only_what_the_grammar_thinks_worth_it_is_exported_for_both(gold: Path, tmp_path: Path) -> None:
    prompts = tmp_path / "prompts.jsonl"
    run("llm", "export", "--gold", gold, "--engine", "grammar+llm", "-o", prompts)
    (asked,) = (json.loads(line) for line in prompts.open(encoding="utf-8"))
    answers = tmp_path / "answers.jsonl"
    answers.write_text(json.dumps({"custom_id": asked["custom_id"], "content": GoldModel(load_gold(gold))(asked["body"])}), encoding="utf-8")
    docs = tmp_path / "docs.jsonl"
    docs.write_text(json.dumps({"id": "one", "text": TEXT, "lang": "en", "published": "2022-06-01"}), encoding="utf-8")
    done = run("llm", "import", answers, "--docs", docs, "--engine", "grammar+llm", "--format", "jsonl")
    alike = {told(claim) for claim in claims_of(run("read", docs, "--format", "jsonl").stdout)}
    joined = claims_of(done.stdout)
    assert {told(c) for c in joined} >= {("order", "done", "2021"), ("delivery", "done", "2022-05")} and ("order", "done", "2021") in alike
    assert all(c["engine"] == ("grammar+llm.v1:unknown" if told(c) in alike else "llm.v1:unknown") for c in joined)


def test_two_engines_are_compared_claim_by_claim(gold: Path, model: FakeModel) -> None:
    done = run("compare-engines", "grammar", "llm", gold)
    assert "A is grammar" in done.stdout and "B is llm.v1:fake" in done.stdout
    rows = [json.loads(line) for line in run("compare-engines", "grammar", "llm", gold, "-f", "jsonl").stdout.splitlines()]
    assert [(r["told"], r["better"], r["gold"]["kinds"]) for r in rows] == [("both", "A", ["order"]), ("only A", "A", ["delivery"])]
    assert rows[0]["wrong_a"] == [] and any(w.startswith("date") and "2021" in w for w in rows[0]["wrong_b"])
    assert rows[1]["b"] is None and rows[1]["a"]["engine"] == "grammar"
    assert len(run("compare-engines", "grammar", "llm", gold, "--only", "only-a", "-f", "jsonl").stdout.splitlines()) == 1
    assert run("compare-engines", "grammar", "grammar", gold, "-f", "jsonl").stdout == ""
    assert len(run("compare-engines", "grammar", "grammar", gold, "--all", "-f", "csv").stdout.splitlines()) == 3


@pytest.mark.parametrize("words", [("evaluate", "--engine", "nonsense"), ("evaluate", "--budget", "3"), ("evaluate", "--answers", "nowhere.jsonl")])
def test_what_cannot_be_is_told_in_a_line(gold: Path, words: tuple[str, ...]) -> None:
    from wektor.model import InputError

    command, *options = words
    done = RUN.invoke(app, [command, str(gold), *options])
    assert isinstance(done.exception, InputError) and "\n" not in str(done.exception)
