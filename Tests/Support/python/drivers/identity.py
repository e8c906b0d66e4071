"""boto3's client of the service, and the people and devices that tests need in it."""

from __future__ import annotations

import secrets
from typing import Any

import boto3
from botocore.config import Config

ACCESS_KEY = "local"
SECRET_KEY = "local"
REGION = "us-east-1"

#: A resource ARN that a push endpoint may have.
PUSH_APP_ARN = "arn:aws:mobiletargeting:us-east-1:111122223333:apps/9f2c4b1c7d8e4f60a1b2c3d4e5f60718"


def identity_client(
    url: str,
    access_key: str = ACCESS_KEY,
    secret_key: str = SECRET_KEY,
    region: str = REGION,
    validate: bool = True,
    attempts: int = 1,
    retry_mode: str = "standard",
) -> Any:
    """Return boto3's client, which fails at once: most tests want the first answer, not the third.

    With `validate` off, botocore sends what its own model forbids.
    """
    return boto3.session.Session().client(
        "chime-sdk-identity",
        endpoint_url=url,
        region_name=region,
        aws_access_key_id=access_key,
        aws_secret_access_key=secret_key,
        config=Config(
            parameter_validation=validate,
            retries={"total_max_attempts": attempts, "mode": retry_mode},
            connect_timeout=5,
            read_timeout=20,
            proxies={},
        ),
    )


def apns_token() -> str:
    """Return a fresh device token of the form that Apple's service issues."""
    return secrets.token_hex(32)


def fcm_token() -> str:
    """Return a fresh device token of the form that Google's service issues."""
    return f"{secrets.token_urlsafe(16)}:APA91b{secrets.token_urlsafe(100)}"


def create_app_instance(client: Any, name: str = "Prod Chat") -> str:
    """Create an app instance and return its ARN."""
    return client.create_app_instance(Name=name)["AppInstanceArn"]


def create_user(client: Any, app_instance: str, user_id: str = "", name: str = "Ada Lovelace") -> str:
    """Create a user, with an id of its own where none is given, and return the ARN."""
    return client.create_app_instance_user(
        AppInstanceArn=app_instance,
        AppInstanceUserId=user_id or f"user-{secrets.token_hex(8)}",
        Name=name,
    )["AppInstanceUserArn"]


def register_device(client: Any, user: str, **differences: Any) -> str:
    """Register a device that can receive messages, and return its EndpointId.

    `differences` are members of RegisterAppInstanceUserEndpoint's input.
    """
    request = {
        "AppInstanceUserArn": user,
        "Name": "iPhone 15",
        "Type": "APNS",
        "ResourceArn": PUSH_APP_ARN,
        "EndpointAttributes": {"DeviceToken": apns_token()},
        **differences,
    }
    return client.register_app_instance_user_endpoint(**request)["EndpointId"]


def tags_of(client: Any, resource: str) -> dict[str, str]:
    """Return the tags of a resource by their keys."""
    tags = client.list_tags_for_resource(ResourceARN=resource)["Tags"]
    return {tag["Key"]: tag["Value"] for tag in tags}


def endpoint_of(client: Any, user: str, endpoint: str) -> dict[str, Any]:
    """Return the full description of a device."""
    answer = client.describe_app_instance_user_endpoint(AppInstanceUserArn=user, EndpointId=endpoint)
    return answer["AppInstanceUserEndpoint"]
