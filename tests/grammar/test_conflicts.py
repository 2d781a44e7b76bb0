"""One clause told twice: the sharper attribute stays; who fills one side of a flow is gone for the other."""

from msgspec import structs

from wektor.engines.grammar import Analysis
from wektor.grammar import drafting
from wektor.grammar.conflicts import settle
from wektor.grammar.drafting import Proposal
from wektor.grammar.triggers import Trigger
from wektor.model import Document


def proposals(text: str) -> list[Proposal]:
    """The likeliest way to tell each trigger."""
    found: list[Proposal] = []

    class Watch:
        def meet(self, *_: object) -> None:
            """Nothing to keep."""

        def judge(self, ways: list[drafting.Way], ranges: object) -> None:
            found.append(max((w.proposal for w in ways), key=lambda p: p.score))

    Analysis(Document(id="t", text=text, lang="en"), observe=Watch())
    return found


def test_of_two_tellings_the_sharper_attribute_stays() -> None:
    one = next(p for p in proposals("Kenya and Jordan signed a memorandum on military cooperation in 2021.") if p.trigger.frame.attribute == "memorandum")
    vague = Proposal(one.pool, one.filling, one.status, one.date)
    frame = structs.replace(one.trigger.frame, id="vague", attribute="other")
    vague.trigger, vague.score = Trigger(frame, one.trigger.i, one.trigger.j, one.trigger.pos, one.trigger.verb), one.score + 1
    [kept] = settle([one, vague])
    assert kept is vague and kept.trigger.frame.attribute == one.trigger.frame.attribute == "memorandum"


def test_the_only_actor_may_be_the_recipient_though_a_supplier_is_asked_for_first() -> None:
    found = [p for p in proposals("The first frigate is to be handed to Greece in 2025.") if p.trigger.frame.id == "deliver"]
    assert found and any("recipient" in p.roles for p in found)


def test_a_memorandum_about_a_joint_company_tells_of_both() -> None:
    text = "Польща й Корея підписали протокол про наміри, за яким створять спільне підприємство з виробництва гаубиць."
    assert {"agreement", "venture"} <= {d.kind for d in Analysis(Document(id="t", text=text, lang="uk")).drafts}
