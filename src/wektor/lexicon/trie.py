"""The trie: every phrase of a language by the keys of its words. What begins with a word is decoded when the word first comes up."""

from functools import cached_property

import msgspec

from wektor.lexicon.entries import Entry


class Node(msgspec.Struct, array_like=True, gc=False):
    """A place in the trie: next key -> place, and the entries that end here (their numbers)."""

    next: dict[str, "Node"]
    ends: list[int]


class Trie(msgspec.Struct, array_like=True, dict=True):
    """Phrases as they are kept: what begins with each key, and every entry, both still encoded."""

    first: dict[str, msgspec.Raw]
    meanings: list[msgspec.Raw]

    def node(self, key: str) -> Node | None:
        """Where phrases go on that begin with a word of this key."""
        if key in self._nodes:
            return self._nodes[key]
        raw = self.first.get(key)
        if raw is None:
            return None
        node = self._nodes[key] = msgspec.msgpack.decode(raw, type=Node)
        return node

    def nodes(self, keys: tuple[str, ...]) -> list[Node]:
        """Where phrases go on that begin with a word of any of the keys."""
        return [node for key in keys if (node := self.node(key)) is not None]

    def entry(self, number: int) -> Entry:
        """An entry by its number, the same object each time."""
        entry = self._entries.get(number)
        if entry is None:
            entry = self._entries[number] = msgspec.msgpack.decode(self.meanings[number], type=Entry)
        return entry

    @cached_property
    def _nodes(self) -> dict[str, Node]:
        return {}

    @cached_property
    def _entries(self) -> dict[int, Entry]:
        return {}


def trie_of(root: Node, entries: list[Entry]) -> Trie:
    """A trie of a root without ends, and of the entries that its places tell by number."""
    encode = msgspec.msgpack.encode
    return Trie({key: msgspec.Raw(encode(node)) for key, node in root.next.items()}, [msgspec.Raw(encode(entry)) for entry in entries])
