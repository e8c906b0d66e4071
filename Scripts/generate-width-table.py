#!/usr/bin/env python3
"""Writes Sources/TerminalUI/Text/TextWidth+Table.swift from the tables of the PyPI package wcwidth.

The tables follow Unicode's EastAsianWidth.txt and DerivedGeneralCategory.txt.
"""

import pathlib
import unicodedata

from wcwidth.table_wide import WIDE_EASTASIAN
from wcwidth.table_zero import ZERO_WIDTH

TARGET = pathlib.Path(__file__).parent.parent / "Sources/TerminalUI/Text/TextWidth+Table.swift"


def newest(table):
    """The ranges of the newest Unicode version that the package knows."""
    return table[max(table, key=lambda version: tuple(map(int, version.split("."))))]


def without_spacing_marks(ranges):
    """The ranges without the spacing marks (Mc), to which most terminals and C libraries give a cell."""
    scalars = [c for first, last in ranges for c in range(first, last + 1)]
    result = []
    for c in scalars:
        if unicodedata.category(chr(c)) == "Mc":
            continue
        if result and result[-1][1] == c - 1:
            result[-1][1] = c
        else:
            result.append([c, c])
    return result


def swift(name, doc, ranges):
    """One table as a Swift declaration: first and last scalar of each range in turn."""
    lines, line = [], "       "
    for first, last in ranges:
        item = f" 0x{first:X}, 0x{last:X},"
        if len(line) + len(item) > 110:
            lines.append(line)
            line = "       "
        line += item
    lines.append(line)
    body = "\n".join(lines)
    return f"    /// {doc}\n    static let {name}: [UInt32] = [\n{body}\n    ]\n"


def main():
    """Writes the file."""
    version = max(WIDE_EASTASIAN, key=lambda v: tuple(map(int, v.split("."))))
    text = (
        f"// Made by Scripts/generate-width-table.py from Unicode {version}. Do not edit.\n\n"
        "extension TextWidth {\n"
        + swift("wide", "Ranges of scalars that take two cells.", newest(WIDE_EASTASIAN))
        + "\n"
        + swift(
            "zero",
            "Ranges of scalars that take no cell of their own.",
            without_spacing_marks(newest(ZERO_WIDTH)),
        )
        + "}\n"
    )
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
