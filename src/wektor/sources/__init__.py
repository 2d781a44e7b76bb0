"""The outside world: files and streams become documents, or are set aside with their reason."""

from wektor.sources.days import parse_day
from wektor.sources.files import load
from wektor.sources.results import SetAside

__all__ = ["SetAside", "load", "parse_day"]
