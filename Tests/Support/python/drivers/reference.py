"""What the service should know after a sequence of requests: a model in plain dictionaries.

Where the service makes up a name, of an app instance or a device, a request is checked first and kept once
the name is known.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import Any

#: The most devices that a user may have, and the most tags of a resource.
DEVICE_LIMIT = 10
TAG_LIMIT = 50

#: The inputs of requests by their ClientRequestToken, with what came of the first one.
Requests = dict[str, tuple[dict[str, Any], str]]


class RefusedError(Exception):
    """The service has to refuse the request with this exception of its model."""


@dataclass
class Device:
    """An endpoint."""

    #: Lists are in the order of these numbers, which no two things ever have in common.
    number: int
    token: str
    name: str | None
    type: str
    allow: str


@dataclass
class User:
    """An AppInstanceUser with what belongs to it."""

    number: int
    name: str
    metadata: str | None
    expiration: dict[str, Any] | None
    tags: dict[str, str]
    devices: dict[str, Device] = field(default_factory=dict)
    #: What was registered for the user.
    requests: Requests = field(default_factory=dict)


@dataclass
class AppInstance:
    """An AppInstance with what belongs to it."""

    number: int
    name: str
    metadata: str | None
    tags: dict[str, str]
    users: dict[str, User] = field(default_factory=dict)
    #: What was created in the app instance.
    requests: Requests = field(default_factory=dict)


class ReferenceService:
    """The service as it should be."""

    def __init__(self) -> None:
        """Start empty."""
        self.instances: dict[str, AppInstance] = {}
        self._requests: Requests = {}
        self._numbers = itertools.count()

    # App instances

    def instance(self, arn: str) -> AppInstance:
        """Return an app instance, which has to be there."""
        if arn not in self.instances:
            raise RefusedError("ForbiddenException")
        return self.instances[arn]

    def before_creating_instance(self, request: dict[str, Any]) -> str | None:
        """Return what the same request has created before, None for nothing."""
        return _replayed(self._requests, request)

    def create_instance(self, request: dict[str, Any], arn: str) -> None:
        """Keep an app instance that was created under this ARN."""
        self._requests[request["ClientRequestToken"]] = (request, arn)
        self.instances[arn] = AppInstance(
            next(self._numbers), request["Name"], request.get("Metadata"), _tags_in(request)
        )

    def update_instance(self, arn: str, name: str, metadata: str) -> None:
        """Replace name and metadata."""
        instance = self.instance(arn)
        instance.name, instance.metadata = name, metadata

    def delete_instance(self, arn: str) -> None:
        """Remove an app instance with everything in it."""
        self.instance(arn)
        del self.instances[arn]

    # Users

    def user(self, arn: str) -> User:
        """Return a user, who has to be there."""
        users = self.instance(arn.partition("/user/")[0]).users
        if arn not in users:
            raise RefusedError("ForbiddenException")
        return users[arn]

    def create_user(self, request: dict[str, Any]) -> str:
        """Create a user whose id is new, unless the same request has created one before; return the ARN."""
        instance = self.instance(request["AppInstanceArn"])
        earlier = _replayed(instance.requests, request)
        if earlier:
            return earlier
        arn = f"{request['AppInstanceArn']}/user/{request['AppInstanceUserId']}"
        if arn in instance.users:
            raise RefusedError("ConflictException")
        instance.users[arn] = User(
            next(self._numbers),
            request["Name"],
            request.get("Metadata"),
            request.get("ExpirationSettings"),
            _tags_in(request),
        )
        instance.requests[request["ClientRequestToken"]] = (request, arn)
        return arn

    def update_user(self, arn: str, name: str, metadata: str) -> None:
        """Replace name and metadata."""
        user = self.user(arn)
        user.name, user.metadata = name, metadata

    def delete_user(self, arn: str) -> None:
        """Remove a user with devices and tags."""
        self.user(arn)
        del self.instance(arn.partition("/user/")[0]).users[arn]

    # Devices

    def device(self, arn: str, endpoint: str) -> Device:
        """Return a device of a user."""
        devices = self.user(arn).devices
        if endpoint not in devices:
            raise RefusedError("ForbiddenException")
        return devices[endpoint]

    def before_registering(self, request: dict[str, Any]) -> str | None:
        """Return the device that the same request has registered before; None where a new one may be."""
        user = self.user(request["AppInstanceUserArn"])
        earlier = _replayed(user.requests, request)
        if earlier:
            return earlier
        if _device_token(request) in (device.token for device in user.devices.values()):
            raise RefusedError("ConflictException")
        if len(user.devices) >= DEVICE_LIMIT:
            raise RefusedError("ResourceLimitExceededException")
        return None

    def register(self, request: dict[str, Any], endpoint: str) -> None:
        """Keep a device that was registered under this id."""
        user = self.user(request["AppInstanceUserArn"])
        user.requests[request["ClientRequestToken"]] = (request, endpoint)
        user.devices[endpoint] = Device(
            next(self._numbers),
            _device_token(request),
            request.get("Name"),
            request["Type"],
            request.get("AllowMessages", "ALL"),
        )

    def update_device(self, arn: str, endpoint: str, changes: dict[str, Any]) -> None:
        """Change what a request names, and nothing else."""
        device = self.device(arn, endpoint)
        device.name = changes.get("Name", device.name)
        device.allow = changes.get("AllowMessages", device.allow)

    def deregister(self, arn: str, endpoint: str) -> None:
        """Remove a device."""
        self.device(arn, endpoint)
        del self.user(arn).devices[endpoint]

    # Tags

    def taggable(self, arn: str) -> AppInstance | User:
        """Return the app instance or the user that an ARN names."""
        return self.user(arn) if "/user/" in arn else self.instance(arn)

    def tag(self, arn: str, tags: dict[str, str]) -> None:
        """Put all tags, or none where there would be too many."""
        resource = self.taggable(arn)
        merged = {**resource.tags, **tags}
        if len(merged) > TAG_LIMIT:
            raise RefusedError("ResourceLimitExceededException")
        resource.tags = merged

    def untag(self, arn: str, keys: list[str]) -> None:
        """Remove tags; those that are not there do not matter."""
        resource = self.taggable(arn)
        resource.tags = {key: value for key, value in resource.tags.items() if key not in keys}


def _replayed(requests: Requests, request: dict[str, Any]) -> str | None:
    """Return what the same request came to before; one token of two requests is a conflict."""
    if request["ClientRequestToken"] not in requests:
        return None
    earlier, result = requests[request["ClientRequestToken"]]
    if earlier != request:
        raise RefusedError("ConflictException")
    return result


def _tags_in(request: dict[str, Any]) -> dict[str, str]:
    return {tag["Key"]: tag["Value"] for tag in request.get("Tags", [])}


def _device_token(request: dict[str, Any]) -> str:
    return request["EndpointAttributes"]["DeviceToken"]
