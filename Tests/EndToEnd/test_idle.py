"""A program that nobody uses sleeps."""

from __future__ import annotations

import os
import time
from typing import Any

from drivers.devices_page import DevicesPage
from drivers.identity import register_device
from drivers.processes import context_switches, cpu_seconds, resident_bytes
from drivers.service import LocalService

#: How long to watch, in seconds. A timer of any use would show within it.
_WATCH = 15.0

#: How long to watch while the service is away; `CARILLON_IDLE_SECONDS=600` is what the promise is about.
_AWAY = float(os.environ.get("CARILLON_IDLE_SECONDS", "30"))
#: The processor time that ten minutes without a service may take, in seconds.
_CPU_LIMIT = 0.2
#: What memory may grow by, in bytes: the allocator's own rounding.
_GROWTH_LIMIT = 1024 * 1024


def test_an_idle_program_does_not_wake_up(open_carillon: Any, client: Any, ada: str) -> None:
    """No timer, no polling: with `--refresh 0` nothing happens until somebody presses a key."""
    register_device(client, ada)
    terminal = open_carillon("--user", "ada", "--refresh", "0")
    DevicesPage(terminal).wait()
    terminal.wait_for("Endpoint ID")
    _settle(terminal)

    before = context_switches(terminal.process_id)
    drawn = terminal.read(_WATCH)
    after = context_switches(terminal.process_id)

    assert drawn == b""
    assert after - before <= 2


def _settle(terminal: Any) -> None:
    """Wait until a second has passed in which the program did not run."""
    for _ in range(20):
        before = context_switches(terminal.process_id)
        terminal.read(1.0)
        if context_switches(terminal.process_id) == before:
            return
    raise AssertionError("the program never came to rest")


def test_a_service_that_is_away_costs_nothing(
    open_carillon: Any, service: LocalService, client: Any, ada: str, capsys: Any
) -> None:
    """Background refresh goes on trying, and neither the processor nor the memory notices."""
    register_device(client, ada)
    terminal = open_carillon("--user", "ada")
    DevicesPage(terminal).wait()
    terminal.wait_for("Endpoint ID")
    service.kill()
    terminal.press("r").wait_for("Since")
    # The first failures load what failures need.
    terminal.read(1.0)

    cpu, memory = cpu_seconds(terminal.process_id), resident_bytes(terminal.process_id)
    _watch(terminal, _AWAY)
    cpu = cpu_seconds(terminal.process_id) - cpu
    growth = resident_bytes(terminal.process_id) - memory

    with capsys.disabled():
        print(f"\n{_AWAY:g} s away: {cpu:.2f} s of processor time, {growth // 1024} KiB more memory")
    assert cpu <= _CPU_LIMIT
    assert growth <= _GROWTH_LIMIT


def _watch(terminal: Any, seconds: float) -> None:
    """Look on, and read what is drawn, so that the program never waits for its terminal."""
    deadline = time.monotonic() + seconds
    while (left := deadline - time.monotonic()) > 0:
        terminal.read(left)
