"""Which rules of the model a request breaks, by the model's shapes and Python's `re`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from botocore.model import Shape

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
    MemberPath,
    operation_model,
)

_TYPES = {"structure": dict, "list": list, "string": str, "integer": int}


def broken_rules(operation: str, request: Any) -> set[tuple[MemberPath, str]]:
    """Return the rules that the input of an operation breaks.

    Null is no value, except in a list. A text that comes in a path or a query is a string.
    """
    return set(_broken(operation_model(operation).input_shape, request, ()))


def _broken(shape: Shape, value: Any, path: MemberPath) -> Iterator[tuple[MemberPath, str]]:
    if not isinstance(value, _TYPES[shape.type_name]) or isinstance(value, bool):
        yield path, TYPE
    elif shape.type_name == "structure":
        for name, member in shape.members.items():
            if value.get(name) is not None:
                yield from _broken(member, value[name], (*path, name))
            elif name in shape.required_members:
                yield (*path, name), REQUIRED
    elif shape.type_name == "list":
        yield from _outside(shape, len(value), path, MIN_ITEMS, MAX_ITEMS)
        for number, item in enumerate(value):
            yield from _broken(shape.member, item, (*path, number))
    elif shape.type_name == "integer":
        yield from _outside(shape, value, path, MIN_VALUE, MAX_VALUE)
    else:
        yield from _outside(shape, len(value), path, MIN_LENGTH, MAX_LENGTH)
        if shape.enum and value not in shape.enum:
            yield path, ENUM
        if "pattern" in shape.metadata and not re.fullmatch(shape.metadata["pattern"], value):
            yield path, PATTERN


def _outside(
    shape: Shape, size: int, path: MemberPath, low: str, high: str
) -> Iterator[tuple[MemberPath, str]]:
    if size < shape.metadata.get("min", size):
        yield path, low
    if size > shape.metadata.get("max", size):
        yield path, high
