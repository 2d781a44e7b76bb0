"""The commands of ``wektor``, one module each, loaded when they are asked for."""

from typing import Any, NamedTuple

import typer

from wektor import __version__
from wektor.app.wiring import load


class Part(NamedTuple):
    """A command, or a group of commands with its ``help``: where it is, and under which heading it is listed."""

    name: str
    place: str
    panel: str | None = None
    help: str | None = None


def _parts(place: str, panel: str, *names: str) -> list[Part]:
    """Commands of one module that bear the names of their functions."""
    return [Part(name, f"wektor.cli.{place}:{name}", panel) for name in names]


PARTS = (
    Part("read", "wektor.cli.reading:read"),
    Part("evaluate", "wektor.cli.evaluating:evaluate"),
    Part("compare-engines", "wektor.cli.differing:compare_engines"),
    Part("gate", "wektor.cli.evaluating:gate"),
    *_parts("adding", "Register: sources", "add", "watch", "sources"),
    *_parts("viewing", "Register: views", "deals", "deal", "events", "timeline"),
    *_parts("answering", "Register: views", "fleet"),
    *_parts("viewing", "Register: views", "entities", "conflicts", "search"),
    *_parts("answering", "Register: answers", "partners", "localisation", "slippage", "phases", "shift", "network", "whatif", "firsts", "brief"),
    *_parts("judging", "Register: judgements and history", "changes", "history", "judge", "undo", "runs", "rebuild"),
    Part("export", "wektor.cli.exporting:export", "Register: exchange"),
    Part("compare", "wektor.cli.comparing:compare", "Register: exchange", "Lay another register beside this one."),
    Part("import", "wektor.cli.comparing:import_", "Register: exchange", "Take another register in."),
    Part("llm", "wektor.cli.asking:llm", None, "A large model as the engine: requests out, answers in."),
    Part("packs", "wektor.cli.packing:packs", None, "Language and world packs."),
)


def _version(asked: bool) -> None:
    if asked:
        print(f"wektor {__version__}")
        raise typer.Exit


def options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Reads reporting on defence cooperation into claims that cite their source."""


def build_app(word: str | None = None) -> typer.Typer:
    """The program with the one command that ``word`` names, so that it starts fast; with all, where it names none."""
    app = typer.Typer(
        name="wektor", help="Reads reporting on defence cooperation into claims that cite their source.", no_args_is_help=True,
        pretty_exceptions_enable=False,
    )  # fmt: skip
    app.callback()(options)
    for part in [p for p in PARTS if p.name == word] or PARTS:
        _add(app, part)
    return app


def _add(app: typer.Typer, part: Part) -> None:
    found = load(part.place)
    if isinstance(found, typer.Typer):
        app.add_typer(found, name=part.name, help=part.help, rich_help_panel=part.panel)
    else:
        app.command(part.name, rich_help_panel=part.panel)(found)


def __getattr__(name: str) -> Any:
    """``app`` is the whole program."""
    if name == "app":
        globals()[name] = build_app()
        return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
