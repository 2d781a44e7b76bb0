"""Specifications drawn: SVG with a title and a description for those who do not see it, PNG of the same.

The one module that knows the drawing library, which is loaded when something is drawn. Nothing is fetched: specifications
that point elsewhere are refused.
"""

import re
import textwrap
from html import escape
from typing import Any

from wektor.model.plots import Plot
from wektor.output.plots.palette import SOFT
from wektor.output.plots.theme import FONT

_HEAD = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)" viewBox="([^"]+)"[^>]*>')
_LINE, _SIZE = 15, 10.5


def to_svg(plot: Plot, *, caption: bool = True, prefix: str = "") -> str:
    """The picture as SVG; the caption stands below it unless a page gives it. ``prefix`` keeps ids apart on one page."""
    drawn = _draw(plot)
    found = _HEAD.match(drawn)
    assert found, "the drawing library writes another head"
    width, height = float(found[1]), float(found[2])
    lines = _wrapped(plot.caption, max(30, int(width / 5.15))) if caption else []
    tall = height + (len(lines) * _LINE + 8 if lines else 0)
    name = f"{prefix}{plot.name}"
    head = (f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="{width:g}" height="{tall:g}" '
            f'viewBox="0 0 {width:g} {tall:g}" role="img" aria-labelledby="{name}-title {name}-desc">'
            f'<title id="{name}-title">{escape(plot.title)}</title><desc id="{name}-desc">{escape(plot.alt)}</desc>'
            f'<rect width="{width:g}" height="{tall:g}" fill="white"/>')  # fmt: skip
    body = _apart(drawn[found.end() :].removesuffix("</svg>"), name)
    return head + body + _caption(lines, height) + "</svg>\n"


def to_png(plot: Plot, *, caption: bool = True, scale: float = 2) -> bytes:
    """The same picture as PNG, ``scale`` times as large."""
    import vl_convert

    return bytes(vl_convert.svg_to_png(to_svg(plot, caption=caption), scale=scale))


def _draw(plot: Plot) -> str:
    import vl_convert

    convert: Any = vl_convert.vega_to_svg if plot.vega else vl_convert.vegalite_to_svg
    return str(convert(plot.spec, allowed_base_urls=[]))


def _apart(body: str, name: str) -> str:
    """Ids of clips and gradients made the plot's own: two pictures on a page must not share them. The inside is one image to readers."""
    body = re.sub(r'(\bid="|url\(#|href="#)([\w-]+)', rf"\g<1>{name}-\2", body)
    return re.sub(r' (?:aria-[a-z]+|role)="[^"]*"', "", body)


def _wrapped(words: str, most: int) -> list[str]:
    """Full lines; where the last would be all but empty, all of about the same length."""
    lines = textwrap.wrap(words, most)
    return lines if len(lines) < 2 or len(lines[-1]) > most / 4 else textwrap.wrap(words, len(words) // len(lines) + 10)


def _caption(lines: list[str], top: float) -> str:
    return "".join(f'<text x="5" y="{top + _LINE * (n + 1) - 3:g}" font-family="{FONT}" font-size="{_SIZE}" fill="{SOFT}">{escape(line)}</text>'
                   for n, line in enumerate(lines))  # fmt: skip
