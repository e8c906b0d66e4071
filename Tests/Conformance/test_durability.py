"""What the service has confirmed is still there after a power cut."""

from __future__ import annotations

import os
import secrets
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import BotoCoreError
from drivers.identity import (
    PUSH_APP_ARN,
    apns_token,
    create_app_instance,
    create_user,
    endpoint_of,
    register_device,
    tags_of,
)
from drivers.paging import pages
from drivers.program import environment, run
from drivers.service import LocalService

#: How often the service is killed. `CARILLON_KILLS=1000` takes minutes (`-o faulthandler_timeout=3000`).
_KILLS = int(os.environ.get("CARILLON_KILLS", "15"))


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


def test_writes_survive_kills_at_any_moment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The service is killed again and again while clients write; what it has confirmed is all there."""
    confirmed: list[str] = []
    attempted: set[str] = set()
    with LocalService(tmp_path) as service:
        app_instance = create_app_instance(service.client())
        clients = {name: service.client() for name in "abc"}
        for turn in range(_KILLS):
            writers = [
                threading.Thread(
                    target=_write_until_killed,
                    args=(client, app_instance, f"{turn}-{name}", confirmed, attempted),
                )
                for name, client in clients.items()
            ]
            for writer in writers:
                writer.start()
            # Not a wait for anything: the kill comes at a moment that nobody chooses.
            time.sleep(secrets.randbelow(100) / 1000)
            service.kill()
            for writer in writers:
                writer.join()
            service.start()
        found = {
            user["AppInstanceUserArn"].rpartition("/")[2]
            for page in pages(service.client(), "list_app_instance_users", AppInstanceArn=app_instance)
            for user in page["AppInstanceUsers"]
        }
    lost = set(confirmed) - found
    with capsys.disabled():
        print(f"\n{_KILLS} kills: {len(confirmed)} confirmed, {len(found)} found, {len(lost)} lost")
    assert not lost
    assert found <= attempted
    assert confirmed


def _write_until_killed(
    client: Any, app_instance: str, name: str, confirmed: list[str], attempted: set[str]
) -> None:
    for number in range(10_000):
        user_id = f"{name}-{number}"
        attempted.add(user_id)
        try:
            create_user(client, app_instance, user_id)
        except BotoCoreError:
            return
        confirmed.append(user_id)


def test_a_second_server_on_the_same_file(tmp_path: Path) -> None:
    """It refuses with a sentence, and the first one goes on; once that is killed the file is free."""
    with LocalService(tmp_path) as service:
        create_app_instance(service.client())
        second = run(["serve", "--port", "0", "--database", str(service.database)], environment(tmp_path))
        assert (second.status, second.output) == (78, "")
        assert (
            f"{service.database} is being served by another process ({service.process_id})" in second.errors
        )
        assert len(second.errors.splitlines()) == 1
        assert len(service.client().list_app_instances()["AppInstances"]) == 1

        service.kill()
        service.start()


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
