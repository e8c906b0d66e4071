"""Requests put together by hand, for what no SDK would send."""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from .identity import ACCESS_KEY, REGION, SECRET_KEY


@dataclass(frozen=True)
class Answer:
    """An HTTP answer."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def error_type(self) -> str | None:
        """The exception that the answer's header names."""
        return self.headers["x-amzn-ErrorType"]

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass
class RawRequest:
    """A request whose path goes over the wire as it stands here."""

    method: str
    path: str
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)

    def signed(self, service_url: str, secret_key: str = SECRET_KEY, service: str = "chime") -> RawRequest:
        """Sign with botocore's signer, which takes the path as it stands too."""
        request = AWSRequest(self.method, f"{service_url}{self.path}", dict(self.headers), self.body)
        SigV4Auth(Credentials(ACCESS_KEY, secret_key), service, REGION).add_auth(request)
        return RawRequest(self.method, self.path, self.body, dict(request.headers.items()))

    def without(self, *names: str) -> RawRequest:
        """Leave headers out."""
        left_out = {name.lower() for name in names}
        kept = {name: value for name, value in self.headers.items() if name.lower() not in left_out}
        return RawRequest(self.method, self.path, self.body, kept)

    def send(self, service_url: str) -> Answer:
        """Send the request and read the answer."""
        connection = http.client.HTTPConnection(urlsplit(service_url).netloc, timeout=20)
        try:
            connection.request(self.method, self.path, self.body or None, self.headers)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()
