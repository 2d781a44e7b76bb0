"""``wektor deals``, ``deal``, ``events``, ``timeline``, ``entities``, ``conflicts``, ``search``: what a register says."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from wektor.cli.drawing import show_plot
from wektor.cli.outlet import writing
from wektor.cli.sharing import Asked, Format, Picture, opened, shared, show
from wektor.model import InputError
from wektor.output import dossier as papers

if TYPE_CHECKING:
    from wektor.app.register import Register
    from wektor.app.rows import Rows


def _show(register: "Register", rows: "Rows[Any]", asked: Asked, title: str) -> None:
    """Write a page of the register; an empty register is said to be one."""
    from wektor.app.emptiness import refuse_emptiness

    refuse_emptiness(register, bool(len(rows)))
    show(rows, asked, title)


@shared(filters=True)
def deals(asked: Asked) -> None:
    """List deals, the latest first."""
    with opened(asked) as register:
        _show(register, register.deals(asked.filters, asked.page, as_of=asked.as_of), asked, "Deals")


@shared(filters=True)
def events(asked: Asked) -> None:
    """List what happened between states that is no deal: talks, exercises, training, recognition."""
    with opened(asked) as register:
        _show(register, register.events(asked.filters, asked.page, as_of=asked.as_of), asked, "Events")


@shared(page=False)
def deal(asked: Asked, id: Annotated[str, typer.Argument(metavar="ID", help="A deal, an event, or a claim in one.")]) -> None:
    """Show a deal in full, with the quotes that every value rests on."""
    with opened(asked) as register:
        found = register.deal(id, as_of=asked.as_of)
    if found is None:
        raise InputError(f"deal: this register holds no deal {id!r}; wektor deals lists what there is")
    if asked.format in (Format.csv, Format.parquet):
        from wektor.app.rows import Rows

        show(Rows(found.quotes, found.names), asked, id)
    elif asked.format == Format.jsonl:
        show([found], asked, id)
    else:
        write = {Format.table: papers.write_text, Format.md: papers.write_markdown, Format.html: papers.write_html}[Format(asked.format.value)]
        with writing(asked.output) as out:
            write(found, out)


@shared(filters=True, plots=True)
def timeline(asked: Asked, states: Annotated[list[str], typer.Argument(metavar="STATE [STATE]", help="One state, or two, by code or name.")]) -> None:
    """Show what happened in a state, or between two, day by day."""
    with opened(asked) as register:
        if asked.format in (Picture.svg, Picture.png):
            from wektor.app.answers import Answers

            show_plot(Answers(register).chronicle(*states, filters=asked.filters, as_of=asked.as_of).plot(asked.lang, asked.plot), asked)
            return
        _show(register, register.timeline(*states, filters=asked.filters, page=asked.page, as_of=asked.as_of), asked, f"Timeline {' '.join(states)}")


@shared()
def entities(
    asked: Asked,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A name, in any spelling that was met.")] = None,
    kind: Annotated[list[str] | None, typer.Option("--kind", help="state, firm, ministry, force, equipment, …")] = None,
    state: Annotated[list[str] | None, typer.Option("--state", "-s", metavar="CODE", help="Of this state.")] = None,
    cls: Annotated[list[str] | None, typer.Option("--class", metavar="CLASS", help="Equipment of this class.")] = None,
    unsure: Annotated[bool, typer.Option("--unsure", help="Pairs of names that may be one, for a person to judge.")] = False,
) -> None:
    """List states, organisations and equipment with their spellings, the most named first."""
    with opened(asked) as register:
        if unsure:
            _show(register, register.doubts(asked.page, as_of=asked.as_of), asked, "Unsure pairs")
        else:
            _show(register, register.entities(name, kind=kind or (), state=state or (), cls=cls or (), page=asked.page, as_of=asked.as_of), asked, "Entities")


@shared(filters=True)
def conflicts(asked: Asked) -> None:
    """List where sources differ, every value with its number of sources."""
    with opened(asked) as register:
        _show(register, register.conflicts(asked.filters, asked.page, as_of=asked.as_of), asked, "Conflicts")


@shared(filters=True)
def search(asked: Asked, words: Annotated[str, typer.Argument(metavar="WORDS", help="Words that the evidence must bear, in any form.")]) -> None:
    """Find claims by the words of their evidence, in any inflected form."""
    with opened(asked) as register:
        _show(register, register.search(words, asked.filters, asked.page, as_of=asked.as_of), asked, f"Search: {words}")
