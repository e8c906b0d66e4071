"""Every operation, the way a program that uses boto3 calls it."""

from __future__ import annotations

import datetime
import secrets
from typing import Any

from drivers.identity import PUSH_APP_ARN, apns_token, create_user, endpoint_of, register_device, tags_of
from drivers.model import OPERATIONS, error_of, service_model
from drivers.service import LocalService


def _status(answer: dict[str, Any]) -> int:
    return answer["ResponseMetadata"]["HTTPStatusCode"]


def _is_now(moment: datetime.datetime) -> bool:
    return abs(datetime.datetime.now(datetime.timezone.utc) - moment) < datetime.timedelta(minutes=1)


def test_every_operation_answers_with_the_status_of_the_model(service: LocalService) -> None:
    """One life of an app instance, a user and a device calls all operations there are."""
    client = service.client()
    statuses = {}

    def note(http_response: Any, model: Any, **_: Any) -> None:
        statuses[model.name] = http_response.status_code

    client.meta.events.register("after-call.chime-sdk-identity", note)

    app_instance = client.create_app_instance(Name="Prod Chat")["AppInstanceArn"]
    client.describe_app_instance(AppInstanceArn=app_instance)
    client.update_app_instance(AppInstanceArn=app_instance, Name="Prod", Metadata="m")
    client.list_app_instances()
    user = create_user(client, app_instance)
    client.describe_app_instance_user(AppInstanceUserArn=user)
    client.update_app_instance_user(AppInstanceUserArn=user, Name="Ada", Metadata="m")
    client.list_app_instance_users(AppInstanceArn=app_instance)
    device = {"AppInstanceUserArn": user, "EndpointId": register_device(client, user)}
    client.list_app_instance_user_endpoints(AppInstanceUserArn=user)
    client.describe_app_instance_user_endpoint(**device)
    client.update_app_instance_user_endpoint(**device, AllowMessages="NONE")
    client.deregister_app_instance_user_endpoint(**device)
    client.tag_resource(ResourceARN=user, Tags=[{"Key": "tier", "Value": "gold"}])
    client.list_tags_for_resource(ResourceARN=user)
    client.untag_resource(ResourceARN=user, TagKeys=["tier"])
    client.delete_app_instance_user(AppInstanceUserArn=user)
    client.delete_app_instance(AppInstanceArn=app_instance)

    model = service_model()
    expected = {name: model.operation_model(name).http.get("responseCode", 200) for name in OPERATIONS}
    assert statuses == expected


def test_a_registered_device_is_described_with_every_member(client: Any, user: str) -> None:
    """What goes in comes out, with an id, a state and two times."""
    tokens = {"DeviceToken": apns_token(), "VoipDeviceToken": apns_token()}
    answer = client.register_app_instance_user_endpoint(
        AppInstanceUserArn=user,
        Name="iPhone 15",
        Type="APNS_SANDBOX",
        ResourceArn=PUSH_APP_ARN,
        EndpointAttributes=tokens,
        AllowMessages="NONE",
    )
    assert _status(answer) == 201
    assert answer["AppInstanceUserArn"] == user

    described = endpoint_of(client, user, answer["EndpointId"])
    created = described.pop("CreatedTimestamp")
    assert _is_now(created)
    assert described.pop("LastUpdatedTimestamp") == created
    assert described == {
        "AppInstanceUserArn": user,
        "EndpointId": answer["EndpointId"],
        "Name": "iPhone 15",
        "Type": "APNS_SANDBOX",
        "ResourceArn": PUSH_APP_ARN,
        "EndpointAttributes": tokens,
        "AllowMessages": "NONE",
        "EndpointState": {"Status": "ACTIVE"},
    }


def test_a_list_of_devices_has_the_summaries(client: Any, user: str) -> None:
    """A summary has no token, no ResourceArn and no times."""
    endpoint = register_device(client, user)

    answer = client.list_app_instance_user_endpoints(AppInstanceUserArn=user)

    assert "NextToken" not in answer
    assert answer["AppInstanceUserEndpoints"] == [
        {
            "AppInstanceUserArn": user,
            "EndpointId": endpoint,
            "Name": "iPhone 15",
            "Type": "APNS",
            "AllowMessages": "ALL",
            "EndpointState": {"Status": "ACTIVE"},
        }
    ]


def test_an_update_leaves_what_it_does_not_mention(client: Any, user: str) -> None:
    """Name and AllowMessages change one at a time, and the time of the update moves."""
    endpoint = register_device(client, user, AllowMessages="ALL")
    before = endpoint_of(client, user, endpoint)

    client.update_app_instance_user_endpoint(
        AppInstanceUserArn=user, EndpointId=endpoint, AllowMessages="NONE"
    )
    muted = endpoint_of(client, user, endpoint)
    assert (muted["Name"], muted["AllowMessages"]) == ("iPhone 15", "NONE")
    assert muted["LastUpdatedTimestamp"] > before["LastUpdatedTimestamp"]
    assert muted["CreatedTimestamp"] == before["CreatedTimestamp"]

    client.update_app_instance_user_endpoint(AppInstanceUserArn=user, EndpointId=endpoint, Name="Ada's")
    renamed = endpoint_of(client, user, endpoint)
    assert (renamed["Name"], renamed["AllowMessages"]) == ("Ada's", "NONE")


def test_a_deregistered_device_is_gone(client: Any, user: str) -> None:
    """It is neither listed nor described."""
    endpoint = register_device(client, user)
    device = {"AppInstanceUserArn": user, "EndpointId": endpoint}

    client.deregister_app_instance_user_endpoint(**device)

    assert client.list_app_instance_user_endpoints(AppInstanceUserArn=user)["AppInstanceUserEndpoints"] == []
    assert error_of(client, "DescribeAppInstanceUserEndpoint", device) == "ForbiddenException"


def test_tags_are_added_changed_and_removed(client: Any, user: str) -> None:
    """A key has one value, keys tell case apart, and removing a key that is not there is no error."""
    client.tag_resource(
        ResourceARN=user, Tags=[{"Key": "tier", "Value": "gold"}, {"Key": "Tier", "Value": "silver"}]
    )
    client.tag_resource(ResourceARN=user, Tags=[{"Key": "tier", "Value": "platinum"}])
    assert tags_of(client, user) == {"tier": "platinum", "Tier": "silver"}

    client.untag_resource(ResourceARN=user, TagKeys=["tier", "never there"])
    assert tags_of(client, user) == {"Tier": "silver"}


def test_an_app_instance_has_tags_of_its_own(client: Any, app_instance: str, user: str) -> None:
    """The tags of an app instance are not those of its users."""
    client.tag_resource(ResourceARN=app_instance, Tags=[{"Key": "stage", "Value": "prod"}])

    assert tags_of(client, app_instance) == {"stage": "prod"}
    assert tags_of(client, user) == {}


def test_tags_may_come_with_the_creation(client: Any, app_instance: str) -> None:
    """CreateAppInstanceUser takes tags."""
    user = client.create_app_instance_user(
        AppInstanceArn=app_instance,
        AppInstanceUserId=f"tagged-{secrets.token_hex(4)}",
        Name="Ada Lovelace",
        Tags=[{"Key": "tier", "Value": "gold"}],
    )["AppInstanceUserArn"]

    assert tags_of(client, user) == {"tier": "gold"}


def test_a_user_is_created_described_updated_and_listed(client: Any, app_instance: str) -> None:
    """A user's ARN ends in the id that the app gave it."""
    user_id = f"ada@example.com:{secrets.token_hex(4)}"
    user = client.create_app_instance_user(
        AppInstanceArn=app_instance, AppInstanceUserId=user_id, Name="Ada Lovelace", Metadata="{}"
    )["AppInstanceUserArn"]
    assert user == f"{app_instance}/user/{user_id}"

    client.update_app_instance_user(AppInstanceUserArn=user, Name="Ada King", Metadata='{"vip":true}')

    described = client.describe_app_instance_user(AppInstanceUserArn=user)["AppInstanceUser"]
    created, updated = described.pop("CreatedTimestamp"), described.pop("LastUpdatedTimestamp")
    assert _is_now(created)
    assert updated > created
    assert described == {"AppInstanceUserArn": user, "Name": "Ada King", "Metadata": '{"vip":true}'}

    listed = client.list_app_instance_users(AppInstanceArn=app_instance, MaxResults=50)
    assert listed["AppInstanceArn"] == app_instance
    summary = {"AppInstanceUserArn": user, "Name": "Ada King", "Metadata": '{"vip":true}'}
    assert summary in listed["AppInstanceUsers"]


def test_a_deleted_user_takes_devices_and_tags_along(client: Any, app_instance: str) -> None:
    """Another user with the same id starts afresh."""
    user_id = f"again-{secrets.token_hex(4)}"
    user = create_user(client, app_instance, user_id)
    endpoint = register_device(client, user)
    client.tag_resource(ResourceARN=user, Tags=[{"Key": "tier", "Value": "gold"}])

    client.delete_app_instance_user(AppInstanceUserArn=user)

    device = {"AppInstanceUserArn": user, "EndpointId": endpoint}
    assert error_of(client, "DescribeAppInstanceUser", {"AppInstanceUserArn": user}) == "ForbiddenException"
    assert error_of(client, "DescribeAppInstanceUserEndpoint", device) == "ForbiddenException"
    assert error_of(client, "ListTagsForResource", {"ResourceARN": user}) == "ForbiddenException"
    assert create_user(client, app_instance, user_id) == user
    assert client.list_app_instance_user_endpoints(AppInstanceUserArn=user)["AppInstanceUserEndpoints"] == []
    assert tags_of(client, user) == {}


def test_an_app_instance_is_created_described_updated_listed_and_deleted(client: Any) -> None:
    """The whole life of an app instance."""
    arn = client.create_app_instance(Name="Staging", Metadata="{}")["AppInstanceArn"]
    assert arn.startswith("arn:aws:chime:us-east-1:")

    client.update_app_instance(AppInstanceArn=arn, Name="Staging 2", Metadata="second")

    described = client.describe_app_instance(AppInstanceArn=arn)["AppInstance"]
    created, updated = described.pop("CreatedTimestamp"), described.pop("LastUpdatedTimestamp")
    assert _is_now(created)
    assert updated > created
    expected = {"AppInstanceArn": arn, "Name": "Staging 2", "Metadata": "second"}
    assert described == expected
    assert expected in client.list_app_instances(MaxResults=50)["AppInstances"]

    client.delete_app_instance(AppInstanceArn=arn)
    assert error_of(client, "DescribeAppInstance", {"AppInstanceArn": arn}) == "ForbiddenException"
