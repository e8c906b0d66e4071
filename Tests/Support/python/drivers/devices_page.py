"""The devices screen, read the way a person reads a table."""

from __future__ import annotations

from .terminal import Terminal

_HEADINGS = ("NAME", "STATUS", "ALLOW", "TYPE")
_CURSOR = "▌"
#: How the last change of a device has ended.
_ENDINGS = " ✓✗"


class DevicesPage:
    """The list of a user's devices on a terminal's screen.

    Every answer is about the screen as it is now; columns are counted in cells.
    """

    def __init__(self, terminal: Terminal) -> None:
        """Look at the devices screen of `terminal`."""
        self._terminal = terminal

    def wait(self) -> DevicesPage:
        """Wait until the table is there with a row in it."""
        self._terminal.wait_until(lambda _: self.is_shown and self.names, "the devices")
        return self

    @property
    def is_shown(self) -> bool:
        """Whether the screen shows the table."""
        return self._heading_row is not None

    @property
    def columns(self) -> dict[str, int]:
        """The column where each heading starts."""
        row = self._heading_row
        assert row is not None, f"there is no table of devices:\n{self._terminal.text}"
        return {
            heading: next(place.column for place in self._terminal.find_all(heading) if place.row == row)
            for heading in _HEADINGS
        }

    @property
    def rows(self) -> list[int]:
        """The rows of the screen that show a device: from under the headings to the first other line."""
        heading_row = self._heading_row
        if heading_row is None:
            return []
        columns = self.columns
        rows = []
        for row in range(heading_row + 1, self._terminal.screen.lines):
            if self._cells(row, columns["ALLOW"], columns["TYPE"]).strip(_ENDINGS) not in ("ALL", "NONE"):
                break
            rows.append(row)
        return rows

    @property
    def names(self) -> list[str]:
        """The names as they are shown, from top to bottom."""
        return [self._value(row, "NAME") for row in self.rows]

    def wait_for_names(self, *names: str) -> DevicesPage:
        """Wait until the table shows just these names: a frame may arrive in pieces."""
        self._terminal.wait_until(lambda _: self.names == list(names), f"the devices {names}")
        return self

    def value(self, name: str, heading: str) -> str:
        """Return what the table shows under `heading` for the device of that name."""
        for row in self.rows:
            if self._value(row, "NAME") == name:
                return self._value(row, heading)
        raise AssertionError(f"{name!r} is not among {self.names}:\n{self._terminal.text}")

    @property
    def cursor(self) -> str:
        """The name of the device that the cursor is on."""
        at_cursor = [row for row in self.rows if _CURSOR in self._cells(row, 0, self.columns["NAME"])]
        assert len(at_cursor) == 1, f"not one cursor but {len(at_cursor)}:\n{self._terminal.text}"
        return self._value(at_cursor[0], "NAME")

    def move_to(self, name: str) -> DevicesPage:
        """Move the cursor down to the device of that name."""
        for _ in range(self.names.index(name) - self.names.index(self.cursor)):
            self._terminal.press("j")
        self._terminal.wait_until(lambda _: self.cursor == name, f"the cursor on {name!r}")
        return self

    @property
    def _heading_row(self) -> int | None:
        for place in self._terminal.find_all("ALLOW"):
            if all(heading in self._terminal.line(place.row) for heading in _HEADINGS):
                return place.row
        return None

    def _value(self, row: int, heading: str) -> str:
        starts = [*sorted(self.columns.values()), self._terminal.screen.columns]
        start = self.columns[heading]
        return self._cells(row, start, starts[starts.index(start) + 1]).strip(_ENDINGS)

    def _cells(self, row: int, start: int, end: int) -> str:
        cells = self._terminal.screen.buffer[row]
        return "".join(cells[column].data for column in range(start, end))
