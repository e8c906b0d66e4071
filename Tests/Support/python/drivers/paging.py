"""Pages of a list operation: botocore's model has no paginators for the service."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def pages(client: Any, operation: str, **arguments: Any) -> Iterator[dict[str, Any]]:
    """Yield page after page of a list operation until there is no token."""
    while True:
        page = getattr(client, operation)(**arguments)
        yield page
        if "NextToken" not in page:
            return
        arguments["NextToken"] = page["NextToken"]
