"""The manual page and the completions: what a shell knows of the program."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from drivers.program import PROGRAM, ROOT, environment, run

_MANUAL = ROOT / "docs/carillon.1"


def _help_texts(command: dict[str, Any]) -> Iterator[str]:
    """Return what the help says of a command and its options, in order."""
    for argument in command.get("arguments", []):
        for name in argument.get("names", []):
            yield f"-{name['name']}"
        if abstract := argument.get("abstract"):
            yield abstract
    for subcommand in command.get("subcommands", []):
        if subcommand["commandName"] == "help":
            continue
        yield subcommand["commandName"]
        yield subcommand["abstract"]
        yield from _help_texts(subcommand)


def test_the_manual_says_what_the_help_says(home: Path) -> None:
    """In the order of the help; `make manual` writes it anew after a change."""
    dump = json.loads(run(["--experimental-dump-help"], environment(home)).output)
    texts = list(_help_texts(dump["command"]))
    assert len(texts) > 100
    manual = re.sub(r"\\&|\\(?=-)", "", _MANUAL.read_text())
    position = 0
    for text in texts:
        found = manual.find(text, position)
        assert found >= 0, f"docs/carillon.1 lacks {text!r} in its place; run 'make manual'"
        position = found


def _complete(home: Path, script: Path, *words: str) -> list[str]:
    """Return what bash offers for the last of `words`."""
    line = " ".join(words)
    code = f"""
        source {script} || exit 9
        COMP_WORDS=({" ".join(f"'{word}'" for word in words)})
        COMP_CWORD={len(words) - 1} COMP_LINE='{line}' COMP_POINT={len(line)}
        _carillon carillon '{words[-1]}' '{words[-2]}'
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    finished = subprocess.run(
        ["bash", "--norc", "-c", code],
        env=environment(home, PATH=f"{PROGRAM.parent}:/usr/bin:/bin"),
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    return [word.strip() for word in finished.stdout.splitlines()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_are_completions(home: Path, shell: str) -> None:
    """For each shell that people use."""
    script = run(["--generate-completion-script", shell], environment(home))
    assert (script.status, script.errors) == (0, "")
    assert "deregister" in script.output


def test_bash_completes(home: Path, tmp_path: Path) -> None:
    """Commands, options, the values of options, and the profiles there are."""
    (home / "aws-config").write_text("[profile support-prod]\nregion = us-east-1\n[profile support-test]\n")
    script = tmp_path / "carillon.bash"
    script.write_text(run(["--generate-completion-script", "bash"], environment(home)).output)

    assert {"endpoints", "doctor", "config"} <= set(_complete(home, script, "carillon", ""))
    assert "deregister" in _complete(home, script, "carillon", "endpoints", "")
    assert "--allow-messages" in _complete(home, script, "carillon", "endpoints", "update", "--al")
    offered = _complete(home, script, "carillon", "users", "list", "--output", "")
    assert set(offered) == {"table", "json", "jsonl", "csv"}
    offered = _complete(home, script, "carillon", "endpoints", "update", "--allow-messages", "")
    assert set(offered) == {"ALL", "NONE"}
    offered = _complete(home, script, "carillon", "doctor", "--profile", "support-")
    assert set(offered) == {"support-prod", "support-test"}
