"""A deal or event in full: what is known of it, cell by cell, and every quote that it rests on."""

from collections.abc import Iterator
from html import escape
from typing import TextIO

from wektor.model.register import Cell, Deal
from wektor.model.views import Dossier, Quote
from wektor.output.flat import flatten, say_value
from wektor.output.pages import STYLE
from wektor.output.wording import visible

Fact = tuple[str, str]


def facts_of(dossier: Dossier) -> Iterator[Fact]:
    """What is known, field by field; every value with the numbers of the quotes that give it."""
    held, numbers = dossier.deal, {q.record.id: n for n, q in enumerate(dossier.quotes, 1)}
    yield "kind", held.kind
    yield "status", held.status
    if not isinstance(held, Deal):
        yield from ((k, str(v)) for k, v in flatten(held, dossier.names).items() if k not in ("id", "kind", "status", "claims") and v)
        return
    for field in ("givers", "takers", "items", "ordered", "delivered", "value", "localisation"):
        if cells := getattr(held, field):
            yield field, "; ".join(_cell(c, numbers, dossier.names) for c in cells)
    for stage in held.stages:
        sides = [f"{name} {'; '.join(_cell(c, numbers, {}) for c in cells)}" for name, cells in (("planned", stage.planned), ("actual", stage.actual)) if cells]
        yield stage.name, ", ".join(sides) or "undated" + _cited(stage.sources, numbers)
    if held.slippage is not None:
        yield "slippage", f"{held.slippage} months"
    yield from (("conflict", c.words) for c in held.conflicts)
    yield "sources", f"{held.independent} independent"
    yield "confidence", f"{held.confidence}: " + "; ".join(r.words for r in held.confidence_reasons)
    if held.standing != "read":
        yield "standing", held.standing


def _cell(cell: Cell, numbers: dict[str, int], names: dict[str, str]) -> str:
    said = names.get(str(cell.value)) or say_value(cell)
    return said + (f" (set by {cell.judgement})" if cell.judgement else _cited(cell.sources, numbers))


def _cited(claims: tuple[str, ...], numbers: dict[str, int]) -> str:
    cited = sorted(numbers[c] for c in claims if c in numbers)
    return f" [{', '.join(map(str, cited))}]" if cited else ""


def write_text(dossier: Dossier, out: TextIO) -> None:
    """For a terminal: fields, then numbered quotes, then judgements."""
    out.write(f"{dossier.deal.id}\n")
    out.writelines(f"  {name:<12} {visible(words)}\n" for name, words in facts_of(dossier))
    for number, quote in enumerate(dossier.quotes, 1):
        out.write(f"\n  [{number}] “{visible(_line(quote))}”\n      {visible(_about(quote))}\n")
        out.writelines(f"      · {why}\n" for why in quote.why)
    out.writelines(f"\n  {j.id} {j.verb} by {j.by}, {j.at}{': ' + j.why if j.why else ''}{' (undone)' if j.undone_by else ''}\n" for j in dossier.judgements)


def write_markdown(dossier: Dossier, out: TextIO) -> None:
    """The same in Markdown."""
    out.write(f"## {dossier.deal.id}\n\n")
    out.writelines(f"- **{name}**: {_plain(words)}\n" for name, words in facts_of(dossier))
    out.write("\n### Quotes\n\n")
    out.writelines(f"{n}. “{_plain(_line(q))}”  \n   {_plain(_about(q))}\n" for n, q in enumerate(dossier.quotes, 1))


def write_html(dossier: Dossier, out: TextIO) -> None:
    """The same as a page."""
    facts = "".join(f"<tr><th scope=row>{escape(n)}</th><td>{escape(w)}</td></tr>" for n, w in facts_of(dossier))
    quotes = "".join(f"<li><q>{escape(_line(q))}</q><br><small>{escape(_about(q))}</small></li>" for q in dossier.quotes)
    title = escape(dossier.deal.id)
    out.write(f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style></head><body><h1>{title}</h1>'
              f"<table>{facts}</table><h2>Quotes</h2><ol>{quotes}</ol></body></html>\n")  # fmt: skip


def _line(quote: Quote) -> str:
    return quote.record.claim.quote


def _about(quote: Quote) -> str:
    claim, source = quote.record.claim, quote.source
    document = source.document if source else None
    parts = (document.title if document else None, document.publisher if document else None, quote.record.published,
             f"page {quote.page}" if quote.page else None, (document.url or source.place or document.id) if document and source else claim.doc,
             f"{claim.kind} {claim.status} {claim.date or ''}".strip(), quote.record.id)  # fmt: skip
    return " · ".join(p for p in parts if p)


def _plain(text: str) -> str:
    return text.replace("\\", "\\\\").replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;").replace("|", "\\|")
