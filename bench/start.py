"""Cold start: ``import wektor``, and ``wektor read`` of one page from the command's start to its end; the median of seven.

Modules are compiled before, in a folder of their own, as an installer leaves them, whatever the environment says.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "evals" / "en-analysis.txt"
WAYS = {"import wektor": ["-c", "import wektor"], "python alone": ["-c", ""],
        "wektor read of one page": ["-c", "from wektor.cli import main; main()", "read", str(PAGE)]}  # fmt: skip


def main() -> None:
    """A row for each way to start."""
    with tempfile.TemporaryDirectory() as compiled:
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPYCACHEPREFIX": compiled}
        for name, arguments in WAYS.items():
            times = [_run(arguments, environment) for _ in range(8)][1:]
            print(f"{name:<24} {statistics.median(times):.2f} s")


def _run(arguments: list[str], environment: dict[str, str]) -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
