"""How the lines of sheets are filled: TeX tells of each line that it ships how its spaces were set."""

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

COUNTED = ("justified lines", "words closer than 3/4 of their space", "words wider than 3/2 of it",
           "words wider than twice", "lines with signs of formulas", "signs closer than 3/4 of their space",
           "signs wider than 7/5 of it", "signs wider than 9/5 of it", "lines that are too long",
           "lines that end in a hyphen")
GLUE = re.compile(r"\\glue(?:\(([^)]*)\))? (-?[\d.]+)(?: plus (-?[\d.]+)(\w*))?(?: minus (-?[\d.]+)(\w*))?")
LINE = re.compile(r"\\hbox\([^)]*\)x-?[\d.]+(?:, glue set (- )?([\d.]+)(fil+)?)?")


def filled_lines(log: str) -> Iterator[tuple[float, list[tuple[str, float, float, float]]]]:
    """How far the glue of a box was stretched (or pressed: below 0), and its glue: kind, width, stretch, shrink."""
    boxes: list[tuple[int, float | None, list]] = []
    for text in log.splitlines():
        dots = len(text) - len(text.lstrip("."))
        shown = text[dots:]
        if not shown.startswith("\\"):
            continue
        while boxes and boxes[-1][0] >= dots:
            _, ratio, glue = boxes.pop()
            if ratio is not None and glue:
                yield ratio, glue
        if line := LINE.match(shown):
            finite = line[2] and not line[3]
            boxes.append((dots, float(line[2]) * (-1 if line[1] else 1) if finite else None, []))
        elif shown.startswith("\\vbox"):
            boxes.append((dots, None, []))
        elif (glue := GLUE.match(shown)) and boxes and boxes[-1][0] == dots - 1 and not (glue[4] or glue[6]):
            boxes[-1][2].append((glue[1] or "", float(glue[2]), float(glue[3] or 0), float(glue[5] or 0)))


def readings(sheets: Path, place: Path) -> Path:
    """Sets all sheets of a folder in one run that tells of every box."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(sheets, place, ignore=shutil.ignore_patterns("*.pdf"))
    names = sorted(file.stem for file in sheets.glob("*.tex"))
    preamble = (sheets / f"{names[0]}.tex").read_text(encoding="utf-8").partition("\\begin{document}")[0]
    runs = "".join(f"\\listokrun{{{name}}}" for name in names)
    (place / "readings.tex").write_text(
        f"{preamble}\\begin{{document}}\\showboxbreadth99999 \\showboxdepth99 \\tracingoutput1 "
        f"\\listokbatch{{x}}{runs}\\end{{document}}", encoding="utf-8")
    subprocess.run(["xelatex", "-interaction=batchmode", "readings"], cwd=place, check=False, capture_output=True,
                   env={**os.environ, "max_print_line": "10000", "TEXINPUTS": ".:"}, stdin=subprocess.DEVNULL)
    return place


def count_lines(sheets: Path, place: Path) -> Counter:
    made = readings(sheets, place)
    log = (made / "readings.log").read_text(encoding="utf-8", errors="replace")
    counted: Counter = Counter()
    for ratio, glue in filled_lines(log):
        def share(one: tuple[str, float, float, float]) -> float:
            return 1 + (ratio * one[2] if ratio > 0 else ratio * one[3]) / one[1]
        words = [share(one) for one in glue if not one[0] and one[1] > 1 and one[2] > 0]
        if len(words) < 2:
            continue
        signs = [share(one) for one in glue if one[0] in ("\\thickmuskip", "\\medmuskip") and one[1] > 0]
        counted["justified lines"] += 1
        counted["words closer than 3/4 of their space"] += min(words) < .745
        counted["words wider than 3/2 of it"] += max(words) > 1.5
        counted["words wider than twice"] += max(words) > 2
        counted["lines with signs of formulas"] += bool(signs)
        counted["signs closer than 3/4 of their space"] += min(signs, default=1) < .745
        counted["signs wider than 7/5 of it"] += max(signs, default=1) > 1.4
        counted["signs wider than 9/5 of it"] += max(signs, default=1) > 1.8
    counted["lines that are too long"] = len(re.findall(r"^Overfull \\hbox.*in paragraph", log, re.MULTILINE))
    text = subprocess.run(["pdftotext", "-raw", made / "readings.pdf", "-"], check=False, capture_output=True,
                          text=True).stdout
    counted["lines that end in a hyphen"] = len(re.findall(r"[^\W\d_]-\n", text))
    return counted
