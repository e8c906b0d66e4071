"""What the service is to reach, and whether it does. All but the plain rate are ratios within a round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from measurement import CROWD, FEW, FEW_USERS, Measurement

#: The operations whose latency must not depend on how many users there are.
_OPERATIONS = ("list", "describe", "update", "register")


@dataclass(frozen=True)
class Target:
    """A limit and what was measured in each round."""

    name: str
    rounds: list[float]
    limit: float
    #: Whether the limit is the least; else it is the most.
    is_least: bool
    show: Callable[[float], str]

    @property
    def measured(self) -> float:
        """The median of the rounds."""
        return median(self.rounds)

    @property
    def is_met(self) -> bool:
        """Whether the limit holds."""
        return self.measured >= self.limit if self.is_least else self.measured <= self.limit


def targets(measurement: Measurement) -> list[Target]:
    """Return every target with what was measured."""
    listing = measurement.row("list", FEW).rates
    return [
        Target(
            f"list at {FEW_USERS} users / hello",
            _ratios(listing, measurement.row("hello").rates),
            0.4,
            True,
            "{:.0%}".format,
        ),
        Target(
            f"list at {FEW_USERS} users / moto",
            _ratios(listing, measurement.row("moto").rates),
            30,
            True,
            "{:.1f} x".format,
        ),
        Target(
            f"update at {FEW_USERS} users",
            measurement.row("update", FEW).rates,
            5000,
            True,
            "{:,.0f}/s".format,
        ),
        *(_flatness(measurement, operation) for operation in _OPERATIONS),
    ]


def _flatness(measurement: Measurement, operation: str) -> Target:
    few, crowd = measurement.row(operation, FEW), measurement.row(operation, CROWD)
    return Target(
        f"p99 of {operation}, {crowd.users:,} users / {few.users:,}",
        _ratios(crowd.tails, few.tails),
        1.3,
        False,
        "{:.2f}".format,
    )


def _ratios(numerators: list[float], denominators: list[float]) -> list[float]:
    return [numerator / denominator for numerator, denominator in zip(numerators, denominators)]
