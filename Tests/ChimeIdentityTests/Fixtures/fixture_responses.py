"""Answers of the service with what botocore reads in them."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from botocore.parsers import create_parser
from fixture_model import service_model

_INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/0f1e2d3c"
_USER = f"{_INSTANCE}/user/ada"
_APP = "arn:aws:mobiletargeting:us-east-1:111122223333:apps/9f2c4b1c7d8e4f60a1b2c3d4e5f60718"
_NAME = "中文 👩\u200d👩\u200d👧 \u202e\x1b]0;pwned\x07\x00 \"'\\/"
_TIMES = {"CreatedTimestamp": 1767517920.25, "LastUpdatedTimestamp": "2026-11-02T17:40:00.125Z"}
_ENDPOINT = {
    "AppInstanceUserArn": _USER,
    "EndpointId": "0f1e",
    "Name": _NAME,
    "Type": "APNS",
    "ResourceArn": _APP,
    "EndpointAttributes": {"DeviceToken": "ab" * 32, "VoipDeviceToken": "cd" * 32},
    "AllowMessages": "NONE",
    "EndpointState": {"Status": "INACTIVE", "StatusReason": "INVALID_PINPOINT_ARN"},
    **_TIMES,
}
_SUMMARY = {
    key: _ENDPOINT[key]
    for key in ("AppInstanceUserArn", "EndpointId", "Name", "Type", "AllowMessages", "EndpointState")
}
_UNKNOWN_VALUES = {
    "Type": "WEB_PUSH",
    "AllowMessages": "MENTIONS",
    "EndpointState": {"Status": "SLEEPING", "StatusReason": "TOO_LATE", "Since": 5},
}
_NAMED = {"Name": _NAME, "Metadata": '{"tier": "gold"}'}

#: Answers that are read, by operation.
_BODIES: list[tuple[str, Any]] = [
    ("CreateAppInstance", {"AppInstanceArn": _INSTANCE}),
    ("CreateAppInstanceUser", {"AppInstanceUserArn": _USER, "Unknown": {"a": [1, None]}}),
    ("DeleteAppInstance", None),
    ("DeleteAppInstanceUser", None),
    ("DeregisterAppInstanceUserEndpoint", None),
    ("DescribeAppInstance", {"AppInstance": {"AppInstanceArn": _INSTANCE, **_NAMED, **_TIMES}}),
    ("DescribeAppInstance", {"AppInstance": {"AppInstanceArn": _INSTANCE}}),
    (
        "DescribeAppInstanceUser",
        {
            "AppInstanceUser": {
                "AppInstanceUserArn": _USER,
                **_NAMED,
                **_TIMES,
                "ExpirationSettings": {"ExpirationDays": 30, "ExpirationCriterion": "CREATED_TIMESTAMP"},
            }
        },
    ),
    ("DescribeAppInstanceUser", {"AppInstanceUser": {"AppInstanceUserArn": _USER, "Name": None}}),
    ("DescribeAppInstanceUserEndpoint", {"AppInstanceUserEndpoint": _ENDPOINT}),
    ("DescribeAppInstanceUserEndpoint", {"AppInstanceUserEndpoint": {"EndpointId": "0f1e"}}),
    ("DescribeAppInstanceUserEndpoint", {"AppInstanceUserEndpoint": {**_ENDPOINT, **_UNKNOWN_VALUES}}),
    (
        "DescribeAppInstanceUserEndpoint",
        {"AppInstanceUserEndpoint": {"EndpointId": "0f1e", "CreatedTimestamp": "2026-01-04T10:12:00+01:00"}},
    ),
    (
        "DescribeAppInstanceUserEndpoint",
        {"AppInstanceUserEndpoint": {"EndpointId": "0f1e", "CreatedTimestamp": 1767517920}},
    ),
    (
        "ListAppInstanceUserEndpoints",
        {
            "AppInstanceUserEndpoints": [
                _SUMMARY,
                {**_SUMMARY, **_UNKNOWN_VALUES, "Battery": 0.5},
                {"EndpointId": ""},
            ],
            "NextToken": "a+b/c==",
        },
    ),
    ("ListAppInstanceUserEndpoints", {"AppInstanceUserEndpoints": [], "NextToken": None}),
    ("ListAppInstanceUserEndpoints", {}),
    (
        "ListAppInstanceUsers",
        {
            "AppInstanceArn": _INSTANCE,
            "AppInstanceUsers": [{"AppInstanceUserArn": _USER, **_NAMED}, {"AppInstanceUserArn": _USER}],
            "NextToken": "",
        },
    ),
    ("ListAppInstances", {"AppInstances": [{"AppInstanceArn": _INSTANCE, **_NAMED}]}),
    ("ListTagsForResource", {"Tags": [{"Key": "tier", "Value": _NAME}, {"Key": "é", "Value": ""}]}),
    ("ListTagsForResource", {"Tags": None}),
    ("RegisterAppInstanceUserEndpoint", {"AppInstanceUserArn": _USER, "EndpointId": "0f1e"}),
    ("TagResource", None),
    ("UntagResource", None),
    ("UpdateAppInstance", {"AppInstanceArn": _INSTANCE}),
    ("UpdateAppInstance", None),
    ("UpdateAppInstanceUser", {"AppInstanceUserArn": _USER}),
    ("UpdateAppInstanceUserEndpoint", {"AppInstanceUserArn": _USER, "EndpointId": "0f1e"}),
    ("UpdateAppInstanceUserEndpoint", {}),
]


def fixture() -> list[dict[str, Any]]:
    """Return one object for each answer."""
    return [_response(operation, body) for operation, body in _BODIES]


def _response(operation: str, body: Any) -> dict[str, Any]:
    model = service_model()
    operation_model = model.operation_model(operation)
    status = operation_model.http.get("responseCode", 200)
    text = "" if body is None else json.dumps(body)
    parsed = create_parser(model.metadata["protocol"]).parse(
        {"status_code": status, "headers": {}, "body": text.encode()}, operation_model.output_shape
    )
    parsed.pop("ResponseMetadata", None)
    return {"operation": operation, "status": status, "body": text, "output": _plain(parsed)}


def _plain(value: Any) -> Any:
    """Return a parsed value as JSON, with moments in seconds."""
    if isinstance(value, datetime):
        seconds = round(value.timestamp(), 3)
        return int(seconds) if seconds.is_integer() else seconds
    if isinstance(value, dict):
        return {key: _plain(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value
