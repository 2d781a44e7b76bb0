"""The packs' own examples as gold: sentences with some of the claims that they must give."""

from collections.abc import Iterator

from wektor.evaluation.gold import GoldArgument, GoldClaim, GoldDocument
from wektor.lexicon.loading import PACKS, decode, language_codes
from wektor.lexicon.packs import Example, ExamplePack

_PLAIN = frozenset({"kind", "status", "attribute", "date", "quantity", "value", "site", "entity"})


def example_documents() -> Iterator[GoldDocument]:
    """A partial gold document for every example of every pack; where an example gives no status, the claim has "" for it."""
    for code in language_codes():
        path = PACKS / "lang" / code / "examples.yaml"
        for number, example in enumerate(decode(path, ExamplePack).examples if path.exists() else [], 1):
            yield GoldDocument(
                id=f"{code}-example-{number}",
                lang=code,
                text=example.text,
                partial=True,
                complete=example.complete,
                claims=tuple(_claims(example)),
            )


def _claims(example: Example) -> Iterator[GoldClaim]:
    for wanted in example.claims:
        arguments = tuple(GoldArgument(role, (name,)) for role, name in wanted.items() if role not in _PLAIN)
        yield GoldClaim(kinds=(wanted["kind"],), status=wanted.get("status", ""), date=wanted.get("date"), attribute=wanted.get("attribute"),
                        arguments=arguments, anchor=example.text, optional=False)  # fmt: skip
