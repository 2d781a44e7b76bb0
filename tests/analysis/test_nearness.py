"""What is nearest to a day: whatever is left out is farther than what is told."""

import random

from wektor.analysis.nearness import Nearness
from wektor.model.outlines import Outline


def outline(number, first, last):
    return Outline(f"d-{number:03d}", "order", "ordered", (), (), (), (), None, None, first, last, None, None, None, "", None, 0, (), (None, None))


def test_all_steps_between_the_bounds_are_steps_of_what_was_found():
    chance = random.Random(4)
    held = {}
    for number in range(300):
        days = sorted(f"20{chance.randint(10, 29)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}" for _ in range(chance.randint(1, 4)))
        held[f"d-{number:03d}"] = (outline(number, days[0], days[-1]), days)
    for many in (5, 40, 200):
        near = Nearness((o for o, _ in held.values()), "2020-06-30").nearest(many)
        assert not near.whole or many == 200
        for id, (_, days) in held.items():
            assert id in near.ids or not any(near.spans(day) for day in days), (many, id, days)


def test_what_bears_no_date_is_not_near_and_a_few_are_told_whole():
    near = Nearness([outline(1, None, None), outline(2, "2019", "2022-05")], "2020-01-01").nearest(3)
    assert near.ids == ("d-002",) and near.whole and near.spans("1990-01-01")
