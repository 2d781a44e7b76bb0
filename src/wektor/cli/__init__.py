"""The command line: it prints what ``app`` returns."""

import gc
import os
import sys

import typer

from wektor.model import WektorError

_GARBAGE = 50_000  # objects made before garbage is looked for: packs and readings are many, and there is little


def main() -> None:
    """Run ``wektor``; every error that is expected ends in one line and exit code 2."""
    from wektor.cli.commands import build_app

    gc.set_threshold(_GARBAGE)
    try:
        code = build_app(*sys.argv[1:2])(standalone_mode=False)
        raise SystemExit(code if isinstance(code, int) else 0)
    except WektorError as error:
        print(f"wektor: {error}", file=sys.stderr)
        raise SystemExit(2) from None
    except typer.Exit as done:
        raise SystemExit(done.exit_code) from None
    except (KeyboardInterrupt, typer.Abort):
        print("wektor: stopped", file=sys.stderr)
        raise SystemExit(130) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    except Exception as error:
        if hasattr(error, "format_message"):
            print(f"wektor: {error.format_message()} (see wektor --help)", file=sys.stderr)
            raise SystemExit(2) from None
        raise
