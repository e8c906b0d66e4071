"""What is no HTTP, may be read in two ways, or has no end: none of it is carried out."""

from __future__ import annotations

import pytest
from drivers.bad_requests import MIB, assert_refused, bounded_memory, creating, creation, exchange
from drivers.raw import RawRequest
from drivers.raw_socket import RawConnection, chunk, head, with_length
from drivers.service import LocalService

pytestmark = pytest.mark.usefixtures("unharmed")

_CHUNKED = "Transfer-Encoding: chunked"
_HOST = b"Host: 127.0.0.1\r\n\r\n"


@pytest.mark.parametrize(
    "more",
    [
        ["X-Large: " + "x" * 81 * 1024],
        ["X-Large: " + "x" * 10 * MIB],
        ["x" * 81 * 1024 + ": 1"],
        ["X-Large: " + "x" * 8 * 1024] * 11,
        ["X: 1"] * 1_100,
        ["X: 1"] * 100_000,
        [f"X-{number}: 1" for number in range(100_000)],
    ],
    ids=["large", "larger", "name", "together", "1,100", "100,000", "names"],
)
def test_headers_that_are_too_large(service: LocalService, app_instance: str, more: list[str]) -> None:
    """No client needs so much."""
    request = creating(service, creation(app_instance))
    whole = head(request, service.url, *more, f"Content-Length: {len(request.body)}") + request.body

    with bounded_memory(service):
        assert_refused(exchange(service, whole))


def test_a_signature_that_is_all_but_too_large(service: LocalService, app_instance: str) -> None:
    """It is read, and means nothing."""
    request = creating(service, creation(app_instance)).without("Authorization")
    request.headers["Authorization"] = "AWS4-HMAC-SHA256 " + "Credential=" * 7_000

    with bounded_memory(service):
        assert_refused(exchange(service, with_length(request, service.url)))


@pytest.mark.parametrize("length", [10_000, 100_000, 5_000_000])
@pytest.mark.parametrize("part", ["path", "query", "method"])
def test_a_request_line_that_is_too_long(service: LocalService, part: str, length: int) -> None:
    """Neither a path nor a query nor a method has so much to say."""
    method, path = {
        "path": ("GET", "/app-instances/" + "x" * length),
        "query": ("GET", "/app-instances?next-token=" + "x" * length),
        "method": ("G" * length, "/app-instances"),
    }[part]
    request = RawRequest(method, path).signed(service.url)

    with bounded_memory(service):
        assert_refused(exchange(service, head(request, service.url)))


@pytest.mark.parametrize(
    ("beginning", "piece"),
    [(b"1;", b"x" * 65_536), (b"0\r\n", b"X-More: 1\r\n" * 6_000)],
    ids=["extension", "trailers"],
)
def test_a_body_whose_chunks_say_too_much(
    service: LocalService, app_instance: str, beginning: bytes, piece: bytes
) -> None:
    """What stands round a body takes no memory either, and no request waits for its end."""
    request = creating(service, creation(app_instance))
    with bounded_memory(service), RawConnection(service.url) as connection:
        connection.send(head(request, service.url, _CHUNKED) + chunk(request.body) + beginning)
        connection.send_until_refused(piece for _ in range(10 * MIB // len(piece)))
        connection.end_sending()

        assert_refused(connection.answer())


_GARBAGE = {
    "nothing": b"\r\n\r\n",
    "words": b"hello there\r\n\r\n",
    "zeros": bytes(1_000),
    "all bytes": bytes(range(256)) * 8,
    "TLS": bytes.fromhex("16030100c8010000c40303") + bytes(range(190)),
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0",
    "HTTP/0.9": b"GET /app-instances\r\n\r\n",
    "HTTP/9.9": b"GET /app-instances HTTP/9.9\r\n" + _HOST,
    "a version that is none": b"GET /app-instances HTTP/one\r\n" + _HOST,
    "another protocol": b"GET /app-instances ICE/1.0\r\n" + _HOST,
    "no path": b"GET HTTP/1.1\r\n" + _HOST,
    "a blank in the path": b"GET /app instances HTTP/1.1\r\n" + _HOST,
    "a path without a slash": b"GET app-instances HTTP/1.1\r\n" + _HOST,
    "an asterisk": b"OPTIONS * HTTP/1.1\r\n" + _HOST,
    "a tunnel": b"CONNECT 127.0.0.1:22 HTTP/1.1\r\n" + _HOST,
    "a method that is none": b"FETCH /app-instances HTTP/1.1\r\n" + _HOST,
    "a method in small letters": b"get /app-instances HTTP/1.1\r\n" + _HOST,
    "a trace": b"TRACE /app-instances HTTP/1.1\r\n" + _HOST,
    "an answer": b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    "no Host": b"GET /app-instances HTTP/1.1\r\n\r\n",
}


@pytest.mark.parametrize("garbage", list(_GARBAGE.values()), ids=list(_GARBAGE))
def test_what_is_no_request(service: LocalService, garbage: bytes) -> None:
    """Not everything that comes is HTTP, or has what HTTP requires."""
    assert_refused(exchange(service, garbage))


_LENGTH = "Content-Length: {length}"
_UNCERTAIN = {
    "two lengths": [_LENGTH, "Content-Length: 5"],
    "two lengths in one": ["Content-Length: {length}, 5"],
    "a length below zero": ["Content-Length: -{length}"],
    "a length with a sign": ["Content-Length: +{length}"],
    "a length that is no number": ["Content-Length: many"],
    "a length in hexadecimal": ["Content-Length: 0x{length:x}"],
    "a length of more than 64 bits": ["Content-Length: 18446744073709551617"],
    "a length and chunks": [_LENGTH, _CHUNKED],
    "chunks and a length": [_CHUNKED, _LENGTH],
    "an unknown coding": ["Transfer-Encoding: sparkling"],
    "an unknown coding after chunks": ["Transfer-Encoding: chunked, sparkling"],
    "a coding that looks like chunks": ["Transfer-Encoding: xchunked"],
    "a blank before the colon": ["Content-Length : {length}"],
    "no colon": [_LENGTH, "Sparkle"],
    "no name": [_LENGTH, ": 1"],
    "a blank in a name": [_LENGTH, "Spark le: 1"],
    "a name that is no token": [_LENGTH, "Spark(le): 1"],
    "NUL in a value": [_LENGTH, "Sparkle: a\0b"],
    "NUL in a name": [_LENGTH, "Spark\0le: 1"],
    "a bare carriage return": [_LENGTH, "Sparkle: a\rContent-Length: 0"],
    "a folded line": [_LENGTH, "Sparkle: a", " b"],
    "two hosts": [_LENGTH, "Host: example.org"],
}


@pytest.mark.parametrize("lines", list(_UNCERTAIN.values()), ids=list(_UNCERTAIN))
@pytest.mark.parametrize("is_chunked", [False, True], ids=["plain-body", "chunked-body"])
def test_headers_that_mean_nothing_certain(
    service: LocalService, app_instance: str, lines: list[str], is_chunked: bool
) -> None:
    """Who stands between might read them in another way: where a request ends has to be certain."""
    request = creating(service, creation(app_instance))
    body = chunk(request.body) + chunk(b"") if is_chunked else request.body
    more = [line.format(length=len(body)) for line in lines]

    assert_refused(exchange(service, head(request, service.url, *more), body))


@pytest.mark.parametrize(
    "size",
    [
        b"zz",
        b"-1",
        b"0x10",
        b"",
        b"fffffffffffffffff",
        b"ffffffffffffffff",
        b"7fffffffffffffff",
        b" 5",
        b"5 5",
        b";",
        b"1",
    ],
)
def test_a_chunk_whose_size_is_wrong(service: LocalService, app_instance: str, size: bytes) -> None:
    """The size is a hexadecimal number, and just as much of the body has to come."""
    request = creating(service, creation(app_instance))
    body = size + b"\r\n" + request.body + b"\r\n0\r\n\r\n"

    assert_refused(exchange(service, head(request, service.url, _CHUNKED), body))


@pytest.mark.parametrize("protocol", ["h2c", "websocket"])
def test_an_offer_of_another_protocol(service: LocalService, protocol: str) -> None:
    """It is not taken up: clients offer HTTP/2 to everybody, and go on as before where nobody wants it."""
    request = RawRequest("GET", "/app-instances").signed(service.url)
    with RawConnection(service.url, within=10) as connection:
        connection.send(head(request, service.url, "Connection: Upgrade", f"Upgrade: {protocol}"))
        assert connection.answer().status == 200

        # Either the connection goes on, or it is closed: what is sent after that must not be left lying.
        connection.send(head(request, service.url))
        second = connection.answer()
        assert second is None or second.status == 200


def test_requests_one_after_the_other(service: LocalService, app_instance: str) -> None:
    """A bad request does not spoil the good one before it, and hides none behind it."""
    good = RawRequest("GET", "/app-instances").signed(service.url)
    hidden = creating(service, creation(app_instance))
    with RawConnection(service.url) as connection:
        connection.send(
            head(good, service.url)
            + head(hidden, service.url, "Content-Length: 5", _CHUNKED)
            + chunk(b"")
            + with_length(hidden, service.url)
        )

        assert connection.answer().status == 200
        assert_refused(connection.answer())
        assert connection.is_closed()
