"""A service that always gives the same answer, for answers that the local service does not give."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class StubService:
    """A server that answers every request with one and the same error."""

    def __init__(self, status: int, exception: str, message: str) -> None:
        """Answer with the HTTP status and the exception of the service model."""
        body = json.dumps({"Code": exception.removesuffix("Exception"), "Message": message}).encode()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _answer(self) -> None:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.send_header("x-amzn-ErrorType", exception)
                self.send_header("x-amzn-RequestId", "11111111-2222-3333-4444-555555555555")
                self.end_headers()
                self.wfile.write(body)

            # The names are those that http.server calls.
            do_GET = do_PUT = do_POST = do_DELETE = _answer  # noqa: N815

            def log_message(self, *_: object) -> None:
                """Keep quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def url(self) -> str:
        """Where the service listens."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> StubService:
        """Start to answer."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self._server.shutdown()
        self._server.server_close()
