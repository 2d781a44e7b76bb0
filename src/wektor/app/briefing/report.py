"""A brief put together: its sections with statements, pictures and tables, its method, its notes."""

from collections.abc import Iterator, Sequence

from wektor.app.briefing.parts import Parts
from wektor.app.briefing.summary import Summary
from wektor.app.briefing.tables import Tables
from wektor.app.briefing.teller import Teller
from wektor.app.citing import Citer
from wektor.app.speaking import Speaker
from wektor.model.answers import Answer
from wektor.model.briefs import Brief, Line, Section, Table
from wektor.model.plots import Plot
from wektor.output.plots import has_shapes, is_blank, make_plot

_METHOD = {"method": "", "shares": "partners", "late": "slippage", "fleet": "fleet", "phasing": "phases", "limits": ""}  # sentences, and the sections that they are on
_WORDS = ("opening mark", "closing mark", "contents", "figure", "page", "sources", "note")


class Report:
    """Writes one brief."""

    def __init__(self, parts: Parts, speaker: Speaker, citer: Citer) -> None:
        self.parts, self.speaker, self.citer = parts, speaker, citer
        teller = Teller(speaker, parts.lookup.entities, parts.state, parts.other)
        self.summary, self.tables = Summary(parts, teller, citer), Tables(parts, teller, citer)

    def write(self) -> Brief:
        """The whole brief."""
        p, s = self.parts, self.speaker
        sections = () if p.empty else tuple(self._sections())
        told = {x.name for x in sections} | {"method", "notes", "phases"} | ({"partners"} if p.other else set())
        missing = [s.words.sections[name] for name in s.words.sections if name not in told]
        names = {"state_of": s.state_of(p.state), "other_of": s.state_of(p.other)}
        return Brief(state=p.state, other=p.other, lang=s.lang, title=s.say("title with" if p.other else "title", **names), subtitle=s.say("as of", day=s.date(p.day)),
                     sections=(*sections, self._method({x.name for x in sections}, missing)), notes=self.citer.notes(), words=self._words())  # fmt: skip

    def _words(self) -> dict[str, str]:
        return {w: self.speaker.label(w) for w in _WORDS} | {"notes": self.speaker.words.sections["notes"]}

    def _sections(self) -> Iterator[Section]:
        p, t = self.parts, self.tables
        yield self._section("summary", statements=tuple(self.summary.write()))
        yield from self._filled("phases", t.phases(), [p.phases] if p.phases else [])
        yield from self._filled("timeline", t.timeline(), [] if p.other and p.phases and len(p.phases.rows) > 1 else [p.chronicle])
        yield from self._filled("deals", t.deals())
        yield from self._filled("fleet", t.fleet(), [t.had()] if len({o for r in t.had().rows for o in r.origins}) > 1 else [])
        maps = [make_plot(p.partners, self.speaker, "map")] if has_shapes() and not p.other else []
        yield from self._filled("partners", () if p.other else t.partners(), [p.partners, *([p.windows] if self._windows() > 1 else [])], maps)
        yield from self._filled("localisation", t.ladder(), [p.localisation])
        yield from self._filled("slippage", t.slips(), [p.slippage])
        yield from self._filled("conflicts", t.conflicts())

    def _windows(self) -> int:
        """In how many windows of years there are deals."""
        return len({r.since for r in self.parts.windows.rows if r.share})

    def _filled(self, name: str, tables: tuple[Table, ...], answers: Sequence[Answer] = (), more: Sequence[Plot] = ()) -> Iterator[Section]:
        """The section, unless its tables are empty."""
        if tables:
            yield self._section(name, tables=tables, plots=tuple(plot for plot in (*(make_plot(a, self.speaker) for a in answers), *more) if not is_blank(plot)))

    def _section(self, name: str, statements: tuple[Line, ...] = (), plots: tuple[Plot, ...] = (), tables: tuple[Table, ...] = ()) -> Section:
        return Section(name=name, heading=self.speaker.words.sections[name], statements=statements, plots=plots, tables=tables)

    def _method(self, told: set[str], missing: Sequence[str]) -> Section:
        """How the brief came about, what it rests on, and what the register says nothing of."""
        p, s = self.parts, self.speaker
        words = [s.say("empty")] if p.empty else [s.say(name, day=s.date(p.day)) for name, of in _METHOD.items() if not of or of in told]
        counts = s.say("coverage", deals=s.count("deal", p.coverage.deals), claims=s.count("claim", p.coverage.claims), documents=s.count("document", p.coverage.documents))
        words += [counts, *([s.say("missing", sections=", ".join(missing))] if missing and len(words) > 1 else [])]
        return self._section("method", statements=tuple(Line((w,)) for w in words))
