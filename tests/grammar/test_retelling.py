"""What is told again: one telling stays, with the date that the other gives, in a time that grows with the text alone."""

import time

from wektor.grammar.retelling import retell
from wektor.model import Actor, Draft, Span


def told(start: int, state: str = "POL", confidence: float = 0.5, **more: object) -> Draft:
    actor = Actor(id=f"state:{state}", name=state, state=state, text=state, start=start, end=start + 3)
    return Draft(kind="order", status="done", roles={"recipient": (actor,)}, evidence=(Span(start, start + 3),), confidence=confidence, **more)  # type: ignore[arg-type]


TEXT = "A headline\n\n" + "Poland. " * 20


def test_the_surer_telling_stays_in_its_place_and_takes_the_date() -> None:
    first, other = told(20, confidence=0.9), told(40, date="2021", date_span=Span(40, 42))
    [kept] = retell([told(12, "KEN"), other, first], TEXT)[1:]
    assert kept.evidence == (Span(20, 23), Span(40, 43)) and kept.date == "2021"


def test_other_actors_and_other_dates_are_no_repetition_nor_are_two_of_one_sentence() -> None:
    drafts = [told(20), told(40, "KEN"), told(60, date="2021"), told(80, date="2022"), told(20)]
    assert [d.date for d in retell(drafts, TEXT)] == ["2021", None, "2022"]


def test_a_headline_gives_way_to_the_text_below() -> None:
    head = Draft(kind="order", status="planned", roles={}, evidence=(Span(0, 10),))
    assert retell([head, told(20)], TEXT) == [told(20)]
    assert retell([head], TEXT) == [head]


def test_a_long_text_is_no_burden() -> None:
    drafts = [told(12 + n, f"S{n}") for n in range(8_000)]
    started = time.process_time()
    assert len(retell(drafts, TEXT)) == 8_000
    assert time.process_time() - started < 3
