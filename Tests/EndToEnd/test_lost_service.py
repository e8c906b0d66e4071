"""The service goes away in the middle of a call, and comes back."""

from __future__ import annotations

from typing import Any

from drivers.devices_page import DevicesPage
from drivers.identity import create_app_instance, register_device
from drivers.service import LocalService

#: Since when the service is gone, and of when the rows are.
_STALE = r"Since \d\d:\d\d:\d\d\b(.|\n)*What you see is of \d\d:\d\d:\d\d"


def test_rows_stay_and_r_recovers(open_carillon: Any, service: LocalService, client: Any, ada: str) -> None:
    """The last good rows stay, a line says how old they are and what to do."""
    register_device(client, ada, Name="iPhone 15")
    terminal = open_carillon("--user", "ada", "--refresh", "0", AWS_MAX_ATTEMPTS="1")
    page = DevicesPage(terminal).wait()

    service.kill()
    terminal.press("r").wait_for_line(_STALE)
    page.wait_for_names("iPhone 15")
    message = [line for line in terminal.text.splitlines() if "connect" in line.lower()]
    assert message, f"nothing says what went wrong:\n{terminal.text}"

    service.start()
    register_device(client, ada, Name="New phone")
    terminal.press("r").wait_for("New phone")
    page.wait_for_names("iPhone 15", "New phone")
    assert page.cursor == "iPhone 15"
    assert not set(message) & set(terminal.text.splitlines())


def test_a_write_that_fails_says_so_and_changes_nothing(
    open_carillon: Any, service: LocalService, client: Any, ada: str
) -> None:
    """A mute that did not get through is not shown as one."""
    register_device(client, ada, Name="iPhone 15")
    terminal = open_carillon("--user", "ada", "--refresh", "0", AWS_MAX_ATTEMPTS="1")
    page = DevicesPage(terminal).wait()

    service.kill()
    terminal.press("a").wait_for_line("(?i)connect")

    terminal.wait_until(lambda _: page.value("iPhone 15", "ALLOW") == "ALL", "the old value")


def test_starting_without_a_service_says_what_to_do(open_carillon: Any, service: LocalService) -> None:
    """No rows to keep: the screen itself tells what is wrong, and `r` tries again."""
    service.kill()
    terminal = open_carillon("--user", "ada", AWS_MAX_ATTEMPTS="1")
    terminal.wait_for_line("(?i)connect")

    service.start()
    client = service.client()
    user = client.create_app_instance_user(
        AppInstanceArn=create_app_instance(client), AppInstanceUserId="ada", Name="Ada Lovelace"
    )["AppInstanceUserArn"]
    register_device(client, user, Name="iPhone 15")
    terminal.press("r")

    assert DevicesPage(terminal).wait().names == ["iPhone 15"]
