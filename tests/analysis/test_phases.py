"""Phases of a relation: found where they are, seldom where there are none, bounded by the dates' own vagueness."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.gold import gold_view
from tests.analysis.makers import HOME, deal, record, stage, view
from wektor.analysis import phases
from wektor.evaluation.gold import load_gold_document
from wektor.model.register import Event

SEED = Path("../shared/seed/seed-pl.json")
LAST = record("c-last", "2024-01-01")


def relation(*moments, more=()):
    """A view of deals of HOME and AAA, one for each (kind, date), last reported on in 2024."""
    held = [deal(f"d-{n}", kind=kind, first=date, stages=(stage("agreed", actual=[date]),)) for n, (kind, date) in enumerate(moments)]
    return view(*held, *more, claims=(LAST,))


QUIET = [("aid", "1992"), ("agreement", "1996"), ("aid", "2001-05"), ("agreement", "2007")]
BUSY = [("venture", f"20{year}-0{month}") for year in (20, 21, 22, 23) for month in (2, 6, 9)]


def test_a_sudden_rise_is_a_phase():
    answer = phases(relation(*QUIET, *BUSY), HOME, "AAA")
    assert [(r.since, r.until, r.moments) for r in answer.rows] == [("1992", "2007", 4), ("2020-02", "2023-09", 12)]
    first, second = answer.rows
    assert (first.name, second.name) == ("aid", "venture")
    assert second.chance > 0.95 and "2007-01-01" <= second.earliest <= "2020-02-01" <= second.latest <= "2020-02-29"
    assert first.chance is None and first.per_year < 0.3 < 2.5 < second.per_year
    assert [i.phase for i in answer.instants] == [0] * 4 + [1] * 12


def test_what_runs_on_ends_no_phase():
    """A delivery of many years begins in its phase; that it goes on through the next is no end of the first."""
    answer = phases(relation(*QUIET, ("aid", "2012/2022"), *BUSY), HOME, "AAA")
    assert [(r.since, r.until) for r in answer.rows] == [("1992", "2012"), ("2020-02", "2023-09")]


def test_few_moments_are_one_phase_and_it_is_said():
    answer = phases(relation(("aid", "1992"), *BUSY[:4]), HOME, "AAA")
    assert len(answer.rows) == 1 and "5 dated moments are too few" in answer.notes[0]
    assert phases(relation(), HOME, "AAA").rows == ()


def test_what_does_not_count_is_left_out():
    more = (deal("d-no", status="denied", stages=(stage("agreed", actual=["2000"]),)), deal("d-never"), deal("d-late", stages=(stage("agreed", ["2030"]),)))
    event = Event(id="e-1", kind="training", status="done", date="../2019", parties=(), states=("AAA", HOME))
    held = relation(*QUIET, *BUSY, more=more)
    answer = phases(view(*held.deals.values(), events=(event,), claims=(LAST,)), HOME, "AAA")
    assert answer.coverage.left_out == {"denied": ("d-no",), "no date": ("d-never",), "after the last report": ("d-late",)}
    assert [(i.first, i.last, i.phase) for i in answer.instants if i.events] == [("1992-01-01", "2019-12-31", 0)]


def test_false_alarms_are_few():
    """Twenty moments strewn evenly: a change is seen in one case of ten; no more than a fifth of the draws."""
    rng, seen = random.Random(4), 0
    for _ in range(60):
        dates = sorted(f"{rng.randrange(1994, 2024)}-{rng.randrange(1, 13):02}" for _ in range(20))
        seen += len(phases(relation(*((rng.choice(["aid", "order", "venture"]), d) for d in dates)), HOME, "AAA").rows) > 1
    assert seen <= 12


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["aid", "order", "venture", "talks"]), st.integers(1990, 2023)), min_size=6, max_size=14), st.randoms())
def test_laws(moments, rng):
    dated = [(kind, str(year)) for kind, year in moments]
    answer = phases(relation(*dated), HOME, "AAA")
    assert sum(r.moments for r in answer.rows) == len(moments) == answer.coverage.deals
    assert all(a.since <= b.since and a.until <= b.until for a, b in zip(answer.rows, answer.rows[1:], strict=False))
    assert all(r.chance >= 0.2 and r.earliest <= r.latest for r in answer.rows[1:])
    assert len(answer.rows) != 2 or answer.rows[1].chance > 0.5
    other = deal("d-other", ("BBB",), stages=(stage("agreed", actual=["2015"]),))
    assert phases(relation(*dated, more=(other,)), HOME, "AAA") == answer
    assert [r.since for r in phases(relation(*dated), "AAA", HOME).rows] == [r.since for r in answer.rows]


def test_two_turns_are_found_and_bounded():
    """Shy beginnings, a turn to joint making in 2011, a rise in 2022: in most draws of such a life both turns are seen and lie within their bounds."""
    rng, seen, kept = random.Random(5), 0, 0
    for _ in range(40):
        moments = [(kind, f"{year}-{rng.randrange(1, 13):02}") for kind, years, rate in (("aid", (1991, 2011), 0.3), ("venture", (2011, 2022), 0.9), ("order", (2022, 2024), 5))
                   for year in range(*years) for _ in range(int(rate) + (rng.random() < rate % 1))]  # fmt: skip
        borders = phases(relation(*sorted(moments, key=lambda m: m[1])), HOME, "AAA").rows[1:]
        found = [[b for b in borders if year - 3 <= int(b.since[:4]) <= year + 2] for year in (2011, 2022)]
        seen += all(found)
        kept += sum(b.earliest <= f"{year}-12-31" and b.latest >= f"{year}-01-01" for own, year in zip(found, (2011, 2022), strict=True) for b in own)
    assert seen >= 28 and kept >= 0.9 * 2 * seen


def test_the_founding_article_has_a_slow_beginning_an_acceleration_and_signs_of_a_turn_between():
    if not SEED.exists():
        pytest.skip(f"{SEED} is not here")
    answer = phases(gold_view(load_gold_document(SEED), "2023-12-01"), "KAZ", "TUR")
    assert [r.since for r in answer.rows] == ["1991", "2022-05"] and answer.rows[1].per_year > 5 * answer.rows[0].per_year
    assert [day for day, _ in answer.weak] == ["2011-01-01"]
    assert all(i.kind in ("agreement", "venture") for i in answer.instants if "2011" <= i.first < "2014")
