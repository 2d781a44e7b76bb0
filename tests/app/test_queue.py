"""Names that may be one wait in a queue; claims in no deal say why."""

from wektor import Document, Register
from wektor.model.views import Filters

TEXTS = (
    ("a", "2022-03-04", "Zhetisu Aviation Works delivered four drones to Kenya in March 2022."),
    ("b", "2022-04-05", "Zhetisu Aviation delivered four drones to Kenya in March 2022."),
)


def test_the_queue_is_the_same_when_derived_anew():
    with Register.open("memory:") as register:
        register.add(Document(id=i, lang="en", published=day, text=text) for i, day, text in TEXTS)
        before = list(register.doubts())
        with register.store.reader() as reader:
            marks = list(reader.marks())
        assert register.rebuild() == 0
        with register.store.reader() as reader:
            assert list(reader.marks()) == marks
        assert list(register.doubts()) == before == list(register.view().unsure)


def test_a_claim_that_is_rejected_says_so():
    with Register.open("memory:") as register:
        register.add([Document(id=TEXTS[0][0], lang="en", published=TEXTS[0][1], text=TEXTS[0][2])])
        (deal,) = register.deals(Filters(state=("KEN",)))
        judged = register.judge("reject", deal.claims[0], by="ola", why="a parade, no delivery")
        assert register.view().set_aside == {deal.claims[0]: "rejected by ola: a parade, no delivery"}
        assert register.rebuild() == 0
        register.undo(judged.id, by="ola")
        assert register.view().set_aside == {} and len(register.deals()) == 1
