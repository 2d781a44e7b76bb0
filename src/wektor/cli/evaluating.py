"""``wektor evaluate`` and ``wektor gate``: how good the reading is, and whether it stayed so."""

import json as plain
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from wektor.cli.engines import Budget, DryRun, EngineNames, open_reader
from wektor.cli.outlet import say
from wektor.evaluation import COLUMNS, Scores, as_json, error_lines, rows_beside, score, table_rows
from wektor.model import InputError

if TYPE_CHECKING:
    from wektor.app.measuring import Told
    from wektor.app.pipeline import Pipeline


class By(StrEnum):
    """What scores are grouped by."""

    lang = "lang"
    kind = "kind"
    doc = "doc"


def evaluate(
    gold_dir: Path = typer.Argument(..., help="A directory of gold documents (NAME.json beside NAME.txt)."),  # noqa: B008
    engine: EngineNames = [],  # noqa: B006
    answers: list[Path] = typer.Option([], "--answers", metavar="FILE.jsonl", help="Read by a model's answers in a batch file (wektor llm export --gold)."),  # noqa: B008
    predictions: Path = typer.Option(None, metavar="OUT.jsonl", help="Keep the claims that were read."),  # noqa: B008
    by: By = typer.Option(None, help="Group scores by this; one engine alone is grouped by language."),  # noqa: B008
    errors: int = typer.Option(0, metavar="N", help="Show N misses and wrong claims beside the text."),
    json: bool = typer.Option(False, "--json", help="Print the scores as JSON."),
    oracle: bool = typer.Option(False, "--oracle", help="Alter true claims and report how many grounding refuses."),
    lang: str = typer.Option(None, metavar="CODE", help="Only documents of this language."),
    budget: Budget = None,
    dry_run: DryRun = False,
) -> None:
    """Score the reading of a gold directory by the codebook; several engines side by side."""
    from wektor.app.measuring import gold_of, keep_claims, read_gold, try_oracle

    pipelines = _readers(engine, answers, budget)
    gold = gold_of(gold_dir, lang)
    if dry_run:
        for pipeline in pipelines:
            _forecast(pipeline, [g.document for g in gold])
        return
    if oracle:
        for pipeline in pipelines:
            print("\n".join([*([pipeline.engine.name] if len(pipelines) > 1 else []), *try_oracle(gold_dir, lang, pipeline.engine)]))
        return
    told = [read_gold(gold, pipeline) for pipeline in pipelines]
    if predictions is not None:
        keep_claims(told, predictions)
    scored = [(each, score(gold, each.claims)) for each in told]
    print(_json(scored)) if json else _print(scored, by)
    for each, scores in scored:
        for error in scores.errors(errors):
            print("\n".join([*([each.engine] if len(scored) > 1 else []), *error_lines(error)]))
    for pipeline in pipelines:
        say(*pipeline.complaints())


def _readers(names: Sequence[str], answers: Sequence[Path], budget: float | None) -> "list[Pipeline]":
    """What reads, engine by engine, then by each file of answers; the grammar if nobody is named."""
    from wektor.app.engines import DEFAULT, takes_budget

    names = list(dict.fromkeys([*names, *map(str, answers)])) or [DEFAULT]
    if budget is not None and not any(map(takes_budget, names)):
        raise InputError(f"--budget is for engines that ask a model; {', '.join(names)} costs nothing")
    return [open_reader(name, budget) for name in names]


def _forecast(pipeline: "Pipeline", documents: Sequence[Any]) -> None:
    from wektor.app.costing import forecast_lines
    from wektor.engines.protocol import Paid

    if isinstance(pipeline.engine, Paid):
        *_, whole = forecast_lines(pipeline.engine, documents, each=False)
        print(f"{pipeline.engine.name}: {whole}")
    else:
        print(f"{pipeline.engine.name}: costs nothing")


def _json(scored: "Sequence[tuple[Told, Scores]]") -> str:
    """The scores of one engine, or of several by name with seconds and cost."""
    if len(scored) == 1:
        return plain.dumps(as_json(scored[0][1]), ensure_ascii=False)
    return plain.dumps({told.engine: {**as_json(scores), "seconds": round(told.seconds, 1), "unread": told.unread, "cost": _spent(told)} for told, scores in scored}, ensure_ascii=False)


def _spent(told: "Told") -> dict[str, Any] | None:
    if told.cost is None:
        return None
    return {"calls": told.cost.calls, "kept": told.cost.kept, "tokens_in": told.cost.tokens_in, "tokens_out": told.cost.tokens_out, "money": told.cost.money, "currency": told.cost.currency}


def _print(scored: "Sequence[tuple[Told, Scores]]", by: By | None) -> None:
    if len(scored) == 1:
        _table(COLUMNS, table_rows(scored[0][1], (by or By.lang).value))
        told = scored[0][0]
        if told.cost is not None:
            say(*[f"{told.seconds:.1f} s, {told.unread} documents not read whole; {told.cost.words()}"])
        return
    rows = rows_beside([(told.engine, scores) for told, scores in scored], by.value if by else None)
    ends = [("",) * 4] * (len(rows) - len(scored)) + [_end(told) for told, _ in scored]
    _table(("engine", *COLUMNS, "not read whole", "seconds", "tokens", "cost"), [(*row, *end) for row, end in zip(rows, ends, strict=True)])


def _end(told: "Told") -> tuple[str, str, str, str]:
    """What an engine left unread, its seconds, tokens and money."""
    cost = told.cost
    tokens = f"{'about ' if cost.guessed else ''}{cost.tokens_in + cost.tokens_out:,}" if cost else ""
    money = f"{cost.money:.4f} {cost.currency}" if cost and cost.money else ""
    return str(told.unread or ""), f"{told.seconds:.1f}", tokens, money


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(*columns, box=box.SIMPLE_HEAD, padding=(0, 1))
    for row in rows:
        table.add_row(*row)
    Console(width=None if sys.stdout.isatty() else 200).print(table)


def gate(
    pin: bool = typer.Option(False, "--pin", help="Pin the floors to what is read now."),
    lower: bool = typer.Option(False, "--lower", help="Allow pinned floors to sink."),
    evals: Path = typer.Option(Path("evals"), help="The project's own gold set; floors.json lies in it."),  # noqa: B008
    corpus: Path = typer.Option(Path("../shared/corpus"), help="A larger corpus, scored where it is there."),  # noqa: B008
) -> None:
    """Fail if a score fell below its pinned floor."""
    from wektor.app.measuring import run_gate

    for line in run_gate(evals, corpus, pin=pin, lower=lower):
        print(line)
