"""Requests as botocore sends them, with the inputs they are made from."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from botocore.awsrequest import create_request_object, prepare_request_dict
from botocore.serialize import create_serializer
from fixture_model import service_model

_INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/0f1e2d3c"
_USER = f"{_INSTANCE}/user/ada.lovelace@example_com:1-a"
_CLUMSY_USER = f"{_INSTANCE}/user/50% off+&=?#[]!$'()*,;~\\^`{{|}} é中🔔"
_APP = "arn:aws:mobiletargeting:us-east-1:111122223333:apps/9f2c4b1c7d8e4f60a1b2c3d4e5f60718"
_CLUMSY = "50% off+&=?#/[]!$'()*,;~\\^`{|}\"<> é中👩\u200d👩\u200d👧\u202e\u2028\t\n\r\x00\x1b[2J\x7f"
_CLUMSY_ID = "a/b c%2F+&=?#~é中🔔..%"
_TOKEN = "Token-0123456789_abcdef"
_TAGS = [{"Key": "tier", "Value": "gold"}, {"Key": "Ä=&", "Value": _CLUMSY}]
_MANY_TAGS = [{"Key": f"key-{number}", "Value": "v"} for number in range(50)]

#: Inputs by operation. What the client makes up by itself, the ClientRequestToken, is given here.
_INPUTS: list[tuple[str, dict[str, Any]]] = [
    ("CreateAppInstance", {"Name": "Prod Chat", "ClientRequestToken": _TOKEN}),
    (
        "CreateAppInstance",
        {
            "Name": "中文 \t\n👩\u200d👩\u200d👧 \"'\\/",
            "Metadata": _CLUMSY,
            "ClientRequestToken": "ab",
            "Tags": _TAGS,
        },
    ),
    (
        "CreateAppInstanceUser",
        {
            "AppInstanceArn": _INSTANCE,
            "AppInstanceUserId": "a",
            "Name": "Ada",
            "ClientRequestToken": _TOKEN,
        },
    ),
    (
        "CreateAppInstanceUser",
        {
            "AppInstanceArn": _INSTANCE,
            "AppInstanceUserId": "ada.lovelace@example_com:1-a",
            "Name": _CLUMSY,
            "Metadata": "",
            "ClientRequestToken": "-" * 64,
            "Tags": _MANY_TAGS,
            "ExpirationSettings": {"ExpirationDays": 5475, "ExpirationCriterion": "CREATED_TIMESTAMP"},
        },
    ),
    ("DeleteAppInstance", {"AppInstanceArn": _INSTANCE}),
    ("DeleteAppInstanceUser", {"AppInstanceUserArn": _USER}),
    ("DeleteAppInstanceUser", {"AppInstanceUserArn": _CLUMSY_USER}),
    ("DeregisterAppInstanceUserEndpoint", {"AppInstanceUserArn": _USER, "EndpointId": "0f1e"}),
    ("DeregisterAppInstanceUserEndpoint", {"AppInstanceUserArn": _CLUMSY_USER, "EndpointId": _CLUMSY_ID}),
    ("DescribeAppInstance", {"AppInstanceArn": _INSTANCE}),
    ("DescribeAppInstanceUser", {"AppInstanceUserArn": _USER}),
    ("DescribeAppInstanceUserEndpoint", {"AppInstanceUserArn": _USER, "EndpointId": "0f1e"}),
    ("DescribeAppInstanceUserEndpoint", {"AppInstanceUserArn": _CLUMSY, "EndpointId": _CLUMSY_ID}),
    ("ListAppInstanceUserEndpoints", {"AppInstanceUserArn": _USER}),
    (
        "ListAppInstanceUserEndpoints",
        {"AppInstanceUserArn": _CLUMSY_USER, "MaxResults": 1, "NextToken": _CLUMSY},
    ),
    ("ListAppInstanceUsers", {"AppInstanceArn": _INSTANCE}),
    ("ListAppInstanceUsers", {"AppInstanceArn": _CLUMSY_USER, "MaxResults": 50, "NextToken": "a+b/c=="}),
    ("ListAppInstances", {}),
    ("ListAppInstances", {"MaxResults": 50, "NextToken": _CLUMSY}),
    ("ListTagsForResource", {"ResourceARN": _USER}),
    ("ListTagsForResource", {"ResourceARN": _CLUMSY_USER}),
    (
        "RegisterAppInstanceUserEndpoint",
        {
            "AppInstanceUserArn": _USER,
            "Type": "GCM",
            "ResourceArn": _APP,
            "EndpointAttributes": {"DeviceToken": "c:APA91b-_"},
            "ClientRequestToken": _TOKEN,
        },
    ),
    (
        "RegisterAppInstanceUserEndpoint",
        {
            "AppInstanceUserArn": _CLUMSY_USER,
            "Name": _CLUMSY,
            "Type": "APNS_SANDBOX",
            "ResourceArn": _APP,
            "EndpointAttributes": {"DeviceToken": "ab" * 32, "VoipDeviceToken": _CLUMSY},
            "ClientRequestToken": _TOKEN,
            "AllowMessages": "NONE",
        },
    ),
    ("TagResource", {"ResourceARN": _USER, "Tags": _TAGS}),
    ("TagResource", {"ResourceARN": _CLUMSY_USER, "Tags": _MANY_TAGS}),
    ("UntagResource", {"ResourceARN": _USER, "TagKeys": ["tier", _CLUMSY]}),
    ("UpdateAppInstance", {"AppInstanceArn": _INSTANCE, "Name": "Prod", "Metadata": ""}),
    ("UpdateAppInstanceUser", {"AppInstanceUserArn": _USER, "Name": "Ada", "Metadata": _CLUMSY}),
    ("UpdateAppInstanceUserEndpoint", {"AppInstanceUserArn": _USER, "EndpointId": "0f1e"}),
    ("UpdateAppInstanceUserEndpoint", {"AppInstanceUserArn": _USER, "EndpointId": "0f1e", "Name": ""}),
    (
        "UpdateAppInstanceUserEndpoint",
        {
            "AppInstanceUserArn": _CLUMSY_USER,
            "EndpointId": _CLUMSY_ID,
            "Name": _CLUMSY,
            "AllowMessages": "ALL",
        },
    ),
]


def fixture() -> list[dict[str, Any]]:
    """Return one object for each input."""
    return [_request(operation, members) for operation, members in _INPUTS]


def _request(operation: str, members: dict[str, Any]) -> dict[str, Any]:
    model = service_model()
    serializer = create_serializer(model.metadata["protocol"])
    request = serializer.serialize_to_request(members, model.operation_model(operation))
    prepare_request_dict(request, endpoint_url="https://identity-chime.us-east-1.amazonaws.com")
    prepared = create_request_object(request).prepare()
    url = urlsplit(prepared.url)
    return {
        "operation": operation,
        "input": members,
        "method": prepared.method,
        "path": url.path,
        "query": sorted(parse_qsl(url.query, keep_blank_values=True, strict_parsing=bool(url.query))),
        "body": json.loads(prepared.body) if prepared.body else None,
    }
