"""Papers: the documents of a ledger as facts, with the names they use met, counted, and taken back."""

from collections.abc import Iterable, Mapping

from wektor.model.register import ClaimRecord, Entity
from wektor.resolve.census import Census, numbers_of
from wektor.resolve.facts import Fact, make_fact
from wektor.resolve.names import Names


class Paper(list[Fact]):
    """A document's facts, with its publisher, language and group of near-copies."""

    publisher: str | None = None
    lang: str | None = None
    group: str = ""


class Papers(dict[str, Paper]):
    """All documents by digest. Taking one in or out tells which others name somebody who is another one now."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self.names = names
        self._census = Census(names)
        self._unsettled: dict[int, set[str]] = {}
        self._stirred: set[str] = set()
        self._shown: dict[str, Entity] = {}

    def take(self, papers: Mapping[str, Paper]) -> set[str]:
        """Take in documents, in place of what is held of them; the documents to be resolved anew."""
        for document in papers.keys() & self.keys():
            self._part(document)
        for document, paper in papers.items():
            self[document] = paper
            for fact in paper:
                self._meet(fact, paper.lang)
        return {*papers, *self._settle()}

    def drop(self, document: str) -> set[str]:
        """Forget a document; the documents to be resolved anew."""
        if document not in self:
            return set()
        self._part(document)
        return {document, *self._settle()}

    def _meet(self, fact: Fact, lang: str | None) -> None:
        for number in numbers_of(fact):
            if self.names.meet(number, fact.published):
                self._unsettled.setdefault(number, set()).add(fact.document)
            self._census.count(number, lang)
            self._stirred.add(self.names.borne(number))

    def _part(self, document: str) -> None:
        paper = self.pop(document)
        for fact in paper:
            for number in numbers_of(fact):
                self.names.part(number, fact.published)
                self._census.count(number, paper.lang, -1)
                self._stirred.add(self.names.borne(number))
                if number in self._unsettled:
                    self._unsettled[number].discard(document)

    def _settle(self) -> set[str]:
        return self.moved(self.names.settle())

    def moved(self, numbers: Mapping[int, str]) -> set[str]:
        """The documents that use names whose entity was another one (its old id by number)."""
        for number, before in numbers.items():
            self._stirred |= {before, self.names.borne(number)}
        return {d for n in numbers for d in self._unsettled.get(n, ())}

    def naming(self, numbers: Iterable[int]) -> set[str]:
        """The documents that use any of some names."""
        wanted = set(numbers)
        return {d for d, paper in self.items() if wanted and any(not wanted.isdisjoint(numbers_of(f)) for f in paper)}

    def changes(self) -> tuple[dict[str, Entity], set[str]]:
        """Entities that are new or different since this was asked last, and ids of those that are no more."""
        new: dict[str, Entity] = {}
        gone: set[str] = set()
        for ident in self._stirred - {""}:
            entity = self._census.entity(ident)
            if entity is None:
                gone |= {ident} if self._shown.pop(ident, None) else set()
            elif self._shown.get(ident) != entity:
                new[ident] = self._shown[ident] = entity
        self._stirred.clear()
        return new, gone

    def entities(self) -> dict[str, Entity]:
        """All entities, by id."""
        found = {k: self._census.entity(k) for k in sorted(self.names.bearers)}
        return {k: e for k, e in found.items() if e}

    def used(self, number: int) -> bool:
        """Whether a document that is held uses a name."""
        return self._census.used(number)

    def read(self, records: Iterable[ClaimRecord]) -> dict[str, Paper]:
        """Records as papers by document. The records themselves are not kept."""
        held: dict[str, dict[str, Fact]] = {}
        papers: dict[str, Paper] = {}
        for record in records:
            if record.document not in held:
                held[record.document], papers[record.document] = {}, _sheet(record)
            held[record.document][record.id] = make_fact(record, self.names.registry)
        for document, facts in held.items():
            papers[document].extend(facts[k] for k in sorted(facts))
        return papers


def _sheet(record: ClaimRecord) -> Paper:
    paper = Paper()
    paper.publisher, paper.lang, paper.group = record.publisher, record.lang, record.copy_group
    return paper

