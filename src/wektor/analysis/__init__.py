"""Answers: pure functions of a register's view. Nothing here opens, prints or loads anything."""

from wektor.analysis.chronicle import chronicle
from wektor.analysis.inventory import inventory
from wektor.analysis.ladder import localisation
from wektor.analysis.loss import whatif
from wektor.analysis.partners import partners
from wektor.analysis.phases import phases
from wektor.analysis.shift import shift
from wektor.analysis.slip_groups import group_slips
from wektor.analysis.whole import firsts, network, slippage
from wektor.analysis.windows import windows

__all__ = ["chronicle", "firsts", "group_slips", "inventory", "localisation", "network", "partners", "phases", "shift", "slippage", "whatif", "windows"]
