"""A document's sketch: what is kept of it to find its copies and to tell them from look-alikes, without its text."""

import struct
import zlib
from base64 import b32encode
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from wektor.resolve.copies.wording import facts_of, words_of

RUN: Final = 3  # words to a shingle
MOST: Final = 4096  # shingles kept of a long text: those with the least hashes
BANDS, ROWS, SEED = 48, 2, 2024


class Sketch(msgspec.Struct, frozen=True, array_like=True):
    """Hashes of a text's shingles, names, words that open sentences, and numbers; ``least`` bounds the shingles that were kept."""

    shingles: frozenset[int]
    names: frozenset[int]
    openers: frozenset[int]
    numbers: frozenset[int]
    least: int = 0xFFFFFFFF


def make_sketch(text: str) -> Sketch:
    """The sketch of a text."""
    words = words_of(text)
    runs = (" ".join(words[n : n + RUN]) for n in range(max(1, len(words) - RUN + 1)))
    shingles = sorted(_hashes(runs if words else ()))
    facts = facts_of(text)
    names, openers, numbers = (frozenset(_hashes(part)) for part in (facts.names, facts.openers, facts.numbers))
    least = shingles[MOST - 1] if len(shingles) > MOST else 0xFFFFFFFF
    return Sketch(frozenset(shingles[:MOST]), names, openers, numbers, least)


def bands_of(sketch: Sketch) -> list[str]:
    """The bands of a sketch's MinHash: texts that are alike share one, nearly always."""
    from rensa import RMinHash

    minhash = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    minhash.update([value.to_bytes(4, "little") for value in sorted(sketch.shingles)])
    digest = minhash.digest() if sketch.shingles else []
    return [_name(n, _packed(digest[n * ROWS : (n + 1) * ROWS])) for n in range(len(digest) // ROWS)]


def encode_sketch(sketch: Sketch) -> bytes:
    """A sketch as bytes to be kept."""
    parts = (sketch.shingles, sketch.names, sketch.openers, sketch.numbers)
    return msgspec.msgpack.encode([sketch.least, *(_packed(sorted(part)) for part in parts)])


def decode_sketch(data: bytes) -> Sketch:
    """What ``encode_sketch`` made."""
    least, *parts = msgspec.msgpack.decode(data, type=tuple[int, bytes, bytes, bytes, bytes])
    shingles, names, openers, numbers = (frozenset(struct.unpack(f"<{len(part) // 4}I", part)) for part in parts)
    return Sketch(shingles, names, openers, numbers, least)


def _hashes(words: Iterable[str]) -> set[int]:
    return {zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words}


def _packed(values: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(values)}I", *values)


def _name(band: int, rows: bytes) -> str:
    return f"{band:02}" + b32encode(rows).decode().rstrip("=")
