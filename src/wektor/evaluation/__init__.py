"""Scoring against gold documents, the quality gate and the grounding oracle."""

from wektor.evaluation.differences import Difference, differences, summarise
from wektor.evaluation.errors import ScoringError
from wektor.evaluation.gate import GateError, Pin, check_gate, corpus_digest, load_pins, pin_floors, save_pins
from wektor.evaluation.gold import GoldArgument, GoldClaim, GoldDocument, load_gold, load_gold_document
from wektor.evaluation.oracle import OracleReport, Trial, run_oracle
from wektor.evaluation.report import COLUMNS, as_json, error_lines, measures, rows_beside, table_rows
from wektor.evaluation.scoring import Scores, score
from wektor.evaluation.tally import Accuracy, Count, Tally

__all__ = [
    "COLUMNS",
    "Accuracy",
    "Count",
    "Difference",
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
    "differences",
    "error_lines",
    "load_gold",
    "load_gold_document",
    "load_pins",
    "measures",
    "pin_floors",
    "rows_beside",
    "run_oracle",
    "save_pins",
    "score",
    "summarise",
    "table_rows",
]
