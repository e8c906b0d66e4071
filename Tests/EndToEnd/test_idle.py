"""A program that nobody uses sleeps."""

from __future__ import annotations

from typing import Any

from drivers.devices_page import DevicesPage
from drivers.identity import register_device
from drivers.processes import context_switches

#: How long to watch, in seconds. A timer of any use would show within it.
_WATCH = 15.0


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
