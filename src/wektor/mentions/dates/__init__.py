"""Dates of running text into EDTF: found by a pack's patterns, resolved by publication and by the dates around."""

from wektor.mentions.dates.finding import DateExpr, DateGrammar
from wektor.mentions.dates.resolution import ResolvedDate, resolve

__all__ = ["DateExpr", "DateGrammar", "ResolvedDate", "resolve"]
