"""The pipeline: a document goes in, a reading comes out: claims, what was refused, and why."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Literal, TypeVar
from unicodedata import normalize

import msgspec

from wektor.app.composing import Written
from wektor.engines.grammar import GrammarEngine
from wektor.engines.protocol import Engine, Foreseeing, Halting, Missed, Telling
from wektor.grounding import ground
from wektor.lexicon.loading import language_codes
from wektor.model import Claim, Document, Draft, InputError, Rejected
from wektor.text.languages import identify_language

State = Literal["read", "partly", "failed"]
T = TypeVar("T")


class Reading(msgspec.Struct, frozen=True):
    """What a document says: claims that are grounded, the drafts that were refused, and what of the text was not read."""

    document: Document
    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...]
    missed: tuple[Missed, ...] = ()

    @property
    def state(self) -> State:
        """Whether the text was read, in part, or not at all."""
        if not self.missed:
            return "read"
        unread = {i for m in self.missed for i in range(m.start, m.end)}
        return "partly" if any(not c.isspace() and i not in unread for i, c in enumerate(self.document.text)) else "failed"

    def gaps(self) -> Iterator[str]:
        """What was not read, in lines: which paragraphs, and why."""
        if self.state == "failed":
            yield "; ".join(dict.fromkeys(m.reason for m in self.missed))
            return
        yield from (m.words(self.document.text) for m in self.missed)


class Pipeline:
    """Reads documents one by one with an engine, the grammar unless another is given, behind grounding by the grammar."""

    def __init__(self, engine: Engine | None = None) -> None:
        self.reader = GrammarEngine()
        self.engine: Engine = engine or self.reader

    def read(self, document: Document) -> Reading:
        """Read a document. Raises InputError where its language has no pack, or another package's engine fails."""
        document = with_language(document)
        written = Written(document)
        try:
            results = [self._ground(draft, written.document) for draft in self.engine.draft(written.document)]
        except Exception as error:
            if isinstance(error, InputError) or type(self.engine).__module__.startswith("wektor."):
                raise
            what = " ".join(str(error).split())  # what others wrote must not stop a run
            raise InputError(f"{document.id}: the engine {self.engine.name} failed: {type(error).__name__}: {what}") from error
        claims = tuple(written.claim(r) for r in results if isinstance(r, Claim))
        refused = tuple(written.rejected(r) for r in results if isinstance(r, Rejected))
        missed = tuple(map(written.missed, self.engine.missed(written.document))) if isinstance(self.engine, Halting) else ()
        return Reading(document, claims, refused, missed)

    def ahead(self, items: Iterable[T], document_of: Callable[[T], Document | None]) -> Iterator[T]:
        """The items as they come; an engine that can begin early hears of their documents before they are read."""
        if not isinstance(self.engine, Foreseeing) or not self.engine.ahead:
            yield from items
            return
        waiting: deque[T] = deque()
        for item in items:
            self._foresee(document_of(item))
            waiting.append(item)
            if len(waiting) > self.engine.ahead:
                yield waiting.popleft()
        yield from waiting

    def _foresee(self, document: Document | None) -> None:
        if document is not None and document.text.strip() and isinstance(self.engine, Foreseeing):
            with suppress(InputError):  # it is told when the document is read
                self.engine.expect(Written(with_language(document)).document)

    def _ground(self, draft: Draft, document: Document) -> Claim | Rejected:
        if not isinstance(draft, Draft):
            raise TypeError(f"it gave a {type(draft).__name__}, not a Draft")
        return ground(draft, document, self.reader)

    def complaints(self) -> Iterator[str]:
        """What an engine could not read, in lines; to be asked when all documents are read."""
        return self.engine.complaints() if isinstance(self.engine, Telling) else iter(())


def with_language(document: Document) -> Document:
    """The document with its language set: as given, else identified."""
    known = language_codes()
    code = document.lang or identify_language(normalize("NFC", document.text), known)
    code = code.lower().replace("_", "-").partition("-")[0] if code and code not in known else code  # "pl-PL", "EN"
    if code not in known:
        what = f"language {document.lang or code!r} has no pack" if code else "the language is not known"
        raise InputError(f"{document.id}: {what}; known are {', '.join(known)}; name one with --lang")
    return document if document.lang == code else msgspec.structs.replace(document, lang=code)
