#!/usr/bin/env python3
"""Writes Sources/TerminalUI/Text/TextWidth+Table.swift from the tables of the PyPI package wcwidth.

The tables follow Unicode's EastAsianWidth.txt and DerivedGeneralCategory.txt. Also writes the samples that
the tests hold the table against: what the package itself answers for them.
"""

import pathlib
import random

from wcwidth import wcwidth
from wcwidth.table_mc import CATEGORY_MC
from wcwidth.table_wide import WIDE_EASTASIAN
from wcwidth.table_zero import ZERO_WIDTH

ROOT = pathlib.Path(__file__).parent.parent
TARGET = ROOT / "Sources/TerminalUI/Text/TextWidth+Table.swift"
SAMPLES = ROOT / "Tests/TerminalUITests/Fixtures/widths.txt"


def newest_version(table):
    """The newest Unicode version that the package knows."""
    return max(table, key=lambda version: tuple(map(int, version.split("."))))


def scalars(table):
    """The scalars of the newest version of a table."""
    return {c for first, last in table[newest_version(table)] for c in range(first, last + 1)}


def ranges(values):
    """The first and last of each run of successive values."""
    result = []
    for value in sorted(values):
        if result and result[-1][1] == value - 1:
            result[-1][1] = value
        else:
            result.append([value, value])
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


def samples(spacing_marks, edges):
    """Scalars beyond ASCII and their widths, half of them next to the ends of the tables' ranges."""
    chooser = random.Random(1)
    near = [edge + step for edge in edges for step in (-1, 0, 1)]
    chosen = set(chooser.sample(near, 400)) | {chooser.randrange(0xA0, 0x30000) for _ in range(400)}
    drawable = (c for c in sorted(chosen) if c >= 0xA0 and c != 0xAD and not 0xD800 <= c < 0xE000)
    return [(c, 1 if c in spacing_marks else wcwidth(chr(c))) for c in drawable]


def main():
    """Writes the files."""
    spacing_marks = scalars(CATEGORY_MC)
    wide = ranges(scalars(WIDE_EASTASIAN))
    # Most terminals and C libraries give spacing marks (Mc) a cell, unlike the package.
    zero = ranges(scalars(ZERO_WIDTH) - spacing_marks)
    version = newest_version(WIDE_EASTASIAN)
    text = (
        f"// Made by Scripts/generate-width-table.py from Unicode {version}. Do not edit.\n\n"
        "extension TextWidth {\n"
        + swift("wide", "Ranges of scalars that take two cells.", wide)
        + "\n"
        + swift("zero", "Ranges of scalars that take no cell of their own.", zero)
        + "}\n"
    )
    TARGET.write_text(text, encoding="utf-8")
    lines = (f"{c:X} {width}\n" for c, width in samples(spacing_marks, [e for r in wide + zero for e in r]))
    SAMPLES.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
