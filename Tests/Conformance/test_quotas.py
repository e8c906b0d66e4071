"""`--quota aws`: as many requests a second as Amazon admits, and no more."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from drivers.faults import ask
from drivers.identity import create_user
from drivers.paging import pages
from drivers.program import environment, run
from drivers.raw import Answer, RawRequest
from drivers.raw_socket import RawConnection, with_length
from drivers.service import LocalService

#: Requests a second, of all operations together and of single ones. Source: AWS General Reference, "Amazon
#: Chime SDK endpoints and quotas" (https://docs.aws.amazon.com/general/latest/gr/chime-sdk.html).
_RATE = 50
_RATES = {"ListAppInstanceUsers": 10, "DescribeAppInstanceUser": 20, "ListAppInstances": 10}

#: Users of an AppInstance. Source: the same.
_USERS = 100_000


@dataclass(frozen=True)
class Town:
    """A database with 600 users, and how to ask for them."""

    database: Path
    app_instance: str
    user: str

    def request(self, operation: str) -> RawRequest:
        """Return a request of an operation."""
        return RawRequest(
            "GET",
            {
                "ListAppInstances": "/app-instances",
                "ListAppInstanceUsers": "/app-instance-users?"
                + urlencode({"app-instance-arn": self.app_instance, "max-results": 1}),
                "DescribeAppInstanceUser": f"/app-instance-users/{quote(self.user, safe='')}",
                "ListTagsForResource": f"/tags?{urlencode({'arn': self.user})}",
            }[operation],
        )

    def tagging(self, key: str) -> RawRequest:
        """Return a request that puts a tag."""
        members = {"ResourceARN": self.user, "Tags": [{"Key": key, "Value": "v"}]}
        headers = {"Content-Type": "application/json"}
        return RawRequest("POST", "/tags?operation=tag-resource", json.dumps(members).encode(), headers)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """Return a database that was filled without quotas."""
    home = tmp_path_factory.mktemp("town")
    with LocalService(home, None, "--generate", "600") as service:
        client = service.client()
        (instance,) = client.list_app_instances()["AppInstances"]
        arn = instance["AppInstanceArn"]
        (user,) = client.list_app_instance_users(AppInstanceArn=arn, MaxResults=1)["AppInstanceUsers"]
        service.stop()
        return Town(home / "service.sqlite", arn, user["AppInstanceUserArn"])


@pytest.fixture
def limited(tmp_path: Path, town: Town) -> Iterator[LocalService]:
    """Return a service with quotas, to which nobody has sent a request yet."""
    with LocalService(tmp_path, town.database, "--quota", "aws") as running:
        yield running


def _burst(service: LocalService, requests: list[RawRequest]) -> list[Answer]:
    """Send requests at once on one connection, and return the answers in their order."""
    with RawConnection(service.url) as connection:
        connection.send(b"".join(with_length(request, service.url) for request in requests))
        return [connection.answer() for _ in requests]


def _statuses(service: LocalService, request: RawRequest, count: int) -> list[int]:
    return [answer.status for answer in _burst(service, [request.signed(service.url)] * count)]


def _admitted_again(service: LocalService, request: RawRequest) -> Answer:
    """Send a request until it is admitted."""
    deadline = time.monotonic() + 20
    while True:
        answer = request.signed(service.url).send(service.url)
        if answer.status == 200:
            return answer
        assert answer.error_type == "ThrottledClientException"
        assert time.monotonic() < deadline, "never admitted again"


# Too many requests


def test_fifty_requests_at_once_and_no_more(limited: LocalService, town: Town) -> None:
    """The first fifty are answered; some of those that follow are throttled, as the model has it."""
    started = time.monotonic()
    answers = _burst(limited, [town.request("ListTagsForResource").signed(limited.url)] * 200)
    elapsed = time.monotonic() - started

    assert [answer.status for answer in answers[:_RATE]] == [200] * _RATE
    throttled = [answer for answer in answers if answer.status != 200]
    assert throttled
    for answer in throttled:
        assert (answer.status, answer.error_type) == (429, "ThrottledClientException")
        assert answer.json["Code"] == "Throttled"
        assert answer.json["Message"]
    # What came back in the meantime was admitted too.
    assert len(answers) - len(throttled) <= _RATE * (1 + elapsed)


@pytest.mark.parametrize("operation", _RATES)
def test_an_operation_with_a_rate_of_its_own(limited: LocalService, town: Town, operation: str) -> None:
    """It is throttled before the others are, which go on."""
    rate = _RATES[operation]
    started = time.monotonic()
    statuses = _statuses(limited, town.request(operation), 4 * rate)
    elapsed = time.monotonic() - started
    others = _statuses(limited, town.request("ListTagsForResource"), _RATE - rate)

    assert statuses[:rate] == [200] * rate
    assert 429 in statuses[rate:]
    assert statuses.count(200) <= rate * (1 + elapsed)
    assert set(others) == {200}


def test_throttled_requests_cost_nothing(limited: LocalService, town: Town) -> None:
    """Hundreds of them leave the others as many as there were."""
    refused = _statuses(limited, town.request("ListAppInstances"), 300).count(429)
    others = _statuses(limited, town.request("ListTagsForResource"), _RATE - _RATES["ListAppInstances"])

    assert refused > _RATE
    assert set(others) == {200}


def test_a_throttled_write_is_not_carried_out(limited: LocalService, town: Town) -> None:
    """As many tags are there as requests were admitted."""
    read = town.request("ListTagsForResource").signed(limited.url)
    writes = [town.tagging(f"key-{number}").signed(limited.url) for number in range(20)]
    # The reads between the writes take the tokens that come back, so that not all writes are admitted.
    requests = [writes[0], *[read] * 100]
    for write in writes[1:]:
        requests += [*[read] * 10, write]

    answers = dict(zip(map(id, requests), _burst(limited, requests), strict=True))

    statuses = [answers[id(write)].status for write in writes]
    assert statuses[0] == 204
    assert set(statuses) == {204, 429}
    found = _admitted_again(limited, town.request("ListTagsForResource")).json["Tags"]
    assert {tag["Key"] for tag in found} == {"tier"} | {
        f"key-{number}" for number, status in enumerate(statuses) if status == 204
    }


@pytest.mark.parametrize("operation", ["ListTagsForResource", "ListAppInstanceUsers"])
def test_who_waits_is_admitted_again(limited: LocalService, town: Town, operation: str) -> None:
    """Tokens come back by themselves."""
    request = town.request(operation)
    assert 429 in _statuses(limited, request, 200)

    assert _admitted_again(limited, request).status == 200


def test_requests_that_are_no_requests_are_not_counted(limited: LocalService, town: Town) -> None:
    """What is not signed as it has to be, and what is not for the service, takes nothing from others."""
    request = town.request("ListTagsForResource")
    forged = request.signed(limited.url, secret_key="wrong")
    assert {forged.send(limited.url).status for _ in range(2 * _RATE)} == {403}
    for _ in range(2 * _RATE):
        assert ask(limited, "health") == (200, {"status": "ok"})

    assert _statuses(limited, request, _RATE) == [200] * _RATE


def test_the_service_is_well_while_it_throttles(limited: LocalService, town: Town) -> None:
    """The control paths have no rate."""
    with RawConnection(limited.url) as connection:
        data = with_length(town.request("ListTagsForResource").signed(limited.url), limited.url)
        connection.send(data * 100)
        while connection.answer().status != 429:
            pass

        assert ask(limited, "health") == (200, {"status": "ok"})


def test_a_full_app_instance(tmp_path: Path) -> None:
    """It holds 100,000 users; one more is over the limit, until another has gone."""
    with LocalService(tmp_path, ":memory:", "--generate", f"{_USERS}", "--quota", "aws") as service:
        client = service.client()
        (instance,) = client.list_app_instances()["AppInstances"]
        arn = instance["AppInstanceArn"]
        with pytest.raises(client.exceptions.ResourceLimitExceededException):
            create_user(client, arn)

        (user,) = client.list_app_instance_users(AppInstanceArn=arn, MaxResults=1)["AppInstanceUsers"]
        client.delete_app_instance_user(AppInstanceUserArn=user["AppInstanceUserArn"])
        create_user(client, arn)
        with pytest.raises(client.exceptions.ResourceLimitExceededException):
            create_user(client, arn)


# Clients


def test_boto3_gets_everything_through(limited: LocalService, town: Town) -> None:
    """Its older mode, which tries again after a 429, needs no more than patience."""
    client = limited.client(attempts=10, retry_mode="legacy")
    listing = pages(client, "list_app_instance_users", AppInstanceArn=town.app_instance, MaxResults=50)
    users = [user["AppInstanceUserArn"] for page in listing for user in page["AppInstanceUsers"]]
    for user in users[:60]:
        client.list_tags_for_resource(ResourceARN=user)

    assert len(users) == len(set(users)) == 600


def test_carillon_gets_everything_through(limited: LocalService, town: Town, tmp_path: Path) -> None:
    """It tries again by itself, with nothing configured."""
    outcome = run(
        ["users", "list", "--app-instance", town.app_instance, "--output", "json"],
        limited.environment(tmp_path),
    )

    assert (outcome.status, outcome.errors) == (0, "")
    users = [user["AppInstanceUserArn"] for user in json.loads(outcome.output)["AppInstanceUsers"]]
    assert len(users) == len(set(users)) == 600


# No quotas


def test_nothing_is_throttled_unless_asked_for(tmp_path: Path, town: Town) -> None:
    """Without `--quota`, and with `--quota none`, a burst is answered whole."""
    for arguments in ([], ["--quota", "none"]):
        with LocalService(tmp_path, town.database, *arguments) as service:
            assert set(_statuses(service, town.request("ListTagsForResource"), 300)) == {200}
            assert set(_statuses(service, town.request("ListAppInstances"), 100)) == {200}


@pytest.mark.parametrize("quota", ["nonsense", "AWS", "50"])
def test_a_quota_that_there_is_not_is_bad_usage(tmp_path: Path, quota: str) -> None:
    """Nothing is served, and the sentence says which there are."""
    outcome = run(
        ["serve", "--port", "0", "--database", ":memory:", f"--quota={quota}"], environment(tmp_path)
    )

    assert (outcome.status, outcome.output) == (64, "")
    sentence = outcome.errors.splitlines()[0]
    for word in ("--quota", "none", "aws"):
        assert word in sentence
