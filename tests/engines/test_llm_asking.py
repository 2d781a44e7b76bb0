"""Bad answers lose no run: what each one leads to, which paragraphs were not read, and what is asked when it is run again."""

import json
import threading
from pathlib import Path
from typing import Any

import msgspec
import pytest

from wektor.app.asking import AskingPipeline
from wektor.engines.llm.settings import Secret, Settings
from wektor.model import Document, StoppedError
from wektor.testing import FAILED, SPOILT, FakeModel, Play, Reply, Skills

pytest.importorskip("openai")
FIRST = "Nigeria ordered 24 M-346 jets from Leonardo in 2021."
SECOND = "Portugal received 12 C-390 aircraft from Embraer in May 2023."
FILLER = "Nothing else happened that day, and nobody said why. " * 150
LONG = Document(id="long", text=f"{FIRST}\n{FILLER}\n\n{SECOND}\n{FILLER}", lang="en")
CLAIMS = {
    FIRST: {"kind": "order", "status": "done", "date": "2021", "evidence": [FIRST], "roles": {"supplier": ["Leonardo"], "recipient": ["Nigeria"], "item": ["M-346 jets"]}},
    SECOND: {"kind": "delivery", "status": "done", "date": "May 2023", "evidence": [SECOND], "roles": {"supplier": ["Embraer"], "recipient": ["Portugal"], "item": ["C-390 aircraft"]}},
}  # fmt: skip
SHORT = Document(id="short", text=f"{FIRST} {SECOND}", lang="en")


def article(body: dict[str, Any]) -> str:
    """The words that are asked about."""
    return str(body["messages"][1]["content"]).rpartition("<ARTICLE-")[2]


def good(body: dict[str, Any]) -> str:
    """The right answer."""
    return json.dumps({"claims": [claim for sentence, claim in CLAIMS.items() if sentence in article(body)]})


def again(body: dict[str, Any]) -> bool:
    """Whether something was asked before."""
    words = body["messages"][1]["content"]
    return "could not be used" in words or "listed already" in words


def asking(model: FakeModel, cache: Path, **changes: Any) -> AskingPipeline:
    """A pipeline that asks the fake, in a hurry."""
    return AskingPipeline(Settings(model.url, "fake", Secret("k"), **{"cache": cache, "retries": 3, "timeout": 0.5, "pause": 0.01} | changes))


@pytest.mark.parametrize("sort", SPOILT)
def test_a_spoilt_answer_is_mended_by_asking_once_more_or_needs_no_mending(tmp_path: Path, sort: str) -> None:
    def answer(body: dict[str, Any]) -> Play:
        return good(body) if again(body) else SPOILT[sort](good(body))

    with FakeModel(answer=answer) as model:
        reading = asking(model, tmp_path).read(SHORT)
        assert [c.kind for c in reading.claims] == ["order", "delivery"] and reading.state == "read"
        assert len(model.asked) == (1 if sort == "wrapped" else 2)


@pytest.mark.parametrize("sort", FAILED)
def test_a_failed_call_is_made_again(tmp_path: Path, sort: str) -> None:
    def answer(body: dict[str, Any]) -> Play:
        return FAILED[sort](good(body)) if len(model.asked) < 3 else good(body)

    with FakeModel(answer=answer) as model:
        pipeline = asking(model, tmp_path, retries=2)
        assert len(pipeline.read(SHORT).claims) == 2
        assert len(model.asked) == 3 and sum(model.served.values()) == 1
        assert pipeline.llm.cost().calls == 1 and (pipeline.llm.cost().lost > 0) == (sort not in ("busy", "broken", "unavailable"))


@pytest.mark.parametrize(("sort", "told"), [("refused", "the model refused"), ("translated", "no quote of the answer"), ("empty", "is empty"), ("prose", "lists no claims"), ("filtered", "filter")])
def test_a_part_that_stays_bad_leaves_the_others_and_is_told_by_its_paragraphs(tmp_path: Path, sort: str, told: str) -> None:
    def answer(body: dict[str, Any]) -> Play:
        return SPOILT[sort](good(body)) if SECOND in article(body) else good(body)

    with FakeModel(answer=answer) as model:
        reading = asking(model, tmp_path).read(LONG)
        asked = len(model.asked)
        assert reading.state == "partly" and [c.kind for c in reading.claims] == ["order"]
        assert asking(model, tmp_path).read(LONG).state == "partly" and len(model.asked) == asked  # these answers are answers, and were paid
    gaps = list(reading.gaps())
    assert all(told in gap for gap in gaps) and gaps[0].startswith("paragraph 3 (characters ")
    assert any(m.start <= LONG.text.index(SECOND) < m.end for m in reading.missed)


def test_running_again_asks_only_for_what_got_no_answer(tmp_path: Path) -> None:
    def answer(body: dict[str, Any]) -> Play:
        return 503 if SECOND in article(body) and down else good(body)

    down = True
    with FakeModel(answer=answer) as model:
        assert asking(model, tmp_path, retries=0).read(LONG).state == "partly"
        asked, down = len(model.asked), False
        reading = asking(model, tmp_path).read(LONG)
        assert reading.state == "read" and len(reading.claims) == 2
        assert len(model.asked) < asked + 4 and max(model.served.values()) == 1


def test_an_answer_that_goes_round_in_circles_is_split_and_ends(tmp_path: Path) -> None:
    def answer(body: dict[str, Any]) -> Play:
        return Reply(content=good(body), finish="length") if FIRST in article(body) and SECOND in article(body) else good(body)

    both = msgspec.structs.replace(SHORT, text=f"{FIRST}\n{FILLER[:300]}\n{SECOND}\n{FILLER[:300]}")
    with FakeModel(answer=answer) as model:
        reading = asking(model, tmp_path).read(both)
        assert reading.state == "read" and len(reading.claims) == 2
    with FakeModel(answer=lambda body: Reply(content=good(body), finish="length")) as model:
        reading = asking(model, tmp_path / "other").read(both)
        assert reading.state == "failed" and len(reading.claims) == 2 and "cut off" in next(reading.gaps())
        assert len(model.asked) < 20


def test_a_request_that_is_too_long_is_split(tmp_path: Path) -> None:
    with FakeModel(answer=good, skills=Skills(context=3_300)) as model:
        reading = asking(model, tmp_path).read(LONG)
        assert reading.state == "read" and len(reading.claims) == 2
        assert max(len(article(body)) for body in model.asked[-2:]) < 8_000


def test_text_that_no_model_reads_is_split_down_and_told(tmp_path: Path) -> None:
    with FakeModel(answer=good, skills=Skills(context=10)) as model:
        reading = asking(model, tmp_path).read(LONG)
        assert reading.state == "failed" and "too long" in next(reading.gaps())


def test_parts_are_asked_at_once_and_come_in_order(tmp_path: Path) -> None:
    documents = [msgspec.structs.replace(LONG, id=str(n), text=f"{LONG.text} {n}") for n in range(3)]
    gate = threading.Barrier(3, timeout=30)

    def answer(body: dict[str, Any]) -> Play:
        gate.wait()
        return good(body)

    with FakeModel(answer=answer) as model:
        pipeline = asking(model, tmp_path, concurrency=6, timeout=60.0)
        readings = [pipeline.read(d) for d in pipeline.ahead(documents, lambda d: d)]
        assert [r.document.id for r in readings] == ["0", "1", "2"] and all(len(r.claims) == 2 for r in readings)


@pytest.mark.parametrize("count", [True, False])
def test_the_budget_is_never_overdrawn_and_what_is_left_goes_on_later(tmp_path: Path, count: bool) -> None:
    documents = [msgspec.structs.replace(SHORT, id=str(n), text=f"{SHORT.text} {n}") for n in range(40)]
    settings: dict[str, Any] = {"price_in": 1.0, "price_out": 10.0, "longest": 1_000, "concurrency": 4}
    with FakeModel(answer=lambda body: Reply(content=good(body), usage=count)) as model:
        pipeline = asking(model, tmp_path, budget=0.1, **settings)
        done = []
        with pytest.raises(StoppedError, match=r"budget of 0\.10 USD is reached: 0\.0\d+ are spent"):
            for document in pipeline.ahead(documents, lambda d: d):
                done.append(pipeline.read(document))
        spent = pipeline.llm.cost()
        assert 0.06 < spent.money <= 0.1 and spent.calls >= len(done) > 10 and spent.guessed != count
        later = asking(model, tmp_path, **settings)
        assert all(later.read(d).state == "read" for d in documents)
        assert max(model.served.values()) == 1 and later.llm.cost().calls == 40 - spent.calls


def test_what_a_document_costs_is_known(tmp_path: Path) -> None:
    with FakeModel(answer=good) as model:
        pipeline = asking(model, tmp_path, price_in=2.0, price_out=8.0)
        pipeline.read(SHORT)
        pipeline.read(LONG)
        costs, total = pipeline.llm.costs(), pipeline.llm.cost()
    assert (costs["short"].calls, costs["long"].calls) == (1, len(model.asked) - 1)
    assert total.tokens_in == sum(c.tokens_in for c in costs.values()) > 0
    assert total.money == pytest.approx((2 * total.tokens_in + 8 * total.tokens_out) / 1e6)


def test_a_forecast_sends_nothing_and_learns_from_what_was_counted(tmp_path: Path) -> None:
    documents = [msgspec.structs.replace(SHORT, id=str(n), text=f"{SHORT.text} {n}") for n in range(12)]
    with FakeModel(answer=good) as model:
        pipeline = asking(model, tmp_path, price_in=1.0, price_out=1.0)
        first = pipeline.llm.forecast(documents[0])
        assert not model.asked and first.guessed and first.money > 0
        for document in documents[:6]:
            pipeline.read(document)
        pipeline.llm.close()
        later = asking(model, tmp_path, price_in=1.0, price_out=1.0)
        told = [later.llm.forecast(d) for d in documents]
        assert [c.kept for c in told] == [1] * 6 + [0] * 6
        for document in documents[6:]:
            later.read(document)
        real = later.llm.cost()
        assert sum(c.tokens_in for c in told) == pytest.approx(real.tokens_in, rel=0.02)
        assert sum(c.tokens_out for c in told) == pytest.approx(real.tokens_out, rel=0.2)
