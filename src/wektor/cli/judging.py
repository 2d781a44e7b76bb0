"""``wektor judge``, ``undo``, ``history``, ``changes``, ``rebuild``: what people decide, and what became of it."""

import getpass
import re
from typing import Annotated, Any

import msgspec
import typer

from wektor.cli.sharing import Asked, Db, open_register, opened, shared, show
from wektor.model import InputError

By = Annotated[str | None, typer.Option("--by", metavar="WHO", help="Who judges; else the name you are logged in by.")]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="Why.")]


def judge(
    verb: Annotated[str, typer.Argument(metavar="VERB", help="accept, reject, correct, merge, split or ignore.")],
    target: Annotated[str, typer.Argument(metavar="ID", help="A claim, deal, entity or document; of ignore also nothing (-).")],
    fields: Annotated[list[str] | None, typer.Argument(metavar="[FIELD=VALUE]…", help="What is right (correct).")] = None,
    with_: Annotated[str | None, typer.Option("--with", metavar="ID", help="The deal or entity that it is one with (merge).")] = None,
    claim: Annotated[list[str] | None, typer.Option("--claim", metavar="ID", help="A claim to take out of a deal (split).")] = None,
    name: Annotated[list[str] | None, typer.Option("--name", metavar="TEXT", help="A spelling to take out of an entity (split); an entity to ignore.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Ignore all that this publisher says (ignore).")] = None,
    by: By = None,
    why: Why = "",
    db: Db = None,
) -> None:
    """Decide about a claim, deal, entity or document; it holds for later readings and imports too."""
    payload: dict[str, object] = {k: v for k, v in (("with", with_), ("claims", claim), ("publisher", publisher)) if v}
    if name:
        payload |= {"names": name} if verb == "split" else {"name": name[0]}
    payload |= dict(_field(text) for text in fields or ())
    with open_register(db) as register:
        judgement = register.judge(verb, target, by=by or getpass.getuser(), why=why, payload=payload)
    print(f"{judgement.id}: {verb} {judgement.target}; take it back with: wektor undo {judgement.id}")


def undo(id: Annotated[str, typer.Argument(metavar="ID", help="A judgement.")], by: By = None, why: Why = "", db: Db = None) -> None:
    """Take a judgement back."""
    with open_register(db) as register:
        register.undo(id, by=by or getpass.getuser(), why=why)
    print(f"{id} undone")


@shared(page=False, as_of=False)
def history(asked: Asked, id: Annotated[str, typer.Argument(metavar="ID", help="A deal, event, entity, claim or document.")]) -> None:
    """Tell how something came to be what it is."""
    with opened(asked) as register:
        steps = register.history(id)
    if not steps:
        raise InputError(f"history: this register holds nothing by the id {id!r}")
    show(steps, asked, f"History of {id}")


@shared(as_of=False)
def changes(asked: Asked, since: Annotated[str, typer.Option("--since", metavar="DATE|RUN", help="A day, or the number of a run.")]) -> None:
    """Tell what is new, changed, contradicted or confirmed since a day or a run."""
    with opened(asked) as register:
        show(register.changes(since, asked.page), asked, f"Changes since {since}")


@shared(as_of=False)
def runs(asked: Asked) -> None:
    """List what was done to the register, the latest first."""
    with opened(asked) as register:
        show(register.runs(asked.page), asked, "Runs")


def rebuild(db: Db = None) -> None:
    """Derive entities, deals and events from the ledger anew."""
    with open_register(db) as register:
        count = register.rebuild()
    print("nothing differed" if not count else f"{count} things differed and were laid anew")


def _field(text: str) -> tuple[str, Any]:
    """``ordered=24``, ``ordered=20-24``, ``value=3.5e9 USD``, ``status=ended``, or JSON after the sign."""
    field, sign, said = text.partition("=")
    if not sign or not said:
        raise InputError(f"judge: {text!r} is no FIELD=VALUE, such as ordered=24")
    if match := re.fullmatch(r"([\d.,]+(?:e\d+)?)\s*([A-Z]{3})", said):
        return field, {"amount": float(match[1].replace(",", "")), "currency": match[2]}
    if match := re.fullmatch(r"(\d+)[-–](\d+)", said):
        return field, [int(match[1]), int(match[2])]
    if re.fullmatch(r"\d+", said) or said[0] in "[{\"":
        try:
            return field, msgspec.json.decode(said)
        except msgspec.DecodeError as error:
            raise InputError(f"judge: {text!r}: {error}") from None
    return field, said
