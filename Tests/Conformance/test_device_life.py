"""Devices grow old on command, as push providers would have them."""

from __future__ import annotations

from typing import Any

import pytest
from drivers.faults import ask
from drivers.identity import endpoint_of, register_device
from drivers.service import LocalService

_INACTIVE = {"Status": "INACTIVE", "StatusReason": "INVALID_DEVICE_TOKEN"}


def test_the_service_is_well(service: LocalService) -> None:
    """A script can wait for it."""
    assert ask(service, "health") == (200, {"status": "ok"})


def test_a_device_becomes_inactive_and_active_again(service: LocalService, client: Any, user: str) -> None:
    """The list and the description say so, and nothing else of the device changes."""
    endpoint = register_device(client, user)
    other = register_device(client, user)
    before = endpoint_of(client, user, endpoint)

    assert ask(service, f"endpoints/{endpoint}/state", _INACTIVE) == (200, _INACTIVE)
    assert endpoint_of(client, user, endpoint) == before | {"EndpointState": _INACTIVE}
    listed = client.list_app_instance_user_endpoints(AppInstanceUserArn=user)["AppInstanceUserEndpoints"]
    assert {item["EndpointId"]: item["EndpointState"] for item in listed} == {
        endpoint: _INACTIVE,
        other: {"Status": "ACTIVE"},
    }

    assert ask(service, f"endpoints/{endpoint}/state", {"Status": "ACTIVE"}) == (200, {"Status": "ACTIVE"})
    assert endpoint_of(client, user, endpoint) == before


@pytest.mark.parametrize(
    "body",
    [
        {"Status": "INACTIVE"},
        {"Status": "ACTIVE", "StatusReason": "INVALID_DEVICE_TOKEN"},
        {"Status": "INACTIVE", "StatusReason": "BORED"},
        {"Status": "inactive", "StatusReason": "INVALID_DEVICE_TOKEN"},
        {"Status": 1},
        {},
        [],
        b"\xff",
        b"",
    ],
    ids=str,
)
def test_a_state_that_there_is_not(service: LocalService, client: Any, user: str, body: Any) -> None:
    """It is refused, and the device stays as it is."""
    endpoint = register_device(client, user)

    status, answer = ask(service, f"endpoints/{endpoint}/state", body)

    assert (status, answer["Code"]) == (400, "BadRequest")
    assert endpoint_of(client, user, endpoint)["EndpointState"] == {"Status": "ACTIVE"}


def test_a_form_of_a_web_page_is_refused(service: LocalService, client: Any, user: str) -> None:
    """A page in somebody's browser cannot age devices on this machine."""
    endpoint = register_device(client, user)

    status, _ = ask(service, f"endpoints/{endpoint}/state", _INACTIVE, content_type="text/plain")

    assert status == 400
    assert endpoint_of(client, user, endpoint)["EndpointState"] == {"Status": "ACTIVE"}


@pytest.mark.parametrize(
    "path", ["endpoints/no-such-endpoint/state", "endpoints//state", "endpoints/a%2Fb/state"]
)
def test_a_device_that_there_is_not(service: LocalService, path: str) -> None:
    """It is not found."""
    assert ask(service, path, _INACTIVE)[0] == 404


@pytest.mark.parametrize(
    "path", ["", "nothing", "health/", "endpoints", "endpoints/x", "endpoints/x/state/y"]
)
def test_a_path_that_there_is_not(service: LocalService, path: str) -> None:
    """The answer names those that there are."""
    status, answer = ask(service, path)

    assert status == 404
    assert "/_carillon/health" in answer["Message"]
