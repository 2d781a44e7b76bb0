"""The tables of a brief: what happened, the undertakings, the fleet, partners, rungs, dates, conflicts."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from wektor.analysis.calendar import first_day
from wektor.analysis.inventory import FIELDED
from wektor.analysis.sides import MAKING
from wektor.app.briefing.parts import MOST, Parts
from wektor.app.briefing.teller import FLOWS, Teller
from wektor.app.citing import Citer, Statement
from wektor.model.answers import HoldingRow, Inventory, SlipRow
from wektor.model.briefs import Line, Table
from wektor.model.register import Conflict, Deal

_NEAREST = ("in service", "delivered", "on order", "in production", "agreed", "planned")


class Tables:
    """Writes the tables; each gives its rows with their notes."""

    def __init__(self, parts: Parts, teller: Teller, citer: Citer) -> None:
        self.parts, self.teller, self.citer, self.speaker = parts, teller, citer, teller.speaker

    def table(self, columns: Sequence[str], lines: Iterable[Statement], all_rows: int | None, numbers: Sequence[str] = (), which: str = "shown") -> tuple[Table, ...]:
        """A table without the columns that say nothing, and with a word on rows left out (None: nobody counted them); none where there are no rows."""
        held = self.citer.lines(lines)
        kept = [i for i, _ in enumerate(columns) if any(line.cells[i] for line in held)]
        if not held:
            return ()
        left = self._left(len(held), all_rows, which)
        return (Table(columns=tuple(self.speaker.words.columns[columns[i]] for i in kept), left=left, numbers=tuple(n for n, i in enumerate(kept) if columns[i] in numbers),
                      lines=tuple(Line(tuple(line.cells[i] for i in kept), line.notes, line.held) for line in held)),)  # fmt: skip

    def _left(self, shown: int, all_rows: int | None, which: str) -> str:
        """A word on the rows that are not shown, and on ``which`` are."""
        s = self.speaker
        if all_rows is None:
            return s.say("nearest", shown=s.number(shown))
        return s.say(which, shown=s.number(shown), all=s.number(all_rows)) if all_rows > shown else ""

    def phases(self) -> tuple[Table, ...]:
        """The phases of a relation, where there are several."""
        found, s = self.parts.phases, self.speaker
        rows = found.rows if found and len(found.rows) > 1 else ()
        lines = (Statement((str(n), s.span(r.since, r.until), s.between(r.earliest, r.latest) if n > 1 else "", s.number(r.moments), s.number(round(r.per_year, 1)),
                            ", ".join(s.label(k) for k in r.kinds[:4])), (*r.deals, *r.events)) for n, r in enumerate(rows, 1))  # fmt: skip
        return self.table(("phase", "when", "began", "moments", "per year", "kinds"), lines, len(rows), ("phase", "moments", "per year"))

    def timeline(self) -> tuple[Table, ...]:
        """The steps nearest to the day of the brief, in order of time: a quarter at most are those to come."""
        rows = self.parts.chronicle.rows
        ahead = [h for h in rows if h.day > self.parts.day][: MOST // 4]
        near = [*[h for h in rows if h.day <= self.parts.day][len(ahead) - MOST :], *ahead]
        lines = (Statement((self.speaker.date(h.date), self.teller.step(h), self.teller.parties(h.states, h.parties, h.givers if h.kind in FLOWS else ()), self.teller.items(h.items)),
                           (*h.deals, *h.events), h.claims) for h in near)  # fmt: skip
        return self.table(("when", "what", "who", "item"), lines, self.parts.steps, which="shown near")

    def deals(self) -> tuple[Table, ...]:
        """The undertakings, the best sourced where there are too many, in order of time."""
        rows = sorted(self.parts.best, key=lambda d: (first_day(d.first) or "9", d.id))
        lines = (Statement((self.speaker.span(d.first, d.last) or self.speaker.label("undated"), self.speaker.label(d.kind), self.teller.status(d),
                            self.teller.parties((*d.giver_states, *d.taker_states), (str(c.value) for c in (*d.givers, *d.takers)), d.giver_states if d.kind in FLOWS else ()),
                            self.teller.items(str(c.value) for c in d.items), self.teller.pieces(d), self.teller.value(d.value)), [d.id]) for d in rows)  # fmt: skip
        return self.table(("when", "what", "status", "who", "item", "number", "value"), lines, len(self.parts.survey.deals), ("number", "value"), "shown best")

    def fleet(self) -> tuple[Table, ...]:
        """Types of equipment, by class, those that are fielded first."""
        s, every = self.speaker, self.had().rows
        rows = sorted(every[:MOST], key=lambda r: (_NEAREST.index(r.standing), s.cls(r.cls) or "~", s.item(r.item)))
        lines = (Statement((s.item(r.item), s.cls(r.cls) if s.cls(r.cls) != s.item(r.item) else "", ", ".join(map(s.state, r.origins)), s.label(r.standing),
                            *(s.number(n) if n else "" for n in (r.ordered, r.delivered, r.serving)), self._month(r.day)), r.holders) for r in rows)  # fmt: skip
        return self.table(("item", "class", "origin", "status", "ordered", "delivered", "serving", "day"), lines, len(every), ("ordered", "delivered", "serving"))

    def had(self) -> Inventory:
        """The fleet without what is only made or sought."""
        return msgspec.structs.replace(self.parts.inventory, rows=tuple(r for r in self.parts.inventory.rows if self._had(r)))

    def _had(self, row: HoldingRow) -> bool:
        """Whether a type is fielded, or bought or given; what is only made or sought is told elsewhere."""
        deals = [d for i in row.deals if (d := self.parts.survey.deals.get(i))]
        return row.standing in FIELDED or any(d.kind not in MAKING and d.kind != "selection" for d in deals)

    def _month(self, day: str) -> str:
        """The month that something was so, which is none after the last report."""
        return self.speaker.date(min(day, self.parts.coverage.last or day)[:7])

    def partners(self) -> tuple[Table, ...]:
        """Partners with their shares and what they bring."""
        s, every = self.speaker, self.parts.partners.rows
        lines = (Statement((s.state(r.partner), s.percent(r.share) if r.share is not None else "", *(s.number(n) if n else "" for n in
                            (r.supplies, r.makes, r.gives, r.agrees, r.teaches)), years(r.first, r.last)), (*r.deals, *r.events)) for r in every[:MOST])  # fmt: skip
        counts = ("share", "supplies", "makes", "gives", "agrees", "teaches")
        return self.table(("partner", *counts, "when"), lines, len(every), counts)

    def ladder(self) -> tuple[Table, ...]:
        """Rungs by item and partner."""
        s, every = self.speaker, self.parts.localisation.rows
        lines = (Statement((s.item(r.item) or s.label("not named"), s.label(r.rung), s.state(r.partner), s.label(r.standing), s.date(r.planned), s.date(r.reached),
                            " → ".join(s.percent(x) for x in (r.local, r.local_planned) if x is not None),
                            ", ".join(dict.fromkeys((*map(s.state, r.parts_from), *(s.party(f) for f in r.parts_by))))), r.deals, r.claims) for r in every[:MOST])  # fmt: skip
        return self.table(("item", "rung", "partner", "status", "planned", "reached", "local", "parts"), lines, len(every), ("local",))

    def slips(self) -> tuple[Table, ...]:
        """Planned and actual dates."""
        s, every = self.speaker, [r for r in self.parts.slippage.rows if isinstance(r, SlipRow)]
        lines = (Statement((s.item(r.item) or s.label(r.kind), s.state(r.partner), s.label(r.stage), s.date(r.planned), s.date(r.newest) if r.newest != r.planned else "",
                            s.date(r.actual), s.number(r.months) if r.standing != "due" else "", s.label(r.standing)), r.deals) for r in every[:MOST])  # fmt: skip
        return self.table(("item", "partner", "stage", "planned", "newest", "actual", "months", "status"), lines, len(every), ("months",))

    def conflicts(self) -> tuple[Table, ...]:
        """Where sources differ, every value with how many sources give it."""
        held = [(d, c) for d in self.parts.disputed for c in d.conflicts]
        return self.table(("what", "item", "field", "values"), self._conflicts(held[:MOST]), len(held))

    def _conflicts(self, held: Iterable[tuple[Deal, Conflict]]) -> Iterator[Statement]:
        for deal, conflict in held:
            values = " / ".join(f"{self.teller.said(v, conflict.field)} ({self.speaker.count('source', v.independent)})" for v in conflict.values)
            yield Statement((self.speaker.label(deal.kind), self.teller.items(str(c.value) for c in deal.items), self._field(conflict.field), values), [deal.id],
                            [s for v in conflict.values for s in v.sources[:1]])  # fmt: skip

    def _field(self, field: str) -> str:
        """What sources differ on: a column's name, or the date of a stage."""
        columns = self.speaker.words.columns
        named = {"status": columns["status"], "ordered": columns["number"], "value": columns["value"]}.get(field)
        return named or f"{columns['when']}: {self.speaker.label(field.removesuffix(' date'))}"


def years(first: str | None, last: str | None) -> str:
    """The years from one ISO day to another."""
    return "–".join(dict.fromkeys(day[:4] for day in (first, last) if day))
