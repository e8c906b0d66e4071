"""What a person has set in config.yaml."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from drivers.devices_page import DevicesPage
from drivers.identity import create_app_instance, create_user, endpoint_of, register_device
from drivers.program import environment, run
from drivers.service import LocalService


def _set(home: Path, text: str) -> Path:
    path = home / "config/carillon/config.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    return path


def test_nothing_has_to_be_set(home: Path) -> None:
    """Without a file everything is as documented, and `config path` says where a file would be."""
    variables = environment(home)
    path = run(["config", "path"], variables)
    assert path.output == f"{home}/config/carillon/config.yaml\n"

    shown = run(["config", "show", "--output", "json"], variables)
    rows = {row["Name"]: (row["Value"], row["Source"]) for row in json.loads(shown.output)["Settings"]}
    assert rows["refresh"] == ("15", "default")
    assert rows["confirm"] == ("destructive", "default")
    assert rows["colors.good"] == ("green", "default")


def test_every_value_has_a_source(home: Path) -> None:
    """The command line comes before the environment, that before the file, and the file before the rest."""
    path = _set(home, "refresh: 30\nread_only: false\nkeys:\n  undo: [z, F9]\noutput: csv\n")
    shown = run(["config", "show", "--read-only"], environment(home, NO_COLOR="1"))
    assert shown.status == 0
    lines = shown.output.splitlines()
    assert lines[0] == "Name,Value,Source"
    assert f'refresh,30,"{path}, line 1"' in lines
    assert "read_only,true,'--read-only" in lines
    assert "no_color,true,NO_COLOR" in lines
    assert f'keys.undo,z F9,"{path}, line 4"' in lines
    assert "confirm,destructive,default" in lines


def test_a_mistake_is_told_before_anything_happens(home: Path, service: LocalService, ada: str) -> None:
    """One line with the place and the nearest name, status 78, and no screen is taken over."""
    path = _set(home, "# mine\nrefesh: 30\n")
    variables = service.environment(home)
    sentence = f"{path}, line 2: there is no setting 'refesh'; did you mean 'refresh'?"
    for arguments in (
        ["--user", "ada"],
        ["endpoints", "list", "--user", ada],
        ["config", "show"],
        ["config", "keys"],
    ):
        outcome = run(arguments, variables)
        assert (outcome.status, outcome.output, outcome.errors) == (78, "", f"carillon: {sentence}\n")

    examined = run(["doctor", "--output", "json"], variables)
    assert examined.status == 78
    checks = {check["Name"]: check for check in json.loads(examined.output)["Checks"]}
    assert checks["Settings"]["Detail"] == sentence
    assert checks["Region"]["Status"] == "ok", "what else there is to know is told all the same"


def test_a_file_that_cannot_be_read(home: Path) -> None:
    """Bytes that are no text are refused with the path."""
    _set(home, "").write_bytes(b"refresh: \xff\n")
    outcome = run(["config", "show"], environment(home))
    assert outcome.status == 78
    assert "is not UTF-8 text" in outcome.errors


def test_the_screens_follow_the_settings(open_carillon: Any, client: Any, ada: str, home: Path) -> None:
    """Other keys, other colours, and a question before every write."""
    endpoint = register_device(client, ada)
    _set(home, "confirm: always\ncolors:\n  good: bold magenta\nkeys:\n  device.toggle-allow: M\n")
    terminal = open_carillon("--user", "ada", "--refresh", "0")
    DevicesPage(terminal).wait()
    terminal.wait_for("M allow/mute")
    place = terminal.find("● ACTIVE")
    cell = terminal.screen.buffer[place.row][place.column]
    assert (cell.fg, cell.bold) == ("magenta", True)

    terminal.press("M").wait_for("Mute the device?", "AllowMessages  ALL → NONE")
    assert endpoint_of(client, ada, endpoint)["AllowMessages"] == "ALL"
    terminal.press("y").wait_for("Muted “iPhone 15”")
    assert endpoint_of(client, ada, endpoint)["AllowMessages"] == "NONE"


def test_read_only_and_no_color_can_be_set_for_good(
    open_carillon: Any, client: Any, ada: str, home: Path, service: LocalService
) -> None:
    """The screen says so, and commands refuse as well."""
    endpoint = register_device(client, ada)
    _set(home, "read_only: true\nno_color: true\n")
    terminal = open_carillon("--user", "ada", "--refresh", "0")
    DevicesPage(terminal).wait()
    terminal.wait_for("READ-ONLY")
    place = terminal.find("● ACTIVE")
    assert terminal.screen.buffer[place.row][place.column].fg == "default"
    terminal.press("a").wait_for("read_only in config.yaml")

    update = ["endpoints", "update", endpoint, "--user", ada, "--allow-messages", "NONE"]
    for more in ([], ["--dry-run"]):
        outcome = run([*update, *more], service.environment(home))
        assert outcome.status == 77
        assert "read_only in config.yaml" in outcome.errors
    assert endpoint_of(client, ada, endpoint)["AllowMessages"] == "ALL"


@pytest.mark.usefixtures("ada")
def test_a_bare_id_is_enough_where_an_app_instance_is_set(
    open_carillon: Any, client: Any, app_instance: str, home: Path, service: LocalService
) -> None:
    """Also where there are several, in commands and on the screen."""
    other = create_app_instance(client, "Other")
    create_user(client, other, "ada", "Ada of the other app")
    list_users = ["users", "list", "--output", "csv"]
    assert run(list_users, service.environment(home)).status == 64

    _set(home, f"app_instance: {app_instance}\n")
    users = run(list_users, service.environment(home))
    assert (users.status, users.errors) == (0, "")
    assert "Ada Lovelace" in users.output
    terminal = open_carillon("--user", "ada")
    terminal.wait_for("Ada Lovelace", "Devices 0")
