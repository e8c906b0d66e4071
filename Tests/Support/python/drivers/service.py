"""`carillon serve`, started, killed and started again."""

from __future__ import annotations

import os
import re
import select
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .identity import ACCESS_KEY, REGION, SECRET_KEY, identity_client
from .program import PROGRAM, environment

_LISTENING = re.compile(rb"^listening on http://127\.0\.0\.1:([0-9]+)$", re.MULTILINE)


class LocalService:
    """The local service in a process of its own, on a port that it picked.

    Its standard error goes to a file under `home`, for whoever reads a failed test.
    """

    def __init__(
        self,
        home: Path,
        database: Path | str | None = None,
        *arguments: str,
        prefix: Sequence[str] = (),
    ) -> None:
        """Start the service on `database`: a path or `:memory:`, a file under `home` where none is given.

        `prefix` is a command that becomes the one that follows it, in the same process.
        """
        self.home = home
        self.database = database or home / "service.sqlite"
        self._arguments = arguments
        self._prefix = prefix
        self.port = 0
        self.start()

    @property
    def url(self) -> str:
        """Where the service listens."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start the service: on a port of its choice the first time, on the same one after that."""
        with open(self.home / "service.log", "ab") as log:
            self._process = subprocess.Popen(
                [*self._prefix, str(PROGRAM), "serve", *self._options(), *self._arguments],
                env=environment(self.home),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        self._printed = b""
        self.read_output_until(_LISTENING, within=30.0)
        self.port = int(_LISTENING.search(self._printed)[1])

    def _options(self) -> list[str]:
        return ["--port", str(self.port), "--database", str(self.database)]

    def read_output_until(self, pattern: re.Pattern[bytes], within: float = 10.0) -> str:
        """Return all that the service has printed since its start, up to what `pattern` describes."""
        stream = self._process.stdout.fileno()
        deadline = time.monotonic() + within
        while not pattern.search(self._printed):
            readable, _, _ = select.select([stream], [], [], max(0, deadline - time.monotonic()))
            chunk = os.read(stream, 4096) if readable else b""
            if not chunk:
                self.kill()
                log = (self.home / "service.log").read_text(errors="replace")
                raise AssertionError(
                    f"no {pattern.pattern!r} in what the service printed:\n{self._printed!r}\nIts log:\n{log}"
                )
            self._printed += chunk
        return self._printed.decode()

    def kill(self) -> None:
        """End the service as a power cut would."""
        self._process.kill()
        self._end()

    def stop(self) -> int:
        """Ask the service to end, and return its exit status."""
        self._process.terminate()
        return self._end()

    def _end(self) -> int:
        status = self._process.wait(timeout=20)
        self._process.stdout.close()
        return status

    @property
    def process_id(self) -> int:
        """The service's process id."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether the process is there."""
        return self._process.poll() is None

    def client(self, **differences: Any) -> Any:
        """Return boto3's client for the service; `differences` replace arguments of `identity_client`."""
        return identity_client(**{"url": self.url, **differences})

    def environment(self, home: Path, **variables: str) -> dict[str, str]:
        """Return the environment of a program that is to talk to this service."""
        return environment(
            home,
            AWS_ENDPOINT_URL_CHIME_SDK_IDENTITY=self.url,
            AWS_ACCESS_KEY_ID=ACCESS_KEY,
            AWS_SECRET_ACCESS_KEY=SECRET_KEY,
            AWS_REGION=REGION,
            **variables,
        )

    def __enter__(self) -> LocalService:
        """Return the running service."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the service if it still runs."""
        if self.is_running:
            self.kill()
