"""``wektor llm``: requests for a large model out, its answers in, as batch files that any provider takes."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import typer

from wektor.cli.engines import answer_lines
from wektor.cli.outlet import say, writing
from wektor.cli.reading import Format, documents, read_files, write_readings
from wektor.model import Document, InputError
from wektor.sources import parse_day

llm = typer.Typer(no_args_is_help=True)

class Asking(StrEnum):
    """What is asked for."""

    llm = "llm"
    hybrid = "grammar+llm"


_ENGINE = typer.Option(Asking.llm, help="Ask for whole documents, or for what the grammar thinks worth it; the same for export and import.")
_PUBLISHED = typer.Option(None, metavar="DATE", help="Day of publication, where the documents give none.")
_LANG = typer.Option(None, metavar="CODE", help="Language (ISO 639-1); else it is identified.")
_OUTPUT = typer.Option(None, "--output", "-o", metavar="FILE", help="Write to this file.")


@llm.callback()
def group() -> None:
    """A large model as the engine: requests out, answers in."""


@llm.command("export")
def export_requests(
    files: list[str] = typer.Argument(None, metavar="[FILE…]", help="Articles as plain text, or documents as JSON Lines."),  # noqa: B008
    gold: Path = typer.Option(None, "--gold", metavar="DIR", help="The documents of a gold directory, for wektor evaluate DIR --answers."),  # noqa: B008
    engine: Asking = _ENGINE,
    model: str = typer.Option("default", envvar="WEKTOR_LLM_MODEL", help="The model's name in the requests."),
    published: str = _PUBLISHED,
    lang: str = _LANG,
    output: Path = _OUTPUT,
) -> None:
    """Write the requests that read articles, in the OpenAI batch format."""
    from wektor.app.asking import requests_for

    if not (files or gold):
        raise InputError("llm export: name articles, or a gold directory with --gold")
    day, count = parse_day(published, "--published") if published else None, 0
    with writing(output) as out:
        for document in (*_gold(gold, lang), *documents(files or [], day, lang)):
            try:
                lines = requests_for(document, model, engine.value)
            except InputError as error:
                say(f"set aside {error}")
                continue
            out.writelines(line + "\n" for line in lines)
            count += len(lines)
    if not count:
        raise typer.Exit(2)


@llm.command("import")
def import_answers(
    answers: Path = typer.Argument(..., help="Answers: the provider's batch output, or {custom_id, content} lines."),  # noqa: B008
    docs: list[str] = typer.Option(..., "--docs", metavar="FILE", help="The documents that were exported."),  # noqa: B008
    engine: Asking = _ENGINE,
    published: str = _PUBLISHED,
    lang: str = _LANG,
    format: Format = typer.Option(Format.table, help="How claims are written."),  # noqa: B008
    output: Path = _OUTPUT,
    explain: bool = typer.Option(False, "--explain", help="Name what grounding refused, and why."),
) -> None:
    """Read articles by a model's answers; give the same documents and options as for the export."""
    from wektor.app.asking import AnsweredPipeline

    day = parse_day(published, "--published") if published else None
    pipeline = AnsweredPipeline(answer_lines(answers), engine.value)
    with writing(output) as out:
        readings = list(read_files(pipeline, docs, day, lang))
        write_readings(readings, format, out)
    refused = [r for reading in readings for r in reading.rejected]
    if explain:
        for rejected in refused:
            say(f"refused a claim of {rejected.doc}: {rejected.draft.kind}: {rejected.reason}")
    elif refused:
        say(f"{len(refused)} claims were refused; --explain names the reasons")
    say(*pipeline.complaints())
    if all(reading.state == "failed" for reading in readings):
        raise typer.Exit(2)


def _gold(folder: Path | None, lang: str | None) -> Iterator[Document]:
    if folder is not None:
        from wektor.app.measuring import gold_of

        yield from (one.document for one in gold_of(folder, lang))
