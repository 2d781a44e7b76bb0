"""The model over the network, against a real server on loopback that plays scripts."""

import json
from pathlib import Path

import pytest

from wektor.app.asking import AskingPipeline
from wektor.engines.llm.settings import Secret, Settings
from wektor.model import Document
from wektor.testing import FakeModel

pytest.importorskip("openai")
ARTICLE = Document(id="one", text="Nigeria ordered 24 M-346 jets from Leonardo in 2021.", lang="en")
GOOD = json.dumps({"claims": [{"kind": "order", "status": "done", "date": "2021", "evidence": [ARTICLE.text],
                               "roles": {"supplier": ["Leonardo"], "recipient": ["Nigeria"], "item": ["M-346 jets"]}}]})  # fmt: skip


def pipeline(model: FakeModel, cache: Path, **changes: object) -> AskingPipeline:
    """A pipeline that asks the fake."""
    return AskingPipeline(Settings(model.url, "fake", Secret("a-secret-key"), **{"cache": cache, "retries": 3, "timeout": 5.0} | changes))


def test_a_good_answer_becomes_claims_and_is_paid_once(tmp_path: Path) -> None:
    with FakeModel(GOOD) as model:
        for _ in range(2):
            reading = pipeline(model, tmp_path).read(ARTICLE)
            assert [c.kind for c in reading.claims] == ["order"] and not reading.rejected
            assert reading.claims[0].engine == "llm.v1:fake"
        assert len(model.asked) == 1
        assert model.asked[0]["temperature"] == 0 and model.asked[0]["response_format"]["type"] == "json_schema"


@pytest.mark.parametrize("failures", [[429], [500, 503], [429, 502, 429]])
def test_failures_that_pass_are_waited_out(tmp_path: Path, failures: list[int]) -> None:
    with FakeModel(*failures, GOOD) as model:
        assert len(pipeline(model, tmp_path).read(ARTICLE).claims) == 1
        assert len(model.asked) == len(failures) + 1


@pytest.mark.parametrize(("reply", "told"), [
    (401, "AuthenticationError (401)"), (503, "InternalServerError (503)"), ("", "the answer is empty"), ({"choices": []}, "the answer is empty"), ({"choices": None}, "empty"),
    ({"choices": [{"index": 0, "message": {"role": "assistant", "content": None, "refusal": "I will not"}}]}, "the model refused: I will not")])  # fmt: skip
def test_a_failure_that_stays_is_told_and_nothing_is_kept(tmp_path: Path, reply: object, told: str) -> None:
    with FakeModel(reply) as model:
        asking = pipeline(model, tmp_path, retries=1)
        assert asking.read(ARTICLE).claims == ()
        (complaint,) = asking.complaints()
    assert complaint.startswith("not read one#1: ") and told in complaint
    assert not list(tmp_path.iterdir())


def test_silence_ends_in_a_time_out(tmp_path: Path) -> None:
    with FakeModel(2.0) as model:
        asking = pipeline(model, tmp_path, retries=0, timeout=0.2)
        assert asking.read(ARTICLE).claims == ()
    assert "APITimeoutError" in next(asking.complaints())


def test_an_endpoint_without_json_schema_is_asked_without(tmp_path: Path) -> None:
    with FakeModel(answer=lambda body: 400 if "response_format" in body else GOOD) as model:
        asking = pipeline(model, tmp_path)
        assert len(asking.read(ARTICLE).claims) == 1
        asking.read(Document(id="two", text="Another text.", lang="en"))
        assert ["response_format" in body for body in model.asked] == [True, False, False]


def test_one_failed_document_loses_no_other(tmp_path: Path) -> None:
    other = Document(id="two", text=f"{ARTICLE.text} It was a Monday.", lang="en")
    with FakeModel(answer=lambda body: 401 if "Monday" in body["messages"][1]["content"] else GOOD) as model:
        asking = pipeline(model, tmp_path)
        assert [len(asking.read(d).claims) for d in (other, ARTICLE)] == [0, 1]


def test_the_key_is_shown_to_nobody(tmp_path: Path) -> None:
    with FakeModel(GOOD, 401) as model:
        asking = pipeline(model, tmp_path)
        asking.read(ARTICLE)
        asking.read(Document(id="two", text="Another text.", lang="en"))
        kept = "".join(p.read_text(encoding="utf-8") + p.name for p in tmp_path.iterdir())
        settings = asking.llm.ask.settings
        assert "a-secret-key" not in kept + repr(settings) + "".join(asking.complaints()) + json.dumps(model.asked)
