"""Lists in pages: nothing twice, nothing lost, and no token but the service's own."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from drivers.identity import create_app_instance, create_user, register_device
from drivers.model import error_of
from drivers.paging import pages


@pytest.fixture
def crowd(client: Any) -> Any:
    """Return an app instance with 23 users."""
    arn = create_app_instance(client, "Crowd")
    for number in range(23):
        create_user(client, arn, f"user-{number:02}", f"User {number:02}")
    yield arn
    client.delete_app_instance(AppInstanceArn=arn)


def _pages(client: Any, app_instance: str, size: int) -> list[list[str]]:
    listing = pages(client, "list_app_instance_users", AppInstanceArn=app_instance, MaxResults=size)
    return [[user["Name"] for user in page["AppInstanceUsers"]] for page in listing]


@pytest.mark.parametrize(("size", "pages"), [(1, 23), (10, 3), (23, 1), (50, 1)])
def test_pages_have_the_size_that_was_asked_for(client: Any, crowd: str, size: int, pages: int) -> None:
    """All pages but the last are full, and together they are the list."""
    found = _pages(client, crowd, size)

    assert len(found) == pages
    assert all(len(page) == size for page in found[:-1])
    names = [name for page in found for name in page]
    assert sorted(names) == [f"User {number:02}" for number in range(23)]


def test_a_user_created_between_two_pages_disturbs_none(client: Any, crowd: str) -> None:
    """Whoever was there at the start is seen exactly once, whatever is added or removed meanwhile."""
    seen: list[str] = []
    request = {"AppInstanceArn": crowd, "MaxResults": 5}
    for turn in range(100):
        page = client.list_app_instance_users(**request)
        seen += [user["AppInstanceUserArn"] for user in page["AppInstanceUsers"]]
        if "NextToken" not in page:
            break
        create_user(client, crowd, f"aaa-{turn}", "Added")
        create_user(client, crowd, f"user-{turn:02}x", "Added")
        client.delete_app_instance_user(AppInstanceUserArn=f"{crowd}/user/aaa-{turn}")
        request["NextToken"] = page["NextToken"]

    for number in range(23):
        assert seen.count(f"{crowd}/user/user-{number:02}") == 1
    assert len(seen) == len(set(seen))


def test_the_last_user_of_a_page_may_be_deleted(client: Any, crowd: str) -> None:
    """The next page starts after where that user was."""
    first = client.list_app_instance_users(AppInstanceArn=crowd, MaxResults=5)
    client.delete_app_instance_user(AppInstanceUserArn=first["AppInstanceUsers"][-1]["AppInstanceUserArn"])

    second = client.list_app_instance_users(AppInstanceArn=crowd, MaxResults=50, NextToken=first["NextToken"])

    assert len(second["AppInstanceUsers"]) == 18


def test_all_three_lists_have_pages(client: Any, crowd: str) -> None:
    """App instances and devices are listed in pages too."""
    user = f"{crowd}/user/user-00"
    devices = {register_device(client, user) for _ in range(3)}
    extra = create_app_instance(client, "Another")
    try:
        instances = list(pages(client, "list_app_instances", MaxResults=1))
    finally:
        client.delete_app_instance(AppInstanceArn=extra)
    arns = [page["AppInstances"][0]["AppInstanceArn"] for page in instances]
    assert len(arns) == len(set(arns))
    assert {crowd, extra} <= set(arns)

    listing = list(pages(client, "list_app_instance_user_endpoints", AppInstanceUserArn=user, MaxResults=2))
    assert [len(page["AppInstanceUserEndpoints"]) for page in listing] == [2, 1]
    assert {item["EndpointId"] for page in listing for item in page["AppInstanceUserEndpoints"]} == devices


def _tampered(token: str) -> list[str]:
    middle = len(token) // 2
    flipped = "A" if token[middle] != "A" else "B"
    return [
        token[:middle] + flipped + token[middle + 1 :],
        token[:-4],
        token + token,
        "",
        "garbage",
        base64.urlsafe_b64encode(b'{"offset":5}').decode(),
    ]


@pytest.mark.parametrize("number", range(6))
def test_a_token_that_was_tampered_with_is_refused(client: Any, crowd: str, number: int) -> None:
    """A token is opaque, and only whole."""
    token = client.list_app_instance_users(AppInstanceArn=crowd, MaxResults=5)["NextToken"]

    request = {"AppInstanceArn": crowd, "MaxResults": 5, "NextToken": _tampered(token)[number]}

    assert error_of(client, "ListAppInstanceUsers", request) == "BadRequestException"


def test_a_token_of_another_list_is_refused(client: Any, crowd: str, app_instance: str) -> None:
    """A token continues the list it came from, and no other."""
    token = client.list_app_instance_users(AppInstanceArn=crowd, MaxResults=5)["NextToken"]

    elsewhere = {"AppInstanceArn": app_instance, "NextToken": token}
    assert error_of(client, "ListAppInstanceUsers", elsewhere) == "BadRequestException"
    assert error_of(client, "ListAppInstances", {"NextToken": token}) == "BadRequestException"
