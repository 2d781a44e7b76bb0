"""Entries: one meaning of one phrase, whatever pack it came from."""

import msgspec


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What a phrase means.

    ``kind`` is state, adjective, people, capital, place, org, equipment, class, actor, frame, tail (of a verb, ``name``), cue, word, civil
    (of another field), prefix (of a ship's name), drill (a named exercise) or prep;
    ``form`` says what letters are asked of the text: any, cap (a capital first) or exact.
    """

    kind: str
    id: str
    name: str = ""
    state: str | None = None
    cls: str | None = None
    form: str = "any"
    weak: bool = False
    source: str | None = None


class Phrase(msgspec.Struct, frozen=True, array_like=True):
    """Words as written in a pack (base forms) with their entry."""

    text: str
    entry: Entry
