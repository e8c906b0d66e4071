"""A service that always gives the same answer, for answers that the local service does not give."""

from __future__ import annotations

import json
from pathlib import Path

from .loopback_server import LoopbackServer, QuietHandler


class StubService(LoopbackServer):
    """A server that answers every request with one and the same error."""

    def __init__(self, status: int, exception: str, message: str, certificate: Path | None = None) -> None:
        """Answer with the HTTP status and the exception of the service model."""
        self.requests: list[str] = []
        requests = self.requests
        body = json.dumps({"Code": exception.removesuffix("Exception"), "Message": message}).encode()

        class Handler(QuietHandler):
            def _answer(self) -> None:
                requests.append(f"{self.command} {self.path}")
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.send_header("x-amzn-ErrorType", exception)
                self.send_header("x-amzn-RequestId", "11111111-2222-3333-4444-555555555555")
                self.end_headers()
                self.wfile.write(body)

            # The names are those that http.server calls.
            do_GET = do_PUT = do_POST = do_DELETE = _answer  # noqa: N815

        super().__init__(Handler, certificate)
