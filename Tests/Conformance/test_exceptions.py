"""The typed exceptions of the eight endpoint and tag operations, as boto3 raises them."""

from __future__ import annotations

import secrets
from typing import Any

import pytest
from botocore.exceptions import ClientError
from drivers.identity import PUSH_APP_ARN, apns_token, register_device
from drivers.model import ENDPOINT_AND_TAG_OPERATIONS, call

_STATUSES = {
    "BadRequestException": 400,
    "ResourceLimitExceededException": 400,
    "ForbiddenException": 403,
    "ConflictException": 409,
}


def _request(operation: str, user: str, endpoint: str) -> dict[str, Any]:
    """Return a request about a device or the tags of `user`, well-formed whether or not they exist."""
    if operation == "TagResource":
        return {"ResourceARN": user, "Tags": [{"Key": "tier", "Value": "gold"}]}
    if operation == "UntagResource":
        return {"ResourceARN": user, "TagKeys": ["tier"]}
    if operation == "ListTagsForResource":
        return {"ResourceARN": user}
    if operation == "ListAppInstanceUserEndpoints":
        return {"AppInstanceUserArn": user}
    if operation == "RegisterAppInstanceUserEndpoint":
        return {
            "AppInstanceUserArn": user,
            "Type": "APNS",
            "ResourceArn": PUSH_APP_ARN,
            "EndpointAttributes": {"DeviceToken": apns_token()},
        }
    return {"AppInstanceUserArn": user, "EndpointId": endpoint}


def _assert_raises(client: Any, name: str, operation: str, request: dict[str, Any]) -> None:
    """Fail unless the call raises the class of the model, with a code, a message and a request id."""
    with pytest.raises(getattr(client.exceptions, name)) as raised:
        call(client, operation, request)
    response = raised.value.response
    assert response["Error"]["Code"] == name
    assert response["Error"]["Message"]
    assert response["ResponseMetadata"]["HTTPStatusCode"] == _STATUSES[name]
    assert response["ResponseMetadata"]["RequestId"]


@pytest.mark.parametrize("operation", ENDPOINT_AND_TAG_OPERATIONS)
def test_an_unknown_user_is_forbidden(client: Any, user: str, operation: str) -> None:
    """The model has no NotFoundException here: what does not exist is not the caller's business."""
    _assert_raises(client, "ForbiddenException", operation, _request(operation, f"{user}-nobody", "e"))


@pytest.mark.parametrize(
    "operation", [name for name in ENDPOINT_AND_TAG_OPERATIONS if name.endswith("UserEndpoint")][1:]
)
def test_an_unknown_device_is_forbidden(client: Any, user: str, operation: str) -> None:
    """The same for a device that the user does not have."""
    _assert_raises(client, "ForbiddenException", operation, _request(operation, user, "no-such-endpoint"))


def test_the_device_of_another_user_is_forbidden(client: Any, user: str, app_instance: str) -> None:
    """A device belongs to one user."""
    endpoint = register_device(client, user)
    other = client.create_app_instance_user(
        AppInstanceArn=app_instance, AppInstanceUserId=f"other-{secrets.token_hex(4)}", Name="Other"
    )["AppInstanceUserArn"]

    _assert_raises(
        client,
        "ForbiddenException",
        "DescribeAppInstanceUserEndpoint",
        {"AppInstanceUserArn": other, "EndpointId": endpoint},
    )


@pytest.mark.parametrize("operation", ENDPOINT_AND_TAG_OPERATIONS)
def test_a_request_that_breaks_the_model_is_bad(client: Any, user: str, operation: str) -> None:
    """An ARN that is none, or where the model takes any text for one, an id that is too long."""
    endpoint = "e" * 65 if operation == "DescribeAppInstanceUserEndpoint" else "e"
    arn = user if operation == "DescribeAppInstanceUserEndpoint" else "not an ARN"

    _assert_raises(client, "BadRequestException", operation, _request(operation, arn, endpoint))


def test_a_device_token_that_is_registered_already_is_a_conflict(client: Any, user: str) -> None:
    """One device is one endpoint."""
    token = {"DeviceToken": apns_token()}
    register_device(client, user, EndpointAttributes=token)

    request = {**_request("RegisterAppInstanceUserEndpoint", user, ""), "EndpointAttributes": token}
    _assert_raises(client, "ConflictException", "RegisterAppInstanceUserEndpoint", request)


def test_an_eleventh_device_is_over_the_limit(client: Any, user: str) -> None:
    """A user has ten devices at most, and the eleventh goes in once one is gone."""
    endpoints = [register_device(client, user) for _ in range(10)]
    request = _request("RegisterAppInstanceUserEndpoint", user, "")
    _assert_raises(client, "ResourceLimitExceededException", "RegisterAppInstanceUserEndpoint", request)

    client.deregister_app_instance_user_endpoint(AppInstanceUserArn=user, EndpointId=endpoints[0])
    call(client, "RegisterAppInstanceUserEndpoint", request)


def test_a_fifty_first_tag_is_over_the_limit(client: Any, user: str) -> None:
    """A resource has fifty tags at most, and changing one of the fifty is no new one."""
    fifty = [{"Key": f"key-{number}", "Value": "v"} for number in range(50)]
    client.tag_resource(ResourceARN=user, Tags=fifty)

    request = {"ResourceARN": user, "Tags": [{"Key": "one more", "Value": "v"}]}
    _assert_raises(client, "ResourceLimitExceededException", "TagResource", request)
    client.tag_resource(ResourceARN=user, Tags=[{"Key": "key-0", "Value": "changed"}])


def test_a_refused_call_changes_nothing(client: Any, user: str) -> None:
    """Of two tags of which one is over the limit, neither is stored."""
    fifty = [{"Key": f"key-{number}", "Value": "v"} for number in range(50)]
    client.tag_resource(ResourceARN=user, Tags=fifty)

    with pytest.raises(ClientError):
        client.tag_resource(
            ResourceARN=user, Tags=[{"Key": "key-0", "Value": "changed"}, {"Key": "new", "Value": "v"}]
        )

    tags = client.list_tags_for_resource(ResourceARN=user)["Tags"]
    assert {"Key": "key-0", "Value": "v"} in tags


def test_tag_keys_of_aws_are_reserved(client: Any, user: str) -> None:
    """A key may not start with `aws:`."""
    request = {"ResourceARN": user, "Tags": [{"Key": "aws:cloudformation:stack", "Value": "v"}]}

    _assert_raises(client, "BadRequestException", "TagResource", request)


def test_a_user_id_that_is_taken_is_a_conflict(client: Any, user: str, app_instance: str) -> None:
    """Ids are unique within an app instance."""
    request = {
        "AppInstanceArn": app_instance,
        "AppInstanceUserId": user.rpartition("/")[2],
        "Name": "Somebody else",
    }

    _assert_raises(client, "ConflictException", "CreateAppInstanceUser", request)
