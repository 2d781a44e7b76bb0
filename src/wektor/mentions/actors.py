"""Actors: common nouns, names and states of a sentence become those who act."""

from wektor.mentions.mention import Mention
from wektor.mentions.nationals import join_adjective, join_genitive
from wektor.mentions.offices import hold_offices, name_ministries, own_staff
from wektor.mentions.owners import combine_before_heads
from wektor.mentions.peoples import complete_adjectives, stand_peoples
from wektor.mentions.sentence import Sentence
from wektor.mentions.trades import name_apposed, name_firms, seat_firms
from wektor.text.words import NOM


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
    name_ministries(sentence)
    name_firms(sentence)
    seat_firms(sentence)
    stand_peoples(sentence)
    for mention in sorted(sentence.mentions, key=lambda m: m.i):
        if mention in sentence.mentions:
            if mention.kind == "state" and mention.adjectival:
                join_adjective(sentence, mention)
            elif mention.kind == "state":
                join_genitive(sentence, mention)
    hold_offices(sentence)
    own_staff(sentence)
    complete_adjectives(sentence)
    name_apposed(sentence)
    _settings(sentence)


def name_actor(mention: Mention, adjectives: dict[str, str]) -> None:
    """The canonical English name of a force or ministry whose state is known."""
    if mention.kind in ("force", "ministry", "agency") and mention.state and "{" in mention.name:
        adjective = adjectives.get(mention.state, mention.state)
        mention.name = mention.name.replace("{adjective}", adjective)
        if "{state}" in mention.name:
            mention.name = mention.name.replace("{state}", _state_name(mention.state))
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


def _titles(sentence: Sentence) -> None:
    """ "Республика Кипр": a state's name takes the common noun of its title that stands right before it."""
    for state in [m for m in sentence.mentions if m.kind == "state" and not m.adjectival and m.i]:
        title = sentence.cover[state.i - 1]
        head, name = sentence.tokens[state.i - 1].word, sentence.tokens[state.i].word
        if title is not None and title.kind == "country" and head.cap and name.cases & (NOM | head.cases):
            sentence.drop(title)
            sentence.widen(state, title.i, state.j)
            state.head = title.head


def _settings(sentence: Sentence) -> None:
    """ "In Albania, parliament voted": a state named as the scene at the head lends itself to the next actor."""
    scene = next((m for m in sentence.mentions if m.i <= 2), None)
    if scene is None or scene.kind not in ("state", "place") or scene.adjectival or not sentence.has(scene.i - 1, "placeword"):
        return
    actor = next((m for m in sentence.mentions if m.i >= scene.j), None)
    if actor is not None and actor.i - scene.j <= 2 and actor.kind in ("force", "ministry", "government", "office", "people") and not actor.state:
        actor.state = scene.state
