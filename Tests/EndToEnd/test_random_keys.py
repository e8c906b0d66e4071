"""A cat on the keyboard, a network that fails, a window dragged about: nothing happens that was not asked."""

from __future__ import annotations

import fcntl
import os
import random
import struct
import termios
import time
from collections import Counter
from pathlib import Path
from typing import Any

from drivers.faulty_proxy import Faults, FaultyProxy
from drivers.identity import ACCESS_KEY, REGION, SECRET_KEY, register_device
from drivers.key_model import CONFIRMING, Budget, allowance
from drivers.modes import assert_unharmed
from drivers.program import PROGRAM, environment
from drivers.service import LocalService
from drivers.terminal import Size, Terminal

#: How many keys are pressed, and by which dice; `CARILLON_RANDOM_KEYS=50000` makes a long night of it.
_KEYS = int(os.environ.get("CARILLON_RANDOM_KEYS", "1200"))
_SEED = int(os.environ.get("CARILLON_RANDOM_SEED", "4"))

_WEIGHTS = {
    **dict.fromkeys(["j", "k", "Down", "Up", "Tab", "Esc"], 8),
    **dict.fromkeys(["g", "G", "PgUp", "PgDn", "Home", "End", "Left", "Right", "h", "l", "Shift-Tab"], 3),
    **dict.fromkeys(["Enter", "a"], 12),
    **dict.fromkeys(["y", "u", "D", "Space"], 6),
    **dict.fromkeys(["n", "t", "+", "R", "*", "\\", "/", ":", "E", "?", "v", "r", "o", "O", "Ctrl-S"], 3),
    **dict.fromkeys(["i", "p", "e", "1", "é", "中", "Backspace", "Ctrl-U", "Ctrl-W", "Delete", "Ctrl-A"], 2),
    **dict.fromkeys(["q", "Ctrl-P"], 1),
}
#: What people do in one go, so that the run gets to where something is changed.
_HABITS = [
    ["Esc", "Esc", "Esc"],
    ["Esc", "D", "Tab", "Enter"],
    ["D", "y"],
    ["*", "a", "y"],
    ["Space", "Space", "D", "y"],
    ["n", "x", "Enter"],
    ["t", "+", "k", "Tab", "v", "Enter", "Ctrl-S", "q"],
    ["t", "D", "Ctrl-S", "u", "q"],
    ["R", "Right", "Enter", "Tab", "Enter"],
    [":", "a", "l", "l", "Enter"],
    ["a", "a", "a"],
    ["u", "u"],
]
#: How often keys are such a habit, as a part of 1.
_HABITUAL = 0.1
_SIZES = [Size(80, 24), Size(100, 30), Size(120, 40), Size(200, 50), Size(80, 24), Size(30, 6), Size(1, 1)]
_FAULTS = Faults(error=0.03, throttle=0.03, drop_before=0.02, drop_after=0.01, delay=0.2)


class _Night:
    """One person's keys, in one program after the other."""

    def __init__(self, proxy: FaultyProxy, home: Path, client: Any, user: str) -> None:
        self._dice = random.Random(_SEED)
        self._proxy = proxy
        self._home = home
        self._client = client
        self._user = user
        self._budget = Budget()
        self.pressed = 0
        self.resized = 0
        self.writes: Counter[str] = Counter()
        self.runs = 0
        self._start()

    def _start(self) -> None:
        variables = environment(
            self._home,
            AWS_ENDPOINT_URL_CHIME_SDK_IDENTITY=self._proxy.url,
            AWS_ACCESS_KEY_ID=ACCESS_KEY,
            AWS_SECRET_ACCESS_KEY=SECRET_KEY,
            AWS_REGION=REGION,
        )
        self.terminal = Terminal(
            [str(PROGRAM), "--user", self._user, "--refresh", "1"], variables, Size(100, 30)
        )
        self._modes = self.terminal.settings
        self.terminal.run()
        self.runs += 1

    def play(self) -> None:
        """Press all keys."""
        names, weights = list(_WEIGHTS), list(_WEIGHTS.values())
        while self.pressed < _KEYS:
            is_habit = self._dice.random() < _HABITUAL
            keys = self._dice.choice(_HABITS) if is_habit else self._dice.choices(names, weights)
            for key in keys:
                self._press(key)

    def _press(self, key: str) -> None:
        if not self.terminal.is_running:
            self.end()
            self._start()
        if self._dice.random() < 0.01:
            self.terminal.resize(self._dice.choice(_SIZES))
            self.resized += 1
        if self._dice.random() < 0.01:
            self._meddle()
        if key in CONFIRMING:
            self._settle()
            if not self.terminal.is_running or min(self.terminal.size) < 16:
                return
            self._budget.allow(allowance(self.terminal, key))
        self.terminal.press(key)
        # An Escape must not become Alt with the next key.
        if key == "Esc":
            self._settle()
        self.pressed += 1
        self._check()

    def _meddle(self) -> None:
        """Change a device as a colleague would, and see to it that there are some."""
        listed = self._client.list_app_instance_user_endpoints(AppInstanceUserArn=self._user)
        endpoints = listed["AppInstanceUserEndpoints"]
        if len(endpoints) < 5:
            register_device(self._client, self._user, Name=f"Phone {self.pressed}")
            return
        self._client.update_app_instance_user_endpoint(
            AppInstanceUserArn=self._user,
            EndpointId=self._dice.choice(endpoints)["EndpointId"],
            AllowMessages=self._dice.choice(["ALL", "NONE"]),
        )

    def _settle(self) -> None:
        """Wait until every key was taken and everything is drawn."""
        deadline = time.monotonic() + 20
        calm = 0
        while self.terminal.is_running and calm < 2:
            drawn = self.terminal.read(0.008)
            calm = 0 if drawn or self._has_unread_keys() or not self._sleeps() else calm + 1
            assert time.monotonic() < deadline, f"the program never came to rest:\n{self.terminal.text}"
        # The time that an Escape is waited after.
        while self.terminal.read(0.03):
            pass

    def _has_unread_keys(self) -> bool:
        count = fcntl.ioctl(self.terminal.descriptor, termios.FIONREAD, struct.pack("i", 0))
        return struct.unpack("i", count)[0] > 0

    def _sleeps(self) -> bool:
        try:
            status = Path(f"/proc/{self.terminal.process_id}/stat").read_text()
        except OSError:
            return False
        return status.rpartition(")")[2].split()[0] == "S"

    def _check(self) -> None:
        for write in self._proxy.take_writes():
            self.writes[f"{write.method} {write.target.partition('?')[0].split('/')[1]}"] += 1
            assert self._budget.spend(write), (
                f"after {self.pressed} keys (seed {_SEED}) nobody asked for {write}; the screen:\n"
                f"{self.terminal.text}"
            )

    def end(self) -> None:
        """Leave the program, if it has not ended, and look at what is left of the terminal."""
        if self.terminal.is_running:
            self._settle()
            self.terminal.send_signal(15)
        status = self.terminal.wait_for_exit()
        assert status in (0, -15, 143), f"it ended with {status}"
        assert self.terminal.settings == self._modes
        assert_unharmed(self.terminal.output)
        self._check()
        self.terminal.close()


def test_random_keys(service: LocalService, home: Path, client: Any, ada: str, capsys: Any) -> None:
    """No crash, no write that the keys did not confirm, and the terminal as it was."""
    for name in ("iPhone 15", "iPad mini", "Pixel 8", "Old test build", "Watch"):
        register_device(client, ada, Name=name)
    with FaultyProxy(service.url, _FAULTS, _SEED) as proxy:
        night = _Night(proxy, home, client, ada)
        try:
            night.play()
            night.end()
        finally:
            night.terminal.close()
    with capsys.disabled():
        print(
            f"\n{night.pressed} keys, {night.resized} sizes, {night.runs} runs; "
            f"attempts to write, all asked for: {dict(night.writes)}"
        )
    assert night.writes, "the keys changed nothing, so nothing was tested"
