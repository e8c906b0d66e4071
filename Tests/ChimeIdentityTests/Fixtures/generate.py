"""Write the fixtures of this folder from botocore, or with --check say which are out of date."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import fixture_model
import fixture_patterns
import fixture_requests
import fixture_responses

_FIXTURES = {
    "model.json": fixture_model.fixture,
    "patterns.json": fixture_patterns.fixture,
    "requests.json": fixture_requests.fixture,
    "responses.json": fixture_responses.fixture,
}


def main() -> int:
    """Write or check every fixture, and return the exit status."""
    status = 0
    for name, fixture in _FIXTURES.items():
        path = Path(__file__).with_name(name)
        text = json.dumps(fixture(), indent=1, sort_keys=True) + "\n"
        if "--check" not in sys.argv[1:]:
            path.write_text(text, encoding="ascii")
        elif not path.exists() or path.read_text(encoding="ascii") != text:
            print(f"{name} is out of date: run {Path(__file__).name}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
