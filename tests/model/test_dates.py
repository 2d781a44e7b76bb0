"""Which readings of a date an event of a status can bear."""

import pytest

from wektor.model.dates import bearable, tense_of

DAY = "2024-05-20"


@pytest.mark.parametrize(("date", "tense"), [
    ("2024-04", "gone"), ("2024-05", "open"), ("2024", "open"), ("2024-06", "coming"), ("../2025", "open"), ("2023/..", "open"), ("2025/..", "coming"), ("spring", "unplaced")])  # fmt: skip
def test_a_date_lies_before_about_or_after_publication(date: str, tense: str) -> None:
    assert tense_of(date, DAY) == tense
    assert tense_of(date, None) == "unplaced"


@pytest.mark.parametrize(("readings", "status", "left"), [
    (["2024-03", "2025-03"], "done", ["2024-03"]),
    (["2024-03", "2025-03"], "ongoing", ["2024-03"]),
    (["2024-03", "2025-03"], "planned", ["2025-03", "2024-03"]),  # due then, or planned then
    (["2024-03", "2025-03"], "denied", ["2024-03"]),
    (["2024-03", "2025-03"], "ended", ["2024-03"]),
    (["2025-03"], "done", []),
    (["2024-05/2026-01"], "done", []),  # what is done did not begin today and last for years
    (["2024-05/2026-01"], "planned", ["2024-05/2026-01"]),
    (["2025-03"], "ended", ["2025-03"]),  # what was called off may have been due
    (["2023"], "planned", ["2023"]),  # the plan may be old
    (["2024-05", "2025-05"], "planned", ["2024-05"]),
    (["../2029", "2029"], "planned", ["../2029", "2029"]),
    (["2023-09/..", "2024-09/..", "2023-09"], "planned", ["2024-09/..", "2023-09/..", "2023-09"]),
    (["2023/..", "2023"], "ongoing", ["2023/..", "2023"]),
    (["../2023-05", "../2024-06"], "ongoing", ["../2024-06"]),  # what goes on did not last until last year
    (["2023-05", "1989-05"], "done", ["2023-05", "1989-05"]),  # of publication's year or the story's
    ([], "done", [])])  # fmt: skip
def test_what_is_done_lies_not_ahead_and_what_is_planned_may_have_been_planned_before(readings: list[str], status: str, left: list[str]) -> None:
    assert bearable(readings, status, DAY) == left


def test_without_a_day_of_publication_every_reading_may_hold() -> None:
    assert bearable(["2024-03?", "2025-03?"], "done", None) == ["2024-03?", "2025-03?"]
