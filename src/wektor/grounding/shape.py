"""Whether a draft keeps to the codebook: its kind, status, attribute, roles, and who may fill them."""

from collections.abc import Iterator

from wektor.model import KINDS, STATUSES, Actor, Draft, Filler, Money, Quantity

# A fleet may well be of the operator's own make, so maker and operator are not among them.
_OPPOSITE_SIDES = (("supplier", "recipient"), ("licensor", "producer"), ("parts_supplier", "producer"))


def misshapen(draft: Draft) -> Iterator[str]:
    """Why the draft is no claim of the codebook, one reason after the other."""
    spec = KINDS.get(draft.kind)
    if spec is None:
        yield f"no such kind: {draft.kind}"
        return
    if draft.status not in STATUSES:
        yield f"no such status: {draft.status}"
    if draft.attribute is not None and draft.attribute not in spec.attributes:
        yield f"{draft.kind} has no attribute {draft.attribute}"
    yield from (f"{draft.kind} has no role {role}" for role in draft.roles if role not in spec.roles)
    if not any(draft.roles.get(role) for role in spec.core):
        yield f"no core role of {draft.kind} is filled ({', '.join(spec.core)})"
    for role, fillers in draft.roles.items():
        yield from (f"a {type(filler).__name__.lower()} fills {role}" for filler in fillers if not _fits(role, filler))
    yield from _same_on_both_sides(draft)
    if not 0 <= draft.confidence <= 1:
        yield f"confidence {draft.confidence} is not between 0 and 1"


def _fits(role: str, filler: Filler) -> bool:
    if role == "quantity":
        return isinstance(filler, Quantity)
    if role == "value":
        return isinstance(filler, Money)
    return not isinstance(filler, Quantity | Money)


def miscounted(draft: Draft) -> Iterator[str]:
    """Training counts people, and nothing else does: the same figure can be read as either."""
    for filler in draft.roles.get("quantity", ()):
        if isinstance(filler, Quantity) and (filler.unit == "people") != (draft.kind == "training"):
            yield f"{draft.kind} counts no {filler.unit}"


def _same_on_both_sides(draft: Draft) -> Iterator[str]:
    """Who gives to himself. Of several who make something together one may well bring the design, or parts."""
    for giver, taker in _OPPOSITE_SIDES:
        takers = {filler.id for filler in draft.roles.get(taker, ()) if isinstance(filler, Actor)}
        if taker == "producer" and len(takers) > 1:
            continue
        for filler in draft.roles.get(giver, ()):
            if isinstance(filler, Actor) and filler.id in takers:
                yield f"{filler.name} is both {giver} and {taker}"
