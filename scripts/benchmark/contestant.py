"""Who runs: what every contestant can report and do, and listok itself."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from .bank import LANGUAGES, changing_item


def first_line(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = (done.stdout + done.stderr).strip().splitlines()
    return lines[0] if lines else "?"


def discard(paths: Iterable[Path], folder: Path) -> None:
    """Puts them aside until the end of the rounds.

    After thousands of files have been removed, a disk takes longer to make new ones for a minute.
    """
    aside = Path(tempfile.mkdtemp(prefix="discarded-", dir=folder))
    for number, path in enumerate(list(paths)):
        path.rename(aside / str(number))


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
        """Takes away all that a run leaves."""
        discard(folder.glob("out"), folder)

    def command(self, bank: Path, folder: Path) -> list:
        """What is run, in the folder."""
        raise NotImplementedError

    def changing_pdf(self, bank: Path, folder: Path) -> Path:
        """The PDF of the sheet whose item changes."""
        return folder / "out" / LANGUAGES[0] / f"{changing_item(bank).stem}.pdf"


class Listok(Contestant):
    name = "listok"
    tells_changes = True

    def versions(self) -> list[str]:
        return [first_line(self.listok, "--version")]

    def command(self, bank: Path, folder: Path) -> list:
        return [self.listok, "build", "--quiet", bank, "-o", "out"]
