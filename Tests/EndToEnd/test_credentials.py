"""Keys are found in every place where AWS's own tools find them, and a failure says what to do."""

from __future__ import annotations

import hashlib
import json
import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import botocore.credentials
import botocore.session
import botocore.tokens
import pytest
from drivers.credential_stub import CredentialStub
from drivers.identity import ACCESS_KEY, REGION, SECRET_KEY
from drivers.program import PROGRAM, environment, run
from drivers.service import LocalService
from drivers.terminal import Terminal

_FAR = "2099-01-01T00:00:00Z"
_PAST = "2020-01-01T00:00:00Z"


@pytest.fixture
def stub() -> Iterator[CredentialStub]:
    """Return the services that give keys: those of the local service."""
    with CredentialStub(ACCESS_KEY, SECRET_KEY) as running:
        yield running


@dataclass
class Person:
    """Somebody with a home directory, a stub of AWS and a service."""

    home: Path
    stub: CredentialStub
    service: LocalService

    def write(self, name: str, text: str) -> Path:
        """Write a file into the home directory."""
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def variables(self, **more: str) -> dict[str, str]:
        """Return an environment in which every service of AWS is on this machine."""
        return environment(
            self.home,
            AWS_REGION=REGION,
            AWS_DEFAULT_REGION=REGION,
            AWS_ENDPOINT_URL=self.stub.url,
            AWS_ENDPOINT_URL_CHIME_SDK_IDENTITY=self.service.url,
            **more,
        )


@pytest.fixture
def person(home: Path, stub: CredentialStub, service: LocalService) -> Person:
    """Return somebody whose home directory is empty."""
    return Person(home, stub, service)


def _keys(person: Person, name: str) -> str:
    return f"[{name}]\naws_access_key_id = {ACCESS_KEY}\naws_secret_access_key = {SECRET_KEY}\n"


def _environment(person: Person) -> dict[str, str]:
    return {"AWS_ACCESS_KEY_ID": ACCESS_KEY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY}


def _credentials_file(person: Person) -> dict[str, str]:
    person.write("aws-credentials", _keys(person, "default"))
    return {}


def _config_file(person: Person) -> dict[str, str]:
    person.write("aws-config", _keys(person, "default"))
    return {}


def _process(person: Person) -> dict[str, str]:
    keys = {"Version": 1, "AccessKeyId": ACCESS_KEY, "SecretAccessKey": SECRET_KEY, "Expiration": _FAR}
    answer = person.write("answer.json", json.dumps(keys))
    person.write("aws-config", f"[default]\ncredential_process = cat '{answer}'\n")
    return {}


def _role(person: Person) -> dict[str, str]:
    person.write("aws-credentials", _keys(person, "base"))
    person.write(
        "aws-config",
        "[profile middle]\nrole_arn = arn:aws:iam::111122223333:role/middle\nsource_profile = base\n"
        "[default]\nrole_arn = arn:aws:iam::111122223333:role/support\nsource_profile = middle\n"
        "external_id = a+b c\nduration_seconds = 900\nrole_session_name = ada\n",
    )
    return {}


def _web_identity(person: Person) -> dict[str, str]:
    token = person.write("token", "eyJ.web")
    return {
        "AWS_WEB_IDENTITY_TOKEN_FILE": str(token),
        "AWS_ROLE_ARN": "arn:aws:iam::111122223333:role/web",
        "AWS_ROLE_SESSION_NAME": "ada",
    }


def _sign_in(person: Person, key: str, **token: str) -> None:
    name = hashlib.sha1(key.encode()).hexdigest()
    token = {"startUrl": "x", "region": REGION, "accessToken": "bearer", "expiresAt": _FAR, **token}
    person.write(f".aws/sso/cache/{name}.json", json.dumps(token))


def _sso_session(person: Person) -> dict[str, str]:
    person.write(
        "aws-config",
        "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = us-east-1\n"
        "[default]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Support\n",
    )
    person.stub.bearers.add("bearer")
    _sign_in(person, "corp")
    return {}


def _sso_refreshed(person: Person) -> dict[str, str]:
    variables = _sso_session(person)
    person.stub.bearers.clear()
    _sign_in(
        person,
        "corp",
        expiresAt=_PAST,
        refreshToken="r",
        clientId="c",
        clientSecret="s",
        registrationExpiresAt=_FAR,
    )
    return variables


def _sso_legacy(person: Person) -> dict[str, str]:
    person.write(
        "aws-config",
        "[default]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = us-east-1\n"
        "sso_account_id = 111122223333\nsso_role_name = Support\n",
    )
    person.stub.bearers.add("bearer")
    _sign_in(person, "https://corp.awsapps.com/start")
    return {}


def _container(person: Person) -> dict[str, str]:
    token = person.write("container-token", "container-token")
    return {
        "AWS_CONTAINER_CREDENTIALS_FULL_URI": f"{person.stub.url}/container",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": str(token),
    }


def _instance(person: Person) -> dict[str, str]:
    return {"AWS_EC2_METADATA_DISABLED": "false", "AWS_EC2_METADATA_SERVICE_ENDPOINT": person.stub.url}


@pytest.mark.parametrize(
    ("set_up", "source"),
    [
        (_environment, "environment variables"),
        (_credentials_file, "shared credentials file"),
        (_config_file, "config file"),
        (_process, "credential process"),
        (_role, "assumed role"),
        (_web_identity, "web identity"),
        (_sso_session, "IAM Identity Center"),
        (_sso_refreshed, "IAM Identity Center"),
        (_sso_legacy, "IAM Identity Center"),
        (_container, "container"),
        (_instance, "EC2 instance metadata"),
    ],
)
def test_every_source(
    person: Person, app_instance: str, set_up: Callable[[Person], dict[str, str]], source: str
) -> None:
    """Only this source is there: the doctor names it, its keys are good, and botocore asks the same."""
    more = set_up(person)
    variables = person.variables(**more)

    outcome = run(["doctor", "--output", "json"], variables)

    report = json.loads(outcome.output)
    assert outcome.status == 0, outcome
    assert (report["CredentialSource"], report["AccessKeyId"]) == (source, ACCESS_KEY)
    assert [check["Status"] for check in report["Checks"]] == ["ok"] * 8
    assert SECRET_KEY not in outcome.output.replace(ACCESS_KEY, "")

    calls, person.stub.calls = person.stub.calls, []
    set_up(person)
    cache = str(person.home / ".aws/sso/cache")
    with (
        mock.patch.dict(os.environ, variables, clear=True),
        # botocore looks for the home directory when it is imported.
        mock.patch.object(botocore.credentials.SSOProvider, "_SSO_TOKEN_CACHE_DIR", cache),
        mock.patch.object(botocore.tokens.SSOTokenProvider, "_SSO_TOKEN_CACHE_DIR", cache),
    ):
        keys = botocore.session.Session().get_credentials().get_frozen_credentials()
    assert keys.access_key == ACCESS_KEY
    named = [(action, {k: v for k, v in asked.items() if k != "RoleSessionName"}) for action, asked in calls]
    expected = [
        (action, {k: v for k, v in asked.items() if k != "RoleSessionName"})
        for action, asked in person.stub.calls
    ]
    assert named == expected


def test_a_refreshed_token_is_left_for_the_aws_command_line(person: Person, app_instance: str) -> None:
    """The next program to look finds the new token; nobody else can read it."""
    variables = person.variables(**_sso_refreshed(person))

    assert run(["instances", "list"], variables).status == 0

    (path,) = (person.home / ".aws/sso/cache").iterdir()
    assert json.loads(path.read_text())["accessToken"] == "fresh"
    assert path.stat().st_mode & 0o777 == 0o600


def _role_with_device(person: Person) -> None:
    person.write("aws-credentials", _keys(person, "base"))
    person.write(
        "aws-config",
        "[default]\nrole_arn = arn:aws:iam::111122223333:role/x\nsource_profile = base\n"
        "mfa_serial = arn:aws:iam::111122223333:mfa/ada\n",
    )


def test_the_code_of_a_device_is_asked_for_on_stderr(person: Person, app_instance: str) -> None:
    """In a terminal there is a question; what a script reads stays apart from it."""
    _role_with_device(person)
    output = person.home / "output"
    command = f"exec {PROGRAM} instances list --output jsonl >{output}"
    with Terminal(["/bin/sh", "-c", command], person.variables()) as terminal:
        terminal.wait_for("Code of arn:aws:iam::111122223333:mfa/ada:")
        terminal.type("123456\n")
        assert terminal.wait_for_exit() == 0
    assert json.loads(output.read_text())["AppInstanceArn"] == app_instance
    (call,) = [asked for action, asked in person.stub.calls if action == "AssumeRole"]
    assert (call["SerialNumber"], call["TokenCode"]) == ("arn:aws:iam::111122223333:mfa/ada", "123456")


@pytest.mark.usefixtures("ada")
def test_the_code_of_a_device_is_asked_for_in_a_dialog(person: Person) -> None:
    """Esc gives none, and the screen says so; asked again, the code opens what was asked for."""
    _role_with_device(person)
    with Terminal([str(PROGRAM), "--refresh", "0"], person.variables()) as terminal:
        terminal.wait_for("A code is needed", "arn:aws:iam::111122223333:mfa/ada")
        terminal.press("Esc").wait_for("No code was given")
        terminal.press("r").wait_for("A code is needed")
        terminal.type("123456")
        terminal.press("Enter").wait_for("Ada Lovelace")
        terminal.press("Ctrl-C")
        assert terminal.wait_for_exit() == 0


def _forbidden(person: Person) -> dict[str, str]:
    person.write("aws-credentials", _keys(person, "base"))
    person.write("aws-config", "[default]\nrole_arn = arn:aws:iam::1:role/forbidden\nsource_profile = base\n")
    return {}


def _loop(person: Person) -> dict[str, str]:
    person.write(
        "aws-config",
        "[default]\nrole_arn = arn:1\nsource_profile = b\n[profile b]\nrole_arn = arn:2\n"
        "source_profile = default\n",
    )
    return {}


def _expired_sso(person: Person) -> dict[str, str]:
    variables = _sso_session(person)
    _sign_in(person, "corp", expiresAt=_PAST)
    return variables


def _revoked_sso(person: Person) -> dict[str, str]:
    variables = _sso_session(person)
    person.stub.bearers.clear()
    return variables


def _failing_process(person: Person) -> dict[str, str]:
    person.write("aws-config", "[default]\ncredential_process = sh -c 'echo vault is sealed >&2; exit 2'\n")
    return {}


def _hanging_process(person: Person) -> dict[str, str]:
    person.write("aws-config", "[default]\ncredential_process = sleep 600\n")
    return {}


def _no_region(person: Person) -> dict[str, str]:
    return {**_environment(person), "AWS_REGION": "", "AWS_DEFAULT_REGION": ""}


def _malformed_file(person: Person) -> dict[str, str]:
    person.write("aws-config", "[default\nregion = us-east-1\n")
    return {}


def _unreachable(person: Person) -> dict[str, str]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    return {
        **_environment(person),
        "AWS_ENDPOINT_URL_CHIME_SDK_IDENTITY": f"http://127.0.0.1:{port}",
        "AWS_MAX_ATTEMPTS": "1",
    }


@pytest.mark.parametrize(
    ("set_up", "arguments", "status", "sentence"),
    [
        (lambda _: {}, [], 78, "No AWS credentials were found for the profile 'default'"),
        (_environment, ["--profile", "nobody"], 78, "There is no profile 'nobody'"),
        (_loop, [], 78, "default → b → default build on each other in a circle"),
        (_expired_sso, [], 78, "has expired; run 'aws sso login --profile default'"),
        (_revoked_sso, [], 78, "has expired; run 'aws sso login --profile default'"),
        (_failing_process, [], 78, "has failed: “vault is sealed”"),
        (_hanging_process, [], 78, "did not end within 60 s"),
        (_no_region, [], 78, "No AWS region is set; give --region us-east-1 or set AWS_REGION."),
        (_malformed_file, [], 78, "line 1: the bracket is not closed"),
        (_forbidden, [], 78, "cannot be assumed (AccessDenied, request id 11111111"),
        (_unreachable, [], 69, "nothing answers there"),
    ],
)
def test_failures(
    person: Person,
    set_up: Callable[[Person], dict[str, str]],
    arguments: list[str],
    status: int,
    sentence: str,
) -> None:
    """One line on stderr says what is wrong and what to do, and the exit status says which kind it is."""
    variables = {**person.variables(), **set_up(person)}

    # Longer than a credential process may take.
    outcome = run(["instances", "list", *arguments], variables, within=90)

    assert outcome.status == status, outcome
    assert sentence in outcome.errors
    assert outcome.errors.count("\n") == 1
    assert outcome.output == ""
