"""How much of a source is read before it is set aside: sizes in bytes, times in seconds."""

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds on one document (or one record of many) and on what is unpacked.

    ``document`` bounds a document's bytes, unpacked, ``text`` the characters of what is read in it; ``ratio`` how many times larger an archive may become, once it
    gave more than ``slack``; ``members`` the files in an archive, ``nesting`` archives within archives; ``pages`` those
    of a paper, ``depth`` elements within elements. ``seconds`` and ``memory`` bound the parsing of one document.
    """

    document: int = 64 << 20
    text: int = 5_000_000
    ratio: int = 100
    slack: int = 64 << 20
    members: int = 100_000
    nesting: int = 6
    pages: int = 2_000
    depth: int = 1_000
    seconds: float = 30.0
    memory: int = 1 << 30
    links: int = 500


class Refused(Exception):
    """A source that is not read. Its text is the reason, for a person; it never leaves this room."""
