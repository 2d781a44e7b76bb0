"""Fitting: weights of fillers, statuses, dates and claims, learned from gold documents by regularised log-linear models."""

from wektor.fitting.cases import Cases, gather_cases
from wektor.fitting.choices import ChoiceCase
from wektor.fitting.examples import example_documents
from wektor.fitting.school import Fit, fit

__all__ = ["Cases", "ChoiceCase", "Fit", "example_documents", "fit", "gather_cases"]
