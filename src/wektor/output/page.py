"""One self-contained page: the article with every claim's evidence marked, and the claims beside it."""

import itertools
from collections.abc import Sequence
from html import escape
from typing import TextIO

from wektor.model import Claim, Document
from wektor.output.wording import word_actors, word_item, word_number

_STYLE = """
:root{--ink:#1c1c1c;--paper:#fdfdfb;--rule:#d9d6cd;--mark:#fff1b8;--strong:#ffd24d;--soft:#6b675d}
@media(prefers-color-scheme:dark){:root{--ink:#eceae4;--paper:#191918;--rule:#3c3a35;--mark:#4a411c;--strong:#7d6a14;--soft:#a5a094}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 Georgia,serif}
main{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2rem;max-width:78rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.3rem;margin:0 0 1rem}article{white-space:pre-wrap;overflow-wrap:anywhere}aside ol{list-style:none;margin:0;padding:0}
mark{background:var(--mark);color:inherit}mark:target,mark:has(a:focus),mark.on{background:var(--strong)}sup a{font:.7rem sans-serif;color:var(--soft);text-decoration:none;padding:0 .1rem}
li.claim{border:1px solid var(--rule);border-radius:.4rem;padding:.6rem .8rem;margin:0 0 .7rem;font:14px/1.45 system-ui,sans-serif}
li.claim:target,li.claim:focus-within,li.claim:hover,li.claim.on{border-color:var(--strong);box-shadow:0 0 0 2px var(--strong)}
li.claim a{color:inherit}.kind{font-weight:600}.meta{color:var(--soft)}q{display:block;font:italic 13px/1.4 Georgia,serif;margin-top:.3rem}
section+section{border-top:1px solid var(--rule)}@media(max-width:60rem){main{grid-template-columns:1fr}}@media print{main{display:block}li.claim{break-inside:avoid}}
"""
_SCRIPT = """
for(const e of document.querySelectorAll('[data-c]')){const all=()=>e.dataset.c.split(' ').flatMap(c=>[...document.querySelectorAll('[data-c~="'+c+'"]')]);
e.addEventListener('mouseenter',()=>all().forEach(x=>x.classList.add('on')));e.addEventListener('mouseleave',()=>all().forEach(x=>x.classList.remove('on')));}
"""


def write_page(readings: Sequence[tuple[Document, Sequence[Claim]]], out: TextIO) -> None:
    """Write the page of one or more articles."""
    out.write(f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
              f"<title>wektor: claims</title><style>{_STYLE}</style></head><body>")  # fmt: skip
    for number, (document, claims) in enumerate(readings, 1):
        out.write(_section(f"d{number}", document, claims))
    out.write(f"<script>{_SCRIPT}</script></body></html>\n")


def _section(prefix: str, document: Document, claims: Sequence[Claim]) -> str:
    cards = "".join(_card(f"{prefix}c{n}", n, claim) for n, claim in enumerate(claims, 1))
    title = escape(document.title or document.id)
    lang = escape(document.lang or "")
    return (f'<section><main><div><h1>{title}</h1><article lang="{lang}">{_marked(prefix, document.text, claims)}</article></div>'
            f"<aside><h1>{len(claims)} claims</h1><ol>{cards}</ol></aside></main></section>")  # fmt: skip


def _marked(prefix: str, text: str, claims: Sequence[Claim]) -> str:
    """The text cut at every edge of evidence; each piece names the claims that rest on it. Overlaps need no nesting."""
    spans = [(e.start, e.end, n) for n, c in enumerate(claims, 1) for e in (c.evidence,)]
    edges = sorted({0, len(text), *(s for s, _, _ in spans), *(e for _, e, _ in spans)})
    parts: list[str] = []
    seen: set[int] = set()
    for lo, hi in itertools.pairwise(edges):
        here = [n for s, e, n in spans if s <= lo and hi <= e]
        parts.append(_piece(prefix, text[lo:hi], here, seen))
    return "".join(parts)


def _piece(prefix: str, words: str, here: Sequence[int], seen: set[int]) -> str:
    if not here:
        return escape(words)
    new = [n for n in here if n not in seen]
    seen.update(new)
    ids = "".join(f'<span id="{prefix}e{n}"></span>' for n in new)
    links = "".join(f'<sup><a href="#{prefix}c{n}" aria-label="claim {n}">{n}</a></sup>' for n in new)
    names = " ".join(f"{prefix}c{n}" for n in here)
    return f'{ids}<mark data-c="{names}">{escape(words)}{links}</mark>'


def _card(ident: str, number: int, claim: Claim) -> str:
    kind = f"{claim.kind} · {claim.attribute}" if claim.attribute else claim.kind
    facts = [w for w in (word_actors(claim), word_item(claim), word_number(claim)) if w]
    back = ident.replace("c", "e", 1)
    meta = " · ".join(w for w in (claim.date or "no date", claim.status, f"confidence {claim.confidence}", claim.frame or "") if w)
    return (f'<li class="claim" id="{ident}" data-c="{ident}"><a href="#{back}">{number}</a> <span class="kind">{escape(kind)}</span> '
            f'{escape(" · ".join(facts))}<div class="meta">{escape(meta)}</div><q>{escape(" ".join(claim.evidence.text.split()))}</q></li>')  # fmt: skip
