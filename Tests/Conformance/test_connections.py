"""Many idle connections, and clients that are slow: everybody else is served meanwhile."""

from __future__ import annotations

import os
import resource
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from drivers.bad_requests import JSON, MIB, bounded_memory
from drivers.identity import create_app_instance
from drivers.processes import open_descriptors, resident_bytes
from drivers.raw import RawRequest
from drivers.raw_socket import RawConnection, chunk, head, with_length
from drivers.service import LocalService

#: How many connections are open at a time; 10,000 need a hard limit on open files above that (`ulimit -Hn`).
_CONNECTIONS = int(os.environ.get("CARILLON_CONNECTIONS", "500"))
#: An address of this machine has so many ports to connect from, and a few to spare.
_CONNECTIONS_PER_ADDRESS = 10_000
#: The most memory that an idle connection may take. Measured: 13 KiB.
_MOST_PER_CONNECTION = 32 * 1024

_REQUEST_TIMEOUT = 1


@contextmanager
def _open_files_limit(soft: int) -> Iterator[None]:
    """Let this process, and those that it starts meanwhile, have so many files open."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


def _wait_until(condition: Callable[[], bool], within: float = 60.0) -> None:
    deadline = time.monotonic() + within
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def _connect(service: LocalService, number: int) -> socket.socket:
    source = f"127.0.0.{2 + number // _CONNECTIONS_PER_ADDRESS}"
    return socket.create_connection(("127.0.0.1", service.port), timeout=60, source_address=(source, 0))


def test_idle_connections(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They cost little, others are served as ever, and nothing of them is left when they are gone.

    The service is started with fewer files than that to open: it knows how to get more.
    """
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < _CONNECTIONS + 200:
        pytest.skip(f"the system lets a process have {hard} open files")
    with ExitStack() as stack:
        stack.enter_context(_open_files_limit(256))
        service = stack.enter_context(LocalService(tmp_path, None, "--request-timeout", "3600"))
        stack.enter_context(_open_files_limit(hard))
        client = service.client()
        app_instance = create_app_instance(client)
        descriptors, before = open_descriptors(service.process_id), resident_bytes(service.process_id)

        connections = ExitStack()
        stack.enter_context(connections)
        for number in range(_CONNECTIONS):
            idle = connections.enter_context(closing(_connect(service, number)))
            if number % 2:
                idle.sendall(b"GET /app-instances HTTP/1.1\r\nHost: 127.0.0.1")
        _wait_until(lambda: open_descriptors(service.process_id) >= descriptors + _CONNECTIONS)
        grown = resident_bytes(service.process_id) - before

        assert client.describe_app_instance(AppInstanceArn=app_instance)["AppInstance"]["Name"] == "Prod Chat"
        assert create_app_instance(service.client())
        assert open_descriptors(service.process_id) >= descriptors + _CONNECTIONS
        connections.close()
        _wait_until(lambda: open_descriptors(service.process_id) < descriptors + _CONNECTIONS / 10)
        assert len(service.client().list_app_instances()["AppInstances"]) == 2

    with capsys.disabled():
        print(
            f"\n{_CONNECTIONS} idle connections: {before / MIB:.1f} MiB before, "
            f"{(before + grown) / MIB:.1f} MiB with them, {grown / 1024 / _CONNECTIONS:.1f} KiB each"
        )
    assert grown < _CONNECTIONS * _MOST_PER_CONNECTION + 8 * MIB


def test_more_connections_than_the_system_lets(tmp_path: Path) -> None:
    """Those that are there are served; the others wait until some have gone, and nobody ends the service."""
    with LocalService(tmp_path) as service:
        client = service.client()
        client.list_app_instances()
        most = open_descriptors(service.process_id) + 20
        resource.prlimit(service.process_id, resource.RLIMIT_NOFILE, (most, most))

        with ExitStack() as connections:
            for number in range(50):
                connections.enter_context(closing(_connect(service, number)))
            _wait_until(lambda: open_descriptors(service.process_id) == most)
            assert client.list_app_instances()["AppInstances"] == []

        assert service.client().list_app_instances()["AppInstances"] == []


@pytest.fixture(scope="module")
def impatient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalService]:
    """Return a service that waits a second for a request that has begun."""
    home = tmp_path_factory.mktemp("impatient")
    with LocalService(home, None, "--request-timeout", str(_REQUEST_TIMEOUT)) as running:
        yield running


def _listing(url: str) -> bytes:
    """Return a whole request that is answered."""
    return head(RawRequest("GET", "/app-instances").signed(url), url)


def _beginnings(url: str) -> dict[str, bytes]:
    """Return what may come of a request before a client falls asleep."""
    creation = RawRequest("POST", "/app-instances", b'{"Name": "Prod Chat"}', dict(JSON)).signed(url)
    listing, with_body = _listing(url), with_length(creation, url)
    chunked = head(creation, url, "Transfer-Encoding: chunked")
    return {
        "a byte": listing[:1],
        "half a head": listing[:100],
        "a head without its end": listing[:-2] + b"X-Sleepy: ",
        "a head": with_body[: -len(creation.body)],
        "half a body": with_body[:-10],
        "half a chunk": chunked + b"ffff\r\n" + creation.body,
        "some chunks": chunked + chunk(creation.body[:10]),
        "a whole request and half a body": listing + with_body[:-10],
    }


@pytest.mark.parametrize("beginning", list(_beginnings("http://127.0.0.1")))
def test_a_client_that_falls_asleep(impatient: LocalService, beginning: str) -> None:
    """It is disconnected when its time is over, and not before; others are served meanwhile."""
    with RawConnection(impatient.url, within=10) as connection:
        started = time.monotonic()
        connection.send(_beginnings(impatient.url)[beginning])

        assert impatient.client().list_app_instances()["ResponseMetadata"]["HTTPStatusCode"] == 200

        assert connection.is_closed()
        assert time.monotonic() - started >= _REQUEST_TIMEOUT * 0.9


@pytest.mark.parametrize("beginning", ["a head without its end", "half a chunk"])
def test_a_client_that_sends_a_byte_now_and_then(impatient: LocalService, beginning: str) -> None:
    """What counts is when the request began: a client that keeps sending has no longer than others."""
    with RawConnection(impatient.url, within=10) as connection:
        connection.send(_beginnings(impatient.url)[beginning])
        pauses = 0
        while connection.is_silent(_REQUEST_TIMEOUT / 5):
            connection.send(b"x")
            pauses += 1
            assert pauses < 50, "the service waits for ever"

        assert connection.is_closed()
        assert impatient.is_running


def test_a_refused_body_that_does_not_come(impatient: LocalService) -> None:
    """The connection is not kept for it."""
    before = open_descriptors(impatient.process_id)
    request = RawRequest("POST", "/app-instances", headers=dict(JSON)).signed(impatient.url)
    with RawConnection(impatient.url) as connection:
        connection.send(head(request, impatient.url, f"Content-Length: {100 * MIB}"))

        assert connection.answer().status == 413
        _wait_until(lambda: open_descriptors(impatient.process_id) <= before)


def test_many_slow_clients_at_a_time(impatient: LocalService) -> None:
    """All of them are disconnected, whatever else there is to do."""
    client = impatient.client()
    with ExitStack() as stack:
        slow = [stack.enter_context(RawConnection(impatient.url)) for _ in range(100)]
        for connection in slow:
            connection.send(_listing(impatient.url)[:100])
        for connection in slow:
            assert client.list_app_instances()["ResponseMetadata"]["HTTPStatusCode"] == 200
            assert connection.is_closed()


def test_a_connection_without_a_request_stays(impatient: LocalService) -> None:
    """Clients keep connections for later, and may connect before they have something to ask."""
    with RawConnection(impatient.url) as fresh, RawConnection(impatient.url) as used:
        used.send(_listing(impatient.url))
        assert used.answer().status == 200

        assert used.is_silent(2.5 * _REQUEST_TIMEOUT)
        assert fresh.is_silent(0)

        for connection in (fresh, used):
            connection.send(_listing(impatient.url))
            assert connection.answer().status == 200


def test_an_answer_may_take_longer_than_a_request(tmp_path: Path) -> None:
    """The limit is for requests: those that are there are answered, and those that wait behind them too."""
    faults = ["--fault", f"latency={1500 * _REQUEST_TIMEOUT}ms"]
    options = ["--request-timeout", str(_REQUEST_TIMEOUT), *faults]
    with LocalService(tmp_path, None, *options) as service, RawConnection(service.url) as connection:
        connection.send(_listing(service.url))
        connection.send(_listing(service.url))

        assert [connection.answer().status for _ in range(2)] == [200, 200]


def _people(client: Any) -> str:
    """Create users whose list is long, and return the app instance that they are in."""
    app_instance = create_app_instance(client)
    for number in range(50):
        client.create_app_instance_user(
            AppInstanceArn=app_instance, AppInstanceUserId=f"user-{number}", Name="Ada", Metadata="x" * 1024
        )
    return app_instance


def test_a_client_that_reads_its_answers_late(impatient: LocalService) -> None:
    """Its answers are not kept in memory meanwhile, others do not wait for it, and it gets them all."""
    client = impatient.client()
    arn = quote(_people(client), safe="")
    request = RawRequest("GET", f"/app-instance-users?app-instance-arn={arn}&max-results=50")
    asked = head(request.signed(impatient.url), impatient.url)
    # In all far more than the buffers of the system hold.
    count = 1_000
    with bounded_memory(impatient), RawConnection(impatient.url) as late:
        late.send(asked * count)
        until = time.monotonic() + 1.5 * _REQUEST_TIMEOUT
        while time.monotonic() < until:
            assert client.list_app_instances()["AppInstances"]

        answers = [late.answer() for _ in range(count)]

    assert {answer.status for answer in answers} == {200}
    assert len({answer.body for answer in answers}) == 1
    assert sum(len(answer.body) for answer in answers) > 48 * MIB
