"""`carillon serve`: one line says where, a few more how to point any AWS SDK at it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from drivers.paging import pages
from drivers.program import environment, run
from drivers.service import LocalService

_ASK = """
import boto3
print(len(boto3.client("chime-sdk-identity").list_app_instances()["AppInstances"]))
"""


def test_the_export_lines_work_as_they_are(service: LocalService, home: Path) -> None:
    """Pasted into a shell, they are all that boto3 needs."""
    printed = service.read_output_until(re.compile(rb"export .*\n(?!.*export )", re.DOTALL))
    exports = "\n".join(line for line in printed.splitlines() if line.lstrip().startswith("export "))

    asked = subprocess.run(
        ["bash", "-c", f'{exports}\nexec "$0" -c "$1"', sys.executable, _ASK],
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (asked.stdout, asked.stderr) == ("0\n", "")


def test_sample_data(tmp_path: Path) -> None:
    """One app instance, sixty users, and devices of every kind."""
    with LocalService(tmp_path, None, "--sample") as service:
        client = service.client()
        (app_instance,) = client.list_app_instances()["AppInstances"]
        listing = pages(client, "list_app_instance_users", AppInstanceArn=app_instance["AppInstanceArn"])
        users = [user for page in listing for user in page["AppInstanceUsers"]]
        devices = [
            client.list_app_instance_user_endpoints(AppInstanceUserArn=user["AppInstanceUserArn"])[
                "AppInstanceUserEndpoints"
            ]
            for user in users
        ]
    every = [device for of_user in devices for device in of_user]

    assert len(users) == 60
    assert {len(of_user) for of_user in devices} >= {0, 10}
    assert {device["Type"] for device in every} == {"APNS", "APNS_SANDBOX", "GCM"}
    assert {device["AllowMessages"] for device in every} == {"ALL", "NONE"}
    assert {device["EndpointState"].get("StatusReason") for device in every} == {
        None,
        "INVALID_DEVICE_TOKEN",
        "INVALID_PINPOINT_ARN",
    }


def test_sample_data_is_not_mixed_with_other_data(tmp_path: Path) -> None:
    """Whoever asks for it is told; for its own database nothing has to be said."""
    log = tmp_path / "service.log"
    for _ in range(2):
        with LocalService(tmp_path, tmp_path / "sample.sqlite", "--sample"):
            pass
    assert log.read_text() == ""

    with LocalService(tmp_path) as service:
        service.client().create_app_instance(Name="Mine", ClientRequestToken="mine")
    with LocalService(tmp_path, None, "--sample") as service:
        (app_instance,) = service.client().list_app_instances()["AppInstances"]

    assert app_instance["Name"] == "Mine"
    assert "service.sqlite holds other data and is left as it is" in log.read_text()


def test_a_port_that_is_taken_is_said_so(service: LocalService, home: Path) -> None:
    """One line, and not a crash."""
    outcome = run(["serve", "--port", str(service.port), "--database", ":memory:"], environment(home))

    assert outcome.status != 0
    assert outcome.output == ""
    assert len(outcome.errors.splitlines()) == 1
    assert str(service.port) in outcome.errors


def test_a_key_pair_of_ones_own(tmp_path: Path) -> None:
    """`--access-key` and `--secret-key` replace `local`."""
    with LocalService(tmp_path, ":memory:", "--access-key", "mine", "--secret-key", "secret") as service:
        client = service.client(access_key="mine", secret_key="secret")

        assert client.list_app_instances()["AppInstances"] == []
