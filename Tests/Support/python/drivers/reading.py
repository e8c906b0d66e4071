"""A list that is read page by page, while others add to it and remove from it."""

from __future__ import annotations

from typing import Any


class Reading:
    """What has been seen of a list so far.

    Things are told apart by their numbers in the model: what is removed and made anew may have the same name.
    """

    def __init__(self, there: dict[str, Any]) -> None:
        """Begin to read a list in which these things are, by their names."""
        self._there = {thing.number for thing in there.values()}
        self._seen: list[int] = []
        self.token: str | None = None

    def arguments(self, size: int) -> dict[str, Any]:
        """Return what to ask for the next page with."""
        return {"MaxResults": size, **({"NextToken": self.token} if self.token else {})}

    def turn(self, names: list[str], token: str | None, there: dict[str, Any], size: int) -> bool:
        """Take in a page, and return whether it was the last: nothing twice, and nothing that is not there.

        What was there from the first page to the last one has been seen at the end.
        """
        numbers = [there[name].number for name in names]
        assert not set(numbers) & set(self._seen)
        self._seen += numbers
        # In the order in which they were made, which says once more that there is nothing twice.
        assert self._seen == sorted(self._seen)
        assert len(names) == size or token is None
        self.token = token
        if token is None:
            stayed = self._there & {thing.number for thing in there.values()}
            assert stayed <= set(self._seen)
        return token is None
