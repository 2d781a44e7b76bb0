"""Measuring the reading: scores of a gold directory, the grounding oracle, the gate."""

import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from wektor.app.pipeline import Pipeline
from wektor.engines.cost import Cost
from wektor.engines.protocol import Engine, Paid
from wektor.evaluation import (
    GoldDocument,
    Scores,
    check_gate,
    load_gold,
    load_pins,
    pin_floors,
    run_oracle,
    save_pins,
    score,
)  # fmt: skip
from wektor.grounding import ground
from wektor.lexicon.loading import language_codes
from wektor.model import Claim, Document, InputError
from wektor.output.exchange import encode_claim


def measure(gold_dir: Path, lang: str | None, predictions: Path | None) -> Scores:
    """Scores of the grammar on the documents whose language has a pack; the claims are kept in ``predictions`` if it is given."""
    gold = gold_of(gold_dir, lang)
    told = read_gold(gold, Pipeline())
    if predictions is not None:
        keep_claims([told], predictions)
    return score(gold, told.claims)


class Told(msgspec.Struct, frozen=True):
    """What an engine read of gold documents: claims by document, how many documents it did not read whole, how long it took, what it cost."""

    engine: str
    claims: dict[str, Sequence[Claim]]
    unread: int
    seconds: float
    cost: Cost | None = None


def gold_of(gold_dir: Path, lang: str | None) -> list[GoldDocument]:
    """The gold documents whose language has a pack, or of one language."""
    return load_gold(gold_dir, languages=[lang] if lang else language_codes())


def read_gold(gold: Sequence[GoldDocument], pipeline: Pipeline) -> Told:
    """Every document read by the pipeline's engine; packs are loaded before the clock starts."""
    for lang in {one.lang for one in gold}:
        pipeline.reader.sentences(Document(id="", text=".", lang=lang))
    started, unread, claims = time.monotonic(), 0, dict[str, Sequence[Claim]]()
    for one in pipeline.ahead(gold, lambda g: g.document):
        reading = pipeline.read(one.document)
        claims[one.id] = reading.claims
        unread += reading.state != "read"
    cost = pipeline.engine.cost() if isinstance(pipeline.engine, Paid) else None
    return Told(pipeline.engine.name, claims, unread, time.monotonic() - started, cost)


def keep_claims(told: Iterable[Told], path: Path) -> None:
    """Write the claims of one or several engines as JSON Lines."""
    lines = (encode_claim(claim) + "\n" for each in told for claims in each.claims.values() for claim in claims)
    try:
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise InputError(f"--predictions {path}: cannot be written: {error.strerror}; name another file") from None


def try_oracle(gold_dir: Path, lang: str | None, engine: Engine | None = None) -> Iterator[str]:
    """What grounding refuses of altered drafts of an engine, the grammar unless another is given, in lines."""
    reader = Pipeline().reader
    documents = [g.document for g in gold_of(gold_dir, lang)]
    report = run_oracle(documents, (engine or reader).draft, lambda draft, document: ground(draft, document, reader), seed=20)
    for name, count in (("unaltered that pass", report.passed), ("foreign facts caught", report.foreign_caught),
                        ("contrary facts caught", report.contrary_caught)):  # fmt: skip
        yield f"{name:<24} {count.right} of {count.total} ({100 * count.share:.1f} %)"


def run_gate(evals: Path, corpus: Path, *, pin: bool, lower: bool) -> Iterator[str]:
    """Check (or pin) the floors of each set that is there. Raises InputError where the project's own set is not."""
    if not evals.is_dir():
        raise InputError(f"--evals {evals}: no such directory of gold documents; run it from the project's folder, or name one")
    path = evals / "floors.json"
    pins = load_pins(path)
    for name, directory in (("evals", evals), ("corpus", corpus)):
        if not directory.is_dir():
            yield f"{name}: {directory} is not there, not scored"
            continue
        scores = measure(directory, None, None)
        if pin:
            pins = pin_floors(name, directory, scores, pins, lower=lower)
            save_pins(path, pins)
        else:
            check_gate(name, directory, scores, pins)
        yield f"{name}: " + ", ".join(f"{lang} claim F1 {100 * t.claims.f1:.1f}" for lang, t in scores.by("lang").items())
