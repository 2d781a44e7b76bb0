"""The register: documents in, deals out, every cell cited."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from wektor.app.filtering import find_state
from wektor.app.history import tell_history
from wektor.app.moments import now
from wektor.app.opening import open_store
from wektor.app.pages import Pages
from wektor.app.rows import Rows
from wektor.app.views import Views
from wektor.app.wiring import load
from wektor.model import Document
from wektor.model.ledger import Undoing
from wektor.model.register import Judgement
from wektor.model.views import Filters, Step
from wektor.sources.results import Result
from wektor.stores import Store

if TYPE_CHECKING:
    from wektor.app.answers import Answers
    from wektor.app.intake import Added
    from wektor.app.keeping import Keeper
    from wektor.app.pipeline import Pipeline
    from wektor.engines.protocol import Engine
    from wektor.resolve.collation import Comparison
    from wektor.sources.gathering import Gatherer
    from wektor.sources.settings import SourceSettings

_ALL = Filters()


class Register(Views):
    """A register of deals, kept in a store. To be closed, or used in a ``with``; not to be shared by threads.

    >>> from wektor import Document, Register
    >>> with Register.open("memory:") as register:
    ...     added = register.add([Document(id="a", text="Leonardo delivered two AW109 helicopters to Nigeria in April 2019.")])
    ...     [(deal.kind, deal.taker_states) for deal in register.deals()]
    [('order', ('NGA',))]
    """

    def __init__(self, store: Store, engine: "str | Engine" = "grammar") -> None:
        self.store, self._engine = store, engine
        self._held: Keeper | None = None
        self._reader: Pipeline | None = None
        self._pages = Pages(store)

    @classmethod
    def open(cls, url: str | Path | None = None, *, create: bool = True, engine: "str | Engine" = "grammar") -> "Register":
        """The register at a path, a ``postgresql://`` address or ``memory:``; else at WEKTOR_DB, else ``wektor.db``.

        ``engine`` is who reads what is added, or its name. Raises StoreError where the register cannot be opened, or is not there
        and ``create`` is False.
        """
        return cls(open_store(url, create=create), engine)

    def __enter__(self) -> "Register":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of files and connections."""
        self.store.close()

    @property
    def _keeper(self) -> "Keeper":
        """What keeps the derivation, loaded at the first change."""
        self._held = self._held or load("wektor.app.keeping:Keeper")()
        return self._held

    @property
    def _pipeline(self) -> "Pipeline":
        """What reads documents, loaded at the first one. Raises InputError where there is no such engine."""
        self._reader = self._reader or load("wektor.app.engines:open_pipeline")(self._engine)
        return self._reader

    def complaints(self) -> Iterator[str]:
        """What the engine could not read of the documents that were added, in lines."""
        return self._reader.complaints() if self._reader is not None else iter(())

    def add(
        self, sources: Iterable[Document | Result], *, words: str = "", anew: bool = False, tell: Callable[["Added"], None] = lambda added: None
    ) -> "Added":
        """Read documents, or what ``sources.Gatherer`` gives, into the register; what is known is passed over, unless ``anew``.

        Batches are committed whole, so that stopping loses nothing that was committed and adding again does what is
        missing. ``tell`` hears how far it is. Raises StoreError.
        """
        intake = load("wektor.app.intake:Intake")(self.store, self._keeper, self._pipeline, words, self._pages, anew)
        for added in intake.take(sources):
            tell(added)
        whole: Added = intake.added
        if whole.documents or whole.completed:
            self._keeper.finish(self.store, whole.run)
        return whole

    def forecast(self, sources: Iterable[Document | Result], *, anew: bool = False) -> Iterator[str]:
        """What adding would cost, in lines, where the engine costs something; nothing is sent and nothing added."""
        lines: Iterator[str] = load("wektor.app.intake:forecast_adding")(self.store, self._keeper, self._pipeline, sources, anew)
        return lines

    def gatherer(self, settings: "SourceSettings | None" = None, *, anew: bool = False) -> "Gatherer":
        """What loads sources for ``add``: what this register knows is neither parsed nor fetched again, unless ``anew``. To be closed."""
        known = {} if anew else {"known": self._pages.known, "cache": self._pages}
        gatherer: Gatherer = load("wektor.sources.gathering:Gatherer")(settings, **known)
        return gatherer

    def import_register(self, path: Path) -> "Added":
        """Take a trade register's CSV in as a source whose evidence is the row. Raises InputError where it is none."""
        added: Added = load("wektor.app.trade_registers:import_register")(self.store, self._keeper, path)
        return added

    def compare(self, path: Path, filters: Filters = _ALL, *, as_of: str | int | None = None) -> "list[Comparison]":
        """The deals, as the press tells of them, beside a trade register's rows: agree, differ, only here, only there."""
        states = [find_state(s) for s in filters.state]
        found: list[Comparison] = load("wektor.app.trade_registers:compare_register")(self.view(filters, as_of=as_of), path, states)
        return found

    @property
    def answers(self) -> "Answers":
        """What an analyst asks, computed and cited: ``register.answers.partners("KAZ").to_polars()``."""
        answers: Answers = load("wektor.app.answers:Answers")(self)
        return answers

    def judge(self, verb: str, target: str, *, by: str, why: str = "", payload: Mapping[str, object] | None = None) -> Judgement:
        """Accept, reject, correct, merge, split or ignore a claim, deal, entity or document; it holds for later readings too.

        ``payload`` by verb as in ``wektor.model.register.Judgement``. Raises InputError where it makes no sense here.
        """
        with self._keeper.writing(self.store) as (writer, keeper):
            judgement: Judgement = load("wektor.app.judging:make_judgement")(writer, verb, target, by=by, at=now(), why=why, payload=payload or {})
            run = writer.begin("judge", judgement.at, f"{verb} {judgement.target}")
            writer.put_judgement(run, judgement)
            keeper.judge(writer, run, [judgement])
        return judgement

    def undo(self, id: str, *, by: str, why: str = "") -> Undoing:
        """Take a judgement back. Raises InputError if there is none, or it was taken back already."""
        with self._keeper.writing(self.store) as (writer, keeper):
            undoing, judgement = load("wektor.app.judging:make_undoing")(writer, id, by=by, at=now(), why=why)
            run = writer.begin("undo", undoing.at, id)
            writer.put_undoing(run, undoing)
            keeper.judge(writer, run, [judgement])
        return undoing  # type: ignore[no-any-return]

    def rebuild(self) -> int:
        """Derive everything from the ledger alone; how many deals, events and entities differed."""
        with self._keeper.writing(self.store, anew=True) as (writer, keeper):
            before = dict(writer.marks())
            keeper.rebuild(writer, writer.begin("rebuild", now()))
            after = dict(writer.marks())
        return sum(before.get(id) != after.get(id) for id in before.keys() | after.keys())

    def history(self, id: str) -> Rows[Step]:
        """How a deal, event, entity, claim or document came to be what it is, oldest first."""
        with self.store.reader() as reader:
            return Rows(tell_history(reader, id))
