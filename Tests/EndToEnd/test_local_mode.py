"""`make demo`: nothing but the program, and a user's devices within five keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from drivers.devices_page import DevicesPage
from drivers.program import PROGRAM, environment
from drivers.service import LocalService
from drivers.terminal import Terminal


@pytest.fixture
def demo(home: Path) -> Iterator[Terminal]:
    """Return `carillon --local` for somebody who never used it before."""
    with Terminal([str(PROGRAM), "--local"], environment(home)) as terminal:
        yield terminal


def test_devices_are_five_keys_away(demo: Terminal) -> None:
    """One app instance, so the users come first: move to one, open it."""
    demo.wait_for("Users 60", "Ada Lovelace")

    demo.press("/").type("ada").press("Enter")
    demo.press("Enter")

    assert DevicesPage(demo).wait().names


def test_everything_is_kept_under_the_persons_own_directories(demo: Terminal, home: Path) -> None:
    """The database is private, and it is where the documents say."""
    demo.wait_for("Users 60")
    demo.press("Ctrl-C")
    assert demo.wait_for_exit() == 0

    database = home / "data/carillon/local.sqlite"
    assert database.stat().st_mode & 0o777 == 0o600
    assert database.parent.stat().st_mode & 0o777 == 0o700


def test_a_service_that_is_empty_on_purpose_stays_empty(home: Path) -> None:
    """Somebody serves the same database: sample data would come into their test."""
    database = home / "data/carillon/local.sqlite"
    with (
        LocalService(home, database) as service,
        Terminal([str(PROGRAM), "--local"], environment(home)) as terminal,
    ):
        terminal.wait_for("AppInstances 0")

        assert service.client().list_app_instances()["AppInstances"] == []


def test_the_second_start_shows_what_the_first_one_left(demo: Terminal, home: Path) -> None:
    """The sample data is filled in once: a write of the first session is there in the second."""
    demo.wait_for("Users 60", "Ada Lovelace")
    demo.press("/").type("ada").press("Enter", "Enter")
    page = DevicesPage(demo).wait()
    name, allowed = page.cursor, page.value(page.cursor, "ALLOW")
    expected = "NONE" if allowed == "ALL" else "ALL"
    demo.press("a").wait_until(lambda _: page.value(name, "ALLOW") == expected, f"AllowMessages {expected}")
    demo.press("Ctrl-C")
    assert demo.wait_for_exit() == 0

    with Terminal([str(PROGRAM), "--local"], environment(home)) as second:
        second.wait_for("Users 60", "Ada Lovelace")
        second.press("/").type("ada").press("Enter", "Enter")
        assert DevicesPage(second).wait().value(name, "ALLOW") == expected
