"""The oracle: no foreign fact passes, contradictions are caught, true drafts pass."""

from tests.grounding.samples import ENGLISH, POLISH, check, read
from wektor.evaluation import run_oracle
from wektor.evaluation.alterations import CONTRARY, FOREIGN
from wektor.model import Claim, Document, Draft, Evidence, Rejected

DOCUMENTS = [ENGLISH, POLISH]


def accept(draft: Draft, document: Document) -> Claim | Rejected:
    """A grounding that believes everything."""
    quote = Evidence(0, 1, document.text[:1])
    return Claim(
        doc=document.id, kind=draft.kind, attribute=None, status=draft.status, date=None, roles={}, evidence=quote
    )


def test_grounding_holds_what_it_promises() -> None:
    report = run_oracle(DOCUMENTS, read, check)
    assert (report.passed.right, report.passed.total) == (5, 5)
    assert (report.foreign_caught.right, report.foreign_caught.total) == (500, 500), report.escapes()[:3]
    assert report.contrary_caught.total == 200
    assert report.contrary_caught.share >= 0.8
    assert report.holds


def test_every_alteration_is_tried() -> None:
    assert set(run_oracle(DOCUMENTS, read, check).by_alteration()) == {*FOREIGN, *CONTRARY}


def test_a_credulous_grounding_is_found_out() -> None:
    report = run_oracle(DOCUMENTS, read, accept, foreign=50, contrary=20)
    assert report.foreign_caught.right == report.contrary_caught.right == 0
    assert len(report.escapes()) == 70
    assert not report.holds


def test_an_altered_draft_differs_from_every_true_one() -> None:
    report = run_oracle(DOCUMENTS, read, accept, foreign=100, contrary=50)
    for trial in report.escapes():
        assert trial.draft not in read(ENGLISH if trial.document == "en" else POLISH)


def test_the_same_seed_gives_the_same_trials() -> None:
    assert run_oracle(DOCUMENTS, read, check, 7) == run_oracle(DOCUMENTS, read, check, 7)
    assert run_oracle(DOCUMENTS, read, check, 7) != run_oracle(DOCUMENTS, read, check, 8)


def test_no_text_no_trial() -> None:
    report = run_oracle([], read, check)
    assert report.foreign == report.contrary == report.unaltered == ()
    assert not report.holds
