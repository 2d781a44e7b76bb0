"""Discourse: who "the company", "both sides", "it" and an army without a state stand for."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from wektor.grammar.dated import Dated, dated, thread_of, told_once
from wektor.grammar.voices import OPENING, PUBLIC, Voices, speakers_in
from wektor.mentions.actors import name_actor
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence

_DECAY = 0.85
_HOME = 3.0
_OPENING = 4  # sentences that say where a text is at home
_GENERIC = frozenset({"arms", "weapons", "equipment", "military equipment", "technology", "service", "parts", "spare parts", "component",
                      "documentation", "raw material", "machine tool", "kit", "software", "licence"})
_THREAD = 6  # sentences over which a story may go on without a date
_FILED = 2  # sentences for which a dateline stands
_OURS = 3  # tokens between "our" and whom it owns
_OWNED = frozenset({"people", "firm", "office", "force", "ministry", "government"})
_ANAPHORS = frozenset({"firm", "side", "country", "buyer", "partner"})


class Seen:
    """What the text has said so far of one actor or thing: how often, where first and last, under which number, in which roles."""

    __slots__ = ("count", "first", "item", "key", "mention", "number", "roles", "sentence", "subject")

    def __init__(self, key: str, mention: Mention, sentence: int) -> None:
        self.key, self.mention, self.first = key, mention, sentence
        self.sentence, self.subject, self.count = sentence, -1, 0
        self.item = mention.kind == "item"
        self.number: object = None
        self.roles: dict[str, int] = {}


class Discourse:
    """What the text has spoken of so far; fed sentence by sentence."""

    def __init__(self, adjectives: dict[str, str], home: str | None, parents: dict[str, str]) -> None:
        self.parents = parents
        self.adjectives = adjectives
        self.weights: dict[str, float] = {}
        self.home = home
        self.ministries: list[Mention] = []
        self.forces: list[Mention] = []
        self.items: list[Mention] = []
        self.persons: dict[str, Mention] = {}
        self.subject: list[Mention] = []
        self.seen: dict[str, Seen] = {}
        self._dates: dict[int, list[Dated]] = {}
        self.sentences: Sequence[Sentence] = ()  # the whole text's
        self.voices: Voices | None = None
        self._dashed = -1  # states before a dash that open a line, once counted
        self.published: str | None = None
        self.topics: dict[str, int] = {}
        self.tellings: dict[int, tuple[list[int], list[tuple[str, int]]]] = {}  # of sentences: the clause of each token, kinds told with their clauses
        self.flows: dict[tuple[str, str], int] = {}  # who gave to whom, as told so far, by state
        self.last_item = ""  # key of the item told of last
        self.heading: str | None = None  # the state under whose heading the sentence stands
        self.opened = 0  # the first sentence of the paragraph
        self.lead: str | None = None  # the state that the paragraph's sentences before name first
        self.titled: frozenset[str] | None = None  # the states that the text's title names
        self.speaker: str | None = None  # the key of who speaks: of whom the text opens, or under whose heading the sentence stands

    @property
    def _lists(self) -> bool:
        """Whether the text is a list by states: one alone before a dash could be where the news comes from."""
        if self._dashed < 0:
            self._dashed = sum(dashed_heading(s) is not None for s in self.sentences)
        return self._dashed > 1

    def focus(self) -> str | None:
        """The state that the text is about here: mentions weighted by nearness, the home state ahead."""
        if self.heading is not None:
            return self.heading
        if not self.weights:
            return self.home
        return max(self.weights.items(), key=lambda kv: (kv[1] + (_HOME if kv[0] == self.home else 0.0), kv[0]))[0]

    def read(self, sentence: Sentence) -> None:
        """Resolve the sentence's anaphors and take its mentions in."""
        self.heading = heading_of(sentence) or (dashed_heading(sentence) if self._lists else None) or self.heading
        self.speaker = speaker_of(sentence, self.speaker)
        self._open(sentence)
        self.voices = self.voices or Voices(self.sentences, self.home)
        self.voices.speak(sentence, self._speaking())
        for state in list(self.weights):
            self.weights[state] *= _DECAY
        for mention in sentence.mentions:
            self._resolve(sentence, mention)
            self._note(sentence, mention)
            self._count(sentence, mention)

    def _open(self, sentence: Sentence) -> None:
        """Know whom the title names, where the paragraph began, and whom it spoke of first."""
        if self.titled is None:
            titled = len(self.sentences) > 1 and _parted(self.sentences[0], self.sentences[1])
            self.titled = frozenset(_states_in(self.sentences[0])) if titled else frozenset()
        before = self.sentences[sentence.index - 1] if sentence.index else None
        if before is None or _parted(before, sentence):
            self.opened, self.lead = sentence.index, None
        elif self.lead is None:
            self.lead = next(_states_in(before), None)

    def _speaking(self) -> Mention | None:
        """Whom the text lets speak, as it named them."""
        seen = self.seen.get(self.speaker) if self.speaker is not None else None
        return None if seen is None else seen.mention

    def dates_at(self, index: int) -> list[Dated]:
        """The dates that a claim may bear of the sentence with that number; looked at when they are first asked for."""
        if index not in self._dates:
            sentence = self.sentences[index] if 0 <= index < len(self.sentences) else None
            kept = [d for d in sentence.dates if d.edtf and not d.dateline] if sentence is not None else []  # type: ignore[attr-defined]
            self._dates[index] = [dated(d, sentence, self.published) for d in told_once(kept, sentence.text)] if sentence is not None and kept else []
        return self._dates[index]

    def dateline_at(self, index: int) -> Dated | None:
        """The date of filing under which a sentence stands: one that opens it, or the one before."""
        for n in range(index, max(-1, index - _FILED), -1):
            filed = [d for d in self.sentences[n].dates if d.edtf and d.dateline]  # type: ignore[attr-defined]
            if filed:
                return dated(filed[0], self.sentences[n], self.published)
        return None

    def thread(self, dated: Dated) -> tuple[Any, ...]:
        """What speaks for a story that a date goes on with, by the date named before it."""
        here = self.dates_at(dated.sentence)
        at = next((n for n, d in enumerate(here) if d is dated), 0)
        before = here[at - 1] if at else next((d for n in range(dated.sentence - 1, max(-1, dated.sentence - 1 - _THREAD), -1) for d in reversed(self.dates_at(n))), None)
        return thread_of(dated, before, self.sentences, self.published)

    def kin(self, dated: Dated, kind: str) -> str:
        """Whether the clause of a date that was named tells something of the kind, or its sentence does, or it tells something else."""
        if dated.sentence not in self.tellings:
            return "unknown"
        clause_of, told = self.tellings[dated.sentence]
        beside = [k for k, clause in told if clause == clause_of[dated.at]]
        return "same" if kind in beside else "near" if any(k == kind for k, _ in told) else "other" if beside else "none"

    def _resolve(self, sentence: Sentence, mention: Mention) -> None:
        if mention.kind in _OWNED and not mention.state and not mention.id and self._ours(sentence, mention):
            return
        if not mention.state and mention.kind in ("force", "people", "office") and any(sentence.has(k, "foreign") for k in range(max(0, mention.np - 2), mention.i)):
            return  # "foreign officers": of whatever state
        if mention.kind in ("force", "ministry", "agency", "office", "government") and not mention.state:
            if mention.kind == "ministry" and mention.weak and self.ministries:
                mention.state, mention.name, mention.id = self.ministries[-1].state, self.ministries[-1].name, self.ministries[-1].id
                return
            same = [m for m in self.forces if mention.kind == "force" and m.kind == "force" and mention.name.partition("}")[2] and m.name.endswith(mention.name.partition("}")[2])]
            known = self._person(sentence, mention) if mention.kind == "office" else None
            mention.state = known.state if known is not None else mention.usual or self._state_for(sentence, mention, same)
            name_actor(mention, self.adjectives)
        elif mention.kind == "people" and not mention.state:
            mention.state = self._state_for(sentence, mention, [])
            mention.guessed = True
            name_actor(mention, self.adjectives)
        elif mention.kind == "name":
            known = self.persons.get(mention.name.split()[-1].lower()) if mention.name else None
            if known is not None:
                mention.kind, mention.state, mention.id, mention.name = "office", known.state, known.id, known.name

    def _ours(self, sentence: Sentence, mention: Mention) -> bool:
        """ "our technicians", "our yard", "our army": those of the firm or state that speaks."""
        said = next((k for k in range(mention.j - 1, max(-1, mention.i - 1 - _OURS), -1) if sentence.has(k, "their")), None)
        if said is None or not sentence.has(said, "we") or any(sentence.cover[k] for k in range(said, mention.i)):
            return False
        speaker = self.voices.speaker_of(sentence, self._speaking()) if self.voices is not None else None
        if speaker is None:
            return False
        if speaker.kind == "org" and speaker.cls == "firm" and mention.kind in ("people", "firm"):
            mention.id, mention.name, mention.state = speaker.id, speaker.name, speaker.state
        elif speaker.state and (speaker.kind == "office" or speaker.kind in PUBLIC):
            mention.state = speaker.state
            name_actor(mention, self.adjectives)
        return bool(mention.id or mention.state)

    def _person(self, sentence: Sentence, office: Mention) -> Mention | None:
        """Who the person in the office is, where the text has said it before."""
        last = sentence.tokens[office.j - 1].word
        return self.persons.get(last.lower[: last.bare]) if last.cap and not last.tags else None

    def _state_for(self, sentence: Sentence, mention: Mention, same: list[Mention]) -> str | None:
        owner = sentence.cover[mention.np - 2] if mention.np > 1 and sentence.has(mention.np - 1, "possessive") else None
        if owner is not None and owner.state and owner.kind != "item":
            return owner.state  # "the Kenyan Navy's chief"
        if sentence.has(mention.np - 1, "their") or sentence.has(mention.i - 1, "their"):
            owners = [m for m in [*self.subject, *(m for m in sentence.mentions if m.j <= mention.i and m.actor and m.prep is None)] if m.state]
            if owners:
                return owners[-1].state
        earlier = [m for m in sentence.mentions if m.j <= mention.i and m.state and m.kind in ("state", "force", "ministry", "government") and not m.adjectival]
        subjects = [m for m in earlier if m.prep is None]
        if subjects:
            return subjects[-1].state
        return same[-1].state if same else self.focus()

    def _note(self, sentence: Sentence, mention: Mention) -> None:
        if mention.state:
            weight = 1.0 if not mention.adjectival else 0.35
            if mention.kind in ("force", "ministry", "office", "government"):
                weight = 1.2
            if mention.kind == "org" or mention.kind == "item":
                weight = 0.15
            self.weights[mention.state] = self.weights.get(mention.state, 0.0) + weight
        if mention.kind == "ministry" and mention.state:
            self.ministries.append(mention)
        elif mention.kind == "force" and mention.state:
            self.forces.append(mention)
        elif mention.kind == "item" and (mention.designated or not mention.weak) and mention.cls not in _GENERIC:
            self.items.append(mention)
        if mention.kind == "office" and mention.state:
            last = sentence.tokens[mention.j - 1].word
            if last.cap:
                self.persons.setdefault(last.lower[: last.bare], mention)

    def _count(self, sentence: Sentence, mention: Mention) -> None:
        key = mention.id or (f"state:{mention.state}" if mention.state else f"name:{mention.text.lower()}")
        thing = mention.kind == "item"
        if mention.anaphor or mention.kind == "name" or (thing and ((mention.weak and not mention.designated) or mention.cls in _GENERIC)) or not (thing or mention.actor) or key.startswith("name:"):
            return
        entry = self.seen.setdefault(key, Seen(key, mention, sentence.index))
        entry.count += 1
        if not mention.voice and (not mention.adjectival or entry.mention.adjectival):
            entry.mention = mention
        entry.sentence = sentence.index
        entry.number = mention.qty or entry.number
        if mention.prep is None and not mention.adjectival and not mention.possessive:
            entry.subject = sentence.index

    def people_seen(self) -> list[Seen]:
        """Actors, the last named first."""
        return sorted((s for s in self.seen.values() if not s.item), key=lambda s: (-s.sentence, -s.mention.start))

    def things_seen(self) -> list[Seen]:
        """Equipment that was named, the last first."""
        return sorted((s for s in self.seen.values() if s.item), key=lambda s: (-s.sentence, -s.mention.start))


def _parted(earlier: Sentence, sentence: Sentence) -> bool:
    """Whether a line ends between two sentences."""
    return "\n" in sentence.text[earlier.lo : sentence.lo].rstrip(" ")


def _states_in(sentence: Sentence) -> Iterator[str]:
    """The states that a sentence speaks of, in order, equipment apart."""
    return (m.state for m in sentence.mentions if m.state and m.kind != "item")


def heading_of(sentence: Sentence) -> str | None:
    """The state that a sentence is a heading of: it says nothing else ("3. Slovenia."), or opens with it and a colon."""
    head = next((m for m in sentence.mentions if m.kind == "state" and not m.adjectival and m.prep is None), None)
    if head is None:
        return None
    tokens = sentence.tokens
    if any(t.word.text[0].isalpha() for t in tokens[: head.i]):
        return None
    alone = not any(t.word.text[0].isalpha() for t in tokens[head.j :])
    colon = head.j < len(tokens) and tokens[head.j].word.text == ":"
    return head.state if alone or colon else None


def dashed_heading(sentence: Sentence) -> str | None:
    """The state that opens a line, alone before a dash: "Latvia – 56 vehicles more"."""
    head = sentence.mentions[0] if sentence.mentions else None
    if head is None or head.kind != "state" or head.adjectival or head.i or head.j >= len(sentence.tokens):
        return None
    opens = sentence.lo == 0 or sentence.text[: sentence.lo].rstrip(" ").endswith("\n")
    return head.state if opens and sentence.tokens[head.j].word.text in "–—" else None


def speaker_of(sentence: Sentence, before: str | None) -> str | None:
    """The firm or office that the sentence names alone, as a heading; else the first that the text's opening names."""
    named = speakers_in(sentence)
    if not named:
        return before
    alone = len(sentence.mentions) == 1 and all(named[0].i <= k < named[0].j for k, t in enumerate(sentence.tokens) if t.word.text[0].isalnum())
    return named[0].id if alone or (before is None and sentence.index < OPENING) else before


def rank_topics(sentences: list[Sentence]) -> dict[str, int]:
    """The states that the whole text speaks of most, and their rank (0: the most; 3 and more as 3)."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        counts.update({m.state for m in sentence.mentions if m.state and m.kind != "item"})
    ordered = sorted(counts, key=lambda s: (-counts[s], s))
    return {state: min(rank, 3) for rank, state in enumerate(ordered)}


def home_state(sentences: list[Sentence]) -> str | None:
    """The state that the first sentences name most; if they name none, the whole text."""
    return _named_most(sentences[:_OPENING]) or _named_most(sentences)


def _named_most(sentences: list[Sentence]) -> str | None:
    counts: Counter[str] = Counter()
    for n, sentence in enumerate(sentences):
        for m in sentence.mentions[:1]:
            dateline = any(t.word.text in "–—)-" or t.word.digit for t in sentence.tokens[m.j : m.j + 7])
            if m.state and m.i <= 1 and m.prep is None and dateline and not m.adjectival:
                counts[m.state] += 5
        for m in sentence.mentions:
            state = m.state or m.usual  # "the Commons": an office that is of one state where no other is named
            if state and m.kind != "item" and not (m.kind == "org" and m.cls == "firm" and m.prep is not None):  # of whom one buys is not at home
                counts[state] += 3 - min(n, 2) if not m.adjectival else 1
    return max(counts.items(), key=lambda kv: (kv[1], kv[0]))[0] if counts else None
