"""A fine request for each operation, and the app instances, users and devices that they are about."""

from __future__ import annotations

import json
import re
import secrets
from typing import Any
from urllib.parse import quote, urlencode

from .identity import PUSH_APP_ARN, apns_token, create_app_instance, create_user, register_device
from .limits import has_body, location_of, operation_model
from .raw import RawRequest

#: Operations that use up what they are about: a device, a user, or the room for devices or tags.
_CONSUMING = (
    "DeleteAppInstance",
    "DeleteAppInstanceUser",
    "DeregisterAppInstanceUserEndpoint",
    "RegisterAppInstanceUserEndpoint",
    "TagResource",
)


class World:
    """An app instance with a user with a device, which requests are about."""

    def __init__(self, client: Any) -> None:
        """Make them."""
        self._client = client
        self.app_instance = create_app_instance(client)
        self.user = create_user(client, self.app_instance)
        self.device = register_device(client, self.user)

    def request(self, operation: str) -> dict[str, Any]:
        """Return a request that succeeds, with every member of the input filled in."""
        values = self._values()
        members = operation_model(operation).input_shape.members
        # There is no next page to ask for.
        return {name: values[name] for name in members if name != "NextToken"}

    def _values(self) -> dict[str, Any]:
        return {
            "Name": "Ada Lovelace",
            "Metadata": "{}",
            "ClientRequestToken": secrets.token_hex(16),
            "MaxResults": 10,
            "Tags": [{"Key": "tier", "Value": "gold"}],
            "TagKeys": ["tier"],
            "AppInstanceArn": self.app_instance,
            "AppInstanceUserArn": self.user,
            "AppInstanceUserId": f"user-{secrets.token_hex(8)}",
            "ExpirationSettings": {"ExpirationDays": 30, "ExpirationCriterion": "CREATED_TIMESTAMP"},
            "EndpointId": self.device,
            "Type": "APNS",
            "ResourceArn": PUSH_APP_ARN,
            "EndpointAttributes": {"DeviceToken": apns_token(), "VoipDeviceToken": apns_token()},
            "AllowMessages": "ALL",
            "ResourceARN": self.user,
        }

    def request_of_its_own(self, operation: str) -> dict[str, Any]:
        """Return a request that succeeds about things that nobody else needs."""
        request = self.request(operation)
        if operation not in _CONSUMING:
            return request
        if operation == "DeleteAppInstance":
            return {**request, "AppInstanceArn": create_app_instance(self._client)}
        user = create_user(self._client, self.app_instance)
        name = "ResourceARN" if operation == "TagResource" else "AppInstanceUserArn"
        request[name] = user
        if "EndpointId" in request:
            request["EndpointId"] = register_device(self._client, user)
        return request

    def clean_up_after(self, operation: str, output: dict[str, Any]) -> None:
        """Remove what a request has created, so that its name is free and the account has room."""
        if operation == "CreateAppInstance" and "AppInstanceArn" in output:
            self._client.delete_app_instance(AppInstanceArn=output["AppInstanceArn"])
        if operation == "CreateAppInstanceUser" and "AppInstanceUserArn" in output:
            self._client.delete_app_instance_user(AppInstanceUserArn=output["AppInstanceUserArn"])

    def state(self) -> list[Any]:
        """Return all that a request that is carried out by mistake would change."""
        client, user = self._client, {"AppInstanceUserArn": self.user}
        answers = [
            client.describe_app_instance(AppInstanceArn=self.app_instance),
            client.list_app_instance_users(AppInstanceArn=self.app_instance),
            client.describe_app_instance_user(**user),
            client.list_app_instance_user_endpoints(**user),
            client.describe_app_instance_user_endpoint(**user, EndpointId=self.device),
            client.list_tags_for_resource(ResourceARN=self.user),
        ]
        for answer in answers:
            del answer["ResponseMetadata"]
        app_instances = client.list_app_instances()["AppInstances"]
        return [*answers, {summary["AppInstanceArn"] for summary in app_instances}]

    def remove(self) -> None:
        """Remove all of it."""
        self._client.delete_app_instance(AppInstanceArn=self.app_instance)


def raw_request(operation: str, request: dict[str, Any], body: Any = None) -> RawRequest:
    """Return the request of an operation as the model puts it on the wire, whatever its members are.

    `body` stands in place of the object with the members that travel in the body.
    """
    model = operation_model(operation)
    path, query, content = model.http["requestUri"], {}, {}
    for name, value in request.items():
        shape = model.input_shape.members.get(name)
        location = location_of(shape) if shape else "body"
        if location == "uri":
            path = path.replace(f"{{{shape.serialization['name']}}}", quote(value, safe=""))
        elif location == "querystring":
            query[shape.serialization["name"]] = value
        else:
            content[name] = value
    # A member that is left out leaves nothing in its place.
    path = re.sub(r"{\w+}", "", path)
    if query:
        path = f"{path}?{urlencode(query, quote_via=quote)}"
    if not has_body(operation):
        return RawRequest(model.http["method"], path)
    text = json.dumps(content if body is None else body)
    return RawRequest(model.http["method"], path, text.encode(), {"Content-Type": "application/json"})
