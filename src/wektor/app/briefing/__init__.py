"""The brief on a state: answers put together, in a language, with a note behind every statement."""

from wektor.app.briefing.lookup import Lookup
from wektor.app.briefing.parts import Parts, gather
from wektor.app.briefing.report import Report

__all__ = ["Lookup", "Parts", "Report", "gather"]
