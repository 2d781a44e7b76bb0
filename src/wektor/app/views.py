"""Views of a register: deals, events, timelines, fleets, entities, conflicts, words; now, or as it stood on a day."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar, get_args

import msgspec

from wektor.analysis.outlines import survey_of
from wektor.app.filtering import find_class, find_item, find_state, known_value, make_query
from wektor.app.finding import cut, deal_in, find_home, held_in, homes_of, make_quote, one_more, run_of, select
from wektor.app.gathering import by_id, make_survey, make_view, name_columns
from wektor.app.naming import ids_in, names_of
from wektor.app.news import tell_news
from wektor.app.projection import fold
from wektor.app.rows import Rows
from wektor.app.wiring import load
from wektor.app.wording import date_moment, word_moment
from wektor.model import InputError
from wektor.model.ledger import Entry, Failure, Fleet, Query, Run
from wektor.model.outlines import Survey
from wektor.model.register import Deal, Entity, EntityKind, Event, MergeExplanation, View
from wektor.model.views import Dispute, Dossier, Filters, Hit, Moment, Newness, Page
from wektor.stores import Reader, Store

if TYPE_CHECKING:
    from wektor.model.columns import Columns

T = TypeVar("T")
_FIRST, _ALL = Page(), Page(None)
_NONE = Filters()


class Views:
    """What can be asked of a register. ``as_of`` (an ISO day or a run's number) shows it as it stood then."""

    store: Store

    @contextmanager
    def reading(self, as_of: str | int | None = None) -> Iterator[Reader]:
        """A reader of one state of the register. Raises InputError for a day that is none."""
        if as_of is None:
            with self.store.reader() as reader:
                yield reader
            return
        with self.store.reader() as reader:
            run = run_of(reader, as_of, "--as-of")
        with self.store.reader(run) as reader:
            yield reader

    def pinned(self, as_of: str | int | None = None) -> str | int | None:
        """The same moment as a number of a run, for several questions to one state of the register; None where nothing was ever done."""
        if as_of is not None:
            return as_of
        with self.store.reader() as reader:
            run = reader.last_run()
            return run.number if run else None

    def deals(self, filters: Filters = _NONE, page: Page = _FIRST, *, as_of: str | int | None = None) -> Rows[Deal]:
        """Deals, latest first."""
        with self.reading(as_of) as reader:
            found, more = select(reader, make_query(reader, filters, page))
            return Rows([deal_in(v) for _, v in found], names_of(reader, (i for _, v in found for i in ids_in(deal_in(v)))), more=more)

    def events(self, filters: Filters = _NONE, page: Page = _FIRST, *, as_of: str | int | None = None) -> Rows[Event]:
        """Events between states that are no deals, latest first."""
        with self.reading(as_of) as reader:
            found, more = select(reader, make_query(reader, filters, page, ("event",)))
            events = [msgspec.json.decode(v.body, type=Event) for _, v in found]
            return Rows(events, names_of(reader, (i for e in events for i in ids_in(e))), more=more)

    def deal(self, id: str, *, as_of: str | int | None = None) -> Dossier | None:
        """A deal or event with its quotes; an earlier name of it, or a claim in it, leads there. None if there is none."""
        with self.reading(as_of) as reader:
            found = find_home(reader, id)
            if found is None:
                return None
            records = reader.claims(found.claims)
            abouts = reader.abouts({r.document for r in records.values()})
            joined = found.joined if isinstance(found, Deal) else {}
            quotes = tuple(make_quote(records[c], abouts, tuple(r.words for r in joined.get(c, ()))) for c in found.claims if c in records)
            near = {*found.claims, found.id}
            judged = tuple(j for j in reader.judgements() if j.target in near or near & set(j.anchors))
            ordered = tuple(sorted(quotes, key=lambda q: (q.record.published or "", q.record.id)))
            return Dossier(deal=found, quotes=ordered, judgements=judged, names=names_of(reader, ids_in(found)))

    def timeline(self, *states: str, filters: Filters = _NONE, page: Page = _FIRST, as_of: str | int | None = None) -> Rows[Moment]:
        """What happened in a state, or between two, day by day."""
        if not 1 <= len(states) <= 2:
            raise InputError("a timeline is of one state or of two, such as KAZ TUR")
        if len(states) > len({find_state(s) for s in states}):
            raise InputError(f"STATE STATE: {states[1]} is the same state; name two, or one alone")
        place = "timeline:" + "+".join(sorted({find_state(s) for s in states}))
        with self.reading(as_of) as reader:
            found, more = select(reader, make_query(reader, filters, page, ("deal", "event"), place=place, rising=True))
            moments = [Moment(day=day, date=date_moment(held, day), words=word_moment(held, day), deal=held) for day, v in found if (held := held_in(v))]
            return Rows(moments, names_of(reader, (i for m in moments for i in ids_in(m.deal))), more=more)

    def fleet(self, state: str, *, item: Sequence[str] = (), page: Page = _FIRST, as_of: str | int | None = None) -> Rows[Fleet]:
        """What a state ordered, received and fields, by type; what most sources speak of first."""
        with self.reading(as_of) as reader:
            items = [i for name in item for i in find_item(reader, name)]
            found = reader.fleet(find_state(state), items, None if page.limit is None else page.limit + 1, page.offset)
            rows = found if page.limit is None else found[: page.limit]
            return Rows(rows, names_of(reader, (f.item for f in rows)), more=len(rows) < len(found))

    def entities(self, words: str | None = None, *, kind: Sequence[str] = (), state: Sequence[str] = (), cls: Sequence[str] = (),
                 page: Page = _FIRST, as_of: str | int | None = None) -> Rows[Entity]:  # fmt: skip
        """States, organisations and equipment, the most named first; ``words`` is a name, in any spelling met."""
        for value in kind:
            known_value(value, get_args(EntityKind), "--kind")
        more = [tuple(f"entity:{name}:{value}" for value in values) for name, values in
                (("name", [fold(words)] if words else []), ("kind", kind), ("state", [find_state(s) for s in state]), ("class", [fold(c) for c in cls]))
                if values]  # fmt: skip
        with self.reading(as_of) as reader:
            for value in cls:
                find_class(reader, value)
            found, further = select(reader, make_query(reader, _NONE, page, ("entity",), more=more))
            return Rows([msgspec.json.decode(v.body, type=Entity) for _, v in found], more=further)

    def doubts(self, page: Page = _FIRST, *, as_of: str | int | None = None) -> Rows[MergeExplanation]:
        """Pairs of names that may be one and wait for a person, the likeliest first."""
        with self.reading(as_of) as reader:
            found, more = select(reader, make_query(reader, _NONE, page, ("doubt",)))
            return Rows([msgspec.json.decode(v.body, type=MergeExplanation) for _, v in found], more=more)

    def conflicts(self, filters: Filters = _NONE, page: Page = _FIRST, *, as_of: str | int | None = None) -> Rows[Dispute]:
        """Where sources differ; a page is of deals."""
        with self.reading(as_of) as reader:
            found, more = select(reader, make_query(reader, filters, page, more=[("deal:conflict",)]))
            disputes = [Dispute(deal=d, field=c.field, words=c.words, values=c.values) for _, v in found for d in (deal_in(v),) for c in d.conflicts]
            return Rows(disputes, names_of(reader, (i for d in disputes for i in ids_in(d.deal))), more=more)

    def search(self, words: str, filters: Filters = _NONE, page: Page = _FIRST, *, as_of: str | int | None = None) -> Rows[Hit]:
        """Claims whose evidence bears all the words, in any form, latest read first."""
        with self.reading(as_of) as reader:
            query = make_query(reader, filters, page, ("deal", "event"))
            query = query if filters != _NONE else msgspec.structs.replace(query, groups=())
            forms = load("wektor.app.terms:asked")(words, tuple(reader.languages()))
            ids, more = cut(reader.search(forms, one_more(query)), page.limit)
            records = reader.claims(ids)
            abouts = reader.abouts({r.document for r in records.values()})
            homes = homes_of(reader, ids)
            return Rows([Hit(record=records[i], home=homes.get(i), source=abouts.get(records[i].document)) for i in ids], more=more)

    def changes(self, since: str | int, page: Page = _ALL) -> Rows[Newness]:
        """What is new, changed, contradicted or confirmed since a run or a day."""
        with self.store.reader() as reader:
            pairs = reader.changed(run_of(reader, since, "--since"), page.limit, page.offset)
            news = [tell_news(reader, held_in(then), held_in(now)) for then, now in pairs]
            return Rows(news, names_of(reader, (i for n in news for held in (n.now or n.then,) if held for i in ids_in(held))))

    def view(self, filters: Filters = _NONE, *, as_of: str | int | None = None, queue: bool = True) -> View:
        """All deals, events, entities and claims that fit, for analysis; without the ``queue`` of unsure pairs where nobody asks for it."""
        with self.reading(as_of) as reader:
            held = [h for what in ("deal", "event") for _, v in reader.select(make_query(reader, filters, _ALL, (what,))) if (h := held_in(v))]
            view = make_view(reader, held)
            if not queue:
                return view
            aside = {} if filters != _NONE else {v.id: str(msgspec.json.decode(v.body)) for _, v in reader.select(Query(groups=(("aside:all",),), limit=None))}
            return msgspec.structs.replace(view, unsure=tuple(self.doubts(_ALL, as_of=as_of)), set_aside=by_id(aside))

    def survey(self, filters: Filters = _NONE, *, as_of: str | int | None = None, whats: Sequence[str] = ("deal", "event"),
               detailed: Sequence[str] = ()) -> Survey:  # fmt: skip
        """The same in outline, for answers over many deals and events; with details of the sorts that are ``detailed`` and the
        entities that these speak of."""
        with self.reading(as_of) as reader:
            queries = [make_query(reader, filters, _ALL, (what,)) for what in whats]
            found = [reader.outlines(query, detailed=what in detailed) for what, query in zip(whats, queries, strict=True)]
            if all(len(outlines) == reader.count(query) for query, (outlines, _) in zip(queries, found, strict=True)):
                return make_survey(reader, found)
        return survey_of(self.view(filters, as_of=as_of, queue=False))  # it was written before there were outlines

    def columns(self, names: Sequence[str], filters: Filters = _NONE, *, as_of: str | int | None = None, named: bool = False) -> "Columns":
        """The deals that fit in outline, by column, for answers over all of them; with the entities that they name where these are ``named``."""
        with self.reading(as_of) as reader:
            found = reader.columns(make_query(reader, filters, _ALL), names)
            if found is not None:
                return name_columns(reader, found) if named else found
        columns: Columns = load("wektor.analysis.columns.sifting:columns_of")(self.view(filters, as_of=as_of, queue=False), names)
        return columns  # it was written before there were outlines

    def whole(self, ids: Iterable[str], *, as_of: str | int | None = None) -> View:
        """Some deals and events with their claims and entities."""
        with self.reading(as_of) as reader:
            return make_view(reader, [held for v in reader.things(ids).values() if (held := held_in(v))])

    def sources(self, page: Page = _FIRST) -> Rows[Entry]:
        """The documents, without their text, latest read first."""
        with self.store.reader() as reader:
            rows, more = cut(reader.entries(_one_more(page), page.offset), page.limit)
            return Rows(rows, more=more)

    def versions(self, url: str) -> Rows[Entry]:
        """The versions of a page, oldest first."""
        with self.store.reader() as reader:
            return Rows(reader.versions_of(url))

    def failures(self, page: Page = _FIRST) -> Rows[Failure]:
        """What could not be read and why, latest first."""
        with self.store.reader() as reader:
            rows, more = cut(reader.failures(_one_more(page), page.offset), page.limit)
            return Rows(rows, more=more)

    def runs(self, page: Page = _FIRST) -> Rows[Run]:
        """What was done to the register, latest first."""
        with self.store.reader() as reader:
            return Rows(reader.runs(page.limit, page.offset))

    def counts(self) -> dict[str, int]:
        """How many documents, claims, judgements, deals, events and entities there are."""
        with self.store.reader() as reader:
            return reader.counts()


def _one_more(page: Page) -> int | None:
    return None if page.limit is None else page.limit + 1
