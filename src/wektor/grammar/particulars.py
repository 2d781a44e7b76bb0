"""Particulars: what a claim says besides who deals with whom in what: how many, for how much, where, under which name.

Each is a choice among what the sentence, and here and there its neighbours, offer, or none; learned like the fillers.
"""

from collections.abc import Iterator, Sequence

from wektor.grammar.counting import amount_options, number_options
from wektor.grammar.naming import entity_options, site_options, tie_options
from wektor.grammar.option import Option
from wektor.grammar.referents import Pool
from wektor.grammar.weighing import Scale
from wektor.mentions.mention import Mention
from wektor.model import Filler, roles_of

_OFFERS = {"quantity": number_options, "value": amount_options, "site": site_options, "entity": entity_options, "item": tie_options}


def particular_options(
    pool: Pool, roles: dict[str, list[Mention]], items: Sequence[Mention]
) -> Iterator[tuple[str, list[Option]]]:
    """For each particular that the kind may have and the text offers: its options, none first."""
    for role, offer in _OFFERS.items():
        if role in roles_of(pool.opening.kind) and not roles.get(role):
            options = list(offer(pool, roles, items))
            if len(options) > 1:
                yield role, options


def choose_particulars(
    pool: Pool, roles: dict[str, list[Mention]], items: Sequence[Mention], scale: Scale
) -> dict[str, Filler]:
    """The likeliest of each; of equals the first."""
    found: dict[str, Filler] = {}
    for role, options in particular_options(pool, roles, items):
        best = max(options, key=lambda option: scale.weigh(option.features))
        if best.filler is not None:
            found[role] = best.filler
    return found
