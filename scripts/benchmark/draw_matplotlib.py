"""The matplotlib peer: draws every item of a bank on a page of its own, in one process.

usage: draw_matplotlib.py BANK OUT

As a simple script does it: text at fixed positions, wrapped by the number of characters, in
DejaVu, which matplotlib brings along and which has Cyrillic.
"""

import sys
import textwrap
from pathlib import Path

import matplotlib

matplotlib.use("pdf")
from matplotlib import pyplot  # noqa: E402  the kind of output is chosen first

from item import read_item  # noqa: E402

A4 = (8.27, 11.69)  # inches
LEFT, TOP, STEP = 0.08, 0.94, 0.017  # of the page
SIZES = {"title": 16, "heading": 12, "point": 10, "paragraph": 10}
WIDTHS = {"title": 55, "heading": 75, "point": 84, "paragraph": 85}  # characters


def draw(item: Path, pdf: Path) -> None:
    figure = pyplot.figure(figsize=A4)
    y = TOP
    for kind, text in read_item(item):
        bullet = "• " if kind == "point" else ""
        weight = "bold" if kind in ("title", "heading") else "normal"
        if kind == "heading":
            y -= STEP / 2
        for line in textwrap.wrap(bullet + text.replace("`", ""), WIDTHS[kind]):
            figure.text(LEFT, y, line, size=SIZES[kind], weight=weight, parse_math=False)
            y -= STEP * SIZES[kind] / 10
    figure.savefig(pdf)
    pyplot.close(figure)


def main() -> None:
    bank, out = map(Path, sys.argv[1:])
    for item in sorted(bank.glob("*/*.md")):
        folder = out / item.parent.name
        folder.mkdir(parents=True, exist_ok=True)
        draw(item, folder / f"{item.stem}.pdf")


main()
