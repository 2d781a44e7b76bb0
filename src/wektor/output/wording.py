"""Short wording of a claim's parts, shared by table, CSV and page."""

import unicodedata

from wektor.model import Actor, Claim, Filler, Money, Quantity

_GIVERS = ("supplier", "licensor", "parts_supplier", "maker", "candidate")
_TAKERS = ("recipient", "producer", "operator")


_CONTROLS = ("Cc", "Cf", "Cs", "Zl", "Zp")
_JOINERS = "\u00ad\u200c\u200d"  # they shape words and emoji


def visible(text: str) -> str:
    """The text for a terminal: what would move a cursor, change a colour or turn the direction of letters is spelled."""
    return text if text.isprintable() else "".join(map(_spelled, text))


def _spelled(letter: str) -> str:
    hidden = unicodedata.category(letter) in _CONTROLS and letter not in _JOINERS
    return letter.encode("unicode_escape").decode() if hidden else letter


def word_filler(filler: Filler) -> str:
    """A filler in a few words."""
    if isinstance(filler, Quantity):
        value = filler.value
        return f"{value[0]}–{value[1]}" if isinstance(value, tuple) else str(value)
    if isinstance(filler, Money):
        return f"{filler.amount:,} {filler.currency}"
    return filler.name


def word_role(claim: Claim, role: str) -> str:
    """All fillers of a role."""
    return ", ".join(word_filler(f) for f in claim.roles.get(role, ()))


def word_actors(claim: Claim) -> str:
    """Who → whom; parties side by side."""
    givers = [word_role(claim, r) for r in _GIVERS if claim.roles.get(r)]
    takers = [word_role(claim, r) for r in _TAKERS if claim.roles.get(r)]
    parties = " + ".join(f.name for f in claim.roles.get("party", ()) if isinstance(f, Actor))
    flow = " → ".join(", ".join(side) for side in (givers, takers) if side)
    return flow if not parties else f"{parties} {flow}".strip()


def word_number(claim: Claim) -> str:
    """Quantity and value."""
    return "; ".join(w for w in (word_role(claim, "quantity"), word_role(claim, "value")) if w)


def word_item(claim: Claim) -> str:
    """The item, the name and the site."""
    return "; ".join(w for w in (word_role(claim, r) for r in ("item", "entity", "site")) if w)


COLUMNS = ("when", "kind", "who → whom", "what", "how many", "status", "quote")


def word_row(claim: Claim) -> tuple[str, ...]:
    """A claim as a row of the table."""
    kind = f"{claim.kind} ({claim.attribute})" if claim.attribute else claim.kind
    quote = " ".join(claim.evidence.text.split())
    return (claim.date or "", kind, word_actors(claim), word_item(claim), word_number(claim), claim.status, quote)
