"""A part is asked for until it is read: bad answers are asked for once more, unfinished ones gone on with, then the part is split."""

from collections.abc import Callable

import msgspec

from wektor.engines.llm.alignment import Text
from wektor.engines.llm.answer import Quoted, parse_answer
from wektor.engines.llm.calls import Said, TooLong, Trouble
from wektor.engines.llm.outcome import UNFINISHED, Outcome, fault_of
from wektor.engines.llm.request import Request, halves, with_words
from wektor.engines.protocol import Missed

_TURNS = 5  # calls for one stretch of text
_DEEPEST = 3  # times that a part is halved
_URGED = ("Your last answer could not be used. Answer with the one JSON object alone, short and with its end, nothing before or after it; copy every quote letter "
          'for letter from the article, in its own language. If the article holds no claim, answer {"claims": []}.')  # fmt: skip
_GO_ON = 'Claims of this article that you have listed already: {listed}\nList only those that are missing, in the same form; {{"claims": []}} if none is.'

Call = Callable[[Request], Said]


class Asker:
    """Reads parts by calls that may raise Trouble; a part that is not read is told with the reason, and nothing else is lost by it."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def __call__(self, request: Request) -> Outcome:
        """What became of the part."""
        return self._read(request, Text(request.document.text if request.document else ""), 0)

    def _read(self, request: Request, text: Text, depth: int) -> Outcome:
        kept: list[Quoted] = []
        turn, fault = request, UNFINISHED
        urged = False
        for _ in range(_TURNS):
            try:
                said = self._call(turn)
            except TooLong as trouble:
                return self._halve(request, text, depth, kept, str(trouble))
            except Trouble as trouble:
                return _missed(request, kept, str(trouble))
            answer = parse_answer(said.content)
            new = [claim for claim in answer.claims if claim not in kept]
            found = fault_of(said, answer, text)
            if found is None:
                return Outcome((*kept, *new))
            fault = found
            if fault == UNFINISHED and (new or kept):
                kept += new
                if not new:  # it goes round in circles
                    break
                turn = with_words(request, _GO_ON.format(listed=_listed(kept)))
            elif urged or kept:
                return _missed(request, [*kept, *new], fault)
            else:
                turn, urged = with_words(request, _URGED), True
        return self._halve(request, text, depth, kept, fault)

    def _halve(self, request: Request, text: Text, depth: int, kept: list[Quoted], reason: str) -> Outcome:
        parts = halves(request) if depth < _DEEPEST else []
        if not parts:
            return _missed(request, kept, reason)
        outcomes = [self._read(part, text, depth + 1) for part in parts]
        claims = dict.fromkeys(map(_Told, [*kept, *(c for o in outcomes for c in o.claims)]))
        return Outcome(tuple(told.claim for told in claims), tuple(m for o in outcomes for m in o.missed))


class _Told:
    """A claim that can be told from others."""

    def __init__(self, claim: Quoted) -> None:
        self.claim, self._key = claim, msgspec.json.encode(claim, order="sorted")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Told) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


def _missed(request: Request, kept: list[Quoted], reason: str) -> Outcome:
    span = request.part.span if request.part else None
    return Outcome(tuple(kept), (Missed(span.start, span.end, reason) if span else Missed(0, 0, reason),))


def _listed(claims: list[Quoted]) -> str:
    """The claims in short, on one line."""
    return msgspec.json.encode([[claim.kind, claim.status, claim.evidence[0][:80] if claim.evidence else ""] for claim in claims]).decode()
