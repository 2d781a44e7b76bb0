"""Parts that are loaded when they are first asked for, by ``module:name``, so that a program starts fast."""

from importlib import import_module
from typing import Any


def load(part: str) -> Any:
    """The thing called ``name`` in ``module``."""
    module, _, name = part.partition(":")
    return getattr(import_module(module), name)
