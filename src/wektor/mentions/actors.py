"""Actors: a state's adjective or genitive joins the noun it stands beside ("Nigerian Air Force", "wojska Peru")."""

from wektor.mentions.mention import Mention
from wektor.mentions.owners import combine_before_heads, man
from wektor.mentions.sentence import Sentence
from wektor.text.words import GEN, NOM, PAST, PPAS

_OWNED = frozenset({"force", "ministry", "agency", "government", "people", "office", "side", "firm", "org"})


def combine_actors(sentence: Sentence, adjectives: dict[str, str]) -> None:
    """Give states to common nouns, names to firms, origins to items; then canonical names."""
    if sentence.head_final:
        combine_before_heads(sentence)
    else:
        _combine(sentence)
    for mention in sentence.mentions:
        name_actor(mention, adjectives)


def _combine(sentence: Sentence) -> None:
    """Where a noun's complements may follow it, as in "navy of Peru"."""
    _titles(sentence)
    _ministries(sentence)
    _firms(sentence)
    _seats(sentence)
    _peoples(sentence)
    for mention in sorted(sentence.mentions, key=lambda m: m.i):
        if mention in sentence.mentions:
            if mention.kind == "state" and mention.adjectival:
                _join_adjective(sentence, mention)
            elif mention.kind == "state":
                _join_genitive(sentence, mention)
    _offices(sentence)
    _staff(sentence)
    _elliptic(sentence)
    _appositions(sentence)
    _settings(sentence)


def _ministries(sentence: Sentence) -> None:
    """ "Ministerstwo ds. Strategicznych Gałęzi Przemysłu": a ministry's noun with a capital takes the capitals that say of what it is."""
    for noun in [m for m in sentence.mentions if m.kind == "ministry" and m.weak and not m.state]:
        name = next((m for m in sentence.mentions if m.i >= noun.j), None)
        if name is None or name.kind != "name" or not sentence.tokens[noun.i].word.cases or name.i - noun.j > 3 or not sentence.tokens[noun.i].word.cap:
            continue
        between = [t.word for t in sentence.tokens[noun.j : name.i]]
        if all(not w.cap and (w.text == "." or w.preps or w.nom_cases) for w in between) and sentence.tokens[name.i].word.cases & GEN:
            head = noun.head
            sentence.drop(name)
            sentence.widen(noun, noun.i, name.j)
            noun.head, noun.weak, noun.name = head, False, sentence.written(noun.i, name.j)
            noun.id = "org:" + "-".join(noun.name.lower().split())


def _seats(sentence: Sentence) -> None:
    """ "Ankara-based STM": where a firm sits says whose it is, and takes no part itself."""
    for seat in [m for m in sentence.mentions if m.state and m.kind in ("state", "place") and sentence.has(m.j + 1, "seated")]:
        firm = next((m for m in sentence.mentions if m.i >= seat.j + 2 and m.i - seat.j <= 4), None)
        if firm is not None and sentence.tokens[seat.j].word.text == "-" and firm.kind in ("org", "name", "firm"):
            firm.state, firm.kind = firm.state or seat.state, "firm" if firm.kind == "firm" else "org"
            sentence.drop(seat)


_AUXILIARY = frozenset({"be", "have", "do", "future", "modal"})


def _peoples(sentence: Sentence) -> None:
    """ "The Dutch took", "the French, who have sold": an adjective behind an article is a people where no noun follows."""
    for state in [m for m in sentence.mentions if m.kind == "state" and m.adjectival and sentence.has(m.i - 1, "definite")]:
        if sentence.tokens[state.i].word.cases:
            continue
        if _lone(sentence, state) or _acts(sentence, state):
            state.adjectival = False


def _acts(sentence: Sentence, state: Mention) -> bool:
    """Whether a verb follows whose subject the adjective can be."""
    word = sentence.tokens[state.j].word
    if sentence.cover[state.j] is not None:
        return False
    governed = state.i > 1 and bool(sentence.tokens[state.i - 2].word.preps)  # "in the French built frigate"
    past = "verb" in word.tags and not governed and bool(word.form & PAST) and (not word.form & PPAS or _has_object(sentence, state.j + 1))
    return past or bool(word.tags & _AUXILIARY)


def _lone(sentence: Sentence, state: Mention) -> bool:
    """Whether the noun phrase ends with the adjective: at a mark, a preposition or a relative pronoun, no list of adjectives."""
    if state.j >= len(sentence.tokens):
        return True
    word = sentence.tokens[state.j].word
    following = sentence.cover[state.j + 1] if word.text == "," and state.j + 1 < len(sentence.tokens) else None
    if following is not None and following.kind == "state" and following.adjectival:
        return False
    return word.text in ",.;:!?)–—" or bool(word.preps) or bool(word.tags & {"relative", "possessive"})


def _has_object(sentence: Sentence, k: int) -> bool:
    """Whether a verb before ``k`` has something behind it: an article, a number, a preposition, somebody or something."""
    if k >= len(sentence.tokens):
        return False
    word = sentence.tokens[k].word
    return sentence.cover[k] is not None or bool(word.preps) or word.digit or bool(word.tags & {"det", "their", "pron", "to"}) or any(
        n.span.start == sentence.tokens[k].start for n in sentence.numbers  # type: ignore[attr-defined]
    )


def _elliptic(sentence: Sentence) -> None:
    """ "Belgian, French and German troops": the other adjectives stand for troops too, where order tells who acts."""
    heads: list[Mention] = [m for m in sentence.mentions if m.kind in ("people", "force") and m.state]
    for state in reversed([m for m in sentence.mentions if m.kind == "state" and m.adjectival and not sentence.tokens[m.i].word.cases]):
        k = state.j
        while k < len(sentence.tokens) and (sentence.tokens[k].word.text == "," or sentence.has(k, "and")):
            k += 1
        following = sentence.cover[k] if state.j < k < len(sentence.tokens) else None
        if following in heads and following.i == k and following.state != state.state:
            state.adjectival = False
            heads.append(state)


def _staff(sentence: Sentence) -> None:
    """ "Saab engineers", "Saab's engineers", "engineers of Saab": whose people they are says who acts."""
    for people in [m for m in sentence.mentions if m.kind == "people" and not m.state]:
        owner = _master(sentence, people)
        if owner is not None and not sentence.tokens[owner.head].word.cases:
            people.id, people.name, people.state = owner.id, owner.name, owner.state
            if not sentence.has(people.i - 1, "possessive"):
                sentence.drop(owner)
                head = people.head
                sentence.widen(people, min(owner.i, people.i), max(owner.j, people.j))
                people.head = head


def _master(sentence: Sentence, people: Mention) -> Mention | None:
    """The firm or force before the people, or behind them and "of"."""
    k = people.i - (2 if sentence.has(people.i - 1, "possessive") else 1)
    owner = sentence.cover[k] if k >= 0 else None
    if (owner is None or owner.kind != "org") and sentence.has(people.j, "ofwords"):
        k = people.j + (2 if sentence.has(people.j + 1, "det") else 1)
        owner = sentence.cover[k] if k < len(sentence.tokens) else None
    return owner if owner is not None and owner.kind == "org" and owner.id else None


def name_actor(mention: Mention, adjectives: dict[str, str]) -> None:
    """The canonical English name of a force or ministry whose state is known."""
    if mention.kind in ("force", "ministry", "agency") and mention.state and "{" in mention.name:
        adjective = adjectives.get(mention.state, mention.state)
        mention.name = mention.name.replace("{adjective}", adjective).replace("{state}", _state_name(mention.state))
        mention.id = "org:" + "-".join(mention.name.lower().split())
    elif mention.kind == "alliance":
        mention.kind, mention.cls, mention.id = "org", "alliance", "org:" + "-".join(mention.name.lower().split())
    elif mention.kind in ("people", "government", "side", "office", "firm") and mention.state and not mention.id.startswith("org"):
        mention.id, mention.name = f"state:{mention.state}", mention.state


_NAMES: dict[str, str] = {}


def _state_name(code: str) -> str:
    if not _NAMES:
        import pycountry

        _NAMES.update({c.alpha_3: getattr(c, "common_name", c.name).partition(",")[0] for c in pycountry.countries})
    return _NAMES.get(code, code)


def _between(sentence: Sentence, j: int, i: int) -> bool:
    """Whether the tokens between are only modifiers: no preposition, verb, comma or conjunction."""
    for k in range(j, i):
        word = sentence.tokens[k].word
        if word.text == "-" and k == j:
            continue  # "Israeli-made drones"
        if not word.text[0].isalnum() or word.tags & {"and", "relative", "subord", "be", "have", "not", "modal"}:
            return False
        if word.preps:
            return False
        if word.cases and word.pos & 1 and not word.pos & 4:  # a plain noun of a case language
            return False
    return True


def _join_adjective(sentence: Sentence, state: Mention) -> None:
    following = next((m for m in sentence.mentions if m.i >= state.j and m.kind not in ("pron", "we") and m.i - state.j <= 3 and m is not state), None)
    if following and following.adjectival:
        further = [m for m in sentence.mentions if m.i >= following.j and m.i - following.j <= 2]
        following = further[0] if further and following.i == state.j else following
    manned = following is not None and following.i == state.j and not sentence.tokens[state.i].word.cases and man(sentence, state, following)
    if manned or (following and _between(sentence, state.j, following.i) and _take(sentence, state, following)):
        return
    before = next((m for m in sentence.mentions if m.j == state.i and m.kind in _OWNED and not m.state), None)
    if before and sentence.tokens[state.i].word.cases & sentence.tokens[before.head].word.cases:
        _take(sentence, state, before)


def _take(sentence: Sentence, state: Mention, noun: Mention) -> bool:
    """Let the noun take the state; True if the state's own mention is used up."""
    if noun.kind == "item":
        noun.origin = noun.origin or state.state
        noun.origin_span = (state.i, state.j)
        return False
    if noun.kind not in _OWNED and noun.kind != "name":
        return False
    if noun.kind == "name":
        if noun.i - state.j > 0:
            return False
        noun.kind = "org"  # "hiszpańska Navantia"
    if noun.state and noun.state != state.state and noun.kind != "org":
        return False
    if noun.kind == "org":
        noun.state = noun.state or state.state
        sentence.drop(state)
        sentence.widen(noun, noun.i, noun.j)
        noun.np = state.i
        return True
    noun.state = state.state
    sentence.drop(state)
    head, state.i = noun.head, _honoured(sentence, state.i)
    sentence.widen(noun, state.i, state.j)
    for k in range(noun.i, noun.j):
        sentence.cover[k] = noun
    noun.head = head
    return True


def _honoured(sentence: Sentence, i: int) -> int:
    """ "Royal Danish Air Force": the honour before the nation belongs to the name."""
    return i - 1 if sentence.has(i - 1, "honour") and sentence.cover[i - 1] is None else i


def _join_genitive(sentence: Sentence, state: Mention) -> None:
    """ "Ghana's defence minister", "navy of Peru", "siły powietrzne Nigerii"."""
    tokens = sentence.tokens
    if sentence.has(state.j, "possessive"):
        state.possessive = True
        owned = next((m for m in sentence.mentions if m.i > state.j and m.i - state.j <= 3), None)
        if owned and owned.kind in _OWNED - {"org"} and not owned.state and _between(sentence, state.j + 1, owned.i):
            _take(sentence, state, owned)
        elif owned and owned.kind == "item" and _between(sentence, state.j + 1, owned.i):
            owned.origin = owned.origin
        elif owned and owned.kind == "org" and not owned.state and _between(sentence, state.j + 1, owned.i):
            owned.state = state.state
        return
    compound = sentence.cover[state.j] if state.j < len(tokens) else None
    if compound and not tokens[state.i].word.cases and compound.kind in _OWNED - {"org", "side"} and not compound.state:
        _take(sentence, state, compound)  # "US Coast Guard"
        return
    k = state.i - 1
    if k >= 0 and sentence.has(k, "det"):
        k -= 1
    seat = k >= 1 and sentence.has(k, "placeword")
    whence = k >= 1 and sentence.has(k, "fromword")
    if whence and (people := sentence.cover[k - 1]) and people.kind == "people" and not people.state:
        _take(sentence, state, people)
        return
    linked = k >= 0 and (sentence.has(k, "ofwords") or seat or bool(tokens[state.i].word.cases & 2))
    if k >= 0 and (sentence.has(k, "ofwords") or seat):
        k -= 1
    before = sentence.cover[k] if linked and k >= 0 else None
    if before and before.kind in _OWNED and not before.state:
        if before.kind == "org":
            before.state = state.state
        else:
            _take(sentence, state, before)


def _titles(sentence: Sentence) -> None:
    """ "Республика Кипр": a state's name takes the common noun of its title that stands right before it."""
    for state in [m for m in sentence.mentions if m.kind == "state" and not m.adjectival and m.i]:
        title = sentence.cover[state.i - 1]
        head, name = sentence.tokens[state.i - 1].word, sentence.tokens[state.i].word
        if title is not None and title.kind == "country" and head.cap and name.cases & (NOM | head.cases):
            sentence.drop(title)
            sentence.widen(state, title.i, state.j)
            state.head = title.head


def _firms(sentence: Sentence) -> None:
    """A firm's common noun beside a name makes the name a firm: "koncern X", "stocznia X", "X company"."""
    for mention in list(sentence.mentions):
        if mention.kind not in ("firm", "agency") or mention not in sentence.mentions:
            continue
        _take_trade(sentence, mention)
        k = mention.j
        while k < len(sentence.tokens) and sentence.tokens[k].word.text in "\"“„«'":
            k += 1
        name = sentence.cover[k] if k < len(sentence.tokens) else None
        before = sentence.cover[mention.i - 1] if mention.i else None
        if name and name.i == k and (name.kind in ("name", "org") or (name.kind == "item" and name.designated and name.cls is None)):
            _make_org(sentence, name, mention)
        elif before and before.kind in ("name", "org") and before.j == mention.i:
            _make_org(sentence, before, mention)


def _settings(sentence: Sentence) -> None:
    """ "In Albania, parliament voted": a state named as the scene at the head lends itself to the next actor."""
    scene = next((m for m in sentence.mentions if m.i <= 2), None)
    if scene is None or scene.kind not in ("state", "place") or scene.adjectival or not sentence.has(scene.i - 1, "placeword"):
        return
    actor = next((m for m in sentence.mentions if m.i >= scene.j), None)
    if actor is not None and actor.i - scene.j <= 2 and actor.kind in ("force", "ministry", "government", "office", "people") and not actor.state:
        actor.state = scene.state


def _take_trade(sentence: Sentence, firm: Mention) -> None:
    """ "drone maker X": where nouns stand before nouns, what a firm makes is a part of what it is called."""
    ware = sentence.cover[firm.i - 1] if firm.i else None
    if ware is not None and ware.kind == "item" and not ware.designated and ware.j == firm.i and not sentence.tokens[firm.i].word.cases:
        sentence.drop(ware)
        sentence.widen(firm, ware.i, firm.j)


def _appositions(sentence: Sentence) -> None:
    """ "X, a subsidiary of Y", "X, the Danish shipbuilder": the name before the comma is a firm."""
    for noun in [m for m in sentence.mentions if m.kind == "firm"]:
        k = noun.i - 1
        while k > noun.i - 5 and k > 0 and sentence.cover[k] is None and sentence.tokens[k].word.text.isalpha() and not _closed(sentence, k):
            k -= 1
        name = sentence.cover[k - 1] if k > 0 and sentence.tokens[k].word.text == "," and not sentence.has(k + 1, "we") else None  # "Mr Ito, your firm"
        if name is not None and name.kind == "name" and name.j == k:
            name.kind, name.state, noun.anaphor = "org", name.state or noun.state, True


def _closed(sentence: Sentence, k: int) -> bool:
    word = sentence.tokens[k].word
    return bool(word.preps or word.tags & {"and", "relative", "subord", "be", "have", "not", "modal", "future"})


def _make_org(sentence: Sentence, name: Mention, noun: Mention) -> None:
    if name.kind == "item":
        name.id, name.designated = name.id.replace("eq:", "org:"), False
    name.kind = "org"
    name.state = name.state or noun.state
    head = noun.head
    sentence.drop(noun)
    sentence.widen(name, noun.i, noun.j)
    if sentence.tokens[head].word.cases:
        name.head = head


def _serve(sentence: Sentence, people: Mention) -> None:
    """ "members of the Swedish Army" stand for the force."""
    k = people.j
    while sentence.has(k, "ofwords") or sentence.has(k, "det"):
        k += 1
    force = sentence.cover[k] if k < len(sentence.tokens) else None
    near = force is not None and force.kind == "force" and (k > people.j or bool(sentence.tokens[k].word.cases & 2))
    if force is not None and near and not people.state:
        people.state, people.name, people.id = force.state, force.name, ""
        people.kind = "force"
        sentence.drop(force)
        head = people.head
        sentence.widen(people, force.i, force.j)
        people.head = head


def _offices(sentence: Sentence) -> None:
    """An office takes the state or firm beside it and the name that follows: "prezes X", "X spokesman", "minister Y"."""
    for mention in [m for m in sentence.mentions if m.kind in ("office", "people")]:
        if mention not in sentence.mentions:
            continue
        if mention.kind == "people":
            _serve(sentence, mention)
            continue
        left = sentence.cover[mention.i - 1] if mention.i else None
        k = mention.j
        while sentence.has(k, "ofwords") or sentence.has(k, "det"):
            k += 1
        right = sentence.cover[k] if k < len(sentence.tokens) else None
        right = right or next((m for m in sentence.mentions if m.np == k and m.i > k), None)  # past the adjective that it took
        if not mention.state and not mention.usual and right and right is not mention and right.kind in ("org", "force", "ministry", "state", "agency", "firm", "government"):
            if right.state or right.kind in ("org", "firm"):
                mention.state = right.state
                if right.kind in ("org",):
                    mention.id, mention.name = right.id, right.name
                    mention.kind = "org"
                sentence.drop(right)
                sentence.widen(mention, right.i, right.j)
        elif not mention.state and not mention.usual and left and left.kind == "org":
            mention.state, mention.id, mention.name, mention.kind = left.state, left.id, left.name, "org"
            sentence.drop(left)
            sentence.widen(mention, left.i, left.j)
        name = sentence.cover[mention.j] if mention.j < len(sentence.tokens) else None
        if name and name.kind == "name":
            sentence.drop(name)
            sentence.widen(mention, name.i, name.j)
        _bear(sentence, mention)


def _bear(sentence: Sentence, office: Mention) -> None:
    """An office borne by a person whom the packs know is of that person's state, where no other is named."""
    person = sentence.cover[office.j] if office.j < len(sentence.tokens) else None
    if person is None or person.kind != "office" or not person.usual or not sentence.tokens[office.j].word.cap:
        return
    title, name = sentence.tokens[office.i].word, sentence.tokens[office.j].word
    if not title.cases or title.cases & name.cases:
        office.state = office.state or person.usual
        sentence.drop(person)
        sentence.widen(office, person.i, person.j)
