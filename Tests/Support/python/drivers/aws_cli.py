"""The AWS CLI, pointed at the local service."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from .identity import REGION
from .program import Outcome
from .service import LocalService

_AWS = Path(sys.executable).with_name("aws")


class AwsCli:
    """`aws chime-sdk-identity` as a person would run it, with nothing but the environment to go by."""

    def __init__(self, service: LocalService, home: Path, **variables: str) -> None:
        """Take endpoint and keys from `service`, configuration from nowhere, and `variables` before all."""
        self._environment = {
            **service.environment(home),
            "AWS_DEFAULT_REGION": REGION,
            "AWS_MAX_ATTEMPTS": "1",
            "AWS_PAGER": "",
            **variables,
        }

    def attempt(self, command: str, *arguments: str) -> Outcome:
        """Run one command to its end, whatever comes of it."""
        finished = subprocess.run(
            [str(_AWS), "chime-sdk-identity", command, "--output", "json", *arguments],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return Outcome(finished.returncode, finished.stdout, finished.stderr)

    def run(self, command: str, *arguments: str) -> Any:
        """Run one command that has to succeed, and return what it printed as JSON (None if nothing)."""
        outcome = self.attempt(command, *arguments)
        assert outcome.status == 0, f"aws {command} exited {outcome.status}: {outcome.errors}"
        return json.loads(outcome.output) if outcome.output.strip() else None
