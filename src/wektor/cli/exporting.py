"""``wektor export``: a register, or the part of it that fits, in formats of others."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from wektor.cli.outlet import writing, writing_bytes
from wektor.cli.sharing import Asked, open_register, shared
from wektor.model import InputError
from wektor.model.register import View


class Exchange(StrEnum):
    """What a register can be exported as."""

    ftm = "ftm"
    graphml = "graphml"
    sipri = "sipri"
    parquet = "parquet"


@shared(page=False, filters=True, rows=False)
def export(
    asked: Asked,
    format: Annotated[Exchange, typer.Option("--format", "-f", help="FollowTheMoney entities, GraphML, a trade register's columns, or Parquet of everything.")],
) -> None:
    """Write the register, or what fits the filters, for other programs.

    Parquet goes into a folder (--output FOLDER), or as a zip archive into a pipe or a file that ends in .zip.
    """
    with open_register(asked.db) as register:
        view = register.view(asked.filters, as_of=asked.as_of)
    if format is Exchange.ftm:
        from wektor.output.followthemoney import write_ftm

        with writing(asked.output) as out:
            write_ftm(view, out)
    elif format is Exchange.sipri:
        from wektor.output.trade_register import write_register

        with writing(asked.output) as out:
            write_register(view, out)
    elif format is Exchange.graphml:
        from wektor.output.graphml import write_graphml

        with writing_bytes(asked.output, format) as binary:
            write_graphml(view, binary)
    else:
        _write_parquet(view, asked.output)


def _write_parquet(view: View, output: Path | None) -> None:
    from wektor.output.parquet import write_archive, write_folder

    if output is None or output.suffix == ".zip":
        with writing_bytes(output, Exchange.parquet) as binary:
            write_archive(view, binary)
        return
    try:
        write_folder(view, output)
    except OSError as error:
        raise InputError(f"--output {output}: cannot be written: {error.strerror}; name a folder, or a file that ends in .zip") from None
