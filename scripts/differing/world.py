"""A bank, what listok makes of it build after build, and what it makes of it from nothing."""

import gzip
import json
import os
import random
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

# Told once, when it is done; a build from nothing has nothing to do them to.
EVENTS = {"waiting", "leftover", "tex-merged", "file-rewritten"}


class Difference(Exception):
    """What was made bit by bit is not what is made from nothing."""


@dataclass
class Built:
    status: int
    diagnostics: list[str]
    made: int = 0
    text: str = ""


@dataclass
class World:
    """`root` holds `bank` and `out`; `cache` is for formats, shared by all worlds."""

    root: Path
    listok: Path
    cache: Path
    random: random.Random
    languages: tuple[str, ...]
    options: list[str] = field(default_factory=list)  # of the last build
    date: str = ""  # SOURCE_DATE_EPOCH

    @property
    def bank(self) -> Path:
        return self.root / "bank"

    @property
    def out(self) -> Path:
        return self.root / "out"

    def items(self, language: str) -> list[Path]:
        return sorted((self.bank / language).glob("*.md"))

    def environment(self) -> dict[str, str]:
        names = ("PATH", "HOME", "TERM")
        kept = {name: os.environ[name] for name in names if name in os.environ}
        dated = {"SOURCE_DATE_EPOCH": self.date} if self.date else {}
        return {**kept, **dated, "XDG_CACHE_HOME": str(self.cache), "LC_ALL": "C.UTF-8"}

    def command(self, more: list[str]) -> list[str]:
        return [str(self.listok), "build", "bank", "--trust-tex", "--message-format", "json", *more]

    def start(self, folder: Path) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command(self.options), cwd=folder, env=self.environment(), text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def build(self, folder: Path) -> Built:
        return self.finish(self.start(folder))

    def finish(self, process: subprocess.Popen[str], statuses: tuple[int, ...] = (0, 1)) -> Built:
        text, _ = process.communicate(timeout=120)
        if process.returncode not in statuses:
            raise Difference(f"exit status {process.returncode}: {text}")
        built = Built(process.returncode, [], text=text)
        for line in text.splitlines():
            told = json.loads(line)
            if "made" in told:
                built.made = told["made"]
            elif told["code"] not in EVENTS:
                built.diagnostics.append(line)
        built.diagnostics.sort()
        return built

    def hand_work(self) -> list[Path]:
        """What a person has in the output folder, and what listok knows of it; relative to it."""
        kept = []
        for language in (*self.languages, "bilingual"):
            for file in sorted((self.out / language).glob("*")):
                name = file.relative_to(self.out)
                if file.suffix == ".tex":
                    base = self.out / ".listok/base" / name
                    if base.exists() and base.read_bytes() != file.read_bytes():
                        offered = Path(".listok/offered") / name
                        beside = Path(f"{name}.new")
                        kept += [name, base.relative_to(self.out), offered, beside]
                elif file.suffix in (".sty", ".txt") and file.name != "listok.sty":
                    kept.append(name)
        return [name for name in kept if (self.out / name).is_file()]

    def from_nothing(self) -> Path:
        """A folder next to this one where the same bank was made into nothing but hand work."""
        fresh = self.root.with_name(self.root.name + "-fresh")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir()
        (fresh / "bank").symlink_to(self.bank)
        for name in self.hand_work():
            (fresh / "out" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(self.out / name, fresh / "out" / name)
        return fresh


def tool(*command: object) -> bytes:
    ran = subprocess.run([str(part) for part in command], capture_output=True, check=False)
    return ran.stdout


def pages_of(pdf: Path) -> tuple[bytes, ...]:
    """What a reader sees: words, picture, and what the file says of itself."""
    said = [line for line in tool("pdfinfo", pdf).splitlines()
            if line.split(b":")[0] in (b"Title", b"Author", b"Keywords", b"CreationDate", b"Pages")]
    return (tool("pdftotext", "-layout", pdf, "-"), tool("pdftoppm", "-r", "40", pdf),
            b"\n".join(said))


def same_pdf(one: Path, other: Path) -> bool:
    if one.read_bytes() == other.read_bytes():
        return True
    return pages_of(one) == pages_of(other)


def jumps_of(file: Path, roots: tuple[Path, Path]) -> bytes:
    """What leads from the page to its lines, wherever the bank lies and however long its path is."""
    if not file.exists():
        return b""
    text = gzip.decompress(file.read_bytes())
    for root in roots:
        text = text.replace(bytes(root.resolve()), b"")
    return re.sub(rb"^!\d+$", b"!", text, flags=re.MULTILINE)


def report_of(folder: Path) -> dict[str, dict[str, object]]:
    file = folder / "out/report.json"
    lines = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
    kept = {}
    for line in lines:
        failed = line["state"] == "failed"
        names = ("id", "language", "edition") if failed else (
            "id", "language", "edition", "size", "pages", "fill", "warnings")
        kept[line["pdf"]] = {"failed": failed, **{name: line.get(name) for name in names}}
    return kept


def compare(world: World, built: Built, fresh: Path, expected: Built) -> None:
    """Raises Difference with all that differs."""
    wrong = []
    if built.status != expected.status:
        wrong.append(f"exit status {built.status}, from nothing {expected.status}")
    for line in set(built.diagnostics) ^ set(expected.diagnostics):
        wrong.append(("said too much: " if line in built.diagnostics else "not said: ") + line)
    report, fresh_report = report_of(world.root), report_of(fresh)
    if expected.status == 0 or fresh_report:
        for pdf in sorted(report.keys() | fresh_report.keys()):
            if report.get(pdf) != fresh_report.get(pdf):
                wrong.append(f"report of {pdf}: {report.get(pdf)}, from nothing "
                             f"{fresh_report.get(pdf)}")
            elif not report[pdf]["failed"]:
                wrong += differing_sheet(world, fresh, pdf)
    for book in sorted((fresh / "out").glob("*/book.pdf")):
        name = book.relative_to(fresh)
        if not (world.root / name).exists() or not same_pdf(world.root / name, book):
            wrong.append(f"{name} differs")
    listed = [subprocess.run([str(world.listok), "list", "bank", "--message-format", "json"],
                             cwd=folder, env=world.environment(), capture_output=True, check=False)
              .stdout for folder in (world.root, fresh)]
    if listed[0] != listed[1]:
        wrong.append("the lists differ")
    if wrong:
        raise Difference("\n".join(wrong))


def differing_sheet(world: World, fresh: Path, pdf: str) -> list[str]:
    one, other = world.out / pdf, fresh / "out" / pdf
    if not one.exists() or not other.exists():
        return [f"{pdf} is not there"]
    wrong = [] if same_pdf(one, other) else [f"{pdf} differs"]
    parts = Path(pdf).parts
    tex = Path(parts[0]) / (Path(pdf).stem + ".tex")
    if (world.out / tex).read_bytes() != (fresh / "out" / tex).read_bytes():
        wrong.append(f"{tex} differs")
    jumps = [jumps_of(made.with_suffix(".synctex.gz"), (fresh, world.root))
             for made in (one, other)]
    if jumps[0] != jumps[1]:
        wrong.append(f"the .synctex.gz of {pdf} differs")
    return wrong
