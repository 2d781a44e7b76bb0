"""Writes the picture of an answer."""

from wektor.cli.outlet import writing, writing_bytes
from wektor.cli.sharing import Asked, Picture
from wektor.model.plots import Plot


def show_plot(plot: Plot, asked: Asked) -> None:
    """The picture as SVG or PNG, where it was asked for."""
    if asked.format == Picture.png:
        from wektor.output.plots.drawing import to_png

        with writing_bytes(asked.output, Picture.png) as binary:
            binary.write(to_png(plot))
        return
    with writing(asked.output) as out:
        out.write(draw_plot(plot))


def draw_plot(plot: Plot) -> str:
    """The picture as SVG; the library that draws is loaded now."""
    from wektor.output.plots.drawing import to_svg

    return to_svg(plot)
