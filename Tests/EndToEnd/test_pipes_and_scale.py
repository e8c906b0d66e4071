"""Commands among other programs: many results, a reader that leaves, and Ctrl-C."""

from __future__ import annotations

import json
import signal
import socket
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from drivers.identity import create_app_instance, create_user
from drivers.paging import pages
from drivers.program import PROGRAM, run
from drivers.service import LocalService

_USERS = 10_000


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LocalService, str]]:
    """Return a service with 10,000 users of one app instance, and the ARN of that.

    Creating them one by one takes a minute: they are copies, made while the service is down.
    """
    with LocalService(tmp_path_factory.mktemp("crowd")) as service:
        app_instance = create_app_instance(service.client())
        create_user(service.client(), app_instance, "user-0", "User “0”, 中文")
        service.stop()
        with sqlite3.connect(service.database) as database:
            database.execute(
                """
                WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < ?)
                INSERT INTO users (app_instance, id, name, metadata, created, updated)
                SELECT app_instance, 'user-' || n, 'User “' || n || '”, 中文', 'm' || n, created, updated
                FROM users, number
                """,
                (_USERS,),
            )
        database.close()
        service.start()
        yield service, app_instance


def test_ten_thousand_users_are_those_of_the_aws_sdk(crowd: tuple[LocalService, str], home: Path) -> None:
    """The same ids and values in the same order, whichever tool follows the pages."""
    service, app_instance = crowd
    theirs: list[Any] = []
    for page in pages(
        service.client(), "list_app_instance_users", AppInstanceArn=app_instance, MaxResults=50
    ):
        theirs += page["AppInstanceUsers"]

    ours = run(["users", "list", "--output", "json"], service.environment(home), within=60)

    assert (ours.status, ours.errors) == (0, "")
    assert len(theirs) == _USERS
    assert json.loads(ours.output)["AppInstanceUsers"] == theirs


def test_a_reader_that_leaves_early(crowd: tuple[LocalService, str], home: Path) -> None:
    """`head` takes a line and goes; the command ends without a word and without an error."""
    service, _ = crowd
    finished = subprocess.run(
        ["bash", "-c", f"{PROGRAM} users list --output jsonl | head -n 1; exit ${{PIPESTATUS[0]}}"],
        env=service.environment(home),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    assert json.loads(finished.stdout)["Name"] == "User “0”, 中文"


def test_interrupted_while_nobody_answers(home: Path, service: LocalService) -> None:
    """Ctrl-C ends a command at once, with the status of the signal, and nothing half-written."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        command = subprocess.Popen(
            [str(PROGRAM), "instances", "list", "--endpoint-url", f"http://127.0.0.1:{port}"],
            env=service.environment(home),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # A shell that runs the tests in the background has them ignore it.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        silent.settimeout(30)
        connection, _ = silent.accept()
        with connection:
            command.send_signal(signal.SIGINT)
            output, errors = command.communicate(timeout=10)
    assert (command.returncode, output, errors) == (-signal.SIGINT, b"", b"")
