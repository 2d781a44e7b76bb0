"""The pipeline: a document goes in, a reading comes out: claims, what was refused, and why."""

from collections.abc import Iterator

import msgspec

from wektor.engines.grammar import GrammarEngine
from wektor.engines.protocol import Engine, Telling
from wektor.grounding import ground
from wektor.lexicon.loading import language_codes
from wektor.model import Claim, Document, Draft, InputError, Rejected
from wektor.text.languages import identify_language


class Reading(msgspec.Struct, frozen=True):
    """What a document says: claims that are grounded, and the drafts that were refused."""

    document: Document
    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...]


class Pipeline:
    """Reads documents one by one with an engine, the grammar unless another is given, behind grounding by the grammar."""

    def __init__(self, engine: Engine | None = None) -> None:
        self.reader = GrammarEngine()
        self.engine: Engine = engine or self.reader

    def read(self, document: Document) -> Reading:
        """Read a document. Raises InputError where its language has no pack, or another package's engine fails."""
        document = with_language(document)
        try:
            results = [self._ground(draft, document) for draft in self.engine.draft(document)]
        except Exception as error:
            if isinstance(error, InputError) or type(self.engine).__module__.startswith("wektor."):
                raise
            what = " ".join(str(error).split())  # what others wrote must not stop a run
            raise InputError(f"{document.id}: the engine {self.engine.name} failed: {type(error).__name__}: {what}") from error
        claims = tuple(r for r in results if isinstance(r, Claim))
        return Reading(document, claims, tuple(r for r in results if isinstance(r, Rejected)))

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
    code = document.lang or identify_language(document.text, known)
    if code not in known:
        what = f"language {code!r} has no pack" if code else "the language is not known"
        raise InputError(f"{document.id}: {what}; known are {', '.join(known)}; name one with --lang")
    return document if document.lang else msgspec.structs.replace(document, lang=code)
