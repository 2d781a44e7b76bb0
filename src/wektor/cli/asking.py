"""``wektor llm``: requests for a large model out, its answers in, as batch files that any provider takes."""

import sys
from pathlib import Path

import typer

from wektor.cli.engines import complain
from wektor.cli.outlet import writing
from wektor.cli.reading import Format, documents, read_files, write_readings
from wektor.model import InputError
from wektor.sources import parse_day

llm = typer.Typer(no_args_is_help=True)

_PUBLISHED = typer.Option(None, metavar="DATE", help="Day of publication, where the documents give none.")
_LANG = typer.Option(None, metavar="CODE", help="Language (ISO 639-1); else it is identified.")
_OUTPUT = typer.Option(None, "--output", "-o", metavar="FILE", help="Write to this file.")


@llm.callback()
def group() -> None:
    """A large model as the engine: requests out, answers in."""


@llm.command("export")
def export_requests(
    files: list[str] = typer.Argument(..., metavar="FILE…", help="Articles as plain text, or documents as JSON Lines."),  # noqa: B008
    model: str = typer.Option("default", envvar="WEKTOR_LLM_MODEL", help="The model's name in the requests."),
    published: str = _PUBLISHED,
    lang: str = _LANG,
    output: Path = _OUTPUT,
) -> None:
    """Write the requests that read articles, in the OpenAI batch format."""
    from wektor.app.asking import requests_for

    day, count = parse_day(published, "--published") if published else None, 0
    with writing(output) as out:
        for document in documents(files, day, lang):
            try:
                lines = requests_for(document, model)
            except InputError as error:
                print(f"wektor: set aside {error}", file=sys.stderr)
                continue
            out.writelines(line + "\n" for line in lines)
            count += len(lines)
    if not count:
        raise typer.Exit(2)


@llm.command("import")
def import_answers(
    answers: Path = typer.Argument(..., help="Answers: the provider's batch output, or {custom_id, content} lines."),  # noqa: B008
    docs: list[str] = typer.Option(..., "--docs", metavar="FILE", help="The documents that were exported."),  # noqa: B008
    published: str = _PUBLISHED,
    lang: str = _LANG,
    format: Format = typer.Option(Format.table, help="How claims are written."),  # noqa: B008
    output: Path = _OUTPUT,
    explain: bool = typer.Option(False, "--explain", help="Name what grounding refused, and why."),
) -> None:
    """Read articles by a model's answers; give the same documents and options as for the export."""
    from wektor.app.asking import AnsweredPipeline

    day = parse_day(published, "--published") if published else None
    pipeline = AnsweredPipeline(_lines(answers))
    with writing(output) as out:
        readings = list(read_files(pipeline, docs, day, lang))
        write_readings(readings, format, out)
    refused = [r for reading in readings for r in reading.rejected]
    if explain:
        for rejected in refused:
            print(f"wektor: refused a claim of {rejected.doc}: {rejected.draft.kind}: {rejected.reason}", file=sys.stderr)
    elif refused:
        print(f"wektor: {len(refused)} claims were refused; --explain names the reasons", file=sys.stderr)
    complain(pipeline.complaints())
    if not readings:
        raise typer.Exit(2)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_bytes().decode("utf-8", errors="replace").split("\n")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}; name the file of answers") from None
