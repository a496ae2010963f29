"""What came out of a document: its log, its words, their places."""

import json
import re
import subprocess
import unicodedata
from pathlib import Path

from . import document
from .document import Combination

# A line may stick out of its column so far, in pt: into the margin, not into the next column.
BOUND = 9.0
# In the log of a document that is sound there is none of these.
COMPLAINTS = (
    ("an error", re.compile(r"^(?:! |\S+\.\w+:\d+: )(.*)", re.M)),
    ("a character is missing", re.compile(r"Missing character: (.*)")),
    ("undefined", re.compile(r"LaTeX Warning: (?:Reference|Hyper reference) (.*) undefined")),
    ("listok says", re.compile(r"^(?:Package|Class) listok Warning: (.*)", re.M)),
)
EXPECTED = "This document does not load russian with babel or"  # where it does not
TITLE_GIVES = {"ref": "2", "autoref": "sheet2", "cref": "sheet2", "Cref": "Sheet2",
               "nameref": "Footnotes,boxes,termsandlines"}
TITLES = ("All elements", "Sums", "Все элементы", "Суммы")
BOOKMARKS = ("All elements: “quotes”, code,", "and → arrows", "Sums and choices", "Суммы и сочетания")
OVERFULL = re.compile(r"^Overfull \\hbox \(([\d.]+)pt too wide\) (.*)", re.M)


def squeezed(text: str) -> str:
    """Engines end lines and pages where they like."""
    return re.sub(r"[\s\u00ad\u2010-]", "", unicodedata.normalize("NFKC", text))


def words_of(text: str) -> list[str]:
    whole = re.sub(r"-\n", "", unicodedata.normalize("NFKC", text))
    return re.findall(r"[^\W\d_]{3,}", whole)


def run(engine: str, folder: Path) -> int:
    """As often as the references need; the first time without a PDF."""
    without_pdf = "-no-pdf" if engine == "xelatex" else "-draftmode"
    for turn in range(4):
        options = [without_pdf] if turn == 0 else []
        status = subprocess.run([engine, "-interaction=nonstopmode", "-file-line-error", *options, "host"],
                                cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=300).returncode
        log = (folder / "host.log").read_text(encoding="utf-8", errors="replace")
        if turn > 0 and not re.search(r"Rerun to get|Rerun LaTeX|rerunfilecheck.*has changed", log):
            break
    return status


def complaints(log: str, combination: Combination) -> list[str]:
    faults = []
    for name, pattern in COMPLAINTS:
        found = [one for one in pattern.findall(log)
                 if not (combination.language == "no-language" and EXPECTED in one)]
        if found:
            faults.append(f"{name}: {found[0]}" + (f" (and {len(found) - 1} more)" if found[1:] else ""))
    wide = [(float(much), where) for much, where in OVERFULL.findall(log) if float(much) > BOUND]
    if wide:
        faults.append(f"{len(wide)} lines too wide, by up to {max(wide)[0]:.0f} pt {max(wide)[1]}")
    return faults


def lost_words(text: str, sheets: dict[str, str]) -> list[str]:
    page = squeezed(text)
    lost = [word for sheet in sheets.values() for word in words_of(sheet) if word not in page]
    return [f"{len(lost)} words are lost: {' '.join(lost[:8])}"] if lost else []


def off_paper(boxes: str) -> list[str]:
    faults = []
    for width, height, page in re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', boxes, re.S):
        for left, top, right, bottom, word in re.findall(
                r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', page):
            if float(left) < 0 or float(top) < 0 or float(right) > float(width) or float(bottom) > float(height):
                faults.append(word)
    return [f"{len(faults)} words stand off the paper: {' '.join(faults[:5])}"] if faults else []


def reference_faults(text: str, combination: Combination) -> list[str]:
    """Each reference in brackets names something."""
    faults = []
    for line in document.references(combination).split("\n\n"):
        command, wanted = line.split(":")[0], line.count("[")
        found = re.search(rf"(?:^|[^a-zA-Z]){command}:((?:\[[^\]]*\],?)+)\.", squeezed(text))
        got = re.findall(r"\[([^\]]*)\]", found[1]) if found else []
        right = len(got) == wanted and all(got) and not any("??" in one for one in got)
        # The second sheet has a title of its own, with its number.
        if not right or got[1] != TITLE_GIVES.get(command, got[1]):
            faults.append(f"\\{command} gives {got}")
    return faults


def contents_faults(folder: Path, combination: Combination) -> list[str]:
    """The titles whose heading is one of the host stand in its contents and bookmarks."""
    if combination.document_class == "beamer":
        return []
    contents = (folder / "host.toc").read_text(encoding="utf-8")
    faults = [f"`{word}' is not in the contents" for word in TITLES if word not in contents]
    if combination.has_links:
        outlines = subprocess.run(["qpdf", "--json", "--json-key=outlines", "host.pdf"], cwd=folder,
                                  capture_output=True, text=True).stdout
        faults += [f"`{title}' is not among the bookmarks" for title in BOOKMARKS
                   if title not in str(json.loads(outlines))]
    return faults


def of(folder: Path, sheets: dict[str, str], combination: Combination) -> list[str]:
    place = folder / "-".join(combination)
    place.mkdir()
    (place / "out").symlink_to(folder / "out")
    (place / "host.tex").write_text(document.of(combination), encoding="utf-8")
    try:
        status = run(combination.engine, place)
    except subprocess.TimeoutExpired:
        return ["does not end"]
    log = (place / "host.log").read_text(encoding="utf-8", errors="replace")
    faults = [f"exit status {status}"] if status else []
    faults += complaints(log, combination)
    if not (place / "host.pdf").exists():
        return faults + ["no PDF"]
    text, boxes = (subprocess.run(["pdftotext", option, "host.pdf", "-"], cwd=place, capture_output=True,
                                  text=True).stdout for option in ("-raw", "-bbox"))
    return (faults + lost_words(text, sheets) + off_paper(boxes) + reference_faults(text, combination)
            + contents_faults(place, combination))
