"""From a small laptop window to a wall: every size shows what there is, or says why not."""

from __future__ import annotations

import re
from typing import Any

import pytest
from drivers.devices_page import DevicesPage
from drivers.identity import register_device
from drivers.terminal import Size, Terminal

_SIZES = [Size(80, 24), Size(100, 30), Size(120, 40), Size(200, 50), Size(300, 100)]


@pytest.fixture
def devices(client: Any, ada: str) -> None:
    """Give Ada some devices."""
    for name in ("Alpha", "Bravo", "Charlie", "Delta"):
        register_device(client, ada, Name=name)


def _open(open_carillon: Any, size: Size) -> Terminal:
    terminal = open_carillon("--user", "ada", "--refresh", "0", size=size)
    DevicesPage(terminal).wait()
    return terminal.wait_for("Endpoint ID", "Resource ARN")


def _without_ages(terminal: Terminal) -> str:
    """Return the screen's text without how long ago it was updated."""
    return re.sub(r" *updated [^\n]*", "", terminal.text)


@pytest.mark.usefixtures("devices")
@pytest.mark.parametrize("size", _SIZES, ids=str)
def test_the_devices_fit(open_carillon: Any, size: Size) -> None:
    """Title on top, hints at the bottom, the table and the details between."""
    terminal = _open(open_carillon, size)

    assert "Carillon" in terminal.line(0)
    assert re.search(r"\? help", terminal.line(size.rows - 1))
    page = DevicesPage(terminal)
    page.wait_for_names("Alpha", "Bravo", "Charlie", "Delta")
    details = terminal.find("Endpoint ID")
    if size.columns >= 120:
        assert details.column > page.columns["TYPE"], "the details stand beside the list"
    else:
        assert details.row > max(page.rows), "the details stand under the list"


@pytest.mark.usefixtures("devices")
@pytest.mark.parametrize("size", [Size(20, 5), Size(1, 1), Size(79, 3)], ids=str)
def test_a_terminal_that_is_too_small(open_carillon: Any, size: Size) -> None:
    """The screen says so as far as there is room, and is back with the room."""
    terminal = _open(open_carillon, Size(80, 24))
    shown = _without_ages(terminal)

    terminal.resize(size).wait_until(lambda _: "Alpha" not in terminal.text, "the rows to go")
    if size == Size(20, 5):
        terminal.wait_for("Carillon needs")

    terminal.resize(Size(80, 24))
    terminal.wait_until(lambda _: _without_ages(terminal) == shown, "the screen of before")


@pytest.mark.usefixtures("devices")
def test_starting_too_small(open_carillon: Any) -> None:
    """The same from the start, and keys still work."""
    terminal = open_carillon("--user", "ada", size=Size(20, 5))

    terminal.wait_for("Carillon needs")
    terminal.press("Ctrl-C")

    assert terminal.wait_for_exit() == 0


@pytest.mark.usefixtures("devices")
def test_a_storm_of_sizes(open_carillon: Any) -> None:
    """After two hundred sizes in a row the screen is what a start at the last one shows."""
    expected = _without_ages(_open(open_carillon, Size(100, 30)))
    terminal = _open(open_carillon, Size(80, 24))

    for step in range(200):
        terminal.resize(Size(5 + step * 7 % 200, 2 + step * 13 % 60))
    terminal.resize(Size(100, 30))

    terminal.wait_until(lambda _: _without_ages(terminal) == expected, f"this screen:\n{expected}\n")
