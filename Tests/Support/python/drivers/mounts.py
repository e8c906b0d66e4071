"""File systems that only some programs see: small disks, and files that nobody can write."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path
from typing import Self


class MountsNotAllowedError(Exception):
    """The system does not let this user make namespaces of its own."""


class PrivateMounts:
    """A mount namespace in a user namespace, which needs no privileges; it lasts until it is closed."""

    def __init__(self, *commands: list[str]) -> None:
        """Make the namespace, and run the commands that mount something in it."""
        script = " && ".join([*map(shlex.join, commands), "echo mounted", "exec cat"])
        # Who sits in the namespace keeps it, and ends with whoever holds the other end of its standard input.
        self._holder = subprocess.Popen(
            ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        if self._holder.stdout.readline() != b"mounted\n":
            reason = self._holder.stderr.read().decode().strip()
            self.close()
            raise MountsNotAllowedError(reason)

    @property
    def prefix(self) -> list[str]:
        """What a command begins with to run in the namespace, in the process that it would have anyway."""
        return ["nsenter", f"--target={self._holder.pid}", "--user", "--mount", "--preserve-credentials"]

    def path(self, inside: Path) -> Path:
        """Return by which path a file in the namespace is seen from outside."""
        return Path(f"/proc/{self._holder.pid}/root{inside}")

    def close(self) -> None:
        """Give the namespace up, with all that was mounted in it."""
        self._holder.stdin.close()
        self._holder.wait(timeout=20)
        self._holder.stdout.close()
        self._holder.stderr.close()

    def __enter__(self) -> Self:
        """Return the namespace."""
        return self

    def __exit__(self, *_: object) -> None:
        """Give the namespace up."""
        self.close()


class SmallDisk(PrivateMounts):
    """A disk of a few KiB in memory."""

    def __init__(self, directory: Path, size: int) -> None:
        """Mount it at a directory."""
        super().__init__(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(directory)])
        self._filler = self.path(directory) / "filler"

    def fill(self, left: int = 0) -> None:
        """Take all space but so many bytes of it."""
        with open(self._filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                file.truncate(max(0, file.tell() - left))

    def free(self) -> None:
        """Give the space that was taken back."""
        self._filler.unlink()


class ReadOnly(PrivateMounts):
    """A file or directory that nobody can write, not even root, whose permissions do not bind it."""

    def __init__(self, path: Path) -> None:
        """Mount what is there over itself."""
        super().__init__(
            ["mount", "--bind", str(path), str(path)],
            ["mount", "-o", "remount,bind,ro", str(path)],
        )
