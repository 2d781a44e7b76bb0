"""A register as Parquet, everything of it: one file a table, so that any tool for data frames can join them."""

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from wektor.model.claims import Actor, Equipment, Filler, Money, Quantity
from wektor.model.register import Cell, View
from wektor.output.frames import parquet_bytes

Row = Mapping[str, Any]
TABLES = ("claims", "fillers", "entities", "names", "merges", "deals", "cells", "stages", "conflicts", "joins", "events", "unsure", "set_aside")
_CELLS = ("givers", "takers", "items", "ordered", "delivered", "value", "statuses", "localisation")


def tables(view: View) -> dict[str, list[dict[str, Any]]]:
    """Every table by name, as rows of plain values."""
    return {
        "claims": [_claim(r) | {"home": view.homes.get(r.id)} for r in view.claims.values()], "fillers": list(_fillers(view)),
        "entities": [{"id": e.id, "kind": e.kind, "name": e.name, "state": e.state, "class": e.cls, "family": e.family, "known": e.known} for e in view.entities.values()],
        "names": [{"entity": e.id, "text": n.text, "script": n.script, "langs": ",".join(n.langs), "count": n.count} for e in view.entities.values() for n in e.names],
        "merges": [{"entity": e.id, **_explained(m)} for e in view.entities.values() for m in e.merges],
        "deals": [_deal(d) for d in view.deals.values()], "cells": list(_cells(view)), "stages": list(_stages(view)),
        "conflicts": [{"deal": d.id, "field": c.field, "words": c.words} for d in view.deals.values() for c in d.conflicts],
        "joins": [{"deal": d.id, "claim": c, "code": r.code, "words": r.words, "weight": r.weight} for d in view.deals.values() for c, rs in d.joined.items() for r in rs],
        "events": [_event(e) for e in view.events.values()], "unsure": [_explained(m) for m in view.unsure],
        "set_aside": [{"claim": c, "reason": why} for c, why in view.set_aside.items()],
    }  # fmt: skip


def write_folder(view: View, folder: Path) -> list[Path]:
    """Write each table as ``folder/NAME.parquet``; the files."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for name, rows in tables(view).items():
        path = folder / f"{name}.parquet"
        with path.open("wb") as file:
            file.write(_packed(name, rows))
        found.append(path)
    return found


def write_archive(view: View, out: BinaryIO) -> None:
    """Write all tables into one zip archive."""
    with zipfile.ZipFile(out, "w") as archive:
        for name, rows in tables(view).items():
            archive.writestr(zipfile.ZipInfo(f"{name}.parquet"), _packed(name, rows))


def _packed(name: str, rows: list[dict[str, Any]]) -> bytes:
    import polars

    schema = {column: getattr(polars, kind) for column, kind in _SCHEMAS[name].items()}
    return parquet_bytes(polars.DataFrame(rows, schema=schema, orient="row"))


def _schema(text: str = "", whole: str = "", real: str = "", truth: str = "") -> dict[str, str]:
    kinds = {"String": text, "Int64": whole, "Float64": real, "Boolean": truth}
    return {column: kind for kind, columns in kinds.items() for column in columns.split()}


_EXPLAINED = _schema("left right verdict why", real="score")
_SCHEMAS = {
    "claims": _schema("id document copy_group doc kind attribute status date quote reported_by published publisher lang engine version packs origin standing home",
                      "start end", "confidence"),
    "fillers": _schema("claim role type id name state class text unit currency", "start end", "low high amount"),
    "entities": _schema("id kind name state class family", truth="known"), "names": _schema("entity text script langs", "count"),
    "merges": _schema("entity") | _EXPLAINED,
    "deals": _schema("id kind status giver_states taker_states item class first last standing claims", "slippage independent", "confidence"),
    "cells": _schema("deal field text unit sources judgement", "rank independent", "low high"),
    "stages": _schema("deal stage date sources", "independent", truth="planned"), "conflicts": _schema("deal field words"),
    "joins": _schema("deal claim code words", real="weight"), "events": _schema("id kind status date name parties states items deal claims", "independent"),
    "unsure": _EXPLAINED, "set_aside": _schema("claim reason"),
}  # fmt: skip


def _explained(told: Any) -> dict[str, Any]:
    return {"left": told.left, "right": told.right, "verdict": told.verdict, "why": "; ".join(r.words for r in told.reasons), "score": told.score}


def _claim(record: Any) -> dict[str, Any]:
    c = record.claim
    return {"id": record.id, "document": record.document, "copy_group": record.copy_group, "doc": c.doc, "kind": c.kind, "attribute": c.attribute,
            "status": c.status, "date": c.date, "quote": c.evidence.text, "reported_by": c.reported_by, "published": record.published,
            "publisher": record.publisher, "lang": record.lang, "engine": record.engine, "version": record.version, "packs": record.packs,
            "origin": record.origin, "standing": record.standing, "start": c.evidence.start, "end": c.evidence.end, "confidence": float(c.confidence)}  # fmt: skip


def _fillers(view: View) -> Iterator[dict[str, Any]]:
    for record in view.claims.values():
        for role, group in record.claim.roles.items():
            yield from ({"claim": record.id, "role": role, **_filler(f)} for f in group)


def _filler(f: Filler) -> dict[str, Any]:
    row: dict[str, Any] = {"type": type(f).__name__.lower(), "text": f.text, "start": f.start, "end": f.end}
    if isinstance(f, Actor):
        return row | {"id": f.id, "name": f.name, "state": f.state}
    if isinstance(f, Equipment):
        return row | {"id": f.id, "name": f.name, "class": f.cls}
    if isinstance(f, Quantity):
        low, high = f.value if isinstance(f.value, tuple) else (f.value, f.value)
        return row | {"unit": f.unit, "low": float(low), "high": float(high)}
    return row | ({"amount": float(f.amount), "currency": f.currency} if isinstance(f, Money) else {"name": f.name})


def _deal(d: Any) -> dict[str, Any]:
    return {"id": d.id, "kind": d.kind, "status": d.status, "giver_states": ",".join(d.giver_states), "taker_states": ",".join(d.taker_states), "item": d.item,
            "class": d.cls, "first": d.first, "last": d.last, "standing": d.standing, "claims": ",".join(d.claims), "slippage": d.slippage,
            "independent": d.independent, "confidence": float(d.confidence)}  # fmt: skip


def _event(e: Any) -> dict[str, Any]:
    return {"id": e.id, "kind": e.kind, "status": e.status, "date": e.date, "name": e.name, "parties": ",".join(e.parties), "states": ",".join(e.states),
            "items": ",".join(e.items), "deal": e.deal, "claims": ",".join(e.claims), "independent": e.independent}  # fmt: skip


def _cells(view: View) -> Iterator[dict[str, Any]]:
    for deal in view.deals.values():
        for field in _CELLS:
            yield from _listed(deal.id, field, getattr(deal, field))


def _listed(deal: str, field: str, cells: Iterable[Cell]) -> Iterator[dict[str, Any]]:
    for rank, c in enumerate(cells):
        span = c.value if isinstance(c.value, tuple) else (c.value, c.value)
        low, high = (float(x) if isinstance(x, int | float) else None for x in span)
        text = c.value if isinstance(c.value, str) else None
        yield {"deal": deal, "field": field, "rank": rank, "text": text, "low": low, "high": high, "unit": c.unit, "sources": ",".join(c.sources),
               "independent": c.independent, "judgement": c.judgement}  # fmt: skip


def _stages(view: View) -> Iterator[dict[str, Any]]:
    for deal in view.deals.values():
        for stage in deal.stages:
            told = [(True, c) for c in stage.planned] + [(False, c) for c in stage.actual]
            yield from ({"deal": deal.id, "stage": stage.name, "planned": p, "date": str(c.value), "sources": ",".join(c.sources), "independent": c.independent} for p, c in told)
