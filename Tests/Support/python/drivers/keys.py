"""What the keys of an xterm send."""

from __future__ import annotations

_NAMED = {
    "Enter": "\r",
    "Esc": "\x1b",
    "Tab": "\t",
    "Shift-Tab": "\x1b[Z",
    "Space": " ",
    "Backspace": "\x7f",
    "Delete": "\x1b[3~",
    "Up": "\x1bOA",
    "Down": "\x1bOB",
    "Right": "\x1bOC",
    "Left": "\x1bOD",
    "Home": "\x1bOH",
    "End": "\x1bOF",
    "PgUp": "\x1b[5~",
    "PgDn": "\x1b[6~",
}


def sequence(key: str) -> bytes:
    """Return the bytes of a key: one character, a name such as `Enter`, or `Ctrl-` and a letter."""
    if key in _NAMED:
        return _NAMED[key].encode()
    if key.startswith("Ctrl-") and len(key) == 6:
        return bytes([ord(key[-1].upper()) & 0x1F])
    if len(key) == 1:
        return key.encode()
    raise ValueError(f"there is no key {key!r}")
