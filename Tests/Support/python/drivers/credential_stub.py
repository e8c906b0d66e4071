"""The services that give keys: STS, IAM Identity Center, a container's and an instance's, on one port.

botocore gets its keys here as well (`test_credentials.py`), which vouches for the stub. STS answers in XML,
as always, or in JSON where a client asks for it.
"""

from __future__ import annotations

import json
import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

from .loopback_server import LoopbackServer, QuietHandler

#: How long keys are good for, in seconds.
_LIFE = 3600


class CredentialStub(LoopbackServer):
    """Gives the same pair of keys to whoever asks rightly, and notes what was asked."""

    def __init__(self, access_key: str, secret_key: str) -> None:
        """Give this pair of keys."""
        self.access_key = access_key
        self.secret_key = secret_key
        #: What was asked: `AssumeRole`, `GetRoleCredentials`, ... with parameters.
        self.calls: list[tuple[str, dict[str, str]]] = []
        #: Bearer tokens of IAM Identity Center that are good.
        self.bearers: set[str] = set()
        stub = self

        class Handler(QuietHandler):
            # The names are those that http.server calls.
            def do_GET(self) -> None:  # noqa: N802
                stub._get(self)

            def do_PUT(self) -> None:  # noqa: N802
                self.reply(200, b"metadata-token", "text/plain")

            def do_POST(self) -> None:  # noqa: N802
                body = self.rfile.read(int(self.headers["Content-Length"] or 0))
                stub._post(self, body)

            def reply(
                self, status: int, body: bytes, kind: str = "application/json", error: str = ""
            ) -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("x-amzn-RequestId", "11111111-2222-3333-4444-555555555555")
                if error:
                    self.send_header("x-amzn-ErrorType", error)
                self.end_headers()
                self.wfile.write(body)

        super().__init__(Handler)

    def _get(self, handler: Any) -> None:
        url = urlsplit(handler.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        end = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + _LIFE))
        keys = {
            "Code": "Success",
            "AccessKeyId": self.access_key,
            "SecretAccessKey": self.secret_key,
            "Token": "token",
            "Expiration": end,
        }
        if url.path == "/federation/credentials":
            self._role_credentials(handler, query)
        elif url.path == "/container":
            is_known = handler.headers["Authorization"] == "container-token"
            self.calls.append(("container", {}))
            handler.reply(200 if is_known else 403, json.dumps(keys if is_known else {}).encode())
        elif handler.headers["x-aws-ec2-metadata-token"] != "metadata-token":
            handler.reply(401, b"", "text/plain")
        elif url.path == "/latest/meta-data/iam/security-credentials/":
            handler.reply(200, b"support", "text/plain")
        else:
            self.calls.append(("instance", {"role": url.path.rsplit("/", 1)[1]}))
            handler.reply(200, json.dumps(keys).encode())

    def _role_credentials(self, handler: Any, query: dict[str, str]) -> None:
        self.calls.append(("GetRoleCredentials", query))
        if handler.headers["x-amz-sso_bearer_token"] not in self.bearers:
            handler.reply(401, b'{"message": "Session token not found"}', error="UnauthorizedException")
            return
        keys = {
            "accessKeyId": self.access_key,
            "secretAccessKey": self.secret_key,
            "sessionToken": "token",
            "expiration": int((time.time() + _LIFE) * 1000),
        }
        handler.reply(200, json.dumps({"roleCredentials": keys}).encode())

    def _post(self, handler: Any, body: bytes) -> None:
        if handler.path == "/token":
            asked = json.loads(body)
            self.calls.append(("CreateToken", {"grantType": asked["grantType"]}))
            self.bearers.add("fresh")
            answer = {
                "accessToken": "fresh",
                "refreshToken": "next",
                "expiresIn": 28800,
                "tokenType": "Bearer",
            }
            handler.reply(200, json.dumps(answer).encode())
            return
        form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        self.calls.append((form["Action"], form))
        if form.get("RoleArn", "").endswith("/forbidden"):
            self._refuse(handler)
        elif handler.headers["Accept"] == "application/json":
            handler.reply(200, json.dumps(self._sts_json(form["Action"])).encode())
        else:
            handler.reply(200, self._sts_xml(form["Action"]).encode(), "text/xml")

    def _refuse(self, handler: Any) -> None:
        error = {
            "Code": "AccessDenied",
            "Message": "Not authorized to perform: sts:AssumeRole",
            "Type": "Sender",
        }
        handler.reply(403, json.dumps({"Error": error, "RequestId": "1"}).encode())

    def _sts_json(self, action: str) -> dict[str, Any]:
        keys = {
            "AccessKeyId": self.access_key,
            "SecretAccessKey": self.secret_key,
            "SessionToken": "token",
            "Expiration": time.time() + _LIFE,
        }
        return {f"{action}Response": {f"{action}Result": {"Credentials": keys}, "ResponseMetadata": {}}}

    def _sts_xml(self, action: str) -> str:
        end = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + _LIFE))
        return (
            f'<{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result><Credentials>'
            f"<AccessKeyId>{self.access_key}</AccessKeyId><SecretAccessKey>{self.secret_key}</SecretAccessKey>"
            f"<SessionToken>token</SessionToken><Expiration>{end}</Expiration></Credentials></{action}Result>"
            f"<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></{action}Response>"
        )
