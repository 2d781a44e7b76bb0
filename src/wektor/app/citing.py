"""Footnotes: the quotes behind deals and events, each noted once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

from wektor.app.briefing.lookup import Lookup
from wektor.app.finding import make_quote
from wektor.lexicon.briefs import BriefPack
from wektor.model.briefs import Line, Note
from wektor.model.ledger import Entry
from wektor.model.register import ClaimRecord

_MOST = 3  # notes for a statement: more would hide the text


class Statement(NamedTuple):
    """What a line will say, and what it rests on: claims, else deals and events."""

    cells: Iterable[str]
    held: Sequence[str] = ()
    claims: Sequence[str] = ()


class Citer:
    """Hands out the numbers of notes, in the order in which they are asked for."""

    def __init__(self, lookup: Lookup, words: BriefPack) -> None:
        self._lookup, self._words = lookup, words
        self._numbers: dict[tuple[str, ...], int] = {}
        self._first: list[ClaimRecord] = []
        self._best: dict[str, list[str]] = {}  # claims of deals and events

    def notes(self) -> tuple[Note, ...]:
        """All notes so far; their documents are looked up now."""
        abouts = self._lookup.reader.abouts({r.document for r in self._first})
        return tuple(self._note(record, number, abouts) for number, record in enumerate(self._first, 1))

    def lines(self, statements: Iterable[Statement], most: int = _MOST) -> list[Line]:
        """Several lines, whose claims are looked up together."""
        wanted = [*statements]
        self._foresee(wanted, most)
        return [self.line(*statement, most) for statement in wanted]

    def _foresee(self, statements: Sequence[Statement], most: int) -> None:
        """Look up what lines will ask for: the claims of a second deal only where the first has too few."""
        lookup = self._lookup
        lookup.records.load(c for s in statements for c in islice(_each(s.claims), most))
        lacking = [s.held[:most] for s in statements if not s.claims]
        lookup.things.load(chain.from_iterable(lacking))
        for place in range(most):
            lacking = [ids for ids in lacking if len(ids) > place]
            lookup.records.load(c for ids in lacking if (found := lookup.things.get(ids[place])) for c in found.claims)
            lacking = [ids for ids in lacking if len({*self._behind(ids[: place + 1])}) < most]

    def line(self, cells: Iterable[str], held: Iterable[str] = (), claims: Iterable[str] = (), most: int = _MOST) -> Line:
        """A line that rests on claims, else on those of deals and events; ``most`` bounds its notes."""
        ids, own = tuple(held), tuple(claims)
        self._lookup.records.load(islice(_each(own), most))  # at once what will be asked for
        self._lookup.things.load(() if own else ids[:most])
        wanted = islice(_each(own or self._behind(ids)), most)
        numbers = dict.fromkeys(n for c in wanted if (n := self._number(c)))
        return Line(tuple(cells), tuple(numbers), ids)

    def _behind(self, ids: Iterable[str]) -> Iterator[str]:
        """The claims of deals and events; those that nobody asks for are not looked up."""
        for id in ids:
            if id not in self._best:
                found = self._lookup.things.get(id)
                self._best[id] = self._choose(found.claims) if found else []
            yield from self._best[id]

    def _choose(self, claims: Iterable[str]) -> list[str]:
        """The claims of a deal, one of each group of near-copies first, the surest first."""
        wanted = [*claims]
        self._lookup.records.load(wanted)
        records = sorted((r for c in wanted if (r := self._lookup.records.get(c))), key=lambda r: (-r.claim.confidence, r.published or "", r.id))
        groups: dict[str, ClaimRecord] = {}
        for record in records:
            groups.setdefault(record.copy_group, record)
        return [r.id for r in groups.values()][:_MOST]

    def _number(self, claim: str) -> int | None:
        """The number of the claim's quote: claims that rest on the same words of a document share it."""
        record = self._lookup.records.get(claim)
        if record is None:
            return None
        key = (record.document, *(f"{e.start}-{e.end}" for e in (record.claim.evidence, *record.claim.more_evidence)))
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self._first.append(record)
        return self._numbers[key]

    def _note(self, record: ClaimRecord, number: int, abouts: Mapping[str, Entry]) -> Note:
        quote = make_quote(record, abouts, ())
        document = quote.source.document if quote.source else None
        link = (document.url or (quote.source.place if quote.source else "") or document.id) if document else record.claim.doc
        return Note(number=number, claim=record.id, quote=record.claim.quote, page=quote.page, link=link,
                    publisher=(document.publisher if document else None) or record.publisher or self._words.label("publisher unknown"),
                    date=self._words.date((document.published if document else None) or record.published) or self._words.label("undated"), title=document.title if document else None, lang=record.lang)  # fmt: skip


def _each(names: Iterable[str]) -> Iterator[str]:
    """Each name once."""
    seen: set[str] = set()
    for name in names:
        if name not in seen:
            seen.add(name)
            yield name
