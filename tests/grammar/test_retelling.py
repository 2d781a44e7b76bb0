"""What is told again: one telling stays, with the date that the other gives, in a time that grows with the text alone."""

import time

from wektor.grammar.retelling import retell as gather
from wektor.model import Actor, Draft, Equipment, Filler, Quantity, Span


def told(start: int, state: str = "POL", confidence: float = 0.5, **more: object) -> Draft:
    actor = Actor(id=f"state:{state}", name=state, state=state, text=state, start=start, end=start + 3)
    return Draft(kind="order", status="done", roles={"recipient": (actor,)}, evidence=(Span(start, start + 3),), confidence=confidence, **more)  # type: ignore[arg-type]


def retell(drafts: list[Draft], text: str = "", anew: bool = False) -> list[Draft]:
    return gather(drafts, text or TEXT, {"corvette": "warship", "warship": "ship"}, lambda _: anew)


def force(start: int, state: str = "POL") -> Actor:
    return Actor(id=f"org:navy-of-{state.lower()}", name=f"Navy of {state}", state=state, text="the navy", start=start, end=start + 3)


def thing(start: int, name: str, cls: str, typed: bool = False) -> Equipment:
    return Equipment(id=f"eq:{name}" if typed else f"class:{cls}", name=name, cls=cls, text=name, start=start, end=start + 1)


def order(start: int, item: Equipment, *roles: tuple[str, Filler], status: str = "done", own: bool = True, **more: object) -> Draft:
    """An order of a sentence that begins at ``start``; what is not its ``own`` was named before."""
    recipient = Actor(id="state:POL", name="POL", state="POL", text="Poland", start=start if own else 0, end=start + 1 if own else 1)
    filled = {"recipient": (recipient,), "item": (item,), **{role: (filler,) for role, filler in roles}}
    return Draft(kind="order", status=status, roles=filled, evidence=(Span(start, start + 9),), **more)  # type: ignore[arg-type]


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


def test_a_state_for_its_force_and_a_class_for_a_type_tell_the_same_again_but_not_the_other_way_round() -> None:
    first = order(20, thing(21, "Ada", "corvette", typed=True), ("recipient", force(20)), date="2021-05", date_span=Span(22, 23))
    later = order(40, thing(41, "ship", "ship"))
    assert retell([first, later]) == [first]
    assert len(retell([order(20, thing(21, "ship", "ship")), order(40, thing(41, "Ada", "corvette", typed=True))])) == 2
    assert len(retell([first, order(40, thing(41, "tank", "tank"))])) == 2


def test_other_dates_and_numbers_and_words_for_more_tell_of_another() -> None:
    number, other = (Quantity(value=n, unit="pieces", text=str(n), start=at, end=at + 1) for n, at in ((20, 23), (12, 43)))
    first = order(20, thing(21, "Ada", "corvette", typed=True), ("quantity", number), date="2019", date_span=Span(24, 25))
    again = order(40, thing(41, "ship", "ship"))
    assert len(retell([first, order(40, thing(41, "ship", "ship"), ("quantity", other))])) == 2
    assert len(retell([first, order(40, thing(41, "ship", "ship"), date="2021", date_span=Span(44, 45))])) == 2
    assert len(retell([first, again], anew=True)) == 2
    assert len(retell([first, again])) == 1


def test_another_status_is_news_unless_the_words_point_back() -> None:
    first = order(20, thing(21, "Ada", "corvette", typed=True), date="2021", date_span=Span(22, 23))
    item = thing(41, "ship", "ship")
    assert len(retell([first, order(40, item, status="planned")])) == 2
    assert retell([first, order(40, item, status="planned", own=False)]) == [first]
    assert len(retell([first, order(40, item, status="ended", own=False)])) == 2
    meant = order(20, thing(21, "Ada", "corvette", typed=True), status="planned")
    assert len(retell([meant, order(40, item, own=False)])) == 2


def test_what_the_other_telling_alone_fills_is_taken_with_its_sentence() -> None:
    number = Quantity(value=4, unit="pieces", text="four", start=43, end=44)
    first, later = order(20, thing(21, "Ada", "corvette", typed=True)), order(40, thing(41, "ship", "ship"), ("quantity", number))
    [kept] = retell([first, later])
    assert kept.roles["quantity"] == (number,) and kept.evidence == (Span(20, 29), Span(40, 49)) and kept.roles["item"] == first.roles["item"]


def test_a_long_text_of_one_state_is_no_burden() -> None:
    drafts = [order(20 + n * 10, thing(21 + n * 10, "Ada", "corvette"), date=str(1000 + n), date_span=Span(24 + n * 10, 25 + n * 10)) for n in range(1_500)]
    started = time.process_time()
    assert len(retell(drafts)) == 1_500
    assert time.process_time() - started < 5


def test_each_rung_of_localisation_is_a_claim_of_its_own() -> None:
    actor = Actor(id="state:POL", name="POL", state="POL", text="Poland", start=20, end=21)

    def made(start: int, attribute: str) -> Draft:
        roles: dict[str, tuple[Filler, ...]] = {"producer": (actor,), "item": (thing(start, "Ada", "corvette", typed=True),)}
        return Draft(kind="production", attribute=attribute, status="planned", roles=roles, evidence=(Span(start, start + 9),))

    assert len(retell([made(20, "assembly"), made(40, "manufacture")])) == 2
    assert len(retell([made(20, "licence"), made(40, "manufacture")])) == 1
