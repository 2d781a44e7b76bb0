"""Small things to put into a register."""

from wektor.model import Actor, Claim, Document, Equipment, Evidence
from wektor.model.ledger import Entry, Holding, Reading, Thing
from wektor.model.register import Anchor, ClaimRecord, Judgement, claim_id

AT = "2024-03-01T10:00:00Z"


def entry(name: str, text: str = "Norway bought six tugs.", **about: str) -> Entry:
    return Entry(digest=f"digest-{name}", document=Document(id=name, text=text, lang="en", **about), source=f"bytes-{name}", place=f"{name}.txt",
                 pages=(0, 9), edits=((3, 5),))  # fmt: skip


def claim(doc: str, start: int = 0, kind: str = "order") -> Claim:
    buyer = Actor(id="state:NOR", name="NOR", state="NOR", text="Norway", start=start, end=start + 6)
    tug = Equipment(id="eq:tug", name="tug", cls="ship", text="tugs", start=start + 18, end=start + 22)
    return Claim(doc=doc, kind=kind, attribute=None, status="done", date="2024-02", roles={"recipient": (buyer,), "item": (tug,)},
                 evidence=Evidence(start, start + 23, "Norway bought six tugs."), confidence=0.75)  # fmt: skip


def reading(name: str, starts: tuple[int, ...] = (0,), engine: str = "grammar", terms: tuple[str, ...] = ("bought", "buy", "tug", "tugs")) -> Reading:
    digest = f"digest-{name}"
    records = tuple(ClaimRecord(id=claim_id(digest, c), document=digest, copy_group=digest, claim=c, lang="en", engine=engine, version="1", packs="p")
                    for c in (claim(name, s) for s in starts))  # fmt: skip
    return Reading(document=digest, engine=engine, version="1", packs="p", lang="en", records=records, terms={r.id: terms for r in records})


def thing(id: str, day: str = "2024-02-01", body: str = "", states: tuple[str, ...] = ("NOR",), claims: tuple[str, ...] = (), independent: int = 1) -> Thing:
    text = f'{{"id":"{id}","say":"{body}"}}'
    return Thing(
        what="deal", id=id, body=text, sort=day, first=day, last=day, independent=independent, mark=f"{body}{day}{states}{claims}",
        keys=("deal:all", *(f"deal:state:{s}" for s in states), *(f"claim:{c}" for c in claims)),
        places=tuple((f"timeline:{s}", d) for s in states for d in (day, day[:4] + "-12-31")),
        holdings=tuple(Holding(s, "eq:tug", 6, 2, 0, day) for s in states),
    )  # fmt: skip


def judgement(number: int, target: str = "d-1") -> Judgement:
    return Judgement(id=f"j-{number}", verb="correct", target=target, by="ola", at=AT, why="counted", payload={"quantity": 7},
                     anchors={"c-1": Anchor("digest-a", "order", 0, 9, ("NOR",))})  # fmt: skip
