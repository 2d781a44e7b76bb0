"""Examples in the documents run, and the commands that they name are there."""

import re
from pathlib import Path

import pytest
import typer

from wektor.cli.commands import app

DOCS = sorted((Path(__file__).parents[2] / "docs").glob("*.md"))


@pytest.mark.parametrize("path", DOCS, ids=lambda p: p.name)
def test_python_examples_run(path):
    for code in re.findall(r"```python\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL):
        exec(compile(code, path.name, "exec"), {})


def test_commands_that_the_register_page_shows_are_there():
    text = (Path(__file__).parents[2] / "docs" / "register.md").read_text(encoding="utf-8")
    known = set(typer.main.get_command(app).commands)
    shown = set(re.findall(r"^wektor (\w+)", text, re.MULTILINE)) | set(re.findall(r"^\| `(\w+)", text, re.MULTILINE))
    missing = shown - known - {"add"}
    assert not missing


def test_every_command_of_the_register_is_on_its_page():
    text = (Path(__file__).parents[2] / "docs" / "register.md").read_text(encoding="utf-8")
    for name in ("deals", "deal", "events", "timeline", "fleet", "entities", "conflicts", "search", "changes", "history", "runs", "judge", "undo", "rebuild"):
        assert f"`{name}" in text or f"wektor {name}" in text, name
