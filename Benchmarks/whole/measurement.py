"""What was measured, round by round."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from statistics import median
from typing import Any

from wrk import Load, Result

#: The places of databases: few users, and the crowd.
FEW = "few"
CROWD = "crowd"
#: How many users are few: as many as the sample data has.
FEW_USERS = 60
#: How long, in seconds, the service has after a burst of writes to bring its log into the file.
REST = 4


@dataclass(frozen=True)
class Row:
    """What one subject did in each round."""

    what: str
    users: int
    place: str
    results: list[Result] = field(default_factory=list)

    @property
    def rates(self) -> list[float]:
        """The requests per second of each round."""
        return [result.per_second for result in self.results]

    @property
    def tails(self) -> list[float]:
        """The 99th percentile of each round's latency."""
        return [result.p99 for result in self.results]

    @property
    def median(self) -> tuple[float, float, float]:
        """The medians of requests per second, and of the 50th and the 99th percentile."""
        return (
            median(self.rates),
            median(result.p50 for result in self.results),
            median(self.tails),
        )


@dataclass(frozen=True)
class Measurement:
    """Everything that was measured."""

    load: Load
    rounds: int
    crowd: int
    #: The size of the crowd's database.
    crowd_bytes: int
    rows: list[Row]
    #: How often a second the disk took 4 KiB for good, in each round.
    syncs: list[float] = field(default_factory=list)

    def row(self, what: str, place: str = "") -> Row:
        """Return the row of a subject."""
        return next(row for row in self.rows if (row.what, row.place) == (what, place))

    def as_json(self) -> dict[str, Any]:
        """Return all of it as JSON has it."""
        return asdict(self)
