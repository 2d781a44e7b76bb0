"""What a register remembers of sources: bytes that were read in, and what servers said of their pages."""

from wektor.model.ledger import Mark
from wektor.sources.caching import Validators
from wektor.stores import Store


class Pages:
    """A ``sources.PageCache`` over a store. What is put is written with the commit that comes next, never before the
    documents that the page gave; should that commit fail, the page is fetched again, which is no harm."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._put: dict[str, Mark] = {}

    def known(self, source: str) -> bool:
        """Whether bytes of this digest were read in."""
        with self._store.reader() as reader:
            return reader.known(source)

    def get(self, url: str) -> Validators | None:
        """What is remembered of the address; None where it is new."""
        mark = self._put.get(url)
        if mark is None:
            with self._store.reader() as reader:
                mark = reader.mark(url)
        return Validators(etag=mark.etag, modified=mark.modified, stamp=mark.stamp) if mark else None

    def put(self, url: str, validators: Validators) -> None:
        """Remember it."""
        self._put[url] = Mark(url=url, etag=validators.etag, modified=validators.modified, stamp=validators.stamp)

    def take(self) -> list[Mark]:
        """What is to be written, which is then no longer waiting."""
        marks, self._put = list(self._put.values()), {}
        return marks
