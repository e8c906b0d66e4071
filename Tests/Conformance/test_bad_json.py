"""Bodies that are no JSON, or not only JSON, or whose meaning is not certain: no service guesses."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any
from urllib.parse import quote

import pytest
from drivers.bad_requests import JSON, bounded_memory, creating, creation, creation_with
from drivers.identity import tags_of
from drivers.raw import Answer, RawRequest
from drivers.service import LocalService

pytestmark = pytest.mark.usefixtures("unharmed")


def _assert_bad(answer: Answer) -> None:
    assert (answer.status, answer.error_type) == (400, "BadRequestException")


_BAD_MEMBERS = {
    "no UTF-8": b'"Metadata": "\xff"',
    "overlong UTF-8": b'"Metadata": "\xc0\xaf"',
    "a surrogate in UTF-8": b'"Metadata": "\xed\xa0\x80"',
    "UTF-8 cut short": b'"Metadata": "\xe2\x82"',
    "UTF-8 above the last character": b'"Metadata": "\xf4\x90\x80\x80"',
    "no UTF-8 in a member nobody knows": b'"Sparkle": "\xff"',
    "no UTF-8 in a name": b'"Spark\xffle": 1',
    "half a pair": rb'"Metadata": "\ud800"',
    "the other half": rb'"Metadata": "\udc00"',
    "half a pair and text": rb'"Metadata": "\ud83dx"',
    "two first halves": rb'"Metadata": "\ud83d\ud83d"',
    "halves the wrong way round": rb'"Metadata": "\udd14\ud83d"',
    "half a pair in a name": rb'"Spark\ud800le": 1',
    "deep arrays": b'"Sparkle": ' + b"[" * 10_000 + b"]" * 10_000,
    "deep objects": b'"Sparkle": ' + b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    "arrays as deep as a body can be": b'"Sparkle": ' + b"[" * 1_000_000,
    "a name twice": b'"Name": "Grace Hopper"',
    "a name twice, written another way": rb'"N\u0061me": "Grace Hopper"',
    "a name twice in a list": b'"Tags": [{"Key": "tier", "Value": "gold", "Key": "ticket"}]',
    "a name twice in an object": b'"ExpirationSettings": {"ExpirationDays": 1, "ExpirationDays": 2, '
    b'"ExpirationCriterion": "CREATED_TIMESTAMP"}',
    "a name twice in a member nobody knows": b'"Sparkle": [[{"a": {"b": 1, "b": 1}}]]',
    "a huge number": b'"Sparkle": 1e999',
    "a huge number below": b'"Sparkle": -1e999',
    "a bare control character": b'"Metadata": "\x00"',
    "a bare line feed": b'"Metadata": "\n"',
    "an escape that there is not": rb'"Metadata": "\x41"',
    "an escape cut short": rb'"Metadata": "\u12"',
    "an escape with a sign": rb'"Metadata": "\u+123"',
    "a needless zero": b'"Sparkle": 01',
    "a plus": b'"Sparkle": +1',
    "no number": b'"Sparkle": NaN',
    "infinity": b'"Sparkle": Infinity',
    "a comma too many": b'"Sparkle": [1,]',
    "a comma at the end": b'"Sparkle": 1,',
    "single quotes": b"'Sparkle': 1",
    "no quotes": b"Sparkle: 1",
    "a comment": b'"Sparkle": 1 /* it does */',
    "no value": b'"Sparkle":',
    "another white space": b'"Sparkle":\xc2\xa01',
}


@pytest.mark.parametrize("member", list(_BAD_MEMBERS.values()), ids=list(_BAD_MEMBERS))
def test_a_member_that_means_nothing_certain(service: LocalService, app_instance: str, member: bytes) -> None:
    """One member is wrong in a body which is right but for that."""
    body = creation_with(app_instance, member)

    with bounded_memory(service):
        _assert_bad(creating(service, body).send(service.url))


_BAD_DAYS = {
    "a huge number": b"1e999",
    "more than 64 bits": b"18446744073709551617",
    "many digits": b"9" * 100_000,
    "a fraction": b"1.5",
    "a whole number as a fraction": b"30.0",
    "text": b'"30"',
}


@pytest.mark.parametrize("days", list(_BAD_DAYS.values()), ids=list(_BAD_DAYS))
def test_a_number_of_days_that_is_none(service: LocalService, app_instance: str, days: bytes) -> None:
    """No number is made to fit."""
    settings = b'{"ExpirationCriterion": "CREATED_TIMESTAMP", "ExpirationDays": %b}' % days
    member = b'"ExpirationSettings": ' + settings

    _assert_bad(creating(service, creation_with(app_instance, member)).send(service.url))


@pytest.mark.parametrize("after", [b" {}", b"x", b",", b"}", b"\0", b"\xff", b"\n\n7"])
def test_a_body_with_something_after_it(service: LocalService, app_instance: str, after: bytes) -> None:
    """There is one value in a body."""
    body = json.dumps(creation(app_instance)).encode() + after

    _assert_bad(creating(service, body).send(service.url))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_a_body_in_another_encoding(service: LocalService, app_instance: str, encoding: str) -> None:
    """JSON between programs is in UTF-8."""
    body = json.dumps(creation(app_instance)).encode(encoding)

    _assert_bad(creating(service, body).send(service.url))


_NO_OBJECTS = [b" \n", b"null", b"7", b'"Name"', b"[", b"{", b'{"Name', b"\0"]


@pytest.mark.parametrize(
    ("method", "path", "bodies"),
    [
        ("POST", "/app-instance-users", [b"", *_NO_OBJECTS]),
        ("PUT", "/app-instance-users/{user}", [b"", *_NO_OBJECTS]),
        ("POST", "/app-instance-users/{user}/endpoints", [b"", *_NO_OBJECTS]),
        # UpdateAppInstanceUserEndpoint requires nothing of its body, which may be left out then.
        ("PUT", "/app-instance-users/{user}/endpoints/{device}", _NO_OBJECTS),
        ("POST", "/tags?operation=tag-resource", [b"", *_NO_OBJECTS]),
    ],
)
def test_a_body_that_is_no_object(
    service: LocalService, user: str, device: str, method: str, path: str, bodies: list[bytes]
) -> None:
    """An operation whose input is in the body needs an object there."""
    path = path.format(user=quote(user, safe=""), device=device)
    for body in bodies:
        _assert_bad(RawRequest(method, path, body, dict(JSON)).signed(service.url).send(service.url))


@pytest.mark.parametrize(
    "body", [b"[" * 10_000 + b"]" * 10_000, b'{"Status": ' + b"[" * 1_000_000], ids=["arrays", "unclosed"]
)
def test_deep_json_where_nothing_is_signed(service: LocalService, device: str, body: bytes) -> None:
    """Anybody can send this."""
    path = f"/_carillon/endpoints/{device}/state"

    assert RawRequest("POST", path, body, dict(JSON)).send(service.url).status == 400


def test_an_arn_with_nul(service: LocalService, app_instance: str) -> None:
    """It is the ARN of nothing, and not that of what stands before NUL."""
    answer = creating(service, creation(f"{app_instance}\0x")).send(service.url)

    assert (answer.status, answer.error_type) in [(400, "BadRequestException"), (403, "ForbiddenException")]


@pytest.mark.parametrize("key", ["tier\0x", "\0", "\0tier"])
def test_a_tag_key_with_nul(unchecked: Any, client: Any, user: str, key: str) -> None:
    """It is refused, or another key: the tag whose key ends before NUL stays as it is."""
    with suppress(unchecked.exceptions.BadRequestException):
        unchecked.tag_resource(ResourceARN=user, Tags=[{"Key": key, "Value": "silver"}])
        assert tags_of(client, user) == {"tier": "gold", key: "silver"}
        client.untag_resource(ResourceARN=user, TagKeys=[key])


@pytest.mark.parametrize("text", ["seen\0x", "\0", "\0seen"])
def test_a_text_with_nul(service: LocalService, client: Any, app_instance: str, text: str) -> None:
    """It is refused, or kept as it is; half of it would be a lie."""
    answer = creating(service, creation(app_instance, Metadata=text)).send(service.url)

    if answer.status == 201:
        created = answer.json["AppInstanceUserArn"]
        kept = client.describe_app_instance_user(AppInstanceUserArn=created)["AppInstanceUser"]["Metadata"]
        client.delete_app_instance_user(AppInstanceUserArn=created)
        assert kept == text
    else:
        _assert_bad(answer)
