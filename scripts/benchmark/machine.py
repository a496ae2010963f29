"""What the machine is, in one line."""

import os
import re
from pathlib import Path


def describe() -> str:
    cpu = re.search(r"^model name\s*: (.*)", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    memory = re.search(r"^MemTotal:\s+(\d+) kB", Path("/proc/meminfo").read_text(), re.MULTILINE)
    cores = len(os.sched_getaffinity(0))
    load = os.getloadavg()[0]
    return (f"{cpu[1] if cpu else os.uname().machine}, {cores} cores, "
            f"{int(memory[1]) / 2**20:.0f} GiB, Linux {os.uname().release}, load {load:.1f} "
            "when it began")
