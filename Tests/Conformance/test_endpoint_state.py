"""Why a device is silent: the service says INACTIVE and names the reason where it can know one."""

from __future__ import annotations

import secrets
from typing import Any

import pytest
from drivers.identity import apns_token, endpoint_of, fcm_token, register_device

_ACCOUNT = "111122223333"


def _state(client: Any, user: str, **differences: Any) -> dict[str, str]:
    endpoint = register_device(client, user, **differences)
    described = endpoint_of(client, user, endpoint)["EndpointState"]
    listed = client.list_app_instance_user_endpoints(AppInstanceUserArn=user)["AppInstanceUserEndpoints"]
    assert [item["EndpointState"] for item in listed if item["EndpointId"] == endpoint] == [described]
    return described


@pytest.mark.parametrize(
    ("type_", "token"), [("APNS", apns_token()), ("APNS_SANDBOX", apns_token()), ("GCM", fcm_token())]
)
def test_a_fitting_token_is_active_and_has_no_reason(client: Any, user: str, type_: str, token: str) -> None:
    """StatusReason is absent where the device is ACTIVE."""
    state = _state(client, user, Type=type_, EndpointAttributes={"DeviceToken": token})

    assert state == {"Status": "ACTIVE"}


@pytest.mark.parametrize(
    ("type_", "token"),
    [
        ("APNS", fcm_token()),
        ("APNS_SANDBOX", "not hexadecimal"),
        ("APNS", secrets.token_hex(31)),
        ("GCM", apns_token()),
    ],
)
def test_a_token_that_does_not_fit_the_type_is_inactive(
    client: Any, user: str, type_: str, token: str
) -> None:
    """APNS tokens are 64 or more hexadecimal digits, FCM tokens are not."""
    state = _state(client, user, Type=type_, EndpointAttributes={"DeviceToken": token})

    assert state == {"Status": "INACTIVE", "StatusReason": "INVALID_DEVICE_TOKEN"}


@pytest.mark.parametrize(
    "arn",
    [
        f"arn:aws:sns:us-east-1:{_ACCOUNT}:apps/9f2c4b1c7d8e4f60a1b2c3d4e5f60718",
        f"arn:aws:mobiletargeting:us-east-1:{_ACCOUNT}:campaigns/9f2c4b1c7d8e4f60a1b2c3d4e5f60718",
        f"arn:aws:mobiletargeting:us-east-1:{_ACCOUNT}:apps/not-an-id",
    ],
)
def test_a_resource_that_is_no_push_app_is_inactive(client: Any, user: str, arn: str) -> None:
    """The ResourceArn has to be that of a `mobiletargeting` app."""
    state = _state(client, user, ResourceArn=arn)

    assert state == {"Status": "INACTIVE", "StatusReason": "INVALID_PINPOINT_ARN"}
