"""The `carillon` program under test, and a clean environment to run it in."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]

#: The program under test. `CARILLON_PROGRAM` names another build of it.
PROGRAM = Path(os.environ.get("CARILLON_PROGRAM", ROOT / ".build/debug/carillon")).resolve()


@dataclass(frozen=True)
class Outcome:
    """What a finished command left behind."""

    status: int
    output: str
    errors: str


def environment(home: Path, **variables: str) -> dict[str, str]:
    """Return an environment in which nothing of the person who runs the tests shows.

    Every file the program may read or write is under `home`.
    """
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "AWS_CONFIG_FILE": str(home / "aws-config"),
        "AWS_SHARED_CREDENTIALS_FILE": str(home / "aws-credentials"),
        "AWS_EC2_METADATA_DISABLED": "true",
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        **variables,
    }


def run(
    arguments: list[str], variables: dict[str, str], within: float = 30.0, prefix: Sequence[str] = ()
) -> Outcome:
    """Run the program to its end, with nothing on standard input.

    `prefix` is a command that runs the one that follows it.
    """
    finished = subprocess.run(
        [*prefix, str(PROGRAM), *arguments],
        env=variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=within,
        check=False,
    )
    return Outcome(finished.returncode, finished.stdout, finished.stderr)
