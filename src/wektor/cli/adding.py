"""``wektor add``, ``watch`` and ``sources``: documents in, what became of them, and what could not be read."""

import datetime as dt
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from wektor.cli.engines import Budget, DryRun, EngineName
from wektor.cli.outlet import say
from wektor.cli.progress import Meter
from wektor.cli.sharing import Asked, Db, open_register, opened, shared, show
from wektor.model import InputError, StoppedError, StoreError
from wektor.sources import SetAside, parse_day
from wektor.sources.defaults import Defaults, fill
from wektor.sources.places import expand
from wektor.sources.raw import legible
from wektor.sources.results import Result
from wektor.sources.settings import FetchSettings, SourceSettings
from wektor.sources.watching import parse_interval
from wektor.sources.watching import watch as rounds_of

if TYPE_CHECKING:
    from wektor.app.intake import Added
    from wektor.app.register import Register
    from wektor.engines.protocol import Engine

Private = Annotated[bool, typer.Option("--allow-private", help="Fetch from private and local addresses too.")]
Follow = Annotated[bool, typer.Option("--follow/--no-follow", help="Fetch the pages that feeds point at.")]
Contact = Annotated[str, typer.Option("--contact", envvar="WEKTOR_CONTACT", metavar="URL|MAIL", help="Where you can be reached, told to servers.")]


def add(
    names: Annotated[list[str], typer.Argument(metavar="PATH|URL|-…", help="Files, folders, globs, archives, addresses of pages and feeds; - is standard input.")],
    published: Annotated[str | None, typer.Option("--published", metavar="DATE", help="Day of publication where a document states none.")] = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="CODE", help="Language where a document states none; else it is identified.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Publisher where a document states none.")] = None,
    allow_private: Private = False,
    follow: Follow = True,
    contact: Contact = "",
    engine: EngineName = "grammar",
    budget: Budget = None,
    dry_run: DryRun = False,
    again: Annotated[bool, typer.Option("--again", help="Read anew what the register knows: with another engine, or a better wektor.")] = False,
    db: Db = None,
) -> None:
    """Read documents into the register; what it knows is passed over, so adding again does only what is missing."""
    from wektor.app.costing import bill_lines
    from wektor.app.engines import make_engine

    defaults = Defaults(published=parse_day(published, "--published") if published else None, lang=lang, publisher=publisher)
    started = time.monotonic()
    settings = _settings(allow_private, follow, contact)
    reader = make_engine(engine, budget)
    with _opened(db, reader, dry_run) as register, register.gatherer(settings, anew=again) as gatherer, Meter() as meter:
        meter.expect(lambda: sum(1 for _ in expand(names)))
        results = fill((each for place in meter.passing(expand(names)) for each in gatherer.visit(place)), defaults)
        if dry_run:
            print("\n".join(register.forecast(results, anew=again)))
            return
        words = " ".join([*map(legible, names), *([f"--engine {reader.name}"] if engine != "grammar" else [])])
        added, stopped = _add(register, _told(results), words, again, meter)
        say(*register.complaints())
    say(*bill_lines(reader))
    print(_summary(added, time.monotonic() - started, "read anew" if again else "completed"))
    if stopped:
        raise stopped
    if added.failed and not (added.documents or added.known):
        raise typer.Exit(2)


def _opened(db: str | None, engine: "Engine", dry_run: bool) -> "Register":
    """The register; a dry run makes none."""
    try:
        return open_register(db, create=not dry_run, engine=engine)
    except StoreError:
        if not dry_run:
            raise
        return open_register("memory:", create=True, engine=engine)


def _add(register: "Register", results: Iterable[Result], words: str, again: bool, meter: Meter) -> "tuple[Added, StoppedError | None]":
    """What became of the sources, and what stopped the run, if anything did."""
    from wektor.app.intake import Added

    last = Added()

    def tell(added: "Added") -> None:
        nonlocal last
        last = added
        meter.tell(added)

    try:
        return register.add(results, words=words, anew=again, tell=tell), None
    except StoppedError as stopped:
        return last, stopped


def watch(
    feeds: Annotated[list[str], typer.Argument(metavar="FEEDS.opml|URL…", help="Lists of feeds, and feeds.")],
    every: Annotated[str, typer.Option("--every", metavar="SPAN", help="How often to look: 90s, 15m, 1h, 2d.")] = "1h",
    rounds: Annotated[int | None, typer.Option("--rounds", min=1, metavar="N", help="Stop after so many rounds; else go on until stopped.")] = None,
    allow_private: Private = False,
    follow: Follow = True,
    contact: Contact = "",
    db: Db = None,
) -> None:
    """Keep adding what feeds bring, round by round."""
    seconds = parse_interval(every)
    with open_register(db, create=True) as register, register.gatherer(_settings(allow_private, follow, contact)) as gatherer:
        for each in rounds_of(feeds, gatherer, seconds, rounds=rounds):
            started = time.monotonic()
            added = register.add(_told(each.results), words=" ".join(feeds))
            moment = dt.datetime.fromtimestamp(each.began, dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
            print(f"{moment} round {each.number}: {_summary(added, time.monotonic() - started)}", flush=True)


@shared(as_of=False)
def sources(
    asked: Asked,
    failed: Annotated[bool, typer.Option("--failed", help="What could not be read, and why.")] = False,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="The versions of one page, oldest first.")] = None,
) -> None:
    """List the documents of the register, the newest first."""
    if failed and url:
        raise InputError("sources: --failed and --url exclude each other; give one of them")
    with opened(asked) as register:
        if failed:
            show(register.failures(asked.page), asked, "Not read")
        elif url:
            show(register.versions(url), asked, f"Versions of {url}")
        else:
            show(register.sources(asked.page), asked, "Sources")


def _settings(allow_private: bool, follow: bool, contact: str) -> SourceSettings:
    return SourceSettings(fetch=FetchSettings(allow_private=allow_private, contact=contact), follow=follow)


def _told(results: Iterable[Result]) -> Iterator[Result]:
    """Results, with what is set aside told as it comes."""
    for result in results:
        if isinstance(result, SetAside):
            say(f"set aside {result.place}: {result.reason}")
        yield result


def _summary(added: "Added", seconds: float, completed: str = "completed") -> str:
    parts = [f"{added.documents} documents with {added.claims} claims added"]
    parts += [f"{added.completed} {completed}"] * bool(added.completed)
    parts += [f"{added.partly} read in part (wektor sources --failed)"] * bool(added.partly)
    parts += [f"{added.known} known already"] * bool(added.known)
    parts += [f"{added.failed} set aside (wektor sources --failed)"] * bool(added.failed)
    rate = (added.documents + added.known + added.failed) / max(seconds, 0.01)
    return f"{', '.join(parts)}; {seconds:.1f} s, {rate:.1f} a second"
