"""Requests that break one constraint of the model and nothing else, and requests that just meet it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from typing import Any

from botocore.model import Shape

from .limit_texts import (
    ANYTHING,
    is_free_text,
    longest_text,
    pattern_texts,
    shortest_text,
    too_long_text,
    too_short_text,
)
from .limits import (
    ENUM,
    MAX_ITEMS,
    MAX_LENGTH,
    MAX_VALUE,
    MIN_ITEMS,
    MIN_LENGTH,
    MIN_VALUE,
    PATTERN,
    REQUIRED,
    TYPE,
    Constraint,
    MemberPath,
    constraints,
    operation_model,
)

#: Members that name a thing which has to exist.
_REFERENCES = ("AppInstanceArn", "AppInstanceUserArn", "EndpointId", "ResourceARN")


class Verdict(Enum):
    """What a request has to be answered with."""

    #: The status that the model gives the operation.
    SUCCEEDS = "succeeds"
    #: 400 BadRequestException, with the name of the member.
    BREAKS_A_RULE = "breaks a rule"
    #: 403 ForbiddenException: well-formed, but there is no such thing.
    NAMES_NOTHING = "names nothing"
    #: 400 BadRequestException: well-formed, but the service has never issued it.
    IS_NO_PAGE = "is no page"
    #: 404 UnknownOperationException: the path is that of no operation.
    IS_NO_OPERATION = "is no operation"


#: The verdicts on requests that keep to the model.
MEETS_THE_MODEL = (Verdict.SUCCEEDS, Verdict.NAMES_NOTHING, Verdict.IS_NO_PAGE)


@dataclass(frozen=True)
class Case:
    """A request about one constraint, made from a request that is fine."""

    constraint: Constraint
    what: str
    verdict: Verdict
    _change: Callable[[Any], Any] = field(repr=False)

    def __str__(self) -> str:
        """Name the case in a test report."""
        constraint = self.constraint
        member = constraint.parameter or "body"
        return f"{constraint.operation}.{member}, {constraint.kind}: {self.what}"

    def applied_to(self, request: dict[str, Any]) -> Any:
        """Return the request of the case: all members of the input, or what stands in place of them."""
        return self._change(copy.deepcopy(request))

    @property
    def keeps_to_the_model(self) -> bool:
        """Whether the request breaks no rule."""
        return self.verdict in MEETS_THE_MODEL


def limit_cases() -> Iterator[Case]:
    """Yield the cases of all constraints."""
    for constraint in constraints():
        yield from _CASES[constraint.kind](constraint)


def can_be_broken(constraint: Constraint) -> bool:
    """Tell whether there are requests that break a constraint.

    No text is shorter than none. The service takes on purpose what `.*` by the letter does not: line breaks.
    """
    if constraint.kind == MIN_LENGTH:
        return constraint.shape.metadata["min"] > 0
    return constraint.kind != PATTERN or constraint.shape.metadata["pattern"] != ANYTHING


def _broken(constraint: Constraint, what: str, value: Any) -> Case:
    return Case(constraint, what, Verdict.BREAKS_A_RULE, _putting(constraint.path, value))


def _met(constraint: Constraint, what: str, value: Any) -> Case:
    verdict = Verdict.SUCCEEDS
    if constraint.path[-1] in _REFERENCES:
        verdict = Verdict.NAMES_NOTHING
    elif constraint.path[-1] == "NextToken":
        verdict = Verdict.IS_NO_PAGE
    return Case(constraint, what, verdict, _putting(constraint.path, value))


def _putting(path: MemberPath, value: Any) -> Callable[[Any], Any]:
    def change(request: Any) -> Any:
        if not path:
            return value
        _holder(request, path)[path[-1]] = value
        return request

    return change


def _holder(request: Any, path: MemberPath) -> Any:
    """Return the structure or list that has the member in it."""
    for step in path[:-1]:
        request = request[step]
    return request


def _required(constraint: Constraint) -> Iterator[Case]:
    path = constraint.path
    shape = operation_model(constraint.operation).input_shape
    yield Case(
        constraint,
        "there without what is optional",
        Verdict.SUCCEEDS,
        lambda request: _without_optional(shape, request, path),
    )
    # What is left of a path, with nothing between two slashes, is the path of no operation.
    missing = Verdict.IS_NO_OPERATION if constraint.location == "uri" else Verdict.BREAKS_A_RULE
    yield Case(constraint, "left out", missing, partial(_renamed, path=path, name=None))
    if constraint.location == "body":
        yield _broken(constraint, "null", None)
        for other in _other_spellings(str(path[-1])):
            yield Case(
                constraint, f"as {other!a}", Verdict.BREAKS_A_RULE, partial(_renamed, path=path, name=other)
            )


def _other_spellings(name: str) -> Iterator[str]:
    """Yield names that are not the member's, as they have other characters."""
    yield name.swapcase()
    if "K" in name:
        # The Kelvin sign, which Unicode calls equivalent to the letter.
        yield name.replace("K", "\u212a")


def _renamed(request: Any, path: MemberPath, name: str | None) -> Any:
    holder = _holder(request, path)
    value = holder.pop(path[-1])
    if name:
        holder[name] = value
    return request


def _without_optional(shape: Shape, value: Any, kept: MemberPath) -> Any:
    """Return a value without optional members, but for those that lead to the member at the path `kept`."""
    if shape.type_name == "list":
        return [_without_optional(shape.member, item, kept[1:]) for item in value]
    if shape.type_name != "structure":
        return value
    return {
        name: _without_optional(shape.members[name], member, kept[1:] if name in kept[:1] else ())
        for name, member in value.items()
        if name in shape.required_members or name in kept[:1]
    }


#: A value of each JSON type.
_JSON_VALUES: dict[str, Any] = {
    "a whole number": 7,
    "a fraction": 1.5,
    "true": True,
    "text": "seven",
    "an empty list": [],
    "a list": ["seven"],
    "an object": {"Seven": 7},
}
_RIGHT_TYPES = {
    "string": ["text"],
    "integer": ["a whole number"],
    "list": ["an empty list", "a list"],
    "structure": ["an object"],
}
#: Texts in a query that are no whole number. Source: Smithy, restJson1 protocol tests, malformed integers.
_NO_INTEGERS = ("true", "1.001", "2ABC", "0x42", "Infinity", "-Infinity", "NaN", "", " 1", "1 ", "1,0", "1e1")


def _type(constraint: Constraint) -> Iterator[Case]:
    yield Case(constraint, "right", Verdict.SUCCEEDS, lambda request: request)
    kind = constraint.shape.type_name
    if constraint.location == "querystring":
        for text in _NO_INTEGERS:
            yield _broken(constraint, repr(text), text)
        return
    for what, value in _JSON_VALUES.items():
        if what not in _RIGHT_TYPES[kind]:
            yield _broken(constraint, what, value)
    if kind == "integer":
        yield _broken(constraint, "a number as text", "7")
    if constraint.path and isinstance(constraint.path[-1], int):
        yield _broken(constraint, "null", None)


def _enum(constraint: Constraint) -> Iterator[Case]:
    values = constraint.shape.enum
    for value in values:
        yield _met(constraint, value, value)
    for value in ("SOMETHING_ELSE", values[0].lower(), f"{values[0]} ", ",".join([*values, ""]), ""):
        yield _broken(constraint, repr(value), value)


def _pattern(constraint: Constraint) -> Iterator[Case]:
    texts = pattern_texts(constraint.shape)
    for text in texts.fitting:
        yield _met(constraint, _shown(text), text)
    for text in texts.breaking:
        yield _broken(constraint, _shown(text), text)


def _shown(text: str) -> str:
    return ascii(text if len(text) < 60 else f"{text[:45]}… of {len(text)}")


def _min_length(constraint: Constraint) -> Iterator[Case]:
    shape = constraint.shape
    # A path cannot carry an empty text.
    text = shortest_text(shape) or ("a" if constraint.location == "uri" else "")
    yield _met(constraint, f"{len(text)} characters", text)
    if can_be_broken(constraint):
        text = too_short_text(shape)
        yield _broken(constraint, f"{len(text)} characters", text)


def _max_length(constraint: Constraint) -> Iterator[Case]:
    shape = constraint.shape
    text = longest_text(shape)
    yield _met(constraint, f"{len(text)} characters", text)
    text = too_long_text(shape)
    yield _broken(constraint, f"{len(text)} characters", text)
    if is_free_text(shape) and constraint.location == "body":
        # A character counts once, however many bytes or UTF-16 units it takes.
        high = shape.metadata["max"]
        yield _met(constraint, f"{high} emoji", "🔔" * high)
        yield _broken(constraint, f"{high + 1} emoji", "🔔" * (high + 1))


def _min_value(constraint: Constraint) -> Iterator[Case]:
    low = constraint.shape.metadata["min"]
    yield _met(constraint, str(low), low)
    for value in (low - 1, low - 2, -(1 << 31), -(1 << 63) - 1):
        yield _broken(constraint, str(value), value)


def _max_value(constraint: Constraint) -> Iterator[Case]:
    high = constraint.shape.metadata["max"]
    yield _met(constraint, str(high), high)
    for value in (high + 1, 1 << 31, 1 << 32, 1 << 63, 1 << 64):
        yield _broken(constraint, str(value), value)


def _min_items(constraint: Constraint) -> Iterator[Case]:
    low = constraint.shape.metadata["min"]
    yield _met(constraint, f"{low} items", _items(constraint.shape, low))
    yield _broken(constraint, f"{low - 1} items", _items(constraint.shape, low - 1))


def _max_items(constraint: Constraint) -> Iterator[Case]:
    high = constraint.shape.metadata["max"]
    yield _met(constraint, f"{high} items", _items(constraint.shape, high))
    yield _broken(constraint, f"{high + 1} items", _items(constraint.shape, high + 1))


def _items(shape: Shape, count: int) -> list[Any]:
    keys = [f"key-{number}" for number in range(count)]
    if shape.member.type_name == "structure":
        return [{"Key": key, "Value": "v"} for key in keys]
    return keys


_CASES = {
    REQUIRED: _required,
    TYPE: _type,
    ENUM: _enum,
    PATTERN: _pattern,
    MIN_LENGTH: _min_length,
    MAX_LENGTH: _max_length,
    MIN_VALUE: _min_value,
    MAX_VALUE: _max_value,
    MIN_ITEMS: _min_items,
    MAX_ITEMS: _max_items,
}
