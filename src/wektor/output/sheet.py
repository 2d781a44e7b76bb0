"""Claims as CSV, for spreadsheets: one row a claim."""

import csv
from collections.abc import Sequence
from typing import TextIO

from wektor.model import KINDS, Claim
from wektor.output.defusing import defuse
from wektor.output.wording import word_role

_ROLES = tuple(dict.fromkeys(role for spec in KINDS.values() for role in spec.roles))
HEADER = ("doc", "kind", "attribute", "status", "date", *_ROLES, "quote", "start", "end", "confidence", "frame")


def write_csv(claims: Sequence[Claim], out: TextIO) -> None:
    """Write a header and a row for each claim."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for c in claims:
        roles = [defuse(word_role(c, role)) for role in _ROLES]
        writer.writerow([defuse(c.doc), c.kind, c.attribute or "", c.status, c.date or "", *roles,
                         defuse(" ".join(c.evidence.text.split())), c.evidence.start, c.evidence.end, c.confidence, c.frame or ""])  # fmt: skip
