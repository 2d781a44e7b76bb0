"""Settings of the model: file and environment, wrong ones named in a line, the key shown to nobody."""

import copy
import pickle
import traceback
from pathlib import Path

import msgspec
import pytest

from wektor.engines.llm.settings import Secret, Settings
from wektor.model import InputError

KEY = "sk-a-secret-key"
PLACE = {"WEKTOR_LLM_URL": "http://localhost:1/v1", "WEKTOR_LLM_MODEL": "m"}


def of(folder: Path, table: str = "", **environment: str) -> Settings:
    """Settings of a file with this text, and of variables."""
    path = folder / "own.toml"
    path.write_text(table, encoding="utf-8")
    return Settings.of({"WEKTOR_CONFIG": str(path)} | environment)


def test_the_file_says_it_and_the_environment_goes_before_it(tmp_path: Path) -> None:
    table = '[llm]\nurl = "https://a/v1"\nmodel = "big"\nkey = "k"\nprice_in = 2.5\nprice_out = 10\ncurrency = "EUR"\nbudget = 5\nconcurrency = 8\nmode = "tool"\nrequests_per_minute = 30\n'
    settings = of(tmp_path, table, WEKTOR_LLM_MODEL="small", WEKTOR_LLM_SEED="7", WEKTOR_LLM_CACHE="~/c")
    assert (settings.url, settings.model, settings.key.reveal(), settings.seed) == ("https://a/v1", "small", "k", 7)
    assert (settings.price_in, settings.price_out, settings.currency, settings.budget) == (2.5, 10.0, "EUR", 5.0)
    assert (settings.concurrency, settings.mode, settings.requests_per_minute) == (8, "tool", 30.0)
    assert settings.cache == Path.home() / "c"


def test_without_a_file_the_environment_is_enough(tmp_path: Path) -> None:
    settings = Settings.of(PLACE | {"WEKTOR_CONFIG": str(tmp_path / "none.toml")})
    assert (settings.url, settings.model, settings.mode, settings.budget) == ("http://localhost:1/v1", "m", "auto", None)


@pytest.mark.parametrize("environment", [{}, {"WEKTOR_LLM_URL": "localhost", "WEKTOR_LLM_MODEL": "m"}, {"WEKTOR_LLM_URL": "http://localhost/v1"}])
def test_what_is_missing_is_named_in_a_line(tmp_path: Path, environment: dict[str, str]) -> None:
    with pytest.raises(InputError, match="WEKTOR_LLM_URL") as told:
        of(tmp_path, **environment)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(("table", "told"), [
    ("[llm]\nprices = 2", "prices"), ('[llm]\nmode = "json"', "mode"), ("[llm]\nconcurrency = 0", "concurrency"), ("[llm]\ntimeout = 'long'", "timeout"),
    ("[llm", "is no TOML"), ("llm = 3", "is no table"), ("[llm]\nkey = 3", "key")])  # fmt: skip
def test_wrong_settings_are_named_in_a_line(tmp_path: Path, table: str, told: str) -> None:
    with pytest.raises(InputError, match=told) as error:
        of(tmp_path, table, **PLACE)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("change", [
    {"WEKTOR_LLM_KEY": KEY + "é"}, {"WEKTOR_LLM_KEY": KEY + "\n" + KEY}, {"WEKTOR_LLM_URL": f"http://me:{KEY}@localhost/v1"}, {"WEKTOR_LLM_URL": f"http://localhost/v1?key={KEY}"},
    {"WEKTOR_LLM_MODEL": KEY}, {"WEKTOR_LLM_MODE": KEY}, {"WEKTOR_LLM_SEED": KEY}])  # fmt: skip
def test_no_error_tells_the_key(tmp_path: Path, change: dict[str, str]) -> None:
    with pytest.raises(InputError) as error:
        of(tmp_path, **PLACE | {"WEKTOR_LLM_KEY": KEY} | change)
    assert KEY not in "".join(traceback.format_exception(error.value))


def test_the_key_is_neither_printed_nor_stored(tmp_path: Path) -> None:
    settings = of(tmp_path, f'[llm]\nkey = " {KEY} "\n', **PLACE)
    assert settings.key.reveal() == KEY
    assert KEY not in f"{settings} {settings!r} {settings.key} {settings.key!s:>40}"
    for store in (pickle.dumps, copy.deepcopy, msgspec.json.encode, msgspec.to_builtins):
        with pytest.raises(TypeError) as error:
            store(settings)
        assert KEY not in "".join(traceback.format_exception(error.value))


def test_a_broken_file_with_a_key_does_not_tell_it(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        of(tmp_path, f'[llm]\nkey = "{KEY}\n', **PLACE)
    assert KEY not in "".join(traceback.format_exception(error.value))
    assert "Secret" in repr(Secret(KEY))
