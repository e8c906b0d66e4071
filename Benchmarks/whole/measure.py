"""Measures the whole service: Carillon over its socket, next to bare Hummingbird and to moto.

Needs the release builds, wrk and moto; Scripts/benchmarks.sh brings all of them and runs this. A target that
is missed is no failure: the exit status is 1 only where nothing could be measured.
"""

from __future__ import annotations

import argparse
import json
import signal
import sqlite3
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import databases
import servers
import subjects
import wrk
from botocore.exceptions import BotoCoreError, ClientError
from failure import MeasurementError
from measurement import CROWD, FEW, FEW_USERS, REST, Measurement, Row
from report import report
from subjects import Budget, Subject

#: How long each subject is measured in the round that does not count, in seconds.
_WARM_UP = 1
_CROWD_FILE = "crowd.sqlite"
#: Where requests are written: a disk would write them out while the service syncs to it.
_MEMORY = Path("/dev/shm")
#: How many users the database for registrations has at least.
_LEAST_REGISTERING_USERS = 20_000
_OPERATIONS = ("list", "describe", "update")


def main() -> int:
    """Measure and report."""
    options = _options()
    # A measurement that is told to end stops its servers as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        measurement = _measure(options)
        if options.json:
            options.json.write_text(json.dumps(measurement.as_json(), indent=2) + "\n")
    except (MeasurementError, OSError, sqlite3.Error, BotoCoreError, ClientError) as error:
        print(f"measure.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    print(report(measurement))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the whole service.")
    parser.add_argument(
        "--crowd", type=_count(FEW_USERS + 1), default=1_000_000, help="how many users are many"
    )
    parser.add_argument(
        "--seconds", type=_count(1), default=3, help="how long a subject is measured in a round"
    )
    parser.add_argument("--rounds", type=_count(1), default=5, help="how often all are measured")
    parser.add_argument(
        "--connections", type=_count(1), default=32, help="how many requests are under way at once"
    )
    parser.add_argument(
        "--directory", type=Path, help="where the databases are; the crowd is kept in it for the next time"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write all numbers")
    return parser.parse_args()


def _count(least: int) -> object:
    def number(text: str) -> int:
        value = int(text)
        if value < least:
            raise argparse.ArgumentTypeError(f"{value} is less than {least}")
        return value

    return number


def _measure(options: argparse.Namespace) -> Measurement:
    wrk.require()
    load = wrk.Load(options.connections, options.seconds)
    with ExitStack() as stack:
        if options.directory:
            options.directory.mkdir(parents=True, exist_ok=True)
        run = _temporary(stack, options.directory)
        requests = _temporary(stack, _MEMORY if _MEMORY.is_dir() else options.directory) / "requests"
        hello = subjects.hello(stack.enter_context(servers.hello(run)))
        first = hello.measure(0, wrk.Load(options.connections, _WARM_UP), requests)
        budget = Budget.after(first, options.seconds, turns=options.rounds + 1)
        few, many, crowd_bytes = _service(stack, run, budget, options)
        moto = subjects.moto(stack.enter_context(servers.moto(run)))
        chosen = [hello, *(subject for pair in zip(few, many) for subject in pair), moto]
        rows = [Row(subject.what, subject.users, subject.place) for subject in chosen]
        measurement = Measurement(load, options.rounds, options.crowd, crowd_bytes, rows)
        _measure_rounds(measurement, chosen, run, requests)
        return measurement


def _temporary(stack: ExitStack, directory: Path | None) -> Path:
    temporary = TemporaryDirectory(prefix="carillon-benchmark-", dir=directory)
    return Path(stack.enter_context(temporary)).resolve()


def _service(
    stack: ExitStack, run: Path, budget: Budget, options: argparse.Namespace
) -> tuple[list[Subject], list[Subject], int]:
    """Start the service with few users and with the crowd.

    Return what to measure with few, with the crowd, and the size of the crowd's database.
    """
    if options.crowd < budget.registering_users:
        raise MeasurementError(
            f"A crowd of {options.crowd:,} users has no room for the devices that are registered in "
            f"{options.rounds} rounds of {options.seconds} s: that takes {budget.registering_users:,}."
        )
    registering = max(_LEAST_REGISTERING_USERS, budget.registering_users)
    few_database, registering_database = run / f"{FEW_USERS}.sqlite", run / "registering.sqlite"
    databases.generate(run, few_database, FEW_USERS)
    databases.generate(run, registering_database, registering)
    crowd_database = _crowd(run, options)
    crowd_bytes = databases.read_once(crowd_database)
    few_port, registering_port, crowd_port = (
        stack.enter_context(servers.carillon(run, database))
        for database in (few_database, registering_database, crowd_database)
    )
    few = [subjects.operation(name, few_port, FEW_USERS, FEW, budget) for name in _OPERATIONS]
    few.append(subjects.register(registering_port, registering, FEW, budget))
    many = [subjects.operation(name, crowd_port, options.crowd, CROWD, budget) for name in _OPERATIONS]
    many.append(subjects.register(crowd_port, options.crowd, CROWD, budget))
    return few, many, crowd_bytes


def _crowd(run: Path, options: argparse.Namespace) -> Path:
    """Return a database with the crowd that may be written to: what is kept has to stay as it is."""
    _tell(
        f"making the crowd of {options.crowd:,} users where it is not kept; a million takes a minute or two"
    )
    database = run / _CROWD_FILE
    if not options.directory:
        databases.generate(run, database, options.crowd)
        return database
    kept = options.directory / f"crowd-{options.crowd}.sqlite"
    databases.generate(run, kept, options.crowd)
    databases.copy(kept, database)
    return database


def _measure_rounds(measurement: Measurement, chosen: list[Subject], run: Path, requests: Path) -> None:
    """Measure all subjects in turn, so that a busy time of the machine hits all alike."""
    for turn in range(measurement.rounds + 1):
        counts = turn > 0
        # A system that is short of memory forgets it again.
        databases.read_once(run / _CROWD_FILE)
        _tell(f"round {turn} of {measurement.rounds}" if counts else "warming up")
        load = measurement.load if counts else wrk.Load(measurement.load.connections, _WARM_UP)
        pairs = list(zip(chosen, measurement.rows))
        # Back and forth, so that nothing is always measured after the same other thing.
        for subject, row in pairs if turn % 2 else reversed(pairs):
            result = subject.measure(turn, load, requests)
            if subject.writes:
                time.sleep(REST)
            if counts:
                row.results.append(result)
        syncs = databases.syncs_per_second(run)
        if counts:
            measurement.syncs.append(syncs)


def _tell(what: str) -> None:
    print(f"measure.py: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
