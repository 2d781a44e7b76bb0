"""What can go wrong with a call, by what is to be done about it. Reasons never repeat an endpoint's own words, which may hold what was sent.

Trouble
├── Passing    busy, broken, silent: to be tried again, not before ``after`` seconds if it says so
├── Unfit      the request has a form or field that the endpoint does not take
├── TooLong    the request is longer than the model reads
└── Shut       nobody is served: a wrong key, an account without money, no such model
"""


class Trouble(Exception):
    """A call that brought no answer; the text says why, in a line."""


class Passing(Trouble):
    """Another try may mend it. ``broke`` says that the request was taken, so that it may be charged."""

    def __init__(self, reason: str, after: float | None = None, *, broke: bool = False) -> None:
        super().__init__(reason)
        self.after, self.broke = after, broke


class Unfit(Trouble):
    """The endpoint does not take the request as it is; ``field`` is the one it names."""

    def __init__(self, reason: str, field: str = "") -> None:
        super().__init__(reason)
        self.field = field


class TooLong(Trouble):
    """The request must be split."""


class Shut(Trouble):
    """The endpoint serves nobody with these settings."""


class Stopped(Exception):
    """The run was stopped: by a person, by its budget, or because the endpoint is shut. The text says which."""
