"""``wektor packs``: check what linguists wrote."""

import sys

import typer

packs = typer.Typer(no_args_is_help=True)


@packs.callback()
def group() -> None:
    """Language and world packs."""


@packs.command()
def check() -> None:
    """Decode every pack by its type, and run every pack's examples."""
    from wektor.app.packs import check_packs

    failures = 0
    for line, good in check_packs():
        print(line, file=sys.stdout if good else sys.stderr)
        failures += not good
    if failures:
        raise typer.Exit(2)
