"""Shared work gives what one worker gives, in order, and tells what went wrong."""

import os

import pytest

from wektor.fitting.spreading import spread

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@needs_fork
@pytest.mark.parametrize("share", [1, 3])
def test_several_workers_give_what_one_gives(share):
    factor = 7  # seen by the workers, though it is never sent
    things = list(range(20))
    assert spread(lambda n: n * factor, things, 2, share) == spread(lambda n: n * factor, things) == [n * 7 for n in things]


@needs_fork
def test_what_a_worker_raises_is_raised():
    with pytest.raises(ZeroDivisionError):
        spread(lambda n: 1 / n, [1, 0], 2)
    assert spread(str, [1], 2) == ["1"]
