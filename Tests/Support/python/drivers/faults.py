"""The control paths of the local service, and what a client sees of the faults that it plays."""

from __future__ import annotations

import http.client
import json
import math
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .raw import RawRequest
from .service import LocalService


def ask(
    service: LocalService,
    path: str,
    body: Any = None,
    content_type: str | None = "application/json",
    method: str | None = None,
) -> tuple[int, Any]:
    """Send an unsigned request to a control path; return the status and the answer's JSON.

    It is a POST where there is a body, unless `method` names another. Bytes go out as they are.
    """
    request = urllib.request.Request(f"{service.url}/_carillon/{path}", method=method)
    if body is not None:
        request.data = body if isinstance(body, bytes) else json.dumps(body).encode()
        # Without a header, urllib says that it sends a form.
        request.add_header("Content-Type", content_type or "")
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)


def fault_report(service: LocalService) -> dict[str, Any]:
    """Return what is planned, and what has been played since."""
    status, report = ask(service, "faults")
    assert status == 200, report
    return report


def plan_faults(service: LocalService, faults: str, seed: int | None = None) -> dict[str, Any]:
    """Play other faults from now on; return the service's answer."""
    status, report = ask(service, "faults", {"Faults": faults} | ({} if seed is None else {"Seed": seed}))
    assert status == 200, report
    return report


@contextmanager
def playing(service: LocalService, faults: str, seed: int = 1) -> Iterator[None]:
    """Play faults for as long as the `with` block lasts, and none after it."""
    plan_faults(service, faults, seed)
    try:
        yield
    finally:
        plan_faults(service, "")


def outcome(request: RawRequest, service: LocalService) -> str:
    """Send a request and return how it ends: with a status, `lost` without a byte, or `cut` in the middle."""
    try:
        return str(request.send(service.url).status)
    except http.client.IncompleteRead:
        return "cut"
    except ConnectionResetError:
        # http.client's RemoteDisconnected is one as well.
        return "lost"


def is_plausible(count: int, tries: int, chance: float) -> bool:
    """Whether so many of all tries come of this chance: within five standard deviations of the mean."""
    return abs(count - tries * chance) <= 5 * math.sqrt(tries * chance * (1 - chance))
