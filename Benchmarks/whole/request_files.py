"""Files of requests for `replay.lua`, written shortly before use: a signature lives for 15 minutes."""

from __future__ import annotations

import subprocess
from pathlib import Path

from failure import MeasurementError
from servers import BENCHMARKS


def write_raw(request: bytes, file: Path) -> None:
    """Write one request, to be sent again and again."""
    file.write_bytes(b"%d\n%s" % (len(request), request))


def write_hello(file: Path) -> None:
    """Write the request that the hello server answers."""
    write_raw(b"GET /hello HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", file)


def write_signed(operation: str, port: int, users: range, count: int, file: Path) -> None:
    """Write so many signed requests about generated users; registrations take the users by turns."""
    numbers = [str(number) for number in (port, users.start, users.stop, count)]
    finished = subprocess.run(
        [BENCHMARKS / "requests", operation, *numbers, file],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if finished.returncode != 0:
        raise MeasurementError(
            f"The requests for {operation} could not be written: {finished.stderr.strip()}"
        )
