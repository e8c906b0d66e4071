"""Whatever botocore's model allows is accepted, and one step beyond is a BadRequestException."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import Any

import pytest
from drivers.identity import PUSH_APP_ARN, apns_token, create_app_instance, create_user, register_device
from drivers.limits import Case, limit_cases, required_members
from drivers.model import APP_INSTANCE_OPERATIONS, OPERATIONS, call, error_of
from drivers.paging import pages


class Requests:
    """A valid request for each operation, with every member of its input filled in."""

    def __init__(self, client: Any, app_instance: str) -> None:
        """Make requests about users of `app_instance`."""
        self._client = client
        self._app_instance = app_instance

    def valid(self, operation: str) -> dict[str, Any]:
        """Return a request that succeeds."""
        if operation == "CreateAppInstance":
            return {
                "Name": "Prod Chat",
                "Metadata": "{}",
                "ClientRequestToken": secrets.token_hex(16),
                "Tags": [{"Key": "tier", "Value": "gold"}],
            }
        if operation == "ListAppInstances":
            return {}
        if operation in APP_INSTANCE_OPERATIONS:
            request = {"AppInstanceArn": create_app_instance(self._client)}
            if operation == "UpdateAppInstance":
                request.update(Name="Prod Chat", Metadata="{}")
            return request
        return self._valid_for_user(operation)

    def _valid_for_user(self, operation: str) -> dict[str, Any]:
        if operation == "CreateAppInstanceUser":
            return {
                "AppInstanceArn": self._app_instance,
                "AppInstanceUserId": f"user-{secrets.token_hex(8)}",
                "Name": "Ada Lovelace",
                "Metadata": "{}",
                "ClientRequestToken": secrets.token_hex(16),
                "Tags": [{"Key": "tier", "Value": "gold"}],
                "ExpirationSettings": {"ExpirationDays": 30, "ExpirationCriterion": "CREATED_TIMESTAMP"},
            }
        if operation == "ListAppInstanceUsers":
            return {"AppInstanceArn": self._app_instance}
        user = create_user(self._client, self._app_instance)
        if operation == "TagResource":
            return {"ResourceARN": user, "Tags": [{"Key": "tier", "Value": "gold"}]}
        if operation == "UntagResource":
            return {"ResourceARN": user, "TagKeys": ["tier"]}
        if operation == "ListTagsForResource":
            return {"ResourceARN": user}
        request = {"AppInstanceUserArn": user}
        if operation == "UpdateAppInstanceUser":
            request.update(Name="Ada Lovelace", Metadata="{}")
        return self._valid_for_endpoint(operation, request)

    def _valid_for_endpoint(self, operation: str, request: dict[str, Any]) -> dict[str, Any]:
        if operation == "RegisterAppInstanceUserEndpoint":
            return {
                **request,
                "Name": "iPhone 15",
                "Type": "APNS",
                "ResourceArn": PUSH_APP_ARN,
                "EndpointAttributes": {"DeviceToken": apns_token(), "VoipDeviceToken": apns_token()},
                "ClientRequestToken": secrets.token_hex(16),
                "AllowMessages": "ALL",
            }
        if "Endpoint" in operation and operation != "ListAppInstanceUserEndpoints":
            request["EndpointId"] = register_device(self._client, request["AppInstanceUserArn"])
        if operation == "UpdateAppInstanceUserEndpoint":
            request.update(Name="iPad mini", AllowMessages="NONE")
        return request

    def remove_app_instances(self) -> None:
        """Remove the app instances made for requests: an account may have 100 only."""
        for page in pages(self._client, "list_app_instances"):
            for summary in page["AppInstances"]:
                if summary["AppInstanceArn"] != self._app_instance:
                    self._client.delete_app_instance(AppInstanceArn=summary["AppInstanceArn"])


@pytest.fixture
def requests(client: Any, app_instance: str) -> Iterator[Requests]:
    """Return the valid requests."""
    made = Requests(client, app_instance)
    yield made
    made.remove_app_instances()


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_request_with_every_member_succeeds(client: Any, requests: Requests, operation: str) -> None:
    """The starting point of all cases below is fine."""
    call(client, operation, requests.valid(operation))


@pytest.mark.parametrize("case", list(limit_cases()), ids=str)
def test_a_limit_of_the_model_holds(unchecked: Any, requests: Requests, case: Case) -> None:
    """A value at a limit is understood, and the one beyond it is refused."""
    request = case.applied_to(requests.valid(case.operation))

    assert error_of(unchecked, case.operation, request) == case.error


@pytest.mark.parametrize(("operation", "member"), list(required_members()))
def test_a_required_member_may_not_be_left_out(
    unchecked: Any, requests: Requests, operation: str, member: str
) -> None:
    """The model's required members are required."""
    request = requests.valid(operation)
    del request[member]

    assert error_of(unchecked, operation, request) == "BadRequestException"


@pytest.mark.parametrize("length", [100, 101])
def test_lengths_count_characters_not_bytes(
    client: Any, unchecked: Any, requests: Requests, length: int
) -> None:
    """A name of 100 emoji has 100 characters, however many bytes they take."""
    request = {**requests.valid("CreateAppInstanceUser"), "Name": "🔔" * length}

    expected = None if length == 100 else "BadRequestException"
    assert error_of(unchecked, "CreateAppInstanceUser", request) == expected
