"""A glimpse leaves out no sentence that speaks of defence, and nothing that is told is lost with those that it leaves out."""

from pathlib import Path

import pytest

from wektor.engines.analysis import Analysis
from wektor.engines.languages import language
from wektor.engines.sentences import cut_sentences
from wektor.evaluation.gold import load_gold
from wektor.grammar.glimpse import may_speak
from wektor.model import Document

EVALS = Path(__file__).parents[2] / "evals"
LANGS = ("en", "pl", "ru", "tr", "uk")
FAR = {
    "en": "The council has put off the vote on school meals. Parents in Leeds had asked for it in May, and a caterer from Belgium offers a cheaper menu.",
    "pl": "Rada odłożyła głosowanie w sprawie obiadów. Rodzice z Lublina prosili o nie w maju, a firma z Belgii oferuje tańsze menu.",
    "ru": "Совет отложил голосование о школьных обедах. Родители из Твери просили о нём в мае, а фирма из Бельгии предлагает меню дешевле.",
    "tr": "Meclis, okul yemekleri oylamasını erteledi. Bursalı veliler mayısta bunu istemişti; Belçikalı bir firma daha ucuz bir liste öneriyor.",
    "uk": "Рада відклала голосування про шкільні обіди. Батьки з Луцька просили про нього в травні, а фірма з Бельгії пропонує дешевше меню.",
}


def pieces(document: Document) -> list[str]:
    """The text, and every second sentence of it as a text of its own."""
    return [document.text, *(document.text[s.lo : s.hi] for s in cut_sentences(document.text, document.lang or "en")[::2])]


@pytest.mark.parametrize("lang", LANGS)
def test_a_glimpse_hears_all_that_speaks_of_defence(lang: str) -> None:
    """Whole texts, and sentences that stand alone, where little outweighs little."""
    documents = [g.document for place in (EVALS, EVALS / "lessons") for g in load_gold(place) if g.document.lang == lang]
    quiet, civil = 0, language(lang).civil
    for text in (text for d in documents[::2] for text in pieces(d)):
        may = may_speak(cut_sentences(text, lang), civil)
        if not all(may):
            defence = Analysis(Document(id="t", text=text, lang=lang)).defence
            assert not any(speaks and not hears for speaks, hears in zip(defence, may, strict=True)), text
            quiet += not any(may)
    assert quiet > 20


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_far_from_defence_is_not_looked_at_further(lang: str) -> None:
    """Dates and mentions are found when somebody asks for them, and not before."""
    analysis = Analysis(Document(id="t", text=FAR[lang], lang=lang))
    assert analysis.drafts == []
    assert "known" not in vars(analysis)
    assert [d.span.cut(FAR[lang]) for d in analysis.dates]
    assert any(m.state == "BEL" for s in analysis.sentences for m in s.mentions)


@pytest.mark.parametrize("lang", LANGS)
def test_a_deal_among_other_things_is_told(lang: str) -> None:
    """A passage on arms in a text of other fields is read as it is alone."""
    deal = {
        "en": "Poland has bought 24 howitzers from South Korea.", "pl": "Polska kupiła od Korei Południowej 24 haubice.", "ru": "Польша купила у Южной Кореи 24 гаубицы.",
        "tr": "Polonya, Güney Kore'den 24 obüs satın aldı.", "uk": "Польща купила в Південної Кореї 24 гаубиці.",
    }[lang]  # fmt: skip
    drafts = Analysis(Document(id="t", text=f"{FAR[lang]}\n\n{deal}", lang=lang)).drafts
    assert "order" in {d.kind for d in drafts}
