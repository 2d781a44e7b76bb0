"""``wektor evaluate`` and ``wektor gate``: how good the reading is, and whether it stayed so."""

import sys
from enum import StrEnum
from pathlib import Path

import typer

from wektor.evaluation import COLUMNS, Scores, as_json, error_lines, table_rows


class By(StrEnum):
    """What scores are grouped by."""

    lang = "lang"
    kind = "kind"
    doc = "doc"


def evaluate(
    gold_dir: Path = typer.Argument(..., help="A directory of gold documents (NAME.json beside NAME.txt)."),  # noqa: B008
    predictions: Path = typer.Option(None, metavar="OUT.jsonl", help="Keep the claims that were read."),  # noqa: B008
    by: By = typer.Option(By.lang, help="Group scores by."),  # noqa: B008
    errors: int = typer.Option(0, metavar="N", help="Show N misses and wrong claims beside the text."),
    json: bool = typer.Option(False, "--json", help="Print the scores as JSON."),
    oracle: bool = typer.Option(False, "--oracle", help="Alter true claims and report how many grounding refuses."),
    lang: str = typer.Option(None, metavar="CODE", help="Only documents of this language."),
) -> None:
    """Score the reading of a gold directory by the codebook."""
    from wektor.app.measuring import measure, try_oracle

    if oracle:
        for line in try_oracle(gold_dir, lang):
            print(line)
        return
    scores = measure(gold_dir, lang, predictions)
    print(as_json(scores)) if json else _print(scores, by)
    for error in scores.errors(errors):
        print("\n".join(error_lines(error)))


def _print(scores: Scores, by: By) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(*COLUMNS, box=box.SIMPLE_HEAD, padding=(0, 1))
    for row in table_rows(scores, by.value):
        table.add_row(*row)
    Console(width=None if sys.stdout.isatty() else 160).print(table)


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
