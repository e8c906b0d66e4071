"""Writes sigv4.json: requests with the signatures that botocore gives them.

Run it with a Python that has botocore, in this directory: python3 generate-sigv4.py
"""

import datetime
import json
import pathlib
from unittest import mock
from urllib.parse import quote

import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

ACCESS_KEY = "AKIDEXAMPLE"
SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
TOKEN = "IQoJb3JpZ2luX2VjEXAMPLETOKEN//////////wEaCXVzLWVhc3QtMSJHMEUCIQ=="
AWS = "https://identity-chime.us-east-1.amazonaws.com"
LOCAL = "http://127.0.0.1:8080"
USER = "arn:aws:chime:us-east-1:123456789012:app-instance/0f1e2d3c/user/maria"
INSTANCE = "arn:aws:chime:us-east-1:123456789012:app-instance/0f1e2d3c"
ENCODED_USER = quote(USER, safe="-_.~")
ENCODED_INSTANCE = quote(INSTANCE, safe="-_.~")
ENDPOINTS = f"/app-instance-users/{ENCODED_USER}/endpoints"
JSON = "application/json"
REGISTER = json.dumps({"Type": "APNS", "EndpointAttributes": {"DeviceToken": "00ff" * 16}})
TAGS = json.dumps({"ResourceARN": USER, "Tags": [{"Key": "équipe", "Value": "支持"}]}, ensure_ascii=False)

CASES = [
    # name, method, raw path, raw query, and what differs from a request to AWS without body and token
    ("list endpoints", "GET", ENDPOINTS, "", {}),
    ("two query values", "GET", ENDPOINTS, "max-results=50&next-token=abc", {}),
    ("query out of order", "GET", ENDPOINTS, "next-token=abc&max-results=50", {}),
    ("reserved characters in a query value", "GET", ENDPOINTS, "next-token=a%2Bb%2Fc%3D%3D", {}),
    ("empty query value", "GET", ENDPOINTS, "next-token=", {}),
    ("query name without a value", "GET", ENDPOINTS, "next-token", {}),
    ("one query name twice", "GET", "/tags", "b=2&a=2&a=1", {}),
    ("query names that begin alike", "GET", "/tags", "ab=1&a=2&a-b=3&A=4", {}),
    ("unicode in a query value", "GET", "/tags", "arn=" + quote("日本語 é", safe="-_.~"), {}),
    ("ARN in a query value", "GET", "/tags", "arn=" + ENCODED_USER, {}),
    ("register", "POST", ENDPOINTS, "", {"body": REGISTER, "date": "20261124T235959Z"}),
    ("tag with unicode in the body", "POST", "/tags", "operation=tag-resource", {"body": TAGS}),
    ("update", "PUT", ENDPOINTS + "/0f1e-2d3c", "", {"body": '{"AllowMessages":"NONE"}'}),
    ("empty JSON body", "PUT", ENDPOINTS + "/0f1e-2d3c", "", {"body": "{}"}),
    ("deregister", "DELETE", ENDPOINTS + "/0f1e-2d3c", "", {}),
    ("session token", "GET", ENDPOINTS, "", {"token": TOKEN}),
    ("session token with a body", "POST", ENDPOINTS, "", {"body": REGISTER, "token": TOKEN}),
    (
        "another region",
        "GET",
        "/app-instances",
        "",
        {"origin": "https://identity-chime.eu-central-1.amazonaws.com", "region": "eu-central-1"},
    ),
    ("port in the host", "GET", "/app-instances", "max-results=1", {"origin": LOCAL}),
    ("the scheme's own port", "GET", "/app-instances", "", {"origin": "https://localhost:443"}),
    ("base path", "GET", ENDPOINTS, "", {"origin": LOCAL + "/stage/v1"}),
    ("IPv6 host", "GET", "/app-instances", "", {"origin": "http://[::1]:8080"}),
    ("raw colons and slashes in the path", "GET", f"/app-instances/{INSTANCE}", "", {}),
    ("raw at sign in the path", "GET", "/app-instance-users/a@b:c", "", {}),
    (
        "unicode user id in the path",
        "GET",
        "/app-instance-users/" + quote(USER + "-日本", safe="-_.~"),
        "",
        {},
    ),
    ("unreserved characters in the path", "GET", "/a-b_c.d~e", "", {}),
    ("blank and plus in the path", "GET", "/a%20b/c+d", "", {}),
    ("dots and empty segments in the path", "GET", "/a/./b//c/../d/", "", {}),
    ("no path", "GET", "/", "", {}),
    ("leap day", "GET", f"/app-instances/{ENCODED_INSTANCE}", "", {"date": "20280229T000000Z"}),
]


def vector(
    name, method, path, query, origin=AWS, body=None, token=None, date="20261124T010203Z", region="us-east-1"
):
    """Sign a request with botocore and keep what it signed."""
    moment = datetime.datetime.strptime(date, "%Y%m%dT%H%M%SZ")
    data = body.encode() if body is not None else b""
    headers = {"Content-Type": JSON} if body is not None else {}
    url = origin + path + ("?" + query if query else "")
    request = AWSRequest(method, url, headers=headers, data=data)
    signer = botocore.auth.SigV4Auth(Credentials(ACCESS_KEY, SECRET, token), "chime", region)
    canonical = []
    make = signer.canonical_request

    def keep(request):
        canonical.append(make(request))
        return canonical[-1]

    signer.canonical_request = keep
    with mock.patch("botocore.auth.get_current_datetime", return_value=moment):
        signer.add_auth(request)
    return {
        "name": name,
        "method": method,
        "origin": origin,
        "path": path,
        "query": query,
        "body": body,
        "sessionToken": token,
        "date": date,
        "epoch": int(moment.replace(tzinfo=datetime.timezone.utc).timestamp()),
        "region": region,
        "canonicalRequest": canonical[0],
        "authorization": request.headers["Authorization"],
    }


output = {
    "botocore": botocore.__version__,
    "accessKeyId": ACCESS_KEY,
    "secretAccessKey": SECRET,
    "vectors": [vector(*case[:4], **case[4]) for case in CASES],
}
path = pathlib.Path(__file__).with_name("sigv4.json")
path.write_text(json.dumps(output, ensure_ascii=False, indent=1) + "\n")
