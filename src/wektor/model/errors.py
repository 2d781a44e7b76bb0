"""The error tree.

WektorError
├── InputError   a file, record or option that cannot be used: what, where, what to do
├── PackError    a pack that does not fit its type: file, path inside it, what was expected
├── StoppedError a run that ends before its end on purpose: what was read is kept, and running again goes on
└── StoreError   a register that cannot be opened, read or written: which, why, what to do

"Not found" is None and "rejected" is a value; an exception is a broken promise.
"""


class WektorError(Exception):
    """Whatever wektor raises on purpose. Its text is one line, meant for a person."""


class InputError(WektorError):
    """Input that cannot be read or used. The command line ends with exit code 2."""


class PackError(WektorError):
    """A language or world pack that does not hold what its type promises."""


class StoppedError(WektorError):
    """A run that was stopped by its budget, or because nobody answers. What was read before is kept."""


class StoreError(WektorError):
    """A register that cannot be opened, read or written. What was committed before stays."""
