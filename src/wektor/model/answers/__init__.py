"""Answers to an analyst's questions: rows that carry the deals behind them, what they cover, and what they leave out. One module for each question."""

from wektor.model.answers.base import BASES, Answer, Basis, Coverage, Ids, Row
from wektor.model.answers.chronicle import Chronicle, Happening
from wektor.model.answers.firsts import FirstRow, Firsts
from wektor.model.answers.fleet import ClassRow, HoldingRow, Inventory, OriginRow
from wektor.model.answers.ladder import Localisation, RungRow
from wektor.model.answers.losses import Loss, LossRow
from wektor.model.answers.network import ActorRow, FlowRow, Network
from wektor.model.answers.partners import PartnerRow, Partners, WindowRow, Windows
from wektor.model.answers.phases import Instant, PhaseRow, Phases, Shift, ShiftRow
from wektor.model.answers.slippage import SlipGroup, Slippage, SlipRow

__all__ = [
    "BASES",
    "ActorRow",
    "Answer",
    "Basis",
    "Chronicle",
    "ClassRow",
    "Coverage",
    "FirstRow",
    "Firsts",
    "FlowRow",
    "Happening",
    "HoldingRow",
    "Ids",
    "Instant",
    "Inventory",
    "Localisation",
    "Loss",
    "LossRow",
    "Network",
    "OriginRow",
    "PartnerRow",
    "Partners",
    "PhaseRow",
    "Phases",
    "Row",
    "RungRow",
    "Shift",
    "ShiftRow",
    "SlipGroup",
    "SlipRow",
    "Slippage",
    "WindowRow",
    "Windows",
]
