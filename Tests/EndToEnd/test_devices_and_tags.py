"""A customer is on the phone: which devices, why is one silent, mute it, note it down."""

from __future__ import annotations

from typing import Any

from drivers.devices_page import DevicesPage
from drivers.identity import endpoint_of, fcm_token, register_device, tags_of


def test_devices_that_boto3_registered_are_shown(open_carillon: Any, client: Any, ada: str) -> None:
    """Each with its state, and the reason where it is silent."""
    register_device(client, ada, Name="iPhone 15")
    register_device(client, ada, Name="Pixel 8", Type="GCM", EndpointAttributes={"DeviceToken": fcm_token()})
    register_device(client, ada, Name="Old build", EndpointAttributes={"DeviceToken": "no token"})
    register_device(client, ada, Name="iPad mini", AllowMessages="NONE")

    terminal = open_carillon("--user", "ada")
    page = DevicesPage(terminal).wait()

    terminal.wait_for("Users › Ada Lovelace › Devices 4")
    assert sorted(page.names) == ["Old build", "Pixel 8", "iPad mini", "iPhone 15"]
    assert page.value("iPhone 15", "STATUS") == "● ACTIVE"
    assert page.value("Old build", "STATUS").split() == ["○", "INACTIVE", "INVALID_DEVICE_TOKEN"]
    assert page.value("iPad mini", "ALLOW") == "NONE"
    assert page.value("Pixel 8", "TYPE") == "GCM"


def test_the_detail_pane_explains_a_silent_device(open_carillon: Any, client: Any, ada: str) -> None:
    """What it means, what to do, and no more of the token than its end."""
    token = "not-a-token-of-apple-3f9a"
    endpoint = register_device(client, ada, Name="Pixel 8", EndpointAttributes={"DeviceToken": token})

    terminal = open_carillon("--user", "ada")

    terminal.wait_for("What it means", "What to do", endpoint, "••3f9a")
    assert token not in terminal.text


def test_muting_and_undoing(open_carillon: Any, client: Any, ada: str) -> None:
    """`a` mutes the device under the cursor for everyone to see, `u` takes it back."""
    endpoint = register_device(client, ada)
    terminal = open_carillon("--user", "ada")
    page = DevicesPage(terminal).wait()
    assert page.value("iPhone 15", "ALLOW") == "ALL"

    terminal.press("a")
    _wait_until_allowed(terminal, client, ada, endpoint, "NONE")
    terminal.press("u")
    _wait_until_allowed(terminal, client, ada, endpoint, "ALL")


def _wait_until_allowed(terminal: Any, client: Any, user: str, endpoint: str, expected: str) -> None:
    """Wait until both the screen and boto3 see `expected`."""
    page = DevicesPage(terminal)
    terminal.wait_until(
        lambda _: (
            page.value("iPhone 15", "ALLOW") == expected
            and endpoint_of(client, user, endpoint)["AllowMessages"] == expected
        ),
        f"AllowMessages {expected} on the screen and in the service",
    )


def test_a_tag_added_in_the_editor_reaches_the_service(open_carillon: Any, client: Any, ada: str) -> None:
    """`t`, `+`, the key, Tab, the value, Enter, Ctrl-S."""
    register_device(client, ada)
    client.tag_resource(ResourceARN=ada, Tags=[{"Key": "tier", "Value": "gold"}])
    terminal = open_carillon("--user", "ada")
    DevicesPage(terminal).wait()

    terminal.press("t").wait_for("Tags").wait_for_line(r"tier\s+gold")
    terminal.press("+").type("ticket").press("Tab").type("48211").press("Enter")
    terminal.wait_for_line(r"ticket\s+48211")
    assert tags_of(client, ada) == {"tier": "gold"}

    terminal.press("Ctrl-S").wait_until(
        lambda _: tags_of(client, ada) == {"tier": "gold", "ticket": "48211"}, "the tag in the service"
    )


def test_a_change_from_elsewhere_shows_after_r_and_leaves_the_cursor(
    open_carillon: Any, client: Any, ada: str
) -> None:
    """The order changes, and the cursor stays with its device."""
    moved = register_device(client, ada, Name="Alpha")
    register_device(client, ada, Name="Bravo")
    register_device(client, ada, Name="Charlie")
    terminal = open_carillon("--user", "ada", "--refresh", "0")
    page = DevicesPage(terminal).wait().move_to("Bravo")

    client.update_app_instance_user_endpoint(AppInstanceUserArn=ada, EndpointId=moved, Name="Zulu")
    terminal.press("r").wait_for("Zulu")

    page.wait_for_names("Bravo", "Charlie", "Zulu")
    assert page.cursor == "Bravo"


def test_a_change_from_elsewhere_shows_by_itself(open_carillon: Any, client: Any, ada: str) -> None:
    """With a refresh every second nobody has to press anything."""
    register_device(client, ada, Name="Alpha")
    terminal = open_carillon("--user", "ada", "--refresh", "1")
    DevicesPage(terminal).wait()

    register_device(client, ada, Name="Bravo")

    terminal.wait_for("Bravo", "Devices 2")


def test_from_the_picker_to_a_muted_device(
    open_carillon: Any, client: Any, app_instance: str, ada: str
) -> None:
    """`/`, part of the name, Enter, Enter, `a`."""
    for number in range(30):
        client.create_app_instance_user(
            AppInstanceArn=app_instance, AppInstanceUserId=f"other-{number}", Name=f"Other {number:02}"
        )
    endpoint = register_device(client, ada)
    terminal = open_carillon()
    terminal.wait_for("Users", "Ada Lovelace", "Other 00")

    terminal.press("/").type("love").wait_until_gone("Other 00")
    terminal.press("Enter", "Enter")
    DevicesPage(terminal).wait()
    terminal.press("a")

    _wait_until_allowed(terminal, client, ada, endpoint, "NONE")


def test_read_only_refuses_to_write(open_carillon: Any, client: Any, ada: str) -> None:
    """Nothing that changes anything leaves the program, and it says why."""
    endpoint = register_device(client, ada)
    terminal = open_carillon("--user", "ada", "--read-only")
    page = DevicesPage(terminal).wait()
    terminal.wait_for("READ-ONLY")

    terminal.press("a").wait_for_line("(?i)read-only[^│]*(refuse|write|change)")

    assert page.value("iPhone 15", "ALLOW") == "ALL"
    assert endpoint_of(client, ada, endpoint)["AllowMessages"] == "ALL"


def test_a_device_is_deregistered_only_after_a_confirmation(
    open_carillon: Any, client: Any, ada: str
) -> None:
    """`D` asks, and Enter on the focused Cancel changes nothing."""
    register_device(client, ada, Name="Alpha")
    register_device(client, ada, Name="Bravo")
    terminal = open_carillon("--user", "ada")
    page = DevicesPage(terminal).wait()

    terminal.press("D").wait_for("Cancel")
    terminal.press("Enter").wait_until_gone("Cancel")
    page.wait_for_names("Alpha", "Bravo")

    terminal.press("D").wait_for("Cancel")
    terminal.press("Tab", "Enter").wait_for("Devices 1")
    page.wait_for_names("Bravo")
