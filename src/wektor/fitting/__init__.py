"""Fitting: weights of fillers and claims, learned from gold documents by regularised log-linear models."""

from wektor.fitting.cases import Cases, ChoiceCase, gather_cases
from wektor.fitting.learning import cross_validate, fit_folds, fit_weights

__all__ = ["Cases", "ChoiceCase", "cross_validate", "fit_folds", "fit_weights", "gather_cases"]
