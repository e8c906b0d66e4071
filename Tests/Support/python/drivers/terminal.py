"""A program in a pseudo-terminal, its screen read by an emulator that is not ours."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from . import keys
from .emulator import Emulator, EmulatorStream

#: How long a wait may last before the test fails. Reached only by a program that is stuck.
PATIENCE = 20.0

#: A frame arrives in pieces; a pause as long as this, in seconds, means that it is complete.
_FRAME_GAP = 0.03


class Size(NamedTuple):
    """The size of a terminal in cells."""

    columns: int
    rows: int


USUAL_SIZE = Size(100, 30)


@dataclass(frozen=True)
class Place:
    """A cell of the screen; both count from 0."""

    row: int
    column: int


class Terminal:
    """A terminal that runs one program and does what a person would: look, wait for something, press keys.

    Every wait names what it waits for, and ends as soon as that is there.
    """

    def __init__(
        self,
        arguments: list[str],
        environment: dict[str, str],
        size: Size = USUAL_SIZE,
        folder: Path | None = None,
    ) -> None:
        """Make a terminal for a program, which `run` starts in `folder` (here, if none is given)."""
        self._master, self._tty = os.openpty()
        self.size = size
        self._set_kernel_size(size)
        self.screen = Emulator(size.columns, size.rows, self._write)
        self._stream = EmulatorStream(self.screen)
        #: Everything the program has written so far.
        self.output = b""
        self._arguments = arguments
        self._environment = environment
        self._folder = folder

    def run(self) -> Terminal:
        """Start the program."""
        self._process = subprocess.Popen(
            self._arguments,
            env=self._environment,
            cwd=self._folder,
            stdin=self._tty,
            stdout=self._tty,
            stderr=self._tty,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        self._ended = os.pidfd_open(self._process.pid)
        return self

    # Looking

    @property
    def text(self) -> str:
        """The screen's text, a line per row, without blanks at the ends."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def line(self, row: int) -> str:
        """The text of one row."""
        return self.screen.display[row].rstrip()

    def find_all(self, text: str) -> list[Place]:
        """Return every place where `text` starts, in cells: wide characters count for two."""
        places = []
        for row in range(self.screen.lines):
            characters, columns = self._characters(row)
            start = characters.find(text)
            while start >= 0:
                places.append(Place(row, columns[start]))
                start = characters.find(text, start + 1)
        return places

    def find(self, text: str) -> Place:
        """Return the first place where `text` starts."""
        places = self.find_all(text)
        assert places, f"{text!r} is not on the screen:\n{self.text}"
        return places[0]

    def row_of(self, text: str) -> int:
        """Return the row where `text` is."""
        return self.find(text).row

    def _characters(self, row: int) -> tuple[str, list[int]]:
        """Return a row's text and the column of each of its characters."""
        text = ""
        columns: list[int] = []
        for column in range(self.screen.columns):
            data = self.screen.buffer[row][column].data
            text += data
            columns += [column] * len(data)
        return text, columns

    # Waiting

    def wait_until(
        self, condition: Callable[[Terminal], object], what: str, within: float = PATIENCE
    ) -> Terminal:
        """Read what the program draws until `condition` holds at the end of a frame.

        Fail with the screen where it never does.
        """
        deadline = time.monotonic() + within
        while True:
            while not condition(self):
                left = deadline - time.monotonic()
                assert left > 0, f"waited {within:g} s for {what}; the screen:\n{self.text}"
                if not self.read(left) and not self.is_running:
                    assert condition(self), f"the program ended before {what}; the screen:\n{self.text}"
            while self.read(_FRAME_GAP):
                pass
            if condition(self):
                return self

    def wait_for(self, *texts: str, within: float = PATIENCE) -> Terminal:
        """Wait until all of `texts` are on the screen at once."""
        return self.wait_until(
            lambda terminal: all(text in terminal.text for text in texts), f"the text {texts!r}", within
        )

    def wait_for_line(self, pattern: str, within: float = PATIENCE) -> Terminal:
        """Wait until a line of the screen matches the regular expression."""
        expression = re.compile(pattern, re.MULTILINE)
        return self.wait_until(
            lambda terminal: expression.search(terminal.text), f"a line like {pattern!r}", within
        )

    def wait_until_gone(self, text: str, within: float = PATIENCE) -> Terminal:
        """Wait until `text` is no longer on the screen."""
        return self.wait_until(lambda terminal: text not in terminal.text, f"{text!r} to go away", within)

    def wait_for_exit(self, within: float = PATIENCE) -> int:
        """Wait until the program has ended; return its exit status, or minus the signal that ended it."""
        self.wait_until(lambda terminal: not terminal.is_running, "the program to end", within)
        while self.read(0):
            pass
        return self._process.returncode

    def read(self, within: float) -> bytes:
        """Wait until the program draws or ends, show what it drew and return it."""
        watched = [self._master] if self._process.returncode is not None else [self._master, self._ended]
        readable, _, _ = select.select(watched, [], [], max(0.0, within))
        if self._master not in readable:
            return b""
        drawn = os.read(self._master, 65536)
        self.output += drawn
        self._stream.feed(drawn)
        return drawn

    # Acting

    def press(self, *names: str) -> Terminal:
        """Press keys, by the names of `keys.sequence`."""
        for name in names:
            self._write(keys.sequence(name))
        return self

    def type(self, text: str) -> Terminal:
        """Type text as it is."""
        self._write(text.encode())
        return self

    def resize(self, size: Size) -> Terminal:
        """Give the terminal another size; the kernel tells the program."""
        self.size = size
        self._set_kernel_size(size)
        self.screen.resize(size.rows, size.columns)
        return self

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self._process.send_signal(number)

    def hang_up(self) -> None:
        """Go away, as a lost connection does: this end of the terminal is closed."""
        os.close(self._tty)
        os.close(self._master)
        self._master = self._tty = -1

    def ends_within(self, seconds: float) -> bool:
        """Return whether the program ends in this time, without reading from the terminal."""
        return bool(select.select([self._ended], [], [], seconds)[0])

    def _write(self, data: bytes) -> None:
        os.write(self._master, data)

    def _set_kernel_size(self, size: Size) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", size.rows, size.columns, 0, 0))

    # The terminal and the process behind it

    @property
    def settings(self) -> str:
        """What `stty -a` says of the terminal, apart from its size."""
        said = subprocess.run(["stty", "-a"], stdin=self._tty, capture_output=True, text=True, check=True)
        return re.sub(r"rows \d+; columns \d+; ", "", said.stdout)

    @property
    def descriptor(self) -> int:
        """The program's end of the terminal."""
        return self._tty

    @property
    def process_id(self) -> int:
        """The program's process id."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether the program is there."""
        return self._process.poll() is None

    def close(self) -> None:
        """End the program if it still runs, and everything it started in this terminal."""
        if self.is_running:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(timeout=10)
        for descriptor in (self._ended, self._master, self._tty):
            if descriptor >= 0:
                os.close(descriptor)
        self._ended = self._master = self._tty = -1

    def __enter__(self) -> Terminal:
        """Run the program."""
        return self.run()

    def __exit__(self, *_: object) -> None:
        """End the program and close the terminal."""
        self.close()
