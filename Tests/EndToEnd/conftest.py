"""A service, a customer and a terminal for each story."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from drivers.identity import create_app_instance, create_user
from drivers.program import PROGRAM
from drivers.service import LocalService
from drivers.terminal import USUAL_SIZE, Size, Terminal

#: Opens the program with some arguments: `open_carillon("--user", "ada", size=Size(80, 24))`.
OpenCarillon = Callable[..., Terminal]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return the home directory of the person at the terminal."""
    path = tmp_path / "home"
    path.mkdir()
    return path


@pytest.fixture
def service(tmp_path: Path) -> Iterator[LocalService]:
    """Return a service of the test's own, with nothing in it."""
    folder = tmp_path / "service"
    folder.mkdir()
    with LocalService(folder) as running:
        yield running


@pytest.fixture
def client(service: LocalService) -> Any:
    """Return boto3's client of the service."""
    return service.client()


@pytest.fixture
def app_instance(client: Any) -> str:
    """Return the only app instance there is."""
    return create_app_instance(client)


@pytest.fixture
def ada(client: Any, app_instance: str) -> str:
    """Return the ARN of Ada Lovelace, whose id is `ada`."""
    return create_user(client, app_instance, "ada", "Ada Lovelace")


@pytest.fixture
def open_carillon(service: LocalService, home: Path) -> Iterator[OpenCarillon]:
    """Return a function that opens the program in a terminal, with the environment AWS's tools go by."""
    terminals: list[Terminal] = []

    def open_it(*arguments: str, size: Size = USUAL_SIZE, **variables: str) -> Terminal:
        environment = service.environment(home, **variables)
        terminal = Terminal([str(PROGRAM), *arguments], environment, size).run()
        terminals.append(terminal)
        return terminal

    yield open_it
    for terminal in terminals:
        terminal.close()
