"""``wektor partners``, ``localisation``, ``slippage``, ``whatif``, ``firsts``, ``fleet``, ``phases``, ``shift``, ``network``, ``brief``: what an analyst asks, computed and cited."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import msgspec
import typer

from wektor.cli.drawing import draw_plot, show_plot
from wektor.cli.outlet import writing, writing_bytes
from wektor.cli.sharing import Asked, Format, Picture, opened, say_more, shared, show
from wektor.model.answers import Basis
from wektor.output import answers as papers
from wektor.output import briefs

if TYPE_CHECKING:
    from wektor.app.answers import Answers
    from wektor.app.register import Register
    from wektor.app.told import Told


class Paper(StrEnum):
    """How a brief is written."""

    html = "html"
    md = "md"
    docx = "docx"


State = Annotated[str, typer.Argument(metavar="STATE", help="A state, by code or name.")]


@shared(page=False, filters=True, plots=True, quotes=True)
def partners(
    asked: Asked,
    of: State,
    basis: Annotated[str, typer.Option("--basis", "-b", help="Shares by deals, units or value.")] = "deals",
    currency: Annotated[str | None, typer.Option("--currency", metavar="CODE", help="Of values, only this currency (the commonest).")] = None,
    window: Annotated[int | None, typer.Option("--window", metavar="YEARS", help="Shares over windows of so many years.")] = None,
) -> None:
    """Show who supplies, makes, gives and teaches, with shares, concentration and their change."""
    with opened(asked) as register:
        how, by = _answers(register), cast(Basis, basis)
        rest: dict[str, Any] = {"currency": currency.upper() if currency else None, "filters": asked.filters, "as_of": asked.as_of}
        _tell(how.partners(of, by, **rest) if window is None else how.windows(of, window, by, **rest), asked, how)


@shared(page=False, filters=True, plots=True, quotes=True)
def localisation(asked: Asked, of: State) -> None:
    """Show the ladder of local making: maintenance, assembly, licence, manufacture, development, when planned and when reached."""
    with opened(asked) as register:
        how = _answers(register)
        _tell(how.localisation(of, filters=asked.filters, as_of=asked.as_of), asked, how)


@shared(filters=True, plots=True, quotes=True)
def slippage(
    asked: Asked,
    by: Annotated[str | None, typer.Option("--by", help="Sum up by partner, item or kind.")] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="Overdue as of this day (today).")] = None,
) -> None:
    """Show planned against actual dates, and what is overdue."""
    with opened(asked) as register:
        how = _answers(register)
        _tell(how.slippage(on=on, by=by, filters=asked.filters, as_of=asked.as_of), asked, how)


@shared(page=False, filters=True, plots=True, quotes=True)
def whatif(
    asked: Asked,
    of: State,
    without: Annotated[str, typer.Option("--without", metavar="PARTNER", help="The state that falls away.")],
) -> None:
    """Show what a state loses without a partner: supplier, parts, maintenance, training; and who else gives the same class."""
    with opened(asked) as register:
        how = _answers(register)
        _tell(how.whatif(of, without, filters=asked.filters, as_of=asked.as_of), asked, how)


@shared(filters=True, plots=True, quotes=True)
def firsts(
    asked: Asked,
    by: Annotated[list[str] | None, typer.Option("--by", help="What makes a first: kind, class, partner (kind and class).")] = None,
    region: Annotated[str | None, typer.Option("--region", metavar="REGION", help="Only this region or continent, by name or M49 code.")] = None,
) -> None:
    """Show which state was first in its region to do a kind of thing, with a class of equipment or a partner."""
    with opened(asked) as register:
        how = _answers(register)
        _tell(how.firsts(by=by or ("kind", "class"), region=region, filters=asked.filters, as_of=asked.as_of), asked, how)


@shared(filters=True, plots=True, quotes=True)
def fleet(asked: Asked, of: State) -> None:
    """Show what a state fields, by type, class, origin and maker, with numbers where known; classes that hang on one supplier."""
    with opened(asked) as register:
        how = _answers(register)
        _tell(how.fleet(of, filters=asked.filters, as_of=asked.as_of), asked, how)


@shared(page=False, filters=True, plots=True, quotes=True)
def phases(
    asked: Asked,
    one: Annotated[str, typer.Argument(metavar="STATE", help="A state, by code or name.")],
    other: Annotated[str, typer.Argument(metavar="STATE", help="The other state.")],
) -> None:
    """Show the life of a relation in phases: where the number or the kinds of its moments change, and how sure that is."""
    with opened(asked) as register:
        how = _answers(register)
        _tell(how.phases(one, other, filters=asked.filters, as_of=asked.as_of), asked, how)


@shared(page=False, filters=True, plots=True, quotes=True)
def shift(
    asked: Asked,
    of: State,
    at: Annotated[str | None, typer.Option("--at", metavar="DATE", help="Before and from this day (the likeliest break).")] = None,
    basis: Annotated[str, typer.Option("--basis", "-b", help="Shares by deals, units or value.")] = "deals",
    currency: Annotated[str | None, typer.Option("--currency", metavar="CODE", help="Of values, only this currency (the commonest).")] = None,
) -> None:
    """Show partners' shares and deals a year before and after a date, with intervals; says when the data are too thin."""
    with opened(asked) as register:
        code = currency.upper() if currency else None
        how = _answers(register)
        _tell(how.shift(of, at, cast(Basis, basis), currency=code, filters=asked.filters, as_of=asked.as_of), asked, how)


@shared(filters=True, plots=True, quotes=True)
def network(
    asked: Asked,
    level: Annotated[str, typer.Option("--level", help="Between states, or between firms too: states or firms.")] = "states",
    window: Annotated[int | None, typer.Option("--window", metavar="YEARS", help="By windows of so many years.")] = None,
    basis: Annotated[str, typer.Option("--basis", "-b", help="Flows by deals, units or value.")] = "deals",
    currency: Annotated[str | None, typer.Option("--currency", metavar="CODE", help="Of values, only this currency (the commonest).")] = None,
    whole: Annotated[bool, typer.Option("--whole", help="Betweenness of all actors where they are more than a thousand; takes long.")] = False,
    graphml: Annotated[Path | None, typer.Option("--graphml", metavar="FILE", help="Write the graph as GraphML too.")] = None,
) -> None:
    """Show states and firms as a graph: flows, centrality, communities, bridges."""
    with opened(asked) as register:
        code, how = currency.upper() if currency else None, _answers(register)
        told = how.network(level, years=window, basis=cast(Basis, basis), currency=code, whole=whole, filters=asked.filters, as_of=asked.as_of)
        if graphml is not None:
            from wektor.output.graphml import write_network

            with writing_bytes(graphml, "graphml", "--graphml") as binary:
                write_network(told.answer, told.names, binary)
        _tell(told, asked, how)


@shared(page=False, filters=True, rows=False)
def brief(
    asked: Asked,
    of: State,
    other: Annotated[str | None, typer.Option("--with", metavar="STATE", help="Only what it does with this state.")] = None,
    lang: Annotated[str, typer.Option("--lang", metavar="CODE", help="The language of the report: en or pl.")] = "en",
    form: Annotated[Paper, typer.Option("--format", "-f", help="How it is written.")] = Paper.html,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="Overdue as of this day (today).")] = None,
) -> None:
    """Write the report on a state: summary, timeline, deals, fleet, partners, local making, dates, conflicts, each statement with its source."""
    if other is not None:
        from wektor.app.filtering import find_state

        find_state(other, "--with")
    filters = asked.filters if other is None else msgspec.structs.replace(asked.filters, state=(*asked.filters.state, other))
    with opened(asked) as register:
        report = _answers(register).brief(of, lang, on=on, filters=filters, as_of=asked.as_of)
    if form is Paper.docx:
        with writing_bytes(asked.output, form) as binary:
            briefs.write_document(report, binary)
        return
    with writing(asked.output) as out:
        {Paper.html: briefs.write_page, Paper.md: briefs.write_markdown}[form](report, out)


def _answers(register: "Register") -> "Answers":
    """The questions, loaded when one is asked."""
    from wektor.app.answers import Answers

    return Answers(register)


_WRITERS = {Format.table: papers.write_table, Format.md: papers.write_markdown}
_SHORT = 100  # rows: of a page that has more nobody reads the quotes


def _tell(told: "Told", asked: Asked, how: "Answers") -> None:
    """Write an answer; formats that hold rows alone get the totals beside them, on standard error."""
    if asked.format in (Picture.svg, Picture.png):
        show_plot(told.plot(asked.lang, asked.plot), asked)
        return
    whole, told = told, told.cut(asked.page)
    most = asked.quotes if asked.quotes is not None else 3 if asked.format == Format.html and len(told) <= _SHORT else 0
    told = how.cite(told, most, as_of=asked.as_of) if most else told
    if asked.format in (Format.csv, Format.parquet):
        show(told, asked, told.answer.title)
        print("\n".join(f"{name}: {words}" for name, words in papers.facts_of(told.answer, told.names)), file=sys.stderr)
        return
    with writing(asked.output) as out:
        if asked.format == Format.jsonl:
            papers.write_line(told.answer, out, told.quotes)
        elif asked.format == Format.html:
            papers.write_html(told.answer, told.rows(), told.names, out, draw_plot(whole.plot(asked.lang, asked.plot)), told.quotes)
        else:
            _WRITERS[Format(asked.format.value)](told.answer, told.rows(), told.names, out, told.quotes)
    say_more(told, asked)
