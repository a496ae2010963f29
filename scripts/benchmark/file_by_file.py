"""The peers that are started anew for every file."""

import shutil
import subprocess
from pathlib import Path

from .bank import LANGUAGES
from .contestant import Contestant, discard, first_line


class FileByFile(Contestant):
    """A program that is started for every file, one after another."""

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
        # What emit keeps of its own lies in folders of out/.listok.
        discard((path for path in folder.glob("out/*/*")
                 if path.is_file() and path.suffix not in (".tex", ".cls", ".sty", ".md")), folder)

    def command(self, bank: Path, folder: Path) -> list:
        each = f"printf '%s\\0' {self.files} | xargs -0 -P {self.jobs} -I {{}} {self.each()}"
        parts = [f"(cd out/{language} && {each})" for language in LANGUAGES]
        return ["sh", "-c", " && ".join(parts)]


class Latexmk(FileByFile):
    name = "latexmk"
    needs = ("latexmk", "xelatex")
    tells_changes = True

    def versions(self) -> list[str]:
        return [first_line("latexmk", "-v")]

    def each(self) -> str:
        return "latexmk -norc -xelatex -silent -interaction=batchmode {}"


class Xelatex(FileByFile):
    name = "xelatex"
    needs = ("xelatex",)

    def versions(self) -> list[str]:
        return [first_line("xelatex", "--version")]

    def each(self) -> str:
        return "xelatex -interaction=batchmode -halt-on-error {}"


class Pandoc(FileByFile):
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
