"""The brief on a state: answers and views put together, in a language, with a note behind every statement."""

from collections.abc import Iterable, Iterator

import msgspec

from wektor.analysis.calendar import first_day
from wektor.analysis.sides import partners_of
from wektor.app.citing import Citer
from wektor.lexicon.briefs import BriefPack, class_words
from wektor.lexicon.state_names import state_names
from wektor.model.answers import Localisation, Partners, Slippage, SlipRow
from wektor.model.briefs import Brief, Line, Section
from wektor.model.ledger import Fleet
from wektor.model.register import Cell, Deal, Event, View


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """What a brief is put together from."""

    state: str
    lang: str
    day: str
    as_of: str | None
    view: View
    names: dict[str, str]
    partners: Partners
    localisation: Localisation
    slippage: Slippage
    fleet: tuple[Fleet, ...]


class Briefing:
    """Writes one brief."""

    def __init__(self, parts: Parts, words: BriefPack, citer: Citer) -> None:
        self.parts, self.words, self.citer = parts, words, citer
        self._states, self._classes = state_names(parts.lang), class_words(parts.lang)

    def write(self) -> Brief:
        """The whole brief."""
        p, w = self.parts, self.words
        sections = (
            self._section("summary", (), self._summary()), self._section("timeline", ("when", "what", "who", "item"), self._timeline()),
            self._section("deals", ("when", "what", "status", "who", "item", "number", "value"), self._deals()),
            self._section("fleet", ("item", "ordered", "delivered", "serving", "day"), self._fleet()),
            self._section("partners", ("partner", "share", "supplies", "makes", "gives", "agrees", "teaches"), self._partners()),
            self._section("localisation", ("item", "rung", "partner", "planned", "reached", "status"), self._ladder()),
            self._section("slippage", ("item", "partner", "what", "planned", "newest", "actual", "months", "status"), self._slips()),
            self._section("conflicts", ("what", "item", "field", "values"), self._conflicts()), self._section("method", (), self._method()),
        )  # fmt: skip
        return Brief(state=p.state, lang=p.lang, title=w.say("title", state_of=self._state(p.state)), subtitle=w.say("as of", day=w.date(p.as_of or p.day)),
                     sections=sections, notes=self.citer.notes, notes_heading=w.sections["notes"], page_word=w.label("page"))  # fmt: skip

    def _section(self, name: str, columns: tuple[str, ...], lines: Iterable[Line]) -> Section:
        return Section(name=name, heading=self.words.sections[name], columns=tuple(self.words.columns[c] for c in columns), lines=tuple(lines),
                       empty=self.words.sentences["empty"])  # fmt: skip

    def _summary(self) -> Iterator[Line]:
        p, w, say = self.parts, self.words, self.words.sentences
        if not p.view.deals and not p.view.events:
            return
        yield self.citer.line((say["counts"].format(deals=w.count("deal", len(p.view.deals)), events=w.count("event", len(p.view.events)), state_of=self._state(p.state),
                                         documents=w.count("document", len({r.document for r in p.view.claims.values()}))),), (*p.view.deals, *p.view.events))  # fmt: skip
        best = next((r for r in p.partners.rows if r.share), None)
        if best and best.share and p.partners.hhi and p.partners.effective:
            yield self.citer.line([say["largest"].format(partner=self._state(best.partner), share=w.percent(best.share), basis=w.label("deals"))], best.deals)
            every = [d for r in p.partners.rows for d in r.deals[:1]]
            yield self.citer.line([say["concentration"].format(hhi=w.number(p.partners.hhi), effective=w.number(p.partners.effective))], every)
        reached = [r for r in p.localisation.rows if r.standing == "reached" and r.rung == p.localisation.highest]
        if reached:
            yield self.citer.line([say["highest"].format(rung=w.label(reached[0].rung), item=self._item(reached[0].item))], reached[0].deals, reached[0].claims)
        late = [r for r in p.slippage.rows if isinstance(r, SlipRow) and r.standing == "overdue"]
        if late:
            yield self.citer.line([say["overdue"].format(day=w.date(p.day), overdue=w.count("deal", len(late)))], [d for r in late for d in r.deals])

    def _timeline(self) -> Iterator[Line]:
        held: list[tuple[str, str, str, Deal | Event, tuple[str, ...]]] = []
        for deal in self.parts.view.deals.values():
            for stage in deal.stages:
                cell = next(iter(stage.actual or stage.planned), None)
                if cell and (day := first_day(str(cell.value))):
                    sort = "" if stage.actual else f" ({self.words.label('planned')})"
                    held.append((day, str(cell.value), f"{self.words.label(deal.kind)}: {self.words.label(stage.name)}{sort}", deal, cell.sources))
        for event in self.parts.view.events.values():
            if day := first_day(event.date):
                status = "" if event.status == "done" else f" ({self.words.label(event.status)})"
                held.append((day, str(event.date), ": ".join(x for x in (self.words.label(event.kind), event.name) if x) + status, event, ()))
        for _, date, what, thing, claims in sorted(held, key=lambda h: (h[0], h[1], h[3].id, h[2])):
            yield self.citer.line([self.words.date(date), what, self._who(thing), self._items(thing)], [thing.id], claims)

    def _deals(self) -> Iterator[Line]:
        for deal in sorted(self.parts.view.deals.values(), key=lambda d: (first_day(d.first) or "9", d.id)):
            yield self.citer.line([self.words.span(deal.first, deal.last), self.words.label(deal.kind), self.words.label(deal.status), self._who(deal), self._items(deal),
                                   self._cells(deal.ordered or deal.delivered), self._cells(deal.value, money=True)], [deal.id])  # fmt: skip

    def _fleet(self) -> Iterator[Line]:
        for f in self.parts.fleet:
            numbers = [self.words.number(n) if n else "" for n in (f.ordered, f.delivered, f.serving)]
            yield self.citer.line([self._item(f.item), *numbers, self.words.date(f.day)], f.holders)

    def _partners(self) -> Iterator[Line]:
        for r in self.parts.partners.rows:
            counts = [str(n or "") for n in (r.supplies, r.makes, r.gives, r.agrees, r.teaches)]
            yield self.citer.line([self._state(r.partner), self.words.percent(r.share) if r.share is not None else "", *counts], (*r.deals, *r.events))

    def _ladder(self) -> Iterator[Line]:
        for r in self.parts.localisation.rows:
            dates = [self.words.date(d) for d in (r.planned, r.reached)]
            yield self.citer.line([self._item(r.item), self.words.label(r.rung), self._state(r.partner), *dates, self.words.label(r.standing)], r.deals, r.claims)

    def _slips(self) -> Iterator[Line]:
        for r in (r for r in self.parts.slippage.rows if isinstance(r, SlipRow)):
            dates = [self.words.date(d) for d in (r.planned, r.newest, r.actual)]
            yield self.citer.line([self._item(r.item), self._state(r.partner), self.words.label(r.stage), *dates, str(r.months), self.words.label(r.standing)], r.deals)

    def _conflicts(self) -> Iterator[Line]:
        for deal in self.parts.view.deals.values():
            for c in deal.conflicts:
                values = " / ".join(f"{self._said(c.field, v)} ({self.words.count('source', v.independent)})" for v in c.values)
                field = self._field(c.field)
                yield self.citer.line([self.words.label(deal.kind), self._items(deal), field, values], [deal.id], [s for v in c.values for s in v.sources[:1]])

    def _field(self, field: str) -> str:
        """What sources differ on: a column's name, or a stage and its date."""
        name = field.removesuffix(" date")
        columns = self.words.columns
        named = {"status": columns["status"], "ordered": columns["number"], "value": columns["value"]}.get(field)
        return named or f"{self.words.label(name)}: {columns['when'].lower()}"

    def _said(self, field: str, cell: Cell) -> str:
        """A value with what it is a value of: a status with its kind of claim, an amount with its currency."""
        words = self.words.label(cell.unit) + ": " if field == "status" and cell.unit else ""
        return words + self._cells((cell,), money=field == "value")

    def _method(self) -> Iterator[Line]:
        say, days = self.words.sentences, sorted(r.published for r in self.parts.view.claims.values() if r.published)
        yield from (Line((say[name].format(day=self.words.date(self.parts.day)),)) for name in ("method", "shares", "late", "fleet"))
        if days:
            yield Line((say["coverage"].format(deals=self.words.count("deal", len(self.parts.view.deals)), claims=self.words.count("claim", len(self.parts.view.claims)), first=self.words.date(days[0]), last=self.words.date(days[-1]),
                                               documents=self.words.count("document", len({r.document for r in self.parts.view.claims.values()}))),))  # fmt: skip

    def _who(self, thing: Deal | Event) -> str:
        """The other states, with the firms that are named."""
        states = [s for s in (thing.states if isinstance(thing, Event) else partners_of(thing, self.parts.state) or (*thing.giver_states, *thing.taker_states))
                  if s != self.parts.state]  # fmt: skip
        ids = thing.parties if isinstance(thing, Event) else [str(c.value) for c in thing.givers]
        firms = [self.parts.names.get(i, i) for i in ids if not i.startswith("state:")]
        return ", ".join(dict.fromkeys([*firms, *(self._state(s) for s in states)]))

    def _items(self, thing: Deal | Event) -> str:
        ids = thing.items if isinstance(thing, Event) else [str(c.value) for c in thing.items]
        return ", ".join(dict.fromkeys(self._item(i) for i in ids))

    def _item(self, id: str | None) -> str:
        if id and id.startswith("class:"):
            return self._classes.get(plain := id[6:].replace("-", " "), plain)
        return self.parts.names.get(id, id) if id else ""

    def _state(self, code: str | None) -> str:
        return self._states.get(code, code) if code else ""

    def _cells(self, cells: tuple[Cell, ...], money: bool = False) -> str:
        return (self._value(cells[0]) + (f" {cells[0].unit}" if money and cells[0].unit else "")) if cells else ""

    def _value(self, cell: Cell) -> str:
        v = cell.value
        if isinstance(v, tuple):
            return f"{self.words.number(v[0])}–{self.words.number(v[1])}"
        return self.words.number(v) if isinstance(v, int | float) else self.words.date(v) if first_day(v) else self.words.label(v)
