"""Databases of generated users, and the disk that they are on."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import servers

#: How long a database may take to be generated, in seconds; a million users take about one minute.
_PATIENCE = 3600
_MIB = 1 << 20


def generate(home: Path, database: Path, users: int) -> None:
    """Fill a database with so many users, or with those that an earlier run has not come to."""
    with servers.carillon(home, database, "--generate", str(users), within=_PATIENCE):
        pass
    # A write-ahead log that the service left would be missing from a copy.
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def copy(database: Path, to: Path) -> None:
    """Copy a database that nobody has open, and see that the disk is done with it."""
    shutil.copyfile(database, to)
    with open(to, "rb") as file:
        os.fsync(file.fileno())


def read_once(database: Path) -> int:
    """Read a database from end to end, so that it lies in the page cache, and return its size in bytes."""
    size = 0
    with open(database, "rb") as file:
        while chunk := file.read(_MIB):
            size += len(chunk)
    return size


def syncs_per_second(directory: Path, seconds: float = 1.0) -> float:
    """Append 4 KiB to a file again and again, with an fsync each, and return how often that can be done."""
    path = directory / "syncs"
    block = bytes(4096)
    count = 0
    with open(path, "ab", buffering=0) as file:
        start = time.monotonic()
        while (elapsed := time.monotonic() - start) < seconds:
            file.write(block)
            os.fsync(file.fileno())
            count += 1
    path.unlink()
    return count / elapsed
