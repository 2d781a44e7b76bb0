"""YAML without 1.1's traps: "no", "on", numbers and days stay words; the pack's type says what they are."""

from typing import Any

import yaml

YAMLError = yaml.YAMLError


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Of all words only null and the merge key mean something else."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag.endswith((":null", ":merge"))]
    for first, rules in _Loader.yaml_implicit_resolvers.items()
}


def parse(data: bytes) -> Any:
    """What a file says. Raises YAMLError."""
    return yaml.load(data, Loader=_Loader)
