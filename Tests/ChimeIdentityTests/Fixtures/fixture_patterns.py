"""Texts with the verdict of the model's own regular expressions."""

from __future__ import annotations

import random
import re
from typing import Any

from fixture_model import PATTERNED_SHAPES, service_model

_USER = "arn:aws:chime:us-east-1:111122223333:app-instance/0f1e/user/ada"
_WHITE = " \t\n\r\v\f\x1c\x1f\x85\xa0\u2028\u3000"
_LINE_ENDS = "\n\r\x85\u2028\u2029"

#: Texts that are near the edges of one pattern or another. Every pattern judges all of them.
_TEXTS = [
    "",
    "a",
    "-",
    "ab",
    "A1",
    _USER,
    _USER.upper(),
    f" {_USER}",
    f"{_USER}\n",
    "arn:aws:chime",
    "arn:a::::r",
    "arn:::::r",
    "arn:a::::",
    "arn:a::::/",
    "arn:a::::r/",
    "arn:a::::/r",
    "arn:a::::\n",
    "arn:a::::\u0301bc",
    "arn:a::::r\u0301",
    "arn:a:\u0301:::r",
    "arn:a.b-c:d.e:f-g:1.2:r",
    "arn:a_b::::r",
    "arn:a:B:::r",
    "arn:a:b:c:d:e:f:g",
    "arn\uff1aa::::r",
    f"arn:{'p' * 63}:{'s' * 63}:{'r' * 63}:{'a' * 63}:x",
    f"arn:{'p' * 64}::::x",
    f"arn:a:{'s' * 64}:::x",
    f"arn:a::{'r' * 64}::x",
    f"arn:a:::{'a' * 64}:x",
    f"arn:a::::{'x' * 1024}",
    f"arn:a::::{'x' * 1025}",
    f"arn:a::::x{chr(0x1F514) * 1023}",
    f"arn:a::::x{chr(0x1F514) * 1024}",
    *(f"arn:a::::x{end}y" for end in _LINE_ENDS),
    *(f"arn:a::::{end}y" for end in _LINE_ENDS),
    *_WHITE,
    _WHITE,
    f"{_WHITE}x{_WHITE}",
    "Ada Lovelace",
    "Ада Лавлейс",
    "中文",
    "👩\u200d👩\u200d👧",
    "e\u0301",
    "ada.lovelace",
    "ada@example.com",
    "a:b-c_d.e@f",
    "ada.",
    "_ada",
    "@",
    "a b",
    "a/b",
    "é",
    "ada\n",
    "\u0661\u0662",
    "a" * 64,
    "a" * 65,
    f"a{'.' * 62}b",
    f"a{'.' * 63}b",
    "with-hyphen_and_underscore",
    "dot.dot",
    "\x00",
    "bell\x07",
    "\x1b[2J",
    "tab\tand\nline\rends",
    "\x7e\x7f",
    "\x80\x84\x85\x86\x9f\xa0",
    *(chr(code) for code in (0x08, 0x0B, 0x1F, 0x20, 0x7E, 0x7F, 0x84, 0x85, 0x86, 0x9F, 0xA0)),
    *(chr(code) for code in (0xD7FF, 0xE000, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x10FFFF)),
]


def fixture() -> list[dict[str, Any]]:
    """Return one object for each text, with the patterns that it matches."""
    model = service_model()
    expressions = {
        pattern: re.compile(_as_meant(model.shape_for(shape).metadata["pattern"], shape), re.ASCII)
        for pattern, shape in PATTERNED_SHAPES.items()
    }
    return [
        {"text": text, "patterns": [name for name, regex in expressions.items() if regex.fullmatch(text)]}
        for text in dict.fromkeys([*_TEXTS, *_mutations()])
    ]


def _as_meant(expression: str, shape: str) -> str:
    """Return the expression for Python as Java reads it, and as it is meant where that is something else."""
    # Java's dot stops at more line ends than Python's. A free text may hold them nevertheless.
    dot = f"[^{_LINE_ENDS}]" if shape == "ChimeArn" else r"[\s\S]"
    expression = re.sub(r"(?<!\\)\.(?=[*{])", lambda _: dot, expression)
    # The planes above the first, for which the model's \u takes four digits only.
    return expression.replace(r"\u10000-\u10FFFF", r"\U00010000-\U0010FFFF")


def _mutations() -> list[str]:
    """Return texts that lie one change away from a good one, the same ones each time."""
    chance = random.Random(20210420)
    alphabet = "aZ09:/.-_@ \n\x1b\x7f\x85\u0301\u2028中🔔"
    mutations = []
    for text in (_USER, "ada.lovelace@example", "Ada Lovelace", "0f1e-2d3c_4b5a"):
        for _ in range(40):
            place = chance.randrange(len(text) + 1)
            kept = chance.randrange(2)
            mutations.append(text[:place] + chance.choice(alphabet) + text[place + kept :])
    return mutations
