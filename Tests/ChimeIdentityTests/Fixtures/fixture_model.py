"""The operations as botocore's model has them, in the words of the Swift descriptors."""

from __future__ import annotations

from typing import Any

import botocore.session
from botocore.model import OperationModel, ServiceModel, Shape

#: The operations that Carillon speaks, in the order of the model.
OPERATIONS = (
    "CreateAppInstance",
    "CreateAppInstanceUser",
    "DeleteAppInstance",
    "DeleteAppInstanceUser",
    "DeregisterAppInstanceUserEndpoint",
    "DescribeAppInstance",
    "DescribeAppInstanceUser",
    "DescribeAppInstanceUserEndpoint",
    "ListAppInstanceUserEndpoints",
    "ListAppInstanceUsers",
    "ListAppInstances",
    "ListTagsForResource",
    "RegisterAppInstanceUserEndpoint",
    "TagResource",
    "UntagResource",
    "UpdateAppInstance",
    "UpdateAppInstanceUser",
    "UpdateAppInstanceUserEndpoint",
)

#: The shapes that have a pattern of their own, under the names of the Swift patterns.
PATTERNED_SHAPES = {
    "any": "Metadata",
    "arn": "ChimeArn",
    "clientRequestToken": "ClientRequestToken",
    "userId": "UserId",
    "notBlank": "UserName",
    "resourceName": "NonEmptyResourceName",
}


def service_model() -> ServiceModel:
    """Return botocore's model of the service."""
    return botocore.session.get_session().get_service_model("chime-sdk-identity")


def fixture() -> list[dict[str, Any]]:
    """Return one object for each operation."""
    model = service_model()
    return [_operation(model.operation_model(name)) for name in OPERATIONS]


def _operation(operation: OperationModel) -> dict[str, Any]:
    path, _, query = operation.http["requestUri"].partition("?")
    for name, shape in operation.input_shape.members.items():
        path = path.replace(f"{{{shape.serialization.get('name')}}}", f"{{{name}}}")
    return {
        "name": operation.name,
        "method": operation.http["method"],
        "path": path,
        "query": query,
        "status": operation.http.get("responseCode", 200),
        "errors": {shape.name: shape.metadata["error"]["httpStatusCode"] for shape in operation.error_shapes},
        "members": [
            _member(name, shape, operation.input_shape)
            for name, shape in operation.input_shape.members.items()
        ],
    }


def _member(name: str, shape: Shape, parent: Shape) -> dict[str, Any]:
    place = shape.serialization.get("location")
    location = {"uri": "path", "querystring": f"query {shape.serialization.get('name')}", None: "body"}[place]
    return {
        "name": name,
        "location": location,
        "isRequired": name in parent.required_members,
        "isIdempotencyToken": shape.metadata.get("idempotencyToken", False),
        "shape": _shape(shape),
    }


def _shape(shape: Shape) -> dict[str, Any]:
    if shape.type_name == "structure":
        return {"members": [_member(name, member, shape) for name, member in shape.members.items()]}
    if shape.type_name == "list":
        return {"item": _shape(shape.member), "count": _range(shape)}
    if shape.type_name == "integer":
        return {"integer": _range(shape)}
    if shape.enum:
        return {"values": shape.enum}
    return {
        "length": _range(shape),
        "pattern": _pattern(shape.metadata.get("pattern", ".*")),
        "isSensitive": shape.metadata.get("sensitive", False),
    }


def _pattern(expression: str) -> str:
    if expression == ".*":
        return "any"
    model = service_model()
    return next(
        pattern
        for pattern, shape in PATTERNED_SHAPES.items()
        if model.shape_for(shape).metadata["pattern"] == expression
    )


def _range(shape: Shape) -> list[int]:
    return [shape.metadata["min"], shape.metadata["max"]]
