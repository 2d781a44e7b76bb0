"""Scores as rows of a table and as plain JSON values. How rows are printed is the faces' affair."""

from collections.abc import Iterable, Sequence
from typing import Any

from wektor.evaluation.errors import ScoringError, show_accepted
from wektor.evaluation.scoring import Grouping, Scores
from wektor.evaluation.tally import Tally
from wektor.model import Claim

COLUMNS = ("", "claims", "precision", "recall", "claim F1", "argument F1", "status", "date", "attribute", "grounded",
           "negatives")  # fmt: skip


def measures(tally: Tally) -> dict[str, float]:
    """The measures that floors are set on, as shares of 1."""
    return {
        "claim_f1": tally.claims.f1,
        "argument_f1": tally.arguments.f1,
        "status": tally.status.share,
        "date": tally.date.share,
        "grounded": tally.grounded.share,
    }


def table_rows(scores: Scores, grouping: Grouping = "lang") -> list[tuple[str, ...]]:
    """One row of text for each group and one for all, under ``COLUMNS``."""
    rows = [_row(name, tally) for name, tally in scores.by(grouping).items()]
    return [*rows, _row("all", scores.total)]


def rows_beside(readings: Sequence[tuple[str, Scores]], grouping: Grouping | None = None) -> list[tuple[str, ...]]:
    """Rows of several engines, an engine's name before each: for each group of the grouping, if there is one, then for all."""
    grouped = [(name, scores.by(grouping) if grouping else {}) for name, scores in readings]
    groups = dict.fromkeys(group for _, tallies in grouped for group in tallies)
    rows = [(name, *_row(group, tallies[group])) for group in groups for name, tallies in grouped if group in tallies]
    return [*rows, *((name, *_row("all", scores.total)) for name, scores in readings)]


def _row(name: str, tally: Tally) -> tuple[str, ...]:
    claims = tally.claims
    shares = (claims.precision, claims.recall, claims.f1, tally.arguments.f1, tally.status.share, tally.date.share)
    negatives = f"{tally.negatives.right}/{tally.negatives.total}" if tally.negatives.total else ""
    return (
        name,
        f"{claims.right}/{claims.right + claims.missed}",
        *(f"{100 * share:.1f}" for share in shares),
        f"{100 * tally.attribute.share:.1f}" if tally.attribute.total else "",
        f"{100 * tally.grounded.share:.1f}",
        negatives,
    )


def as_json(scores: Scores, groupings: Iterable[Grouping] = ("lang", "kind", "doc")) -> dict[str, Any]:
    """Everything that was counted, as values that JSON knows."""
    grouped = {name: {key: tally_json(t) for key, t in scores.by(name).items()} for name in groupings}
    return {"all": tally_json(scores.total), **{f"by_{name}": values for name, values in grouped.items()}}


def tally_json(tally: Tally) -> dict[str, Any]:
    """Counts and measures of one tally."""
    return {
        "found": tally.claims.right,
        "missed": tally.claims.missed,
        "wrong": tally.claims.wrong,
        "precision": round(tally.claims.precision, 4),
        "recall": round(tally.claims.recall, 4),
        **{name: round(value, 4) for name, value in measures(tally).items()},
        "paired_argument_f1": round(tally.paired_arguments.f1, 4),
        "attribute": round(tally.attribute.share, 4),
        "negatives": {"clean": tally.negatives.right, "texts": tally.negatives.total},
    }


def error_lines(error: ScoringError) -> list[str]:
    """A mistake as a few lines of text: what, where, gold, prediction, and why."""
    gold = error.gold
    lines = [f"{error.outcome.upper()} {error.doc}: {'; '.join(error.why)}", f"  text  {error.sentence}"]
    if gold is not None:
        fillers = ", ".join(f"{a.role}={show_accepted(a)}" for a in gold.arguments)
        lines.append(f"  gold  {'/'.join(gold.kinds)} {gold.status} {gold.date} {fillers} | {gold.anchor}")
    if error.claim is not None:
        lines.append(f"  read  {_claim_line(error.claim)}")
    return lines


def _claim_line(claim: Claim) -> str:
    fillers = ", ".join(f"{r}={getattr(f, 'name', f.text)}" for r, fs in claim.roles.items() for f in fs)
    return f"{claim.kind} {claim.status} {claim.date} {fillers} | {claim.frame if claim.engine == 'grammar' else claim.engine}"
