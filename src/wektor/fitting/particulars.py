"""Cases of particulars: which number, amount, place and name the gold gives a claim that is found."""

from collections.abc import Iterator, Sequence

from wektor.evaluation.gold import GoldClaim
from wektor.evaluation.matching import filler_matches, is_found
from wektor.fitting.choices import ChoiceCase, as_claim
from wektor.grammar.drafting import Proposal, make, portions
from wektor.grammar.particulars import particular_options
from wektor.model import Span


def particular_cases(
    golds: Sequence[GoldClaim], proposal: Proposal, ranges: Sequence[Span], text: str
) -> Iterator[ChoiceCase]:
    """Of each draft of a proposal that the gold holds: its options, and which are right; none is where no option is."""
    for items in portions(proposal):
        claim = as_claim(make(proposal, items, ranges, None), text)
        gold = next((g for g in golds if is_found(g, claim)), None)
        if gold is None:
            continue
        for role, options in particular_options(proposal.pool, proposal.roles, items):
            wanted = [a.accepted for a in gold.arguments if a.role == role]
            right = [
                n
                for n, o in enumerate(options)
                if o.filler is not None and any(filler_matches(forms, o.filler) for forms in wanted)
            ]
            yield ChoiceCase([o.features for o in options], right or [0])
