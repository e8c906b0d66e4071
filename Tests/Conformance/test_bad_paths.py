"""Paths that want to be elsewhere: nothing but the very resource that a path names is shown or changed."""

from __future__ import annotations

import json
from urllib.parse import quote, urlsplit

import pytest
from drivers.bad_requests import JSON, exchange
from drivers.raw import RawRequest
from drivers.raw_socket import with_length
from drivers.service import LocalService

pytestmark = pytest.mark.usefixtures("unharmed")

_PATHS = [
    "/..",
    "/../app-instances",
    "/./app-instances",
    "//app-instances",
    "///app-instances",
    "/app-instances/",
    "/app-instances//",
    "/app-instances/.",
    "/app-instances/..",
    "/app-instances/%2e",
    "/app-instances/%2e%2e",
    "/app-instances/%2E%2E/app-instances",
    "/app-instances/../app-instances",
    "/app-instances/x/../..",
    "/app-instances%2f",
    "/app-instances%00",
    "/app-instances%20",
    "/app-instances;x=y",
    "/app-instances#",
    "/app-instances#?max-results=1",
    "/app-instances\\",
    "/app-instances\\..\\app-instances",
    "/app-instances\t",
    "/app-instances\0",
    "/app-instances\x7f",
    "/app-instances\xff",
    "/app-instances/\xc0\xae\xc0\xae",
    "/%61pp-instances",
    "/APP-INSTANCES",
    "/app-instances/%",
    "/app-instances/%zz",
    "/app-instances/%2",
    "/app-instances/%%32%65",
    "/app-instances/%c0%ae%c0%ae",
    "/app-instances/%ff",
    "/app-instances/%00",
    "/app-instances/%0d%0aX-Sparkle:%201",
    "/app-instances?max-results=%zz",
    "/app-instances?max-results=%",
    "/app-instances?max-results=1%00",
    "/app-instances?next-token=%ff",
    "/app-instances?next-token=%00",
    "/app-instances?max-results=1&max-results=many",
    "/app-instance-users?app-instance-arn=%00",
    "/app-instance-users?app-instance-arn={app_instance}%00",
    "/app-instance-users?app-instance-arn={app_instance}%00x",
    "/app-instance-users?app-instance-arn={twice_app_instance}",
    "/app-instance-users/..",
    "/app-instance-users/%2e%2e/endpoints",
    "/app-instance-users/%252e%252e/endpoints",
    "/app-instance-users/../endpoints",
    "/app-instance-users/%2fendpoints",
    "/app-instance-users//endpoints",
    "/app-instance-users/{user}/",
    "/app-instance-users/{user}//endpoints",
    "/app-instance-users/x/../{user}",
    "/app-instance-users/./{user}",
    "/app-instance-users/{user}/.",
    "/app-instance-users/{user}/endpoints/..",
    "/app-instance-users/{user}%2fendpoints",
    "/app-instance-users/{user}%2f..",
    "/app-instance-users/{user}%00",
    "/app-instance-users/{user}%00x",
    "/app-instance-users/{user}%2500",
    "/app-instance-users/{user}%20",
    "/app-instance-users/%20{user}",
    "/app-instance-users/{user}%0a",
    "/app-instance-users/{user}%",
    "/app-instance-users/{user}%c0%80",
    "/app-instance-users/{user}\\",
    "/app-instance-users/{user};x",
    "/app-instance-users/{twice_user}",
    "/app-instance-users/{user}%00/endpoints",
    "/app-instance-users/{twice_user}/endpoints",
    "/app-instance-users/{user}/endpoints/{device}%00",
    "/app-instance-users/{user}/endpoints/{device}%00x",
    "/app-instance-users/{user}/endpoints/{device}%2500",
    "/app-instance-users/{user}/endpoints/{device}%2f",
    "/app-instance-users/{user}/endpoints/{device}/",
    "/app-instance-users/{user}/endpoints/x/../{device}",
    "/app-instance-users/{user}/endpoints/{device}%20",
    "/app-instance-users/{user}/endpoints//{device}",
    "/tags?arn={user}%00",
    "/tags?arn={user}%00x",
    "/tags?arn={twice_user}",
    "/tags/?arn={user}",
    "/_carillon/../app-instances",
    "/_carillon/%2e%2e/app-instances",
    "/_carillon/health/../../app-instances",
    "/_carillon//health",
    "/_carillon/health%00",
    "/_carillon/./health",
    "/%5fcarillon/health",
    "/_carillon",
    "/_carillon\\health",
    "//example.org/app-instances",
]


#: What stands where a path should, and the path that it is signed with.
_NO_PATHS = {
    "http://127.0.0.1/../app-instances": "/app-instances",
    "file:///etc/passwd": "/etc/passwd",
    "example.org:80": "/",
    "\\app-instances": "/app-instances",
    "app-instances": "/app-instances",
    "?max-results=1": "/?max-results=1",
    "*": "/",
}


@pytest.mark.parametrize(
    ("target", "signed"),
    [*((path, path) for path in _PATHS), *_NO_PATHS.items()],
    ids=[*_PATHS, *_NO_PATHS],
)
def test_a_path_that_wants_to_be_elsewhere(
    service: LocalService, app_instance: str, user: str, device: str, target: str, signed: str
) -> None:
    """Dots, doubled slashes, NUL and what is encoded twice lead nowhere, whatever is asked."""
    once = {"app_instance": quote(app_instance, safe=""), "user": quote(user, safe=""), "device": device}
    names = {**once, **{f"twice_{name}": quote(encoded, safe="") for name, encoded in once.items()}}
    change = json.dumps({"Name": "Grace Hopper", "Metadata": "changed", "AllowMessages": "NONE"}).encode()
    for method, body in [("GET", b""), ("DELETE", b""), ("PUT", change), ("POST", change)]:
        request = RawRequest(method, signed.format(**names), body, dict(JSON)).signed(service.url)
        request.path = target.format(**names)

        answer = exchange(service, with_length(request, service.url))

        assert answer is None or answer.status in (400, 403, 404), (method, answer)


def test_a_target_with_a_host(service: LocalService) -> None:
    """Every server has to take it (RFC 9112, section 3.2.2)."""
    request = RawRequest("GET", "/app-instances").signed(service.url)
    request.path = f"http://{urlsplit(service.url).netloc}/app-instances"

    answer = exchange(service, with_length(request, service.url))

    assert answer.status == 200


@pytest.mark.parametrize("way", ["../app-instances", "%2e%2e/app-instances", "..%2fapp-instances"])
def test_the_control_desk_is_no_way_to_the_operations(service: LocalService, way: str) -> None:
    """Nothing is signed there."""
    request = RawRequest("GET", f"/_carillon/{way}")

    answer = exchange(service, with_length(request, service.url))

    assert answer.status in (400, 403, 404)


@pytest.mark.parametrize("after", ["%00", "%00x", "%2500", "%20", "%", "%2f", "%c0%80"])
def test_the_state_of_a_device_with_something_after_its_id(
    service: LocalService, device: str, after: str
) -> None:
    """The id of a device is the whole of it."""
    body = b'{"Status": "INACTIVE", "StatusReason": "INVALID_DEVICE_TOKEN"}'
    request = RawRequest("POST", f"/_carillon/endpoints/{device}{after}/state", body, dict(JSON))

    answer = exchange(service, with_length(request, service.url))

    assert answer.status in (400, 404)
