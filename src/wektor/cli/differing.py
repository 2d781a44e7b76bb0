"""``wektor compare-engines``: where two engines differ on gold documents, and which of them is right."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

import typer

from wektor.cli.engines import Budget, open_reader
from wektor.cli.outlet import say, writing
from wektor.evaluation import Difference, GoldClaim, differences, summarise
from wektor.evaluation.errors import show_accepted
from wektor.model import Claim
from wektor.model.exchange import claim_record
from wektor.output import pages

_TOLD = ("both", "only A", "only B", "neither")


class Format(StrEnum):
    """How rows are written."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


class Only(StrEnum):
    """Which rows are shown."""

    a = "only-a"
    b = "only-b"
    both = "both"
    neither = "neither"


_READER = "An engine, or a file of a model's answers (.jsonl)."


def compare_engines(
    a: str = typer.Argument(..., metavar="A", help=_READER),
    b: str = typer.Argument(..., metavar="B", help=_READER),
    gold_dir: Path = typer.Argument(..., metavar="GOLD", help="A directory of gold documents."),  # noqa: B008
    only: list[Only] = typer.Option([], "--only", help="Only what A alone, B alone, both or neither told."),  # noqa: B008
    everything: bool = typer.Option(False, "--all", help="Rows on which both agree, too."),
    lang: str = typer.Option(None, metavar="CODE", help="Only documents of this language."),
    limit: int = typer.Option(50, "--limit", "-n", min=0, help="How many rows; 0 is all."),
    format: Format = typer.Option(Format.table, "--format", "-f", help="How rows are written."),  # noqa: B008
    output: Path = typer.Option(None, "--output", "-o", metavar="FILE", help="Write to this file."),  # noqa: B008
    budget: Budget = None,
) -> None:
    """Lay the claims of two engines side by side on gold documents: what only A, only B or both tell, and who is right."""
    from wektor.app.measuring import gold_of, read_gold

    pipelines = [open_reader(name, budget) for name in (a, b)]
    gold = gold_of(gold_dir, lang)
    told = [read_gold(gold, pipeline) for pipeline in pipelines]
    rows = differences(gold, told[0].claims, told[1].claims)
    wanted = {o.value.replace("-a", " A").replace("-b", " B") for o in only}
    shown = [r for r in rows if r.told in wanted or (not wanted and (everything or r.differs))]
    kept = shown if format is not Format.table or not limit else shown[:limit]
    with writing(output) as out:
        if format is Format.table:
            out.write(f"A is {told[0].engine}, {told[0].seconds:.1f} s; B is {told[1].engine}, {told[1].seconds:.1f} s\n")
            pages.write_table(_summary(rows), out)
        if format is Format.jsonl:
            pages.write_lines([_whole(r) for r in kept], out)
        else:
            write = pages.write_csv if format is Format.csv else pages.write_table
            write([_record(r) for r in kept], out)
    if len(kept) < len(shown):
        print(f"{len(shown) - len(kept)} more: --limit 0", file=sys.stderr)
    for pipeline in pipelines:
        say(*pipeline.complaints())


def _summary(rows: Sequence[Difference]) -> list[dict[str, Any]]:
    better = Counter(r.better for r in rows if r.told == "both" and r.gold is not None)
    counts = [{"claims": name, **{told: found[told] for told in _TOLD}} for name, found in summarise(rows).items()]
    return [counts[0] | {"A better": better["A"], "B better": better["B"]}, *(c | {"A better": "", "B better": ""} for c in counts[1:])]


def _record(row: Difference) -> dict[str, Any]:
    claim = row.a or row.b
    return {
        "doc": row.doc, "told": row.told, "better": {"": "equal", "-": "optional"}.get(row.better, row.better),
        "gold": _gold_words(row.gold) if row.gold else None, "A": _words(row.a, row.wrong_a), "B": _words(row.b, row.wrong_b),
        "quote": claim.evidence.text if claim else row.gold.anchor if row.gold else "",
    }  # fmt: skip


def _whole(row: Difference) -> dict[str, Any]:
    """The row with its claims in the exchange format."""
    return {
        "doc": row.doc, "lang": row.lang, "told": row.told, "better": {"": "equal", "-": "optional"}.get(row.better, row.better), "gold": row.gold,
        "a": claim_record(row.a) if row.a else None, "b": claim_record(row.b) if row.b else None, "wrong_a": row.wrong_a, "wrong_b": row.wrong_b,
    }  # fmt: skip


def _gold_words(gold: GoldClaim) -> str:
    return " ".join([f"{'/'.join(gold.kinds)} {gold.status} {gold.date or 'undated'}:", ", ".join(f"{a.role}={show_accepted(a)}" for a in gold.arguments)])


def _words(claim: Claim | None, wrong: Sequence[str]) -> str | None:
    if claim is None:
        return None
    said = f"{claim.kind} {claim.status} {claim.date or 'undated'}: {', '.join(_fillers(claim))}"
    return f"{said} [{'; '.join(wrong)}]" if wrong else said


def _fillers(claim: Claim) -> Iterator[str]:
    for role, fillers in claim.roles.items():
        yield f"{role}={' + '.join(str(getattr(f, 'name', f.text)) for f in fillers)}"
