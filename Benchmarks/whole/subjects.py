"""What is measured: an operation of a server, and where its requests come from."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import request_files
import wrk
from failure import MeasurementError
from platform_application import PlatformApplication

#: How many requests a second are written for the service, as a share of what bare Hummingbird answers. A
#: service that is faster gets them again, which changes nothing: the users are taken at random.
_REQUESTS = 0.5
#: The same for registrations, which cannot be sent again; at least so many a second.
_REGISTRATIONS = 0.3
_LEAST_REGISTRATIONS = 10_000
#: How many devices every generated user can get: some have six, and ten is the most.
_ROOM = 4


@dataclass(frozen=True)
class Subject:
    """An operation of a server."""

    what: str
    #: How many users the database has; 0 where there is none.
    users: int
    #: Tells databases with the same operations apart.
    place: str
    port: int
    #: Writes the requests of a turn. Returns how many of them can be sent, 0 where they may be sent again.
    write: Callable[[int, Path], int]

    @property
    def writes(self) -> bool:
        """Whether it leaves something in the service's log."""
        return self.what in ("update", "register")

    def measure(self, turn: int, load: wrk.Load, file: Path) -> wrk.Result:
        """Write the requests of a turn and send them."""
        limit = self.write(turn, file)
        result = wrk.replay(self.what, self.port, file, load)
        if limit and result.requests + load.connections >= limit:
            raise MeasurementError(
                f"All {limit:,} requests to {self.what} were sent before the time was over: the machine was "
                "busier when their number was chosen. Measure again."
            )
        return result


@dataclass(frozen=True)
class Budget:
    """How many requests and users the turns of a measurement take."""

    #: How many requests are written for a turn, of an operation that may be asked for again.
    requests: int
    #: How many registrations are written for a turn.
    registrations: int
    turns: int

    @staticmethod
    def after(hello: wrk.Result, seconds: int, turns: int) -> Budget:
        """Return the budget for a machine on which Hummingbird is this fast."""
        registrations = max(_LEAST_REGISTRATIONS, hello.per_second * _REGISTRATIONS)
        return Budget(int(hello.per_second * _REQUESTS * seconds), int(registrations * seconds), turns)

    @property
    def registering_users(self) -> int:
        """How many users have room for the devices that are registered in all turns."""
        return self._users_a_turn * self.turns

    @property
    def _users_a_turn(self) -> int:
        return math.ceil(self.registrations / _ROOM)

    def registering(self, turn: int, users: int) -> range:
        """Return the users of a turn, who are no other turn's; the turns lie far apart."""
        start = turn * (users // self.turns)
        return range(start, start + self._users_a_turn)


def hello(port: int) -> Subject:
    """Return bare Hummingbird's `GET /hello`."""

    def write(_: int, file: Path) -> int:
        request_files.write_hello(file)
        return 0

    return Subject("hello", 0, "", port, write)


def moto(port: int) -> Subject:
    """Return moto's list of endpoints; makes the endpoints first."""
    application = PlatformApplication(port)

    def write(_: int, file: Path) -> int:
        request_files.write_raw(application.list_request(), file)
        return 0

    return Subject("moto", 0, "", port, write)


def operation(name: str, port: int, users: int, place: str, budget: Budget) -> Subject:
    """Return an operation that can be asked for again: list, describe or update."""

    def write(_: int, file: Path) -> int:
        request_files.write_signed(name, port, range(users), budget.requests, file)
        return 0

    return Subject(name, users, place, port, write)


def register(port: int, users: int, place: str, budget: Budget) -> Subject:
    """Return the registration of devices, of other users in each turn."""

    def write(turn: int, file: Path) -> int:
        registering = budget.registering(turn, users)
        request_files.write_signed("register", port, registering, budget.registrations, file)
        return budget.registrations

    return Subject("register", users, place, port, write)
