"""Everything as Parquet: tables that join, also of an empty register."""

import io
import zipfile
from pathlib import Path

import polars

from tests.output.registers import sample
from wektor.output.parquet import TABLES, tables, write_archive, write_folder
from wektor.resolve import derive


def test_every_table_is_written_and_joins(tmp_path: Path) -> None:
    view = sample()
    write_folder(view, tmp_path)
    frames = {name: polars.read_parquet(tmp_path / f"{name}.parquet") for name in TABLES}
    assert frames["claims"].height == len(view.claims) and frames["deals"].height == len(view.deals)
    joined = frames["joins"].join(frames["deals"], left_on="deal", right_on="id", how="anti")
    assert joined.height == 0
    assert set(frames["cells"]["deal"]) <= set(view.deals)
    assert set(frames["fillers"]["claim"]) == set(view.claims)
    homes = frames["claims"].filter(polars.col("home").is_not_null())
    assert homes.height == len(view.homes)
    assert frames["cells"].filter(polars.col("field") == "ordered")["low"].to_list()


def test_an_empty_register_keeps_its_columns() -> None:
    out = io.BytesIO()
    write_archive(derive([]), out)
    with zipfile.ZipFile(out) as archive:
        assert sorted(archive.namelist()) == sorted(f"{n}.parquet" for n in TABLES)
        frame = polars.read_parquet(io.BytesIO(archive.read("deals.parquet")))
    assert frame.height == 0 and "giver_states" in frame.columns


def test_rows_have_no_column_that_the_file_lacks() -> None:
    from wektor.output.parquet import _SCHEMAS

    for name, rows in tables(sample()).items():
        assert {c for r in rows for c in r} <= set(_SCHEMAS[name]), name
