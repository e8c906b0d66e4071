"""What the kernel says of a running process."""

from __future__ import annotations

import os
import re
from pathlib import Path

_SWITCHES = re.compile(r"^(?:non)?voluntary_ctxt_switches:\s+(\d+)$", re.MULTILINE)


def context_switches(process_id: int) -> int:
    """Return how often the threads of a process have been switched out so far, in all."""
    total = 0
    for task in Path(f"/proc/{process_id}/task").iterdir():
        total += sum(map(int, _SWITCHES.findall((task / "status").read_text())))
    return total


def cpu_seconds(process_id: int) -> float:
    """Return the processor time that a process has taken so far, in the kernel too."""
    fields = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
    # After the name: utime and stime are the 14th and 15th field of all (proc(5)).
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_bytes(process_id: int) -> int:
    """Return the memory that a process has in use."""
    return int(Path(f"/proc/{process_id}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
