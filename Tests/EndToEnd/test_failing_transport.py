"""A service that is there, and cannot be talked to or does not want to talk."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from drivers.identity import ACCESS_KEY, REGION, SECRET_KEY
from drivers.program import Outcome, environment, run
from drivers.stub import StubService


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Return a file with a certificate of this machine's address, which nobody vouches for, and its key."""
    path = tmp_path / "certificate.pem"
    made = subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=stub"),
            *("-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "-", "-out", "-"),
        ],
        capture_output=True,
        check=True,
    )
    path.write_bytes(made.stdout)
    return path


def _list(home: Path, service: StubService, **variables: str) -> Outcome:
    return run(
        ["instances", "list", "--endpoint-url", service.url],
        environment(
            home,
            AWS_REGION=REGION,
            AWS_ACCESS_KEY_ID=ACCESS_KEY,
            AWS_SECRET_ACCESS_KEY=SECRET_KEY,
            **variables,
        ),
    )


def test_a_certificate_that_nobody_vouches_for(home: Path, certificate: Path) -> None:
    """Nothing is sent, and the line says how to vouch for it; once that is done, the service answers."""
    with StubService(403, "ForbiddenException", "Not yours", certificate) as stub:
        refused = _list(home, stub)
        assert stub.requests == []
        trusted = _list(home, stub, AWS_CA_BUNDLE=str(certificate))

    assert (refused.status, refused.output) == (69, "")
    assert "AWS_CA_BUNDLE" in refused.errors
    assert refused.errors.count("\n") == 1
    assert (trusted.status, "ForbiddenException" in trusted.errors) == (77, True)


@pytest.mark.parametrize("mode", ["standard", "adaptive"])
def test_throttled_for_ever(home: Path, mode: str) -> None:
    """Three attempts, and no more."""
    with StubService(429, "ThrottledClientException", "Too many requests") as stub:
        outcome = _list(home, stub, AWS_RETRY_MODE=mode)

    assert (outcome.status, outcome.output) == (75, "")
    assert "ThrottledClientException" in outcome.errors
    assert len(stub.requests) == 3
