"""`carillon serve --generate`: as many users as somebody wants to measure or to show."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from drivers.identity import create_app_instance, endpoint_of, tags_of
from drivers.paging import pages
from drivers.program import PROGRAM, environment, run
from drivers.service import LocalService
from drivers.terminal import Terminal

#: How many devices users have, by turns.
_DEVICES = [3, 1, 5, 2, 4, 3, 0, 6]

#: Enough for the work to be done in several steps.
_MANY = 30_000


def _generated(home: Path, users: int, database: Path | str | None = None) -> LocalService:
    return LocalService(home, database, "--generate", str(users))


def _users(client: Any) -> list[dict[str, Any]]:
    """Return all users of the only app instance there is."""
    (instance,) = client.list_app_instances()["AppInstances"]
    listing = pages(
        client, "list_app_instance_users", AppInstanceArn=instance["AppInstanceArn"], MaxResults=50
    )
    return [user for page in listing for user in page["AppInstanceUsers"]]


def _devices(client: Any, user: dict[str, Any]) -> list[dict[str, Any]]:
    answer = client.list_app_instance_user_endpoints(AppInstanceUserArn=user["AppInstanceUserArn"])
    return answer["AppInstanceUserEndpoints"]


def _serve(database: Path, users: int) -> list[str]:
    return ["serve", "--port", "0", "--database", str(database), "--generate", str(users)]


# What is there


def test_users_with_devices_and_tags(tmp_path: Path) -> None:
    """As many users as promised in one app instance, with the devices that each has by its turn."""
    with _generated(tmp_path, 300) as service:
        client = service.client()
        users = _users(client)
        devices = [_devices(client, user) for user in users]
        tags = [tags_of(client, user["AppInstanceUserArn"]) for user in users]
        described = [
            endpoint_of(client, user["AppInstanceUserArn"], device["EndpointId"])
            for user, of_user in zip(users[:20], devices, strict=False)
            for device in of_user
        ]

    assert len({user["AppInstanceUserArn"] for user in users}) == len(users) == 300
    assert len({user["Name"] for user in users}) == 300
    assert [len(of_user) for of_user in devices] == [_DEVICES[number % 8] for number in range(300)]
    every = [device for of_user in devices for device in of_user]
    assert len({device["EndpointId"] for device in every}) == len(every)
    assert {device["Type"] for device in every} == {"APNS", "APNS_SANDBOX", "GCM"}
    assert {device["AllowMessages"] for device in every} == {"ALL", "NONE"}
    assert {device["EndpointState"]["Status"] for device in every} == {"ACTIVE", "INACTIVE"}
    assert Counter(tuple(of_user.items()) for of_user in tags) == {
        (("tier", tier),): 100 for tier in ("bronze", "silver", "gold")
    }
    # A device token is one device's alone.
    tokens = {device["EndpointAttributes"]["DeviceToken"] for device in described}
    assert len(tokens) == len(described)


def test_what_was_generated_is_like_anything_else(tmp_path: Path) -> None:
    """It can be changed and removed, and more can be added."""
    with _generated(tmp_path, 10) as service:
        client = service.client()
        first, second, *_ = _users(client)
        (device,) = _devices(client, second)
        client.update_app_instance_user_endpoint(
            AppInstanceUserArn=second["AppInstanceUserArn"], EndpointId=device["EndpointId"], Name="Mine"
        )
        client.delete_app_instance_user(AppInstanceUserArn=first["AppInstanceUserArn"])
        assert _devices(client, second) == [device | {"Name": "Mine"}]
        assert len(_users(client)) == 9
        service.kill()

        # What was removed does not come back.
        service.start()
        assert _users(client)[0] == second
        assert len(_users(client)) == 9


def test_the_same_number_is_the_same_users(tmp_path: Path) -> None:
    """Two databases differ in the times alone."""
    found = []
    for name in ("first", "second"):
        with _generated(tmp_path, 100, tmp_path / f"{name}.sqlite") as service:
            client = service.client()
            users = _users(client)
            found.append(
                [
                    (user, tags_of(client, user["AppInstanceUserArn"]), _devices(client, user))
                    for user in users
                ]
            )

    assert found[0] == found[1]


# More of it


def test_the_same_number_again_adds_nobody(tmp_path: Path) -> None:
    """A larger one adds what is missing, a smaller one removes nobody."""
    sizes, last = {}, []
    for wanted in (300, 300, 400, 100):
        with _generated(tmp_path, wanted) as service:
            users = _users(service.client())
        assert users[: len(last)] == last
        sizes[wanted], last = len(users), users

    assert sizes == {300: 300, 400: 400, 100: 400}
    with _generated(tmp_path, 400, tmp_path / "at-once.sqlite") as service:
        assert _users(service.client()) == last


def test_a_database_with_anything_else_is_left_as_it_is(tmp_path: Path) -> None:
    """Nobody's own app instance gets users that nobody asked for."""
    with LocalService(tmp_path) as service:
        create_app_instance(service.client(), "Mine")

    with _generated(tmp_path, 20) as service:
        assert _users(service.client()) == []
    assert "service.sqlite holds other data and is left as it is" in (tmp_path / "service.log").read_text()


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """Killed in the middle and started again, it ends with the users of one that was not: none twice."""
    database = tmp_path / "service.sqlite"
    with subprocess.Popen(
        [str(PROGRAM), *_serve(database, _MANY)],
        env=environment(tmp_path),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as interrupted:
        progress = interrupted.stderr.readline()
        interrupted.kill()

    assert progress == b"5000 of 30000 users\n"
    with _generated(tmp_path, _MANY, database) as service:
        client = service.client()
        users = _users(client)
        # The users at the ends of the steps, in which the work is done.
        devices = {
            number: _devices(client, users[number])
            for step in range(0, _MANY, 5000)
            for number in (step, step + 1, step + 4998, step + 4999)
        }
        with _generated(tmp_path, _MANY, ":memory:") as uninterrupted:
            other = uninterrupted.client()
            assert users == _users(other)
            assert devices == {number: _devices(other, users[number]) for number in devices}

    assert len({user["AppInstanceUserArn"] for user in users}) == len(users) == _MANY
    assert {number: len(of_user) for number, of_user in devices.items()} == {
        number: _DEVICES[number % 8] for number in devices
    }


# Progress


def test_progress_in_a_log(tmp_path: Path) -> None:
    """A line for every tenth at the most, on stderr; stdout has what it has without."""
    with _generated(tmp_path, _MANY) as service:
        printed = service.read_output_until(re.compile(rb"AWS_DEFAULT_REGION=.*\n"))
        log = (tmp_path / "service.log").read_text()

    assert printed.startswith(f"listening on {service.url}\nexport AWS_ENDPOINT_URL_CHIME_SDK_IDENTITY=")
    assert "users" not in printed
    assert log == "".join(f"{done} of {_MANY} users\n" for done in range(5000, _MANY + 1, 5000))


def test_progress_on_a_terminal(tmp_path: Path) -> None:
    """A bar that grows in one line, and the line that says where after it."""
    arguments = [str(PROGRAM), *_serve(tmp_path / "service.sqlite", _MANY)]
    with Terminal(arguments, environment(tmp_path)) as terminal:
        terminal.wait_for("export AWS_DEFAULT_REGION=us-east-1")
        assert terminal.line(0) == f"[{'#' * 30}] {_MANY} of {_MANY} users"
        assert terminal.line(1).startswith("listening on http://127.0.0.1:")
        bars = re.findall(rb"\r\[([#.]{30})\] (\d+) of 30000 users", terminal.output)

    assert [int(done) for _, done in bars] == list(range(5000, _MANY + 1, 5000))
    assert [bar.count(b"#") for bar, _ in bars] == [5, 10, 15, 20, 25, 30]


def test_no_progress_where_nothing_is_to_be_done(tmp_path: Path) -> None:
    """Neither for a database that is full already, nor without the option."""
    with _generated(tmp_path, 10):
        pass
    log = tmp_path / "service.log"
    assert log.read_text() == "10 of 10 users\n"
    log.unlink()

    for arguments in (["--generate", "10"], []):
        with LocalService(tmp_path, None, *arguments) as service:
            assert len(_users(service.client())) == 10
    assert log.read_text() == ""


# Bad usage


@pytest.mark.parametrize("number", ["0", "-1", "many", "", "1.5", "1e3", "10000001", "99999999999999999999"])
def test_a_number_of_users_that_cannot_be(tmp_path: Path, number: str) -> None:
    """Nothing is served, and no database is made."""
    database = tmp_path / "service.sqlite"

    outcome = run(
        ["serve", "--port", "0", "--database", str(database), f"--generate={number}"], environment(tmp_path)
    )

    assert (outcome.status, outcome.output) == (64, "")
    sentence, *usage = outcome.errors.splitlines()
    assert sentence.startswith("Error: ")
    assert "--generate" in sentence
    assert [line for line in usage if line.startswith("Usage: carillon serve ")]
    assert not database.exists()


def test_sample_data_or_generated_data(tmp_path: Path) -> None:
    """Both fill an empty database: one of them has to be chosen."""
    outcome = run(
        ["serve", "--port", "0", "--database", ":memory:", "--sample", "--generate", "10"],
        environment(tmp_path),
    )

    assert (outcome.status, outcome.output) == (64, "")
    assert "--sample" in outcome.errors.splitlines()[0]
