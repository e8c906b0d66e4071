"""The first thing the program does is draw."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from drivers.identity import ACCESS_KEY, REGION, SECRET_KEY
from drivers.program import PROGRAM, environment
from drivers.terminal import Terminal

#: What counts as work that has to wait: network, name service, and reading who one is.
_WORK = re.compile(
    r"\b(socket\(AF_|connect\(|open(at)?\([^)]*(resolv\.conf|nsswitch\.conf|/etc/hosts|aws-credentials|aws-config))"
)
_FRAME = re.compile(r"\bwritev?\(.*Carillon")


@pytest.fixture
def silent_server() -> Iterator[socket.socket]:
    """Return a socket that connections reach, and that never answers any."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


@pytest.fixture
def variables(home: Path, silent_server: socket.socket) -> dict[str, str]:
    """Return the environment of somebody whose keys are in a file and whose service does not answer."""
    (home / "aws-credentials").write_text(
        f"[default]\naws_access_key_id = {ACCESS_KEY}\naws_secret_access_key = {SECRET_KEY}\n"
    )
    (home / "aws-config").write_text(f"[default]\nregion = {REGION}\n")
    endpoint = f"http://localhost:{silent_server.getsockname()[1]}"
    return environment(home, AWS_ENDPOINT_URL_CHIME_SDK_IDENTITY=endpoint)


def _wait_for_call(server: socket.socket) -> socket.socket:
    """Wait until somebody connects, and return the connection."""
    server.settimeout(20)
    connection, _ = server.accept()
    return connection


def test_nothing_is_looked_up_before_the_first_frame(
    variables: dict[str, str], silent_server: socket.socket, tmp_path: Path
) -> None:
    """The kernel's record: the frame is written before the first socket, name look-up or credential file."""
    record = tmp_path / "strace"
    tracer = ["strace", "-f", "-s", "4096", "-o", str(record)]
    tracer += ["-e", "trace=socket,connect,open,openat,write,writev"]

    with Terminal([*tracer, str(PROGRAM), "--user", "ada"], variables) as terminal:
        terminal.wait_for("Carillon")
        with _wait_for_call(silent_server):
            terminal.press("Ctrl-C")
            assert terminal.wait_for_exit() == 0

    calls = record.read_text(errors="replace").splitlines()
    frame = next(number for number, call in enumerate(calls) if _FRAME.search(call))
    work = [number for number, call in enumerate(calls) if _WORK.search(call)]
    assert work, "the program has to look for its keys and to call the service at some time"
    assert [calls[number] for number in work if number < frame] == []


def test_a_service_that_never_answers_holds_nothing_up(
    variables: dict[str, str], silent_server: socket.socket
) -> None:
    """Keys work while the first page is on its way."""
    with Terminal([str(PROGRAM), "--user", "ada"], variables) as terminal:
        terminal.wait_for("Carillon")
        with _wait_for_call(silent_server):
            terminal.press("?").wait_for("Ctrl-C")
            terminal.press("Ctrl-C")
            assert terminal.wait_for_exit() == 0
