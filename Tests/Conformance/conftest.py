"""One local service for all conformance tests, and what each test has in it to itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from drivers.aws_cli import AwsCli
from drivers.identity import create_app_instance, create_user, endpoint_of, register_device, tags_of
from drivers.paging import pages
from drivers.raw import RawRequest
from drivers.service import LocalService


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalService]:
    """Return a running service with an empty database at its start."""
    with LocalService(tmp_path_factory.mktemp("service")) as running:
        yield running


@pytest.fixture(scope="session")
def client(service: LocalService) -> Any:
    """Return boto3's client."""
    return service.client()


@pytest.fixture(scope="session")
def unchecked(service: LocalService) -> Any:
    """Return boto3's client without botocore's own checks of what it sends."""
    return service.client(validate=False)


@pytest.fixture
def aws(service: LocalService, tmp_path: Path) -> AwsCli:
    """Return the AWS CLI."""
    return AwsCli(service, tmp_path)


@pytest.fixture(scope="module")
def app_instance(client: Any) -> Iterator[str]:
    """Return an app instance that the tests of one file share."""
    arn = create_app_instance(client)
    yield arn
    client.delete_app_instance(AppInstanceArn=arn)


@pytest.fixture
def user(client: Any, app_instance: str) -> str:
    """Return a user without devices or tags."""
    return create_user(client, app_instance)


@pytest.fixture
def device(client: Any, user: str) -> str:
    """Return a device of the user."""
    return register_device(client, user)


@pytest.fixture
def unharmed(service: LocalService, client: Any, app_instance: str, user: str, device: str) -> Iterator[None]:
    """See after a test that it has changed nothing and that the service still answers good requests."""
    client.tag_resource(ResourceARN=user, Tags=[{"Key": "tier", "Value": "gold"}])
    before = _everything(client, app_instance, user, device)
    yield
    assert service.is_running
    assert RawRequest("GET", "/app-instances").signed(service.url).send(service.url).status == 200
    assert _everything(client, app_instance, user, device) == before
    client.delete_app_instance_user(AppInstanceUserArn=user)


def _everything(client: Any, app_instance: str, user: str, device: str) -> Any:
    """Return what a request that is carried out by mistake would change."""
    users = pages(client, "list_app_instance_users", AppInstanceArn=app_instance)
    return (
        [page["AppInstances"] for page in pages(client, "list_app_instances")],
        [page["AppInstanceUsers"] for page in users],
        client.describe_app_instance_user(AppInstanceUserArn=user)["AppInstanceUser"],
        client.list_app_instance_user_endpoints(AppInstanceUserArn=user)["AppInstanceUserEndpoints"],
        endpoint_of(client, user, device),
        tags_of(client, user),
    )
