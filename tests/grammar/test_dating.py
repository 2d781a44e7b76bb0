"""Where a date stands to a trigger, and what the words around it say of how far a claim has got."""

from collections.abc import Sequence

import pytest

from wektor.engines.grammar import Analysis
from wektor.grammar.dating import date_options
from wektor.grammar.discourse import Discourse
from wektor.grammar.referents import Pool
from wektor.grammar.standing import date_features, status_facts
from wektor.grammar.status import cues_of, status_of
from wektor.grammar.triggers import Trigger
from wektor.model import Document


class Watch:
    """Keeps what every trigger could be dated by, and its status by rule."""

    def __init__(self, status: str = "done") -> None:
        self.status = status
        self.options: dict[str, list[tuple[str | None, set[str]]]] = {}
        self.statuses: dict[str, str] = {}

    def meet(self, pool: Pool, discourse: Discourse, around: Sequence[Trigger]) -> None:
        """Note the trigger."""
        tokens = pool.parse.sentence.tokens
        words = " ".join(t.word.text for t in tokens[pool.trigger.i : pool.trigger.j])
        options = [(o.value, {name for name, _ in o.features(pool.opening)}) for o in date_options(pool, self.status)]
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
    assert {"beside", "beside:cut:semi:after"} <= names


def test_a_heading_of_a_chronicle_stands_over_its_sentences() -> None:
    found = watch("Хроника оборонных сделок.\nИюнь.\nТурция вручила Пакистану корвет. Польша заказала у Турции 24 беспилотника.", "ru").options["заказала"]
    assert {"clause0", "owner:own"} <= next(names for value, names in found if value == "2024-06")


def test_a_heading_of_a_calendar_stands_over_its_plans() -> None:
    watched = Watch(status="planned")
    text = "Что принесёт год.\nИюнь.\nТурция вручит Пакистану корвет. Польша закажет у Турции 24 беспилотника."
    Analysis(Document(id="x", text=text, lang="ru", published="2024-01-03"), None, watched)
    assert all(any(value == "2024-06" for value, _ in watched.options[verb]) for verb in ("вручит", "закажет"))


def test_a_date_of_the_main_clause_stands_over_what_is_set_between() -> None:
    found = watch("On 21 May 2021 three fighters, for which Nigeria had ordered missiles from China, were handed over in Makurdi.").options
    assert "over-relative" in next(names for value, names in found["ordered"] if value == "2021-05-21")
    assert {"clause0", "owner:own"} <= next(names for value, names in found["were handed over"] if value == "2021-05-21")


def test_of_two_dates_side_by_side_the_exacter_stands_for_both() -> None:
    values = [value for value, _ in watch("Peru bought tanks in 2019. Two months later, in May 2022, Chile ordered tanks from Spain.").options["ordered"]]
    assert "2022-05" in values
    assert "2019" in values  # of the sentence before
    assert not any(value.startswith("2019-") for value in values if value)


def test_a_plan_may_bear_the_day_on_which_it_was_made() -> None:
    watched = Watch(status="planned")
    Analysis(Document(id="x", text="In April the firm announced that a plant for drones would be opened in Chile.", lang="en", published="2024-09-27"), None, watched)
    assert {"2024-04", "2025-04"} <= {value for options in watched.options.values() for value, _ in options}


def test_a_week_is_dated_by_its_middle() -> None:
    values = {value for value, _ in watch("Chile bought tanks from Spain last week.", published="2024-02-06").options["bought"]}
    assert values == {None, "2024-02-01~"}


LONG = "Chile ordered tanks from Peru on 3 May 2023.\nThe army was glad.\nAll was well.\nThe soldiers ate.\nThe soldiers sang.\nPeru also delivered missiles to Chile."


def test_a_date_of_the_first_sentences_may_hold_far_below() -> None:
    (names,) = [names for value, names in watch(LONG).options["delivered"] if value == "2023-05-03"]
    assert {"first:date", "back4"} <= names


def test_the_day_of_publication_at_the_head_dates_nothing_below() -> None:
    options = watch("27 September 2024\nThe army is glad.\nChile bought tanks from Spain.").options["bought"]
    assert [value for value, _ in options] == [None]


def test_what_is_done_may_bear_the_day_of_filing_right_before_it() -> None:
    found = watch("SANTIAGO, 26 September 2024 – Chile bought tanks from Spain. The army is glad. Peru received trucks from Italy.").options
    (names,) = [names for value, names in found["bought"] if value == "2024-09-26"]
    assert {"filed:date", "filed:rank0"} <= names
    assert "2024-09-26" not in [value for value, _ in found["received"]]


def test_a_month_without_its_year_may_be_of_the_year_told_of_before() -> None:
    options = watch("In January 2015 the two met. In the spring Chile bought tanks from Spain.").options["bought"]
    (told,) = [names for value, names in options if value == "2015-03/2015-05"]
    assert {"reading:story", "thread:story:gap1:False", "thread:story:told:years:gap1:False"} <= told
    assert "2024-03/2024-05" in [value for value, _ in options]


def test_an_opening_without_a_date_may_bear_that_of_the_next_sentence() -> None:
    (names,) = [names for value, names in watch("Chile bought tanks from Spain. The contract was signed on 3 May 2023.").options["bought"] if value == "2023-05-03"]
    assert {"next:date", "back-1"} <= names


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


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("The navy reports: the fourth corvette arrives in Israel from thyssenkrupp in August.", "planned", "2024-08"),
        ("The navy reports: the fourth corvette arrived in Israel from thyssenkrupp in August.", "done", "2023-08"),
    ],
)
def test_a_present_with_a_yearless_month_tells_of_what_will_be(text: str, status: str, date: str) -> None:
    drafts = Analysis(Document(id="t", text=text, lang="en", published="2024-06-28")).drafts
    assert [(d.status, str(d.date)) for d in drafts if d.kind == "delivery" and d.date] == [(status, date)]


class Tenses:
    """Keeps the tenses of the dates that a trigger's status leans on."""

    def __init__(self) -> None:
        self.of: dict[str, set[str]] = {}

    def meet(self, pool: Pool, discourse: Discourse, around: Sequence[Trigger]) -> None:
        """Note the trigger."""
        words = pool.parse.sentence.tokens[pool.trigger.j - 1].word.text
        tenses = {facts[0] for group, facts in status_facts(pool) if group is date_features}
        self.of.setdefault(words, tenses)

    def judge(self, ways: object, ranges: object) -> None:
        """Nothing to note."""


@pytest.mark.parametrize(("text", "lang", "word", "tense"), [
    ("Kenya will sign a memorandum on defence with Jordan in March.", "en", "memorandum", "coming"),
    ("Kenya signed a memorandum on defence with Jordan in March.", "en", "memorandum", "gone"),
    ("Kenia podpisze w marcu memorandum obronne z Jordanią.", "pl", "memorandum", "coming"),
    ("Kenia podpisała w marcu memorandum obronne z Jordanią.", "pl", "memorandum", "gone"),
    ("Кения подпишет в марте с Иорданией меморандум о военном сотрудничестве.", "ru", "сотрудничестве", "coming"),
])  # fmt: skip
def test_a_month_beside_a_verb_of_the_future_is_to_come(text: str, lang: str, word: str, tense: str) -> None:
    found = Tenses()
    Analysis(Document(id="x", text=text, lang=lang, published="2024-09-27"), None, found)  # type: ignore[arg-type]
    assert found.of[word] == {tense}
