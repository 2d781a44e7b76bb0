"""A large model as an engine: quotes are found, read anew and grounded. Texts and names are made up or general."""

import json
import unicodedata

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wektor.engines.llm import LlmEngine
from wektor.engines.llm.alignment import Text
from wektor.engines.llm.answer import read_answer
from wektor.engines.llm.batch import Answers, request_lines
from wektor.engines.llm.prompt import instructions
from wektor.grounding import ground
from wektor.lexicon.loading import language_codes
from wektor.model import KINDS, Claim, Document, Rejected, Span

TEXT = ("Oslo, 3 May – Norway ordered 54 K9 howitzers from South Korea in December 2022 for 180 million dollars. "
        "The first — “six in all” — were delivered to the Norwegian Army last month.\n\n"
        "Portugal has not ordered any howitzers from Turkey.")  # fmt: skip
ARTICLE = Document(id="made-up", text=TEXT, lang="en", published="2024-05-03")
ORDER = {"kind": "order", "status": "done", "date": "in December 2022",
         "roles": {"supplier": ["South Korea"], "recipient": ["Norway"], "item": ["K9 howitzers"], "quantity": ["54"], "value": ["180 million dollars"]},
         "evidence": ["Norway ordered 54 K9 howitzers from South Korea"]}  # fmt: skip


def read(*claims: dict, document: Document = ARTICLE) -> list[Claim | Rejected]:
    """What becomes of an answer with these claims."""
    engine = LlmEngine(lambda _: json.dumps({"claims": claims}), "made-up-model")
    return [ground(draft, document, engine.desk) for draft in engine.draft(document)]


def reason(**changes: object) -> str:
    """Why the altered order is refused; empty if it is not."""
    (result,) = read(ORDER | changes)
    return result.reason if isinstance(result, Rejected) else ""


def test_quotes_become_a_grounded_claim() -> None:
    (claim,) = read(ORDER)
    assert isinstance(claim, Claim)
    assert (claim.engine, claim.kind, claim.date) == ("llm.v1:made-up-model", "order", "2022-12")
    assert {role: fs[0].text for role, fs in claim.roles.items()} == {
        "supplier": "South Korea", "recipient": "Norway", "item": "K9 howitzers", "quantity": "54", "value": "180 million dollars"}  # fmt: skip
    assert claim.roles["supplier"][0].name == "KOR"
    assert claim.roles["value"][0].amount == 180_000_000
    assert claim.evidence.text == TEXT[claim.evidence.start : claim.evidence.end]


@pytest.mark.parametrize("roles", [{"supplier": ["Sweden"]}, {"item": ["K2 howitzers"]}, {"quantity": ["45"]}, {"quantity": ["5"]}, {"value": ["190 million dollars"]},
                                   {"value": ["80 million dollars"]}])  # fmt: skip
def test_what_the_text_does_not_say_is_refused(roles: dict) -> None:
    assert "does not stand in the text" in reason(roles=ORDER["roles"] | roles)


def test_a_number_of_pieces_is_no_number_of_people() -> None:
    engine = LlmEngine(lambda _: json.dumps({"claims": [ORDER]}), "m")
    (draft,) = engine.draft(ARTICLE)
    people = msgspec.structs.replace(draft, roles=draft.roles | {"quantity": (msgspec.structs.replace(draft.roles["quantity"][0], unit="people"),)})
    result = ground(people, ARTICLE, engine.desk)
    assert isinstance(result, Rejected) and "counts no people" in result.reason


def test_an_invented_quote_or_date_is_refused() -> None:
    assert "a quote of the evidence" in reason(evidence=["Norway ordered 55 K9 howitzers from South Korea"])
    assert reason(evidence=[])
    assert "no EDTF" in reason(date="in December 2023")


def test_a_flow_turned_round_is_refused_and_so_is_a_denial_told_as_a_deed() -> None:
    assert "in the evidence" in reason(roles=ORDER["roles"] | {"supplier": ["Norway"], "recipient": ["South Korea"]})
    denied = {"kind": "order", "status": "done", "roles": {"recipient": ["Portugal"], "supplier": ["Turkey"], "item": ["howitzers"]}, "evidence": ["ordered any howitzers"]}
    (result,) = read(denied)
    assert isinstance(result, Rejected)
    assert "denied" in result.reason


def test_evidence_is_widened_to_the_sentence_so_that_no_negation_is_left_out() -> None:
    assert Text(TEXT).evidence("Portugal has ordered any howitzers") == ()
    (result,) = read({"kind": "order", "status": "denied", "roles": {"recipient": ["Portugal"], "item": ["howitzers"]}, "evidence": ["ordered any howitzers"]})
    assert isinstance(result, Claim)
    assert "has not ordered" in result.evidence.text


@pytest.mark.parametrize("quote", [
    'The first - "six in all" - were delivered', "the first — “six in all” — WERE delivered", "The first  …  were delivered to the Norwegian Army", "“The first — “six in all””",
    "The\u00a0first —\n“six in all”", "for 180 million dollars.Portugal has not ordered any howitzers", "were delivered to the Norwegian Army last month.” Portugal has not ordered", "Norway ordered 54 K9 howitzers from South Korea in December 2022 for 180 million dollars. Portugal has not ordered any howitzers from Turkey."])  # fmt: skip
def test_quotes_that_models_mangle_are_found(quote: str) -> None:
    assert Text(TEXT).evidence(quote)


@pytest.mark.parametrize("quote", ["4 K9", "180 million dollar", "K 9 howitzers", "The first … has been delivered", "180 millions", "way ordered", "Norway ordered fifty-four"])
def test_no_letter_digit_or_word_is_ever_replaced(quote: str) -> None:
    assert Text(TEXT).evidence(quote) == ()


@pytest.mark.parametrize("quote", ["İSTANBUL'DA IŞIK YANDI", "ISTANBUL'DA IŞIK YANDI", "istanbul'da ışık yandı", "I\u0307stanbul'da ışık yandı"])
def test_a_dot_on_an_i_is_a_matter_of_case(quote: str) -> None:
    assert Text("Dün İstanbul'da ışık yandı.").evidence(quote) == (Span(4, 26),)


def test_a_name_is_rather_taken_where_it_stands_alone_than_inside_another() -> None:
    text = "Sales to Israel ended. Israel Weapon Industries and Vietnam held talks on rifles."
    talks = {"kind": "talks", "status": "done", "roles": {"party": ["Israel", "Vietnam"], "item": ["rifles"]}, "evidence": ["Israel Weapon Industries and Vietnam held talks on rifles."]}
    (claim,) = read(talks, document=Document(id="i", text=text, lang="en"))
    assert isinstance(claim, Claim) and [f.id for f in claim.roles["party"]] == ["state:ISR", "state:VNM"]


def test_a_done_deed_is_not_dated_after_its_telling() -> None:
    due = Document(id="due", text="Norway ordered six K2 tanks from South Korea; the tanks are to reach Norway in 2026.", lang="en", published="2024-05-03")
    delivery = {"kind": "delivery", "status": "done", "date": "2026", "roles": {"recipient": ["Norway"], "item": ["K2 tanks"]}, "evidence": [due.text]}
    (refused,), (claim,) = read(delivery, document=due), read(delivery | {"status": "planned"}, document=due)
    assert isinstance(refused, Rejected) and refused.reason == "“2026” is not 2026 of something done, told on 2024-05-03"
    assert isinstance(claim, Claim) and claim.date == "2026"


def test_part_of_a_number_is_not_the_number() -> None:
    text = Text("They bought 3,500 rounds and 1.5 million shells.")
    assert not text.places("500") and not text.places("3") and not text.places("5 million")
    assert text.places("3,500")


@given(st.text(alphabet="abcé Żółw«»—-'\n\u00a0\u00ad\u030112", min_size=1, max_size=40), st.integers(0, 30), st.integers(1, 20))
def test_a_place_always_says_what_was_quoted(text: str, start: int, length: int) -> None:
    quote = text[start : start + length]
    for span in Text(text).places(unicodedata.normalize("NFD", quote)):
        assert 0 <= span.start < span.end <= len(text)
        assert [c for c in span.cut(text) if c.isdigit()] == [c for c in quote if c.isdigit()]


def test_whole_claims_are_kept_of_broken_answers() -> None:
    good = json.dumps({"claims": [ORDER, ORDER | {"status": "planned"}]})
    assert len(read_answer(good)) == 2
    assert len(read_answer(f"Here you are:\n```json\n{good}\n```")) == 2
    assert [q.status for q in read_answer(good[:-20])] == ["done"]
    assert len(read_answer(good.replace("]}", "],}"))) == 2
    assert read_answer("I cannot help with that.") == read_answer("") == read_answer('{"claims": null}') == []


@pytest.mark.parametrize("hostile", ["{" * 1_000_000, "[" * 1_000_000, "}{" * 500_000, '{"kind":' * 100_000, '"' * 100_001, "{}" * 400_000])
def test_hostile_answers_end_quickly_with_nothing(hostile: str) -> None:
    assert read_answer(hostile) == []


def test_the_prompt_is_made_of_the_codebook_and_the_pack() -> None:
    for code in language_codes():
        told = instructions(code)
        assert all(f"- {kind}: " in told for kind in KINDS)
        assert "Article: " in told


@pytest.mark.parametrize("wrap", [
    lambda i, c: {"custom_id": i, "content": c},
    lambda i, c: {"custom_id": i, "response": {"status_code": 200, "body": {"model": "m", "choices": [{"message": {"content": c}}]}}}])  # fmt: skip
def test_answers_come_back_by_batch_file(wrap) -> None:
    (line,) = request_lines([ARTICLE], "m")
    asked = json.loads(line)
    assert (asked["method"], asked["url"]) == ("POST", "/v1/chat/completions")
    answers = Answers([json.dumps(wrap(asked["custom_id"], json.dumps({"claims": [ORDER]}))), "no json", "[]"])
    engine = LlmEngine(answers, "m")
    assert len(engine.draft(ARTICLE)) == 1
    assert [n for n, _ in answers.refused] == [2, 3] and not answers.unasked


def test_a_missing_or_refused_answer_is_told_and_nothing_is_lost() -> None:
    failed = {"custom_id": "made-up#1", "response": {"body": {"choices": [{"message": {"content": None, "refusal": "no"}}]}}}
    for lines, why in (([], "no answer is in the file"), ([json.dumps(failed)], "holds no content: no")):
        engine = LlmEngine(Answers(lines), "m")
        assert engine.draft(ARTICLE) == []
        assert engine.unread[0][0] == "made-up#1" and why in engine.unread[0][1]
