"""Answers of a register: its view narrowed, the question put to it, names laid beside the ids."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from wektor.analysis import (
    chronicle,
    firsts,
    group_slips,
    inventory,
    localisation,
    network,
    partners,
    phases,
    shift,
    slippage,
    whatif,
    windows,
)
from wektor.analysis.covering import last_report
from wektor.analysis.sides import takes
from wektor.analysis.slip_groups import BY as SLIPS
from wektor.analysis.whole import BY
from wektor.app.briefing import Lookup, Report, gather
from wektor.app.citing import Citer, Statement
from wektor.app.collecting import uncollected
from wektor.app.emptiness import refuse_emptiness
from wektor.app.filtering import find_day, find_state, known_value, make_query
from wektor.app.naming import ids_told, plain_name
from wektor.app.questions import check_basis, day_between, regions_named
from wektor.app.speaking import Speaker
from wektor.app.told import Told
from wektor.app.views import Views
from wektor.app.wiring import load
from wektor.lexicon.briefs import brief_words
from wektor.lexicon.state_names import state_names
from wektor.mentions.local_shares import local_share
from wektor.model import InputError
from wektor.model.answers import (
    Answer,
    Basis,
    Chronicle,
    Firsts,
    Inventory,
    Localisation,
    Loss,
    Network,
    Partners,
    Phases,
    Shift,
    Slippage,
    Windows,
)
from wektor.model.briefs import Brief, Quotes
from wektor.model.outlines import Label, Survey
from wektor.model.register import ClaimRecord, View
from wektor.model.views import Filters, Page

if TYPE_CHECKING:
    from wektor.model.columns import Columns

_NONE = Filters()
_UNKNOWN: Mapping[str, Label] = {}
_BOTH = ("deal", "event")
When = str | int | None


class Answers:
    """What can be asked of a register beyond looking things up. ``filters`` narrow the deals, ``as_of`` is a past day or run."""

    def __init__(self, register: Views) -> None:
        self._register = register

    def cite(self, told: Told, most: int = 3, *, as_of: When = None) -> Told:
        """The same answer with at most so many quotes behind each of its rows: ``quotes``."""
        with self._register.reading(as_of) as reader:
            citer = Citer(Lookup(reader), brief_words("en"))
            lines = citer.lines((Statement((), (*r.deals, *getattr(r, "events", ())), getattr(r, "claims", ())) for r in told), most)
            return Told(told.answer, told.names, more=told.more, quotes=Quotes(rows=tuple(line.notes for line in lines), notes=citer.notes()))

    @uncollected
    def partners(self, state: str, basis: Basis = "deals", *, currency: str | None = None, filters: Filters = _NONE, as_of: When = None) -> Told:
        """Who supplies, makes, gives, teaches, with shares and concentration: ``wektor.model.answers.Partners``."""
        check_basis(basis, currency)
        code = _state(state)
        answer: Partners = partners(self._survey(code, filters, as_of, detailed=_BOTH[1:]), code, basis, currency)
        return self._told(answer, as_of)

    def windows(self, state: str, years: int, basis: Basis = "deals", *, currency: str | None = None, filters: Filters = _NONE,
                as_of: When = None) -> Told:  # fmt: skip
        """The same over windows of years: ``wektor.model.answers.Windows``."""
        check_basis(basis, currency)
        if years < 1:
            raise InputError(f"--window: {years} years are no window; give 1 or more")
        code = _state(state)
        answer: Windows = windows(self._survey(code, filters, as_of, _BOTH[:1]), code, years, basis, currency)
        return self._told(answer, as_of)

    def chronicle(self, *states: str, filters: Filters = _NONE, as_of: When = None) -> Told:
        """What happened in a state, or between two, step by step: ``wektor.model.answers.Chronicle``."""
        if not 1 <= len(states) <= 2:
            raise InputError("a timeline is of one state or of two, such as KAZ TUR")
        codes = tuple(_state(s) for s in states)
        if len({*codes}) < len(codes):
            raise InputError(f"STATE STATE: {states[1]} is the same state; name two, or one alone")
        view = self._view(codes[0], filters, as_of)
        answer: Chronicle = chronicle(view, *codes)
        return self._told(answer, as_of)

    @uncollected
    def localisation(self, state: str, *, filters: Filters = _NONE, as_of: When = None) -> Told:
        """The ladder of local making: ``wektor.model.answers.Localisation``."""
        code = _state(state)
        survey = self._survey(code, filters, as_of, _BOTH[:1], _BOTH[:1])
        deals = {id for id, deal in survey.deals.items() if takes(deal, code)}
        named = {id for id in deals if survey.details[id].rungs}
        answer: Localisation = localisation(self._register.whole(named, as_of=as_of), code, _local_share, deals - named)
        return self._told(answer, as_of)

    @uncollected
    def slippage(self, *, on: str | None = None, by: str | None = None, filters: Filters = _NONE, as_of: When = None) -> Told:
        """Planned against actual dates as of a day (``on``, else ``as_of``, else today): ``wektor.model.answers.Slippage``."""
        known_value(by or "partner", tuple(SLIPS), "--by")
        state = find_state(filters.state[0]) if len(filters.state) == 1 else None
        answer: Slippage = slippage(self._columns("slippage:COLUMNS", filters, as_of), self._day(on, as_of), state)
        return self._told(group_slips(answer, by) if by else answer, as_of)

    @uncollected
    def whatif(self, state: str, without: str, *, filters: Filters = _NONE, as_of: When = None) -> Told:
        """What a state loses without a partner: ``wektor.model.answers.Loss``."""
        code, partner = _state(state), find_state(without, "--without")
        if code == partner:
            raise InputError(f"--without: {without} is the state itself; name a partner")
        answer: Loss = whatif(self._survey(code, filters, as_of, detailed=_BOTH), code, partner)
        return self._told(answer, as_of)

    @uncollected
    def firsts(self, *, by: Sequence[str] = ("kind", "class"), region: str | None = None, filters: Filters = _NONE, as_of: When = None) -> Told:
        """Who was first in each region of UN M49: ``wektor.model.answers.Firsts``."""
        for value in by:
            known_value(value, BY, "--by")
        # First of a region is told among all its states: which of them are shown is chosen afterwards.
        chosen = {find_state(s) for s in filters.state}
        answer: Firsts = firsts(self._columns("firsts:COLUMNS", msgspec.structs.replace(filters, state=()), as_of), regions_named(region), by)
        if chosen:
            answer = msgspec.structs.replace(answer, rows=tuple(r for r in answer.rows if r.state in chosen))
        return self._told(answer, as_of)

    @uncollected
    def fleet(self, state: str, *, filters: Filters = _NONE, as_of: When = None) -> Told:
        """What a state fields, by type, class, origin and maker: ``wektor.model.answers.Inventory``."""
        code = _state(state)
        answer: Inventory = inventory(self._survey(code, filters, as_of, detailed=_BOTH), code)
        return self._told(answer, as_of)

    def phases(self, one: str, other: str, *, filters: Filters = _NONE, as_of: When = None) -> Told:
        """The life of the relation between two states in phases: ``wektor.model.answers.Phases``."""
        a, b = _state(one), _state(other)
        if a == b:
            raise InputError(f"STATE STATE: {other} is the same state; name two")
        survey = self._survey(a, filters, as_of)
        between = (o.id for held in (survey.deals, survey.events) for o in held.values() if b in (*o.giver_states, *o.taker_states))
        answer: Phases = phases(self._register.whole(between, as_of=as_of), a, b, last_report(survey))
        return self._told(answer, as_of)

    @uncollected
    def shift(self, state: str, at: str | None = None, basis: Basis = "deals", *, currency: str | None = None, filters: Filters = _NONE,
              as_of: When = None) -> Told:  # fmt: skip
        """Shares and intensity before and after a day, by default a found one: ``wektor.model.answers.Shift``."""
        check_basis(basis, currency)
        day = day_between(find_day(at, "--at", 0), filters)
        code = _state(state)
        answer: Shift = shift(self._survey(code, filters, as_of), code, day, basis, currency)
        return self._told(answer, as_of)

    @uncollected
    def network(self, level: str = "states", *, years: int | None = None, basis: Basis = "deals", currency: str | None = None, whole: bool = False,
                filters: Filters = _NONE, as_of: When = None) -> Told:  # fmt: skip
        """States, or states and firms, as a graph over time: ``wektor.model.answers.Network``. Among more than a thousand actors
        betweenness is told of the busiest, unless it must be ``whole``, which takes long."""
        known_value(level, ("states", "firms"), "--level")
        check_basis(basis, currency)
        if years is not None and years < 1:
            raise InputError(f"--window: {years} years are no window; give 1 or more")
        columns = self._columns("network:COLUMNS", filters, as_of, named=level == "firms")
        answer: Network = network(columns, level == "firms", years, basis, currency, whole)
        return self._told(answer, as_of, columns.entities)

    @uncollected
    def brief(self, state: str, lang: str = "en", *, on: str | None = None, filters: Filters = _NONE, as_of: When = None) -> Brief:
        """The report on a state, in a language, with a note behind every statement: ``wektor.model.briefs.Brief``."""
        code = _state(state)
        if any(find_state(s) == code for s in filters.state):
            raise InputError(f"--with: {state} is the state itself; name another")
        pinned = self._register.pinned(as_of)  # what is asked for one after the other must be of one register
        survey = self._survey(code, filters, pinned, detailed=_BOTH)
        others = {find_state(s) for s in filters.state} - {code}
        alone = msgspec.structs.replace(filters, state=(code,))
        until = last_report(self._survey(code, alone, pinned) if others else survey)
        with self._register.reading(pinned) as reader:
            lookup = Lookup(reader)
            disputes = make_query(reader, alone, Page(None), more=[("deal:conflict",)])
            parts = gather(survey, lookup, disputes, code, others.pop() if len(others) == 1 else None, self._day(on, as_of), until, _local_share)
            lookup.names.load(parts.spoken())
            speaker = Speaker(lang, lookup.names, tuple(r.partner for r in parts.partners.rows))
            return Report(parts, speaker, Citer(lookup, speaker.words)).write()

    def _day(self, on: str | None, as_of: When) -> str:
        """The day that something is overdue on: asked for, else that of the past that is shown, else today."""
        past = find_day(as_of[:10], "--as-of", 1) if isinstance(as_of, str) and not _is_run(as_of) else None
        return find_day(on, "--on", 1) or past or dt.date.today().isoformat()

    def _columns(self, needed: str, filters: Filters, as_of: When, *, named: bool = False) -> "Columns":
        """The deals of all states that fit the filters, with the columns that an answer says it needs."""
        columns = self._register.columns(load(f"wektor.analysis.columns.{needed}"), filters, as_of=as_of, named=named)
        refuse_emptiness(self._register, bool(columns.ids))
        return columns

    def _survey(self, state: str, filters: Filters, as_of: When, whats: Sequence[str] = _BOTH, detailed: Sequence[str] = ()) -> Survey:
        """What fits the filters of one state in outline; further states that are asked for narrow it."""
        survey = self._register.survey(msgspec.structs.replace(filters, state=(state,)), as_of=as_of, whats=whats, detailed=detailed)
        refuse_emptiness(self._register, bool(survey.deals or survey.events))
        others = {find_state(s) for s in filters.state} - {state}
        if not others:
            return survey
        deals, events = ({k: o for k, o in held.items() if others & {*o.giver_states, *o.taker_states}} for held in (survey.deals, survey.events))
        return msgspec.structs.replace(survey, deals=deals, events=events)

    def _view(self, state: str, filters: Filters, as_of: When) -> View:
        """The whole view of the deals of one state; further states that are asked for narrow it."""
        view = self._register.view(msgspec.structs.replace(filters, state=(state,)), as_of=as_of, queue=False)
        refuse_emptiness(self._register, bool(view.deals or view.events))
        others = {find_state(s) for s in filters.state} - {state}
        if not others:
            return view
        deals = {k: d for k, d in view.deals.items() if others & {*d.giver_states, *d.taker_states}}
        return msgspec.structs.replace(view, deals=deals, events={k: e for k, e in view.events.items() if others & {*e.states}})

    def _told(self, answer: Answer, as_of: When, known: Mapping[str, Label] = _UNKNOWN) -> Told:
        """An answer with the names of what it tells of, those besides that are ``known`` already."""
        ids = ids_told(answer)
        with self._register.reading(as_of) as reader:
            held = {**known, **reader.labels(ids - known.keys())}
        states = {code: f"{name} ({code})" for code, name in state_names().items()}
        return Told(answer, {i: held[i].name if i in held else plain_name(i) for i in ids} | states)


def _local_share(record: ClaimRecord) -> float | None:
    """The share made in the country that the quotes of a claim tell."""
    quotes = " ".join(e.text for e in (record.claim.evidence, *record.claim.more_evidence))
    return local_share(quotes, record.lang)


def _state(name: str) -> str:
    return find_state(name, "STATE")


def _is_run(as_of: str) -> bool:
    return as_of.isdigit() and len(as_of) != 4
