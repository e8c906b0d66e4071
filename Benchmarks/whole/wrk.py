"""The load generator wrk, which replays a file of requests."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from failure import MeasurementError

_SCRIPT = Path(__file__).with_name("replay.lua")


@dataclass(frozen=True)
class Load:
    """How hard a server is pressed."""

    connections: int
    seconds: int


@dataclass(frozen=True)
class Result:
    """What came of a load. Latencies are in milliseconds."""

    requests: int
    per_second: float
    p50: float
    p99: float


def require() -> None:
    """See that wrk is there."""
    if not shutil.which("wrk"):
        raise MeasurementError("There is no wrk on PATH; Scripts/ensure-packages.sh bench installs it.")


def replay(name: str, port: int, file: Path, load: Load) -> Result:
    """Replay a file of requests against a port; every one has to succeed."""
    options = ["-t1", f"-c{load.connections}", f"-d{load.seconds}", "-s", _SCRIPT]
    command = ["wrk", *options, f"http://127.0.0.1:{port}", file]
    finished = subprocess.run(
        [str(word) for word in command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = finished.stdout.splitlines()
    if finished.returncode != 0 or not lines or not lines[-1].startswith("{"):
        raise MeasurementError(
            f"wrk could not measure {name}: {finished.stderr.strip() or finished.stdout.strip()}"
        )
    counts = json.loads(lines[-1])
    if counts["refused"] or counts["failed"]:
        raise MeasurementError(
            f"Of {counts['requests']} requests of {name}, {counts['refused']} were refused and "
            f"{counts['failed']} had no answer, so there is nothing to compare."
        )
    return Result(
        requests=counts["requests"],
        per_second=counts["requests"] / counts["seconds"],
        p50=counts["p50"] / 1000,
        p99=counts["p99"] / 1000,
    )
