"""Engines by name: wektor's own, and those that other packages register."""

from functools import cache
from typing import TYPE_CHECKING, Any

from wektor.app.pipeline import Pipeline
from wektor.app.wiring import load
from wektor.engines.protocol import Engine
from wektor.model import InputError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "wektor.engines"
DEFAULT = "grammar"
_OWN = {"grammar": "wektor.engines.grammar:GrammarEngine", "llm": "wektor.app.asking:asking_engine", "grammar+llm": "wektor.app.asking:hybrid_engine"}
_PAID = frozenset({"llm", "grammar+llm"})  # whose makers take a budget


@cache
def _others() -> "dict[str, EntryPoint]":
    """Engines of other packages; none takes the place of wektor's own."""
    from importlib.metadata import entry_points

    return {each.name: each for each in entry_points(group=GROUP) if each.name not in _OWN}


def engine_names() -> list[str]:
    """Every engine that ``--engine`` can name: wektor's own first."""
    return [*_OWN, *sorted(_others())]


def takes_budget(name: str) -> bool:
    """Whether the engine of a name asks a model, which costs money."""
    return name in _PAID


def make_engine(name: str, budget: float | None = None) -> Engine:
    """The engine of a name, with money that it may spend. Raises InputError where there is none, or it cannot be made."""
    if budget is not None and not takes_budget(name):
        raise InputError(f"--budget is for engines that ask a model ({', '.join(sorted(_PAID))}); {name} costs nothing")
    if name in _OWN:
        engine: Engine = load(_OWN[name])(**({"budget": budget} if takes_budget(name) else {}))
        return engine
    if name not in _others():
        raise InputError(f"--engine {name}: no such engine; there are {', '.join(engine_names())}")
    return _checked(name, _make(_others()[name]))


def open_pipeline(engine: str | Engine = DEFAULT) -> Pipeline:
    """What reads with an engine. Raises InputError where there is none of the name."""
    return Pipeline(make_engine(engine) if isinstance(engine, str) else engine)


def _make(entry: "EntryPoint") -> Any:
    """What another package's maker gives: whatever goes wrong there is told in a line."""
    try:
        return entry.load()()
    except InputError:
        raise
    except Exception as error:
        what = " ".join(str(error).split())
        raise InputError(f"--engine {entry.name}: {entry.value} cannot be loaded: {type(error).__name__}: {what}") from error


def _checked(name: str, made: Any) -> Engine:
    if not isinstance(made, Engine) or not isinstance(made.name, str) or not made.name:
        raise InputError(f"--engine {name}: {_others()[name].value} gives no engine; one has a name, and draft(document)")
    return made
