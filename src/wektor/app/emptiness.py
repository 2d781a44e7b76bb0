"""An empty register is said to be one: "nothing fits" would be taken for an answer."""

from typing import Protocol

from wektor.model import InputError


class Counted(Protocol):
    """What knows how much it holds."""

    def counts(self) -> dict[str, int]:
        """How many documents, claims, judgements and things there are."""


def refuse_emptiness(register: Counted, found: bool) -> None:
    """Raise InputError where nothing was found because nothing was ever read in."""
    if not found and not register.counts().get("documents"):
        raise InputError("this register is empty; wektor add FILE reads documents into it")
