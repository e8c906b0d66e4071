"""The same for many, with a result for each, and rehearsals, which change nothing."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from drivers.identity import create_user, endpoint_of, register_device, tags_of
from drivers.program import PROGRAM, Outcome
from drivers.service import LocalService


@pytest.fixture
def carillon(service: LocalService, home: Path) -> Any:
    """Return a function that runs the program with lines on standard input."""

    def run(*arguments: str, lines: tuple[str, ...] = ()) -> Outcome:
        finished = subprocess.run(
            [str(PROGRAM), *arguments],
            env=service.environment(home),
            input="".join(f"{line}\n" for line in lines),
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        return Outcome(finished.returncode, finished.stdout, finished.stderr)

    return run


def test_many_devices_are_muted(carillon: Any, client: Any, ada: str) -> None:
    """One line each; an id that is not there fails alone, and the status says that something did."""
    first = register_device(client, ada, Name="First")
    second = register_device(client, ada, Name="Second")
    arguments = ["endpoints", "update", "-", "--user", ada, "--allow-messages", "NONE", "--output", "jsonl"]

    outcome = carillon(*arguments, lines=(first, "", "nobody", second))

    assert outcome.status == 77
    assert outcome.errors == "carillon: 1 of 3 failed.\n"
    results = [json.loads(line) for line in outcome.output.splitlines()]
    assert [(result["Id"], result.get("Code")) for result in results] == [
        (first, None),
        ("nobody", "ForbiddenException"),
        (second, None),
    ]
    assert [endpoint_of(client, ada, endpoint)["AllowMessages"] for endpoint in (first, second)] == [
        "NONE"
    ] * 2

    assert carillon(*arguments, lines=(first,)).status == 0
    assert carillon(*arguments).status == 65


def test_many_devices_are_deregistered(carillon: Any, client: Any, ada: str) -> None:
    """The table has a row for each."""
    devices = [register_device(client, ada, Name=f"Device {number}") for number in range(3)]

    outcome = carillon("endpoints", "deregister", "-", "--user", ada, lines=tuple(devices[:2]))

    assert (outcome.status, outcome.errors) == (0, "")
    assert [line.split()[0] for line in outcome.output.splitlines()[1:]] == devices[:2]
    left = client.list_app_instance_user_endpoints(AppInstanceUserArn=ada)["AppInstanceUserEndpoints"]
    assert [endpoint["EndpointId"] for endpoint in left] == devices[2:]


def test_many_users_are_tagged(carillon: Any, client: Any, app_instance: str, ada: str) -> None:
    """ARNs and bare ids both do."""
    grace = create_user(client, app_instance, "grace", "Grace Hopper")

    assert carillon("tags", "set", "-", "tier=gold", "ticket=1", lines=("ada", grace)).status == 0
    assert tags_of(client, ada) == tags_of(client, grace) == {"tier": "gold", "ticket": "1"}
    assert carillon("tags", "remove", "-", "ticket", lines=(ada, "grace")).status == 0
    assert tags_of(client, ada) == tags_of(client, grace) == {"tier": "gold"}


def test_a_rehearsal_changes_nothing(carillon: Any, client: Any, app_instance: str, ada: str) -> None:
    """Every command that changes something says what it would send."""
    device = register_device(client, ada, Name="Phone")
    resource = "arn:aws:mobiletargeting:us-east-1:111122223333:apps/0123456789abcdef0123456789abcdef"
    before = json.dumps(
        [
            endpoint_of(client, ada, device),
            tags_of(client, ada),
            client.list_app_instances()["AppInstances"],
            client.list_app_instance_users(AppInstanceArn=app_instance)["AppInstanceUsers"],
        ],
        default=str,
    )
    secret = "a" * 64
    for operation, arguments in {
        "UpdateAppInstanceUserEndpoint": ["endpoints", "update", device, "--user", ada, "--name", "New"],
        "DeregisterAppInstanceUserEndpoint": ["endpoints", "deregister", device, "--user", ada],
        "RegisterAppInstanceUserEndpoint": [
            *("endpoints", "register", "--user", ada, "--type", "APNS"),
            *("--resource-arn", resource, "--device-token", secret),
        ],
        "TagResource": ["tags", "set", ada, "tier=gold"],
        "UntagResource": ["tags", "remove", ada, "tier"],
        "CreateAppInstance": ["instances", "create", "--name", "New"],
        "UpdateAppInstance": ["instances", "update", app_instance, "--name", "New"],
        "DeleteAppInstance": ["instances", "delete", app_instance],
        "CreateAppInstanceUser": ["users", "create", "new", "--name", "New"],
        "UpdateAppInstanceUser": ["users", "update", ada, "--name", "New"],
        "DeleteAppInstanceUser": ["users", "delete", ada],
    }.items():
        outcome = carillon(*arguments, "--dry-run")
        assert (outcome.status, outcome.errors) == (0, ""), (operation, outcome)
        assert outcome.output.startswith(f"Would send {operation}: ")
        assert secret not in outcome.output
    after = json.dumps(
        [
            endpoint_of(client, ada, device),
            tags_of(client, ada),
            client.list_app_instances()["AppInstances"],
            client.list_app_instance_users(AppInstanceArn=app_instance)["AppInstanceUsers"],
        ],
        default=str,
    )
    assert after == before


def test_a_rehearsal_checks_its_input(carillon: Any, ada: str) -> None:
    """What the service would refuse is refused here."""
    outcome = carillon("tags", "set", ada, "tier=", "--dry-run")
    assert outcome.status == 65
    assert "Value" in outcome.errors
