"""Names of organisations led to those of the packs, and compared with each other."""

from functools import lru_cache

from wektor.lexicon.packs import Organisation
from wektor.model.register import MergeExplanation, Reason
from wektor.resolve.comparison import SAME, UNSURE, compare_forms
from wektor.resolve.forms import Forms, NameForm
from wektor.resolve.knowledge import Knowledge
from wektor.resolve.scripts import sound

Link = tuple[str, MergeExplanation]


class Organisations:
    """The packs' organisations by plain form and by telling word."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._known = knowledge.organisations
        self._forms = Forms(knowledge)
        self._exact: dict[str, dict[str, str]] = {}
        self._tokens: dict[str, set[tuple[str, str]]] = {}
        self._initials: dict[tuple[str, str | None], set[str]] = {}
        for org in knowledge.organisations.values():
            for name in dict.fromkeys((org.name, *org.names, *org.former, *org.weak)):
                self._lay(org, name)
            for letters in self.form(org.name).initials:
                self._initials.setdefault((letters, org.state), set()).add(org.id)
        self.link = lru_cache(maxsize=262144)(self._link)

    def form(self, text: str) -> NameForm:
        """A name taken apart."""
        return self._forms.form(text)

    def _lay(self, org: Organisation, name: str) -> None:
        form = self.form(name)
        for key in {form.key, _plain(name)}:
            self._exact.setdefault(key, {}).setdefault(org.id, name)
        for part in form.parts:
            if part.kind in ("word", "number"):
                for key in {part.key, part.key[:4]}:
                    self._tokens.setdefault(key, set()).add((org.id, name))

    def _link(self, text: str, state: str | None = None) -> Link | None:
        """The known organisation that a name means, or None; the explanation's verdict may be unsure."""
        exact = self._exactly(text, state)
        if exact is not None:
            return exact
        form = self.form(text)
        short = self._initials.get((form.acronym or "", state), set()) if state else set()
        if len(short) == 1:
            ident = next(iter(short))
            words = f"{text} are the initials of {self._known[ident].name}, the only such organisation of {state} that is known"
            return ident, MergeExplanation(text, self._known[ident].name, "same", SAME, (Reason("initials", words, SAME),))
        best: dict[str, MergeExplanation] = {}
        for ident, name in sorted(self._candidates(form)):
            told = compare_forms(form, self.form(name), (state, self._known[ident].state))
            if told.score >= UNSURE and (ident not in best or told.score > best[ident].score):
                best[ident] = told
        ranked = sorted(best.items(), key=lambda t: (-t[1].score, t[0]))
        if not ranked:
            return None
        if len(ranked) > 1 and ranked[1][1].score > ranked[0][1].score - 0.05:
            return ranked[0][0], _doubt(ranked[0][1], f"as near to {self._known[ranked[1][0]].name}")
        return ranked[0]

    def _candidates(self, form: NameForm) -> set[tuple[str, str]]:
        found: set[tuple[str, str]] = set()
        for part in form.parts:
            if part.kind in ("word", "number"):
                hits = self._tokens.get(part.key) or self._tokens.get(part.key[:4], set())
                found |= hits if len(hits) <= 60 else set()
        return found

    def _exactly(self, text: str, state: str | None) -> Link | None:
        """A name of the packs, however it is spelled; of two bearers the one of the right state, else unsure."""
        held = {**self._exact.get(self.form(text).key, {}), **self._exact.get(_plain(text), {})}
        fit = {i: n for i, n in held.items() if state is None or self._known[i].state in (None, state)}
        if not fit:
            return None
        if len(fit) > 1:
            same = {i: n for i, n in fit.items() if _plain(n) == _plain(text)}
            fit = same if len(same) == 1 else fit
        ident, name = min(fit.items())
        told = MergeExplanation(text, name, "same", 1.0, (Reason("known", f"known name of {self._known[ident].name}: {name}", 1.0),))
        return ident, (told if len(fit) == 1 else _doubt(told, "several organisations bear this name"))

    def compare(self, a: str, b: str, states: tuple[str | None, str | None] = (None, None)) -> MergeExplanation:
        """Whether two names mean one organisation: by the packs where they know both, else by the words."""
        links = [self.link(text, state) for text, state in ((a, states[0]), (b, states[1]))]
        known = [link if link and link[1].verdict == "same" else None for link in links]
        if known[0] and known[1]:
            same = known[0][0] == known[1][0]
            reasons = tuple(r for k in known if k for r in k[1].reasons)
            return MergeExplanation(a, b, "same" if same else "different", 1.0 if same else 0.0, reasons)
        told = compare_forms(self.form(a), self.form(b), (states[0] or self._state(known[0]), states[1] or self._state(known[1])))
        return _doubt(told, "only one is a known organisation") if any(known) and told.verdict == "same" and told.score < 0.9 else told

    def _state(self, link: Link | None) -> str | None:
        return self._known[link[0]].state if link else None


def _plain(text: str) -> str:
    """The whole name by sound, spaces and marks dropped."""
    return "=" + "".join(c for c in sound(text) if c.isalnum())


def _doubt(told: MergeExplanation, words: str) -> MergeExplanation:
    return MergeExplanation(told.left, told.right, "unsure", min(told.score, SAME - 0.01), (*told.reasons, Reason("doubt", words, -0.2)))
