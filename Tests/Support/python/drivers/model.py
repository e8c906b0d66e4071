"""The service as botocore models it: the arbiter of names, limits and errors."""

from __future__ import annotations

from typing import Any

import botocore.session
from botocore import xform_name
from botocore.exceptions import ClientError
from botocore.model import ServiceModel

#: The operations that Carillon speaks; the first eight are those of push endpoints and tags.
ENDPOINT_AND_TAG_OPERATIONS = (
    "RegisterAppInstanceUserEndpoint",
    "ListAppInstanceUserEndpoints",
    "DescribeAppInstanceUserEndpoint",
    "UpdateAppInstanceUserEndpoint",
    "DeregisterAppInstanceUserEndpoint",
    "TagResource",
    "UntagResource",
    "ListTagsForResource",
)
APP_INSTANCE_OPERATIONS = (
    "CreateAppInstance",
    "DescribeAppInstance",
    "UpdateAppInstance",
    "DeleteAppInstance",
    "ListAppInstances",
)
USER_OPERATIONS = (
    "CreateAppInstanceUser",
    "DescribeAppInstanceUser",
    "UpdateAppInstanceUser",
    "DeleteAppInstanceUser",
    "ListAppInstanceUsers",
)
OPERATIONS = ENDPOINT_AND_TAG_OPERATIONS + APP_INSTANCE_OPERATIONS + USER_OPERATIONS


def service_model() -> ServiceModel:
    """Return botocore's model of the service."""
    return botocore.session.get_session().get_service_model("chime-sdk-identity")


def call(client: Any, operation: str, request: dict[str, Any]) -> dict[str, Any]:
    """Call an operation by the model's name of it."""
    return getattr(client, xform_name(operation))(**request)


def error_of(client: Any, operation: str, request: dict[str, Any]) -> str | None:
    """Return the code of the error that a call ends in, or None where it succeeds."""
    try:
        call(client, operation, request)
    except ClientError as error:
        return error.response["Error"]["Code"]
    return None
