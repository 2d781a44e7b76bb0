"""Scoring against gold documents, the quality gate and the grounding oracle."""

from wektor.evaluation.errors import ScoringError
from wektor.evaluation.evaluate import evaluate_directory
from wektor.evaluation.gate import GateError, Pin, check_gate, corpus_digest, load_pins, pin_floors, save_pins
from wektor.evaluation.gold import GoldArgument, GoldClaim, GoldDocument, load_gold, load_gold_document
from wektor.evaluation.oracle import OracleReport, Trial, run_oracle
from wektor.evaluation.report import COLUMNS, as_json, error_lines, measures, table_rows
from wektor.evaluation.scoring import Scores, score
from wektor.evaluation.tally import Accuracy, Count, Tally

__all__ = [
    "COLUMNS",
    "Accuracy",
    "Count",
    "GateError",
    "GoldArgument",
    "GoldClaim",
    "GoldDocument",
    "OracleReport",
    "Pin",
    "Scores",
    "ScoringError",
    "Tally",
    "Trial",
    "as_json",
    "check_gate",
    "corpus_digest",
    "error_lines",
    "evaluate_directory",
    "load_gold",
    "load_gold_document",
    "load_pins",
    "measures",
    "pin_floors",
    "run_oracle",
    "save_pins",
    "score",
    "table_rows",
]
