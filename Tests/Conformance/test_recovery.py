"""Real clients get their work done, and done once, with a service and a network that fail."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from drivers.faults import fault_report, playing
from drivers.identity import PUSH_APP_ARN, apns_token, endpoint_of, register_device, tags_of
from drivers.paging import pages
from drivers.program import Outcome, run
from drivers.service import LocalService

#: What botocore's standard mode recovers from. It does not try again after a 429. It does not count the bytes
#: of an answer either, and takes half of one for an answer without members.
_FOR_BOTO3 = "error=0.2,drop=0.2"

#: What our program recovers from.
_FOR_CARILLON = "throttle=0.3,error=0.2,drop=0.1,truncate=0.1"


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalService]:
    """Return a service with an app instance, 300 users and their devices."""
    with LocalService(tmp_path_factory.mktemp("people"), ":memory:", "--generate", "300") as running:
        yield running


@pytest.fixture(scope="module")
def calm(people: LocalService) -> Any:
    """Return boto3's client, to look at what there is while no faults are played."""
    return people.client()


@pytest.fixture(scope="module")
def users(calm: Any) -> list[dict[str, Any]]:
    """Return all users, in the order of the list."""
    (instance,) = calm.list_app_instances()["AppInstances"]
    listing = pages(calm, "list_app_instance_users", AppInstanceArn=instance["AppInstanceArn"], MaxResults=50)
    return [user for page in listing for user in page["AppInstanceUsers"]]


@pytest.fixture(scope="module")
def next_user(users: list[dict[str, Any]]) -> Callable[[int], str]:
    """Return a function that returns the ARN of a user whom no other test has, with so many devices."""
    counts = [3, 1, 5, 2, 4, 3, 0, 6]
    left = list(enumerate(user["AppInstanceUserArn"] for user in users))

    def take(devices: int) -> str:
        found = next(entry for entry in left if counts[entry[0] % len(counts)] == devices)
        left.remove(found)
        return found[1]

    return take


class Carillon:
    """Our program, in the environment of somebody whose service is `service`."""

    def __init__(self, service: LocalService, home: Path, **variables: str) -> None:
        """Keep the environment."""
        self._environment = service.environment(home, **variables)

    def attempt(self, *arguments: str) -> Outcome:
        """Run a command, whatever comes of it."""
        return run([*arguments], self._environment)

    def __call__(self, *arguments: str) -> Any:
        """Run a command that has to succeed in silence; return what it printed, read as JSON."""
        outcome = self.attempt(*arguments, "--output", "json")
        assert (outcome.status, outcome.errors) == (0, ""), outcome
        return json.loads(outcome.output) if outcome.output.strip() else None


@pytest.fixture
def carillon(people: LocalService, tmp_path: Path) -> Carillon:
    """Return our program, as somebody runs it who has configured nothing."""
    return Carillon(people, tmp_path)


@pytest.fixture
def patient(people: LocalService, tmp_path: Path) -> Carillon:
    """Return our program with many attempts."""
    return Carillon(people, tmp_path, AWS_MAX_ATTEMPTS="20")


@contextmanager
def _rough(service: LocalService, faults: str, seed: int = 1) -> Iterator[None]:
    """Play faults for the time of a `with` block, and make sure that some came."""
    with playing(service, faults, seed):
        yield
        assert fault_report(service)["Played"], "nothing has gone wrong: choose another seed"


def _devices(client: Any, user: str) -> list[dict[str, Any]]:
    return client.list_app_instance_user_endpoints(AppInstanceUserArn=user)["AppInstanceUserEndpoints"]


def _register(carillon: Carillon, user: str, *arguments: str) -> str:
    return carillon(
        *("endpoints", "register", "--user", user, "--type", "APNS", "--resource-arn", PUSH_APP_ARN),
        *("--device-token", apns_token(), *arguments),
    )["EndpointId"]


# boto3


def test_boto3_lists_everything(people: LocalService, users: list[dict[str, Any]]) -> None:
    """Each page comes in the end, and none twice."""
    arn = users[0]["AppInstanceUserArn"].rpartition("/user/")[0]
    with _rough(people, _FOR_BOTO3):
        client = people.client(attempts=10)
        listing = pages(client, "list_app_instance_users", AppInstanceArn=arn, MaxResults=15)
        found = [user for page in listing for user in page["AppInstanceUsers"]]

    assert found == users


def test_boto3_registers_each_device_once(
    people: LocalService, calm: Any, next_user: Callable[[int], str]
) -> None:
    """Botocore sends the same ClientRequestToken again, and gets the device that is there already."""
    user = next_user(0)
    with _rough(people, "RegisterAppInstanceUserEndpoint:drop=0.5"):
        client = people.client(attempts=10)
        registered = [register_device(client, user, Name=f"Device {number}") for number in range(10)]

    assert [device["EndpointId"] for device in _devices(calm, user)] == registered


def test_boto3_changes_what_it_was_asked_to(
    people: LocalService, calm: Any, next_user: Callable[[int], str]
) -> None:
    """Names, muting and tags are as they should be."""
    user = next_user(6)
    endpoints = [device["EndpointId"] for device in _devices(calm, user)]
    with _rough(people, _FOR_BOTO3):
        client = people.client(attempts=10)
        for number, endpoint in enumerate(endpoints):
            client.update_app_instance_user_endpoint(
                AppInstanceUserArn=user, EndpointId=endpoint, Name=f"Renamed {number}", AllowMessages="NONE"
            )
        client.tag_resource(ResourceARN=user, Tags=[{"Key": "ticket", "Value": "48211"}])
        client.untag_resource(ResourceARN=user, TagKeys=["tier"])

    assert [(device["Name"], device["AllowMessages"]) for device in _devices(calm, user)] == [
        (f"Renamed {number}", "NONE") for number in range(6)
    ]
    assert tags_of(calm, user) == {"ticket": "48211"}


def test_boto3_waits_when_it_is_throttled(people: LocalService, calm: Any) -> None:
    """Its older mode tries again after a 429."""
    expected = calm.list_app_instances()["AppInstances"]
    with _rough(people, "throttle=0.3", seed=4):
        client = people.client(attempts=10, retry_mode="legacy")
        found = [client.list_app_instances()["AppInstances"] for _ in range(4)]

    assert found == [expected] * 4


# Our program


def test_carillon_lists_everything(
    people: LocalService, users: list[dict[str, Any]], patient: Carillon
) -> None:
    """Each page comes in the end, and none twice."""
    with _rough(people, _FOR_CARILLON, seed=11):
        listed = patient("users", "list")

    assert listed["AppInstanceUsers"] == users


def test_carillon_shows_devices(
    people: LocalService, calm: Any, next_user: Callable[[int], str], patient: Carillon
) -> None:
    """The list and the description are those of a calm day."""
    user = next_user(6)
    devices = _devices(calm, user)
    endpoint = devices[3]["EndpointId"]
    with _rough(people, _FOR_CARILLON):
        listed = patient("endpoints", "list", "--user", user)
        shown = patient("endpoints", "show", endpoint, "--user", user)

    assert listed["AppInstanceUserEndpoints"] == devices
    described = endpoint_of(calm, user, endpoint)
    assert shown["AppInstanceUserEndpoint"]["EndpointAttributes"] == described["EndpointAttributes"]


@pytest.mark.parametrize("has_token", [True, False])
def test_carillon_registers_each_device_once(
    people: LocalService, calm: Any, next_user: Callable[[int], str], patient: Carillon, has_token: bool
) -> None:
    """With a ClientRequestToken of one's own, or the one that the program makes up."""
    user = next_user(0)
    registered = []
    with _rough(people, "drop=0.3,truncate=0.3", seed=3):
        for number in range(8):
            token = ["--client-request-token", secrets.token_hex(16)] if has_token else []
            registered.append(_register(patient, user, "--name", f"Device {number}", *token))

    assert [device["EndpointId"] for device in _devices(calm, user)] == registered


def test_carillon_changes_what_it_was_asked_to(
    people: LocalService, calm: Any, next_user: Callable[[int], str], patient: Carillon
) -> None:
    """Muting, a new name and tags are as they should be, and nothing else has changed."""
    user = next_user(5)
    muted, renamed, *rest = _devices(calm, user)
    with _rough(people, _FOR_CARILLON, seed=6):
        patient("endpoints", "update", muted["EndpointId"], "--user", user, "--allow-messages", "NONE")
        patient("endpoints", "update", renamed["EndpointId"], "--user", user, "--name", "Renamed")
        patient("tags", "set", user, "ticket=48211")
        patient("tags", "remove", user, "tier")

    assert _devices(calm, user) == [muted | {"AllowMessages": "NONE"}, renamed | {"Name": "Renamed"}, *rest]
    assert tags_of(calm, user) == {"ticket": "48211"}


def test_carillon_removes_devices(
    people: LocalService, calm: Any, next_user: Callable[[int], str], patient: Carillon
) -> None:
    """The devices that were to go are gone, the others are there.

    Where the answer was lost the next attempt finds nothing to remove, which the service refuses.
    """
    user = next_user(6)
    devices = _devices(calm, user)
    with _rough(people, "drop=0.5", seed=3):
        for device in devices[:4]:
            outcome = patient.attempt("endpoints", "deregister", device["EndpointId"], "--user", user)
            assert outcome.status == 0 or "ForbiddenException" in outcome.errors

    assert _devices(calm, user) == devices[4:]


# Giving up


@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        ("throttle", 75, "ListAppInstances was refused: Rate exceeded"),
        ("error", 69, "ListAppInstances failed: The service fails because it was told to. Try again;"),
        ("drop", 69, "The connection to 127.0.0.1:{port} broke. Check the network"),
        ("truncate", 69, "The connection to 127.0.0.1:{port} broke. Check the network"),
    ],
)
def test_carillon_gives_up_after_three_attempts(
    people: LocalService, carillon: Carillon, fault: str, status: int, words: str
) -> None:
    """It says what has happened and what to do, in one line, by the status of the manual."""
    with playing(people, f"{fault}=1.0"):
        outcome = carillon.attempt("instances", "list")
        report = fault_report(people)

    assert (outcome.status, outcome.output) == (status, "")
    assert outcome.errors.startswith(f"carillon: {words.format(port=people.port)}")
    assert outcome.errors.count("\n") == 1
    assert (report["Requests"], report["Played"]) == (3, {fault: 3})


def test_one_operation_that_fails_leaves_the_others_alone(
    people: LocalService, calm: Any, next_user: Callable[[int], str], carillon: Carillon
) -> None:
    """A user whose devices cannot be listed can still be shown, tagged, and get a device."""
    user = next_user(0)
    with playing(people, "ListAppInstanceUserEndpoints:error=1.0"):
        refused = carillon.attempt("endpoints", "list", "--user", user)
        played = fault_report(people)["Played"]
        shown = carillon("users", "show", user)
        carillon("tags", "set", user, "ticket=48211")
        endpoint = _register(carillon, user)
        carillon("endpoints", "show", endpoint, "--user", user)

    assert (refused.status, refused.output) == (69, "")
    assert "ServiceFailureException" in refused.errors
    assert played == {"error": 3}
    assert shown["AppInstanceUser"]["AppInstanceUserArn"] == user
    assert tags_of(calm, user)["ticket"] == "48211"
    assert [device["EndpointId"] for device in _devices(calm, user)] == [endpoint]
