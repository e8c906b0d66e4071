"""The servers that are measured, each in a process of its own on a port that it picked."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from drivers.program import ROOT, environment
from failure import MeasurementError

#: Where `swift build -c release` leaves the yardstick and the tool that signs requests.
BENCHMARKS = ROOT / "Benchmarks/.build/release"
#: The program that is measured. `CARILLON_PROGRAM` names another build of it.
PROGRAM = Path(os.environ.get("CARILLON_PROGRAM", ROOT / ".build/release/carillon")).resolve()

#: What Carillon and the yardstick print once they accept connections, and what moto's werkzeug does.
_LISTENING = re.compile(rb"(?:^listening| \* Running) on http://127\.0\.0\.1:([0-9]+)$")
#: How much of what a server printed is told where it does not start.
_TOLD_LINES = 20


def hello(home: Path) -> AbstractContextManager[int]:
    """Run bare Hummingbird, which answers `GET /hello` and does nothing else."""
    return _running("the hello server", [BENCHMARKS / "hello"], home)


def carillon(home: Path, database: Path, *options: str, within: float = 60) -> AbstractContextManager[int]:
    """Run `carillon serve` on a database."""
    command = [PROGRAM, "serve", "--port", "0", "--database", database, *options]
    return _running("carillon serve", command, home, within)


def moto(home: Path) -> AbstractContextManager[int]:
    """Run moto's server as its manual has it."""
    program = Path(sys.executable).with_name("moto_server")
    return _running("moto_server", [program, "-H", "127.0.0.1", "-p", "0"], home)


@contextmanager
def _running(name: str, command: list[Path | str], home: Path, within: float = 60) -> Iterator[int]:
    """Run a server, wait until it listens, give its port, and stop it in the end."""
    program = Path(command[0])
    if not program.exists():
        raise MeasurementError(f"There is no {program}; Scripts/benchmarks.sh builds what is needed.")
    process = subprocess.Popen(
        [str(word) for word in command],
        env=environment(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    output = _Output(process)
    try:
        yield output.port(name, within)
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        output.close()


class _Output:
    """What a server prints. It is read to the end, or the server would wait for somebody to read it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._stream = process.stdout
        self._port = 0
        self._last_lines: deque[bytes] = deque(maxlen=_TOLD_LINES)
        self._listens_or_ended = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        for line in self._stream:
            self._last_lines.append(line)
            listening = _LISTENING.search(line.rstrip())
            if listening and not self._port:
                self._port = int(listening[1])
                self._listens_or_ended.set()
        self._listens_or_ended.set()

    def port(self, name: str, within: float) -> int:
        """Wait until the server says on which port it listens."""
        self._listens_or_ended.wait(within)
        if not self._port:
            printed = b"".join(self._last_lines).decode(errors="replace").strip()
            raise MeasurementError(f"{name} does not listen. It printed: {printed or 'nothing'}")
        return self._port

    def close(self) -> None:
        """Stop reading, once the server has ended."""
        self._reader.join()
        self._stream.close()
