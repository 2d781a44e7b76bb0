"""Grammar and model together: what is asked for, and what becomes of what one of them or both tell."""

import json
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from wektor.engines.grammar import GrammarEngine
from wektor.engines.llm.engine import NoAnswer
from wektor.engines.llm.hybrid import JoinedAnswers, join_readings
from wektor.engines.llm.parts import parts_of
from wektor.engines.llm.request import provenance
from wektor.engines.protocol import Missed
from wektor.evaluation import load_gold
from wektor.grounding import ground
from wektor.model import Claim, Document, Draft

ORDER, RAIN = "Nigeria ordered 24 M-346 jets from Leonardo in 2021.", "It rained all day, and the market was closed.\n"
ARTICLE = Document(id="one", text=ORDER, lang="en", published="2022-06-01")
QUOTED = {"kind": "order", "status": "done", "date": "2021", "evidence": [ORDER],
          "roles": {"supplier": ["Leonardo"], "recipient": ["Nigeria"], "item": ["M-346 jets"], "quantity": ["24"]}}  # fmt: skip
desk = GrammarEngine()


class Model:
    """Answers with these claims, and remembers what it was asked."""

    def __init__(self, *claims: dict[str, object]) -> None:
        self.claims, self.asked = claims, list[str]()

    def __call__(self, request) -> str:
        self.asked.append(request.body["messages"][1]["content"])
        return json.dumps({"claims": self.claims})


def read(document: Document, *claims: dict[str, object]) -> list[Draft]:
    """The drafts of both."""
    return JoinedAnswers(Model(*claims), "m").draft(document)


def test_what_both_find_is_surer_and_says_so() -> None:
    (draft,) = read(ARTICLE, QUOTED)
    (alone,) = desk.draft(ARTICLE)
    claim = ground(draft, ARTICLE, desk)
    assert isinstance(claim, Claim) and claim.engine == "grammar+llm.v1:m" == JoinedAnswers(Model(), "m").name
    assert claim.confidence > max(alone.confidence, 0.8)
    assert claim.frame == f"{alone.frame} {provenance('en')}"


def test_what_the_grammar_reads_otherwise_is_doubted_with_both_and_told_once() -> None:
    (draft,) = read(ARTICLE, QUOTED | {"status": "ended", "date": None})
    assert (draft.engine, draft.status) == ("llm.v1:m", "ended")
    assert draft.frame == f"{provenance('en')} against:status=done" and draft.confidence < 0.75


def test_what_the_model_alone_finds_is_its_own() -> None:
    talks = {"kind": "talks", "status": "done", "roles": {"party": ["Nigeria", "Leonardo"]}, "evidence": [ORDER]}
    told = read(ARTICLE, talks, QUOTED)
    assert {d.kind: d.engine for d in told} == {"talks": "llm.v1:m", "order": "grammar+llm.v1:m"}
    assert read(ARTICLE, talks | {"roles": {"party": ["Nigeria", "Sweden"]}})[0].confidence == 0.75


def of(confidence: float) -> list[Draft]:
    """What the grammar reads, with another confidence."""
    return [msgspec.structs.replace(d, confidence=confidence) for d in desk.draft(ARTICLE)]


@pytest.mark.parametrize(("confidence", "missed", "kept"), [
    (0.95, (), [0.66]), (0.7, (), []), (0.7, (Missed(0, 10, "no answer"),), [0.7]), (0.7, (Missed(900, 910, "no answer"),), [])])  # fmt: skip
def test_what_the_grammar_alone_finds_is_kept_if_it_is_sure_or_nobody_else_read_it(confidence: float, missed: Sequence[Missed], kept: list[float]) -> None:
    assert [d.confidence for d in join_readings([], of(confidence), missed, "both")] == kept


def test_a_model_that_does_not_answer_leaves_the_grammars_reading() -> None:
    def silent(request) -> str:
        raise NoAnswer("the endpoint is down")

    engine = JoinedAnswers(silent, "m")
    assert engine.draft(ARTICLE) == desk.draft(ARTICLE)
    assert engine.missed(ARTICLE) and "the endpoint is down" in next(iter(engine.complaints()))


def test_only_what_may_hold_a_claim_is_asked_for() -> None:
    model = Model()
    engine = JoinedAnswers(model, "m")
    assert engine.draft(Document(id="rain", text=RAIN * 30, lang="en")) == [] and not model.asked
    engine.draft(Document(id="late", text=RAIN * 300 + ORDER + "\n" + RAIN * 300, lang="en"))
    (asked,) = model.asked
    assert ORDER in asked.partition("<ARTICLE")[2] and RAIN.strip() not in asked.partition("<ARTICLE")[2]
    assert f"The paragraph before: {RAIN.strip()}" in asked


def test_what_lies_between_is_read_along_where_another_call_would_cost_as_much() -> None:
    near, far = (Document(id="d", text=ORDER + "\n" + RAIN * times + ORDER, lang="en") for times in (20, 200))
    assert len(parts_of(near, desk, within=desk.prospects(near))) == 1
    assert len(parts_of(far, desk, within=desk.prospects(far))) == 2


def test_of_our_own_gold_no_claim_stands_where_nobody_is_asked() -> None:
    for gold in load_gold(Path(__file__).parents[2] / "evals"):
        spans = [p.span for p in parts_of(gold.document, desk, within=desk.prospects(gold.document))]
        assert all(any(s.start <= gold.text.index(c.anchor) < s.end for s in spans) for c in gold.claims)
