"""Grounding: the only maker of claims. It refuses what does not stand in the text, and what the text contradicts."""

from wektor.grounding.evidence import gather_evidence
from wektor.grounding.fake import FakeReader
from wektor.grounding.ground import ground
from wektor.grounding.reader import Reader

__all__ = ["FakeReader", "Reader", "gather_evidence", "ground"]
