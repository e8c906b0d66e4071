"""However the program ends, the terminal is as it was."""

from __future__ import annotations

import re
import signal
from pathlib import Path
from typing import Any

import pytest
from drivers.devices_page import DevicesPage
from drivers.identity import register_device
from drivers.modes import assert_unharmed
from drivers.program import PROGRAM
from drivers.service import LocalService
from drivers.terminal import USUAL_SIZE, Terminal

_CRASHES = [signal.SIGSEGV, signal.SIGABRT, signal.SIGILL, signal.SIGBUS, signal.SIGFPE, signal.SIGTRAP]


class _Watched:
    """The program on its devices screen, and the terminal's settings from before its start."""

    def __init__(self, service: LocalService, home: Path) -> None:
        self.terminal = Terminal([str(PROGRAM), "--user", "ada"], service.environment(home), USUAL_SIZE)
        self._settings = self.terminal.settings
        self.terminal.run()
        DevicesPage(self.terminal).wait()
        assert self.terminal.screen.is_alternate
        assert self.terminal.settings != self._settings

    def end(self) -> int:
        """Wait for the end, check the terminal and return the exit status."""
        status = self.terminal.wait_for_exit()
        assert self.terminal.settings == self._settings
        assert_unharmed(self.terminal.output)
        return status


@pytest.fixture
def watched(service: LocalService, home: Path, client: Any, ada: str) -> Any:
    """Return the program on the screen of a user with one device."""
    register_device(client, ada)
    watched = _Watched(service, home)
    yield watched
    watched.terminal.close()


@pytest.mark.parametrize("key", ["q", "Esc", "Ctrl-C"])
def test_leaving_with_a_key(watched: Any, key: str) -> None:
    """Back from the devices to the users and out, or out at once."""
    watched.terminal.press(key)
    if key != "Ctrl-C":
        watched.terminal.wait_until(
            lambda terminal: not terminal.is_running or not DevicesPage(terminal).is_shown, "the way back"
        )
    if watched.terminal.is_running and key != "Ctrl-C":
        watched.terminal.press("q")

    assert watched.end() == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda s: s.name)
def test_a_request_to_end(watched: Any, number: signal.Signals) -> None:
    """A signal that asks ends the program in order."""
    watched.terminal.send_signal(number)

    watched.end()


@pytest.mark.parametrize("number", _CRASHES, ids=lambda number: number.name)
def test_a_crash(watched: Any, number: signal.Signals) -> None:
    """A crash is still a crash to whoever waits for the program, but not to the terminal."""
    watched.terminal.send_signal(number)

    assert watched.end() == -number


def test_stopping_and_going_on(service: LocalService, home: Path, client: Any, ada: str) -> None:
    """Ctrl-Z gives the shell its terminal back, and fg brings the screen back."""
    register_device(client, ada)
    with _shell(service, home) as shell:
        _run(shell, "stty -a > before")
        shell.type(f"{PROGRAM} --user ada --refresh 0\r")
        page = DevicesPage(shell).wait()
        drawn = page.names

        shell.press("Ctrl-Z").wait_for("Stopped")
        assert not shell.screen.is_alternate
        assert not shell.screen.cursor.hidden
        _run(shell, "stty -a > during")

        shell.type("fg\r")
        assert page.wait().names == drawn
        assert shell.screen.is_alternate
        shell.press("Ctrl-C").wait_until(lambda _: not shell.screen.is_alternate, "the shell's screen")
        _run(shell, "stty -a > after")

    settings = {name: (home / name).read_text() for name in ("before", "during", "after")}
    assert settings["during"] == settings["before"]
    assert settings["after"] == settings["before"]


def test_the_size_may_change_while_stopped(service: LocalService, home: Path, client: Any, ada: str) -> None:
    """The screen that comes back fits the terminal it comes back to."""
    register_device(client, ada)
    with _shell(service, home) as shell:
        shell.type(f"{PROGRAM} --user ada --refresh 0\r")
        page = DevicesPage(shell).wait()
        shell.press("Ctrl-Z").wait_for("Stopped")

        shell.resize(USUAL_SIZE._replace(columns=80, rows=24))
        shell.type("fg\r")
        page.wait()
        shell.wait_until(lambda _: re.search(r"\? help", shell.line(23)), "the hints in the last line")


def _shell(service: LocalService, home: Path) -> Terminal:
    """Return a terminal with an interactive shell in the home directory."""
    environment = service.environment(home, PS1="ready> ", HISTFILE="")
    return Terminal(["bash", "--norc", "--noprofile", "-i"], environment, folder=home)


def _run(shell: Terminal, command: str) -> None:
    """Run a command in the shell to its end."""
    shell.type(f"{command}; echo done-$?\r").wait_for_line(r"^done-0$")
    shell.type("clear\r").wait_until_gone("done-0")
