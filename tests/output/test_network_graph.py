"""The network as GraphML, read again by another reader: the same actors, flows and figures."""

import pytest

from tests.analysis.makers import cell, deal, view
from tests.output.test_graphml import ET, NS
from wektor.analysis import network
from wektor.model.register import Entity
from wektor.output.graphml import write_network

FIRM = Entity(id="org:a", kind="firm", name="A & <B>\x0b", state="AAA")
HELD = view(deal("d-1", ("AAA",), ("BBB",), firms=(cell("org:a"),)), deal("d-2", ("BBB",), ("CCC",), first="2011"), deal("d-3", ("AAA",), ("BBB",), first="2012"), entities=(FIRM,))


@pytest.mark.parametrize("years", [None, 5])
def test_what_is_written_is_read_again(tmp_path, years):
    import rustworkx

    answer, path = network(HELD, firms=True, years=years), tmp_path / "network.graphml"
    with path.open("wb") as out:
        write_network(answer, {"org:a": FIRM.name}, out)
    [graph] = rustworkx.read_graphml(str(path))
    nodes = {n["id"]: n for n in graph.nodes()}
    assert nodes.keys() == {r.actor for r in answer.rows} and nodes["org:a"]["name"] == "A & <B>" and nodes["org:a"]["kind"] == "firm"
    flows = {(graph[a]["id"], graph[b]["id"], e["since"], e["amount"], e["bridge"], e["deals"]) for a, b, e in graph.weighted_edge_list()}
    assert flows == {(f.source, f.target, f.since, f.amount, f.bridge, len(f.deals)) for f in answer.flows}
    row = next(r for r in answer.rows if r.actor == "BBB")
    label = f" {row.since}-{row.until}" if years else ""
    assert nodes["BBB"][f"betweenness{label}"] == row.betweenness and nodes["BBB"][f"takes{label}"] == row.takes
    keys = {k.get("id") for k in ET.parse(path).iter(f"{NS}key")}
    assert all(d.get("key") in keys for d in ET.parse(path).iter(f"{NS}data"))
