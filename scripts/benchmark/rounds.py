"""Who runs when: all by turns, so that what disturbs the machine disturbs each of them."""

import os
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from .bank import change_one_word, make_bank
from .contestant import Contestant
from .measure import Failure, Usage, run

WARM_UP = 30  # sheets
QUICK = 10  # seconds; what takes less is run twice, and the second run counts


class Sample(NamedTuple):
    """One round of one contestant."""

    cold: Usage
    nothing: Usage | None
    changed: Usage | None
    size: float  # bytes of a PDF


@dataclass
class Entry:
    """What is known of a contestant at a number of sheets."""

    samples: list[Sample] = field(default_factory=list)
    # Each sample of a peer with that of listok just before it.
    pairs: list[tuple[Sample, Sample]] = field(default_factory=list)
    note: str = ""  # why there are none


class Rounds:
    """All the runs of one bench, in a folder of its own."""

    def __init__(self, work: Path, source: Path, ours: Contestant, peers: list[Contestant],
                 limit: float):
        self.work, self.source, self.limit = work, source, limit
        self.ours, self.peers = ours, peers
        self.entries: dict[tuple[str, int], Entry] = {}
        self.pace: dict[str, float] = {}  # seconds for a sheet, when last seen
        self.turn = 0
        # Caches go into the work folder too: the warm-up fills them, and nothing is left behind.
        self.environment = os.environ | {"XDG_CACHE_HOME": str(work / "cache"),
                                         "MPLCONFIGDIR": str(work / "cache")}

    def warm_up(self) -> None:
        """One run of each that does not count: caches of fonts and formats are filled by it."""
        folder = self.prepare(WARM_UP, [self.ours, *self.peers])
        for one in [self.ours, *self.peers]:
            self.tell(f"warm-up: {one.name}")
            try:
                seconds = self.round(one, WARM_UP, cold_only=True).cold.seconds
                self.pace[one.name] = seconds / WARM_UP
            except Failure as failure:
                if one is self.ours:
                    raise
                self.entries[one.name, WARM_UP] = Entry(note=f"failed: {failure}")
        shutil.rmtree(folder)

    def measure(self, sheets: int, repeat: int) -> None:
        """Runs listok and a peer by turns, each peer `repeat` times."""
        peers = [peer for peer in self.peers if self.may_run(peer, sheets)]
        folder = self.prepare(sheets, [self.ours, *peers])
        for number in range(1, repeat + 1):
            # Without peers there is still listok itself.
            for peer in peers or [None]:
                self.tell(f"{sheets} sheets, round {number} of {repeat}: "
                          f"{self.ours.name}{f', {peer.name}' if peer else ''}")
                ours = self.round(self.ours, sheets)
                self.entry(self.ours, sheets).samples.append(ours)
                if peer and not self.entry(peer, sheets).note:
                    self.take(peer, sheets, ours)
        shutil.rmtree(folder)

    def take(self, peer: Contestant, sheets: int, ours: Sample) -> None:
        entry = self.entry(peer, sheets)
        try:
            sample = self.round(peer, sheets)
        except Failure as failure:
            entry.note = f"failed: {failure}"
            return
        entry.samples.append(sample)
        entry.pairs.append((ours, sample))
        self.pace[peer.name] = sample.cold.seconds / sheets

    def may_run(self, peer: Contestant, sheets: int) -> bool:
        """Whether it would end within the limit, by what it took for fewer sheets."""
        entry = self.entry(peer, sheets)
        if peer.name not in self.pace:
            entry.note = self.entry(peer, WARM_UP).note
            return False
        expected = self.pace[peer.name] * sheets
        if expected <= self.limit:
            return True
        entry.note = f"not run: would take about {expected / 60:.0f} min"
        return False

    def round(self, one: Contestant, sheets: int, cold_only: bool = False) -> Sample:
        bank, folder = self.bank(sheets), self.work / str(sheets) / one.name
        nothing = changed = None
        one.clean(folder)
        cold = self.run(one, bank, folder)
        if cold.seconds < QUICK:
            one.clean(folder)
            cold = self.run(one, bank, folder)
        made = times(folder)
        if len(made) != sheets:
            raise Failure(f"made {len(made)} PDFs of {sheets}")
        size = sum(pdf.stat().st_size for pdf in made) / sheets
        if one.tells_changes and not cold_only:
            nothing = self.run(one, bank, folder)
            expect(made, times(folder), set())
            self.turn += 1
            change_one_word(bank, self.turn)
            one.refresh(bank, folder)
            changed = self.run(one, bank, folder)
            expect(made, times(folder), {one.changing_pdf(bank, folder)})
        return Sample(cold, nothing, changed, size)

    def run(self, one: Contestant, bank: Path, folder: Path) -> Usage:
        return run(one.command(bank, folder), folder, self.environment, 4 * self.limit)

    def prepare(self, sheets: int, contestants: list[Contestant]) -> Path:
        folder = self.work / str(sheets)
        make_bank(self.source, self.bank(sheets), sheets)
        for one in contestants:
            (folder / one.name).mkdir()
            one.prepare(self.bank(sheets), folder / one.name)
        return folder

    def bank(self, sheets: int) -> Path:
        return self.work / str(sheets) / "bank"

    def entry(self, one: Contestant, sheets: int) -> Entry:
        return self.entries.setdefault((one.name, sheets), Entry())

    def failed(self) -> bool:
        return any(entry.note.startswith("failed") for entry in self.entries.values())

    def tell(self, text: str) -> None:
        print(f"bench: {text}", file=sys.stderr, flush=True)


def times(folder: Path) -> dict[Path, int]:
    """The PDFs in the folder, and when each was made."""
    return {pdf: pdf.stat().st_mtime_ns for pdf in folder.glob("out/*/*.pdf")
            if pdf.stat().st_size}


def expect(before: dict[Path, int], after: dict[Path, int], fresh: set[Path]) -> None:
    """That these PDFs were made again, and no others."""
    made = {pdf for pdf in after if after[pdf] != before.get(pdf)}
    if before.keys() != after.keys() or made != fresh:
        raise Failure(f"made {len(made)} PDFs again instead of {len(fresh)}")
