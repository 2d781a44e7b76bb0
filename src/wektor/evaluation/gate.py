"""The quality gate: floors by language, pinned together with the digest of the corpus that they were measured on."""

import hashlib
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from wektor.evaluation.report import measures
from wektor.evaluation.scoring import Scores
from wektor.model import InputError, WektorError

_ROUNDING = 1e-9


class Pin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Floors of one gold set: measures by language, as shares of 1."""

    digest: str
    floors: dict[str, dict[str, float]]


class GateError(WektorError):
    """Quality fell below a floor, or a floor no longer belongs to its corpus."""


def corpus_digest(directory: Path) -> str:
    """A digest of the gold set: the name and content of every ``.json`` and ``.txt`` file, in order."""
    total = hashlib.sha256()
    for path in sorted(p for p in directory.iterdir() if p.suffix in (".json", ".txt") and p.name != "floors.json"):
        total.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def load_pins(path: Path) -> dict[str, Pin]:
    """The pinned floors of every gold set; none where there is no file."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Pin])
    except FileNotFoundError:
        return {}
    except msgspec.DecodeError as error:
        raise InputError(f"{path}: {error}") from error


def save_pins(path: Path, pins: Mapping[str, Pin]) -> None:
    """Write floors so that a change of one shows as one line."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(dict(sorted(pins.items()))), indent=1) + b"\n")


def check_gate(name: str, directory: Path, scores: Scores, pins: Mapping[str, Pin]) -> None:
    """Raise a GateError of one line where the set is not pinned, has changed, or scores below a floor."""
    pin = pins.get(name)
    if pin is None:
        raise GateError(f"{name}: no floors are pinned; pin them with --pin")
    if pin.digest != corpus_digest(directory):
        raise GateError(f"{name}: the corpus has changed since its floors were pinned; pin them anew with --pin")
    fallen = list(_below(measured(scores), pin.floors))
    if fallen:
        raise GateError(f"{name}: below the floor: {'; '.join(fallen)}")


def pin_floors(
    name: str, directory: Path, scores: Scores, pins: Mapping[str, Pin], *, lower: bool = False
) -> dict[str, Pin]:
    """All pins, with those of ``name`` set to what was measured. Lowering a floor must be asked for."""
    found = measured(scores)
    fallen = list(_below(found, pins[name].floors)) if name in pins else []
    if fallen and not lower:
        raise GateError(f"{name}: pinning would lower a floor (say --lower if you mean it): {'; '.join(fallen)}")
    return {**pins, name: Pin(digest=corpus_digest(directory), floors=found)}


def measured(scores: Scores) -> dict[str, dict[str, float]]:
    """The measures of each language, rounded down so that a floor is never above what it was pinned from."""
    by_language = scores.by("lang").items()
    return {lang: {name: _round_down(value) for name, value in measures(t).items()} for lang, t in by_language}


def _round_down(value: float) -> float:
    return math.floor(value * 1000 + _ROUNDING) / 1000


def _below(found: Mapping[str, Mapping[str, float]], floors: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    for lang, values in floors.items():
        for name, floor in values.items():
            value = found.get(lang, {}).get(name)
            if value is None:
                yield f"{lang} {name} was not measured"
            elif value < floor - _ROUNDING:
                yield f"{lang} {name} {value:.3f} < {floor:.3f}"
