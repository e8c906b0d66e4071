"""What the service should know after a sequence of requests: a model in plain dictionaries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

#: The most devices that a user may have, and the most tags of a resource.
DEVICE_LIMIT = 10
TAG_LIMIT = 50


class RefusedError(Exception):
    """The service has to refuse the request with this exception of its model."""


@dataclass
class Device:
    """An endpoint."""

    token: str
    name: str
    type: str
    allow: str


@dataclass
class User:
    """An AppInstanceUser with what belongs to it."""

    name: str
    metadata: str
    devices: dict[str, Device] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    #: What was registered by which ClientRequestToken: the request and the EndpointId.
    requests: dict[str, tuple[dict[str, Any], str]] = field(default_factory=dict)


class ReferenceService:
    """One AppInstance as it should be."""

    def __init__(self) -> None:
        """Start without users."""
        self.users: dict[str, User] = {}

    def user(self, arn: str) -> User:
        """Return a user, who has to be there."""
        if arn not in self.users:
            raise RefusedError("ForbiddenException")
        return self.users[arn]

    def device(self, arn: str, endpoint: str) -> Device:
        """Return a device of a user."""
        devices = self.user(arn).devices
        if endpoint not in devices:
            raise RefusedError("ForbiddenException")
        return devices[endpoint]

    def create_user(self, arn: str, name: str) -> None:
        """Create a user whose id must be new."""
        if arn in self.users:
            raise RefusedError("ConflictException")
        self.users[arn] = User(name, "")

    def update_user(self, arn: str, name: str, metadata: str) -> None:
        """Replace name and metadata."""
        user = self.user(arn)
        user.name, user.metadata = name, metadata

    def delete_user(self, arn: str) -> None:
        """Remove a user with devices and tags."""
        self.user(arn)
        del self.users[arn]

    def before_registering(self, arn: str, request: dict[str, Any]) -> str | None:
        """Return the device that the same request has registered before, or see that a new one may be."""
        user = self.user(arn)
        earlier = user.requests.get(request["ClientRequestToken"])
        if earlier:
            if earlier[0] != request:
                raise RefusedError("ConflictException")
            return earlier[1]
        if request["EndpointAttributes"]["DeviceToken"] in (device.token for device in user.devices.values()):
            raise RefusedError("ConflictException")
        if len(user.devices) >= DEVICE_LIMIT:
            raise RefusedError("ResourceLimitExceededException")
        return None

    def register(self, arn: str, request: dict[str, Any], endpoint: str) -> None:
        """Keep a device that was registered under this id."""
        user = self.users[arn]
        user.requests[request["ClientRequestToken"]] = (request, endpoint)
        user.devices[endpoint] = Device(
            request["EndpointAttributes"]["DeviceToken"],
            request["Name"],
            request["Type"],
            request["AllowMessages"],
        )

    def update_device(self, arn: str, endpoint: str, changes: dict[str, Any]) -> None:
        """Change what a request names, and nothing else."""
        device = self.device(arn, endpoint)
        device.name = changes.get("Name", device.name)
        device.allow = changes.get("AllowMessages", device.allow)

    def deregister(self, arn: str, endpoint: str) -> None:
        """Remove a device."""
        self.device(arn, endpoint)
        del self.users[arn].devices[endpoint]

    def tag(self, arn: str, tags: dict[str, str]) -> None:
        """Put all tags, or none where there would be too many."""
        user = self.user(arn)
        merged = {**user.tags, **tags}
        if len(merged) > TAG_LIMIT:
            raise RefusedError("ResourceLimitExceededException")
        user.tags = merged

    def untag(self, arn: str, keys: list[str]) -> None:
        """Remove tags; those that are not there do not matter."""
        user = self.user(arn)
        user.tags = {key: value for key, value in user.tags.items() if key not in keys}
