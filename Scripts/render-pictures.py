"""Render golden screens as pictures for the README, on a dark and on a light terminal.

Usage: render-pictures.py FOLDER

The golden screens are what the tests hold the program against, so that no picture shows what is not there.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_ROOT = Path(__file__).resolve().parent.parent
_GOLDEN = _ROOT / "Tests" / "ScreensTests" / "Golden"
_FONTS = Path("/usr/share/fonts/truetype/dejavu")
_FONT_SIZE = 15
_MARGIN = 12
_NAMES = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
#: Golden screens by the name of the picture.
_PICTURES = {
    "default": "devices-100x30",
    "high-contrast": "high-contrast-100x30",
    "monochrome": "monochrome-100x30",
    "soft": "soft-100x30",
}


@dataclass(frozen=True)
class _Terminal:
    """The colours of a terminal."""

    background: tuple[int, int, int]
    foreground: tuple[int, int, int]
    basic: list[tuple[int, int, int]]

    def color(self, name: str) -> tuple[int, int, int]:
        """Return the colour that a golden screen calls by this name."""
        if name.startswith("color-"):
            return _indexed(int(name.removeprefix("color-")), self.basic)
        bright = name.startswith("bright-")
        return self.basic[_NAMES.index(name.removeprefix("bright-")) + (8 if bright else 0)]


_TERMINALS = {
    "dark": _Terminal(
        (24, 26, 31),
        (215, 218, 224),
        [
            (63, 68, 81), (224, 108, 117), (152, 195, 121), (229, 192, 123),
            (97, 175, 239), (198, 120, 221), (86, 182, 194), (215, 218, 224),
            (92, 99, 112), (255, 123, 133), (176, 222, 145), (255, 214, 140),
            (125, 195, 255), (220, 145, 240), (110, 205, 217), (255, 255, 255),
        ],
    ),
    "light": _Terminal(
        (250, 250, 250),
        (46, 52, 64),
        [
            (46, 52, 64), (202, 18, 67), (63, 127, 40), (152, 104, 1),
            (52, 101, 184), (166, 38, 164), (9, 125, 139), (160, 161, 167),
            (96, 103, 118), (228, 86, 73), (80, 161, 79), (193, 132, 1),
            (64, 120, 242), (190, 70, 190), (1, 132, 188), (56, 58, 66),
        ],
    ),
}  # fmt: skip


def _indexed(index: int, basic: list[tuple[int, int, int]]) -> tuple[int, int, int]:
    """Return an entry of the xterm palette."""
    if index < 16:
        return basic[index]
    if index < 232:
        levels = [0, 95, 135, 175, 215, 255]
        cube = index - 16
        return levels[cube // 36], levels[cube // 6 % 6], levels[cube % 6]
    grey = 8 + 10 * (index - 232)
    return grey, grey, grey


def _blend(color: tuple[int, int, int], background: tuple[int, int, int]) -> tuple[int, int, int]:
    """Return what terminals show for faint text."""
    return tuple((3 * one + 2 * other) // 5 for one, other in zip(color, background, strict=True))


def _read(path: Path) -> tuple[int, int, list[str], dict[tuple[int, int], list[str]]]:
    """Return the size, the rows and the styles by cell of a golden screen."""
    lines = path.read_text().split("\n")
    columns, rows = (int(part) for part in lines[0].split()[0].split("x"))
    styles: dict[tuple[int, int], list[str]] = {}
    for line in lines[rows + 2 :]:
        if not line:
            continue
        place, *words = line.split()
        row, _, span = place.partition(":")
        first, _, last = span.partition("-")
        for column in range(int(first), int(last or first) + 1):
            styles[int(row), column] = words
    return columns, rows, lines[1 : rows + 1], styles


def _render(path: Path, terminal: _Terminal) -> Image.Image:
    """Draw a golden screen."""
    columns, rows, text, styles = _read(path)
    regular = ImageFont.truetype(str(_FONTS / "DejaVuSansMono.ttf"), _FONT_SIZE)
    bold = ImageFont.truetype(str(_FONTS / "DejaVuSansMono-Bold.ttf"), _FONT_SIZE)
    width = round(regular.getlength("M"))
    height = _FONT_SIZE + 4
    size = (columns * width + 2 * _MARGIN, rows * height + 2 * _MARGIN)
    image = Image.new("RGB", size, terminal.background)
    draw = ImageDraw.Draw(image)
    for row, line in enumerate(text):
        for column, character in enumerate(line.ljust(columns)):
            words = styles.get((row, column), [])
            colors = [word for word in words if word.split("-")[0] in (*_NAMES, "bright", "color")]
            color = terminal.color(colors[0]) if colors else terminal.foreground
            if "dim" in words:
                color = _blend(color, terminal.background)
            left, top = _MARGIN + column * width, _MARGIN + row * height
            if character != " ":
                draw.text((left, top), character, font=bold if "bold" in words else regular, fill=color)
            if "underline" in words:
                draw.line((left, top + height - 2, left + width, top + height - 2), fill=color)
    return image


def main() -> None:
    """Write every picture."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, golden in _PICTURES.items():
        for brightness, terminal in _TERMINALS.items():
            picture = _render(_GOLDEN / f"{golden}.txt", terminal)
            picture.save(folder / f"{name}-{brightness}.png", optimize=True)


if __name__ == "__main__":
    main()
