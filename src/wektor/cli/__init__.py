"""The command line: it prints what ``app`` returns."""

import gc
import sys

import typer

from wektor.model import WektorError

_GARBAGE = 50_000  # objects made before garbage is looked for: packs and readings are many, and there is little
_STOPPED = 130


def main() -> None:
    """Run ``wektor``; every error that is expected ends in one line and exit code 2."""
    from wektor.cli.outlet import drop_output, open_streams, say

    gc.set_threshold(_GARBAGE)
    open_streams()
    code = _run()
    try:
        sys.stdout.flush()
    except OSError as error:
        drop_output()
        if not code and not isinstance(error, BrokenPipeError):  # who closes a pipe has seen enough
            say(f"standard output: cannot be written: {error.strerror}")
            code = 2
    raise SystemExit(code)


def _run() -> int:
    """The exit code; what is not expected is raised."""
    from wektor.cli.commands import build_app
    from wektor.cli.outlet import say

    try:
        code = build_app(*sys.argv[1:2])(standalone_mode=False)
        if code == _STOPPED:  # what typer makes of Ctrl-C
            raise KeyboardInterrupt
        return code if isinstance(code, int) else 0
    except WektorError as error:
        say(str(error))
    except typer.Exit as done:
        return done.exit_code
    except (KeyboardInterrupt, typer.Abort):
        say("stopped")
        return _STOPPED
    except BrokenPipeError:
        return 0
    except OSError as error:
        say(": ".join(str(part) for part in (error.filename, error.strerror or error) if part))
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        say(f"{error.format_message()} (see wektor --help)")
    return 2
