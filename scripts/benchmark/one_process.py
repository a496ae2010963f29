"""The peers that make all sheets in one process."""

import os
import sys
from pathlib import Path

from .contestant import Contestant, discard, first_line
from .typst_source import write_typst

HERE = Path(__file__).parent
PACKAGES = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "listok-bench"
TYPST, TYPST_VERSION = "@myriaddreamin/typst-ts-node-compiler", "0.7.0"


class Matplotlib(Contestant):
    name = "matplotlib"
    # The Python that runs this may not be the one that Debian installs packages for.
    pythons = tuple(dict.fromkeys((sys.executable, "/usr/bin/python3")))

    def __init__(self, listok: Path):
        super().__init__(listok)
        # Importing it would already make folders in the user's home.
        test = "from importlib import metadata; print('matplotlib', metadata.version('matplotlib'))"
        found = {python: first_line(python, "-c", test) for python in self.pythons
                 if Path(python).exists()}
        self.found = [pair for pair in found.items() if pair[1].startswith("matplotlib ")]

    def missing(self) -> str:
        return "" if self.found else "python3-matplotlib"

    def versions(self) -> list[str]:
        python, line = self.found[0]
        return [line, first_line(python, "--version")]

    def command(self, bank: Path, folder: Path) -> list:
        return [self.found[0][0], "-B", HERE / "draw_matplotlib.py", bank, "out"]


class Typst(Contestant):
    name = "typst"
    needs = ("node",)

    def missing(self) -> str:
        programs = super().missing()
        if programs or (PACKAGES / "node_modules" / TYPST).is_dir():
            return programs
        return f"{TYPST} of npm"

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
        discard(folder.glob("out/*/*.pdf"), folder)

    def command(self, bank: Path, folder: Path) -> list:
        return self.script(folder / "out")
