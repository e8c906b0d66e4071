"""Bodies that are too large, end too early or are of another type: nothing of them is carried out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from drivers.bad_requests import (
    BODY_LIMIT,
    JSON,
    MIB,
    assert_refused,
    bounded_memory,
    creating,
    creation,
)
from drivers.raw import Answer, RawRequest
from drivers.raw_socket import RawConnection, chunk, head, with_length
from drivers.service import LocalService

pytestmark = pytest.mark.usefixtures("unharmed")

_CHUNKED = "Transfer-Encoding: chunked"


def _assert_too_large(answer: Answer | None, connection: RawConnection) -> None:
    assert answer is not None
    assert (answer.status, answer.error_type) == (413, "RequestEntityTooLargeException")
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.headers["Connection"] == "close"
    assert answer.json["Message"]
    connection.end_sending()
    assert connection.is_closed()


@pytest.mark.parametrize("more", [[], ["Expect: 100-continue"]], ids=["plain", "expecting"])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/app-instance-users"),
        ("GET", "/app-instances"),
        ("POST", "/channels"),
        ("POST", "/_carillon/endpoints/x/state"),
    ],
)
def test_a_body_declared_too_large_is_refused_at_once(
    service: LocalService, method: str, path: str, more: list[str]
) -> None:
    """The client that has said how much it will send need not send any of it."""
    request = RawRequest(method, path, headers=dict(JSON)).signed(service.url)
    with RawConnection(service.url) as connection:
        connection.send(head(request, service.url, f"Content-Length: {100 * MIB}", *more))

        _assert_too_large(connection.answer(), connection)


def test_a_refused_body_is_not_waited_for(service: LocalService) -> None:
    """The answer says that the connection closes: a client that waits for that does not wait for long."""
    request = creating(service, b"")
    with RawConnection(service.url) as connection:
        connection.send(head(request, service.url, f"Content-Length: {100 * MIB}"))

        assert connection.answer().headers["Connection"] == "close"
        assert connection.is_closed(within=10)


@pytest.mark.parametrize("is_chunked", [False, True], ids=["with-length", "chunked"])
def test_a_body_of_100_mib(
    service: LocalService, capsys: pytest.CaptureFixture[str], is_chunked: bool
) -> None:
    """It is refused long before its end, and costs no memory to speak of."""
    request = creating(service, b"")
    coding = _CHUNKED if is_chunked else f"Content-Length: {100 * MIB}"
    piece = bytes(65_536)

    def pieces() -> Iterator[bytes]:
        yield head(request, service.url, coding)
        for _ in range(100 * MIB // len(piece)):
            yield chunk(piece) if is_chunked else piece

    sent = []
    with bounded_memory(service) as use:
        for _ in range(5):
            with RawConnection(service.url) as connection:
                sent.append(connection.send_until_refused(pieces()))
                _assert_too_large(connection.answer(), connection)

    with capsys.disabled():
        print(f"\n100 MiB body: {use.grown / MIB:.1f} MiB more, refused after {max(sent) / MIB:.1f} MiB")
    # The system alone holds several MiB of what one side has sent and the other has not read.
    assert max(sent) < 32 * MIB


def test_an_answer_that_is_not_looked_for(service: LocalService) -> None:
    """A client that reads nothing until it has sent all sees the refusal too, and no broken connection."""
    request = creating(service, bytes(4 * MIB))
    with RawConnection(service.url) as connection:
        connection.send(with_length(request, service.url))

        _assert_too_large(connection.answer(), connection)


def test_a_large_body_in_tiny_chunks(service: LocalService) -> None:
    """What counts is how long the body is, not how it comes."""
    request = creating(service, b"")
    piece = chunk(b" ") * 65_536
    with bounded_memory(service), RawConnection(service.url, within=60) as connection:
        connection.send(head(request, service.url, _CHUNKED))
        connection.send_until_refused(piece for _ in range(2 * BODY_LIMIT // 65_536))

        _assert_too_large(connection.answer(), connection)


def test_many_large_bodies_at_a_time(service: LocalService, client: Any) -> None:
    """Others are served while uploads stand half done, which take no more memory than their first MiB."""
    request = creating(service, b"")
    count = 16
    with bounded_memory(service, 3 * count * BODY_LIMIT + 24 * MIB), ExitStack() as stack:
        uploads = [stack.enter_context(RawConnection(service.url)) for _ in range(count)]
        for upload in uploads:
            upload.send(head(request, service.url, _CHUNKED))
            upload.send(chunk(bytes(BODY_LIMIT - 1)))

        assert client.list_app_instances()["AppInstances"]

        for upload in uploads:
            upload.send(chunk(b"xy"))
            _assert_too_large(upload.answer(), upload)


@pytest.mark.parametrize("is_chunked", [False, True], ids=["with-length", "chunked"])
def test_the_largest_body(service: LocalService, client: Any, app_instance: str, is_chunked: bool) -> None:
    """A body of just 1 MiB is read, and one of a byte more is refused."""
    largest = json.dumps(creation(app_instance)).encode().ljust(BODY_LIMIT)

    def answer_to(body: bytes) -> Answer | None:
        request = creating(service, body)
        with RawConnection(service.url) as connection:
            if is_chunked:
                connection.send(head(request, service.url, _CHUNKED) + chunk(body) + chunk(b""))
            else:
                connection.send(with_length(request, service.url))
            return connection.answer()

    too_large, fits = answer_to(largest + b" "), answer_to(largest)

    assert too_large.status == 413
    assert fits.status == 201
    client.delete_app_instance_user(AppInstanceUserArn=fits.json["AppInstanceUserArn"])


def _cut_short(request: RawRequest, service_url: str) -> dict[str, bytes]:
    """Return beginnings of a request.

    What there is of the body is all that the signature is over, and means something by itself: a service that
    takes it for the whole carries it out.
    """
    body = request.body
    whole = head(request, service_url, f"Content-Length: {len(body)}")
    longer = head(request, service_url, f"Content-Length: {len(body) + 1}")
    much_longer = head(request, service_url, f"Content-Length: {BODY_LIMIT}")
    chunked = head(request, service_url, _CHUNKED)
    return {
        "length": longer + body,
        "length of 1 MiB": much_longer + body,
        "last chunk": chunked + chunk(body),
        "line after the last chunk": chunked + chunk(body) + b"0\r\n",
        "chunk": chunked + b"%x\r\n" % (len(body) + 1) + body,
        "head": whole[:-2],
        "header": whole[:-10],
        "request line": whole[:12],
    }


_CUTS = list(_cut_short(RawRequest("POST", "/"), "http://127.0.0.1"))


@pytest.mark.parametrize("cut", _CUTS)
def test_a_request_cut_short(service: LocalService, app_instance: str, cut: str) -> None:
    """The client says that there is no more, and waits for an answer."""
    request = creating(service, creation(app_instance))
    with RawConnection(service.url) as connection:
        connection.send(_cut_short(request, service.url)[cut])
        connection.end_sending()

        assert_refused(connection.answer())
        assert connection.is_closed()


@pytest.mark.parametrize("cut", _CUTS)
@pytest.mark.parametrize("is_reset", [False, True], ids=["closed", "reset"])
def test_a_client_that_goes_away(service: LocalService, app_instance: str, cut: str, is_reset: bool) -> None:
    """Nobody waits for an answer any more."""
    request = creating(service, creation(app_instance))
    for _ in range(20):
        connection = RawConnection(service.url)
        connection.send(_cut_short(request, service.url)[cut])
        connection.reset() if is_reset else connection.close()


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain",
        "text/json",
        "application/xml",
        "application/jsonx",
        "application/x-www-form-urlencoded",
        "application/x-amz-json-1.1",
        "multipart/form-data; boundary=application/json",
        "json",
    ],
)
def test_a_content_type_other_than_json(service: LocalService, app_instance: str, content_type: str) -> None:
    """The protocol, restJson1, knows one type only."""
    request = creating(service, creation(app_instance), **{"Content-Type": content_type})

    answer = request.send(service.url)

    assert (answer.status, answer.error_type) == (415, "UnsupportedMediaTypeException")
    assert answer.json["Message"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "application/json"},
        {"Content-Type": "application/json; charset=utf-8"},
        {"Content-Type": 'application/json;charset="UTF-8"'},
        {"Content-Type": "Application/JSON"},
        {"Accept": "*/*"},
    ],
    ids=str,
)
def test_a_content_type_that_is_fine(
    service: LocalService, client: Any, app_instance: str, headers: dict[str, str]
) -> None:
    """JSON has many spellings, and a body whose type nobody names is taken for it."""
    answer = creating(service, creation(app_instance), **headers).send(service.url)

    assert answer.status == 201
    client.delete_app_instance_user(AppInstanceUserArn=answer.json["AppInstanceUserArn"])
