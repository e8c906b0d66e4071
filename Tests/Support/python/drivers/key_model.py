"""What a key may change, as far as the screen tells: a model that knows nothing of the program's inside."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import unquote

from .faulty_proxy import CarriedWrite
from .terminal import Terminal

#: How often the program tries to send one write.
_ATTEMPTS = 3
#: Any endpoint: the screen does not say which.
ANY = "*"

_ID = r"[0-9a-f]{8}-[0-9a-f-]{27}"
_BOX_TITLE = re.compile(r"┌─ (.*?) ─")
_FOCUSED_BUTTON = re.compile(r"\[ (.*?) \]")
_PALETTE_CURSOR = re.compile(r"│ ▌ ([a-z][a-z.-]+)")
_COUNTED = re.compile(r"(\d+) (?:devices|changes)")


#: Keys after which something may be sent.
CONFIRMING = {"a", "u", "y", "Enter", "Space", "Ctrl-S"}

#: Kinds of writes with the most of each that one key may cause.
Allowance = Counter[tuple[str, str]]

_UNDO = Counter({("update", ANY): 1, ("register", ANY): 1, ("tags", ANY): 2})
#: What commands of the palette may change.
_COMMANDS = {
    "device.toggle-allow": Counter({("update", ANY): 1}),
    "undo": _UNDO,
    "tag.save": Counter({("tags", ANY): 2}),
}


def allowance(terminal: Terminal, key: str) -> Allowance:
    """Return the writes that a key may cause on what the screen shows."""
    text = terminal.text
    box = _BOX_TITLE.search(text)
    if box:
        return _in_dialog(text, box[1], key)
    crumbs = terminal.line(1)
    if key == "Enter" and "Register a device" in crumbs:
        return Counter({("register", ANY): 1})
    if key == "Enter" and "Repair a device" in crumbs:
        return Counter({("register", ANY): 1, ("deregister", ANY): 1})
    if key == "Ctrl-S" and "› Tags" in crumbs:
        return Counter({("tags", ANY): 2})
    is_listing = "› Devices" in crumbs or "› Tags" in crumbs
    if key == "u" and is_listing:
        return _UNDO
    if key == "a" and "› Devices" in crumbs and "marked" not in crumbs:
        endpoint = re.search(rf"Endpoint ID +({_ID})", text)
        return Counter({("update", endpoint[1] if endpoint else ANY): 1})
    return Counter()


def _in_dialog(text: str, title: str, key: str) -> Allowance:
    if title == "Commands":
        command = _PALETTE_CURSOR.search(text)
        # What is under the palette is hidden: whatever the command could do anywhere.
        return _COMMANDS.get(command[1], Counter()) if command and key == "Enter" else Counter()
    if title == "Rename the device":
        return Counter({("update", ANY): 1}) if key == "Enter" else Counter()
    button = _FOCUSED_BUTTON.search(text)
    goes_ahead = key == "y" or (key in ("Enter", "Space") and button and button[1] != "Cancel")
    return _agreed(text, title) if goes_ahead else Counter()


def _agreed(text: str, title: str) -> Allowance:
    """Return what a question has listed."""
    counted = _COUNTED.search(title)
    count = int(counted[1]) if counted else 1
    shown = re.search(rf"│ ID +({_ID})", text)
    endpoint = shown[1] if shown else ANY
    if title.startswith("Deregister"):
        return Counter({("deregister", endpoint): count})
    if title.startswith(("Mute", "Allow")):
        return Counter({("update", ANY): count})
    if title.startswith("Undo"):
        return Counter({("update", ANY): count, ("register", ANY): count})
    if title.startswith("The device has changed"):
        return Counter({("update", endpoint): 1, ("deregister", endpoint): 1})
    if title.startswith("Remove the old endpoint first"):
        return Counter({("deregister", ANY): 1, ("register", ANY): 2})
    return Counter()


class Budget:
    """The writes that were asked for and not yet seen."""

    def __init__(self) -> None:
        """Start with none."""
        self._left: Counter[tuple[str, str]] = Counter()

    def allow(self, writes: Allowance) -> None:
        """Add what a key may cause, with every attempt."""
        for kind, count in writes.items():
            self._left[kind] += count * _ATTEMPTS

    def spend(self, write: CarriedWrite) -> bool:
        """Return whether a write was asked for, and take it off."""
        kind, endpoint = _kind(write)
        for wanted in ((kind, endpoint), (kind, ANY)):
            if self._left[wanted] > 0:
                self._left[wanted] -= 1
                return True
        return False


def _kind(write: CarriedWrite) -> tuple[str, str]:
    path = unquote(write.target)
    if path.startswith("/tags"):
        return "tags", ANY
    endpoint = path.partition("/endpoints/")[2]
    if write.method == "POST":
        return "register", ANY
    return ("update" if write.method == "PUT" else "deregister"), endpoint
