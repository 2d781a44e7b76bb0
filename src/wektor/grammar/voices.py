"""Voices: whom "we" and "us" name, where a text speaks in the first person."""

from collections.abc import Sequence

from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence

_MUCH = 3  # times that a text says "we" which speaks in the first person throughout
_OFFICES = frozenset({"ministry", "force", "agency", "government", "office"})
_SPEAKERS = frozenset({"org", "ministry", "force", "agency"})
OPENING = 3  # sentences in which a text says who speaks
_NEAR = 5  # tokens between a verb of saying and who says it
_OPENING, _CLOSING = "\"“„«", "\"”“»"


class Voices:
    """Who speaks in each sentence of a text."""

    def __init__(self, sentences: Sequence[Sentence], home: str | None) -> None:
        self._throughout = sum(any("we" in t.word.tags for t in s.tokens) for s in sentences) >= _MUCH
        self._home = home
        opening = (m for s in sentences[:OPENING] for m in speakers_in(s))
        self._opening = next(opening, None) if self._throughout else None

    def speak(self, sentence: Sentence, speaker: Mention | None) -> None:
        """Let "we" name whoever says the sentence; ``speaker``: whom the text opens with, or under whose heading it stands."""
        spoken = [m for m in sentence.mentions if m.kind == "we"]
        if not spoken:
            return
        said = said_by(sentence) or ((speaker or self._opening) if self._throughout else None)
        for we in spoken:
            if said is not None and (said.id or said.state):
                _lend(we, said)
            elif self._throughout and self._home:
                we.kind, we.id, we.name, we.state, we.voice = "state", f"state:{self._home}", self._home, self._home, True


def speakers_in(sentence: Sentence) -> list[Mention]:
    """The firms and offices that the sentence names: any of them may speak."""
    return [m for m in sentence.mentions if m.kind in _SPEAKERS and m.id and not (m.adjectival or m.voice) and m.cls != "alliance"]


def _lend(we: Mention, said: Mention) -> None:
    """A firm speaks for itself, whoever holds office for a state."""
    public = said.kind in _OFFICES or said.cls in _OFFICES
    we.stand_for(said)
    we.voice = True
    if we.id.startswith("org:") and we.kind in ("people", "firm"):  # "our people", said of the firm that speaks
        we.kind = "org"
    if public and said.state:
        we.kind, we.id, we.name, we.cls = "state", f"state:{said.state}", said.state, None


def said_by(sentence: Sentence) -> Mention | None:
    """Who says the quotation that the sentence holds: the actor beside its verb of saying, outside the quotation marks."""
    quoted = _quoted(sentence)
    if not quoted:
        return None
    cues = [m for m in sentence.matches.cues if m.entry.id == "reported" and m.i not in quoted]
    named = [m for m in sentence.mentions if m.actor and m.kind != "state" and m.i not in quoted and (m.id or m.state)]
    near = [(min(abs(m.i - c.j), abs(c.i - m.j)), m.i, m) for m in named for c in cues]
    best = min(near, default=None, key=lambda n: n[:2])
    return best[2] if best is not None and best[0] <= _NEAR else None


def _quoted(sentence: Sentence) -> frozenset[int]:
    """The tokens that stand between quotation marks."""
    found, inside = set[int](), False
    for k, token in enumerate(sentence.tokens):
        text = token.word.text
        if text in _CLOSING and inside:
            inside = False
        elif text in _OPENING:
            inside = True
        elif inside:
            found.add(k)
    return frozenset(found)
