"""What the kernel says of a running process."""

from __future__ import annotations

import re
from pathlib import Path

_SWITCHES = re.compile(r"^(?:non)?voluntary_ctxt_switches:\s+(\d+)$", re.MULTILINE)


def context_switches(process_id: int) -> int:
    """Return how often the threads of a process have been switched out so far, in all."""
    total = 0
    for task in Path(f"/proc/{process_id}/task").iterdir():
        total += sum(map(int, _SWITCHES.findall((task / "status").read_text())))
    return total
