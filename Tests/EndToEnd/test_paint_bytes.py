"""Over a slow line every byte counts: a key redraws what it changes and no more, however long the list is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from drivers.crowd import APP_INSTANCE, Crowd
from drivers.identity import ACCESS_KEY, REGION, SECRET_KEY
from drivers.program import PROGRAM, environment
from drivers.terminal import Size, Terminal

_USERS = 100_000
#: The most bytes that moving the cursor by one may write.
_LIMIT = 400


@pytest.fixture(scope="module")
def crowd() -> Iterator[Crowd]:
    """Return a service with 100,000 users."""
    with Crowd(_USERS) as crowd:
        yield crowd


@pytest.mark.parametrize("size", [Size(80, 24), Size(100, 30), Size(200, 50)], ids=str)
def test_moving_by_one(crowd: Crowd, home: Path, size: Size) -> None:
    """At the top, down through the screen and beyond it, and at the end of the list."""
    variables = environment(
        home,
        AWS_ENDPOINT_URL_CHIME_SDK_IDENTITY=crowd.url,
        AWS_ACCESS_KEY_ID=ACCESS_KEY,
        AWS_SECRET_ACCESS_KEY=SECRET_KEY,
        AWS_REGION=REGION,
    )
    with Terminal([str(PROGRAM), "--app-instance", APP_INSTANCE], variables, size) as terminal:
        terminal.wait_for("Customer 000000", within=60)
        for page in range(1, _USERS // Crowd.PAGE):
            count = Crowd.PAGE * (page + 1)
            terminal.press("G").wait_for(f"Users {count}", within=60)
        terminal.press("g").wait_for("Customer 000000")
        most = max(_bytes_of(terminal, "j", f"Customer {number:06}") for number in range(1, size.rows + 10))
        terminal.press("G").wait_for(f"Customer {_USERS - 1:06}")
        most = max(
            most,
            *(_bytes_of(terminal, "k", f"Customer {_USERS - 1 - number:06}") for number in range(1, 10)),
        )
    print(f"{size.columns}x{size.rows}: at most {most} bytes for a move by one")
    assert most <= _LIMIT


def _bytes_of(terminal: Terminal, key: str, name: str) -> int:
    """Return how much is written until the cursor is on the row with this name, and all is drawn."""
    before = len(terminal.output)
    terminal.press(key).wait_until(
        lambda _: any("▌" in line and name in line for line in terminal.screen.display),
        f"the cursor on {name}",
    )
    return len(terminal.output) - before
