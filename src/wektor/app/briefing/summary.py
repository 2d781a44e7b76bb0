"""The summary of a brief: what an analyst would say first, each sentence with its notes."""

from collections.abc import Iterator

from wektor.analysis.inventory import FIELDED
from wektor.app.briefing.parts import Parts
from wektor.app.briefing.teller import FLOWS, Teller
from wektor.app.citing import Citer
from wektor.model.answers import Happening, RungRow, SlipRow
from wektor.model.briefs import Line

_SHOWN = 5
_FEW = 3  # fewer make no median


class Summary:
    """Writes the sentences; one for which the register says nothing is left out."""

    def __init__(self, parts: Parts, teller: Teller, citer: Citer) -> None:
        self.parts, self.teller, self.citer, self.speaker = parts, teller, citer, teller.speaker

    def write(self) -> Iterator[Line]:
        """All sentences."""
        yield from self._counts()
        yield from self._partners()
        yield from self._phases()
        yield from self._fleet()
        yield from self._ladder()
        yield from self._news()
        yield from self._dates()
        yield from self._disputes()

    def _say(self, sentence: str, **values: object) -> str:
        return self.speaker.say(sentence, **values)

    def _counts(self) -> Iterator[Line]:
        p, s = self.parts, self.speaker
        states = {"state_of": s.state_of(p.state), "other_of": s.state_of(p.other)}
        held = [s.count(noun, len(own)) for noun, own in (("deal", p.survey.deals), ("event", p.survey.events)) if own]
        both = self._say("and", one=held[0], other=held[1]) if len(held) > 1 else "".join(held)
        words = self._say("counts with" if p.other else "counts", held=both, documents=s.count("document", p.coverage.documents), **states)
        if p.coverage.first and p.coverage.last:
            words += " " + self._say("published", days=s.between(p.coverage.first, p.coverage.last))
        yield Line((words,))

    def _partners(self) -> Iterator[Line]:
        s, rows = self.speaker, [r for r in self.parts.partners.rows if r.share]
        if not rows or self.parts.other:
            return
        words = self._say("largest", partner=s.state(rows[0].partner), share=s.percent(rows[0].share or 0))
        if further := rows[1 : 1 + _SHOWN]:
            words += " " + self._say("others", partners=", ".join(f"{s.state(r.partner)} ({s.percent(r.share or 0)})" for r in further))
        if (hhi := self.parts.partners.hhi) and (effective := self.parts.partners.effective) and further:
            words += " " + self._say("concentration", hhi=s.number(hhi), effective=s.number(round(effective, 1)))
        yield self.citer.line([words], [d for r in rows[: 1 + _SHOWN] for d in r.deals[:1]])

    def _phases(self) -> Iterator[Line]:
        found = self.parts.phases
        if found is None or len(found.rows) < 2:
            return
        last, s = found.rows[-1], self.speaker
        yield self.citer.line([self._say("phased", state_of=s.state_of(found.states[0]), other_of=s.state_of(found.states[1]), phases=s.count("phase", len(found.rows)),
                                         days=s.span(last.since, last.until), kinds=", ".join(s.label(k) for k in last.kinds[:3]))], (*last.deals, *last.events))  # fmt: skip

    def _fleet(self) -> Iterator[Line]:
        s, rows = self.speaker, [r for r in self.parts.inventory.rows if r.standing in FIELDED]
        if not rows:
            return
        origins = "; ".join(f"{s.state(o.origin)} ({self.teller.items(r.item for r in rows if o.origin in r.origins)})" for o in self.parts.inventory.origins[:8])
        yield self.citer.line([self._say("fielded", types=s.count("type", len(rows)), origins=origins)], [h for r in rows for h in r.holders[:1]], most=8)
        hanging = [c for c in self.parts.inventory.classes if c.hangs_on]
        if hanging and not self.parts.other:
            classes = ", ".join(f"{s.cls(c.cls)} ({s.state(c.hangs_on)})" for c in hanging[:_SHOWN])
            yield self.citer.line([self._say("hanging", classes=classes)], [h for c in hanging[:_SHOWN] for h in (*c.deals, *c.events)[:1]])

    def _ladder(self) -> Iterator[Line]:
        rows, highest = self.parts.localisation.rows, self.parts.localisation.highest
        reached = [r for r in rows if r.standing == "reached" and r.rung == highest]
        planned = [r for r in rows if r.standing == "planned"]
        if reached:
            items = ", ".join(dict.fromkeys(self._item(r) for r in reached[:_SHOWN]))
            yield self.citer.line([self._say("highest", rung=self.speaker.label(reached[0].rung), items=items)], reached[0].deals, [c for r in reached for c in r.claims[:1]])
        if planned:
            rungs = "; ".join(self._rung(r) for r in planned[:_SHOWN])
            yield self.citer.line([self._say("climbing", rungs=rungs)], (), [c for r in planned[:_SHOWN] for c in r.claims[:1]])

    def _item(self, row: RungRow) -> str:
        return self.speaker.item(row.item) or self.speaker.label("not named")

    def _rung(self, row: RungRow) -> str:
        beside = ", ".join(x for x in (self.speaker.state(row.partner) if not self.parts.other else "", self.speaker.date(row.planned)) if x)
        return f"{self._item(row)}: {self.speaker.label(row.rung)}" + (f" ({beside})" if beside else "")

    def _news(self) -> Iterator[Line]:
        rows, p = self.parts.chronicle.rows, self.parts
        came = [h for h in rows if h.status not in ("planned", "denied") and h.day <= p.day and h.until >= h.day]
        ahead = [h for h in rows if h.planned and h.until >= p.day]
        if came:
            newest = max(came, key=lambda h: (h.until if h.until <= p.day else h.day, h.day))
            yield self.citer.line([self._say("newest", what=self._event(newest))], (), newest.claims)
        if ahead:
            yield self.citer.line([self._say("ahead", what="; ".join(self._event(h) for h in ahead[:_SHOWN]))], (), [c for h in ahead[:_SHOWN] for c in h.claims[:1]])

    def _event(self, happening: Happening) -> str:
        what = ": ".join(w for w in (self.speaker.step(happening.kind, happening.attribute, "announced" if happening.status == "announced" else "done"), self.teller.items(happening.items)) if w)
        beside = "; ".join(w for w in (self.speaker.date(happening.date), self.teller.parties(happening.states, happening.parties, happening.givers if happening.kind in FLOWS else ())) if w)
        return f"{what} ({beside})"

    def _dates(self) -> Iterator[Line]:
        late = [r for r in self.parts.slippage.rows if isinstance(r, SlipRow) and r.standing == "overdue"]
        if late:
            items = ", ".join(dict.fromkeys(self.speaker.item(r.item) or self.speaker.label(r.kind) for r in late[:_SHOWN]))
            words = self._say("overdue", day=self.speaker.date(self.parts.day), deals=self.speaker.count("deal", len(late)), items=items)
            yield self.citer.line([words], [d for r in late for d in r.deals])
        if self.parts.slippage.measured >= _FEW:
            s = self.parts.slippage
            yield self.citer.line([self._say("slipped", measured=self.speaker.count("deal", s.measured), median=self._late(s.median or 0), worst=self._late(s.worst or 0))],
                                  [d for r in s.rows if isinstance(r, SlipRow) and r.standing == "came" for d in r.deals])  # fmt: skip

    def _late(self, months: float) -> str:
        """How late, or how early."""
        if not months:
            return self.speaker.draw("on time")
        whole = int(months) if float(months).is_integer() else months
        return self.speaker.draw("late" if months > 0 else "early", months=self.speaker.count("month", abs(whole)))

    def _disputes(self) -> Iterator[Line]:
        if held := self.parts.disputed:
            yield self.citer.line([self._say("disputed", deals=self.speaker.count("deal", len(held)))], [d.id for d in held])
