"""The deals of columns taken in or left out, each with its reason: what an answer over all deals rests on."""

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from wektor.analysis.outlines import survey_of
from wektor.model.answers import Coverage
from wektor.model.columns import NAMES, Columns, Numbers, lay_columns
from wektor.model.outlines import Survey
from wektor.model.register import View

COVERING = ("claims", "told_first", "told_last", "papers")  # the columns that a coverage is made of
_ENDED = ("denied", "ended")


def columns_of(held: View | Survey | Columns, names: Sequence[str] = NAMES) -> Columns:
    """The deals of a view by column."""
    if isinstance(held, Columns):
        return held
    survey = survey_of(held)
    return msgspec.structs.replace(lay_columns(survey.deals.values(), names), entities=survey.entities)


class Sift:
    """Deals by column; ``rows`` are the places of those that are still taken in. It makes the coverage of an answer."""

    def __init__(self, columns: Columns) -> None:
        self.columns, self.rows = columns, np.arange(len(columns.ids))
        self._left: dict[str, list[str]] = {}

    def codes(self, name: str) -> Numbers:
        """A column of the deals taken in."""
        return self.columns[name].codes[self.rows]

    def values(self, name: str) -> list[Any]:
        """The distinct values of a column, to which its codes lead."""
        return self.columns[name].values

    def ids(self) -> list[str]:
        """The deals taken in."""
        ids = self.columns.ids
        return [ids[i] for i in self.rows.tolist()]

    def stand(self) -> None:
        """Leave out the deals that are denied or ended."""
        found = [_ENDED.index(v) if v in _ENDED else -1 for v in self.values("status")]
        self.leave(np.array(found, dtype=np.int64)[self.codes("status")], _ENDED)

    def leave(self, why: NDArray[Any], reasons: Sequence[str]) -> None:
        """Leave out deals, each for the reason whose number stands in its place in ``why``; those with a number below nothing stay."""
        numbers, begun = np.unique(why, return_index=True)
        for number in (numbers[n] for n in np.argsort(begun) if numbers[n] >= 0):
            ids = self.columns.ids
            self._left.setdefault(reasons[number], []).extend([ids[i] for i in self.rows[why == number].tolist()])
        self.rows = self.rows[why < 0]

    def coverage(self) -> Coverage:
        """What was taken in, and what was left out."""
        first, last = (_told(self.values(name), self.codes(name)) for name in ("told_first", "told_last"))
        claims = np.array(self.values("claims"), dtype=np.int64)
        return Coverage(deals=len(self.rows), claims=int(claims[self.codes("claims")].sum()) if len(claims) else 0, documents=self._documents(),
                        first=min(first, default=None), last=max(last, default=None), left_out={reason: tuple(ids) for reason, ids in self._left.items()})  # fmt: skip

    def _documents(self) -> int:
        """The documents that tell of the deals, each counted once."""
        papers = self.columns["papers"]
        return int(np.count_nonzero(np.bincount((papers if len(self.rows) == len(self.columns.ids) else papers.pick(self.rows)).codes)))


def _told(values: Sequence[str | None], codes: Numbers) -> list[str]:
    """The days among the values that are met at all."""
    return [v for n in np.flatnonzero(np.bincount(codes)).tolist() if (v := values[n])]
