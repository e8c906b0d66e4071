"""What goes over the wire, beyond what boto3 shows of it."""

from __future__ import annotations

import re
import time
from typing import Any
from urllib.parse import quote

import pytest
from drivers.identity import register_device
from drivers.raw import Answer, RawRequest
from drivers.service import LocalService

_JSON = {"Content-Type": "application/json"}


def _send(service: LocalService, method: str, path: str, body: bytes = b"") -> Answer:
    return RawRequest(method, path, body, dict(_JSON) if body else {}).signed(service.url).send(service.url)


def _path(user: str) -> str:
    return f"/app-instance-users/{quote(user, safe='')}"


def test_an_error_names_itself_in_header_and_body(service: LocalService, user: str) -> None:
    """SDKs go by the header, people by the message."""
    answer = _send(service, "GET", _path(f"{user}-nobody"))

    assert answer.status == 403
    assert answer.error_type == "ForbiddenException"
    assert answer.headers["Content-Type"].startswith("application/json")
    assert re.fullmatch(r"[0-9a-fA-F-]{36}", answer.headers["x-amzn-RequestId"])
    assert answer.json["Code"] == "Forbidden"
    assert answer.json["Message"]


def test_every_answer_has_a_request_id_of_its_own(service: LocalService) -> None:
    """Support asks for it."""
    ids = {_send(service, "GET", "/app-instances").headers["x-amzn-RequestId"] for _ in range(3)}

    assert len(ids) == 3


def test_times_are_seconds_with_a_fraction(service: LocalService, client: Any, user: str) -> None:
    """A number of seconds is what botocore reads; milliseconds would be the year 57,000."""
    endpoint = register_device(client, user)

    answer = _send(service, "GET", f"{_path(user)}/endpoints/{endpoint}")

    created = answer.json["AppInstanceUserEndpoint"]["CreatedTimestamp"]
    assert isinstance(created, (int, float))
    assert abs(created - time.time()) < 60


def test_what_is_absent_is_left_out(service: LocalService, client: Any, user: str) -> None:
    """No nulls: StatusReason, NextToken and a name that nobody gave are not there."""
    answer = _send(service, "GET", f"{_path(user)}/endpoints?max-results=1")
    assert answer.json == {"AppInstanceUserEndpoints": []}

    register_device(client, user)
    answer = _send(service, "GET", f"{_path(user)}/endpoints")
    assert set(answer.json) == {"AppInstanceUserEndpoints"}
    assert b"null" not in answer.body


def test_an_answer_without_content_has_no_body(service: LocalService, user: str) -> None:
    """204 means it."""
    answer = _send(service, "DELETE", _path(user))

    assert (answer.status, answer.body) == (204, b"")


@pytest.mark.parametrize(
    "body",
    [
        b"not JSON",
        b"[]",
        b'{"Name": 7, "ClientRequestToken": "0123456789"}',
        b'{"Name": "\xff\xfe", "ClientRequestToken": "0123456789"}',
        b'{"Name": "Chat", "ClientRequestToken": "0123456789", "Tags": {"Key": "k"}}',
    ],
)
def test_a_body_that_is_not_what_the_model_says_is_bad(service: LocalService, body: bytes) -> None:
    """Malformed JSON and wrong types are the caller's mistake, not the service's."""
    answer = _send(service, "POST", "/app-instances", body)

    assert (answer.status, answer.error_type) == (400, "BadRequestException")


@pytest.mark.parametrize("query", ["max-results=many", "max-results=", "max-results=1.5"])
def test_a_number_that_is_none_is_bad(service: LocalService, query: str) -> None:
    """A number in the query is read as one."""
    answer = _send(service, "GET", f"/app-instances?{query}")

    assert (answer.status, answer.error_type) == (400, "BadRequestException")


def test_unknown_members_are_ignored(service: LocalService, client: Any) -> None:
    """A newer SDK may know members that the service does not."""
    body = b'{"Name": "Newer", "ClientRequestToken": "newer-client-0001", "Sparkle": true}'

    answer = _send(service, "POST", "/app-instances", body)

    assert answer.status == 201
    client.delete_app_instance(AppInstanceArn=answer.json["AppInstanceArn"])


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/"), ("GET", "/channels"), ("PATCH", "/app-instances"), ("POST", "/tags?operation=sing")],
)
def test_what_is_no_operation_is_refused(service: LocalService, method: str, path: str) -> None:
    """An unknown route is an error in the service's own form, never a success or a failure of the service."""
    answer = _send(service, method, path)

    assert 400 <= answer.status < 500
    assert answer.error_type
    assert answer.json["Message"]
