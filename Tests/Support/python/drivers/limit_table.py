"""The verdicts of many cases as a table: operations by kinds of constraints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

_TOTAL = "total"


class Table:
    """How many cases were tried, and how many of them went well."""

    def __init__(self, rows: Sequence[str], columns: Sequence[str]) -> None:
        """Start with nothing tried."""
        self._rows = rows
        self._columns = columns
        self._tried: Counter[tuple[str, str]] = Counter()
        self._passed: Counter[tuple[str, str]] = Counter()

    def count(self, row: str, column: str, has_passed: bool) -> None:
        """Count a case, in its row and column and in the totals."""
        for cell in [(row, column), (row, _TOTAL), (_TOTAL, column), (_TOTAL, _TOTAL)]:
            self._tried[cell] += 1
            self._passed[cell] += has_passed

    @property
    def tried(self) -> int:
        """How many cases were counted."""
        return self._tried[_TOTAL, _TOTAL]

    def __str__(self) -> str:
        """Draw the table; a cell says how many of how many went well."""
        columns = [*self._columns, _TOTAL]
        lines = [["", *columns]]
        lines += [[row, *(self._cell(row, column) for column in columns)] for row in [*self._rows, _TOTAL]]
        widths = [max(map(len, column)) for column in zip(*lines)]
        return "\n".join(
            "  ".join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])]) for line in lines
        )

    def _cell(self, row: str, column: str) -> str:
        tried = self._tried[row, column]
        return f"{self._passed[row, column]}/{tried}" if tried else "-"
