"""The documents that take sheets in, and the sheets."""

import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

# What a class is called with, what sets the title of a sheet in it.
CLASSES = {
    "article": ("", "section"),
    "report": ("", "section"),
    "book": ("", "chapter"),
    "scrartcl": ("", "section"),
    "memoir": ("", "chapter"),
    "tufte-handout": ("", "section"),
    "beamer": ("", "frametitle"),
    "exam": ("answers", "subsection"),
    "amsart": ("", "section"),
    "IEEEtran": ("", "section"),
}
AXES = {
    "class": tuple(CLASSES),
    "engine": ("xelatex", "lualatex"),
    "language": ("babel", "polyglossia", "no-language"),
    "mathematics": ("unicode-math", "amssymb"),
    "links": ("hyperref", "no-hyperref"),
    "references": ("cleveref", "no-cleveref"),
}


class Combination(NamedTuple):
    document_class: str
    engine: str
    language: str
    mathematics: str
    links: str
    references: str

    @property
    def has_links(self) -> bool:
        """beamer and tufte-handout load hyperref by themselves."""
        return self.links == "hyperref" or self.document_class in ("beamer", "tufte-handout")


LANGUAGES = {
    "babel": r"\usepackage[russian, english]{babel}",
    "polyglossia": r"\usepackage{polyglossia}\setdefaultlanguage{english}\setotherlanguage{russian}",
    "no-language": "",
}
FACES = r"\setmainfont{PT Serif}\setsansfont{PT Sans}\setmonofont{PT Mono}"
SHEETS = ("01-elements", "02-notes", "03-sums")
SUMS = {
    "en": """# Sums and `choices`

## Question

How many are there: $\\binom{n}{k}$, $\\sum x$ or $\\sum_{k=0}^{n} \\binom{n}{k}$?

## Expanded answer

> A quotation within an answer.

1. First:
   1. the *second* level, with `snake_case_names` and `std::vector<int>`:
      - the third level.

$$\\sum_{k=0}^{n} \\binom{n}{k} = 2^n, \\qquad \\lim_{n \\to \\infty} \\frac{1}{n} = 0$$

## Red flags

- Counts twice.
""",
    "ru": """# Суммы и `сочетания`

## Вопрос

Сколько их: $\\binom{n}{k}$, $\\sum x$ или $\\sum_{k=0}^{n} \\binom{n}{k}$?

## Развернутый ответ

> Цитата внутри ответа.

1. Первое:
   1. *второй* уровень, с `snake_case_names` и `std::vector<int>`:
      - третий уровень.

$$\\sum_{k=0}^{n} \\binom{n}{k} = 2^n, \\qquad \\lim_{n \\to \\infty} \\frac{1}{n} = 0$$

## Красные флаги

- Считает дважды.
""",
}
# What a person adds to a sheet by hand.
LABELS = r"""
  \begin{equation}\label{LANGUAGE-sum}1 + 1 = 2\end{equation}
  \begin{enumerate}\item\label{LANGUAGE-item}The labelled item.\end{enumerate}
"""


def lacking() -> str:
    """The first program, class or face that is not there."""
    for program in ("xelatex", "lualatex", "pdftotext", "qpdf"):
        if not shutil.which(program):
            return program
    for name in [f"{one}.cls" for one in CLASSES] + ["unicode-math.sty", "cleveref.sty"]:
        if subprocess.run(["kpsewhich", name], capture_output=True).returncode:
            return name
    face = "TeX Gyre Cursor"  # tufte-handout asks LuaLaTeX for it
    return "" if subprocess.run(["fc-list", face], capture_output=True).stdout else face


def prepare(folder: Path, listok: Path) -> dict[str, str]:
    """Makes the sheets, in `out`; the text of the page that listok makes of each, by language/name."""
    content = Path(__file__).resolve().parents[2] / "content/sampler"
    shutil.copytree(content, folder / "bank")
    settings = folder / "bank/listok.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + 'footer: "·"\n', encoding="utf-8")  # no words of it
    for language, text in SUMS.items():
        (folder / f"bank/{language}/03-sums.md").write_text(text, encoding="utf-8")
    subprocess.run([listok, "build", "bank", "-q"], cwd=folder, check=True)
    texts = {}
    for language in SUMS:
        for sheet in SHEETS:
            pdf = folder / f"out/{language}/{sheet}.pdf"
            texts[f"{language}/{sheet}"] = subprocess.run(
                ["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout
        tex = folder / f"out/{language}/03-sums.tex"
        section = r"  \begin{sheetsection}[key=red-flags]"
        tex.write_text(tex.read_text(encoding="utf-8").replace(
            section, LABELS.replace("LANGUAGE", language) + section), encoding="utf-8")
    return texts


def references(combination: Combination) -> str:
    """A line for each kind of reference: to sheets, to what stands in them."""
    commands = ["ref", "pageref"]
    if combination.has_links:
        commands += ["nameref"]
        if combination.document_class != "beamer":  # where \\autoref is \\ref
            commands += ["autoref"]
    if combination.references == "cleveref":
        commands += ["cref", "Cref"]
    targets = [f"{prefix}:{sheet}" for prefix in ("listok", "ru") for sheet in SHEETS]
    targets += ["en-sum", "ru-sum", "en-item", "ru-item"]
    return "\n\n".join(f"{command}: " + ", ".join(f"[\\{command}{{{target}}}]" for target in targets) + "."
                       for command in commands)


def body(combination: Combination) -> str:
    inputs = [f"\\listokinput[folder={folder}, prefix={prefix}:{heading}]{{{sheet}}}"
              for folder, prefix in (("out/en", "listok"), ("out/ru", "ru"))
              for sheet, heading in zip(SHEETS, ("", ", heading=title", ""))]
    if combination.document_class == "beamer":
        frames = [*inputs, references(combination)]
        return "\n".join(f"\\begin{{frame}}[allowframebreaks]\n{one}\n\\end{{frame}}" for one in frames)
    return "\n".join(["\\tableofcontents", *inputs, "", "References.", "", references(combination)])


def of(combination: Combination) -> str:
    options, heading = CLASSES[combination.document_class]
    lines = [
        f"\\documentclass[{options}]{{{combination.document_class}}}",
        r"\usepackage{fontspec}",
        LANGUAGES[combination.language],
        r"\usepackage{amsmath}",
        f"\\usepackage{{{combination.mathematics}}}",
        FACES,
        r"\usepackage{hyperref}" if combination.links == "hyperref" else "",
        r"\usepackage{cleveref}" if combination.references == "cleveref" else "",
        f"\\usepackage[heading={heading}]{{listok}}",
        r"\brokenpenalty10000  % no word goes on on another page",
        r"\begin{document}",
        body(combination),
        r"\end{document}",
        "",
    ]
    return "\n".join(line for line in lines if line) + "\n"
