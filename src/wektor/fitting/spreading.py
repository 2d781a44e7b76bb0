"""Spreading: the same work on many things, by several processes that share what the first has in memory."""

import gc
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_work: tuple[Callable[[Any], Any], Sequence[Any]] | None = None  # what the forked processes find done before them


def spread(work: Callable[[T], R], things: Sequence[T], workers: int = 1, share: int = 1) -> list[R]:
    """``work`` of each thing, in order; ``share`` things at a time go to a worker. What it gives must pickle, what it takes need not.

    Several workers are forked, so this is for systems that can fork.
    """
    if workers == 1:
        return [work(thing) for thing in things]
    global _work
    _work = work, things
    gc.freeze()  # so that counting what lives copies no pages
    try:
        with get_context("fork").Pool(workers) as pool:
            return pool.map(_do, range(len(things)), chunksize=share)
    finally:
        gc.unfreeze()
        _work = None


def _do(number: int) -> Any:
    assert _work is not None
    return _work[0](_work[1][number])
