"""Every picture: a valid specification with its data inside, words for those who do not see it, the same bytes each time."""

import json
import os
import re
import subprocess
import sys
from itertools import pairwise
from xml.etree import ElementTree

import msgspec
import pytest

from tests.output.plots.samples import ANSWERS, HOSTILE, NAMES, bare, speaker
from wektor.app.speaking import Speaker
from wektor.model.ontology import ATTRIBUTES, KINDS, STATUSES
from wektor.model.register import RUNGS, STAGES
from wektor.output.plots import PLOTS, has_shapes, make_plot, to_png, to_svg
from wektor.output.plots.dots import Dot, place
from wektor.output.plots.palette import COLOURS, GREY, colours
from wektor.output.plots.sankey import lay_out

CASES = [(name, plot) for name, answer in ANSWERS.items() for plot in PLOTS[type(answer)] if plot != "map" or has_shapes()]


@pytest.mark.parametrize(("name", "plot"), CASES)
@pytest.mark.parametrize("lang", ["en", "pl"])
def test_a_picture_is_whole_and_says_what_it_shows(name, plot, lang):
    found = make_plot(ANSWERS[name], speaker(lang), plot)
    svg = to_svg(found)
    root = ElementTree.fromstring(svg)
    title, desc = (root.find(f"{{http://www.w3.org/2000/svg}}{tag}") for tag in ("title", "desc"))
    assert title.text == found.title and desc.text == found.alt and root.get("aria-labelledby").split() == [title.get("id"), desc.get("id")]
    assert "{" not in found.title + found.caption and len(found.alt) > 40 and ("November 2023" in found.caption or "listopad 2023" in found.caption)
    assert "<script>" not in svg and not re.search(r'(?:href|src)="(?!#)', svg)
    assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= set(re.findall(r'id="([^"]+)"', svg))
    assert "http" not in json.dumps({k: v for k, v in found.spec.items() if k != "$schema"})
    assert to_svg(make_plot(ANSWERS[name], speaker(lang), plot)) == svg


@pytest.mark.parametrize(("name", "plot"), CASES)
def test_specifications_are_what_their_schema_asks_for(name, plot):
    altair = pytest.importorskip("altair")
    for answer in (ANSWERS[name], bare(ANSWERS[name])):
        found = make_plot(answer, speaker(), plot)
        if not found.vega:
            altair.Chart.from_dict(found.spec, validate=True)


@pytest.mark.parametrize(("name", "plot"), CASES)
def test_nothing_to_show_is_drawn_too(name, plot):
    assert to_svg(make_plot(bare(ANSWERS[name]), speaker(), plot)).endswith("</svg>\n")


def test_hostile_names_are_shown_as_they_are():
    svg = to_svg(make_plot(ANSWERS["localisation"], speaker()))
    assert HOSTILE[:12] in "".join(ElementTree.fromstring(svg).itertext())


def test_ids_of_two_pictures_on_a_page_are_apart():
    one, other = (to_svg(make_plot(ANSWERS[n], speaker()), prefix=f"{n}-", caption=False) for n in ("timeline", "slippage"))
    assert not set(re.findall(r' id="([^"]+)"', one)) & set(re.findall(r' id="([^"]+)"', other))


def test_a_png_is_one():
    assert to_png(make_plot(ANSWERS["fleet"], speaker())).startswith(b"\x89PNG")


def test_bytes_are_the_same_under_another_zone_and_hash_seed():
    code = ("from tests.output.plots.samples import *\nfrom wektor.output.plots import *\nimport hashlib\n"
            "print(hashlib.sha256(''.join(to_svg(make_plot(ANSWERS[n], speaker('pl'))) for n in ('timeline', 'slippage', 'partners')).encode()).hexdigest())")  # fmt: skip
    settings = ({"TZ": "Asia/Almaty", "PYTHONHASHSEED": "1", "LANG": "pl_PL.UTF-8"}, {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "LANG": "C"})
    marks = {subprocess.run([sys.executable, "-c", code], env=os.environ | more, capture_output=True, text=True, check=True).stdout for more in settings}
    assert len(marks) == 1


def test_colours_hold_for_a_state_and_end_in_grey():
    held = colours("ABCDEFGH")
    assert [held[k] for k in "ABCDEF"] == list(COLOURS) and held["G"] == held["H"] == GREY
    assert colours("CA", order=("A", "B", "C")) == {"C": COLOURS[2], "A": COLOURS[0]} and colours("XB", order=("A", "B"))["X"] != COLOURS[1]


def test_shares_beyond_the_palette_are_one_layer():
    values = make_plot(ANSWERS["windows"], speaker()).spec["data"]["values"]
    assert len({v["partner"] for v in values}) == len(COLOURS) + 1
    for x in {v["x"] for v in values}:
        assert sum(v["share"] for v in values if v["x"] == x) == pytest.approx(1 if not 2010 <= x < 2015 else 0, abs=1e-6)


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_the_codebook_has_its_words(lang):
    words = speaker(lang).words.labels
    wanted = {*KINDS, *STATUSES, *STAGES, *RUNGS, "came", "overdue", "put off", "due", "supplier", "parts", "production", "agreement"}
    assert wanted <= set(words) and all(a in words or a == "other" for a in ATTRIBUTES)


def test_states_decline_and_classes_are_translated():
    pl = speaker("pl")
    assert pl.state_of("USA") == "Stanów Zjednoczonych" and speaker().state_of("USA") == "the United States"
    assert pl.state_of("KAZ") in "ministerstwo obrony Kazachstanu" == Speaker("pl", {"org:x": "Ministry of Defence of Kazakhstan"}).party("org:x", "KAZ")
    assert (pl.date("1997/1999"), pl.date("1999/2004-05"), pl.span("2023", "2023?")) == ("1997–1999", "1999 – maj 2004", "2023 (?)")
    assert NAMES["eq:anka"] == pl.item("eq:anka") and pl.item("class:combat-UAV") == "dron bojowy"


def test_captions_say_what_signs_mean_and_how_much_is_shown():
    rows = ANSWERS["whatif"].rows[:1] * 40
    many = make_plot(msgspec.structs.replace(ANSWERS["whatif"], rows=rows), speaker("pl"))
    assert "Pokazano: 30 z 40." in many.caption and "Pokazano" not in make_plot(ANSWERS["whatif"], speaker("pl")).caption
    assert "Hollow dots: planned" in make_plot(ANSWERS["timeline"], speaker()).caption


def test_lanes_are_as_high_as_their_dots():
    dots = [Dot("2022-01-01", "2022-12-31", "order", "", False)] * 7 + [Dot("2022-01-01", "2022-01-01", "aid", "", False)]
    field = place(dots, ("order", "aid"))
    assert field.ends == (72, 102) and len({v["y"] for v in field.values}) == 8
    assert all((0 < v["y"] < 72) == (v["lane"] == "order") for v in field.values)


def test_names_on_a_ring_stand_apart():
    actors = tuple(msgspec.structs.replace(ANSWERS["network"].rows[0], actor=f"eq:{n}") for n in range(36))
    values = make_plot(msgspec.structs.replace(ANSWERS["network"], rows=actors, flows=()), speaker()).spec["data"]["values"]
    for align in ("left", "right"):
        heights = sorted(v["ty"] for v in values if v["align"] == align)
        assert all(b - a > 0.069 for a, b in pairwise(heights))


def test_a_thin_band_has_room_for_its_words_and_no_share_is_told_as_nothing():
    nodes, _ = lay_out([("a", "x", 1e6), *((name, "x", 1.0) for name in "bcde")], 300)
    middles = [(n.top + n.bottom) / 2 for n in nodes if n.side == 0]
    assert all(b - a >= 15 - 1e-6 for a, b in pairwise(middles))
    assert (speaker("pl").percent(1e-6), speaker().percent(0), speaker("pl").percent(0.125)) == ("<0,1%", "0%", "12,5%")
