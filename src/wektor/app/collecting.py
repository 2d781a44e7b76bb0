"""Looking through a hundred thousand deals makes no rubbish that the collector of cycles would find: it rests meanwhile."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def uncollected(work: Callable[P, T]) -> Callable[P, T]:
    """The same work, while the collector of cycles rests."""

    @wraps(work)
    def rested(*args: P.args, **options: P.kwargs) -> T:
        if not gc.isenabled():
            return work(*args, **options)
        gc.disable()
        try:
            return work(*args, **options)
        finally:
            gc.enable()

    return rested
