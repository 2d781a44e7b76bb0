"""lang/<code>/morphology.yaml: how a language inflects, as a table of endings that the analyser ``paradigms`` runs."""

import msgspec


class Paradigm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that inflect alike: which endings their forms take, and what the dictionary form ends in.

    - ``forms``: ending of the form -> tags (``gen sg``, ``fin past``). Tags are the part of speech (noun, verb, adj, num, pron, adv),
      cases (nom gen dat acc inst loc voc, ``any``), number (sg pl), forms (fin past pres fut inf ppas pact imps ger advp short first).
      ``sure`` asks for a lemma that the packs know; ``~name`` undoes the stem change of that name.
    - ``slots``: sets of endings that follow one another (number, possessor, case), each of them optional; they are put behind ``forms``.
    - ``lemma``: the ending of the dictionary form. ``roots`` where it depends on the stem: end of the form's stem -> ends of the lemma.
    - ``ends``: what the lemma's stem must end with, where not everything will do.
    - ``changes``: stem changes that any form of the paradigm may show; believed only where they lead to a lemma that packs know.
    - ``least``: the shortest stem.
    """

    id: str
    tags: str
    forms: dict[str, str]
    slots: list[dict[str, str]] = []
    lemma: str = ""
    roots: dict[str, list[str]] = {}
    ends: list[str] = []
    changes: list[str] = []
    least: int = 2


class Clitic(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A particle grown onto words of one part of speech: its spellings, and how it stands on the dictionary form."""

    endings: list[str]
    lemma: str
    tags: str


class ParadigmPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A language's inflection.

    - ``letters``: names for sets of letters, one capital each, which changes may use (``C``: any consonant).
    - ``changes``: name -> end of the form's stem -> ends that the lemma's stem may have (``оC: [іC]``).
    - ``exact``: tags -> words that no rule should touch; ``form=lemma`` gives the lemma.
    - ``words``: dictionary forms of common words that no other pack lists: they help to tell readings apart.
    - ``perfective``: verbs whose present form speaks of the future.
    - ``fold``: letters that are read as others.
    """

    source: str
    letters: dict[str, str] = {}
    fold: dict[str, str] = {}
    changes: dict[str, dict[str, list[str]]] = {}
    clitics: list[Clitic] = []
    exact: dict[str, list[str]] = {}
    paradigms: list[Paradigm]
    words: list[str] = []
    perfective: list[str] = []
