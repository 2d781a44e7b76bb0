"""Voices: whom "we" and "us" name, where a text speaks in the first person."""

from collections.abc import Sequence

from wektor.mentions.mention import Mention
from wektor.mentions.quotation import CLOSING
from wektor.mentions.quotation import OPENING as OPENING_MARKS
from wektor.mentions.sentence import Sentence

_MUCH = 3  # times that a text says "we" which speaks in the first person throughout
PUBLIC = frozenset({"ministry", "force", "agency", "government", "office"})
_SPEAKERS = frozenset({"org", "ministry", "force", "agency"})
OPENING = 3  # sentences in which a text says who speaks
_NEAR = 5  # tokens between a verb of saying and who says it
_TITLE = 3  # tokens between a firm and the office that somebody holds in it
_DASHES = "–—"


class Voices:
    """Who speaks in each sentence of a text."""

    def __init__(self, sentences: Sequence[Sentence], home: str | None) -> None:
        self._throughout = sum(any("we" in t.word.tags for t in s.tokens) for s in sentences) >= _MUCH
        self._home, self._sentences = home, sentences
        opening = (m for s in sentences[:OPENING] for m in speakers_in(s))
        self._opening = (_house(sentences) or next(opening, None)) if self._throughout else None

    def speak(self, sentence: Sentence, speaker: Mention | None) -> None:
        """Let "we" name whoever says the sentence; ``speaker``: whom the text opens with, or under whose heading it stands."""
        spoken = [m for m in sentence.mentions if m.kind == "we"]
        if not spoken:
            return
        said = self.speaker_of(sentence, (speaker or self._opening) if self._throughout else None)
        for we in spoken:
            if said is not None and (said.id or said.state):
                _lend(we, said)
            elif self._throughout and self._home:
                we.kind, we.id, we.name, we.state, we.voice = "state", f"state:{self._home}", self._home, self._home, True

    def speaker_of(self, sentence: Sentence, speaker: Mention | None) -> Mention | None:
        """Whose "our" is: who says the sentence, or ``speaker``, whom the text lets speak."""
        return said_by(sentence) or self._said_behind(sentence) or speaker

    def _said_behind(self, sentence: Sentence) -> Mention | None:
        """Who says what a dash opens, where a further sentence of the line tells it."""
        if not _dashed(sentence):
            return None
        for other in self._sentences[sentence.index + 1 : sentence.index + 1 + OPENING]:
            if "\n" in sentence.text[sentence.hi : other.lo]:
                return None
            if (said := said_by(other, spoken=True)) is not None:
                return said
        return None


def _house(sentences: Sequence[Sentence]) -> Mention | None:
    """The firm, known or not, whose director or head the text opens with: "Arvo Yards' deputy director answers our questions"."""
    for sentence in sentences[:OPENING]:
        offices = [m.i for m in sentence.mentions if m.kind == "office"]
        for name in (m for m in sentence.mentions if m.kind in ("name", "org") and m.id and sentence.has(m.j, "possessive")):
            if any(name.j < at <= name.j + _TITLE for at in offices):
                name.kind = "org"
                return name
    return None


def speakers_in(sentence: Sentence) -> list[Mention]:
    """The firms and offices that the sentence names: any of them may speak."""
    return [m for m in sentence.mentions if m.kind in _SPEAKERS and m.id and not (m.adjectival or m.voice) and m.cls != "alliance"]


def _lend(we: Mention, said: Mention) -> None:
    """A firm speaks for itself, whoever holds office for a state."""
    public = said.kind in PUBLIC or said.cls in PUBLIC
    we.stand_for(said)
    we.voice = True
    if we.id.startswith("org:") and we.kind in ("people", "firm"):  # "our people", said of the firm that speaks
        we.kind = "org"
    if public and said.state:
        we.kind, we.id, we.name, we.cls = "state", f"state:{said.state}", said.state, None


def said_by(sentence: Sentence, spoken: bool = False) -> Mention | None:
    """Who says the quotation that the sentence holds, or goes on with if ``spoken``: the actor beside its verb of saying, outside the quotation marks."""
    inside = quoted(sentence) or _uttered(sentence, spoken)
    if not inside:
        return None
    cues = [m for m in sentence.matches.cues if m.entry.id == "reported" and m.i not in inside]
    named = [m for m in sentence.mentions if m.actor and m.kind != "state" and m.i not in inside and (m.id or m.state)]
    near = [(min(abs(m.i - c.j), abs(c.i - m.j)), m.i, m) for m in named for c in cues]
    best = min(near, default=None, key=lambda n: n[:2])
    return best[2] if best is not None and best[0] <= _NEAR else None


def quoted(sentence: Sentence) -> frozenset[int]:
    """The tokens that stand between quotation marks."""
    found, inside = set[int](), False
    for k, token in enumerate(sentence.tokens):
        text = token.word.text
        if text in CLOSING and inside:
            inside = False
        elif text in OPENING_MARKS:
            inside = True
        elif inside:
            found.add(k)
    return frozenset(found)


def _dashed(sentence: Sentence) -> bool:
    """Whether a dash opens it, as it opens speech in many languages."""
    return bool(sentence.tokens) and sentence.tokens[0].word.text in _DASHES


def _uttered(sentence: Sentence, spoken: bool) -> frozenset[int]:
    """The tokens up to the dash that closes speech, which a dash opened or a verb of saying follows."""
    opened = spoken or _dashed(sentence)
    ends = (k for k, t in enumerate(sentence.tokens) if k and t.word.text in _DASHES and (opened or sentence.has(k + 1, "cue:reported")))
    return frozenset(range(next(ends, 0)))
