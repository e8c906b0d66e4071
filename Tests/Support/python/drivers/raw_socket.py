"""Connections on which a test sends the bytes it likes, in the pieces it likes."""

from __future__ import annotations

import http.client
import select
import socket
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Self
from urllib.parse import urlsplit

from .raw import Answer, RawRequest


def head(request: RawRequest, service_url: str, *more: str) -> bytes:
    """Return the head of a request as it goes over the wire, with more header lines at its end."""
    lines = [
        f"{request.method} {request.path} HTTP/1.1",
        f"Host: {urlsplit(service_url).netloc}",
        *(f"{name}: {value}" for name, value in request.headers.items()),
        *more,
    ]
    return "".join(f"{line}\r\n" for line in [*lines, ""]).encode("latin-1")


def with_length(request: RawRequest, service_url: str) -> bytes:
    """Return a request as it goes over the wire, with the length of its body in its head."""
    return head(request, service_url, f"Content-Length: {len(request.body)}") + request.body


def chunk(data: bytes) -> bytes:
    """Return a piece of a body in chunked transfer coding; an empty one ends the body."""
    return b"%x\r\n%b\r\n" % (len(data), data)


class RawConnection:
    """A connection to the service. Whatever takes longer than `within` seconds fails."""

    def __init__(self, service_url: str, within: float = 20.0) -> None:
        """Connect."""
        address = urlsplit(service_url)
        self._within = within
        self._socket = socket.create_connection((address.hostname, address.port), timeout=within)
        # Pieces go out as they are sent, instead of together.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # Not buffered, so that `is_silent` and `is_closed` see all that has come and was not read.
        self._reader = self._socket.makefile("rb", buffering=0)

    def send(self, data: bytes) -> None:
        """Send all of it, without a look at what comes back.

        The service may have closed the connection by then: what it has answered is still there to be read.
        """
        with suppress(BrokenPipeError, ConnectionResetError):
            self._socket.sendall(data)

    def send_until_refused(self, pieces: Iterable[bytes]) -> int:
        """Send piece after piece until the service answers or closes the connection.

        Return how many bytes went out.
        """
        sent = 0
        for piece in pieces:
            rest = memoryview(piece)
            while rest:
                answers, takes, _ = select.select([self._socket], [self._socket], [], self._within)
                assert answers or takes, f"the service neither answers nor takes more after {sent} bytes"
                if answers:
                    return sent
                try:
                    count = self._socket.send(rest, socket.MSG_DONTWAIT)
                except (BrokenPipeError, ConnectionResetError):
                    return sent
                sent += count
                rest = rest[count:]
        return sent

    def send_until_stuck(self, piece: bytes, most: int, patience: float = 2.0) -> int:
        """Send a piece again and again until nobody has taken a byte for a while, or `most` bytes went out.

        Return how many bytes went out.
        """
        sent = 0
        while sent < most and select.select([], [self._socket], [], patience)[1]:
            # A part of the piece may go out; the next one starts where that ended.
            offset = sent % len(piece)
            try:
                sent += self._socket.send(piece[offset:], socket.MSG_DONTWAIT)
            except (BrokenPipeError, ConnectionResetError):
                break
        return sent

    def end_sending(self) -> None:
        """Close the sending side: the service sees the end, and can still answer."""
        # Not connected any more where the service was faster.
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)

    def reset(self) -> None:
        """Break the connection off, as a client that crashes does."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.close()

    def answer(self, method: str = "GET") -> Answer | None:
        """Read an answer to a request of this method; None where the connection was closed without one."""
        try:
            line = self._reader.readline()
        except ConnectionResetError:
            line = b""
        if not line:
            return None
        assert line.startswith(b"HTTP/1.1 "), f"no status line: {line!r}"
        status = int(line.split()[1])
        headers = http.client.parse_headers(self._reader)
        length = 0 if method == "HEAD" or status < 200 or status == 204 else int(headers["Content-Length"])
        body = b""
        while len(body) < length:
            piece = self._reader.read(length - len(body))
            assert piece, f"the answer ends after {len(body)} of {length} bytes"
            body += piece
        return Answer(status, headers, body)

    def rest(self) -> bytes:
        """Return every byte that comes until the service closes the connection."""
        received = b""
        try:
            while piece := self._reader.read(65_536):
                received += piece
        except ConnectionResetError:
            pass
        return received

    def piece(self) -> bytes:
        """Return what comes next, as soon as some of it is there; nothing where the connection is closed."""
        return self._reader.read(65_536)

    def is_closed(self, within: float | None = None) -> bool:
        """Whether the service closes the connection in time. What it sends before that is passed over."""
        deadline = time.monotonic() + (self._within if within is None else within)
        while select.select([self._socket], [], [], max(0.0, deadline - time.monotonic()))[0]:
            try:
                if not self._socket.recv(65_536):
                    return True
            except ConnectionResetError:
                return True
        return False

    def is_silent(self, seconds: float) -> bool:
        """Whether the service neither sends anything nor closes the connection for so long."""
        return not select.select([self._socket], [], [], seconds)[0]

    def close(self) -> None:
        """Close the connection."""
        self._reader.close()
        self._socket.close()

    def __enter__(self) -> Self:
        """Return the connection."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connection."""
        self.close()
