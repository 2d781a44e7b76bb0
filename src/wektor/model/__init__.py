"""Frozen types that every room shares: spans, documents, mentions, drafts, claims and the codebook's kinds."""

from wektor.model.claims import Actor, Claim, Draft, Equipment, Filler, Money, Quantity, Rejected, Thing
from wektor.model.dates import DateMention, Edtf
from wektor.model.documents import Document
from wektor.model.errors import InputError, PackError, StoppedError, StoreError, WektorError
from wektor.model.ontology import ATTRIBUTES, KINDS, STATUSES, KindSpec, core_roles, roles_of
from wektor.model.spans import Evidence, Span

__all__ = [
    "ATTRIBUTES",
    "KINDS",
    "STATUSES",
    "Actor",
    "Claim",
    "DateMention",
    "Document",
    "Draft",
    "Edtf",
    "Equipment",
    "Evidence",
    "Filler",
    "InputError",
    "KindSpec",
    "Money",
    "PackError",
    "Quantity",
    "Rejected",
    "Span",
    "StoppedError",
    "StoreError",
    "Thing",
    "WektorError",
    "core_roles",
    "roles_of",
]
