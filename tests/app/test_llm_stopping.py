"""A run with a model that is stopped by a person or killed leaves nothing half done, and again asks only for what is missing.

``bench/llm_kills.py`` does the same with a thousand documents and every sort of failure.
"""

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest
from bench.llm_kills import Model, Script, paid_twice, start, trial, under_way, write, wrong_states

from wektor import Register
from wektor.testing import FAILED, SPOILT, FakeModel

pytest.importorskip("openai")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
COUNT = 20
MANY = 100  # so many that a slow machine stops before all are asked for


def test_ctrl_c_keeps_what_is_paid_and_again_asks_only_for_what_is_missing(tmp_path: Path) -> None:
    scripts = [Script(n, [*SPOILT, *FAILED]) for n in range(MANY)]
    folder = write(scripts, tmp_path)
    with FakeModel(answer=Model(scripts), latency=0.2) as model:
        process = start(folder, tmp_path, model.url, subprocess.PIPE)
        while len(model.asked) < COUNT // 2 and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=120)[1].decode()
        asked = len(model.asked)
        assert process.returncode == 130 and "wektor: stopped" in told and "Traceback" not in told
        assert asked >= COUNT // 2  # and fewer than it takes, as the last line shows
        assert not under_way(tmp_path) and not wrong_claims(tmp_path, scripts)
        assert start(folder, tmp_path, model.url).wait(120) == 0
        assert not wrong_states(tmp_path, scripts) and not paid_twice(model, set()) and len(model.asked) > asked


def wrong_claims(room: Path, scripts: list[Script]) -> list[str]:
    """Documents that the register took in without the one claim that each holds."""
    with Register.open(str(room / "register.db")) as register, register.store.reader() as reader:
        claims = [record.document for record in reader.records()]
        return [entry.place for entry in reader.entries(limit=None) if claims.count(entry.digest) != 1]


def test_a_kill_loses_no_document_and_pays_for_nothing_twice(tmp_path: Path) -> None:
    assert trial(tmp_path, COUNT, 1, random.Random(3)) == 0
