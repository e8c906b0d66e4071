"""A request whose answer was lost can be sent again: the same ClientRequestToken, the same result."""

from __future__ import annotations

import secrets
from typing import Any

from drivers.identity import PUSH_APP_ARN, apns_token, create_app_instance, create_user


def test_registering_again_with_the_same_token_returns_the_same_device(client: Any, user: str) -> None:
    """The second request registers nothing."""
    request = {
        "AppInstanceUserArn": user,
        "Type": "APNS",
        "ResourceArn": PUSH_APP_ARN,
        "EndpointAttributes": {"DeviceToken": apns_token()},
        "ClientRequestToken": secrets.token_hex(16),
    }

    first = client.register_app_instance_user_endpoint(**request)
    second = client.register_app_instance_user_endpoint(**request)

    assert second["EndpointId"] == first["EndpointId"]
    assert second["ResponseMetadata"]["HTTPStatusCode"] == 201
    listed = client.list_app_instance_user_endpoints(AppInstanceUserArn=user)["AppInstanceUserEndpoints"]
    assert [item["EndpointId"] for item in listed] == [first["EndpointId"]]


def test_the_token_of_one_user_means_nothing_to_another(client: Any, app_instance: str) -> None:
    """Two users may have used the same token."""
    users = [
        client.create_app_instance_user(
            AppInstanceArn=app_instance, AppInstanceUserId=f"twin-{secrets.token_hex(4)}", Name="Twin"
        )["AppInstanceUserArn"]
        for _ in range(2)
    ]
    token = secrets.token_hex(16)

    devices = {
        client.register_app_instance_user_endpoint(
            AppInstanceUserArn=user,
            Type="APNS",
            ResourceArn=PUSH_APP_ARN,
            EndpointAttributes={"DeviceToken": apns_token()},
            ClientRequestToken=token,
        )["EndpointId"]
        for user in users
    }

    assert len(devices) == 2


def test_a_user_created_once_more_is_another(client: Any, app_instance: str) -> None:
    """What the first one has registered by a token is gone, and the token is free."""
    request = {
        "Type": "APNS",
        "ResourceArn": PUSH_APP_ARN,
        "EndpointAttributes": {"DeviceToken": apns_token()},
        "ClientRequestToken": secrets.token_hex(16),
    }
    first = create_user(client, app_instance, "phoenix")
    gone = client.register_app_instance_user_endpoint(AppInstanceUserArn=first, **request)["EndpointId"]
    client.delete_app_instance_user(AppInstanceUserArn=first)

    second = create_user(client, app_instance, "phoenix")
    new = client.register_app_instance_user_endpoint(AppInstanceUserArn=second, **request)["EndpointId"]

    assert second == first
    assert new != gone
    listed = client.list_app_instance_user_endpoints(AppInstanceUserArn=second)["AppInstanceUserEndpoints"]
    assert [item["EndpointId"] for item in listed] == [new]


def test_creating_an_app_instance_again_returns_the_first(client: Any) -> None:
    """One app instance comes of two requests."""
    request = {"Name": "Once", "ClientRequestToken": secrets.token_hex(16)}

    first = client.create_app_instance(**request)["AppInstanceArn"]
    second = client.create_app_instance(**request)["AppInstanceArn"]

    client.delete_app_instance(AppInstanceArn=first)
    assert second == first


def test_creating_a_user_again_returns_the_first(client: Any) -> None:
    """A repeated creation is no conflict with itself."""
    app_instance = create_app_instance(client)
    request = {
        "AppInstanceArn": app_instance,
        "AppInstanceUserId": "ada",
        "Name": "Ada Lovelace",
        "ClientRequestToken": secrets.token_hex(16),
    }

    first = client.create_app_instance_user(**request)["AppInstanceUserArn"]
    second = client.create_app_instance_user(**request)["AppInstanceUserArn"]

    client.delete_app_instance(AppInstanceArn=app_instance)
    assert second == first
