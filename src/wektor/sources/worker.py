"""The parsing process: frames in, articles or reasons out, under a bound on memory. Started by ``guard``, never by hand."""

import importlib
import os
import sys
from collections.abc import Callable

import msgspec

from wektor.sources.limits import Limits, Refused
from wektor.sources.parsed import Answer, Article, Request, read_frame, write_frame
from wektor.sources.raw import About

Parser = Callable[[bytes, About, Limits], Article]
ROOM = "wektor.sources.formats."


def find_parser(name: str) -> Parser:
    """The parser of a ``module:function`` name; only those of ``formats`` are found. Raises LookupError otherwise."""
    module, _, function = name.partition(":")
    if not module.startswith(ROOM):
        raise LookupError(name)
    parser: Parser = getattr(importlib.import_module(module), function)
    return parser


def run(request: Request) -> Answer:
    """Parse; whatever goes wrong is the answer's reason."""
    try:
        return Answer(article=find_parser(request.parser)(request.data, request.about, request.limits))
    except Refused as refusal:
        return Answer(reason=str(refusal))
    except MemoryError:
        return Answer(reason="needs too much memory", spent=True)
    except RecursionError:
        return Answer(reason="is nested too deep")
    except Exception as error:  # a parser's own fault is a reason like any other; the run goes on
        return Answer(reason=f"could not be parsed: {describe(error)}")
    except BaseException as error:  # a panic in a library's Rust, after which its process is not to be trusted
        return Answer(reason=f"broke its parser: {describe(error)}", spent=True)


def describe(error: BaseException) -> str:
    """An error in one short line."""
    line = " ".join(str(error).split())[:160]
    return f"{type(error).__name__}: {line}" if line else type(error).__name__


def _confine(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows knows no such bound; the bound on time holds there too
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Serve until the run closes the pipe."""
    _confine(int(sys.argv[1]))
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # a library that prints must not speak into the frames
    decoder = msgspec.msgpack.Decoder(Request)
    while (frame := read_frame(sys.stdin.buffer)) is not None:
        write_frame(out, msgspec.msgpack.encode(run(decoder.decode(frame))))


if __name__ == "__main__":
    main()
