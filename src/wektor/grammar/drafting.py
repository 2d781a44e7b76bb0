"""From assigned roles to drafts: fill gaps from discourse, add numbers, money and dates, distribute lists."""

from collections.abc import Sequence
from typing import Any

from msgspec import structs

from wektor.grammar.discourse import Discourse
from wektor.grammar.relations import Parse
from wektor.grammar.roles import Candidate, assign
from wektor.grammar.status import status_of
from wektor.grammar.triggers import Trigger
from wektor.lexicon.packs import Valency
from wektor.mentions.mention import Mention
from wektor.mentions.sentence import Sentence
from wektor.model import Actor, Draft, Equipment, Filler, Money, Quantity, Span, Thing, core_roles, roles_of
from wektor.text.words import FIRST

_FLOW = {"order", "delivery", "aid", "technology_transfer", "training"}
_TAKER = {"order": "recipient", "delivery": "recipient", "aid": "recipient", "training": "recipient",
          "operation": "operator", "selection": "recipient", "technology_transfer": "recipient"}  # fmt: skip


class Proposal:
    """A draft in the making: its trigger, its roles as mentions, and how sure it is."""

    __slots__ = ("chosen", "clause", "parse", "roles", "score", "trigger")

    def __init__(self, parse: Parse, trigger: Trigger, chosen: dict[str, list[Candidate]]) -> None:
        self.parse, self.trigger, self.chosen = parse, trigger, chosen
        self.roles: dict[str, list[Mention]] = {r: [c.mention for c in cs] for r, cs in chosen.items()}
        self.clause = parse.clause_of[trigger.i]
        self.score = trigger.frame.weight + sum(max(c.score for c in cs) for r, cs in chosen.items() if r in core_roles(trigger.frame.kind))


def propose(parse: Parse, trigger: Trigger, valency: Valency, discourse: Discourse) -> Proposal | None:
    """A proposal if the trigger's core roles can be filled, from its sentence or from what went before."""
    chosen = assign(parse, trigger, valency)
    if trigger.frame.kind in ("delivery", "aid", "order") and trigger.frame.valency == "give" and _knowledge(chosen):
        trigger.frame = structs.replace(trigger.frame, kind="technology_transfer", attribute=None)
        chosen = assign(parse, trigger, valency)
    proposal = Proposal(parse, trigger, chosen)
    if not _needs(proposal, discourse) or _moves_people(proposal):
        return None
    _resolve_anaphors(proposal, discourse)
    _fill_item(proposal, discourse)
    _dropped_subject(proposal, valency, discourse)
    _fill_actors(proposal, discourse)
    return proposal if _complete(proposal) else None


_NEAR = 350  # code points: about two sentences
_COURSES = frozenset({"train"})
_KNOWLEDGE = frozenset({"technology", "documentation", "software", "know-how"})


def _knowledge(chosen: dict[str, list[Candidate]]) -> bool:
    """Know-how passes over, not equipment."""
    items = [c.mention for c in chosen.get("item", [])]
    return bool(items) and all(m.cls in _KNOWLEDGE for m in items)


def _moves_people(proposal: Proposal) -> bool:
    """People who are sent are no delivery."""
    if proposal.trigger.frame.kind != "delivery" or any(m.kind == "item" for m in proposal.parse.sentence.mentions):
        return False
    return any(m.kind == "people" and 0 <= m.i - proposal.trigger.j <= 4 for m in proposal.parse.sentence.mentions)


def _needs(proposal: Proposal, discourse: Discourse) -> bool:
    needs = proposal.trigger.frame.needs
    if not needs:
        return True
    sentence = proposal.parse.sentence
    present = {"item" for m in sentence.mentions if m.kind == "item"} | {"people" for m in sentence.mentions if m.kind == "people"}
    present |= {"actor" for m in sentence.mentions if m.actor} | ({"money"} if sentence.money else set())
    present |= {"arms"} if any(m.kind == "item" and not m.weak for m in sentence.mentions) or any("domain" in t.word.tags for t in sentence.tokens) else set()
    present |= {"course"} if any(m.entry.kind == "frame" and m.entry.name == "noun" and m.entry.id in _COURSES for m in sentence.matches) else set()
    present |= {"topic"} if any(sentence.lo - m.start < 900 for m in discourse.items[-1:]) else set()
    present |= {"facility"} if any("facility" in t.word.tags for t in sentence.tokens) else set()
    return bool(present & set(needs))


def _resolve_anaphors(proposal: Proposal, discourse: Discourse) -> None:
    for role, mentions in proposal.roles.items():
        resolved: list[Mention] = []
        for mention in mentions:
            if mention.kind in ("pron", "we"):
                found = discourse.pronoun(mention, role, resolved)
                resolved += [_counted(m, mention.qty) for m in found] if mention.qty is not None and role == "item" else found
            elif mention.kind == "name" and role == "item":
                mention.kind, mention.id, mention.designated = "item", "eq:" + "-".join(mention.name.lower().split()), True
                resolved.append(mention)
            elif mention.kind == "item" and mention.definite and not mention.designated and (same := discourse.same_item(mention)) is not None:
                resolved.append(_counted(same, mention.qty))
            elif mention.kind in ("firm", "side", "country", "buyer", "partner") and not mention.id.startswith(("org:", "state:")):
                found = discourse.antecedent(mention)
                resolved += found or ([mention] if mention.state else [])
            else:
                resolved.append(mention)
        proposal.roles[role] = list({id(m): m for m in resolved}.values())
    proposal.roles = {r: ms for r, ms in proposal.roles.items() if ms}


def _counted(mention: Mention, qty: object) -> Mention:
    """The same thing under another number ("the first 46 of them")."""
    ghost = Mention(mention.i, mention.j, "item", mention.id, mention.name, mention.state)
    for slot in ("cls", "origin", "start", "end", "text", "cases", "head", "designated"):
        setattr(ghost, slot, getattr(mention, slot))
    ghost.qty = qty
    return ghost


def _fill_item(proposal: Proposal, discourse: Discourse) -> None:
    """ "the machines", "four of them", an item left out: the item spoken of last."""
    kind = proposal.trigger.frame.kind
    if "item" not in roles_of(kind):
        return
    items = proposal.roles.get("item", [])
    sentence = proposal.parse.sentence
    if items and not all(m.weak for m in items):
        return
    same = [m for m in sentence.mentions if m.kind == "item" and not m.weak and m.i < proposal.trigger.i]
    before = same[-1:] or [m for m in discourse.items if m.start < sentence.lo][-1:]
    if before and "item" in core_roles(kind):
        if items and items[0].qty is not None and before[0].qty is not items[0].qty:
            before = [_counted(before[0], items[0].qty)]
        proposal.roles["item"] = before
        proposal.score -= 0.6 if items else 1.2
    elif items:
        proposal.score -= 0.4


def _dropped_subject(proposal: Proposal, valency: Valency, discourse: Discourse) -> None:
    """A language that leaves the subject out: the verb's person says who, else the subject of before."""
    verb = proposal.trigger.verb
    if not proposal.parse.cased or verb is None or proposal.trigger.pos != "verb" or verb.subject or verb.impersonal or verb.participle or verb.passive:
        return
    word = proposal.parse.sentence.tokens[verb.head].word
    role = max(valency.actors.get("subj", {"": 0.0}).items(), key=lambda kv: kv[1])[0]
    if not role or (proposal.roles.get(role) and role != "party"):
        return
    found = discourse.speaker if word.form & FIRST else next((m for m in reversed(discourse.subject) if m.start < proposal.parse.sentence.lo), None)
    taken = {m.id for ms in proposal.roles.values() for m in ms}
    if found is not None and found.id not in taken:
        proposal.roles.setdefault(role, []).append(found)


def _fill_actors(proposal: Proposal, discourse: Discourse) -> None:
    kind = proposal.trigger.frame.kind
    roles = proposal.roles
    for role in core_roles(kind):
        if role in ("item", "party") or role in roles:
            continue
        found = roles["site"][0] if role == "producer" and roles.get("site") else _from_discourse(proposal, role, discourse)
        if found is not None:
            roles[role] = [found]
            proposal.score -= 0.5
    if kind == "agreement" and not roles.get("party") and proposal.trigger.frame.weight >= 0.7:
        roles["party"] = list({m.id: m for m in reversed(discourse.parties[-4:])}.values())[:2]
        proposal.score += 1.6
    if kind in ("agreement", "talks", "exercise", "relation", "venture") and len(_distinct(roles.get("party", []))) == 1:
        known = roles["party"][0]
        maker = {m.state for m in roles.get("item", []) if m.state}
        pool = [m for m in discourse.states[-12:] if m.state in maker] if kind == "talks" else []
        other = next((m for m in reversed(discourse.parties + discourse.subject + pool) if m.id != known.id and m.state != known.state), None)
        if other is not None and kind != "venture":
            roles["party"] = [*roles["party"], other]
            proposal.score -= 0.7


def _distinct(mentions: Sequence[Mention]) -> set[str]:
    return {m.id or m.text for m in mentions}


def _from_discourse(proposal: Proposal, role: str, discourse: Discourse) -> Mention | None:
    taken = {m.id for ms in proposal.roles.values() for m in ms} | {f"state:{m.state}" for ms in proposal.roles.values() for m in ms if m.kind != "item"}
    kind = proposal.trigger.frame.kind
    sentence = proposal.parse.sentence
    near = [m for m in discourse.actors[-8:] if sentence.lo - m.start < _NEAR and m.start < sentence.hi]
    if role == _TAKER.get(kind):
        pool: list[Mention] = [m for m in sentence.mentions if m.kind in ("force", "state", "ministry", "government") and not m.adjectival and m.prep is None]
        at_home = [m for m in reversed(discourse.forces + discourse.states) if m.state == discourse.home]
        recent = [m for m in reversed(discourse.recipients[-3:]) if sentence.lo - m.start < 2 * _NEAR]
        pool += recent[:1] + at_home[:1] + recent + list(reversed(discourse.subject[-2:]))
    elif role == "supplier" and kind in ("order", "aid", "technology_transfer", "training"):
        recent = [m for m in reversed(discourse.suppliers[-2:]) if sentence.lo - m.start < 2 * _NEAR]
        pool = [m for m in reversed(near) if m.state != discourse.home] + recent
        items = proposal.roles.get("item", [])
        if items and items[0].origin:
            return None
    elif role == "producer":
        pool = list(reversed(discourse.subject[-2:])) + list(reversed(discourse.firms[-1:]))
    else:
        return None
    return next((m for m in pool if m.id and m.id not in taken and (m.kind != "item")), None)


def _complete(proposal: Proposal) -> bool:
    kind, roles = proposal.trigger.frame.kind, proposal.roles
    filled = {r for r in core_roles(kind) if roles.get(r)}
    if kind in ("agreement", "talks", "exercise", "venture", "relation"):
        return len(_distinct(roles.get("party", []))) >= (1 if kind == "venture" else 2)
    if kind in ("aid", "technology_transfer", "training"):
        return len(filled) == 2
    if kind == "order":
        return "item" in filled and ("recipient" in filled or "supplier" in filled)
    if kind == "selection":
        return "recipient" in filled and bool(roles.get("candidate") or roles.get("item"))
    return len(filled) == len(core_roles(kind))


# drafts -----------------------------------------------------------------------------------------------------------


def draft(proposal: Proposal, dates: Sequence[Any], ranges: Sequence[Span]) -> list[Draft]:
    """One draft, or one for each item of a list whose items have their own numbers or origins."""
    groups = _distribute(proposal)
    return [_make(proposal, items, dates, ranges) for items in groups]


def _distribute(proposal: Proposal) -> list[list[Mention]]:
    items = proposal.roles.get("item", [])
    if len(items) < 2:
        return [items]
    if sum(m.qty is not None for m in items) >= 2 or len({m.origin for m in items if m.origin}) >= 2:
        return [[m] for m in items]
    return [items]


def _make(proposal: Proposal, items: list[Mention], dates: Sequence[Any], ranges: Sequence[Span]) -> Draft:
    parse, trigger = proposal.parse, proposal.trigger
    kind = trigger.frame.kind
    status = status_of(parse, trigger)
    roles: dict[str, tuple[Filler, ...]] = {}
    for role in roles_of(kind):
        mentions = items if role == "item" else proposal.roles.get(role, [])
        fillers = tuple(dict.fromkeys(f for m in mentions if (f := _filler(role, m)) is not None))
        if fillers:
            roles[role] = fillers
    _add_origin(roles, items, kind, parse)
    _add_numbers(roles, items, kind, parse, trigger)
    _drop_echo(roles)
    date, span = _date(parse, trigger, dates, status, kind)
    return Draft(
        kind=kind, status=status, roles=roles, evidence=_evidence(proposal, roles, ranges), attribute=_attribute(parse, trigger), date=date,
        date_span=span, frame=trigger.frame.id, engine="grammar",
        trigger=Span(parse.sentence.tokens[trigger.i].start, parse.sentence.tokens[trigger.j - 1].end),
        confidence=round(min(0.99, max(0.05, 0.25 + proposal.score / 14)), 2),
    )  # fmt: skip


def _filler(role: str, m: Mention) -> Filler | None:
    if m.kind == "item":
        return Equipment(id=m.id, name=m.name, cls=m.cls, text=m.text, start=m.start, end=m.end)
    if m.kind == "place":
        return Actor(id=f"state:{m.state}", name=m.state or m.text, state=m.state, text=m.text, start=m.start, end=m.end) if role != "site" else Thing(name=m.text, text=m.text, start=m.start, end=m.end)
    if m.kind == "name" or (m.kind in ("firm", "people", "office", "force", "ministry", "agency") and not m.id):
        slug = "-".join(m.text.lower().split())
        return Actor(id=f"org:{slug}", name=m.text, state=m.state, text=m.text, start=m.start, end=m.end)
    ident = m.id or (f"state:{m.state}" if m.state else "")
    if not ident:
        return None
    return Actor(id=ident, name=m.name or m.state or m.text, state=m.state, text=m.text, start=m.start, end=m.end)


def _add_origin(roles: dict[str, tuple[Filler, ...]], items: list[Mention], kind: str, parse: Parse) -> None:
    """The state that an item comes from is its maker, licensor or, failing another, supplier."""
    role = {"operation": "maker", "production": "licensor", "order": "supplier", "delivery": "supplier"}.get(kind)
    if role is None or role in roles:
        return
    for item in items:
        if item.origin and item.origin_span:
            i, j = item.origin_span
            tokens = parse.sentence.tokens
            if j > len(tokens) or not (parse.sentence.lo <= item.start < parse.sentence.hi):
                continue
            start, end = tokens[i].start, tokens[j - 1].end
            taken = {f.id for fs in roles.values() for f in fs if isinstance(f, Actor)} | {f"state:{f.state}" for fs in roles.values() for f in fs if isinstance(f, Actor)}
            if f"state:{item.origin}" not in taken:
                roles[role] = (Actor(id=f"state:{item.origin}", name=item.origin, state=item.origin, text=parse.sentence.text[start:end], start=start, end=end),)
                return


def _add_numbers(roles: dict[str, tuple[Filler, ...]], items: list[Mention], kind: str, parse: Parse, trigger: Trigger) -> None:
    legal = roles_of(kind)
    counted = [m for m in items if m.qty is not None]
    if "quantity" in legal and kind == "training":
        counted = [m for m in parse.sentence.mentions if m.kind == "people" and m.qty is not None]
    if "quantity" in legal and counted:
        roles["quantity"] = (_number(parse.sentence, counted[0].qty, "people" if kind == "training" else "pieces"),)
    if "value" in legal and parse.sentence.money:
        clause = parse.clause_of[trigger.i]
        near = min(parse.sentence.money, key=lambda v: abs(v.span.start - parse.sentence.tokens[trigger.i].start))  # type: ignore[attr-defined]
        if len(parse.sentence.money) == 1 or clause >= 0:
            value = _money(parse.sentence, near)
            if value is not None:
                roles["value"] = (value,)


def _number(sentence: Sentence, number: Any, unit: str) -> Quantity:
    span = number.span
    return Quantity(value=number.value, unit=unit, text=sentence.text[span.start : span.end], start=span.start, end=span.end)


def _money(sentence: Sentence, money: Any) -> Money | None:
    if money.currency is None:
        return None
    amount = money.amount
    if isinstance(amount, tuple):
        amount = amount[1]
    return Money(amount=amount, currency=money.currency, text=sentence.text[money.span.start : money.span.end], start=money.span.start, end=money.span.end)


def _drop_echo(roles: dict[str, tuple[Filler, ...]]) -> None:
    """A state that stands beside its own firm in the same role says nothing more."""
    for role, fillers in roles.items():
        states = {f.state for f in fillers if isinstance(f, Actor) and not f.id.startswith("state:")}
        roles[role] = tuple(f for f in fillers if not (isinstance(f, Actor) and f.id.startswith("state:") and f.state in states)) or fillers


def _attribute(parse: Parse, trigger: Trigger) -> str | None:
    return trigger.frame.attribute


def _date(parse: Parse, trigger: Trigger, dates: Sequence[Any], status: str, kind: str) -> tuple[str | None, Span | None]:
    """The date expression nearest to the trigger, in its clause first."""
    sentence = parse.sentence
    best: tuple[float, Any] | None = None
    own = parse.clause_of[trigger.i]
    for date in dates:
        if date.edtf is None or not (sentence.lo <= date.span.start < sentence.hi) or getattr(date, "dateline", False):
            continue
        k = next((n for n, t in enumerate(sentence.tokens) if t.end > date.span.start), 0)
        cost = abs(k - trigger.i) + 12 * (parse.clause_of[k] != own)
        if best is None or cost < best[0]:
            best = (cost, date)
    if best is None or best[0] > 45:
        return None, None
    date = best[1]
    verb = trigger.verb
    coming = status == "planned" and verb is not None and (verb.future or verb.modal or verb.infinitive or not verb.past)
    value = date.future if coming and getattr(date, "future", None) else date.edtf
    return value, date.span


def _evidence(proposal: Proposal, roles: dict[str, tuple[Filler, ...]], ranges: Sequence[Span]) -> tuple[Span, ...]:
    """The sentence, and every other sentence in which a filler stands."""
    sentence = proposal.parse.sentence
    own = Span(sentence.lo, sentence.hi)
    spans = {r for fs in roles.values() for f in fs for r in ranges if not own.contains(f.span) and r.contains(f.span)}
    return (own, *sorted(spans))


def read_fillers(sentence: Sentence, span: Span) -> list[Filler]:
    """Every filler that the sentence's mentions overlapping ``span`` can be."""
    found: list[Filler] = []
    for m in sentence.mentions:
        if m.start < span.end and span.start < m.end:
            found += [f for role in ("supplier", "site") if (f := _filler(role, m)) is not None]
        for unit in ("pieces", "people"):
            found += [_number(sentence, m.qty, unit)] if m.qty is not None else []
    found += [f for money in sentence.money if (f := _money(sentence, money)) is not None]
    return found
