"""In which form structure is asked for: by JSON schema, by a tool call, as any JSON, or by words alone; whichever the endpoint takes first."""

import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from wektor.engines.llm.settings import Mode

_LADDER = ("schema", "tool", "json", "plain")
_FIXED: dict[str, tuple[str, ...]] = {"auto": _LADDER, "schema": ("schema",), "tool": ("tool",), "plain": ("plain",)}
_SPARED = ("max_tokens", "temperature", "seed", "stream_options", "stream")  # fields that a request can do without
_STANDS_IN = {"max_tokens": "max_completion_tokens"}


class Form(msgspec.Struct, frozen=True):
    """A form, and fields that are called otherwise or left out (by the empty name)."""

    name: str = "schema"
    renamed: dict[str, str] = {}

    def shape(self, body: dict[str, Any]) -> dict[str, Any]:
        """The body in this form; ``body`` asks by schema."""
        shaped = {self.renamed.get(name, name): value for name, value in body.items()}
        shaped.pop("", None)
        if self.name == "schema":
            return shaped
        schema = shaped.pop("response_format")["json_schema"]
        if self.name == "json":
            shaped["response_format"] = {"type": "json_object"}
        elif self.name == "tool":
            function = {"name": schema["name"], "description": "Takes the claims of the article.", "parameters": schema["schema"]}
            shaped |= {"tools": [{"type": "function", "function": function}], "tool_choice": {"type": "function", "function": {"name": schema["name"]}}}
        return shaped


class Forms:
    """The form that an endpoint takes, found by trying and remembered in a file beside the kept answers."""

    def __init__(self, mode: Mode, path: Path) -> None:
        self._ladder, self._path, self._lock = _FIXED[mode], path, threading.Lock()
        self._form = self._remembered() or Form(self._ladder[0])

    def now(self) -> Form:
        """The form to try."""
        return self._form

    def next(self, form: Form, field: str) -> Form | None:
        """What to try when the endpoint did not take ``form`` and named a field (or none); None where nothing is left."""
        for name in _SPARED:
            if field and form.renamed.get(name, name) == field:
                return Form(form.name, form.renamed | {name: _STANDS_IN.get(field, "")})
        at = self._ladder.index(form.name) + 1
        if at < len(self._ladder):
            return Form(self._ladder[at], form.renamed)
        bare = dict.fromkeys(_SPARED, "")
        return Form(form.name, bare) if form.renamed != bare else None

    def took(self, form: Form) -> None:
        """The endpoint took this form: from now on it is tried first."""
        with self._lock:
            if form == self._form:
                return
            self._form = form
            with suppress(OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._path.write_bytes(msgspec.json.encode(form))

    def _remembered(self) -> Form | None:
        try:
            form = msgspec.json.decode(self._path.read_bytes(), type=Form)
        except (OSError, msgspec.MsgspecError):
            return None
        return form if form.name in self._ladder else None
