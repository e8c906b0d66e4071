"""The limits of botocore's model as cases: a value at the limit, and the same one step beyond."""

from __future__ import annotations

import secrets
import string
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from botocore.model import Shape

from .model import OPERATIONS, service_model

#: A member's place in an operation's input: names of members, and 0 for the first item of a list.
MemberPath = tuple["str | int", ...]

_ARNS = ("ChimeArn", "SensitiveChimeArn")
_ARN_START = "arn:aws:chime:us-east-1:111122223333:"

#: What a value must be like beyond its length, where botocore's pattern says more than "anything".
_BREAKING_THE_PATTERN = {
    **{name: ["not an ARN", "arn:aws:chime", f"{_ARN_START}/app-instance"] for name in _ARNS},
    "ClientRequestToken": ["with space", "dot.dot", "ümlaut"],
    "UserId": ["-ada", "ada-", "a da", "ada/lovelace"],
    "UserName": ["   "],
    "NonEmptyResourceName": ["bell\u0007", "escape\u001b[2J"],
}

#: Members that name a thing which has to exist: a well-formed value that nothing has is answered with 403.
_REFERENCES = {"AppInstanceArn", "AppInstanceUserArn", "EndpointId", "ResourceARN"}


@dataclass(frozen=True)
class Case:
    """One value for one member of one operation's input, and the verdict of the model."""

    operation: str
    path: MemberPath
    what: str
    value: Any
    #: The code of the expected error; None where the call has to succeed.
    error: str | None

    def __str__(self) -> str:
        """Name the case in a test report."""
        return f"{self.operation}.{'.'.join(map(str, self.path))}: {self.what}"

    def applied_to(self, request: dict[str, Any]) -> dict[str, Any]:
        """Put the value into a request that is fine otherwise."""
        target: Any = request
        for step in self.path[:-1]:
            target = target[step]
        target[self.path[-1]] = self.value
        return request


def limit_cases() -> Iterator[Case]:
    """Yield the cases of every constrained member of every operation that Carillon speaks."""
    model = service_model()
    for operation in OPERATIONS:
        yield from _cases(operation, (), model.operation_model(operation).input_shape, "")


def required_members() -> Iterator[tuple[str, str]]:
    """Yield every required member that a client can leave out, with its operation.

    Members of the path are always there, and botocore fills in a ClientRequestToken by itself.
    """
    model = service_model()
    for operation in OPERATIONS:
        shape = model.operation_model(operation).input_shape
        for name in shape.required_members:
            in_path = shape.members[name].serialization.get("location") == "uri"
            if not in_path and name != "ClientRequestToken":
                yield operation, name


def _cases(operation: str, path: MemberPath, shape: Shape, location: str) -> Iterator[Case]:
    def case(what: str, value: Any, error: str | None) -> Case:
        return Case(operation, path, what, value, error)

    if shape.type_name == "structure":
        for name, member in shape.members.items():
            member_location = location or member.serialization.get("location", "body")
            yield from _cases(operation, (*path, name), member, member_location)
    elif shape.type_name == "list":
        yield from _list_cases(case, shape)
        yield from _cases(operation, (*path, 0), shape.member, location)
    elif shape.type_name == "integer":
        low, high = shape.metadata["min"], shape.metadata["max"]
        yield case(f"{low}", low, None)
        yield case(f"{high}", high, None)
        yield case(f"{low - 1}", low - 1, "BadRequestException")
        yield case(f"{high + 1}", high + 1, "BadRequestException")
    elif shape.enum:
        for value in shape.enum:
            yield case(value, value, None)
        yield case("unknown value", "SOMETHING_ELSE", "BadRequestException")
        yield case("lower case", shape.enum[0].lower(), "BadRequestException")
    else:
        understood = "ForbiddenException" if path[-1] in _REFERENCES else None
        yield from _string_cases(case, shape, location, understood)


def _list_cases(case: Any, shape: Shape) -> Iterator[Case]:
    low, high = shape.metadata["min"], shape.metadata["max"]
    yield case(f"{low} items", _items(shape, low), None)
    yield case(f"{high} items", _items(shape, high), None)
    yield case(f"{low - 1} items", _items(shape, low - 1), "BadRequestException")
    yield case(f"{high + 1} items", _items(shape, high + 1), "BadRequestException")


def _items(shape: Shape, count: int) -> list[Any]:
    keys = [f"key-{number}" for number in range(count)]
    if shape.member.type_name == "structure":
        return [{"Key": key, "Value": "v"} for key in keys]
    return keys


def _string_cases(case: Any, shape: Shape, location: str, understood: str | None) -> Iterator[Case]:
    low, high = shape.metadata["min"], shape.metadata["max"]
    if shape.name == "NextToken":
        # A token that the service did not issue is refused whatever its length.
        yield case(f"{high + 1} characters", "n" * (high + 1), "BadRequestException")
        return
    if shape.name in _ARNS:
        # The pattern's parts end before the length does: 1,024 characters for the resource at most.
        yield case("the shortest ARN", "arn:a::::r", understood)
        yield case("the longest resource", _ARN_START + "r" * 1024, understood)
        yield case("a resource too long", _ARN_START + "r" * 1025, "BadRequestException")
    else:
        yield case(f"{high} characters", _text(shape, high), understood)
        if low > 0 or location == "body":
            yield case(f"{low} characters", _text(shape, low), understood)
    yield case(f"{high + 1} characters", _text(shape, high + 1), "BadRequestException")
    if low > 0 and location == "body":
        yield case(f"{low - 1} characters", _text(shape, low - 1), "BadRequestException")
    for value in _BREAKING_THE_PATTERN.get(shape.name, []):
        yield case(f"the text {value!r}", value, "BadRequestException")


def _text(shape: Shape, length: int) -> str:
    """Return a text of the given length that nothing else of the test run has."""
    if shape.name in _ARNS:
        return (_ARN_START + "r" * length)[:length]
    return "".join(secrets.choice(string.ascii_letters) for _ in range(length))
