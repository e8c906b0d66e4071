"""What the kernel says of a running process."""

from __future__ import annotations

import os
import re
from pathlib import Path

_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)
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


def peak_resident_bytes(process_id: int) -> int:
    """Return the most memory that a process has had in use since its peak was last forgotten."""
    return int(_PEAK.search(Path(f"/proc/{process_id}/status").read_text())[1]) * 1024


def forget_peak(process_id: int) -> None:
    """Let the peak of a process's memory begin anew, at what it has in use now (proc(5), clear_refs)."""
    Path(f"/proc/{process_id}/clear_refs").write_text("5")


def open_descriptors(process_id: int) -> int:
    """Return how many files and connections a process has open."""
    return sum(1 for _ in Path(f"/proc/{process_id}/fd").iterdir())
