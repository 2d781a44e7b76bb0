"""Verbs: a verb group, and how it stands."""

from wektor.mentions.mention import Mention

_SHOWN = ("passive", "negated", "future", "modal", "past", "perfect", "progressive")


class Verb:
    """A verb group: tokens ``[i, j)`` with its head; how it stands (active, passive, participle, infinitive)."""

    __slots__ = ("antecedent", "clause", "future", "governor", "head", "i", "impersonal", "infinitive", "j", "link", "modal", "model", "negated",
                 "object_relative", "opens", "participle", "passive", "past", "perfect", "progressive", "relative", "subject")  # fmt: skip

    def __init__(self, i: int, j: int, head: int) -> None:
        self.i, self.j, self.head = i, j, head
        self.passive = self.negated = self.future = self.modal = self.past = False
        self.infinitive = self.participle = self.progressive = self.perfect = self.impersonal = False
        self.relative = self.object_relative = False
        self.governor: Verb | None = None
        self.model: Verb | None = None  # of a dash: the verb that it stands for, and the token with which its clause opens
        self.opens = -1
        self.antecedent: Mention | None = None
        self.subject: list[Mention] = []
        self.link: list[tuple[str, float]] = []  # relations of the antecedent, where the relative pronoun shows them
        self.clause = 0

    def repeated(self, i: int, j: int, head: int, opens: int, *traits: str) -> "Verb":
        """A verb that is left out at ``[i, j)``, of a clause that ``opens`` there: this one said again, with what every verb shows and ``traits``."""
        gap = Verb(i, j, head)
        for trait in (*_SHOWN, *traits):
            setattr(gap, trait, getattr(self, trait))
        gap.model, gap.opens = self, opens
        return gap

    def __repr__(self) -> str:
        flags = [f for f in ("passive", "negated", "future", "modal", "past", "infinitive", "participle", "relative") if getattr(self, f)]
        return f"V{self.i}:{self.j}@{self.head}{flags}"
