"""What reading costs, before and after: forecasts of documents that nobody sends, and the bill of a run."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator

from wektor.app.pipeline import Reading, with_language
from wektor.engines.cost import Cost, sum_costs
from wektor.engines.protocol import Engine, Paid
from wektor.model import Document, InputError

_PATIENCE = 10.0  # seconds
_FEW = 20  # documents whose costs are told one by one without being asked for


def forecast(engine: Engine, documents: Iterable[Document]) -> Iterator[tuple[str, Cost]]:
    """For each document that can be read its id and likely cost. Raises InputError where the engine costs nothing."""
    if not isinstance(engine, Paid):
        raise InputError(f"--dry-run is for engines that ask a model; {engine.name} costs nothing")
    for document in documents:
        try:
            ready = with_language(document)
        except InputError:
            continue
        if ready.text.strip():
            yield document.id, engine.forecast(ready)


def forecast_lines(engine: Engine, documents: Iterable[Document], *, each: bool) -> Iterator[str]:
    """The forecast in lines: documents, then the run."""
    costs = list(forecast(engine, documents))
    if each or len(costs) <= _FEW:
        yield from (f"{id}: {cost.words()}" for id, cost in costs)
    yield f"{len(costs):,} documents would cost {sum_costs(cost for _, cost in costs).words()}; nothing was sent"


def left_over(engine: Engine, documents: Iterable[Document]) -> str:
    """What a run that was stopped has left to do; of what takes long to look through, the beginning."""
    until, costs, count, more = time.monotonic() + _PATIENCE, list[Cost](), 0, ""
    for document in documents:
        count += 1
        if isinstance(engine, Paid):
            costs += [cost for _, cost in forecast(engine, [document])]
        if time.monotonic() > until:
            more = "at least "
            break
    money = sum_costs(costs)
    return f"{more}{count:,} documents are left" + (f", for about {more}{money.money:.4f} {money.currency}" if money.money else "")


def bill_lines(engine: Engine, *, each: bool = False) -> Iterator[str]:
    """What documents and the run cost, in lines; nothing for an engine that costs nothing."""
    if not isinstance(engine, Paid):
        return
    costs = engine.costs()
    if each or len(costs) <= _FEW:
        yield from (f"{id or 'earlier runs'}: {cost.words()}" for id, cost in costs.items())
    yield f"{sum(1 for id in costs if id):,} documents: {engine.cost().words()}"


def state_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """How many documents were read, in part, and not at all, in a line if some were not."""
    counts = Counter(reading.state for reading in readings)
    if counts["partly"] or counts["failed"]:
        yield ", ".join(f"{counts[state]:,} {state}" for state in ("read", "partly", "failed")) + ": run again to ask for what is missing"
