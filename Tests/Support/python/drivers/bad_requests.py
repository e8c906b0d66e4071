"""Requests to create a user that may be wrong in one thing, and what may come of them."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .processes import forget_peak, peak_resident_bytes, resident_bytes
from .raw import Answer, RawRequest
from .raw_socket import RawConnection
from .service import LocalService

JSON = {"Content-Type": "application/json"}
MIB = 1 << 20

#: The largest body that the service reads.
BODY_LIMIT = MIB


def creation(app_instance: str, **differences: Any) -> dict[str, Any]:
    """Return the body of a request that creates a user."""
    return {
        "AppInstanceArn": app_instance,
        "AppInstanceUserId": f"user-{secrets.token_hex(8)}",
        "Name": "Ada Lovelace",
        "ClientRequestToken": secrets.token_hex(16),
        **differences,
    }


def creation_with(app_instance: str, member: bytes) -> bytes:
    """Return the body of a request that creates a user, with one more member as it stands here."""
    return json.dumps(creation(app_instance)).encode()[:-1] + b", " + member + b"}"


def creating(service: LocalService, body: bytes | dict[str, Any], **headers: str) -> RawRequest:
    """Return a signed request to create a user; it is said to be JSON unless other headers are given."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return RawRequest("POST", "/app-instance-users", content, headers or dict(JSON)).signed(service.url)


def exchange(service: LocalService, *pieces: bytes) -> Answer | None:
    """Send pieces and the end of all that is to be sent; return the answer, None where there is none."""
    with RawConnection(service.url) as connection:
        connection.send_until_refused(pieces)
        connection.end_sending()
        return connection.answer()


def assert_refused(answer: Answer | None) -> None:
    """See that there was no answer but the closing of the connection, or one that blames the client."""
    assert answer is None or 400 <= answer.status < 500, answer


class MemoryUse:
    """How much more memory than before the service has had at a time; known at the end."""

    grown = 0


@contextmanager
def bounded_memory(service: LocalService, most: int = 24 * MIB) -> Iterator[MemoryUse]:
    """See that the service needs no more memory than so many bytes beyond what it has, at no moment."""
    use = MemoryUse()
    forget_peak(service.process_id)
    before = resident_bytes(service.process_id)
    yield use
    use.grown = peak_resident_bytes(service.process_id) - before
    assert use.grown < most
