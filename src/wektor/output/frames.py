"""Flat rows as a ``polars`` frame, and as Parquet: the one module that knows polars."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, BinaryIO


def make_frame(records: Sequence[Mapping[str, Any]]) -> Any:
    """A ``polars.DataFrame``; a column's type is that of its values, text where it has none."""
    import polars

    columns = list(records[0]) if records else []
    return polars.DataFrame([polars.Series(name, [r[name] for r in records], dtype=_type([r[name] for r in records])) for name in columns])


def write_parquet(records: Sequence[Mapping[str, Any]], out: BinaryIO) -> None:
    """Write the frame as Parquet."""
    out.write(parquet_bytes(make_frame(records)))


def parquet_bytes(frame: Any) -> bytes:
    """A frame as Parquet; made in memory, so that what goes wrong on a disk is told by the file's own errors."""
    held = BytesIO()
    frame.write_parquet(held)
    return held.getvalue()


def _type(values: Sequence[Any]) -> Any:
    import polars

    kinds = {type(v) for v in values if v is not None}
    if kinds <= {bool} and kinds:
        return polars.Boolean
    if kinds <= {int} and kinds:
        return polars.Int64
    return polars.Float64 if kinds and kinds <= {int, float} else polars.String
