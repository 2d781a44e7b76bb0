"""How a brief says who, what and how many."""

from collections.abc import Iterable, Mapping, Sequence

from wektor.analysis.calendar import first_day
from wektor.app.speaking import Speaker
from wektor.model.answers import Happening
from wektor.model.register import Cell, Deal, Entity

FLOWS = frozenset({"order", "delivery", "aid", "technology_transfer"})  # kinds in which one gives and another takes
_SHOWN = 4  # of a list inside a cell


class Teller:
    """Words for the cells of one brief, seen from its state."""

    def __init__(self, speaker: Speaker, entities: Mapping[str, Entity], state: str, other: str | None) -> None:
        self.speaker, self._entities, self._state, self._other = speaker, entities, state, other

    def parties(self, states: Iterable[str], ids: Iterable[str], givers: Iterable[str] = ()) -> str:
        """The other states, each with its firms and forces in brackets, then the state's own. Of two states that a brief is on only these.

        Where the state is one of the ``givers``, those who take are said to: "for Ukraine".
        """
        giving = {*givers}
        named = [i for i in dict.fromkeys(ids) if self._tells(i)]
        abroad = [s for s in dict.fromkeys(states) if s != self._state]
        found = [self._abroad(s, [i for i in named if self._state_of(i) == s], self._state in giving and s not in giving) for s in abroad]
        found += [self.speaker.party(i, self._state_of(i)) for i in named if self._state_of(i) not in abroad]
        return "; ".join(w for w in dict.fromkeys(found) if w)

    def _abroad(self, state: str, ids: Sequence[str], takes: bool) -> str:
        names = ", ".join(self.speaker.party(i, state) for i in ids)
        if state == self._other and not takes:
            return names
        whole = self.speaker.say("for", state_of=self.speaker.state_of(state)) if takes else self.speaker.state(state)
        return f"{whole} ({names})" if names else whole

    def _state_of(self, ident: str) -> str | None:
        entity = self._entities.get(ident)
        return entity.state if entity else None

    def _tells(self, ident: str) -> bool:
        """Whether an organisation is one by name; "soldiers", "officers" are not."""
        entity = self._entities.get(ident)
        if ident.startswith("state:") or entity is None:
            return False
        return entity.known or (entity.name[:1].isupper() and not self.speaker.is_common(entity.name))

    def items(self, ids: Iterable[str]) -> str:
        """Designations and classes, each once, and none that another says more exactly."""
        names = list(dict.fromkeys(self.speaker.item(i) for i in _finest(ids)))
        return ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")

    def step(self, happening: Happening) -> str:
        """What happened, under which name, with how many people or pieces."""
        name = " " + self.speaker.say("named", name=happening.name) if happening.name else ""
        amount = ", " + self.amount(happening.amount, happening.unit) if happening.amount else ""
        return self.speaker.step(happening.kind, happening.attribute, happening.status, name + amount)

    def amount(self, amount: float, unit: str | None) -> str:
        """A number of people or pieces with its noun."""
        return self.speaker.count("person" if unit == "people" else "piece", int(amount)) if float(amount).is_integer() else self.speaker.number(amount)

    def status(self, deal: Deal) -> str:
        """How far a deal has got, in words that suit its kind."""
        ordered, delivered = (next((c.value for c in cells if isinstance(c.value, int | float)), None) for cells in (deal.ordered, deal.delivered))
        part = deal.status == "delivered" and ordered is not None and delivered is not None and delivered < ordered
        return self.speaker.label("delivered in part") if part else self.speaker.words.labels.get(f"{deal.kind} {deal.status}") or self.speaker.label(deal.status)

    def pieces(self, deal: Deal) -> str:
        """How many pieces a deal is of, and how many of them came where that is another number."""
        ordered, delivered = (self._number(cells) for cells in (deal.ordered, deal.delivered))
        return f"{delivered} / {ordered}" if ordered and delivered and ordered != delivered else ordered or delivered

    def value(self, cells: Sequence[Cell]) -> str:
        """The best sourced amount of money."""
        if not cells:
            return ""
        amount = cells[0].value
        if isinstance(amount, tuple):
            return f"{self.speaker.number(amount[0])}–{self.speaker.words.money(amount[1], cells[0].unit)}"
        return self.speaker.words.money(float(amount), cells[0].unit) if isinstance(amount, int | float) else ""

    def _number(self, cells: Sequence[Cell]) -> str:
        return self.said(cells[0]) if cells else ""

    def said(self, cell: Cell, field: str = "") -> str:
        """A value in words: a date, a number, a status with its kind, an amount with its currency."""
        value = cell.value
        if field == "value":
            return self.value((cell,))
        if isinstance(value, tuple):
            return f"{self.speaker.number(value[0])}–{self.speaker.number(value[1])}"
        words = self.speaker.number(value) if isinstance(value, int | float) else self.speaker.date(value) if first_day(value) else self.speaker.label(value)
        return f"{self.speaker.label(cell.unit)}: {words}" if field == "status" and cell.unit else words


def _finest(ids: Iterable[str]) -> list[str]:
    """Ids without a type whose variant stands beside it, and without a class that another one narrows by its first words ("ship", "warship")."""
    held = list(dict.fromkeys(ids))
    return [i for i in held if not any(j != i and (j.startswith(f"{i}/") or (i.startswith("class:") and j.startswith("class:") and j.endswith(i[6:]))) for j in held)]
