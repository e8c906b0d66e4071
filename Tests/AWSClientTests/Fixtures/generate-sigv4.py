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
    # name, method, origin, raw path, raw query, body, token, date, region
    ("list endpoints", "GET", AWS, ENDPOINTS, "", None, None, "20261124T010203Z", "us-east-1"),
    ("two query values", "GET", AWS, ENDPOINTS, "max-results=50&next-token=abc", None, None, "20261124T010203Z", "us-east-1"),
    ("query out of order", "GET", AWS, ENDPOINTS, "next-token=abc&max-results=50", None, None, "20261124T010203Z", "us-east-1"),
    ("reserved characters in a query value", "GET", AWS, ENDPOINTS, "next-token=a%2Bb%2Fc%3D%3D", None, None, "20261124T010203Z", "us-east-1"),
    ("empty query value", "GET", AWS, ENDPOINTS, "next-token=", None, None, "20261124T010203Z", "us-east-1"),
    ("query name without a value", "GET", AWS, ENDPOINTS, "next-token", None, None, "20261124T010203Z", "us-east-1"),
    ("one query name twice", "GET", AWS, "/tags", "b=2&a=2&a=1", None, None, "20261124T010203Z", "us-east-1"),
    ("query names that begin alike", "GET", AWS, "/tags", "ab=1&a=2&a-b=3&A=4", None, None, "20261124T010203Z", "us-east-1"),
    ("unicode in a query value", "GET", AWS, "/tags", "arn=" + quote("日本語 é", safe="-_.~"), None, None, "20261124T010203Z", "us-east-1"),
    ("ARN in a query value", "GET", AWS, "/tags", "arn=" + ENCODED_USER, None, None, "20261124T010203Z", "us-east-1"),
    ("register", "POST", AWS, ENDPOINTS, "", REGISTER, None, "20261124T235959Z", "us-east-1"),
    ("tag with unicode in the body", "POST", AWS, "/tags", "operation=tag-resource", TAGS, None, "20261124T010203Z", "us-east-1"),
    ("update", "PUT", AWS, ENDPOINTS + "/0f1e-2d3c", "", '{"AllowMessages":"NONE"}', None, "20261124T010203Z", "us-east-1"),
    ("empty JSON body", "PUT", AWS, ENDPOINTS + "/0f1e-2d3c", "", "{}", None, "20261124T010203Z", "us-east-1"),
    ("deregister", "DELETE", AWS, ENDPOINTS + "/0f1e-2d3c", "", None, None, "20261124T010203Z", "us-east-1"),
    ("session token", "GET", AWS, ENDPOINTS, "", None, TOKEN, "20261124T010203Z", "us-east-1"),
    ("session token with a body", "POST", AWS, ENDPOINTS, "", REGISTER, TOKEN, "20261124T010203Z", "us-east-1"),
    ("another region", "GET", "https://identity-chime.eu-central-1.amazonaws.com", "/app-instances", "", None, None, "20261124T010203Z", "eu-central-1"),
    ("port in the host", "GET", LOCAL, "/app-instances", "max-results=1", None, None, "20261124T010203Z", "us-east-1"),
    ("the scheme's own port", "GET", "https://localhost:443", "/app-instances", "", None, None, "20261124T010203Z", "us-east-1"),
    ("base path", "GET", LOCAL + "/stage/v1", ENDPOINTS, "", None, None, "20261124T010203Z", "us-east-1"),
    ("IPv6 host", "GET", "http://[::1]:8080", "/app-instances", "", None, None, "20261124T010203Z", "us-east-1"),
    ("raw colons and slashes in the path", "GET", AWS, f"/app-instances/{INSTANCE}", "", None, None, "20261124T010203Z", "us-east-1"),
    ("raw at sign in the path", "GET", AWS, "/app-instance-users/a@b:c", "", None, None, "20261124T010203Z", "us-east-1"),
    ("unicode user id in the path", "GET", AWS, "/app-instance-users/" + quote(USER + "-日本", safe="-_.~"), "", None, None, "20261124T010203Z", "us-east-1"),
    ("unreserved characters in the path", "GET", AWS, "/a-b_c.d~e", "", None, None, "20261124T010203Z", "us-east-1"),
    ("blank and plus in the path", "GET", AWS, "/a%20b/c+d", "", None, None, "20261124T010203Z", "us-east-1"),
    ("dots and empty segments in the path", "GET", AWS, "/a/./b//c/../d/", "", None, None, "20261124T010203Z", "us-east-1"),
    ("no path", "GET", AWS, "/", "", None, None, "20261124T010203Z", "us-east-1"),
    ("leap day", "GET", AWS, f"/app-instances/{ENCODED_INSTANCE}", "", None, None, "20280229T000000Z", "us-east-1"),
]


def vector(name, method, origin, path, query, body, token, date, region):
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
    with mock.patch("botocore.auth.get_current_datetime", lambda: moment):
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
    "vectors": [vector(*case) for case in CASES],
}
path = pathlib.Path(__file__).with_name("sigv4.json")
path.write_text(json.dumps(output, ensure_ascii=False, indent=1) + "\n")
