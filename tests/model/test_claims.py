"""What a claim says of itself."""

from wektor.model import Claim, Evidence


def test_a_quote_stands_in_the_order_of_the_text_and_marks_what_is_left_out():
    first, second, last = Evidence(0, 9, "It began."), Evidence(10, 20, "They\n met."), Evidence(90, 96, "It ended.")
    claim = Claim(doc="a", kind="talks", attribute=None, status="done", date=None, roles={}, evidence=second, more_evidence=(last, first))
    assert claim.quote == "It began. They met. […] It ended."
