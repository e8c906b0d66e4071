"""Each fault as a client sees it, to the byte where that matters."""

from __future__ import annotations

import json
import time
from typing import Any
from urllib.parse import quote

import pytest
from botocore.exceptions import ConnectionClosedError
from drivers.faults import ask, fault_report, is_plausible, outcome, playing
from drivers.identity import PUSH_APP_ARN, apns_token, endpoint_of, register_device, tags_of
from drivers.raw import RawRequest
from drivers.raw_socket import RawConnection, with_length
from drivers.service import LocalService

_REFUSALS = {
    "throttle=1": (429, "ThrottledClientException", "Throttled"),
    "error=1": (500, "ServiceFailureException", "ServiceFailure"),
}


def _endpoints_path(user: str) -> str:
    return f"/app-instance-users/{quote(user, safe='')}/endpoints"


def _listing(service: LocalService, user: str) -> RawRequest:
    """Return a request for the devices of a user."""
    return RawRequest("GET", _endpoints_path(user)).signed(service.url)


def _write(service: LocalService, method: str, path: str, members: dict[str, Any]) -> RawRequest:
    body = json.dumps(members).encode() if members else b""
    headers = {"Content-Type": "application/json"} if members else {}
    return RawRequest(method, path, body, headers).signed(service.url)


def _tagging(service: LocalService, user: str, key: str, value: str) -> RawRequest:
    """Return a request that puts a tag."""
    members = {"ResourceARN": user, "Tags": [{"Key": key, "Value": value}]}
    return _write(service, "POST", "/tags?operation=tag-resource", members)


def _all_bytes(service: LocalService, request: RawRequest) -> bytes:
    """Send a request on a connection that may stay; return all that comes before the service closes it."""
    with RawConnection(service.url) as connection:
        connection.send(with_length(request, service.url))
        return connection.rest()


def _devices(client: Any, user: str, count: int) -> None:
    for number in range(count):
        register_device(client, user, Name=f"Device {number} of {user}")


# Refusals


@pytest.mark.parametrize("fault", _REFUSALS)
def test_a_refusal_is_an_answer_like_any_other(service: LocalService, user: str, fault: str) -> None:
    """It names its exception, has a request id, and the connection stays for the next request."""
    status, exception, code = _REFUSALS[fault]
    request = with_length(_listing(service, user), service.url)

    with playing(service, fault), RawConnection(service.url) as connection:
        connection.send(request)
        first = connection.answer()
        connection.send(request)
        second = connection.answer()

    for answer in (first, second):
        assert (answer.status, answer.error_type) == (status, exception)
        assert answer.json["Code"] == code
        assert answer.json["Message"].endswith(".")
        assert answer.headers["Content-Type"] == "application/json"
    assert first.headers["x-amzn-RequestId"] != second.headers["x-amzn-RequestId"]


@pytest.mark.parametrize("fault", _REFUSALS)
def test_a_refused_write_is_not_carried_out(
    service: LocalService, client: Any, user: str, fault: str
) -> None:
    """Boto3 raises the typed exception, and nothing has changed."""
    endpoint = register_device(client, user, Name="iPhone 15")
    before = endpoint_of(client, user, endpoint)
    exception = getattr(client.exceptions, _REFUSALS[fault][1])
    identity = {"AppInstanceUserArn": user, "EndpointId": endpoint}

    with playing(service, fault):
        with pytest.raises(exception):
            register_device(client, user)
        with pytest.raises(exception):
            client.update_app_instance_user_endpoint(**identity, Name="Renamed")
        with pytest.raises(exception):
            client.deregister_app_instance_user_endpoint(**identity)
        with pytest.raises(exception):
            client.tag_resource(ResourceARN=user, Tags=[{"Key": "tier", "Value": "gold"}])
        played = fault_report(service)["Played"]

    assert played == {fault.removesuffix("=1"): 4}
    listed = client.list_app_instance_user_endpoints(AppInstanceUserArn=user)["AppInstanceUserEndpoints"]
    assert [item["EndpointId"] for item in listed] == [endpoint]
    assert endpoint_of(client, user, endpoint) == before
    assert tags_of(client, user) == {}


# Lost connections


def test_a_dropped_request_gets_no_byte_of_an_answer(service: LocalService, client: Any, user: str) -> None:
    """The service closes the connection, whether the request was carried out or not."""
    _devices(client, user, 2)
    request = _listing(service, user)

    with playing(service, "drop=1"):
        received = [_all_bytes(service, request) for _ in range(20)]
        with pytest.raises(ConnectionClosedError):
            client.list_app_instance_user_endpoints(AppInstanceUserArn=user)

    assert received == [b""] * 20


def test_half_of_the_dropped_writes_are_carried_out(service: LocalService, client: Any, user: str) -> None:
    """Nobody can tell which, and the same seed carries out the same ones."""

    def carried_out() -> list[bool]:
        found = []
        with playing(service, "TagResource:drop=1", seed=5):
            for number in range(150):
                assert _all_bytes(service, _tagging(service, user, "number", f"{number}")) == b""
                found.append(tags_of(client, user).get("number") == f"{number}")
        client.untag_resource(ResourceARN=user, TagKeys=["number"])
        return found

    first = carried_out()

    assert is_plausible(sum(first), len(first), 0.5)
    assert carried_out() == first


def test_a_refusal_can_be_lost_too(service: LocalService, user: str) -> None:
    """What the service would have said of an unknown device does not come either."""
    request = _write(service, "DELETE", f"{_endpoints_path(user)}/no-such-endpoint", {})

    with playing(service, "drop=1"):
        endings = [outcome(request, service) for _ in range(20)]

    assert endings == ["lost"] * 20


# Half an answer


def test_a_truncated_answer_ends_in_the_middle(service: LocalService, client: Any, user: str) -> None:
    """The head promises the whole body, the half of it comes, and the service closes the connection."""
    _devices(client, user, 3)
    request = _listing(service, user)
    whole = request.send(service.url).body

    with playing(service, "truncate=1"):
        received = _all_bytes(service, request)

    start, body = received.split(b"\r\n\r\n")
    lines = start.split(b"\r\n")
    assert lines[0] == b"HTTP/1.1 200 OK"
    assert b"content-length: %d" % len(whole) in [line.lower() for line in lines]
    assert body == whole[: len(whole) // 2]


def test_a_truncated_write_is_carried_out(service: LocalService, client: Any, user: str) -> None:
    """The service has done it, and the client cannot know."""
    endpoint = register_device(client, user, Name="Before")
    path = f"{_endpoints_path(user)}/{endpoint}"

    with playing(service, "truncate=1"):
        received = _all_bytes(service, _write(service, "PUT", path, {"Name": "After"}))

    assert received.startswith(b"HTTP/1.1 200 ")
    assert endpoint_of(client, user, endpoint)["Name"] == "After"


def test_a_truncated_registration_is_carried_out(service: LocalService, client: Any, user: str) -> None:
    """The device is there, and its EndpointId has not come."""
    members = {
        "Type": "APNS",
        "ResourceArn": PUSH_APP_ARN,
        "EndpointAttributes": {"DeviceToken": apns_token()},
        "ClientRequestToken": "once",
    }

    with playing(service, "truncate=1"):
        received = _all_bytes(service, _write(service, "POST", _endpoints_path(user), members))

    assert received.startswith(b"HTTP/1.1 201 ")
    listed = client.list_app_instance_user_endpoints(AppInstanceUserArn=user)["AppInstanceUserEndpoints"]
    assert len(listed) == 1
    assert listed[0]["EndpointId"].encode() not in received


def test_a_truncated_answer_without_a_body_is_no_success(
    service: LocalService, client: Any, user: str
) -> None:
    """A 204 has no body to cut: it must not look as if all of it had come, and the work is done."""
    with playing(service, "truncate=1"):
        received = _all_bytes(service, _tagging(service, user, "tier", "gold"))

    assert tags_of(client, user) == {"tier": "gold"}
    # A head that is complete is all there is to a 204 (RFC 9110, section 15.3.5).
    assert not (received.startswith(b"HTTP/1.1 204 ") and received.endswith(b"\r\n\r\n")), received


def test_a_truncated_refusal_ends_in_the_middle(service: LocalService, user: str) -> None:
    """What the service says of an unknown device does not come whole."""
    request = _write(service, "DELETE", f"{_endpoints_path(user)}/no-such-endpoint", {})

    with playing(service, "truncate=1"):
        endings = [outcome(request, service) for _ in range(5)]

    assert endings == ["cut"] * 5


# Slowness


@pytest.mark.parametrize("others", ["", ",throttle=1", ",error=1"])
def test_every_answer_is_held_back(service: LocalService, user: str, others: str) -> None:
    """None comes before the mean less the spread, not even a refusal."""
    request = _listing(service, user)

    with playing(service, f"latency=100ms±40{others}"):
        waits = []
        for _ in range(5):
            started = time.monotonic()
            request.send(service.url)
            waits.append(time.monotonic() - started)

    assert min(waits) >= 0.06, waits


def test_a_request_that_is_held_back_holds_nobody_up(service: LocalService, user: str) -> None:
    """While one waits, others are answered, and who gives up does no harm."""
    request = with_length(_listing(service, user), service.url)

    with playing(service, "ListAppInstanceUserEndpoints:latency=60s"):
        with RawConnection(service.url) as waiting:
            waiting.send(request)
            assert waiting.is_silent(0.2)
            assert ask(service, "health") == (200, {"status": "ok"})
            assert RawRequest("GET", "/app-instances").signed(service.url).send(service.url).status == 200
            assert waiting.is_silent(0)
        assert fault_report(service)["Played"] == {"latency": 1}

    assert _listing(service, user).send(service.url).status == 200


def test_a_slow_answer_is_whole_in_the_end(service: LocalService, client: Any, user: str) -> None:
    """It takes as long as its bytes take, all but the last piece of them."""
    _devices(client, user, 3)
    request = _listing(service, user)
    whole = request.send(service.url).body

    with playing(service, "slow=2kB/s"):
        started = time.monotonic()
        answer = request.send(service.url)
        elapsed = time.monotonic() - started

    assert (answer.status, answer.body) == (200, whole)
    # A tenth of a second's bytes go out at once.
    assert elapsed >= (len(whole) - 200) / 2000


def test_a_slow_answer_comes_in_pieces(service: LocalService, client: Any, user: str) -> None:
    """Its beginning can be read long before its end; who does not wait for that does no harm."""
    _devices(client, user, 3)
    request = _listing(service, user)
    whole = request.send(service.url).body
    received = b""

    with playing(service, "slow=10B/s"), RawConnection(service.url) as connection:
        connection.send(with_length(request, service.url))
        while len(received.partition(b"\r\n\r\n")[2]) < 3:
            piece = connection.piece()
            assert piece
            received += piece
        body = received.partition(b"\r\n\r\n")[2]

    assert whole.startswith(body)
    # The whole would take more than a minute.
    assert len(body) < len(whole)
    assert request.send(service.url).body == whole
