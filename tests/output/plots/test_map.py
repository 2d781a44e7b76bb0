"""The map: every state of the packs has a shape, whole and in its place; shares are coloured, what cannot be shown is said."""

import re
from xml.etree import ElementTree

import msgspec
import pytest

from tests.output.plots.samples import ANSWERS, speaker
from wektor.lexicon.state_names import state_names
from wektor.model import InputError
from wektor.model.answers import PartnerRow
from wektor.output.plots import make_plot, to_svg, world
from wektor.output.plots.map import _STEPS

_PARTS_OF_OTHERS = {"BES", "BVT", "CCK", "CXR", "GIB", "GLP", "GUF", "MTQ", "MYT", "REU", "SJM", "TKL", "UMI", "ATA"}


@pytest.fixture
def shapes():
    pytest.importorskip("mapcraft", reason="the shapes of states are an extra")
    return {s.state: s for s in world.world()}


def test_all_states_have_shapes(shapes):
    assert set(state_names()) - set(shapes) == _PARTS_OF_OTHERS | {"TUV"}
    assert {"HUN", "BHR", "MMR", "MNE", "SGP", "XKX", "PSE", "TWN"} <= set(shapes)


def test_no_shape_runs_across_the_map(shapes):
    for state in ("RUS", "FJI", "USA", "NZL"):
        for ring in shapes[state].path.split("Z")[:-1]:
            xs = [float(x) for x, _ in re.findall(r"(-?[\d.]+),(-?[\d.]+)", ring)]
            assert max(xs) - min(xs) < 320 and min(xs) >= -1 and max(xs) <= 708, state


def test_areas_and_places_are_right(shapes):
    """The projection keeps areas; the Crimea is Ukraine's."""
    assert shapes["RUS"].area / shapes["KAZ"].area == pytest.approx(17.1 / 2.72, rel=0.05)
    assert shapes["UKR"].area / shapes["POL"].area == pytest.approx(603 / 312, rel=0.06)
    assert shapes["KAZ"].middle[0] > shapes["TUR"].middle[0] > shapes["POL"].middle[0] > shapes["USA"].middle[0]
    assert shapes["AUS"].middle[1] > shapes["SGP"].middle[1] > shapes["POL"].middle[1]


@pytest.mark.parametrize("lang", ["en", "pl"])
@pytest.mark.parametrize("name", ["partners", "fleet"])
def test_a_map_is_drawn(shapes, name, lang):
    plot = make_plot(ANSWERS[name], speaker(lang), "map")
    svg = to_svg(plot)
    ElementTree.fromstring(svg)
    assert "Natural Earth" in plot.caption and speaker(lang).state("TUR") in plot.alt and len(svg) < 200_000 and svg == to_svg(plot)


def test_a_share_has_its_colour_and_what_has_no_shape_is_named(shapes):
    rows = tuple(PartnerRow(partner=p, share=s, amount=s) for p, s in (("USA", 0.6), ("TUV", 0.3), ("SGP", 0.1)))
    plot = make_plot(msgspec.structs.replace(ANSWERS["partners"], rows=rows), speaker(), "map")
    lands, dots, _, names = (part["values"] for part in plot.spec["data"])
    colours = {s: land["colour"] for s, land in zip(shapes, lands, strict=True)}
    assert colours["USA"] == _STEPS[-1][1] and colours["SGP"] == _STEPS[2][1] and colours["FRA"] not in dict(_STEPS).values()
    assert len(dots) == 1 and [n["words"] for n in names] == ["United States 60%", "Singapore 10%"] and "Not on the map: Tuvalu." in plot.caption


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    world.world.cache_clear()
    monkeypatch.setattr(world, "find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"pip install 'wektor\[maps\]'"):
        make_plot(ANSWERS["partners"], speaker(), "map")
    world.world.cache_clear()
