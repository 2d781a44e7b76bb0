"""The gold deals keep their floor, whatever the order in which their articles come."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from wektor.resolve import Deriver, derive

BENCH = Path(__file__).resolve().parents[2] / "bench" / "deals.py"


def bench() -> ModuleType:
    """The measuring script as a module."""
    spec = importlib.util.spec_from_file_location("bench_deals", BENCH)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_deals"] = module
    spec.loader.exec_module(module)
    return module


def test_gold_claims_are_merged_into_the_gold_deals() -> None:
    script = bench()
    records, gold = script.gold_records()
    view = derive(records)
    scores = script.measure(gold, {claim: deal.id for deal in view.deals.values() for claim in deal.claims})
    assert scores["pairwise F1"] >= 90
    assert scores["b-cubed F1"] >= 90
    deriver = Deriver()
    for document in sorted({r.document for r in records}):
        deriver.add([r for r in records if r.document == document])
    assert deriver.view().deals == view.deals
