"""From packs to phrases: every word of every pack with its entry."""

from collections.abc import Iterable, Iterator
from typing import Any

from wektor.lexicon.entries import Entry, Phrase
from wektor.lexicon.packs import (
    ActorPack,
    ClassPack,
    CuePack,
    EquipmentPack,
    ExercisePack,
    FirmWordPack,
    FramePack,
    GrammarPack,
    OrganisationPack,
    ShipPrefixPack,
    StatePack,
)

_TYPE = "Type "
_LITTLE = 3  # letters of a word that stands everywhere: apart from its verb it says nothing


def collect_states(pack: StatePack, names: dict[str, list[str]]) -> Iterator[Phrase]:
    """State words of one language; ``names`` are CLDR's plain names by code."""
    for code, words in pack.states.items():
        for kind, group in (("state", [*words.names, *names.get(code, [])]), ("adjective", words.adjectives),
                            ("people", words.people), ("capital", words.capitals), ("place", words.places)):  # fmt: skip
            for text in dict.fromkeys(group):
                form = "any" if text[:1].islower() else "exact" if text.isupper() and len(text) < 5 else "cap"
                entry = Entry(kind, f"state:{code}", code, code, None, form)
                for spelled in (text, *words.forms.get(text, ())):
                    yield Phrase(spelled, entry)
    for code in names.keys() - pack.states.keys():
        for text in names[code]:
            yield Phrase(text, Entry("state", f"state:{code}", code, code, None, "cap"))


def collect_organisations(pack: OrganisationPack) -> Iterator[Phrase]:
    """Names and aliases of organisations."""
    for org in pack.organisations:
        for text in dict.fromkeys(t for t in (org.name, *org.names, *org.former) if t not in org.weak):
            yield Phrase(text, Entry("org", org.id, org.name, org.state, org.kind, "exact" if _acronym(text) else "cap" if text[:1].isupper() else "any"))
        for text in org.weak:
            yield Phrase(text, Entry("org", org.id, org.name, org.state, org.kind, "exact" if _acronym(text) else "cap", True))


def collect_equipment(pack: EquipmentPack) -> Iterator[Phrase]:
    """Names and aliases of equipment families."""
    for family in pack.equipment:
        ident = "eq:" + "-".join(family.name.lower().split())
        for text in dict.fromkeys(t for t in (family.name, *family.names) if t not in family.weak):
            yield Phrase(text, Entry("equipment", ident, family.name, family.state, family.cls, "cap"))
        for text in family.weak:
            yield Phrase(text, Entry("equipment", ident, family.name, family.state, family.cls, "cap", True))


def collect_types(phrases: Iterable[Phrase], words: Iterable[str]) -> Iterator[Phrase]:
    """ "Type 214" as a language writes it: "Tip 214"."""
    types = [p for p in phrases if p.entry.kind == "equipment" and p.text.startswith(_TYPE) and p.text[len(_TYPE) : len(_TYPE) + 1].isdigit()]
    for word in words:
        yield from (Phrase(f"{word} {p.text.removeprefix(_TYPE)}", p.entry) for p in types)


def collect_firm_words(pack: FirmWordPack) -> Iterator[Phrase]:
    """Words of firms' names, whatever language the text is in."""
    for text in pack.words:
        yield Phrase(text, Entry("word", "firmword"))


def collect_exercises(pack: ExercisePack) -> Iterator[Phrase]:
    """Names of exercises; those that something else bears too are weak."""
    for text, weak in [(t, False) for t in pack.plain] + [(t, True) for t in pack.shared]:
        yield Phrase(text, Entry("drill", "drill", text, form="exact" if _acronym(text) else "cap", weak=weak))


def collect_ship_prefixes(pack: ShipPrefixPack) -> Iterator[Phrase]:
    """Letters before a ship's name."""
    for text in pack.prefixes:
        yield Phrase(text, Entry("prefix", "ship", form="exact" if text.isupper() else "cap"))


def collect_classes(pack: ClassPack) -> Iterator[Phrase]:
    """Words for classes of equipment."""
    for row in pack.classes:
        ident = "class:" + row.cls.replace(" ", "-")
        for text in row.words:
            yield Phrase(text, Entry("class", ident, row.cls, None, row.cls, "exact" if _acronym(text) else "any"))
        for text in row.weak:
            yield Phrase(text, Entry("class", ident, row.cls, None, row.cls, "any", True))


def collect_actors(pack: ActorPack) -> Iterator[Phrase]:
    """Common nouns for actors, words of firms' names, legal forms."""
    for noun in pack.actors:
        for text, weak in [(t, False) for t in noun.words] + [(t, True) for t in noun.weak]:
            form = "exact" if _acronym(text) else "any"
            yield Phrase(text, Entry("actor", noun.kind, noun.name or "", noun.state, None, form, weak))
    for kind, words in (("firmword", pack.firm_words), ("firmhead", pack.firm_heads), ("unithead", pack.unit_heads), ("legal", pack.legal_forms), ("stopname", pack.stop_names)):
        for text in words:
            yield Phrase(text, Entry("word", kind))


def collect_frames(pack: FramePack) -> Iterator[Phrase]:
    """Triggers: verbs, nouns and fixed phrases; of several words also the rest that may stand apart from the first ("take … on lease").

    The first word of a verb's phrase is known as a verb from then on.
    """
    for frame in pack.frames:
        for pos, words in (("verb", frame.verbs), ("noun", frame.nouns), ("phrase", frame.phrases)):
            for text in words:
                yield Phrase(text, Entry("frame", frame.id, pos))
                head, _, tail = text.partition(" ")
                if tail and pos != "phrase":
                    yield Phrase(tail, Entry("tail", frame.id, head, None, pos))
                    own, _, rest = tail.partition(" ")
                    if rest and own == pack.reflexive:  # "za Gripenem opowiedziała się": parted from its verb's own word (then ``weak``)
                        yield Phrase(rest, Entry("tail", frame.id, head, None, pos, weak=True))
        for text in frame.verbs:
            yield Phrase(text.partition(" ")[0], Entry("word", "verb"))


def collect_grammar(pack: GrammarPack, cues: CuePack) -> Iterator[Phrase]:
    """Prepositions, closed classes, cues and idioms."""
    for number, preposition in enumerate(pack.prepositions):
        for text in preposition.words:
            yield Phrase(text, Entry("prep", str(number)))
    for kind, group in (("word", pack.words), ("cue", cues.cues)):
        for tag, words in group.items():
            for text in words:
                yield Phrase(text, Entry(kind, tag))
    for text in pack.civil:
        yield Phrase(text, Entry("civil", "civil"))
    for text in cues.cues.get("idiom", ()):  # its words may stand apart: "took no part"
        head, _, tail = text.partition(" ")
        if len(tail) > _LITTLE:
            yield Phrase(tail, Entry("tail", "idiom", head, None, "idiom"))


def _acronym(text: str) -> bool:
    return text.isupper() and len(text) <= 6


_COLLECTORS: dict[type, Any] = {
    OrganisationPack: collect_organisations, EquipmentPack: collect_equipment, ClassPack: collect_classes,
    ActorPack: collect_actors, FramePack: collect_frames, FirmWordPack: collect_firm_words, ExercisePack: collect_exercises, ShipPrefixPack: collect_ship_prefixes,
}  # fmt: skip


def collect(pack: object) -> Iterator[Phrase]:
    """Phrases of a pack that stands alone."""
    yield from _COLLECTORS[type(pack)](pack)
