"""What was changed can be looked up, by whoever may and by nobody else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from drivers.devices_page import DevicesPage
from drivers.identity import apns_token, register_device


def _entries(home: Path) -> list[dict[str, Any]]:
    text = (home / "state" / "carillon" / "activity.jsonl").read_text()
    return [json.loads(line) for line in text.splitlines()]


def test_a_change_is_written_down(open_carillon: Any, client: Any, ada: str, home: Path) -> None:
    """Who, when, what, from what to what, how it ended, which request: for nobody else's eyes."""
    token = apns_token()
    endpoint = register_device(client, ada, EndpointAttributes={"DeviceToken": token})
    terminal = open_carillon("--user", "ada", "--refresh", "0")
    DevicesPage(terminal).wait()
    terminal.press("a").wait_for("Muted “iPhone 15”.")

    entry = _entries(home)[-1]
    assert entry["title"] == "Mute “iPhone 15”"
    assert entry["changes"] == [{"member": "AllowMessages", "old": "ALL", "new": "NONE"}]
    assert (entry["resource"], entry["endpoint"]) == (ada, endpoint)
    assert (entry["outcome"], entry["kind"], entry["undo"]) == ("done", "write", False)
    assert entry["account"] == ada.split(":")[4]
    assert entry["principal"] == "local"
    assert len(entry["request_ids"]) == 1
    path = home / "state" / "carillon" / "activity.jsonl"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert token not in path.read_text()


def test_it_is_still_there_the_next_day(open_carillon: Any, client: Any, ada: str, home: Path) -> None:
    """Another run shows and searches what an earlier one has done."""
    register_device(client, ada)
    first = open_carillon("--user", "ada", "--refresh", "0")
    DevicesPage(first).wait()
    first.press("a").wait_for("Muted “iPhone 15”.")
    first.press("u").wait_for("Undone")
    first.press("Ctrl-C")
    assert first.wait_for_exit() == 0

    second = open_carillon("--user", "ada", "--refresh", "0")
    DevicesPage(second).wait()
    second.press("E").wait_for("Activity 2", "✓ done", "✓ undone")
    second.press("/").type(_entries(home)[0]["request_ids"][0][:13]).wait_for("1 of 2")
    second.press("Enter").press("Enter").wait_for("AllowMessages: ALL → NONE")


def test_a_folder_that_cannot_be_written(open_carillon: Any, client: Any, ada: str, home: Path) -> None:
    """The program goes on, and knows what it has done for as long as it runs."""
    register_device(client, ada)
    (home / "state").write_text("a file where a folder should be")
    terminal = open_carillon("--user", "ada", "--refresh", "0")
    DevicesPage(terminal).wait()
    terminal.press("a").wait_for("Muted “iPhone 15”.")
    terminal.press("E").wait_for("Activity 1", "✓ done")
