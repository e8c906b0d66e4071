"""An xterm, as far as a full-screen program can tell: pyte and what pyte leaves out."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, ClassVar

import pyte
from wcwidth import wcwidth

_ALTERNATE_SCREEN = 1049
_CURSOR_VISIBLE = 25


class Emulator(pyte.Screen):
    """A screen that also knows the alternate screen, repetition, scrolling and back tabs."""

    def __init__(self, columns: int, rows: int, answer: Callable[[bytes], None]) -> None:
        """Make a blank screen. `answer` receives what the terminal replies to the program's questions."""
        self._answer = answer
        self._main_screen: tuple[Any, Any] | None = None
        self._last_drawn = ""
        self.bell_count = 0
        super().__init__(columns, rows)

    def draw(self, data: str) -> None:
        """Draw text character by character.

        pyte drops the rest of a run at the first character that neither combines nor has a width, such as
        the joiner inside an emoji of a family; a terminal only skips that one.
        """
        for character in data:
            super().draw(character)
            if wcwidth(character) > 0:
                self._last_drawn = character

    def repeat_last(self, count: int = 1) -> None:
        """Draw the last character again (REP)."""
        self.draw(self._last_drawn * max(1, count))

    def scroll_up(self, count: int = 1) -> None:
        """Move the scrolling region's lines up (SU)."""
        self._at_row(self._margins_top(), lambda: self.delete_lines(max(1, count)))

    def scroll_down(self, count: int = 1) -> None:
        """Move the scrolling region's lines down (SD)."""
        self._at_row(self._margins_top(), lambda: self.insert_lines(max(1, count)))

    def cursor_back_tab(self, count: int = 1) -> None:
        """Move the cursor back to an earlier tab stop (CBT)."""
        for _ in range(max(1, count)):
            self.cursor.x = max((stop for stop in self.tabstops if stop < self.cursor.x), default=0)

    def _margins_top(self) -> int:
        return self.margins.top if self.margins else 0

    def _at_row(self, row: int, act: Callable[[], None]) -> None:
        x, y = self.cursor.x, self.cursor.y
        self.cursor.y = row
        act()
        self.cursor.x, self.cursor.y = x, y

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        """Switch modes on; the alternate screen starts blank and keeps the main one for later."""
        super().set_mode(*modes, **kwargs)
        if kwargs.get("private") and _ALTERNATE_SCREEN in modes and self._main_screen is None:
            self._main_screen = (copy.deepcopy(self.buffer), copy.copy(self.cursor))
            self.erase_in_display(2)

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        """Switch modes off; leaving the alternate screen brings the main one back."""
        super().reset_mode(*modes, **kwargs)
        if kwargs.get("private") and _ALTERNATE_SCREEN in modes and self._main_screen is not None:
            self.buffer, self.cursor = self._main_screen
            self._main_screen = None
            # pyte keeps the cursor's visibility with its place; in an xterm it is a mode of its own.
            self.cursor.hidden = _CURSOR_VISIBLE << 5 not in self.mode

    @property
    def is_alternate(self) -> bool:
        """Whether the alternate screen shows."""
        return self._main_screen is not None

    def bell(self, *_: Any) -> None:
        """Count the bells."""
        self.bell_count += 1

    def write_process_input(self, data: str) -> None:
        """Hand the terminal's reply to the program."""
        self._answer(data.encode())


class EmulatorStream(pyte.ByteStream):
    """pyte's parser with the sequences that `Emulator` adds."""

    csi: ClassVar = {
        **pyte.ByteStream.csi,
        "b": "repeat_last",
        "S": "scroll_up",
        "T": "scroll_down",
        "Z": "cursor_back_tab",
    }
    events = pyte.ByteStream.events | {"repeat_last", "scroll_up", "scroll_down", "cursor_back_tab"}
