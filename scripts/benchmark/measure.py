"""Runs a command and measures how long it took and how much memory its processes used."""

import contextlib
import os
import re
import signal
import subprocess
import threading
import time
from pathlib import Path
from typing import NamedTuple

INTERVAL = 0.02  # seconds between two looks at the memory


class Usage(NamedTuple):
    seconds: float
    own: int  # peak memory of the program itself, in bytes
    child: int  # … of the biggest process that it started


class Failure(Exception):
    """A run that did not do its work."""


def look(pid: int) -> tuple[str, int]:
    """The name of the process, and the most memory that it had in RAM so far; 0 when it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "", 0
    found = re.search(r"^Name:\s+(.*)\n(?s:.*)^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
    return (found[1], int(found[2]) * 1024) if found else ("", 0)


def descendants(pid: int) -> list[int]:
    """The processes below this one; a child that a thread started counts as well."""
    found = []
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:  # it has ended
        return []
    for thread in threads:
        try:
            children = list(map(int, (thread / "children").read_text().split()))
        except OSError:
            continue
        for child in children:
            found += [child, *descendants(child)]
    return found


class Watcher(threading.Thread):
    """Looks at the memory of a process and of its children, and ends them at the deadline.

    The kernel keeps the peak of each process, so a look misses only what a process gained
    between the last look and its end.
    """

    def __init__(self, pid: int, limit: float):
        super().__init__(daemon=True)
        self.pid = pid
        self.deadline = time.monotonic() + limit
        self.own = self.child = 0
        self.late = False
        self.done = threading.Event()

    def run(self) -> None:
        while True:
            name, memory = look(self.pid)
            self.own = max(self.own, memory)
            for child_name, memory in map(look, descendants(self.pid)):
                # Before it becomes another program, a child is a copy of its parent.
                if child_name != name:
                    self.child = max(self.child, memory)
            if self.done.wait(INTERVAL):
                return
            if time.monotonic() > self.deadline and not self.late:
                self.late = True
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(self.pid, signal.SIGKILL)


def run(command: list, folder: Path, environment: dict, limit: float) -> Usage:
    """Runs the command in the folder. Failure: it failed, or took over `limit` seconds."""
    log = folder / "bench.log"
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output,
                                   stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                                   start_new_session=True)
        watcher = Watcher(process.pid, limit)
        watcher.start()
        try:
            status = process.wait()
            seconds = time.perf_counter() - start
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise
        finally:
            watcher.done.set()
            watcher.join()
    if watcher.late:
        raise Failure(f"stopped after {limit:.0f} s")
    if status:
        lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        telling = [line for line in lines if "error" in line.lower()] + lines[-1:] + ["no message"]
        raise Failure(f"exit status {status}: {telling[0]}")
    return Usage(seconds, watcher.own, watcher.child)
