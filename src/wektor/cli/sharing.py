"""Options that all views of a register share: which register, which rows, in which format."""

import inspect
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from wektor.app.rows import Rows
from wektor.cli.outlet import writing, writing_bytes
from wektor.model.views import Filters, Page
from wektor.output import pages
from wektor.output.frames import write_parquet

if TYPE_CHECKING:
    from wektor.app.register import Register
    from wektor.engines.protocol import Engine


class Format(StrEnum):
    """How rows are written."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"
    html = "html"
    md = "md"


class Picture(StrEnum):
    """How rows, or the picture of them, are written."""

    table = "table"
    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"
    html = "html"
    md = "md"
    svg = "svg"
    png = "png"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What the shared options say."""

    db: str | None = None
    format: Format | Picture = Format.table
    output: Path | None = None
    as_of: str | None = None
    page: Page = Page()
    filters: Filters = Filters()
    lang: str = "en"
    plot: str | None = None
    quotes: int | None = None


Db = Annotated[str | None, typer.Option("--db", envvar="WEKTOR_DB", metavar="PATH|URL", help="The register: a file, or postgresql://… (wektor.db)")]
_MOST = 2**31 - 1  # what any database counts to
_OUT: dict[str, Any] = {
    "db": Db,
    "format": Annotated[Format, typer.Option("--format", "-f", help="How rows are written.")],
    "output": Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")],
}
_AS_OF: dict[str, Any] = {"as_of": Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="The register as it stood on a day.")]}
_PAGE: dict[str, Any] = {
    "limit": Annotated[int, typer.Option("--limit", "-n", min=0, max=_MOST, help="How many rows; 0 is all.")],
    "offset": Annotated[int, typer.Option("--offset", min=0, max=_MOST, help="Pass over so many rows.")],
}
_FILTERS: dict[str, Any] = {
    "state": Annotated[list[str] | None, typer.Option("--state", "-s", metavar="CODE", help="A state, by code or name.")],
    "firm": Annotated[list[str] | None, typer.Option("--firm", metavar="NAME|ID", help="A firm, ministry or force.")],
    "item": Annotated[list[str] | None, typer.Option("--item", metavar="NAME|ID", help="A type of equipment.")],
    "cls": Annotated[list[str] | None, typer.Option("--class", metavar="CLASS", help="A class of equipment, such as UAV.")],
    "kind": Annotated[list[str] | None, typer.Option("--kind", metavar="KIND", help="A kind, such as order.")],
    "status": Annotated[list[str] | None, typer.Option("--status", metavar="STATUS", help="How far it has got.")],
    "since": Annotated[str | None, typer.Option("--from", metavar="DATE", help="Nothing that ended before.")],
    "until": Annotated[str | None, typer.Option("--to", metavar="DATE", help="Nothing that began after.")],
    "sources": Annotated[int, typer.Option("--min-sources", min=0, max=_MOST, help="At least so many independent sources.")],
}
_PLOTS: dict[str, Any] = {
    "format": Annotated[Picture, typer.Option("--format", "-f", help="How rows, or the picture of them, are written.")],
    "lang": Annotated[str, typer.Option("--lang", metavar="CODE", help="The language of the picture's words: en or pl.")],
    "plot": Annotated[str | None, typer.Option("--plot", metavar="NAME", help="Which picture, where an answer has several.")],
}
_QUOTES: dict[str, Any] = {
    "quotes": Annotated[int | None, typer.Option("--quotes", min=0, max=99, metavar="N", help="At most so many quotes behind each row (0; in html 3).")],
}
_DEFAULTS = {"format": Format.table, "limit": 50, "offset": 0, "sources": 0, "lang": "en"}


def shared(*, page: bool = True, filters: bool = False, as_of: bool = True, rows: bool = True, plots: bool = False,
           quotes: bool = False) -> Callable[[Callable[..., None]], Callable[..., None]]:  # fmt: skip
    """Give a command the shared options; it gets them as ``asked``. One that writes no ``rows`` has formats of its own."""
    options = {**(_FILTERS if filters else {}), **(_AS_OF if as_of else {}), **(_PAGE if page else {}), **_OUT, **(_PLOTS if plots else {}), **(_QUOTES if quotes else {})}
    if not rows:
        del options["format"]

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        own = [p for p in inspect.signature(command, eval_str=True).parameters.values() if p.name != "asked"]
        extra = [inspect.Parameter(n, inspect.Parameter.KEYWORD_ONLY, default=_DEFAULTS.get(n), annotation=a) for n, a in options.items()]

        @wraps(command)
        def run(**given: Any) -> None:
            said = {name: given.pop(name) for name in options}
            command(**given, asked=_asked(said))

        run.__signature__ = inspect.Signature([*(p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own), *extra])  # type: ignore[attr-defined]
        run.__annotations__ = {p.name: p.annotation for p in (*own, *extra)}
        return run

    return decorate


def _asked(said: dict[str, Any]) -> Asked:
    filters: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in said.items() if k in _FILTERS and v}
    page = Page(said.get("limit", 0) or None, said.get("offset", 0))
    return Asked(db=said["db"], format=said.get("format", Format.table), output=said["output"], as_of=said.get("as_of"), page=page, filters=Filters(**filters),
                 lang=said.get("lang", "en"), plot=said.get("plot"), quotes=said.get("quotes"))  # fmt: skip


def open_register(db: str | None, *, create: bool = False, engine: "str | Engine" = "grammar") -> "Register":
    """The register at an address; only adding makes one, and reads with an engine."""
    from wektor.app.register import Register

    return Register.open(db, create=create, engine=engine)


@contextmanager
def opened(asked: Asked) -> "Iterator[Register]":
    """The register that is asked for."""
    with open_register(asked.db) as register:
        yield register


def show(rows: Rows[Any] | Sequence[Any], asked: Asked, title: str) -> None:
    """Write rows in the format asked for, and say whether more follow."""
    if asked.format == Format.parquet:
        with writing_bytes(asked.output, Format.parquet) as binary:
            write_parquet(_records(rows), binary)
    else:
        with writing(asked.output) as out:
            if asked.format == Format.jsonl:
                pages.write_lines(rows, out)
            else:
                records = rows.briefs() if isinstance(rows, Rows) and asked.format in (Format.table, Format.md) else _records(rows)
                _WRITERS[Format(asked.format.value)](records, out, title)
    if isinstance(rows, Rows):
        say_more(rows, asked)


def say_more(rows: Rows[Any], asked: Asked) -> None:
    """Say whether more rows follow."""
    if rows.more:
        print(f"more follow: --offset {asked.page.offset + (asked.page.limit or 0)}", file=sys.stderr)


_WRITERS = {Format.table: pages.write_table, Format.csv: pages.write_csv, Format.html: pages.write_html, Format.md: pages.write_markdown}


def _records(rows: Rows[Any] | Sequence[Any]) -> list[dict[str, Any]]:
    return rows.records() if isinstance(rows, Rows) else list(rows)
