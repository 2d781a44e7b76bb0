"""Offices: who holds an office, serves in a force or works for a firm, and of which state they are."""

from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.text.words import GEN


def name_ministries(sentence: Sentence) -> None:
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


def own_staff(sentence: Sentence) -> None:
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


def hold_offices(sentence: Sentence) -> None:
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
            elif right.usual:  # "przedstawiciele MON"
                mention.usual = right.usual
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
