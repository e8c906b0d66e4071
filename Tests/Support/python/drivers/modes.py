"""The modes that a program has left a terminal in, read off its output."""

from __future__ import annotations

import re

_PRIVATE_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")

ALTERNATE_SCREEN = 1049
CURSOR_SHOWN = 25
BRACKETED_PASTE = 2004
MOUSE = (9, 1000, 1002, 1003, 1005, 1006, 1015)


def modes_after(output: bytes) -> dict[int, bool]:
    """Return whether each private mode that `output` mentions is on at its end."""
    modes = {}
    for numbers, action in _PRIVATE_MODE.findall(output):
        for number in numbers.split(b";"):
            modes[int(number)] = action == b"h"
    return modes


def assert_unharmed(output: bytes) -> None:
    """Fail unless a terminal that has shown `output` is as a shell expects it."""
    modes = modes_after(output)
    assert modes.get(ALTERNATE_SCREEN) is False, "the program did not come back from the alternate screen"
    assert modes.get(CURSOR_SHOWN, True), "the cursor is hidden"
    assert not modes.get(BRACKETED_PASTE, False), "bracketed paste is on"
    left_on = [number for number in MOUSE if modes.get(number, False)]
    assert not left_on, f"the mouse modes {left_on} are on"
