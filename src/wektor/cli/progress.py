"""A progress bar on a terminal, nothing in a pipe."""

import sys
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from wektor.app.intake import Added

T = TypeVar("T")


class Meter:
    """Shows on standard error how far an ``add`` is: sources passed, documents, what was set aside, and how fast."""

    def __init__(self) -> None:
        self._bar = Progress(
            TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[words]}"), TimeElapsedColumn(), TimeRemainingColumn(),
            console=Console(file=sys.stderr), transient=True, disable=not sys.stderr.isatty(),
        )  # fmt: skip
        self._task = self._bar.add_task("", total=None, words="")

    def __enter__(self) -> "Meter":
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()

    def expect(self, count: Callable[[], int]) -> None:
        """How many sources there are to pass; counted only where a bar is shown."""
        if not self._bar.disable:
            self._bar.update(self._task, total=count())

    def passing(self, places: Iterable[T]) -> Iterator[T]:
        """Places, each counted when the next is asked for."""
        for place in places:
            yield place
            self._bar.advance(self._task)

    def tell(self, added: "Added") -> None:
        """How far it is."""
        done = added.documents + added.known + added.failed
        elapsed = self._bar.tasks[0].elapsed or 0.0
        rate = f"{done / elapsed:.1f}/s" if elapsed > 1 else ""
        words = f"{added.documents} added, {added.known} known, {added.failed} set aside {rate}"
        self._bar.update(self._task, words=words)
