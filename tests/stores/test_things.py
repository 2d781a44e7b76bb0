"""Derived things in every store: pages, filters, versions, the register as it stood, fleets, words."""

import msgspec

from tests.stores.samples import AT, entry, reading, thing
from wektor.model.ledger import NOW, Query, Thing
from wektor.model.outlines import Detail, Label, Outline

ALL = Query(groups=(("deal:all",),))


def lay(store, *things, gone=()):
    with store.writer() as writer:
        run = writer.begin("add", AT)
        writer.put_things(run, things, gone)
    return run


def ids(rows):
    return [version.id for _, version in rows]


def test_pages_newest_first_and_ties_by_id(store):
    lay(store, thing("d-1", "2024-01-01"), thing("d-2", "2024-03-01"), thing("d-3", "2024-03-01"))
    with store.reader() as reader:
        assert ids(reader.select(ALL)) == ["d-3", "d-2", "d-1"]
        assert ids(reader.select(Query(groups=ALL.groups, rising=True))) == ["d-1", "d-2", "d-3"]
        assert ids(reader.select(Query(groups=ALL.groups, limit=1, offset=1))) == ["d-2"]
        assert ids(reader.select(Query(groups=ALL.groups, limit=None))) == ["d-3", "d-2", "d-1"]
        assert reader.count(ALL) == 3


def test_groups_are_all_wanted_and_their_keys_are_alternatives(store):
    lay(store, thing("d-1", states=("NOR",)), thing("d-2", states=("NOR", "SWE")), thing("d-3", states=("FIN",)))
    nor, others = ("deal:state:NOR",), ("deal:state:SWE", "deal:state:FIN")
    with store.reader() as reader:
        assert ids(reader.select(Query(groups=(nor,)))) == ["d-2", "d-1"]
        assert ids(reader.select(Query(groups=(nor, others)))) == ["d-2"]
        assert ids(reader.select(Query(groups=(others, nor)))) == ["d-2"]
        assert ids(reader.select(Query(groups=((*nor, "deal:state:SWE"),)))) == ["d-2", "d-1"]
        assert reader.count(Query(groups=(nor, others))) == 1
        assert ids(reader.select(Query(groups=(("deal:state:XXX",),)))) == []


def test_days_and_sources_bound(store):
    lay(store, thing("d-1", "2020-05-05"), thing("d-2", "2022-05-05", independent=3), thing("d-3", ""))
    with store.reader() as reader:
        assert ids(reader.select(Query(groups=ALL.groups, since="2021-01-01"))) == ["d-2"]
        assert ids(reader.select(Query(groups=ALL.groups, until="2021-01-01"))) == ["d-1"]
        assert ids(reader.select(Query(groups=ALL.groups, since="2020-05-05", until="2020-05-05"))) == ["d-1"]
        assert ids(reader.select(Query(groups=ALL.groups, sources=2))) == ["d-2"]


def test_places_give_a_row_each(store):
    lay(store, thing("d-1", "2024-02-01"), thing("d-2", "2023-02-01"), thing("d-3", "2024-02-01", states=("FIN",)))
    place = Query(groups=(), place="timeline:NOR", rising=True)
    with store.reader() as reader:
        assert [(p, v.id) for p, v in reader.select(place)] == [("2023-02-01", "d-2"), ("2023-12-31", "d-2"), ("2024-02-01", "d-1"), ("2024-12-31", "d-1")]
        assert [p for p, _ in reader.select(Query(groups=(), place="timeline:NOR", since="2023-06-01", until="2024-06-01", rising=True))] == ["2023-12-31", "2024-02-01"]
        assert ids(reader.select(Query(groups=(("deal:state:FIN",),), place="timeline:NOR"))) == []


def test_a_thing_that_changes_is_closed_and_laid_anew(store):
    lay(store, thing("d-1", body="one"), thing("d-2", body="same"))
    lay(store, thing("d-1", body="two"), thing("d-2", body="same"))
    with store.reader() as reader:
        assert [(v.since, v.until) for v in reader.versions("d-1")] == [(1, 2), (2, NOW)]
        assert [(v.since, v.until) for v in reader.versions("d-2")] == [(1, NOW)]
        assert '"two"' in reader.things(["d-1"])["d-1"].body
        assert len(reader.select(ALL)) == 2
    with store.reader(1) as reader:
        assert '"one"' in reader.things(["d-1"])["d-1"].body
        assert len(reader.select(ALL)) == 2


def test_what_is_gone_is_closed(store):
    lay(store, thing("d-1"), thing("d-2"))
    lay(store, gone=["d-1", "d-9"])
    with store.reader() as reader:
        assert ids(reader.select(ALL)) == ["d-2"]
        assert [f.holders for f in reader.fleet("NOR")] == [("d-2",)]
        assert reader.counts()["deal"] == 1
    with store.reader(1) as reader:
        assert ids(reader.select(ALL)) == ["d-2", "d-1"]
        assert [f.holders for f in reader.fleet("NOR")] == [("d-1", "d-2")]


def test_changes_within_a_run_leave_one_version(store):
    with store.writer() as writer:
        run = writer.begin("add", AT)
        for body in ("one", "two"):
            writer.put_things(run, [thing("d-1", body=body), thing("d-2")])
        writer.put_things(run, [], ["d-2"])
    with store.reader() as reader:
        assert [(v.since, v.until, "two" in v.body) for v in reader.versions("d-1")] == [(1, NOW, True)]
        assert reader.versions("d-2") == []


def test_an_older_run_that_ends_later_still_wins(store):
    with store.writer() as writer:
        old = writer.begin("add", AT)
    lay(store, thing("d-1", body="new"))
    with store.writer() as writer:
        writer.put_things(old, [thing("d-1", body="newest")])
    with store.reader() as reader:
        assert [(v.since, "newest" in v.body) for v in reader.versions("d-1")] == [(2, True)]


def test_what_changed_since_a_run(store):
    lay(store, thing("d-1", body="one"), thing("d-2"), thing("d-3"))
    lay(store, thing("d-1", body="two"), thing("d-4"), gone=["d-2"])
    with store.reader() as reader:
        found = {(then or now).id: (then is not None, now is not None) for then, now in reader.changed(1)}
        assert found == {"d-1": (True, True), "d-2": (True, False), "d-4": (False, True)}
        assert reader.changed(2) == []
        assert [now.id for _, now in reader.changed(0)] == ["d-4", "d-1", "d-3"]
        pages = [reader.changed(1, limit=1, offset=n) for n in range(4)]
        assert [(now or then).id for page in pages for then, now in page] == ["d-4", "d-1", "d-2"]


def test_fleets_add_up_and_the_fullest_stand_first(store):
    lay(store, thing("d-1"), thing("d-2"), thing("d-3", states=("SWE",)))
    with store.reader() as reader:
        fleet = reader.fleet("NOR")[0]
        assert (fleet.item, fleet.ordered, fleet.delivered, fleet.holders) == ("eq:tug", 12, 4, ("d-1", "d-2"))
        assert reader.fleet("NOR", items=["eq:none"]) == []
        assert reader.fleet("FIN") == []


def test_words_find_claims_newest_first(store):
    with store.writer() as writer:
        run = writer.begin("add", AT)
        for name, words in (("a", ("buy", "tug")), ("b", ("buy", "ferry")), ("c", ("tb2", "tug", "купить"))):
            writer.put_entries(run, [entry(name)])
            writer.put_readings(run, [reading(name, terms=words)])
        writer.put_things(run, [thing("d-1", claims=(reading("a").records[0].id,)), thing("d-2", states=("FIN",), claims=(reading("c").records[0].id,))])
    of = {name: reading(name).records[0].id for name in "abc"}
    free = Query(groups=())
    with store.reader() as reader:
        assert reader.search([["tug", "tugs"]], free) == [of["c"], of["a"]]
        assert reader.search([["buy"], ["ferry", "tug"]], free) == [of["b"], of["a"]]
        assert reader.search([["купить"]], free) == [of["c"]]
        assert reader.search([["tb2"]], free) == [of["c"]]
        assert reader.search([["tug"]], Query(groups=(("deal:state:FIN", "event:state:FIN"),))) == [of["c"]]
        assert reader.search([["tug"]], Query(groups=(), limit=1, offset=1)) == [of["a"]]
        assert reader.search([["none"]], free) == reader.search([], free) == reader.search([[]], free) == []


def test_words_of_a_reading_that_was_replaced_find_nothing_but_as_it_stood(store):
    with store.writer() as writer:
        run = writer.begin("add", AT)
        writer.put_entries(run, [entry("a")])
        writer.put_readings(run, [reading("a")])
    with store.writer() as writer:
        writer.put_readings(writer.begin("read", AT), [reading("a", starts=())])
    with store.reader() as reader:
        assert reader.search([["tug"]], Query(groups=())) == []
    with store.reader(1) as reader:
        assert len(reader.search([["tug"]], Query(groups=()))) == 1


def test_marks_tell_equal_registers(store):
    lay(store, thing("d-2", body="b"), thing("d-1", body="a"))
    with store.reader() as reader:
        assert [id for id, _ in reader.marks()] == ["d-1", "d-2"]


def outlined(id, day="2024-01-01", states=("NOR",), status="ordered"):
    """A deal that is kept in outline too."""
    outline = Outline(id, "order", status, ("USA",), states, (), ("org:ministry, \"x\"",), "eq:tug", None, day, day, None, 6.0, None, "", None, 1, msgspec.Raw(b"[7]"), (day, day))
    text = [msgspec.json.encode(v).decode() for v in (outline, Detail(rungs=("assembly",)))]
    return msgspec.structs.replace(thing(id, day, states=states), outline=text[0], detail=text[1], mark=status + day), outline


def test_outlines_of_what_fits_now_and_as_it_stood(store):
    (one, a), (two, b) = outlined("d-1"), outlined("d-2", "2022-01-01", ("NOR", "FIN"))
    first = lay(store, one, two, thing("d-3"))
    newer, c = outlined("d-1", status="delivered")
    lay(store, newer, gone=["d-2"])
    every, nor, fin = Query(groups=(("deal:all",),), limit=None), Query(groups=(("deal:state:NOR",),), limit=None), Query(groups=(("deal:state:FIN",), ("deal:all",)), limit=None)
    with store.reader() as reader:
        assert reader.outlines(every) == ([c], []) and reader.outlines(nor, detailed=True) == ([c], [Detail(rungs=("assembly",))])
        assert reader.outlines(fin) == ([], []) and reader.count(every) == 2
    with store.reader(first) as reader:
        assert {o.id: o for o in reader.outlines(every)[0]} == {"d-1": a, "d-2": b}
        assert reader.outlines(fin)[0] == [b] and reader.outlines(msgspec.structs.replace(every, until="2023-01-01"))[0] == [b]
        assert reader.count(every) == 3


def test_many_are_asked_for_at_once_whatever_their_names(store):
    """More than one statement takes, and marks that mean something in SQL, JSON or arrays."""
    odd = ["d-'\"\\", "d-{a,b}", "d-[1]", "d-%s", "d-ż\u2028", "d-null", "NULL", ""]
    lay(store, *(thing(name) for name in odd if name))
    with store.reader() as reader:
        asked = [*odd, *(f"d-{n}" for n in range(21_000))]
        assert {*reader.things(asked)} == {name for name in odd if name}
        assert reader.held(asked) == set() and reader.things([]) == {}


def test_labels_of_entities(store):
    ship = Label("eq:tug", "Tug", "equipment", None, "ship")
    lay(store, Thing(what="entity", id="eq:tug", body="{}", keys=("entity:all",), outline=msgspec.json.encode(ship).decode(), mark="1"), thing("d-1"))
    with store.reader() as reader:
        assert reader.labels(["eq:tug", "eq:none", "d-1"]) == {"eq:tug": ship} and reader.labels([]) == {}
