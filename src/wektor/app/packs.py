"""Checking packs: each file by the type that loads it, each example by reading it."""

from collections.abc import Iterator

from wektor.app.pipeline import Pipeline
from wektor.engines.grammar import language
from wektor.lexicon.loading import PACKS, decode, language_codes
from wektor.lexicon.packs import Example, ExamplePack
from wektor.model import Claim, Document, PackError


def check_packs() -> Iterator[tuple[str, bool]]:
    """A line for every language, and for each example that fails; the flag says whether it is good."""
    for code in language_codes():
        try:
            own = language(code)
        except PackError as error:
            yield str(error), False
            continue
        yield f"{code}: {len(own.compiled.trie.meanings)} entries, {len(own.frames)} frames", True
        yield from _check_examples(code)


def _check_examples(code: str) -> Iterator[tuple[str, bool]]:
    path = PACKS / "lang" / code / "examples.yaml"
    examples = decode(path, ExamplePack).examples if path.exists() else []
    pipeline, held, pending = Pipeline(), 0, 0
    for number, example in enumerate(examples, 1):
        missing = _missing(example, pipeline.read(Document(id=f"{code}:{number}", text=example.text, lang=code)).claims)
        held, pending = held + (missing is None), pending + example.pending
        if missing and not example.pending:
            yield f"pack {code}/examples.yaml: example {number} gives no {missing}: {example.text}", False
        elif example.pending and not missing:
            yield f"pack {code}/examples.yaml: example {number} holds by now, drop its 'pending': {example.text}", True
    yield f"{code}: {held} of {len(examples)} examples hold{f', {pending} are marked as pending' if pending else ''}", True


def _missing(example: Example, claims: tuple[Claim, ...]) -> str | None:
    """The first expected claim that the example does not give."""
    for wanted in example.claims:
        if not any(_fits(wanted, claim) for claim in claims):
            return ", ".join(f"{k}: {v}" for k, v in wanted.items())
    return None


def _fits(wanted: dict[str, str], claim: Claim) -> bool:
    plain = {"kind": claim.kind, "status": claim.status, "attribute": claim.attribute or "", "date": claim.date or ""}
    for key, value in wanted.items():
        if key in plain:
            if plain[key] != value:
                return False
        elif not any(value in (getattr(f, "name", None), str(getattr(f, "value", "")), f"{getattr(f, 'amount', 0):.0f}", f.text) for f in claim.roles.get(key, ())):
            return False
    return True
