"""The codebook's kinds, roles, attributes and statuses: the one table that engines, grounding, scoring and docs share."""

import msgspec

STATUSES = ("planned", "ongoing", "done", "ended", "denied")


class KindSpec(msgspec.Struct, frozen=True):
    """One kind of claim: what happened, its roles (core ones must be right), and the attributes it may bear."""

    name: str
    what: str
    core: tuple[str, ...]
    other: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()

    @property
    def roles(self) -> tuple[str, ...]:
        """Core roles, then the others."""
        return self.core + self.other


_AGREEMENT = ("memorandum", "contract", "treaty", "framework", "declaration", "letter_of_intent", "protocol",
              "licence", "roadmap", "other")  # fmt: skip
_PRODUCTION = ("maintenance", "assembly", "licence", "manufacture", "development")

KINDS: dict[str, KindSpec] = {
    spec.name: spec
    for spec in (
        KindSpec("agreement", "an instrument is signed, concluded, ratified, drafted or negotiated",
                 ("party",), ("item", "value", "site"), _AGREEMENT),
        KindSpec("order", "equipment or a service is bought, or its purchase is planned, approved or requested",
                 ("supplier", "recipient", "item"), ("quantity", "value")),
        KindSpec("delivery", "equipment is handed over, shipped, received",
                 ("recipient", "item"), ("supplier", "quantity")),
        KindSpec("aid", "equipment or money is donated, granted, lent or leased",
                 ("supplier", "recipient"), ("item", "quantity", "value"), ("donation", "grant", "loan", "lease")),
        KindSpec("production", "equipment is developed, made, assembled, licence-built or maintained somewhere",
                 ("producer", "item"), ("licensor", "parts_supplier", "quantity", "site"), _PRODUCTION),
        KindSpec("venture", "a joint company, plant, line, centre or consortium is founded, opened or planned",
                 ("party",), ("entity", "item", "site", "value")),
        KindSpec("technology_transfer", "know-how or technology passes over", ("supplier", "recipient"), ("item",)),
        KindSpec("training", "people are trained, or sent to be", ("supplier", "recipient"), ("item", "quantity")),
        KindSpec("exercise", "forces hold an exercise together", ("party",), ("entity", "site")),
        KindSpec("operation", "a force fields or operates equipment: its fleet",
                 ("operator", "item"), ("maker", "quantity")),
        KindSpec("talks", "officials or firms meet, visit, negotiate, propose, show interest", ("party",), ("item",)),
        KindSpec("selection", "a tender, a competition, a choice of supplier or contractor",
                 ("recipient",), ("candidate", "item")),
        KindSpec("relation", "formal standing changes: recognition, alliance, embargo, sanction, suspension",
                 ("party",), ("item",)),
    )
}  # fmt: skip

ATTRIBUTES: tuple[str, ...] = tuple(dict.fromkeys(a for spec in KINDS.values() for a in spec.attributes))


def roles_of(kind: str) -> tuple[str, ...]:
    """All roles that a claim of this kind may fill."""
    return KINDS[kind].roles


def core_roles(kind: str) -> tuple[str, ...]:
    """The roles that must be right for a claim of this kind to count as found."""
    return KINDS[kind].core
