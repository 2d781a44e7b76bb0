"""The option that names who reads."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wektor.model import InputError

if TYPE_CHECKING:
    from wektor.app.pipeline import Pipeline


def complete(incomplete: str) -> list[str]:
    """Names of engines that begin so."""
    from wektor.app.engines import engine_names

    return [name for name in engine_names() if name.startswith(incomplete)]


_HELP = "Who proposes claims: grammar; llm or grammar+llm (set by WEKTOR_LLM_URL, _MODEL and _KEY or the settings file), or the name of an engine that another package registers."
EngineName = Annotated[str, typer.Option("--engine", metavar="NAME", help=_HELP, autocompletion=complete)]
EngineNames = Annotated[list[str], typer.Option("--engine", metavar="NAME", help=f"{_HELP} Several are laid side by side.", autocompletion=complete)]
Budget = Annotated[float | None, typer.Option("--budget", min=0.0, metavar="MONEY", help="Stop before the model costs more than this, in the settings' currency.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what the model would cost, and send nothing.")]


def open_reader(name: str, budget: float | None = None) -> "Pipeline":
    """What reads by an engine's name, or by the answers in a file ``.jsonl``; money is for engines that ask. Raises InputError."""
    from wektor.app.asking import AnsweredPipeline
    from wektor.app.engines import make_engine, takes_budget
    from wektor.app.pipeline import Pipeline

    if name.endswith(".jsonl"):
        return AnsweredPipeline(answer_lines(Path(name)), name=Path(name).stem)
    return Pipeline(make_engine(name, budget if takes_budget(name) else None))


def answer_lines(path: Path) -> list[str]:
    """The lines of a file of answers. Raises InputError where it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8", errors="replace").split("\n")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}; name the file of answers") from None

