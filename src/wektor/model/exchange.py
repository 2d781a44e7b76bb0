"""The codebook's exchange format: claims as JSON Lines, written and read back."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from wektor.model.claims import Actor, Claim, Equipment, Filler, Money, Quantity, Thing
from wektor.model.errors import InputError
from wektor.model.spans import Evidence


class _Line(msgspec.Struct, kw_only=True):
    """A line with its fillers still undecoded: which type a filler is shows in the keys that it bears."""

    doc: str
    kind: str
    attribute: str | None = None
    status: str
    date: str | None = None
    roles: dict[str, tuple[dict[str, Any], ...]]
    evidence: Evidence
    more_evidence: tuple[Evidence, ...] = ()
    reported_by: str | None = None
    engine: str = "grammar"
    frame: str | None = None
    confidence: float = 0.5


_DECODER = msgspec.json.Decoder(_Line)


def encode_claim(claim: Claim) -> str:
    """One claim as one line, without its line end."""
    return msgspec.json.encode(claim_record(claim)).decode("utf-8")


def claim_record(claim: Claim) -> dict[str, Any]:
    """A claim as plain values, keys in the codebook's order; ``more_evidence`` and ``frame`` only where there are."""
    record: dict[str, Any] = {
        "doc": claim.doc,
        "kind": claim.kind,
        "attribute": claim.attribute,
        "status": claim.status,
        "date": claim.date,
        "roles": {role: [_filler_record(f) for f in fillers] for role, fillers in claim.roles.items()},
        "evidence": msgspec.to_builtins(claim.evidence),
    }
    if claim.more_evidence:
        record["more_evidence"] = msgspec.to_builtins(claim.more_evidence)
    record |= {"reported_by": claim.reported_by, "engine": claim.engine}
    if claim.frame is not None:
        record["frame"] = claim.frame
    return record | {"confidence": claim.confidence}


def _filler_record(filler: Filler) -> dict[str, Any]:
    record: dict[str, Any] = msgspec.to_builtins(filler)
    if isinstance(filler, Equipment) and filler.cls is None:
        del record["class"]
    return record


def decode_claim(line: str | bytes) -> Claim:
    """The claim of one line. Raises ``msgspec.ValidationError`` or ``msgspec.DecodeError`` on anything else."""
    record = _DECODER.decode(line)
    roles = {role: tuple(_decode_filler(filler) for filler in fillers) for role, fillers in record.roles.items()}
    fields = {name: getattr(record, name) for name in record.__struct_fields__ if name != "roles"}
    return Claim(**fields, roles=roles)


def _decode_filler(record: dict[str, Any]) -> Filler:
    return msgspec.convert(record, _filler_type(record))


def _filler_type(record: dict[str, Any]) -> type[Filler]:
    if "currency" in record:
        return Money
    if "unit" in record:
        return Quantity
    prefix = str(record.get("id", "")).partition(":")[0]
    return Equipment if prefix in ("eq", "class") else Actor if prefix in ("state", "org") else Thing


def read_claims(lines: Iterable[str], name: str = "claims") -> Iterator[Claim]:
    """The claims of a JSON Lines file; a bad line is an InputError that names the file, the line and the field."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield decode_claim(line)
            except msgspec.DecodeError as error:
                raise InputError(f"{name}, line {number}: {error}") from error


def by_document(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Claims gathered by the document that they were read from."""
    gathered: dict[str, list[Claim]] = {}
    for claim in claims:
        gathered.setdefault(claim.doc, []).append(claim)
    return gathered
