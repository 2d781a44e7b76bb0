"""Where the model is, how it is asked, and what it may cost: from the settings file and the environment.

The file is ``wektor.toml`` in the user's config directory, or whatever ``WEKTOR_CONFIG`` names; its table ``[llm]`` bears
the names of the fields. ``WEKTOR_LLM_URL`` and so on, one variable for each field, go before it.
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn
from urllib.parse import urlsplit

import msgspec
import platformdirs

from wektor.model import InputError

FILE = "wektor.toml"
_PREFIX = "WEKTOR_LLM_"
_NEEDED = ("--engine llm needs WEKTOR_LLM_URL (such as http://localhost:11434/v1) and WEKTOR_LLM_MODEL, or url and model in the table [llm] of {file}; "
           "WEKTOR_LLM_KEY if the endpoint asks for one")  # fmt: skip

Mode = Literal["auto", "schema", "tool", "plain"]
"""How structure is asked for: by JSON schema, by a tool call, by words alone, or by the first of these that the endpoint takes."""

_Positive = Annotated[float, msgspec.Meta(gt=0)]
_Price = Annotated[float, msgspec.Meta(ge=0)]
_Count = Annotated[int, msgspec.Meta(ge=1)]


class Secret:
    """A key that shows itself to nobody who prints, copies or stores it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The key, for the endpoint alone."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is neither copied nor stored")


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the model is, how it is asked, and what it may cost.

    ``timeout`` is in seconds, and so is ``pause``, which comes before the second try and doubles; ``longest`` is in tokens of an
    answer, which comes in pieces with ``stream``; ``price_in`` and ``price_out`` are in ``currency`` for a
    million tokens, and ``budget`` in the same for a run. Prices of 0 and a budget of None mean that nobody counts.
    """

    url: str
    model: str
    key: Secret = Secret("none")  # endpoints without keys ignore it
    seed: int = 20
    mode: Mode = "auto"
    timeout: _Positive = 120.0
    retries: Annotated[int, msgspec.Meta(ge=0)] = 5
    pause: _Positive = 0.5
    stream: bool = False
    longest: _Count = 8_192
    concurrency: _Count = 4
    requests_per_minute: _Positive | None = None
    price_in: _Price = 0.0
    price_out: _Price = 0.0
    currency: str = "USD"
    budget: _Price | None = None
    cache: Path = Path(platformdirs.user_cache_dir("wektor")) / "llm"

    @staticmethod
    def of(environment: Mapping[str, str] = os.environ) -> "Settings":
        """Settings of the file and the environment. Raises InputError where they are missing or wrong."""
        path = settings_file(environment)
        found = _table(path) | _variables(environment)
        if not str(found.get("url", "")).startswith(("http://", "https://")) or not found.get("model"):
            raise InputError(_NEEDED.format(file=path))
        try:
            settings = msgspec.convert(found, Settings, strict=False, dec_hook=_decode)
        except msgspec.ValidationError as error:
            raise InputError(f"settings of the model ({path}, {_PREFIX}…): {_without(error, found)}") from None
        return _checked(settings)


def settings_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the settings file lies, if there is one."""
    named = environment.get("WEKTOR_CONFIG")
    return Path(named) if named else Path(platformdirs.user_config_dir("wektor")) / FILE


def _table(path: Path) -> dict[str, Any]:
    """The table ``[llm]`` of the file; empty where there is none."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("llm", {})
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}; name another with WEKTOR_CONFIG") from None
    except ValueError as error:  # no TOML, or no UTF-8; tomllib names the place, not the words there
        raise InputError(f"{path}: is no TOML: {type(error).__name__}{_place(error)}") from None
    if not isinstance(table, dict):
        raise InputError(f"{path}: llm is no table; write [llm] above its settings")
    return table


def _place(error: ValueError) -> str:
    _, _, place = str(error).partition("(")
    return f" ({place}" if place.startswith("at line") else ""


def _variables(environment: Mapping[str, str]) -> dict[str, str]:
    named = {name: environment.get(_PREFIX + name.upper(), "") for name in Settings.__struct_fields__}
    return {name: value for name, value in named.items() if value}


def _decode(wanted: type, value: object) -> object:
    if wanted is Secret and isinstance(value, str):
        return Secret(value.strip())
    if wanted is Path and isinstance(value, str):
        return Path(value).expanduser()
    raise ValueError(f"Expected `str`, got `{type(value).__name__}`")


def _without(error: msgspec.ValidationError, found: Mapping[str, Any]) -> str:
    """The error in a line, without the key should it repeat it."""
    key = str(found.get("key", ""))
    return str(error).replace(key, "…") if key else str(error)


def _checked(settings: Settings) -> Settings:
    """Settings whose key can be sent, and stands nowhere else."""
    key = settings.key.reveal()
    if not (key.isascii() and key.isprintable()):
        raise InputError("WEKTOR_LLM_KEY holds characters that no key has; copy it anew")
    if urlsplit(settings.url).password is not None or (key and key != "none" and key in settings.url + settings.model):
        raise InputError("WEKTOR_LLM_URL and WEKTOR_LLM_MODEL must not hold the key; give it as WEKTOR_LLM_KEY")
    return settings
