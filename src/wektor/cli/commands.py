"""The commands of ``wektor``, one module each."""

import typer

from wektor import __version__
from wektor.cli.adding import add, sources, watch
from wektor.cli.answering import brief, firsts, fleet, localisation, network, partners, phases, shift, slippage, whatif
from wektor.cli.asking import llm
from wektor.cli.comparing import compare, import_
from wektor.cli.differing import compare_engines
from wektor.cli.evaluating import evaluate, gate
from wektor.cli.exporting import export
from wektor.cli.judging import changes, history, judge, rebuild, runs, undo
from wektor.cli.packing import packs
from wektor.cli.reading import read
from wektor.cli.viewing import conflicts, deal, deals, entities, events, search, timeline

app = typer.Typer(
    name="wektor", help="Reads reporting on defence cooperation into claims that cite their source.", no_args_is_help=True,
    pretty_exceptions_enable=False,
)  # fmt: skip


def _version(asked: bool) -> None:
    if asked:
        print(f"wektor {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Reads reporting on defence cooperation into claims that cite their source."""


app.command()(read)
app.command()(evaluate)
app.command("compare-engines")(compare_engines)
app.command()(gate)
for act in (add, watch, sources):
    app.command(rich_help_panel="Register: sources")(act)
for view in (deals, deal, events, timeline, fleet, entities, conflicts, search):
    app.command(rich_help_panel="Register: views")(view)
for answer in (partners, localisation, slippage, phases, shift, network, whatif, firsts, brief):
    app.command(rich_help_panel="Register: answers")(answer)
for act in (changes, history, judge, undo, runs, rebuild):
    app.command(rich_help_panel="Register: judgements and history")(act)
app.command(rich_help_panel="Register: exchange")(export)
app.add_typer(compare, name="compare", help="Lay another register beside this one.", rich_help_panel="Register: exchange")
app.add_typer(import_, name="import", help="Take another register in.", rich_help_panel="Register: exchange")
app.add_typer(llm, name="llm", help="A large model as the engine: requests out, answers in.")
app.add_typer(packs, name="packs", help="Language and world packs.")
