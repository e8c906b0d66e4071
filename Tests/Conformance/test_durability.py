"""What the service has confirmed is still there after a power cut."""

from __future__ import annotations

import secrets
from pathlib import Path

from drivers.identity import (
    PUSH_APP_ARN,
    apns_token,
    create_app_instance,
    create_user,
    endpoint_of,
    register_device,
    tags_of,
)
from drivers.service import LocalService


def test_confirmed_writes_survive_a_kill(tmp_path: Path) -> None:
    """Killed at once after the last answer, the service knows everything when it is back."""
    with LocalService(tmp_path) as service:
        client = service.client()
        app_instance = create_app_instance(client)
        user = create_user(client, app_instance)
        kept, gone = register_device(client, user), register_device(client, user)
        client.tag_resource(ResourceARN=user, Tags=[{"Key": "tier", "Value": "gold"}])
        client.deregister_app_instance_user_endpoint(AppInstanceUserArn=user, EndpointId=gone)
        client.update_app_instance_user_endpoint(
            AppInstanceUserArn=user, EndpointId=kept, AllowMessages="NONE"
        )
        before = endpoint_of(client, user, kept)
        service.kill()

        service.start()

        assert endpoint_of(client, user, kept) == before
        assert tags_of(client, user) == {"tier": "gold"}
        listed = client.list_app_instance_user_endpoints(AppInstanceUserArn=user)
        assert [item["EndpointId"] for item in listed["AppInstanceUserEndpoints"]] == [kept]
        assert client.describe_app_instance(AppInstanceArn=app_instance)["AppInstance"]["Name"] == "Prod Chat"


def test_a_request_can_be_repeated_after_a_kill(tmp_path: Path) -> None:
    """The client that lost the answer to a crash sends the same request again, and gets the same device."""
    with LocalService(tmp_path) as service:
        client = service.client()
        request = {
            "AppInstanceUserArn": create_user(client, create_app_instance(client)),
            "Type": "APNS",
            "ResourceArn": PUSH_APP_ARN,
            "EndpointAttributes": {"DeviceToken": apns_token()},
            "ClientRequestToken": secrets.token_hex(16),
        }
        first = client.register_app_instance_user_endpoint(**request)["EndpointId"]
        service.kill()

        service.start()

        assert client.register_app_instance_user_endpoint(**request)["EndpointId"] == first


def test_a_page_token_outlives_the_process(tmp_path: Path) -> None:
    """A list that was begun before a restart goes on after it."""
    with LocalService(tmp_path) as service:
        client = service.client()
        app_instance = create_app_instance(client)
        for number in range(4):
            create_user(client, app_instance, f"user-{number}")
        first = client.list_app_instance_users(AppInstanceArn=app_instance, MaxResults=2)
        service.kill()

        service.start()

        second = client.list_app_instance_users(AppInstanceArn=app_instance, NextToken=first["NextToken"])
        users = first["AppInstanceUsers"] + second["AppInstanceUsers"]
        assert len({user["AppInstanceUserArn"] for user in users}) == 4


def test_the_service_ends_when_asked_to(tmp_path: Path) -> None:
    """SIGTERM is an orderly end."""
    with LocalService(tmp_path) as service:
        assert service.stop() == 0


def test_a_database_in_memory_is_gone_with_the_process(tmp_path: Path) -> None:
    """`--database :memory:` leaves no file and no memory."""
    with LocalService(tmp_path, ":memory:") as service:
        create_app_instance(service.client())
        service.kill()

        service.start()

        assert service.client().list_app_instances()["AppInstances"] == []
    assert [path.name for path in tmp_path.rglob("*sqlite*")] == []
