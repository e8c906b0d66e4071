"""What moto has that comes nearest to a user's devices: the endpoints of an SNS platform application."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import boto3
from botocore.config import Config
from drivers.identity import REGION, apns_token
from failure import MeasurementError

_DEVICES = 3


class PlatformApplication:
    """A platform application with three endpoints, made in moto's server through boto3."""

    def __init__(self, port: int) -> None:
        """Make the application and its endpoints."""
        self._sns = boto3.session.Session().client(
            "sns",
            endpoint_url=f"http://127.0.0.1:{port}",
            region_name=REGION,
            aws_access_key_id="local",
            aws_secret_access_key="local",
            config=Config(proxies={}),
        )
        self._arn = self._sns.create_platform_application(
            Name="carillon", Platform="APNS", Attributes={"PlatformCredential": "key"}
        )["PlatformApplicationArn"]
        for _ in range(_DEVICES):
            self._sns.create_platform_endpoint(PlatformApplicationArn=self._arn, Token=apns_token())

    def list_request(self) -> bytes:
        """Return ListEndpointsByPlatformApplication as boto3 signs it; the answer to it was right."""
        sent: list[bytes] = []

        def keep(request: Any, **_: Any) -> None:
            sent.append(_wire(request))

        self._sns.meta.events.register("before-send.sns", keep)
        try:
            answer = self._sns.list_endpoints_by_platform_application(PlatformApplicationArn=self._arn)
        finally:
            self._sns.meta.events.unregister("before-send.sns", keep)
        if len(answer["Endpoints"]) != _DEVICES:
            raise MeasurementError(f"moto lists {len(answer['Endpoints'])} endpoints instead of {_DEVICES}.")
        return sent[-1]


def _wire(request: Any) -> bytes:
    """Return botocore's request as it goes over the wire."""
    url = urlsplit(request.url)
    body = request.body if isinstance(request.body, bytes) else (request.body or "").encode()
    fields = {"Host": url.netloc, **dict(request.headers.items()), "Content-Length": len(body)}
    head = f"{request.method} {url.path or '/'} HTTP/1.1\r\n"
    for name, value in fields.items():
        head += f"{name}: {value.decode() if isinstance(value, bytes) else value}\r\n"
    return f"{head}\r\n".encode() + body
