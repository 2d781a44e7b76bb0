"""Dates of running text: what each mechanism gives."""

import pytest

from tests.mentions.reading import dates_of, read_dates, values
from wektor.engines.sentences import cut_sentences, find_dates
from wektor.mentions.dates import resolve
from wektor.model import Document


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "They met last week.", ["2024-05-06/2024-05-12"]),
        ("en", "It was signed three weeks ago.", ["2024-04-24~"]),
        ("en", "Within two years all will fly.", ["2024/2026"]),
        ("en", "The last two years were quiet.", ["2022/2023"]),
        ("en", "On the first Monday of March 2023 it sailed.", ["2023-03-06"]),
        ("en", "It was handed over on Friday, 10 May.", ["2024-05-10"]),
        ("en", "He left on Easter Monday 2023.", ["2023-04-10"]),
        ("en", "It was agreed in the third quarter.", ["2023-07/2023-09"]),
        ("en", "We may march on; the sun sat low, and Jan came second.", []),
        ("en", "Production dates from 2007 and ran until 2019.", ["2007/..", "../2019"]),
        ("pl", "Stało się to 15-go maja 2023 r., czyli rok temu.", ["2023-05-15", "2023"]),
        ("pl", "Zastanawia się, czy się opłaci, i nie spieszy sie z zakupem.", []),
        ("pl", "Zakup nastapil w pazdzierniku 2022 r.", ["2022-10"]),
        ("pl", "Manewry potrwają od końca czerwca do połowy lipca.", ["2023-06/2023-07"]),
        ("pl", "Szkolono je od początku maja do końca czerwca 2023 r.", ["2023-05/2023-06"]),
        ("pl", "Szkolono je od października do marca 2023 r.", ["2022-10/2023-03"]),
        ("ru", "Договор подписан 3-го марта 2015 г.", ["2015-03-03"]),
        ("uk", "Угоду, підписану 2016-го, продовжили п’ятнадцятого березня.", ["2016", "2024-03-15"]),
        ("tr", "Anlaşma 2019'dan 2022'ye kadar geçerliydi.", ["2019/2022"]),
        ("tr", "2000'den fazla asker katıldı.", []),
        ("tr", "Teslimat 2024'ten itibaren yapılacak.", ["2024/.."]),
    ],
)
def test_value(lang: str, text: str, expected: list[str]) -> None:
    assert values(text, lang) == expected


def test_weekday_settles_the_year() -> None:
    assert values("Sunday, Feb 10", "en", "2013-02-12") == ["2013-02-10"]
    assert values("On Friday, 18 July it sailed.", "en", "2015-02-12") == ["2014-07-18"]


def test_a_story_goes_on_from_the_date_before() -> None:
    assert values("Началось это в 2016 году. В апреле следующего года договор ратифицировали.", "ru", "2021-05-14") == ["2016", "2017-04"]
    assert values("It began in 2016. Next year it will end.", "en", "2021-05-14") == ["2016", "2022"]


def test_what_stands_close_by_counts_even_if_it_is_to_come() -> None:
    assert values("The first enters service in 2026, her sister a year later.", "en") == ["2026", "2027"]


def test_a_date_may_say_more_of_the_one_before() -> None:
    assert values("Last spring, in April, it was announced.", "en", "2019-08-15")[1] == "2019-04"
    assert values("Ещё весной прошлого года, в апреле, об этом объявили.", "ru", "2019-05-15")[1] == "2018-04"


def test_deadlines_and_beginnings_have_more_than_one_reading() -> None:
    (by,) = read_dates("Do końca 2030 r. dostarczą resztę.", "pl")
    assert (by.edtf, by.future, by.modifier) == ("2030", "../2030", "by")
    (due,) = read_dates("It is due by 2030.", "en")
    assert (due.edtf, due.future, due.modifier) == ("2030", None, "by")
    (since,) = read_dates("It stopped since March 2023.", "en")
    assert since.readings() == ("2023-03/..", "2023-03")
    (year_end,) = read_dates("Do końca roku podpiszą umowę.", "pl")
    assert year_end.edtf == "2024"


def test_without_publication_a_yearless_date_is_doubtful() -> None:
    assert values("It was signed in May 2021. In June it was ratified.", "en", None) == ["2021-05", "2021-06?"]
    text = "Report for 2018. The lease runs until 2021. The firm was founded in 1997. In the third quarter the plant opened."
    assert "2018-07?/2018-09?" in [value for date in read_dates(text, "en", None) for value in date.readings()]  # neither what is due nor what is long past


def test_no_year_before_a_currency() -> None:
    assert values("It costs in 2030 crowns a piece.", "en") == []


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Half of it came; six months ago the rest was lost.", ["2023-11"]),
        ("pl", "Pół roku temu kupiono wozy.", ["2023-11"]),
        ("en", "It was cut in 2020 and again the year after.", ["2020", "2021"]),
        ("en", "They met in July 2023 and in June of the year before.", ["2023-07", "2022-06"]),
        ("en", "One Monday in April 2018 it landed.", ["2018-04"]),
        ("ru", "Их заказали в позапрошлом июне.", ["2022-06"]),
        ("en", "– 2009: the navy orders four boats.", ["2009"]),
        ("ru", "Февраль.", ["2024-02"]),
        ("ru", "2008, декабрь. Флот заказал лодки.", ["2008-12"]),
        ("ru", "Их купили в 2020-м, а прежние ещё в 2010-х.", ["2020", "201X"]),
        ("ru", "Их сдали позапрошлым летом.", ["2022-06/2022-08"]),
        ("ru", "Во втором полугодии начали разработку.", ["2023-07/2023-12"]),
        ("tr", "Altı uçak daha ısmarladı (temmuz, 101 milyon dolar).", ["2023-07"]),
        ("tr", "Gemi pazar akşamı limana girdi.", ["2024-05-12"]),
        ("tr", "İlki yıl sonu ile 2025 ortası arasında gelecek.", ["2024/2025"]),
        ("tr", "Ekip ekim başında döndü, yedeği ocak sonunda.", ["2023-10", "2024-01"]),
        ("tr", "Anlaşma nisanın yedisinde imzalandı, ayın yirmisinde feshedildi.", ["2024-04-07", "2024-05-20"]),
        ("tr", "Gemi 2019'da alındı, ondan on iki yıl önce de ilki.", ["2019", "2007"]),
        ("tr", "Uçaklar (Rusya, 2019, on iki adet) 2012 siparişinin devamıdır.", ["2019", "2012"]),
        ("tr", "Sözleşme üç ay kadar önce, yaz sonunda yenilendi.", ["2024-02", "2023-06/2023-08"]),
        ("tr", "Evvelki yıl başlandı, haftaya salı bitecek.", ["2022", "2024-05-21"]),
        ("tr", "Liman ekimi, yaz ve ocak derdi.", []),
        ("uk", "Нині їх там п'ять.", ["2024-05"]),
        ("pl", "Na targach IDEF 2017 obie strony podpisały list.", ["2017"]),
        ("en", "They held the exercise Khaan Quest 2022 there.", ["2022"]),
        ("en", "A Block 2010 radar and the Friday-class boats stay.", []),
        ("pl", "Zamówiono 2030 karabinów, a co roku w maju są ćwiczenia przy ul. 3 Maja.", []),
        ("ru", "Фрегат сдали на три месяца раньше срока.", []),
        ("tr", "1929 sayılı karar ve 2009/81 sayılı yönerge bunu yasaklıyor.", []),
        ("de", "Die Gespräche scheiterten 2017, das Schiff vom Typ 2006 blieb.", ["2017"]),
    ],
)
def test_value_of_what_is_seldom(lang: str, text: str, expected: list[str]) -> None:
    assert values(text, lang) == expected


def test_the_same_day_is_the_last_day_that_was_named() -> None:
    assert values("It was signed on 5 March 2023. In 2022 all was calm. The same day he left.", "en")[2] == "2023-03-05"
    assert values("The next summer they signed; in 2005 it had begun. The following summer it was over.", "en")[-1] == "2006-06/2006-08"


def test_a_story_may_go_on_from_a_year_long_past() -> None:
    (_, autumn, december) = read_dates("It began in May 2015. In the autumn a paper followed. On 17 December it was signed.", "en")
    assert (autumn.story, december.story) == ("2015-09/2015-11", "2015-12-17")
    assert autumn.edtf == "2023-09/2023-11"


def test_after_a_date_to_come_the_next_such_month() -> None:
    assert [d.future for d in read_dates("The first comes in spring 2026, her sister in June.", "en")] == [None, "2026-06"]


def test_a_week_in_two_months_is_about_its_thursday() -> None:
    (week,) = read_dates("They met last week.", "en", "2024-05-06")
    assert (week.edtf, week.point) == ("2024-04-29/2024-05-05", "2024-05-02~")


def test_a_month_heading_says_nothing_of_the_date_before() -> None:
    text = "Заказали семью годами раньше.\nАпрель."
    dates = resolve([*dates_of("ru").find(text, 0, 29), *dates_of("ru").find(text, 30, len(text))], "2024-09-27")
    assert dates[-1].edtf == "2024-04"


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("pl", "Ćwiczenia trwały od końca czerwca do 12 lipca.", ["2023-06/2023-07-12"]),
        ("ru", "Перерыв длился с ноября 2020-го по апрель этого года.", ["2020-11/2024-04"]),
        ("tr", "Tatbikat haziran sonundan 12 Temmuz'a kadar sürdü.", ["2023-06/2023-07-12"]),
        ("tr", "Aralık 2019'da imzalandı, 2021'e kadar sürdü.", ["2019-12", "../2021"]),
    ],
)
def test_two_ends_of_a_range_side_by_side_are_one_date(lang: str, text: str, expected: list[str]) -> None:
    assert values(text, lang, "2024-05-16") == expected


def test_a_document_bears_its_date_and_does_not_begin_with_it() -> None:
    assert values("Лист від 11.02.2022 лежить у справі.", "uk", "2022-02-28") == ["2022-02-11"]
    assert values("Завод працює від 2014 року.", "uk", "2022-02-28") == ["2014/.."]


def test_what_is_counted_from_an_event_is_no_date() -> None:
    assert values("Anlaşma imzasından on gün sonra çöktü.", "tr", "2019-07-01") == []
    assert values("Anlaşma 2016'da imzalandı, iki yıl sonra çöktü.", "tr", "2019-07-01") == ["2016", "2018"]
    assert values("Сделка сорвалась спустя десять дней после объявления.", "ru", "2019-07-01") == []


def test_ago_is_earlier_where_a_date_stands_close_by() -> None:
    assert values("Bakan imzayı salı günü attı; yardımcısı bir gün önce Rabat'taydı.", "tr", "2021-08-19") == ["2021-08-17", "2021-08-16"]
    assert values("Bakan bir gün önce Rabat'taydı.", "tr", "2021-08-19") == ["2021-08-18"]


def test_a_span_of_time_begins_with_the_day_close_by() -> None:
    assert values("A note of 29 February asked for a reply within ten days.", "en", "2024-03-18") == ["2024-02-29", "2024-02-29/2024-03-10"]


def test_the_first_of_two_years_is_no_event() -> None:
    assert values("Hava Kuvvetleri 2026 ile 2030 arasında uçak alacak.", "tr", "2025-03-20") == ["2026/2030"]


def test_what_points_back_counts_from_a_story_too() -> None:
    _, july, later, same = read_dates("In May 2015 they met. In July they met again. Two months later it sailed. The same year it came home.", "en")
    assert (july.story, later.story, same.story) == ("2015-07", "2015-09", "2015")


@pytest.mark.parametrize(("follows", "autumn"), [
    ("Перші два кораблі мали прибути за три роки.", "2015-09/2015-11"),
    ("За три роки прибули перші два кораблі.", "2018-09/2018-11"),
    ("А три роки по тому прибули перші два кораблі.", "2018-09/2018-11")])  # fmt: skip
def test_no_story_goes_on_from_a_term_within_a_sentence(follows: str, autumn: str) -> None:
    text = f"Угоду уклали в травні 2015 року. {follows} Восени з'явився ще один документ."
    *_, last = find_dates(Document(id="x", text=text, lang="uk", published="2024-05-15"), cut_sentences(text, "uk"))
    assert last.story == autumn


def test_months_are_counted_from_a_date_known_to_the_month() -> None:
    text = "У березні 2018 року скасували заборону, що тривала від шістдесятих; за два місяці по тому прибули вертольоти. Того ж місяця їх показали."
    assert values(text, "uk", "2019-10-02") == ["2018-03", "196X/..", "2018-05", "2018-05"]
    assert values("У 2018 році скасували заборону, за два місяці по тому прибули вертольоти.", "uk", "2019-10-02") == ["2018", "2018-03"]


def test_the_next_month_or_season_may_be_the_next_of_the_story() -> None:
    text = "У травні 2015 року вони зустрілися. У липні зустрілися ще раз. Наступної весни корабель вийшов у море. Через півтора року він повернувся."
    assert [d.story for d in read_dates(text, "uk")][1:] == ["2015-07", "2016-03/2016-05", "2017-09"]


def test_the_end_of_the_year_may_be_that_of_the_story() -> None:
    _, end = read_dates("In May 2015 they met. By the end of the year the ships had sailed.", "en")
    assert (end.edtf, end.story) == ("2024", "2015")


def test_this_weekday_lies_behind_or_ahead() -> None:
    (saturday,) = read_dates("Зустріч відбулася цієї суботи.", "uk", "2024-05-14")
    assert saturday.readings() == ("2024-05-11", "2024-05-18")


def test_a_year_and_a_half_is_counted_from_the_date_before_too() -> None:
    assert values("У травні 2021 року угоду підписали. Через півтора року її розірвали.", "uk", "2024-05-14") == ["2021-05", "2022-11"]
    assert values("Через півтора року угоду розірвуть.", "uk", "2024-05-14") == ["2025-11"]


def test_a_turkish_year_that_something_was() -> None:
    assert values("Asıl dönüm noktası 2019 oldu.", "tr") == ["2019"]


def test_the_next_year_alone_is_not_counted_from_where_months_are_written() -> None:
    text = "The line opens in 2025. The contract was signed in January 2024. Last month the team came."
    assert values(text, "en", None) == ["2025", "2024-01", "2023-12?"]
    assert values("The line was opened in 2023. Last month the team came.", "en", None) == ["2023", "2023-11?"]


def test_today_is_no_finer_than_the_dates_around() -> None:
    text = "Kenya signed a treaty with Jordan in 2003. Today Kenya bought eight tanks."
    assert values(text, "en", None) == ["2003", "2003?"]
    assert values(text.replace("2003", "May 2003"), "en", None) == ["2003-05", "2003-05?"]
