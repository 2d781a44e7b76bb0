"""Counts of right, missed and wrong, and the measures that follow from them. Tallies add up."""

import msgspec


class Count(msgspec.Struct, frozen=True):
    """Right, missed and wrong ones of something that is searched for."""

    right: int = 0
    missed: int = 0
    wrong: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.missed + other.missed, self.wrong + other.wrong)

    @property
    def precision(self) -> float:
        """Share of what was predicted that is right; 1 where nothing was predicted."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 1 where nothing is there."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _share(2 * self.right, 2 * self.right + self.missed + self.wrong)


class Accuracy(msgspec.Struct, frozen=True):
    """How many of how many were right."""

    right: int = 0
    total: int = 0

    def __add__(self, other: "Accuracy") -> "Accuracy":
        return Accuracy(self.right + other.right, self.total + other.total)

    @property
    def share(self) -> float:
        """The share that was right; 1 where there was nothing to get wrong."""
        return _share(self.right, self.total)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """All counts of a document, a kind, a language or a corpus."""

    claims: Count = Count()
    arguments: Count = Count()
    paired_arguments: Count = Count()
    status: Accuracy = Accuracy()
    date: Accuracy = Accuracy()
    attribute: Accuracy = Accuracy()
    grounded: Accuracy = Accuracy()
    negatives: Accuracy = Accuracy()
    """Texts without a claim: ``right`` of them drew none."""

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(**{name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__})
