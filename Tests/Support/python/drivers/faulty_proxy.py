"""A way to the service on which things go wrong, and which keeps what it has carried."""

from __future__ import annotations

import http.client
import random
import threading
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from .loopback_server import LoopbackServer, QuietHandler

_READING = {"GET", "HEAD"}


@dataclass(frozen=True)
class CarriedWrite:
    """An attempt to change something."""

    method: str
    target: str
    body: bytes


@dataclass(frozen=True)
class Faults:
    """How often each fault happens, as a part of 1, and the longest delay in seconds."""

    error: float = 0.0
    throttle: float = 0.0
    drop_before: float = 0.0
    drop_after: float = 0.0
    delay: float = 0.0


class FaultyProxy(LoopbackServer):
    """A server that hands requests on to the service, unless its dice say otherwise."""

    def __init__(self, url: str, faults: Faults, seed: int) -> None:
        """Hand on to the service at this URL."""
        self._lock = threading.Lock()
        self._writes: list[CarriedWrite] = []
        self.is_down = False
        dice = random.Random(seed)
        backend = urlsplit(url).netloc
        proxy = self

        class Handler(QuietHandler):
            def _roll(self, chance: float) -> bool:
                with proxy._lock:
                    return dice.random() < chance

            def _refuse(self, status: int, exception: str) -> None:
                body = b'{"Message": "It is one of those days."}'
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("x-amzn-ErrorType", exception)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def _carry(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if self.command not in _READING:
                    with proxy._lock:
                        proxy._writes.append(CarriedWrite(self.command, self.path, body))
                if proxy.is_down or self._roll(faults.drop_before):
                    self.close_connection = True
                    return
                if faults.delay:
                    with proxy._lock:
                        wait = dice.random() ** 4 * faults.delay
                    time.sleep(wait)
                if self._roll(faults.error):
                    self._refuse(500, "ServiceFailureException")
                    return
                if self._roll(faults.throttle):
                    self._refuse(429, "ThrottledClientException")
                    return
                connection = http.client.HTTPConnection(backend, timeout=30)
                connection.request(self.command, self.path, body or None, dict(self.headers))
                answer = connection.getresponse()
                content = answer.read()
                connection.close()
                if self._roll(faults.drop_after):
                    self.close_connection = True
                    return
                self.send_response(answer.status)
                for name, value in answer.getheaders():
                    if name.lower() not in ("connection", "transfer-encoding", "content-length"):
                        self.send_header(name, value)
                if answer.status != 204:
                    self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            # The names are those that http.server calls.
            do_GET = do_PUT = do_POST = do_DELETE = _carry  # noqa: N815

        super().__init__(Handler)

    def take_writes(self) -> list[CarriedWrite]:
        """Return the attempts to change something since the last call, in order."""
        with self._lock:
            writes, self._writes = self._writes, []
        return writes
