"""Measuring the reading: scores of a gold directory, the grounding oracle, the gate."""

from collections.abc import Iterator
from pathlib import Path

from wektor.app.pipeline import Pipeline
from wektor.evaluation import (
    Scores,
    check_gate,
    evaluate_directory,
    load_gold,
    load_pins,
    pin_floors,
    run_oracle,
    save_pins,
)  # fmt: skip
from wektor.grounding import ground
from wektor.lexicon.loading import language_codes
from wektor.model import Claim, Document
from wektor.output.exchange import encode_claim


def measure(gold_dir: Path, lang: str | None, predictions: Path | None) -> Scores:
    """Scores of the documents whose language has a pack; the claims are kept in ``predictions`` if it is given."""
    pipeline = Pipeline()
    kept: list[str] = []

    def read(document: Document) -> list[Claim]:
        claims = list(pipeline.read(document).claims)
        kept.extend(encode_claim(c) for c in claims)
        return claims

    scores = evaluate_directory(gold_dir, read, languages=[lang] if lang else language_codes())
    if predictions is not None:
        predictions.write_text("".join(line + "\n" for line in kept), encoding="utf-8")
    return scores


def try_oracle(gold_dir: Path, lang: str | None) -> Iterator[str]:
    """What grounding refuses of altered claims, in lines."""
    engine = Pipeline().reader
    known = [lang] if lang else language_codes()
    documents = [d.document for d in load_gold(gold_dir) if d.lang in known]
    report = run_oracle(documents, engine.draft, lambda draft, document: ground(draft, document, engine), seed=20)
    for name, count in (("unaltered that pass", report.passed), ("foreign facts caught", report.foreign_caught),
                        ("contrary facts caught", report.contrary_caught)):  # fmt: skip
        yield f"{name:<24} {count.right} of {count.total} ({100 * count.share:.1f} %)"


def run_gate(evals: Path, corpus: Path, *, pin: bool, lower: bool) -> Iterator[str]:
    """Check (or pin) the floors of each set that is there."""
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
