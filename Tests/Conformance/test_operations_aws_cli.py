"""Every operation, the way a person types it into the AWS CLI."""

from __future__ import annotations

import json
import secrets

from drivers.aws_cli import AwsCli
from drivers.identity import PUSH_APP_ARN, apns_token
from drivers.model import APP_INSTANCE_OPERATIONS, ENDPOINT_AND_TAG_OPERATIONS, USER_OPERATIONS


class _Recorder:
    """The AWS CLI, with a list of the commands that were run."""

    def __init__(self, aws: AwsCli) -> None:
        self._aws = aws
        self.commands: set[str] = set()

    def __call__(self, command: str, *arguments: str) -> dict:
        self.commands.add(command.replace("-", ""))
        return self._aws.run(command, *arguments)


def _commands(operations: tuple[str, ...]) -> set[str]:
    return {operation.lower() for operation in operations}


def test_app_instances(aws: AwsCli) -> None:
    """An app instance from its creation to its end."""
    run = _Recorder(aws)
    arn = run("create-app-instance", "--name", "CLI Chat", "--tags", "Key=stage,Value=test")["AppInstanceArn"]
    try:
        run("update-app-instance", "--app-instance-arn", arn, "--name", "CLI Chat 2", "--metadata", "m")
        described = run("describe-app-instance", "--app-instance-arn", arn)["AppInstance"]
        assert (described["Name"], described["Metadata"]) == ("CLI Chat 2", "m")
        names = [item["Name"] for item in run("list-app-instances")["AppInstances"]]
        assert "CLI Chat 2" in names
    finally:
        run("delete-app-instance", "--app-instance-arn", arn)
    assert run.commands == _commands(APP_INSTANCE_OPERATIONS)


def test_users(aws: AwsCli, app_instance: str) -> None:
    """A user from creation to end, with an id that needs percent-encoding in a path."""
    run = _Recorder(aws)
    user_id = f"ada@example.com:{secrets.token_hex(4)}"
    user = run(
        *("create-app-instance-user", "--app-instance-arn", app_instance),
        *("--app-instance-user-id", user_id, "--name", "Ada Lovelace"),
    )["AppInstanceUserArn"]
    run(
        *("update-app-instance-user", "--app-instance-user-arn", user),
        *("--name", "Ada King", "--metadata", "m"),
    )
    described = run("describe-app-instance-user", "--app-instance-user-arn", user)["AppInstanceUser"]
    assert (described["Name"], described["Metadata"]) == ("Ada King", "m")
    listed = run("list-app-instance-users", "--app-instance-arn", app_instance)["AppInstanceUsers"]
    assert user in [item["AppInstanceUserArn"] for item in listed]
    run("delete-app-instance-user", "--app-instance-user-arn", user)
    assert run.commands == _commands(USER_OPERATIONS)


def test_devices_and_tags(aws: AwsCli, user: str) -> None:
    """A device and a tag, from the first call to the last."""
    run = _Recorder(aws)
    of_user = ("--app-instance-user-arn", user)
    endpoint = run(
        *("register-app-instance-user-endpoint", *of_user, "--name", "Pixel 8", "--type", "APNS"),
        *("--resource-arn", PUSH_APP_ARN),
        *("--endpoint-attributes", json.dumps({"DeviceToken": apns_token()})),
    )["EndpointId"]
    device = (*of_user, "--endpoint-id", endpoint)
    run("update-app-instance-user-endpoint", *device, "--allow-messages", "NONE")
    described = run("describe-app-instance-user-endpoint", *device)["AppInstanceUserEndpoint"]
    assert (described["Name"], described["AllowMessages"]) == ("Pixel 8", "NONE")
    listed = run("list-app-instance-user-endpoints", *of_user)["AppInstanceUserEndpoints"]
    assert [item["EndpointId"] for item in listed] == [endpoint]
    run("deregister-app-instance-user-endpoint", *device)
    assert run("list-app-instance-user-endpoints", *of_user)["AppInstanceUserEndpoints"] == []

    run("tag-resource", "--resource-arn", user, "--tags", "Key=tier,Value=gold")
    tags = run("list-tags-for-resource", "--resource-arn", user)["Tags"]
    assert tags == [{"Key": "tier", "Value": "gold"}]
    run("untag-resource", "--resource-arn", user, "--tag-keys", "tier")
    assert run("list-tags-for-resource", "--resource-arn", user)["Tags"] == []
    assert run.commands == _commands(ENDPOINT_AND_TAG_OPERATIONS)


def test_an_error_names_its_exception(aws: AwsCli, app_instance: str) -> None:
    """The CLI shows the exception of the model and the service's message."""
    outcome = aws.attempt(
        "describe-app-instance-user", "--app-instance-user-arn", f"{app_instance}/user/nobody"
    )

    assert outcome.status != 0
    assert "(ForbiddenException)" in outcome.errors
