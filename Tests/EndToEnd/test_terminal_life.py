"""However the program ends, the terminal is as it was."""

from __future__ import annotations

import base64
import os
import re
import signal
from pathlib import Path
from typing import Any

import pytest
from drivers.devices_page import DevicesPage
from drivers.identity import register_device
from drivers.modes import BRACKETED_PASTE, CURSOR_SHOWN, assert_unharmed, modes_after
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


@pytest.mark.parametrize("key", ["q", "Ctrl-C"])
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


def test_a_hundred_stops(service: LocalService, home: Path, client: Any, ada: str) -> None:
    """After each the shell's terminal is the shell's, and after all of them the screen is as before."""
    register_device(client, ada)
    with _shell(service, home) as shell:
        shell.type(f"{PROGRAM} --user ada --refresh 0\r")
        page = DevicesPage(shell).wait()
        drawn = page.names
        for _ in range(100):
            shell.press("Ctrl-Z").wait_until(
                lambda _: not shell.screen.is_alternate and not shell.screen.cursor.hidden, "the shell"
            )
            shell.type("fg\r").wait_until(
                lambda _: shell.screen.is_alternate and page.is_shown and page.names, "the devices"
            )
        assert page.names == drawn
        shell.press("j").press("Ctrl-C")
        shell.wait_until(lambda _: not shell.screen.is_alternate, "the shell's screen")


def test_a_stop_from_outside(service: LocalService, home: Path, client: Any, ada: str) -> None:
    """SIGTSTP gives the terminal back as Ctrl-Z does, and SIGCONT takes it again."""
    register_device(client, ada)
    with _shell(service, home) as shell:
        _run(shell, "stty -a > before")
        shell.type(f"{PROGRAM} --user ada --refresh 0\r")
        page = DevicesPage(shell).wait()
        process = next(
            int(status.parent.name)
            for status in Path("/proc").glob("[0-9]*/status")
            if _field(status, "PPid") == str(shell.process_id)
        )
        os.kill(process, signal.SIGTSTP)
        shell.wait_for("Stopped")
        _run(shell, "stty -a > during")
        assert (home / "during").read_text() == (home / "before").read_text()

        shell.type("fg\r")
        page.wait()
        assert shell.screen.is_alternate


def _field(status: Path, name: str) -> str:
    try:
        return re.search(rf"^{name}:\s+(\S+)", status.read_text(), re.MULTILINE)[1]
    except (OSError, TypeError):
        return ""


def test_a_lost_connection(watched: Any) -> None:
    """When the other end of the terminal closes, the process ends within a second."""
    watched.terminal.hang_up()

    assert watched.terminal.ends_within(1.0)


@pytest.mark.parametrize(
    "name", ["xterm-256color", "screen-256color", "tmux-256color", "linux", "vt100", "xterm"]
)
def test_terminals_of_many_kinds(open_carillon: Any, client: Any, ada: str, name: str) -> None:
    """Each draws the same words and is given back."""
    register_device(client, ada)
    terminal = open_carillon("--user", "ada", "--refresh", "0", TERM=name)
    terminal.wait_for("iPhone 15", "Endpoint ID")
    assert re.search(r"● ACTIVE +ALL", terminal.text)
    terminal.press("j", "?").wait_for("Show every key")
    terminal.press("q", "Ctrl-C")

    assert terminal.wait_for_exit() == 0
    left = modes_after(terminal.output)
    assert left.get(CURSOR_SHOWN, True)
    assert not left.get(BRACKETED_PASTE, False)


def test_a_terminal_that_can_do_nothing(open_carillon: Any) -> None:
    """TERM=dumb is refused in a sentence that says what to do."""
    terminal = open_carillon("--local", TERM="dumb")

    assert terminal.wait_for_exit() == 78
    assert "The terminal type 'dumb' cannot show a full screen; set TERM" in " ".join(terminal.text.split())


@pytest.mark.parametrize("name", ["C", "POSIX"])
def test_a_locale_without_unicode(open_carillon: Any, client: Any, ada: str, name: str) -> None:
    """Signs and lines are ASCII there, and nothing but ASCII is sent."""
    register_device(client, ada)
    terminal = open_carillon("--user", "ada", "--refresh", "0", LANG=name, LC_ALL=name)
    terminal.wait_for("* ACTIVE", "Endpoint ID")
    assert "> iPhone 15" in terminal.text
    assert terminal.output.isascii()


def test_the_mouse_is_given_back(open_carillon: Any, client: Any, ada: str, home: Path) -> None:
    """With `mouse: true` clicks are for the program, and no longer once it has ended."""
    for device in ("Alpha", "Bravo", "Charlie"):
        register_device(client, ada, Name=device)
    config = home / "config" / "carillon"
    config.mkdir(parents=True)
    (config / "config.yaml").write_text("mouse: true\n")
    terminal = open_carillon("--user", "ada", "--refresh", "0")
    page = DevicesPage(terminal).wait()
    assert modes_after(terminal.output)[1006]
    row = terminal.row_of("Charlie")
    terminal.type(f"\x1b[<0;10;{row + 1}M\x1b[<0;10;{row + 1}m")
    terminal.wait_until(lambda _: page.cursor == "Charlie", "the cursor on the row that was clicked")
    terminal.type("\x1b[<64;10;10M").wait_until(lambda _: page.cursor == "Alpha", "the wheel")

    terminal.send_signal(signal.SIGSEGV)
    terminal.wait_for_exit()
    assert_unharmed(terminal.output)


def test_copying_through_the_terminal(open_carillon: Any, client: Any, ada: str) -> None:
    """Without a display the terminal is asked, through tmux too."""
    endpoint = register_device(client, ada)
    terminal = open_carillon("--user", "ada", "--refresh", "0", TMUX="/tmp/tmux,1,0")
    DevicesPage(terminal).wait()
    terminal.wait_for("Endpoint ID").press("y").wait_for("endpoint id").press("Enter")

    bare = b"\x1b]52;c;" + base64.b64encode(endpoint.encode()) + b"\x07"
    packed = b"\x1bPtmux;" + bare.replace(b"\x1b", b"\x1b\x1b") + b"\x1b\\"
    terminal.wait_until(lambda _: bare + packed in terminal.output, "the text on its way to the clipboard")


def test_copying_with_the_display(
    open_carillon: Any, client: Any, ada: str, home: Path, tmp_path: Path
) -> None:
    """Where there is a display its own program is asked first."""
    endpoint = register_device(client, ada)
    tools = tmp_path / "tools"
    tools.mkdir()
    xclip = tools / "xclip"
    # As the real one, it leaves something running that keeps the selection.
    xclip.write_text(f"#!/bin/sh\ncat > {home}/copied\nsleep 30 &\n")
    xclip.chmod(0o755)
    path = f"{tools}:{os.environ['PATH']}"
    terminal = open_carillon("--user", "ada", "--refresh", "0", DISPLAY=":7", PATH=path)
    DevicesPage(terminal).wait()
    terminal.wait_for("Endpoint ID").press("y").wait_for("endpoint id").press("Enter")

    terminal.wait_for("Copied the endpoint id (36 characters) with xclip.")
    assert (home / "copied").read_text() == endpoint
    assert b"\x1b]52" not in terminal.output
