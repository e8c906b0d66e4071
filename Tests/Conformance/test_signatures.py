"""The service believes nobody: a request that is not signed as it should be is refused with 403."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import botocore.auth
import pytest
from botocore.exceptions import ClientError
from drivers.aws_cli import AwsCli
from drivers.raw import RawRequest
from drivers.service import LocalService


def _refusal(client: Any) -> tuple[int, str]:
    """Return status and code of the error that listing the app instances ends in."""
    with pytest.raises(ClientError) as raised:
        client.list_app_instances()
    response = raised.value.response
    return response["ResponseMetadata"]["HTTPStatusCode"], response["Error"]["Code"]


def test_a_wrong_secret_is_refused(service: LocalService) -> None:
    """Whoever does not know the secret cannot sign."""
    assert _refusal(service.client(secret_key="wrong")) == (403, "InvalidSignatureException")


def test_an_unknown_key_is_refused(service: LocalService) -> None:
    """There is one key pair."""
    assert _refusal(service.client(access_key="AKIDNOBODY")) == (403, "UnrecognizedClientException")


def test_another_region_is_refused(service: LocalService) -> None:
    """A key is good for one region, and the service is in one."""
    assert _refusal(service.client(region="eu-central-1")) == (403, "InvalidSignatureException")


@pytest.mark.parametrize("minutes", [-16, 16])
def test_a_clock_that_is_off_is_refused(
    service: LocalService, monkeypatch: pytest.MonkeyPatch, minutes: int
) -> None:
    """More than fifteen minutes early or late is too much."""
    _shift_clock(monkeypatch, minutes)

    assert _refusal(service.client()) == (403, "InvalidSignatureException")


@pytest.mark.parametrize("minutes", [-14, 14])
def test_a_clock_that_is_a_little_off_is_fine(
    service: LocalService, monkeypatch: pytest.MonkeyPatch, minutes: int
) -> None:
    """Less than fifteen minutes is what clocks do."""
    _shift_clock(monkeypatch, minutes)

    service.client().list_app_instances()


def _shift_clock(monkeypatch: pytest.MonkeyPatch, minutes: int) -> None:
    """Let botocore sign at another time."""
    shifted = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)
    monkeypatch.setattr(botocore.auth, "get_current_datetime", lambda remove_tzinfo=True: _naive(shifted))


def _naive(moment: datetime.datetime) -> datetime.datetime:
    return moment.replace(tzinfo=None)


def test_an_unsigned_request_is_refused(service: LocalService) -> None:
    """No Authorization header, no answer."""
    answer = RawRequest("GET", "/app-instances").send(service.url)

    assert (answer.status, answer.error_type) == (403, "MissingAuthenticationTokenException")


def test_a_signature_without_its_date_is_refused(service: LocalService) -> None:
    """The signature covers the date, which has to be there."""
    request = RawRequest("GET", "/app-instances").signed(service.url).without("X-Amz-Date")
    answer = request.send(service.url)

    assert (answer.status, answer.error_type) == (403, "IncompleteSignatureException")


def test_a_signature_for_another_service_is_refused(service: LocalService) -> None:
    """The signing name is `chime`."""
    answer = RawRequest("GET", "/app-instances").signed(service.url, service="s3").send(service.url)

    assert (answer.status, answer.error_type) == (403, "InvalidSignatureException")


def test_a_request_changed_after_signing_is_refused(service: LocalService) -> None:
    """Path, query and body are all covered."""
    body = b'{"Name":"Prod Chat","ClientRequestToken":"0123456789"}'
    headers = {"Content-Type": "application/json"}
    signed = RawRequest("POST", "/app-instances", body, headers).signed(service.url)
    changed = [
        RawRequest("POST", "/app-instances", body.replace(b"Prod", b"Test"), signed.headers),
        RawRequest("POST", "/app-instances?max-results=1", body, signed.headers),
        RawRequest("POST", "/app-instance-users", body, signed.headers),
        RawRequest("PUT", "/app-instances", body, signed.headers),
    ]

    answers = [request.send(service.url) for request in changed]

    assert [(answer.status, answer.error_type) for answer in answers] == [
        (403, "InvalidSignatureException")
    ] * len(changed)


@pytest.mark.parametrize("left_raw", ["", ":", ":@"])
def test_the_path_counts_as_it_was_sent(service: LocalService, client: Any, user: str, left_raw: str) -> None:
    """botocore encodes the colons of an ARN and other SDKs do not: either signature holds."""
    path = f"/app-instance-users/{quote(user, safe=left_raw)}"

    answer = RawRequest("GET", path).signed(service.url).send(service.url)

    assert answer.status == 200
    assert answer.json["AppInstanceUser"]["AppInstanceUserArn"] == user


def test_the_aws_cli_shows_the_refusal(service: LocalService, tmp_path: Path) -> None:
    """A person with the wrong key sees the code of it."""
    outsider = AwsCli(service, tmp_path, AWS_ACCESS_KEY_ID="AKIDNOBODY")

    outcome = outsider.attempt("list-app-instances")

    assert outcome.status != 0
    assert "(UnrecognizedClientException)" in outcome.errors
