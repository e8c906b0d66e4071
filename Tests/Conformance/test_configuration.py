"""Profiles, regions, endpoint URLs and credential sources, beside botocore on the same files."""

from __future__ import annotations

import json
import os
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import botocore.exceptions
import botocore.session
import pytest
from drivers.program import environment, run

#: Enough for every pair of choices below to meet several times.
_COUNT = 500
_SEED = 20261124

#: What botocore calls the sources.
_SOURCES = {
    "env": "environment variables",
    "assume-role": "assumed role",
    "assume-role-with-web-identity": "web identity",
    "sso": "IAM Identity Center",
    "shared-credentials-file": "shared credentials file",
    "custom-process": "credential process",
    "config-file": "config file",
}

_KNOWN_DIFFERENCES = [
    "AWS_REGION comes before AWS_DEFAULT_REGION, as in the AWS CLI 2 and the other SDKs; botocore reads the "
    "latter alone.",
    "Cached tokens, token files and source profiles are looked at when keys are looked for; botocore waits "
    "for the first request. Both name the same source.",
]


@dataclass(frozen=True)
class Surroundings:
    """One combination of files, variables and flags."""

    config: str
    credentials: str
    variables: dict[str, str]
    profile: str | None

    def described(self) -> str:
        """Return all of it, to be tried by hand."""
        return (
            f"--profile {self.profile}\n{self.variables}\n"
            f"--- config\n{self.config}--- credentials\n{self.credentials}"
        )


@dataclass(frozen=True)
class Findings:
    """What was made of it. The endpoint is not known where botocore makes no client."""

    region: str | None
    endpoint: str | None
    source: str | None
    access_key: str | None
    is_refused: bool


def _surroundings(choose: random.Random, process: Path) -> Surroundings:
    """Make up one combination."""

    def maybe(probability: float, *lines: str) -> str:
        return "".join(f"{line}\n" for line in lines) if choose.random() < probability else ""

    def keys(name: str) -> str:
        return (
            maybe(0.99, f"aws_access_key_id = {name.upper()}")
            + maybe(0.99, f"aws_secret_access_key={name}-secret")
            + maybe(0.3, f"aws_session_token  =  {name}-token")
        )

    def profile_body(name: str) -> str:
        return (
            maybe(
                0.5, f"region = {choose.choice(['us-east-1', 'eu-central-1', 'us-gov-west-1', 'cn-north-1'])}"
            )
            + (keys(f"{name}config") if choose.random() < 0.3 else "")
            + maybe(0.2, f"credential_process = {process} '{name} process'")
            + maybe(
                0.25,
                f"role_arn = arn:aws:iam::111122223333:role/{name}",
                choose.choice(
                    [
                        "source_profile = default",
                        "source_profile = default",
                        "source_profile = dev",
                        "source_profile = dev",
                        "source_profile = nobody",
                        "",
                        "# nothing",
                    ]
                )
                or "credential_source = Environment",
            )
            + maybe(0.05, "web_identity_token_file = /no/such/token")
            + maybe(0.15, "sso_session = corp", "sso_account_id = 111122223333", "sso_role_name = Support")
            + maybe(0.02, "sso_start_url = https://x.awsapps.com/start", "sso_region = us-west-2")
            + maybe(0.2, "endpoint_url = http://profile.example:81/base")
            + maybe(0.2, "services = local")
            + maybe(0.1, "ignore_configured_endpoint_urls = true")
            + maybe(0.15, "use_fips_endpoint = true")
            + maybe(0.15, "use_dualstack_endpoint = true")
            + maybe(0.2, "; a comment", "output = json", "s3 =", "  max_concurrent_requests = 20")
        )

    config = (
        "[default]\n"
        + profile_body("default")
        + choose.choice(["[profile dev]\n", "[ profile   dev ]\n", '[profile "dev"]\n'])
        + profile_body("dev")
        + "[profile plain]\n"
        + "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\n"
        + maybe(0.9, "sso_region = eu-west-1")
        + "[services local]\n"
        + choose.choice(
            [
                "chime_sdk_identity =\n  endpoint_url = http://services.example:82\n",
                "sts =\n  endpoint_url = http://sts.example\n",
            ]
        )
    )
    credentials = "".join(f"[{name}]\n{keys(name)}" for name in ("default", "dev") if choose.random() < 0.8)
    variables = {}
    for name, value, probability in [
        ("AWS_ACCESS_KEY_ID", "ENV", 0.2),
        ("AWS_SESSION_TOKEN", "env-token", 0.1),
        ("AWS_REGION", "ap-southeast-2", 0.2),
        ("AWS_DEFAULT_REGION", "us-west-2", 0.95),
        ("AWS_PROFILE", choose.choice(["dev"] * 8 + ["plain", "default", "missing"]), 0.4),
        ("AWS_DEFAULT_PROFILE", "dev", 0.1),
        ("AWS_ENDPOINT_URL", "http://all.example:83", 0.15),
        ("AWS_ENDPOINT_URL_CHIME_SDK_IDENTITY", "https://one.example/path", 0.15),
        ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", choose.choice(["true", "false", ""]), 0.2),
        ("AWS_USE_FIPS_ENDPOINT", choose.choice(["true", "false"]), 0.1),
        ("AWS_USE_DUALSTACK_ENDPOINT", "true", 0.1),
        ("AWS_WEB_IDENTITY_TOKEN_FILE", "/no/such/token", 0.05),
        ("AWS_ROLE_ARN", "arn:aws:iam::111122223333:role/web", 0.1),
    ]:
        if choose.random() < probability:
            variables[name] = value
    if "AWS_ACCESS_KEY_ID" in variables and choose.random() < 0.9:
        variables["AWS_SECRET_ACCESS_KEY"] = "env-secret"
    profile = choose.choice(["dev"] * 10 + ["default", "plain", "missing"]) if choose.random() < 0.4 else None
    return Surroundings(config, credentials, variables, profile)


def _of_botocore(surroundings: Surroundings, variables: dict[str, str]) -> Findings:
    """Ask botocore, which does as the AWS command line does."""
    refusals = (botocore.exceptions.BotoCoreError, ValueError)
    with mock.patch.dict(os.environ, variables, clear=True):
        session = botocore.session.Session(profile=surroundings.profile)
        try:
            region = variables.get("AWS_REGION") or session.get_config_variable("region")
        except refusals:
            return Findings(None, None, None, None, is_refused=True)
        if region is None:
            return Findings(None, None, None, None, is_refused=True)
        source = access_key = None
        is_refused = False
        try:
            found = session.get_credentials()
            if found is None:
                is_refused = True
            else:
                source = _SOURCES[found.method]
                if source not in ("assumed role", "web identity", "IAM Identity Center"):
                    access_key = found.get_frozen_credentials().access_key
        except refusals:
            is_refused = True
        try:
            client = botocore.session.Session(profile=surroundings.profile).create_client(
                "chime-sdk-identity",
                region_name=region,
                aws_access_key_id="unused",
                aws_secret_access_key="unused",
            )
        except refusals:
            # It looks at the sso-session even where the keys come from elsewhere.
            return Findings(region, None, source, access_key, is_refused)
        return Findings(region, client.meta.endpoint_url, source, access_key, is_refused)


def _of_carillon(surroundings: Surroundings, variables: dict[str, str]) -> Findings:
    """Ask the program."""
    flags = [] if surroundings.profile is None else ["--profile", surroundings.profile]
    outcome = run(["doctor", "--offline", "--output", "json", *flags], variables)
    assert outcome.status in (0, 78), f"{outcome}\n{surroundings.described()}"
    report = json.loads(outcome.output)
    needs_network = any("network is needed" in check["Detail"] for check in report["Checks"])
    return Findings(
        report["Region"],
        report["EndpointUrl"],
        report["CredentialSource"],
        report["AccessKeyId"],
        outcome.status != 0 and not needs_network,
    )


def _agree(carillon: Findings, botocore_: Findings) -> bool:
    if botocore_.region is None:
        return carillon.region is None and carillon.is_refused
    if botocore_.is_refused and botocore_.endpoint is None:
        return carillon.is_refused
    if carillon.region != botocore_.region or botocore_.endpoint not in (None, carillon.endpoint):
        return False
    if botocore_.is_refused:
        return carillon.is_refused and carillon.access_key is None
    return (carillon.source, carillon.access_key) == (botocore_.source, botocore_.access_key)


def test_configuration_is_read_as_botocore_reads_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every combination leads to the same region, endpoint, source and key, or to a refusal by both."""
    process = tmp_path / "keys"
    process.write_text(
        '#!/bin/sh\nprintf \'{"Version": 1, "AccessKeyId": "%s", "SecretAccessKey": "s"}\' "$1"\n'
    )
    process.chmod(0o755)
    choose = random.Random(_SEED)
    sources: Counter[str] = Counter()
    disagreements = []
    for _ in range(_COUNT):
        surroundings = _surroundings(choose, process)
        variables = environment(tmp_path, **surroundings.variables)
        (tmp_path / "aws-config").write_text(surroundings.config)
        (tmp_path / "aws-credentials").write_text(surroundings.credentials)
        carillon = _of_carillon(surroundings, variables)
        expected = _of_botocore(surroundings, variables)
        if not _agree(carillon, expected):
            disagreements.append(f"{surroundings.described()}\ncarillon: {carillon}\nbotocore: {expected}")
        sources[expected.source or "none"] += 1

    with capsys.disabled():
        print(f"\n{_COUNT} combinations, {_COUNT - len(disagreements)} agree: {dict(sources)}")
        for difference in _KNOWN_DIFFERENCES:
            print(f"known difference: {difference}")
    assert not disagreements, f"{len(disagreements)} disagree, such as\n" + "\n\n".join(disagreements[:3])
    assert set(sources) == {*_SOURCES.values(), "none"}, "a source never came up"
