"""Texts that fit the patterns of the model, as long as they have to be, and texts that do not."""

from __future__ import annotations

import string
from dataclasses import dataclass

from botocore.model import Shape

_PART = r"[a-z0-9-\.]"
_ARN = rf"arn:{_PART}{{1,63}}:{_PART}{{0,63}}:{_PART}{{0,63}}:{_PART}{{0,63}}:[^/].{{0,1023}}"
_CHARACTERS = string.ascii_letters + string.digits
_ARN_START = "arn:aws:chime:us-east-1:111122223333:"

#: The pattern of free text. By the letter it allows no line break; the service reads it as "anything".
ANYTHING = ".*"


@dataclass(frozen=True)
class PatternTexts:
    """What is known of one pattern."""

    #: Texts that fit, other than by their length.
    fitting: tuple[str, ...]
    #: Texts that do not fit, though they are neither too short nor too long.
    breaking: tuple[str, ...] = ()
    #: The shortest and the longest text that fit, where the pattern limits the length by itself.
    shortest: str | None = None
    longest: str | None = None


_LONGEST_PART = "a" * 31 + "-" + "0" * 30 + "."
_KNOWN = {
    ANYTHING: PatternTexts(fitting=("   ", "tab\there", "Zoë 🔔 ключ", '{"plan":"gold"}')),
    r".*\S.*": PatternTexts(
        fitting=("  a  ", "🔔", "Zoë Ключ"), breaking=(" ", "   ", "\t \t"), shortest="a"
    ),
    "[-_a-zA-Z0-9]*": PatternTexts(
        fitting=("--", "__", f"-_{_CHARACTERS}"),
        breaking=("with space", "dot.dot", "ümlaut", "line\nbreak", "break-at-the-end\n", "a+b/c="),
    ),
    r"[A-Za-z0-9]([A-Za-z0-9\:\-\_\.\@]{0,62}[A-Za-z0-9])?": PatternTexts(
        fitting=("A", "ada", "0:-_.@9"),
        breaking=("-ada", "ada-", ".", "@ada", "a da", "ada/lovelace", "zoë", "ada\n", "a+b"),
        shortest="a",
        longest="A" + "a:-_.@" * 10 + "aa0",
    ),
    # By the letter, \u10000-\u10FFFF is U+1000, 0 to U+10FF, F and F; the service reads it as all that is
    # above U+FFFF. Both readings agree on these texts.
    r"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]*": PatternTexts(
        fitting=("\t\n\r", "\u0085\u00a0", "\ud7ff\ue000\ufffd", " ~", "Zoë Ключ"),
        breaking=("\0", "bell\u0007", "escape\u001b[2J", "\u001f", "\u000b", "\ufffe", "\uffff"),
    ),
    _ARN: PatternTexts(
        fitting=("arn:aws-cn.x:a:b-1:0:r", f"{_ARN_START}app-instance/🔔", f"{_ARN_START}:::", "arn:0::::\n"),
        breaking=(
            "not an ARN",
            "arn:aws:chime",
            "arn:aws:chime:us-east-1:111122223333",
            "arn::chime:us-east-1:111122223333:app-instance/a",
            "ARN:aws:chime:us-east-1:111122223333:app-instance/a",
            "arn:AWS:chime:us-east-1:111122223333:app-instance/a",
            "arn:aws:chime:us_east_1:111122223333:app-instance/a",
            "arn:aws:chime:us-east-1:1111 2222 3333:app-instance/a",
            f" {_ARN_START}app-instance/a",
            _ARN_START,
            f"{_ARN_START}/app-instance/a",
            f"{_ARN_START}app-instance/a\n",
            *(
                f"arn:{':'.join('a' * (64 if part == number else 3) for part in range(4))}:r"
                for number in range(4)
            ),
            f"{_ARN_START}r{'r' * 1024}",
        ),
        shortest="arn:a::::r",
        longest=f"arn:{':'.join([_LONGEST_PART] * 4)}:{'r' * 1024}",
    ),
}


def pattern_texts(shape: Shape) -> PatternTexts:
    """Return what is known of a shape's pattern.

    Raises KeyError where the model has a pattern that it did not have before.
    """
    return _KNOWN[shape.metadata.get("pattern", ANYTHING)]


def has_shortest_of_its_own(shape: Shape) -> bool:
    """Tell whether the pattern limits the length by itself: a text that is too short breaks both then."""
    return pattern_texts(shape).shortest is not None


def has_longest_of_its_own(shape: Shape) -> bool:
    """Tell whether the pattern limits the length by itself: a text that is too long breaks both then."""
    return pattern_texts(shape).longest is not None


def is_free_text(shape: Shape) -> bool:
    """Tell whether the pattern allows any text in one line that is not blank."""
    return shape.metadata.get("pattern", ANYTHING) in (ANYTHING, r".*\S.*")


def shortest_text(shape: Shape) -> str:
    """Return a text of the least length that fits."""
    return pattern_texts(shape).shortest or "a" * shape.metadata["min"]


def longest_text(shape: Shape) -> str:
    """Return a text of the greatest length that fits."""
    return pattern_texts(shape).longest or "a" * shape.metadata["max"]


def too_short_text(shape: Shape) -> str:
    """Return a text that lacks one character, and fits but for that where it can."""
    return shortest_text(shape)[: shape.metadata["min"] - 1]


def too_long_text(shape: Shape) -> str:
    """Return a text that has one character too many, and fits but for that where it can."""
    text = longest_text(shape)
    return text + text[-1] * (shape.metadata["max"] + 1 - len(text))
