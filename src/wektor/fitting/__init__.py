"""Fitting: weights of fillers and claims, learned from gold documents by regularised log-linear models."""

from wektor.fitting.cases import ChoiceCase, ClaimCase, gather_cases
from wektor.fitting.learning import cross_validate, fit_weights

__all__ = ["ChoiceCase", "ClaimCase", "cross_validate", "fit_weights", "gather_cases"]
