"""The commands, in a script: data on stdout, one line on stderr, and an exit status that says what."""

from __future__ import annotations

import csv
import datetime
import io
import json
from pathlib import Path
from typing import Any

import pytest
from drivers.aws_cli import AwsCli
from drivers.identity import create_user, endpoint_of, register_device, tags_of
from drivers.program import Outcome, environment, run
from drivers.service import LocalService
from drivers.stub import StubService


class Carillon:
    """The program with the environment of somebody whose service is `service`."""

    def __init__(self, service: LocalService, home: Path) -> None:
        """Run in the environment that AWS's tools go by."""
        self._variables = service.environment(home)

    def attempt(self, *arguments: str, **variables: str) -> Outcome:
        """Run a command, whatever comes of it."""
        return run(list(arguments), {**self._variables, **variables})

    def __call__(self, *arguments: str) -> str:
        """Run a command that has to succeed in silence, and return what it printed."""
        outcome = self.attempt(*arguments)
        assert (outcome.status, outcome.errors) == (0, "")
        return outcome.output


@pytest.fixture
def carillon(service: LocalService, home: Path) -> Carillon:
    """Return the program."""
    return Carillon(service, home)


def _instants(value: Any) -> Any:
    """Return a JSON value with every time as milliseconds, whatever form it came in."""
    if isinstance(value, list):
        return [_instants(item) for item in value]
    if isinstance(value, dict):
        return {
            key: _milliseconds(item) if key.endswith("Timestamp") else _instants(item)
            for key, item in value.items()
        }
    return value


def _milliseconds(moment: str | float) -> int:
    if isinstance(moment, str):
        moment = datetime.datetime.fromisoformat(moment.replace("Z", "+00:00")).timestamp()
    return round(moment * 1000)


# Reading


def test_json_is_what_the_aws_cli_prints(
    carillon: Carillon, service: LocalService, client: Any, app_instance: str, ada: str, tmp_path: Path
) -> None:
    """Names, nesting and values are AWS's own, so that a script does not care which tool it reads."""
    endpoint = register_device(client, ada, Name="iPhone 15")
    register_device(client, ada, Name="中文", AllowMessages="NONE")
    client.tag_resource(ResourceARN=ada, Tags=[{"Key": "tier", "Value": "gold"}])
    aws = AwsCli(service, tmp_path)
    of_user = ["--app-instance-user-arn", ada]
    pairs = [
        (["instances", "list"], ["list-app-instances"]),
        (["instances", "show", app_instance], ["describe-app-instance", "--app-instance-arn", app_instance]),
        (
            ["users", "list", "--app-instance", app_instance],
            ["list-app-instance-users", "--app-instance-arn", app_instance],
        ),
        (["users", "show", ada], ["describe-app-instance-user", *of_user]),
        (["endpoints", "list", "--user", ada], ["list-app-instance-user-endpoints", *of_user]),
        (
            ["endpoints", "show", endpoint, "--user", ada],
            ["describe-app-instance-user-endpoint", *of_user, "--endpoint-id", endpoint],
        ),
        (["tags", "list", ada], ["list-tags-for-resource", "--resource-arn", ada]),
    ]
    for ours, theirs in pairs:
        assert _instants(json.loads(carillon(*ours, "--output", "json"))) == _instants(aws.run(*theirs)), ours


def test_times_in_json_are_iso_8601(carillon: Carillon, ada: str) -> None:
    """In UTC and with milliseconds."""
    shown = json.loads(carillon("users", "show", ada, "--output", "json"))

    created = shown["AppInstanceUser"]["CreatedTimestamp"]
    assert datetime.datetime.strptime(created, "%Y-%m-%dT%H:%M:%S.%fZ")
    assert len(created) == len("2026-01-04T09:12:00.000Z")


def test_json_lines_are_one_item_each(carillon: Carillon, client: Any, ada: str) -> None:
    """Fit for line-wise tools."""
    endpoints = {register_device(client, ada) for _ in range(3)}

    lines = carillon("endpoints", "list", "--user", ada, "--output", "jsonl").splitlines()

    assert {json.loads(line)["EndpointId"] for line in lines} == endpoints


def test_csv_is_read_by_a_csv_reader(carillon: Carillon, client: Any, ada: str) -> None:
    """Commas, quotes and line breaks in a name stay in the name."""
    name = 'Ada\'s "new" phone,\nwith a line break'
    endpoint = register_device(client, ada, Name=name)

    rows = list(csv.DictReader(io.StringIO(carillon("endpoints", "list", "--user", ada, "--output", "csv"))))

    assert [(row["EndpointId"], row["Name"]) for row in rows] == [(endpoint, name)]


def test_a_table_is_for_people(carillon: Carillon, client: Any, ada: str) -> None:
    """Aligned, harmless, and without colour where it does not go to a terminal."""
    register_device(client, ada, Name="\x1b[2Jboo")
    register_device(client, ada, Name="中文")

    table = carillon("endpoints", "list", "--user", ada, "--output", "table")

    assert "\x1b" not in table
    assert "中文" in table
    assert table.splitlines()[0].split()[0] == "NAME"


def test_a_bare_user_id_is_enough_with_one_app_instance(carillon: Carillon, client: Any, ada: str) -> None:
    """Nobody types ARNs."""
    endpoint = register_device(client, ada)

    listed = json.loads(carillon("endpoints", "list", "--user", "ada", "--output", "json"))

    assert [item["EndpointId"] for item in listed["AppInstanceUserEndpoints"]] == [endpoint]


def test_a_list_has_every_page(carillon: Carillon, client: Any, app_instance: str) -> None:
    """Lists follow the pages by themselves, and `--max-items` stops early."""
    for number in range(60):
        create_user(client, app_instance, f"user-{number:02}")
    listing = ["users", "list", "--app-instance", app_instance, "--output", "json"]

    everyone = json.loads(carillon(*listing))
    some = json.loads(carillon(*listing, "--max-items", "7"))

    assert len(everyone["AppInstanceUsers"]) == 60
    assert "NextToken" not in everyone
    assert some["AppInstanceUsers"] == everyone["AppInstanceUsers"][:7]


# Writing


def test_tags_are_set_and_removed(carillon: Carillon, client: Any, ada: str) -> None:
    """`tags set` adds and changes, `tags remove` removes, and neither touches other tags."""
    client.tag_resource(ResourceARN=ada, Tags=[{"Key": "tier", "Value": "gold"}])

    carillon("tags", "set", ada, "ticket=48211", "note=a=b")
    assert tags_of(client, ada) == {"tier": "gold", "ticket": "48211", "note": "a=b"}

    carillon("tags", "remove", ada, "note", "tier")
    assert tags_of(client, ada) == {"ticket": "48211"}


def test_a_device_is_muted(carillon: Carillon, client: Any, ada: str) -> None:
    """`endpoints update` changes what it is told and nothing else."""
    endpoint = register_device(client, ada, Name="iPhone 15")

    carillon("endpoints", "update", endpoint, "--user", ada, "--allow-messages", "NONE")

    described = endpoint_of(client, ada, endpoint)
    assert (described["Name"], described["AllowMessages"]) == ("iPhone 15", "NONE")


# Failing


def _assert_refused(outcome: Outcome, status: int, *words: str) -> None:
    """Fail unless the command ended with `status` and one line that contains `words`."""
    assert outcome.status == status, outcome
    assert outcome.output == ""
    assert len(outcome.errors.splitlines()) == 1, outcome.errors
    for word in words:
        assert word in outcome.errors


def test_bad_usage_is_64(carillon: Carillon) -> None:
    """An option that does not exist."""
    outcome = carillon.attempt("endpoints", "list", "--sparkle")

    assert (outcome.status, outcome.output) == (64, "")
    assert "--sparkle" in outcome.errors


def test_bad_input_is_65(carillon: Carillon, ada: str) -> None:
    """A value that the model forbids is refused before it is sent, by the name of the parameter."""
    _assert_refused(carillon.attempt("tags", "set", ada, f"tier={'x' * 257}"), 65, "Value", "256")


def test_an_unreachable_service_is_69(carillon: Carillon, service: LocalService, ada: str) -> None:
    """Nobody listens."""
    service.kill()

    _assert_refused(carillon.attempt("endpoints", "list", "--user", ada), 69, f"127.0.0.1:{service.port}")


def test_a_failing_service_is_69(carillon: Carillon, ada: str) -> None:
    """It answers, and fails each time."""
    with StubService(500, "ServiceFailureException", "Out of order") as stub:
        outcome = carillon.attempt(
            "endpoints", "list", "--user", ada, AWS_ENDPOINT_URL_CHIME_SDK_IDENTITY=stub.url
        )

    _assert_refused(outcome, 69, "ServiceFailureException", "11111111-2222-3333-4444-555555555555")


def test_a_throttling_service_is_75(carillon: Carillon, ada: str) -> None:
    """Try later, says the status."""
    with StubService(429, "ThrottledClientException", "Too many requests") as stub:
        outcome = carillon.attempt(
            *("endpoints", "list", "--user", ada),
            AWS_ENDPOINT_URL_CHIME_SDK_IDENTITY=stub.url,
            AWS_MAX_ATTEMPTS="1",
        )

    _assert_refused(outcome, 75, "ThrottledClientException")


def test_a_wrong_key_is_77(carillon: Carillon, ada: str) -> None:
    """Refused, with the code of the service."""
    outcome = carillon.attempt("endpoints", "list", "--user", ada, AWS_SECRET_ACCESS_KEY="wrong")

    _assert_refused(outcome, 77, "InvalidSignatureException")
    assert "wrong" not in outcome.errors


def test_an_unknown_user_is_77(carillon: Carillon, ada: str) -> None:
    """What does not exist is forbidden."""
    outcome = carillon.attempt("endpoints", "list", "--user", f"{ada}-nobody")

    _assert_refused(outcome, 77, "ForbiddenException")


@pytest.mark.parametrize("missing", ["AWS_ACCESS_KEY_ID", "AWS_REGION"])
def test_missing_configuration_is_78(service: LocalService, home: Path, ada: str, missing: str) -> None:
    """No credentials or no region: the line says which, and where they are looked for."""
    variables = service.environment(home)
    del variables[missing]

    outcome = run(["endpoints", "list", "--user", ada], variables)

    _assert_refused(outcome, 78, "credentials" if missing == "AWS_ACCESS_KEY_ID" else "region")


# Help


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["browse"],
        ["serve"],
        *([noun] for noun in ("instances", "users", "endpoints", "tags")),
        *(["endpoints", verb] for verb in ("list", "show", "register", "update", "deregister")),
        *([noun, verb] for noun in ("instances", "users") for verb in ("list", "show", "create")),
        *([noun, verb] for noun in ("instances", "users") for verb in ("update", "delete")),
        *(["tags", verb] for verb in ("list", "set", "remove")),
    ],
    ids=" ".join,
)
def test_everything_has_help(home: Path, command: list[str]) -> None:
    """`--help` needs no configuration."""
    outcome = run([*command, "--help"], environment(home))

    assert (outcome.status, outcome.errors) == (0, "")
    assert "USAGE: carillon" in outcome.output
