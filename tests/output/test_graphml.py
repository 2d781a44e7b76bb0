"""The graph: well-formed XML whose edges join nodes that are there."""

import io
from xml.etree import ElementTree as ET

from tests.output.registers import sample
from wektor.output.graphml import write_graphml

NS = "{http://graphml.graphdrawing.org/xmlns}"


def test_every_edge_joins_two_nodes_and_every_datum_has_its_key() -> None:
    view, out = sample(), io.BytesIO()
    write_graphml(view, out)
    root = ET.fromstring(out.getvalue())
    ids = [n.get("id") for n in root.iter(f"{NS}node")]
    assert len(ids) == len(set(ids))
    assert {*view.deals, *view.events, *view.entities} <= set(ids)
    edges = list(root.iter(f"{NS}edge"))
    assert edges and all(e.get("source") in ids and e.get("target") in ids for e in edges)
    keys = {k.get("id") for k in root.iter(f"{NS}key")}
    assert all(d.get("key") in keys for d in root.iter(f"{NS}data"))


def test_who_gives_and_who_takes() -> None:
    view, out = sample(), io.BytesIO()
    write_graphml(view, out)
    deal = next(d for d in view.deals.values() if d.ordered and d.taker_states == ("KAZ",))
    told = {(e.get("source"), e.get("target"), e[0].text) for e in ET.fromstring(out.getvalue()).iter(f"{NS}edge")}
    assert (deal.id, "state:KAZ", "takes") in told
    assert any(target == deal.id and role == "gives" for _, target, role in told)
