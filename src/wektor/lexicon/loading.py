"""Packs on disk: decoded by their types; the compiled form is cached by the digest of the YAML files."""

import gc
import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from wektor.lexicon.collect import collect, collect_grammar, collect_states, collect_types
from wektor.lexicon.entries import Phrase
from wektor.lexicon.packs import (
    ActorPack,
    ClassPack,
    CuePack,
    EquipmentPack,
    ExercisePack,
    FirmWordPack,
    FramePack,
    GrammarPack,
    LanguagePack,
    OrganisationPack,
    ShipPrefixPack,
    StatePack,
    ValencyPack,
)  # fmt: skip
from wektor.lexicon.shelf import fetch, keep, place
from wektor.lexicon.trie import Node, Trie, trie_of
from wektor.model import PackError

PACKS = Path(__file__).resolve().parent.parent / "packs"
Keys = Callable[[str, bool], Sequence[Sequence[str]]]
T = TypeVar("T")
_TABLES: dict[str, Any] = {"language": LanguagePack, "grammar": GrammarPack, "cues": CuePack, "frames": FramePack,
                           "actors": ActorPack, "equipment": ClassPack, "states": StatePack}  # fmt: skip


_FIRST = frozenset({"language", "numbers", "money", "dates", "morphology"})  # what reading needs, but for the compiled form
_CLOSED = frozenset({"word", "prep", "cue"})  # laid under the form as written: a lemma's other forms may mean otherwise
_OWNED = frozenset({"frame", "tail", "cue"})  # phrases in which one possessive stands for all
_KEYS = 4  # of a word under which it is laid


class Compiled(msgspec.Struct):
    """A language's packs, ready to use: every phrase in one trie over folded lemmas."""

    trie: Trie
    language: LanguagePack
    grammar: GrammarPack
    frames: FramePack
    valencies: ValencyPack
    adjectives: dict[str, str]
    parents: dict[str, str]


def decode(path: Path, kind: type[T]) -> T:
    """One pack file. Raises PackError with the file and the path inside it."""
    from wektor.lexicon.plain_yaml import YAMLError, parse

    try:
        return msgspec.convert(parse(path.read_bytes()), kind, strict=False)
    except (OSError, YAMLError, msgspec.ValidationError) as error:
        text = " ".join(str(error).split())
        raise PackError(f"pack {path.parent.name}/{path.name}: {text}") from error


@cache
def language_codes() -> tuple[str, ...]:
    """Languages that ship a pack."""
    return tuple(sorted(p.parent.name for p in PACKS.glob("lang/*/language.yaml")))


@cache
def language_pack(code: str, name: str, kind: type[T]) -> T:
    """One file of a language, decoded; a small one that reading begins with is kept beside the compiled form."""
    if name not in _FIRST:
        return decode(PACKS / "lang" / code / f"{name}.yaml", kind)
    path = place(code, digest(code), f"-{name}")
    try:
        return msgspec.msgpack.decode(fetch(path), type=kind)
    except (OSError, msgspec.MsgspecError):
        found = decode(PACKS / "lang" / code / f"{name}.yaml", kind)
        keep(path, msgspec.msgpack.encode(found))
        return found


@cache
def digest(code: str) -> str:
    """SHA-256 over the world's and one language's files, the code that reads them, and whether a dictionary of the language is installed."""
    total = hashlib.sha256(f"11:{find_spec(f'pymorphy3_dicts_{code}') is not None}".encode())
    for path in sorted([*PACKS.glob("world/**/*.yaml"), *PACKS.glob(f"lang/{code}/*.yaml"),
                        PACKS / "lang/en/states.yaml"]):  # fmt: skip
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    for source in ("text", "lexicon"):
        for path in sorted((PACKS.parent / source).glob("*.py")):
            total.update(path.read_bytes())
    return total.hexdigest()[:24]


def load_phrases(code: str) -> tuple[list[str], list[str]]:
    """Phrases of a language's own packs, whose words its morphology may count as known: of content, and closed words and cues."""
    path = place(code, digest(code), "-phrases")
    try:
        return msgspec.msgpack.decode(fetch(path), type=tuple[list[str], list[str]])
    except (OSError, msgspec.MsgspecError):
        tables = _tables(code)
        closed = [p for p in collect_grammar(tables["grammar"], tables["cues"]) if p.entry.kind != "prep"]
        found = _texts(_content(code, tables)), _texts(closed)
        keep(path, msgspec.msgpack.encode(found))
        return found


def _texts(phrases: Sequence[Phrase]) -> list[str]:
    return list(dict.fromkeys(p.text for p in phrases if p.entry.kind != "tail"))


def _tables(code: str) -> dict[str, Any]:
    return {name: language_pack(code, name, kind) for name, kind in _TABLES.items()}


def _content(code: str, tables: dict[str, Any]) -> list[Phrase]:
    """Phrases for states, equipment, actors and triggers."""
    phrases: list[Phrase] = list(collect_states(tables["states"], _cldr_names(code)))
    for name in ("equipment", "actors", "frames"):
        phrases += collect(tables[name])
    return phrases


def compile_language(code: str, keys: Keys) -> Compiled:
    """Decode every pack of a language and lay its phrases into a trie; ``keys`` gives the lexicon keys of words.

    The flag of ``keys`` asks for the words as written, without their lemmas.
    """
    tables = _tables(code)
    english = language_pack("en", "states", StatePack)
    phrases = _content(code, tables)
    for folder, kind in (("organisations", OrganisationPack), ("equipment", EquipmentPack)):
        for path in sorted(PACKS.glob(f"world/{folder}/*.yaml")):
            phrases += collect(decode(path, kind))
    phrases += collect_types(phrases, tables["grammar"].words.get("type_name", ()))
    phrases += collect(decode(PACKS / "world/ship-prefixes.yaml", ShipPrefixPack))
    phrases += collect(decode(PACKS / "world/firm-words.yaml", FirmWordPack))
    phrases += collect(decode(PACKS / "world/exercises.yaml", ExercisePack))
    phrases += collect_grammar(tables["grammar"], tables["cues"])
    final = tables["grammar"].head_final
    owners = frozenset(tables["grammar"].words.get("their", ()))
    trie = _lay([_headed(p, keys, final) if p.entry.kind == "tail" else p for p in phrases], keys, owners)
    adjectives = {c: w.forces or (w.adjectives or w.names or [c])[0] for c, w in english.states.items()}
    return Compiled(trie, tables["language"], tables["grammar"], tables["frames"],
                    decode(PACKS / "world/valencies.yaml", ValencyPack), adjectives, _parents(tables["equipment"]))  # fmt: skip


def _parents(pack: ClassPack) -> dict[str, str]:
    """Class -> the wider class it belongs to."""
    return {row.cls: row.parent for row in pack.classes if row.parent}


def load_language(code: str, keys: Keys) -> Compiled:
    """The compiled packs of a language, from the cache where their digest is known, else compiled and cached."""
    path = place(code, digest(code))
    try:
        with _undisturbed():
            return msgspec.msgpack.decode(fetch(path), type=Compiled)
    except (OSError, msgspec.MsgspecError):
        compiled = compile_language(code, keys)
        keep(path, msgspec.msgpack.encode(compiled))
        return compiled


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No garbage is looked for while a trie is made: there is none, and looking takes six times as long as making."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


def _cldr_names(code: str) -> dict[str, list[str]]:
    """Plain state names of a language from CLDR, by alpha-3 code."""
    import babel
    import pycountry

    territories = babel.Locale(code).territories
    return {c.alpha_3: [territories[c.alpha_2]] for c in pycountry.countries if c.alpha_2 in territories}


def _lay(phrases: Sequence[Phrase], keys: Keys, owners: frozenset[str]) -> Trie:
    entries = list(dict.fromkeys(p.entry for p in phrases))
    number = {entry: i for i, entry in enumerate(entries)}
    root = Node({}, [])
    for phrase in phrases:
        text = phrase.text.removeprefix("=")
        written = phrase.entry.kind in _CLOSED or text != phrase.text
        words = [k[:_KEYS] for k in keys(text, written)]
        if phrase.entry.kind in _OWNED and not owners.isdisjoint(text.split()):
            words = _owned(words, text.split(), owners, keys, written)
        _insert(root, words, number[phrase.entry])
    return trie_of(root, entries)


def _owned(words: list[Sequence[str]], texts: list[str], owners: frozenset[str], keys: Keys, written: bool) -> list[Sequence[str]]:
    """Whoever owns it, the phrase says the same: "put its name to", "put their names to"."""
    if len(words) != len(texts):
        return words
    anybody = list(dict.fromkeys(k for w in sorted(owners) for k in keys(w, written)[0][:_KEYS]))
    return [anybody if n and text in owners else word for n, (word, text) in enumerate(zip(words, texts, strict=True))]


def _headed(phrase: Phrase, keys: Keys, final: bool) -> Phrase:
    """A tail names its verb as the lexicon spells it: the phrase's first word, or its last where heads stand last; there
    its own last word counts as it is written (``source``), for the case says what it is to the verb."""
    head, text, form = phrase.entry.name, phrase.text, None
    if final:
        text, _, head = f"{head} {text}".rpartition(" ")
        form = keys(text, True)[-1][0]
    return Phrase(text, msgspec.structs.replace(phrase.entry, name=keys(head, False)[0][0], source=form))


def _insert(root: Node, words: Sequence[Sequence[str]], entry: int) -> None:
    nodes = [root]
    for alternatives in words:
        step: list[Node] = []
        for node in nodes[:24]:
            for key in alternatives:
                step.append(node.next.setdefault(key, Node({}, [])))
        nodes = list({id(n): n for n in step}.values())
    for node in nodes:
        if node is not root and entry not in node.ends:
            node.ends.append(entry)
