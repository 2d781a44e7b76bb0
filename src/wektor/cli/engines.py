"""The option that names who reads."""

import sys
from collections.abc import Iterable
from typing import Annotated

import typer


def complete(incomplete: str) -> list[str]:
    """Names of engines that begin so."""
    from wektor.app.engines import engine_names

    return [name for name in engine_names() if name.startswith(incomplete)]


_HELP = "Who proposes claims: grammar; llm or grammar+llm (set by WEKTOR_LLM_URL, _MODEL and _KEY or the settings file), or the name of an engine that another package registers."
EngineName = Annotated[str, typer.Option("--engine", metavar="NAME", help=_HELP, autocompletion=complete)]
EngineNames = Annotated[list[str], typer.Option("--engine", metavar="NAME", help=f"{_HELP} Several are laid side by side.", autocompletion=complete)]
Budget = Annotated[float | None, typer.Option("--budget", min=0.0, metavar="MONEY", help="Stop before the model costs more than this, in the settings' currency.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what the model would cost, and send nothing.")]


def complain(lines: Iterable[str]) -> None:
    """Say on standard error what an engine could not read."""
    for line in lines:
        print(f"wektor: {line}", file=sys.stderr)
