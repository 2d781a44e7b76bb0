"""The model over the network, against a real server on loopback that plays scripts."""

import json
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from wektor.app.asking import AskingPipeline
from wektor.engines.llm.settings import Secret, Settings
from wektor.model import Document, StoppedError
from wektor.testing import FakeModel, Play, Reply, Skills

pytest.importorskip("openai")
ARTICLE = Document(id="one", text="Nigeria ordered 24 M-346 jets from Leonardo in 2021.", lang="en")
GOOD = json.dumps({"claims": [{"kind": "order", "status": "done", "date": "2021", "evidence": [ARTICLE.text],
                               "roles": {"supplier": ["Leonardo"], "recipient": ["Nigeria"], "item": ["M-346 jets"]}}]})  # fmt: skip


def pipeline(model: FakeModel, cache: Path, **changes: object) -> AskingPipeline:
    """A pipeline that asks the fake."""
    return AskingPipeline(Settings(model.url, "fake", Secret("a-secret-key"), **{"cache": cache, "retries": 3, "timeout": 5.0, "pause": 0.01} | changes))


def copy(document: Document, number: int) -> Document:
    """The document with a word more."""
    return msgspec.structs.replace(document, id=f"{document.id}-{number}", text=f"{document.text} Number {number}.")


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
    (401, "401: the key is not accepted"), (Reply(status=429, code="insufficient_quota"), "the account has no credit"), (503, "the endpoint answers 503"), (418, "does not take such requests"),
    ({"choices": []}, "no answer of the protocol"), ({"choices": None}, "no answer of the protocol"), (Reply(body=b"<html>502</html>"), "no answer of the protocol"), (Reply(hangs_up=True), "connection broke"),
    (Reply(content=None, refusal="I will\nnot"), "the model refused: I will not"), (Reply(content="", finish="content_filter"), "the provider's filter"), ("", "the answer is empty"),
    ("I cannot.", "lists no claims")])  # fmt: skip
def test_a_failure_that_stays_is_told_with_its_place_and_the_document_failed(tmp_path: Path, reply: Play, told: str) -> None:
    with FakeModel(reply) as model:
        asking = pipeline(model, tmp_path, retries=1)
        reading = asking.read(ARTICLE)
        (complaint,) = asking.complaints()
    assert reading.claims == () and reading.state == "failed"
    assert complaint.startswith("not read one#1: paragraph 1 (characters 0 to 52): ") and told in complaint
    assert told in next(reading.gaps())


def test_silence_ends_in_a_time_out(tmp_path: Path) -> None:
    with FakeModel(2.0) as model:
        asking = pipeline(model, tmp_path, retries=0, timeout=0.2)
        assert asking.read(ARTICLE).claims == ()
    assert "silent for too long" in next(asking.complaints())
    assert asking.llm.cost().lost == 1


@pytest.mark.parametrize(("skills", "last"), [
    (Skills(), "json_schema"), (Skills(schema=False), "tool"), (Skills(schema=False, tools=False), "json_object"), (Skills(schema=False, tools=False, json=False), "plain")])  # fmt: skip
@pytest.mark.parametrize("stream", [False, True])
def test_structure_is_asked_for_as_the_endpoint_takes_it_and_that_is_remembered(tmp_path: Path, skills: Skills, last: str, stream: bool) -> None:
    with FakeModel(GOOD, skills=skills) as model:
        first = pipeline(model, tmp_path, stream=stream).read(ARTICLE)
        second = pipeline(model, tmp_path, stream=stream).read(msgspec.structs.replace(ARTICLE, text=f"{ARTICLE.text} Another one."))
        form = model.asked[-1].get("response_format", {}).get("type") or ("tool" if "tools" in model.asked[-1] else "plain")
        steps = ["json_schema", "tool", "json_object", "plain"].index(last)
        assert form == last and len(model.asked) == steps + 2
        assert len(first.claims) == len(second.claims) == 1


def test_a_form_that_is_set_is_the_only_one(tmp_path: Path) -> None:
    with FakeModel(GOOD, skills=Skills(tools=False)) as model:
        assert len(pipeline(model, tmp_path, mode="plain").read(ARTICLE).claims) == 1
        assert "response_format" not in model.asked[0] and "tools" not in model.asked[0]
        assert pipeline(model, tmp_path / "tool", mode="tool").read(ARTICLE).state == "failed"


@pytest.mark.parametrize("named", ["max_tokens", "temperature", "seed"])
def test_a_field_that_the_endpoint_names_is_left_out_or_called_otherwise(tmp_path: Path, named: str) -> None:
    def picky(body: dict[str, Any]) -> Play:
        return Reply(status=400, content=f"Unsupported parameter: '{named}' is not supported with this model.") if named in body else GOOD

    with FakeModel(answer=picky) as model:
        assert len(pipeline(model, tmp_path).read(ARTICLE).claims) == 1
        assert "response_format" in model.asked[-1] and len(model.asked) == 2
        assert ("max_completion_tokens" in model.asked[-1]) == (named == "max_tokens")


def test_streams_without_an_end_are_cut_and_what_came_is_kept(tmp_path: Path) -> None:
    endless = Reply(content=GOOD.removesuffix("]}"), endless=', {"kind": "order"}')
    for stream in (True, False):
        with FakeModel(endless, '{"claims": []}') as model:
            reading = pipeline(model, tmp_path / str(stream), stream=stream).read(ARTICLE)
            assert len(reading.claims) == 1 and reading.state == "read"
            assert "listed already" in model.asked[1]["messages"][1]["content"]


def test_an_answer_that_drips_is_cut_when_patience_ends(tmp_path: Path) -> None:
    with FakeModel(Reply(content=GOOD, drip=0.02), '{"claims": []}') as model:
        started = time.monotonic()
        pipeline(model, tmp_path, timeout=0.1, retries=0).read(ARTICLE)
        assert time.monotonic() - started < 3


def test_a_pause_that_the_endpoint_asks_for_is_kept_by_all_hands(tmp_path: Path) -> None:
    times: list[float] = []

    def answer(body: dict[str, Any]) -> Play:
        times.append(time.monotonic())
        return Reply(status=429, retry_after="1") if len(times) == 1 else GOOD

    with FakeModel(answer=answer) as model:
        asking = pipeline(model, tmp_path)
        for document in asking.ahead([copy(ARTICLE, n) for n in range(3)], lambda d: d):
            assert asking.read(document).state == "read"
        assert max(times) - times[0] >= 1.0


def together(count: int) -> Callable[[dict[str, Any]], Play]:
    """Answers when so many ask at once, and else not at all."""
    gate = threading.Barrier(count, timeout=30)

    def answer(body: dict[str, Any]) -> Play:
        gate.wait()
        return GOOD

    return answer


def test_so_many_calls_a_minute_go_out_and_so_many_at_once(tmp_path: Path) -> None:
    documents = [copy(ARTICLE, n) for n in range(8)]
    with FakeModel(answer=together(4)) as model:
        asking = pipeline(model, tmp_path, concurrency=4, timeout=60.0)
        assert all(asking.read(document).state == "read" for document in asking.ahead(documents, lambda d: d))
        assert model.busiest == 4
    with FakeModel(GOOD) as model:
        asking = pipeline(model, tmp_path / "slow", requests_per_minute=1200, concurrency=4)
        started = time.monotonic()
        for document in asking.ahead(documents, lambda d: d):
            asking.read(document)
        assert time.monotonic() - started >= 7 * 0.05


def test_an_endpoint_that_serves_nobody_stops_the_run(tmp_path: Path) -> None:
    with FakeModel(401) as model:
        asking = pipeline(model, tmp_path)
        states = [asking.read(copy(ARTICLE, n)).state for n in range(3)]
        with pytest.raises(StoppedError, match="the key is not accepted"):
            asking.read(copy(ARTICLE, 9))
        assert states == ["failed"] * 3 and len(model.asked) == 3


def test_the_same_article_is_asked_once_at_once(tmp_path: Path) -> None:
    with FakeModel(GOOD, latency=0.1) as model:
        asking = pipeline(model, tmp_path, concurrency=3)
        twins = [msgspec.structs.replace(ARTICLE, id=f"twin-{n}") for n in range(3)]
        assert [len(asking.read(d).claims) for d in asking.ahead(twins, lambda d: d)] == [1, 1, 1]
        assert len(model.asked) == 1 and asking.llm.cost().kept == 2


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
        asking.llm.close()
        kept = "".join(p.read_text(encoding="utf-8") + p.name for p in tmp_path.rglob("*") if p.is_file())
        settings = asking.llm.settings
        assert "a-secret-key" not in kept + repr(settings) + "".join(asking.complaints()) + json.dumps(model.asked)
