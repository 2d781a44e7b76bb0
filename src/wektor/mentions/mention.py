"""A mention: tokens of a sentence that stand for an actor, an item, a person or a name, with their grammar."""

from wektor.text.words import Token  # noqa: F401  (documented type of the sentence)

ACTORS = frozenset({"state", "org", "force", "ministry", "agency", "government", "people", "office", "side", "firm"})

VARIANT_MARKS = frozenset({"block", "blok", "tranche", "batch", "mk", "mod"})  # words before the number of a mark


class Mention:
    """Tokens ``[i, j)`` with what they stand for.

    ``kind``: state, org, force, ministry, agency, government, people, office, side, firm (an anaphor "the company"),
    item, name (unknown capitalised), place. ``head`` is the token that bears case and number; ``modifies`` the token
    number of the noun that an adjectival state stands beside; ``origin`` the state that an item is said to come from;
    ``usual`` the state that the words mean where no other is named; ``voice`` says that it is "we", of whoever speaks.
    """

    __slots__ = (
        "adjectival",
        "anaphor",
        "cases",
        "cls",
        "coord",
        "definite",
        "designated",
        "end",
        "guessed",
        "head",
        "i",
        "id",
        "j",
        "kind",
        "name",
        "np",
        "number",
        "number_value",
        "origin",
        "origin_span",
        "possessive",
        "prep",
        "prep_at",
        "qty",
        "start",
        "state",
        "text",
        "usual",
        "voice",
        "weak",
    )  # fmt: skip

    def __init__(self, i: int, j: int, kind: str, ident: str, name: str, state: str | None) -> None:
        self.i, self.j, self.kind, self.id, self.name, self.state = i, j, kind, ident, name, state
        self.np = i
        self.head, self.cases, self.number = j - 1, 0, 0
        self.cls: str | None = None
        self.usual: str | None = None
        self.origin: str | None = None
        self.origin_span: tuple[int, int] | None = None
        self.adjectival = self.possessive = self.weak = self.anaphor = self.designated = self.definite = self.guessed = self.voice = False
        self.prep: int | None = None
        self.prep_at = -1
        self.qty: object = None
        self.number_value: object = None
        self.coord: Mention | None = None
        self.start = self.end = 0
        self.text = ""

    @property
    def actor(self) -> bool:
        """Whether it stands for somebody who can act."""
        return self.kind in ACTORS

    def stand_for(self, other: "Mention") -> None:
        """Name whom or what the other names."""
        self.kind, self.id, self.name, self.state, self.cls = other.kind, other.id, other.name, other.state, other.cls

    def __repr__(self) -> str:
        return f"<{self.kind} {self.name or self.text!r} {self.i}:{self.j}{' adj' if self.adjectival else ''}>"


def list_head(mention: Mention) -> Mention:
    """The first member of the list in which the mention stands; itself where there is none."""
    while mention.coord is not None:
        mention = mention.coord
    return mention
