"""``wektor read``: articles in, claims out."""

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TextIO

import msgspec
import typer

from wektor.app.pipeline import Pipeline, Reading
from wektor.cli.engines import Budget, DryRun, EngineName
from wektor.cli.outlet import say, writing
from wektor.model import Document, InputError, StoppedError
from wektor.sources import SetAside, load, parse_day


class Format(StrEnum):
    """How claims are written."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    html = "html"


def read(
    files: list[str] = typer.Argument(None, metavar="[FILE…|-]", help="Articles as plain text, or documents as JSON Lines; - is standard input."),  # noqa: B008
    published: str = typer.Option(None, metavar="DATE", help="Day of publication, by which “on Monday” is resolved."),
    lang: str = typer.Option(None, metavar="CODE", help="Language (ISO 639-1); else it is identified."),
    format: Format = typer.Option(Format.table, help="How claims are written."),  # noqa: B008
    output: Path = typer.Option(None, metavar="FILE", help="Write to this file."),  # noqa: B008
    engine: EngineName = "grammar",
    budget: Budget = None,
    dry_run: DryRun = False,
    explain: bool = typer.Option(False, "--explain", help="Name the frame, the trigger, the candidates, what was refused, and what each document cost."),
) -> None:
    """Read articles and print their claims."""
    from wektor.app.costing import bill_lines, forecast_lines, state_lines
    from wektor.app.engines import make_engine

    day = parse_day(published, "--published") if published else None
    names, pipeline = files or ["-"], Pipeline(make_engine(engine, budget))
    if dry_run:
        print("\n".join(forecast_lines(pipeline.engine, documents(names, day, lang), each=explain)))
        return
    readings: list[Reading] = []
    with writing(output) as out:
        stopped = _read_all(read_files(pipeline, names, day, lang), readings)
        write_readings(readings, format, out)
        if explain:
            _explain(readings)
    say(*pipeline.complaints())
    say(*state_lines(readings))
    say(*bill_lines(pipeline.engine, each=explain))
    if stopped:
        raise stopped
    if not readings:
        raise typer.Exit(2)


def _read_all(readings: Iterator[Reading], kept: list[Reading]) -> StoppedError | None:
    """Keep readings; what stopped them, if anything did."""
    try:
        for reading in readings:
            kept.append(reading)
    except StoppedError as stopped:
        return stopped
    return None


def read_files(pipeline: Pipeline, names: Sequence[str], day: str | None, lang: str | None) -> Iterator[Reading]:
    """Read documents one by one; what cannot be read is set aside with its reason. Raises StoppedError, and says what is left."""
    coming = pipeline.ahead(documents(names, day, lang), lambda document: document)
    for document in coming:
        try:
            yield pipeline.read(document)
        except InputError as error:
            say(f"set aside {error}")
        except StoppedError as stopped:
            from wektor.app.costing import left_over

            left = left_over(pipeline.engine, [document, *coming])
            raise StoppedError(f"{stopped}; {left}, from {document.id} on: run again to go on") from None


def documents(names: Sequence[str], day: str | None, lang: str | None) -> Iterator[Document]:
    """The documents of files; what is none is set aside with its reason."""
    count = 0
    for source in load(names):
        count += 1
        _progress(count, done=False)
        if isinstance(source, SetAside):
            say(f"set aside {source.place}: {source.reason}")
        else:
            yield _with(source, day, lang)
    _progress(count, done=True)


def _progress(count: int, *, done: bool) -> None:
    """A count on a terminal when the work is long; nothing in a pipe."""
    if sys.stderr.isatty() and (count % 10 == 0 or (done and count > 10)):
        sys.stderr.write(f"\r{count} documents" + ("\n" if done else ""))
        sys.stderr.flush()


def _with(document: Document, day: str | None, lang: str | None) -> Document:
    changes = {"published": document.published or day, "lang": document.lang or lang}
    return msgspec.structs.replace(document, **changes)


def write_readings(readings: Sequence[Reading], format: Format, out: TextIO) -> None:
    """Write the claims of all readings."""
    claims = [claim for reading in readings for claim in reading.claims]
    if format is Format.jsonl:
        from wektor.output.exchange import encode_claim

        out.writelines(encode_claim(claim) + "\n" for claim in claims)
    elif format is Format.csv:
        from wektor.output.sheet import write_csv

        write_csv(claims, out)
    elif format is Format.html:
        from wektor.output.page import write_page

        write_page([(r.document, r.claims) for r in readings], out)
    else:
        from wektor.output.table import write_table

        write_table(claims, out)


def _explain(readings: Sequence[Reading]) -> None:
    from wektor.app.explaining import explain

    for reading in readings:
        for line in explain(reading):
            print(line, file=sys.stderr)
