"""The constraints of botocore's model on the inputs of the operations, found by walking over its shapes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from botocore.model import OperationModel, Shape, StructureShape

from .model import OPERATIONS, service_model

#: A member's place in an operation's input: names of members, and 0 for the first item of a list. The empty
#: path is the input itself.
MemberPath = tuple["str | int", ...]

REQUIRED = "required"
TYPE = "type"
ENUM = "enum"
PATTERN = "pattern"
MIN_LENGTH = "min length"
MAX_LENGTH = "max length"
MIN_VALUE = "min value"
MAX_VALUE = "max value"
MIN_ITEMS = "min items"
MAX_ITEMS = "max items"
KINDS = (
    REQUIRED,
    TYPE,
    ENUM,
    PATTERN,
    MIN_LENGTH,
    MAX_LENGTH,
    MIN_VALUE,
    MAX_VALUE,
    MIN_ITEMS,
    MAX_ITEMS,
)

#: What the model's `min` and `max` are limits of.
_LIMITS = {
    "string": (MIN_LENGTH, MAX_LENGTH),
    "integer": (MIN_VALUE, MAX_VALUE),
    "list": (MIN_ITEMS, MAX_ITEMS),
}


@dataclass(frozen=True)
class Constraint:
    """One rule of the model about one member of one operation's input."""

    operation: str
    path: MemberPath
    kind: str
    #: The shape of the member.
    shape: Shape = field(compare=False, repr=False)
    #: Where the member travels: `uri`, `querystring` or `body`.
    location: str = field(compare=False, repr=False)

    @property
    def parameter(self) -> str:
        """The member as the service names it in a refusal, such as `Tags[0].Key`."""
        text = ""
        for step in self.path:
            text += f"[{step}]" if isinstance(step, int) else f".{step}"
        return text.removeprefix(".")


@cache
def operation_model(operation: str) -> OperationModel:
    """Return an operation of botocore's model, which is read once only."""
    return service_model().operation_model(operation)


def location_of(member: Shape) -> str:
    """Return where a member of an operation's input travels."""
    return member.serialization.get("location", "body")


def has_body(operation: str) -> bool:
    """Tell whether requests of an operation carry a JSON object."""
    members = operation_model(operation).input_shape.members
    return any(location_of(member) == "body" for member in members.values())


def has_type(shape: Shape, location: str) -> bool:
    """Tell whether a value can be of a wrong type: outside of a body, every text is a string."""
    return location == "body" or shape.type_name != "string"


def constraints() -> Iterator[Constraint]:
    """Yield every constraint on the inputs of the operations that Carillon speaks."""
    for operation in OPERATIONS:
        shape = operation_model(operation).input_shape
        if has_body(operation):
            yield Constraint(operation, (), TYPE, shape, "body")
        for name, member in shape.members.items():
            yield from _on_member(operation, (name,), shape, name, location_of(member))


def _on_member(
    operation: str, path: MemberPath, parent: StructureShape, name: str, location: str
) -> Iterator[Constraint]:
    if name in parent.required_members:
        yield Constraint(operation, path, REQUIRED, parent.members[name], location)
    yield from _on_value(operation, path, parent.members[name], location)


def _on_value(operation: str, path: MemberPath, shape: Shape, location: str) -> Iterator[Constraint]:
    kinds = [TYPE] if has_type(shape, location) else []
    if getattr(shape, "enum", None):
        kinds.append(ENUM)
    if "pattern" in shape.metadata:
        kinds.append(PATTERN)
    low, high = _LIMITS.get(shape.type_name, ("", ""))
    if "min" in shape.metadata:
        kinds.append(low)
    if "max" in shape.metadata:
        kinds.append(high)
    for kind in kinds:
        yield Constraint(operation, path, kind, shape, location)
    if shape.type_name == "structure":
        for name in shape.members:
            yield from _on_member(operation, (*path, name), shape, name, location)
    elif shape.type_name == "list":
        yield from _on_value(operation, (*path, 0), shape.member, location)
