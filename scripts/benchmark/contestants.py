"""Those who run: listok, and the peers on the same work."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from .bank import LANGUAGES, changing_item
from .typst_source import write_typst

HERE = Path(__file__).parent
PACKAGES = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "listok-bench"
TYPST_PACKAGE = "@myriaddreamin/typst-ts-node-compiler"


def first_line(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = (done.stdout + done.stderr).strip().splitlines()
    return lines[0] if lines else "?"


class Contestant:
    """One way to make the sheets of a bank.

    `prepare` and `refresh` write what the way reads and are not timed; `command` is.
    """

    name: str
    needs: tuple[str, ...] = ()  # programs
    tells_changes = False  # makes only what has changed

    def __init__(self, listok: Path):
        self.listok = listok

    def missing(self) -> str:
        """What this machine lacks for it; empty when all is there."""
        return ", ".join(program for program in self.needs if not shutil.which(program))

    def versions(self) -> list[str]:
        return []

    def prepare(self, bank: Path, folder: Path) -> None:
        """Writes its inputs into the folder."""

    def refresh(self, bank: Path, folder: Path) -> None:
        """Brings its inputs up to date with the bank."""

    def clean(self, folder: Path) -> None:
        """Removes all that a run leaves."""
        shutil.rmtree(folder / "out", ignore_errors=True)

    def command(self, bank: Path, folder: Path) -> list:
        """What is run, in the folder."""
        raise NotImplementedError

    def changing_pdf(self, bank: Path, folder: Path) -> Path:
        """The PDF of the sheet whose item changes."""
        return folder / "out" / LANGUAGES[0] / f"{changing_item(bank).stem}.pdf"


class Listok(Contestant):
    name = "listok"
    needs = ("xelatex", "xdvipdfmx")
    tells_changes = True

    def versions(self) -> list[str]:
        return [first_line(self.listok, "--version")]

    def command(self, bank: Path, folder: Path) -> list:
        return [self.listok, "build", "--quiet", bank, "-o", "out"]


class Matplotlib(Contestant):
    name = "matplotlib"
    # The Python that runs this may not be the one that Debian installs packages for.
    pythons = tuple(dict.fromkeys((sys.executable, "/usr/bin/python3")))

    def __init__(self, listok: Path):
        super().__init__(listok)
        test = "import matplotlib; print('matplotlib', matplotlib.__version__)"
        found = {python: first_line(python, "-c", test) for python in self.pythons
                 if Path(python).exists()}
        self.found = [(python, line) for python, line in found.items() if line.startswith("matplot")]

    def missing(self) -> str:
        return "" if self.found else "python3-matplotlib"

    def versions(self) -> list[str]:
        python, line = self.found[0]
        return [line, first_line(python, "--version")]

    def command(self, bank: Path, folder: Path) -> list:
        return [self.found[0][0], "-B", HERE / "draw_matplotlib.py", bank, "out"]


class FilePerFile(Contestant):
    """A program that is started anew for every file, one after another."""

    jobs = 1  # of them at a time
    files = "*.tex"

    def each(self) -> str:
        """The command for one file, which xargs puts in the place of {}."""
        raise NotImplementedError

    def prepare(self, bank: Path, folder: Path) -> None:
        self.refresh(bank, folder)

    def refresh(self, bank: Path, folder: Path) -> None:
        subprocess.run([self.listok, "emit", "--quiet", bank, "-o", "out"], cwd=folder, check=True)

    def clean(self, folder: Path) -> None:
        for language in LANGUAGES:
            for path in (folder / "out" / language).iterdir():
                if path.suffix not in (".tex", ".cls", ".sty", ".md"):
                    path.unlink()

    def command(self, bank: Path, folder: Path) -> list:
        each = f"printf '%s\\0' {self.files} | xargs -0 -P {self.jobs} -I {{}} {self.each()}"
        parts = [f"(cd out/{language} && {each})" for language in LANGUAGES]
        return ["sh", "-c", " && ".join(parts)]


class Latexmk(FilePerFile):
    name = "latexmk"
    needs = ("latexmk", "xelatex")
    tells_changes = True

    def versions(self) -> list[str]:
        return [first_line("latexmk", "-v")]

    def each(self) -> str:
        return "latexmk -norc -xelatex -silent -interaction=batchmode {}"


class Xelatex(FilePerFile):
    name = "xelatex"
    needs = ("xelatex",)

    def versions(self) -> list[str]:
        return [first_line("xelatex", "--version")]

    def each(self) -> str:
        return "xelatex -interaction=batchmode -halt-on-error {}"


class Pandoc(FilePerFile):
    name = "pandoc"
    needs = ("pandoc", "xelatex")
    files = "*.md"

    def versions(self) -> list[str]:
        return [first_line("pandoc", "--version")]

    def each(self) -> str:
        return ("sh -c 'exec pandoc \"$1\" -o \"${1%md}pdf\" --pdf-engine=xelatex "
                "-V mainfont=\"PT Serif\" -V monofont=\"PT Mono\" -V papersize=a4 "
                "-V geometry=margin=2cm' sh {}")

    def refresh(self, bank: Path, folder: Path) -> None:
        for language in LANGUAGES:
            shutil.copytree(bank / language, folder / "out" / language, dirs_exist_ok=True)


class Typst(Contestant):
    name = "typst"
    needs = ("node",)

    def missing(self) -> str:
        package = "" if (PACKAGES / "node_modules" / TYPST_PACKAGE).is_dir() else f"the npm package {TYPST_PACKAGE}"
        return ", ".join(filter(None, [super().missing(), package]))

    def script(self, *arguments: Path) -> list:
        return ["node", HERE / "compile_typst.mjs", PACKAGES, *arguments]

    def versions(self) -> list[str]:
        return [f"Typst {first_line(*self.script())}", f"Node {first_line('node', '--version')}"]

    def prepare(self, bank: Path, folder: Path) -> None:
        for item in bank.glob("*/*.md"):
            target = folder / "out" / item.parent.name / f"{item.stem}.typ"
            target.parent.mkdir(parents=True, exist_ok=True)
            write_typst(item, target)

    def clean(self, folder: Path) -> None:
        for pdf in folder.glob("out/*/*.pdf"):
            pdf.unlink()

    def command(self, bank: Path, folder: Path) -> list:
        return self.script(folder / "out")


PEERS = {peer.name: peer for peer in (Typst, Matplotlib, Xelatex, Latexmk, Pandoc)}
