"""Where a date stands to a trigger, and what the words around it say of how far a claim has got."""

from collections.abc import Sequence

import pytest

from wektor.engines.grammar import Analysis
from wektor.grammar.dating import date_options
from wektor.grammar.discourse import Discourse
from wektor.grammar.referents import Pool
from wektor.grammar.status import cues_of, status_of
from wektor.grammar.triggers import Trigger
from wektor.model import Document


class Watch:
    """Keeps what every trigger could be dated by, and its status by rule."""

    def __init__(self) -> None:
        self.options: dict[str, list[tuple[str | None, set[str]]]] = {}
        self.statuses: dict[str, str] = {}

    def meet(self, pool: Pool, discourse: Discourse, around: Sequence[Trigger]) -> None:
        """Note the trigger."""
        tokens = pool.parse.sentence.tokens
        words = " ".join(t.word.text for t in tokens[pool.trigger.i : pool.trigger.j])
        options = [(o.value, {name for name, _ in o.features(pool.opening)}) for o in date_options(pool, "done")]
        self.options.setdefault(words, options)
        self.statuses.setdefault(words, status_of(pool.parse, pool.trigger, cues_of(pool.parse, pool.trigger)))

    def judge(self, ways: object, ranges: object) -> None:
        """Nothing to note."""


def watch(text: str, lang: str = "en", published: str | None = "2024-09-27") -> Watch:
    found = Watch()
    Analysis(Document(id="x", text=text, lang=lang, published=published), None, found)  # type: ignore[arg-type]
    return found


def test_a_date_before_when_belongs_to_both_clauses() -> None:
    found = watch("The haggling ended in 2007, when Turkey and Georgia signed a memorandum on defence cooperation.").options["memorandum"]
    (names,) = [names for value, names in found if value == "2007"]
    assert {"clause0", "when:0"} <= names


def test_a_date_behind_a_semicolon_is_parted() -> None:
    found = watch("Ukraine ordered 12 tanks from Poland; in 2019 Georgia had asked.").options["ordered"]
    (names,) = [names for value, names in found if value == "2019"]
    assert "cut:semi:after" in names


def test_a_heading_of_a_chronicle_stands_over_its_sentences() -> None:
    found = watch("Хроника оборонных сделок.\nИюнь.\nТурция вручила Пакистану корвет. Польша заказала у Турции 24 беспилотника.", "ru").options["заказала"]
    assert {"here", "owner:own"} <= next(names for value, names in found if value == "2024-06")


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("A report that Serbia had sold tanks to Ukraine was called an invention by the ministry of defence.", "sold", "denied"),
        ("Kuwait denied on Wednesday having bought missiles from China.", "bought", "denied"),
        ("Pakistan sent no tanks to Ukraine, said the ministry of defence.", "sent", "denied"),
        ("In August 2017 Washington cleared the sale of twelve fighters to Nigeria.", "cleared the sale of", "planned"),
        ("Deliveries of tanks have just begun.", "Deliveries", "ongoing"),
    ],
)
def test_status_by_the_words_around(text: str, trigger: str, status: str) -> None:
    assert watch(text).statuses[trigger] == status


def test_a_date_before_a_dash_heads_the_sentences_of_its_line() -> None:
    text = "Chronicle of the fleet\n\n2 August 2017 – Chile signed a treaty with Peru. Damen delivered a corvette to Peru.\nBrazil donated a tank to Peru."
    options = watch(text).options["delivered"]
    assert ("2017-08-02", "here") in [(value, name) for value, names in options for name in names]


def test_what_no_longer_is_has_ended() -> None:
    found = watch("The army no longer uses the tanks. The radars are no longer made by Saab.")
    assert found.statuses["uses"] == "ended"
    assert found.statuses["made"] == "ended"


def test_a_month_is_no_modal() -> None:
    assert watch("Chile bought tanks from Spain in May.").statuses["bought"] == "done"
