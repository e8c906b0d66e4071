"""A device stops to work while somebody looks at it."""

from __future__ import annotations

import json
import urllib.request
from typing import Any

from drivers.devices_page import DevicesPage
from drivers.identity import register_device
from drivers.service import LocalService


def _age(service: LocalService, endpoint: str, **state: str) -> None:
    """Have the push provider no longer accept a device."""
    request = urllib.request.Request(
        f"{service.url}/_carillon/endpoints/{endpoint}/state",
        json.dumps(state).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=20) as answer:
        assert answer.status == 200


def test_the_next_refresh_shows_it_and_what_to_do(
    open_carillon: Any, service: LocalService, client: Any, ada: str
) -> None:
    """Nobody presses a key: the row, the reason and the advice change by themselves, and the cursor stays."""
    for name in ("Alpha", "Bravo"):
        endpoint = register_device(client, ada, Name=name)
    terminal = open_carillon("--user", "ada", "--refresh", "1")
    page = DevicesPage(terminal).wait()
    page.move_to("Bravo")

    _age(service, endpoint, Status="INACTIVE", StatusReason="INVALID_DEVICE_TOKEN")

    terminal.wait_for("○ INACTIVE  INVALID_DEVICE_TOKEN", "no longer accepts this device's token")
    assert page.cursor == "Bravo"

    _age(service, endpoint, Status="ACTIVE")
    terminal.wait_until_gone("INACTIVE")
