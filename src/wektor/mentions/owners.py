"""Actors where heads stand last: "Kazakistan Savunma Bakanı X", "Türk ordusu personeli", "Gülhan şirketi"."""

from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import ABL, ADJ, GEN, LOC, NOM, PL

_OWNED = frozenset({"force", "ministry", "agency", "government", "people", "office", "side", "firm", "org"})
_HOLDERS = frozenset({"org", "force", "ministry", "agency", "government"})


def combine_before_heads(sentence: Sentence) -> None:
    """Give states to the common nouns after them, names to firms, holders to offices, origins to items."""
    _seats(sentence)
    _firms(sentence)
    for state in [m for m in sorted(sentence.mentions, key=lambda m: m.i) if m.kind == "state"]:
        noun = _noun_after(sentence, state)
        if noun is not None and state in sentence.mentions and not man(sentence, state, noun):
            _give(sentence, state, noun)
    for holder in [m for m in sentence.mentions if m.kind in _HOLDERS and m.state]:
        people = sentence.cover[holder.j] if holder.j < len(sentence.tokens) else None
        if people is not None and people.kind == "people" and not people.state and sentence.tokens[people.head].word.owned:
            people.state = holder.state  # "Baykar'ın eğitmenleri"
    _serve(sentence)
    _offices(sentence)
    _settings(sentence)


_SET = frozenset({"force", "ministry", "government", "office"})
_REACH = 3  # tokens between a scene and whom it says to be of it


def _settings(sentence: Sentence) -> None:
    """ "Arnavutluk'ta hükûmet": a state named as the scene at the head lends itself to the next actor."""
    scene = next((m for m in sentence.mentions if m.i <= 1), None)
    if scene is None or scene.kind != "state" or scene.adjectival or not sentence.tokens[scene.head].word.cases & LOC:
        return
    actor = next((m for m in sentence.mentions if m.i >= scene.j and m.kind != "item"), None)
    if actor is not None and actor.i - scene.j <= _REACH and actor.kind in _SET and not actor.state:
        actor.state = scene.state


def _seats(sentence: Sentence) -> None:
    """ "Ankara merkezli STM": where a firm sits says whose it is, and takes no part itself."""
    for seat in [m for m in sentence.mentions if m.state and m.kind in ("state", "place") and sentence.has(m.j, "seated")]:
        firm = next((m for m in sentence.mentions if m.i > seat.j and m.i - seat.j <= 4), None)
        if firm is not None and firm.kind in ("org", "name", "firm"):
            firm.state, firm.kind = firm.state or seat.state, "firm" if firm.kind == "firm" else "org"
            sentence.drop(seat)


def _noun_after(sentence: Sentence, state: Mention) -> Mention | None:
    """The noun that an adjective, a bare state or an owner describes: nothing but words that describe between."""
    for k in range(state.j, min(state.j + 4, len(sentence.tokens))):
        mention, word = sentence.cover[k], sentence.tokens[k].word
        if mention is not None and not (mention.kind == "state" and mention.adjectival and state.adjectival):
            return mention if mention.i == k and _owns(sentence, state, k - state.j, mention) else None
        if mention is None and (not word.text[0].isalpha() or word.form or word.tags & {"and", "not", "but", "adverb"} or not (word.pos & ADJ or word.nom_cases & NOM)):
            return None
        if word.preps:
            return None
    return None


def man(sentence: Sentence, state: Mention, item: Mention) -> bool:
    """ "Vietnamlı Su-30 pilotları", "Vietnamese Su-30 pilots": the adjective is of the people behind what they fly or drive; True if they took it."""
    crew = sentence.cover[item.j] if item.j < len(sentence.tokens) else None
    bare = sentence.tokens[item.head].word.cases & NOM or not sentence.tokens[item.head].word.cases
    if not state.adjectival or item.kind != "item" or not bare or crew is None or crew.kind != "people" or crew.i != item.j or crew.state:
        return False
    crew.state = state.state
    sentence.drop(state)
    return True


def _owns(sentence: Sentence, state: Mention, gap: int, noun: Mention) -> bool:
    """An adjective or an owner, or a bare state before a possessed noun, or right before a name of the state's."""
    cases = sentence.tokens[state.head].word.cases or NOM
    head = sentence.tokens[noun.head].word
    if state.adjectival:
        return True
    if cases == GEN:
        return noun.kind in _OWNED and (bool(head.owned) or noun.kind != "people")
    return bool(cases & NOM) and (bool(head.owned) or (gap == 0 and noun.kind in ("org", "item", "office", "name") and noun.cls != "alliance"))


def _give(sentence: Sentence, state: Mention, noun: Mention) -> None:
    """Let the noun take the state."""
    if noun.kind == "item":
        if state.adjectival or noun.i == state.j:
            noun.origin = noun.origin or state.state
            noun.origin_span = (state.i, state.j)
        return
    if noun.kind == "name" and noun.i == state.j and state.adjectival:
        noun.kind = "org"  # "İspanyol Navantia"
    if noun.kind not in _OWNED or (noun.state and noun.state != state.state):
        return
    owner = sentence.tokens[state.head].word.cases == GEN and noun.kind == "org"
    noun.state = noun.state or state.state
    if noun.kind == "firm" and sentence.tokens[noun.head].word.number == PL:
        noun.id, noun.name = f"state:{noun.state}", noun.state or ""  # "Kore firmaları": no one firm
    if owner:
        return
    head = noun.head
    sentence.drop(state)
    sentence.widen(noun, state.i, noun.j)
    noun.head = head


def _firms(sentence: Sentence) -> None:
    """A firm's common noun after a name, or before one, makes the name a firm."""
    for noun in [m for m in sentence.mentions if m.kind in ("firm", "agency")]:
        before = sentence.cover[noun.i - 1] if noun.i else None
        after = sentence.cover[noun.j] if noun.j < len(sentence.tokens) else None
        owned = bool(sentence.tokens[noun.head].word.owned)
        if before is not None and owned and before.kind in ("name", "org") and _bare(sentence, before):
            _absorb(sentence, before, noun)
        elif after is not None and after.i == noun.j and after.kind in ("name", "org"):
            _absorb(sentence, after, noun)


def _bare(sentence: Sentence, mention: Mention) -> bool:
    return bool(sentence.tokens[mention.head].word.cases & NOM) or not sentence.tokens[mention.head].word.cases


def _absorb(sentence: Sentence, name: Mention, noun: Mention) -> None:
    name.kind, name.state = "org", name.state or noun.state
    among = noun.i < name.i and sentence.tokens[noun.head].word.cases == ABL  # "üreticilerinden X": one of them
    sentence.drop(noun)
    if among:
        return
    sentence.widen(name, noun.i, noun.j)
    name.head = name.j - 1


def _serve(sentence: Sentence) -> None:
    """ "Türk ordusu personeli": people of a force stand for the force."""
    for people in [m for m in sentence.mentions if m.kind == "people" and not m.state]:
        force = sentence.cover[people.i - 1] if people.i else None
        if force is not None and force.kind == "force" and force.j == people.i:
            people.state, people.name, people.id, people.kind = force.state, force.name, "", "force"
            head = people.head
            sentence.drop(force)
            sentence.widen(people, force.i, people.j)
            people.head = head


def _offices(sentence: Sentence) -> None:
    """An office takes the firm, force or ministry before it and the name after it."""
    for office in [m for m in sentence.mentions if m.kind == "office"]:
        holder = sentence.cover[office.i - 1] if office.i else None
        if holder is not None and holder.kind in _HOLDERS and holder.j == office.i and (not office.state or office.state == holder.state):
            office.state = holder.state
            if holder.kind == "org":
                office.id, office.name, office.kind = holder.id, holder.name, "org"
            sentence.drop(holder)
            sentence.widen(office, holder.i, office.j)
        name = sentence.cover[office.j] if office.j < len(sentence.tokens) else None
        if name is not None and name.kind == "name" and sentence.tokens[office.head].word.cases & NOM:
            sentence.drop(name)
            sentence.widen(office, name.i, name.j)
            office.head = office.j - 1
