"""The packs' types: what each YAML file of a language or of the world may hold. A wrong key is named with its path."""

from typing import Literal

import msgspec


class _Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base: unknown keys are errors."""


class StateWords(_Pack, frozen=True, kw_only=True):
    """One state in one language. ``forms`` gives inflected forms that the morphology does not know; ``forces``, in English
    alone, the word before the names of its forces, where that is not the adjective ("Pakistan Navy")."""

    names: list[str] = []
    adjectives: list[str] = []
    people: list[str] = []
    capitals: list[str] = []
    places: list[str] = []
    forces: str = ""
    forms: dict[str, list[str]] = {}


class StatePack(_Pack, frozen=True, kw_only=True):
    """lang/<code>/states.yaml: ISO 3166-1 alpha-3 code (and XKX, SUN) -> words."""

    source: str
    states: dict[str, StateWords]


class ClassWords(_Pack, frozen=True, kw_only=True):
    """One class of equipment: ``words`` are plain, ``weak`` ones are vague ("the machines")."""

    cls: str = msgspec.field(name="class")
    parent: str | None = None
    words: list[str] = []
    weak: list[str] = []


class ClassPack(_Pack, frozen=True, kw_only=True):
    """lang/<code>/equipment.yaml."""

    source: str
    classes: list[ClassWords]


class Organisation(_Pack, frozen=True, kw_only=True):
    """A firm, ministry, force, agency, institute or alliance. ``weak`` names need their exact letter case."""

    id: str
    name: str
    kind: Literal["firm", "ministry", "force", "agency", "alliance", "institute"]
    state: str | None = None
    names: list[str] = []
    weak: list[str] = []
    former: list[str] = []
    members: list[str] = []


class OrganisationPack(_Pack, frozen=True, kw_only=True):
    """world/organisations/*.yaml."""

    source: str
    organisations: list[Organisation]


class EquipmentFamily(_Pack, frozen=True, kw_only=True):
    """A family of equipment; variants ("F-16C") are linked by the engine."""

    name: str
    cls: str = msgspec.field(name="class")
    maker: str | None = None
    state: str | None = None
    names: list[str] = []
    weak: list[str] = []


class EquipmentPack(_Pack, frozen=True, kw_only=True):
    """world/equipment/*.yaml."""

    source: str
    equipment: list[EquipmentFamily]


class ShipPrefixPack(_Pack, frozen=True, kw_only=True):
    """world/ship-prefixes.yaml: letters before a ship's name ("USS", "ORP")."""

    source: str
    prefixes: list[str]


class ExercisePack(_Pack, frozen=True, kw_only=True):
    """world/exercises.yaml: named exercises, without number or year. A ``shared`` name is that of something else too
    ("Malabar"): it counts beside a word for an exercise."""

    source: str
    plain: list[str]
    shared: list[str] = []


class FirmWordPack(_Pack, frozen=True, kw_only=True):
    """world/firm-words.yaml: words of English that firms of every land end their names with ("Systems")."""

    source: str
    words: list[str]


class LanguagePack(_Pack, frozen=True, kw_only=True):
    """lang/<code>/language.yaml: sentence ends and morphology.

    ``numbered`` words make an ordinal of a figure with a full stop beside them (Polish: "5. Brygada", "lata 90.").
    ``links`` says what may stand in a compound's first half for an ending (Polish: o for i, y).
    ``irregular`` maps a form to lemmas (English: ``lemma:form``, form past, participle, both, any, plural; Polish: ``!lemma``, one that nobody means).
    """

    name: str
    morphology: str
    abbreviations: list[str] = []
    final_abbreviations: list[str] = []
    sentence_openers: list[str] = []
    clause_joiners: list[str] = []
    numbered: list[str] = []
    name_endings: list[str] = []
    links: dict[str, list[str]] = {}
    irregular: dict[str, list[str]] = {}


class Preposition(_Pack, frozen=True, kw_only=True):
    """Words that open a prepositional phrase, the cases they govern, and the relations they can mark, best first.

    ``after``: the words stand after their noun. Without words it is the case alone that marks the relation.
    """

    words: list[str]
    cases: list[str] = []
    relations: list[str]
    after: bool = False


class GrammarPack(_Pack, frozen=True, kw_only=True):
    """lang/<code>/grammar.yaml: closed classes of words, and how the language marks subject and object.

    ``head_final``: verbs close their clause, and what describes a noun, clauses too, stands before it.
    Of ``words``, ``type_name`` is what the language writes for "Type" before a figure ("Tip 214"): equipment is known under it too.
    ``civil``: words of other fields (a town's buses, hospitals, harvests, sport, museums), which speak against a text's being of defence.
    """

    cases: bool
    head_final: bool = False
    prepositions: list[Preposition]
    words: dict[str, list[str]]
    civil: list[str] = []


class Frame(_Pack, frozen=True, kw_only=True):
    """A trigger's meaning: the kind of claim, its valency, and the words that open it.

    ``needs`` lists mention types or tags of which one must stand in the sentence (``object``: the verb must be said of a thing; ``alliance``: of one that somebody joins or leaves;
    ``holder``: the preposition opens a clause without a verb that tells whose things are how many; ``change``: a word near says
    that it begins, ends or is approved); ``attribute`` and ``status`` are
    what the frame alone says. Words after "=" ("=elinde") count only as written, not in their other forms.
    """

    id: str
    kind: str
    valency: str
    verbs: list[str] = []
    nouns: list[str] = []
    phrases: list[str] = []
    status: str | None = None
    attribute: str | None = None
    needs: list[str] = []
    weight: float = 0.0


class FramePack(_Pack, frozen=True, kw_only=True):
    """lang/<code>/frames.yaml. ``reflexive``: the word that makes a verb reflexive, where it stands apart ("się"); what follows it in a verb's phrase may come first."""

    frames: list[Frame]
    reflexive: str = ""


class CuePack(_Pack, frozen=True, kw_only=True):
    """lang/<code>/cues.yaml: cue type (planned, ended, denied, ongoing, reported, …) -> words.

    An ``idiom`` is a phrase that holds words of frames or names and yet says nothing of arms ("take part", "the English language");
    what is ``settled`` holds a word of another cue and takes its meaning away ("exercise an option").
    """

    cues: dict[str, list[str]]


class ActorNoun(_Pack, frozen=True, kw_only=True):
    """Common nouns that stand for an actor.

    ``kind``: force, ministry, agency, alliance, firm, government, office, people, side, anaphor; ``name`` is the canonical
    English pattern: ``{adjective} Air Force`` or ``Ministry of Defence of {state}``; ``state`` is the one that the words
    mean where no other is named ("TSK", "Millî Savunma Bakanı").
    """

    kind: str
    words: list[str]
    name: str | None = None
    state: str | None = None
    weak: list[str] = []


class ActorPack(_Pack, frozen=True, kw_only=True):
    """lang/<code>/actors.yaml. ``firm_heads`` are words that make a firm or body of any capitals beside them, ``firm_words`` those that may; ``unit_heads`` name troops."""

    actors: list[ActorNoun]
    firm_words: list[str] = []
    firm_heads: list[str] = []
    unit_heads: list[str] = []
    legal_forms: list[str] = []
    stop_names: list[str] = []


class Valency(_Pack, frozen=True, kw_only=True, eq=False):
    """How a frame's relations fill roles: relation -> {role: score}."""

    actors: dict[str, dict[str, float]]
    items: dict[str, float] = {}
    passive: dict[str, dict[str, float]] = {}
    thresholds: dict[str, float] = {}


class ValencyPack(_Pack, frozen=True, kw_only=True):
    """world/valencies.yaml: shared by all languages. ``families`` are kinds with the same roles that one trigger may tell;
    ``civil`` are classes of equipment of any trade: a text that names them need not speak of defence."""

    valencies: dict[str, Valency]
    families: list[list[str]] = []
    civil: list[str] = []


class ExamplePack(_Pack, frozen=True, kw_only=True):
    """lang/<code>/examples.yaml: sentences that must yield the kinds (and roles) given; the pack's own test."""

    examples: list["Example"]


class Example(_Pack, frozen=True, kw_only=True):
    """A sentence, and for each claim expected: kind, status, role -> name.

    ``complete``: these are all claims that it holds, with all actors of their core roles. ``pending``: what it tells is at hand,
    but the weights of today choose otherwise; it goes on teaching, and the check only says so.
    """

    text: str
    claims: list[dict[str, str]] = []
    complete: bool = False
    pending: bool = False
