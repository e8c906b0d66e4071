"""The report of a measurement, for people."""

from __future__ import annotations

import os
import textwrap
from statistics import median

from measurement import FEW, REST, Measurement, Row
from targets import Target, targets

_WIDTH = 100
_WHAT = {"hello": "bare Hummingbird: hello", "moto": "moto: list of endpoints (SNS)"}


def report(measurement: Measurement) -> str:
    """Return the tables and what has to be known to read them."""
    return "\n\n".join(
        [
            _table(measurement.rows),
            _targets(targets(measurement)),
            *(textwrap.fill(text, _WIDTH) for text in [_syncs(measurement), *_notes(measurement)]),
        ]
    )


def _table(rows: list[Row]) -> str:
    lines = [f"{'what':<32}{'users':>11}{'requests/s':>13}{'p50, ms':>11}{'p99, ms':>11}"]
    for row in rows:
        rate, p50, p99 = row.median
        users = f"{row.users:,}" if row.users else "-"
        lines.append(f"{_WHAT.get(row.what, row.what):<32}{users:>11}{rate:>13,.0f}{p50:>11.2f}{p99:>11.2f}")
    return "\n".join(lines)


def _targets(targets: list[Target]) -> str:
    lines = [f"{'target':<45}{'measured':>11}{'limit':>14}"]
    for target in targets:
        limit = f"{'>=' if target.is_least else '<='} {target.show(target.limit)}"
        verdict = "met" if target.is_met else "missed"
        lines.append(f"{target.name:<45}{target.show(target.measured):>11}{limit:>14}  {verdict}")
    return "\n".join(lines)


def _syncs(measurement: Measurement) -> str:
    updates, syncs = median(measurement.row("update", FEW).rates), median(measurement.syncs)
    return (
        f"The disk takes {syncs:,.0f} appended blocks of 4 KiB a second with an fsync each, the service "
        f"{updates:,.0f} durable updates: on average at least {updates / syncs:.1f} updates share a sync."
    )


def _notes(measurement: Measurement) -> list[str]:
    load = measurement.load
    return [
        f"Every figure is the median of {measurement.rounds} rounds, in which all subjects had "
        f"{load.seconds} s each in turn, over {load.connections} connections; ratios were taken within a "
        "round. A round of 1 s each before them does not count. "
        f"wrk ran on the same {os.cpu_count()} processors as the servers.",
        f"After each burst of writes the service had {REST} s. It brings its log into the file when writers "
        "pause, or beside them where 256 MiB have come together; what it does in a pause is not in these "
        "figures. Longer bursts (--seconds) have more of it in them.",
        f"The crowd's database ({measurement.crowd_bytes / 1e9:,.2f} GB) was read before every round, so "
        "that it lay in the page cache.",
        "Registrations had a database of their own instead of that with few users, and other users in every "
        "round: a user can have 10 devices, so 60 users would be full in a fraction of a second.",
        "moto has no Chime SDK Identity. Compared is the nearest it has: "
        "ListEndpointsByPlatformApplication of SNS, for an application with three endpoints, one signed "
        "request replayed against its threaded werkzeug server. moto checks no signature; Carillon checks "
        "each one.",
    ]
