"""Whatever somebody called their phone, the table stays a table and the terminal a terminal."""

from __future__ import annotations

from typing import Any

import pytest
from drivers.devices_page import DevicesPage
from drivers.identity import create_user, register_device
from drivers.modes import assert_unharmed
from drivers.terminal import Size, Terminal

_HOSTILE = {
    "title": "\x1b]0;pwned\x07",
    "clear": "\x1b[2J",
    "clear in 8 bits": "\x9b2J",
    "lines": "one\r\ntwo\tthree",
    "right to left": "\u202etxt.exe",
    "isolates": "\u2066abc\u2069",
    "Chinese": "中文",
    "family": "👩\u200d👩\u200d👧",
    "marks": "e" + "\u0301" * 40,
    "long": "x" * 1600,
}

#: What may reach the terminal under no circumstances, as bytes.
_FORBIDDEN = [b"\x1b]0;pwned", b"pwned\x07", "\u202e".encode(), "\u2066".encode(), "\x9b".encode()]


@pytest.mark.parametrize("size", [Size(80, 24), Size(100, 30), Size(200, 50)], ids=str)
def test_every_row_keeps_its_columns(open_carillon: Any, client: Any, ada: str, size: Size) -> None:
    """ALLOW and TYPE stand under their headings in every row."""
    for name in _HOSTILE.values():
        register_device(client, ada, Name=name)

    terminal = open_carillon("--user", "ada", size=size)
    page = DevicesPage(terminal).wait()
    terminal.wait_for("Devices 10")

    _assert_aligned(terminal, page)
    last = page.names[-1]
    terminal.press("G").wait_until(lambda _: page.names[-1] == page.cursor, f"the cursor below {last!r}")
    _assert_aligned(terminal, page)


def _assert_aligned(terminal: Terminal, page: DevicesPage) -> None:
    headings = page.columns
    assert len(page.rows) >= 3, f"hardly a list:\n{terminal.text}"
    for heading, text in (("ALLOW", "ALL"), ("TYPE", "APNS")):
        starts = [(place.row, place.column) for place in terminal.find_all(text)]
        assert [row for row in page.rows if (row, headings[heading]) not in starts] == []


def test_the_terminal_takes_no_orders_from_a_name(open_carillon: Any, client: Any, ada: str) -> None:
    """Title, bell and screen are the program's alone, in the list, the detail pane and the tag editor."""
    for name in _HOSTILE.values():
        register_device(client, ada, Name=name)
    client.tag_resource(
        ResourceARN=ada,
        Tags=[{"Key": f"{key} {name}"[:128], "Value": name[:256]} for key, name in _HOSTILE.items()],
    )
    terminal = open_carillon("--user", "ada")
    page = DevicesPage(terminal).wait()
    title = terminal.screen.title

    for _ in range(len(_HOSTILE)):
        terminal.press("j")
    terminal.press("G").wait_until(lambda _: page.cursor == page.names[-1], "the cursor on the last row")
    terminal.press("t").wait_for("Tags", "family")

    assert terminal.screen.title == title
    assert terminal.screen.bell_count == 0
    assert terminal.screen.is_alternate
    terminal.press("Ctrl-C")
    assert terminal.wait_for_exit() == 0
    assert [order for order in _FORBIDDEN if order in terminal.output] == []
    assert_unharmed(terminal.output)


def test_harmless_foreign_text_is_shown_as_it_is(open_carillon: Any, client: Any, ada: str) -> None:
    """Nothing is lost of a name that is only foreign."""
    register_device(client, ada, Name="中文")
    register_device(client, ada, Name="Ωμέγα")

    page = DevicesPage(open_carillon("--user", "ada")).wait()

    assert sorted(page.names) == ["Ωμέγα", "中文"]


def test_borders_go_round_emoji(open_carillon: Any, client: Any, ada: str) -> None:
    """A dialog about a device with emoji in its name shows all of the name and all of its border."""
    register_device(client, ada, Name="📱👍 中文")
    terminal = open_carillon("--user", "ada", "--refresh", "0")
    DevicesPage(terminal).wait()
    terminal.press("D").wait_for("Deregister this device?", "📱👍 中文")

    top, bottom = terminal.find("┌"), terminal.find("└")
    right = terminal.find("┐").column
    cells = terminal.screen.buffer
    for row in range(top.row + 1, bottom.row):
        assert (cells[row][top.column].data, cells[row][right].data) == ("│", "│")
    (line,) = [terminal.line(row) for row in range(top.row, bottom.row) if "Device  " in terminal.line(row)]
    assert "Device  📱👍 中文  " in line


def test_users_have_hostile_names_too(open_carillon: Any, client: Any, app_instance: str) -> None:
    """The user picker, and the way back from it."""
    for number, name in enumerate(_HOSTILE.values()):
        create_user(client, app_instance, f"user-{number}", f"{number} {name}"[:100])

    terminal = open_carillon()
    terminal.wait_for("Users", "7 👩", "5 ")

    for number in range(len(_HOSTILE)):
        ids = [place.column for place in terminal.find_all(f"user-{number}")]
        assert ids, f"user-{number} is not listed:\n{terminal.text}"
        assert ids[0] == terminal.find("user-0").column
    terminal.press("q")
    assert terminal.wait_for_exit() == 0
    assert [order for order in _FORBIDDEN if order in terminal.output] == []
