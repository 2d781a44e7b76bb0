"""The register: documents in, deals out, every cell cited."""

from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType

from wektor.app.intake import Added, Intake
from wektor.app.keeping import Keeper
from wektor.app.opening import open_store
from wektor.app.pipeline import Pipeline
from wektor.model import Document
from wektor.sources.results import Result
from wektor.stores import Store


class Register:
    """A register of deals, kept in a store. To be closed, or used in a ``with``; not to be shared by threads.

    >>> from wektor import Document, Register
    >>> with Register.open("memory:") as register:
    ...     added = register.add([Document(id="a", text="Leonardo delivered two AW109 helicopters to Nigeria in April 2019.")])
    >>> added.documents, added.claims
    (1, 1)
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._keeper = Keeper()
        self._pipeline: Pipeline | None = None

    @classmethod
    def open(cls, url: str | Path | None = None, *, create: bool = True) -> "Register":
        """The register at a path, a ``postgresql://`` address or ``memory:``; else at WEKTOR_DB, else ``wektor.db``.

        Raises StoreError where it cannot be opened, or is not there and ``create`` is False.
        """
        return cls(open_store(url, create=create))

    def __enter__(self) -> "Register":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of files and connections."""
        self.store.close()

    def add(self, sources: Iterable[Document | Result], *, words: str = "", tell: Callable[[Added], None] = lambda added: None) -> Added:
        """Read documents, or what ``sources.Gatherer`` gives, into the register; what is known is passed over.

        Batches are committed whole, so that stopping loses nothing that was committed and adding again does what is
        missing. ``tell`` hears how far it is. Raises StoreError.
        """
        self._pipeline = self._pipeline or Pipeline()
        intake = Intake(self.store, self._keeper, self._pipeline, words)
        for added in intake.take(sources):
            tell(added)
        return intake.added
