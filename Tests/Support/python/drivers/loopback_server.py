"""An HTTP server of a test's own, on a port of this machine that it picked."""

from __future__ import annotations

import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self


class QuietHandler(BaseHTTPRequestHandler):
    """Keeps connections, and says nothing about them."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


class _QuietServer(ThreadingHTTPServer):
    """Takes it calmly when a client goes away in the middle of an answer."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over lost connections, and nothing else."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class LoopbackServer:
    """A server that answers for as long as the `with` block lasts."""

    def __init__(self, handler: type[QuietHandler], certificate: Path | None = None) -> None:
        """Answer with this handler; over TLS where there is a file with a certificate and its key."""
        self._server = _QuietServer(("127.0.0.1", 0), handler)
        self._scheme = "http"
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
            self._scheme = "https"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def url(self) -> str:
        """Where the server listens."""
        return f"{self._scheme}://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        """Start to answer."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self._server.shutdown()
        self._server.server_close()
