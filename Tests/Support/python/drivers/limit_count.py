"""The constraints of the model counted in its JSON text, for a check that no walk has left one out."""

from __future__ import annotations

from collections import Counter
from typing import Any

from botocore.loaders import Loader

from .model import OPERATIONS

#: What may be said of a shape without limiting its values.
_NO_LIMITS = {"type", "members", "member", "sensitive", "box", "documentation", "locationName"}
#: The attributes of a shape that limit its values, by the shape's type, with the kind of the constraint.
_LIMITS = {
    ("string", "enum"): "enum",
    ("string", "pattern"): "pattern",
    ("string", "min"): "min length",
    ("string", "max"): "max length",
    ("integer", "min"): "min value",
    ("integer", "max"): "max value",
    ("list", "min"): "min items",
    ("list", "max"): "max items",
    ("structure", "required"): "required",
}


def constraint_counts() -> Counter[tuple[str, str]]:
    """Return how many constraints of each kind the model has on the input of each operation.

    Raises KeyError for an attribute that means nothing here: it might be a limit.
    """
    description = Loader().load_service_model("chime-sdk-identity", "service-2")
    counts: Counter[tuple[str, str]] = Counter()
    for operation in OPERATIONS:
        name = description["operations"][operation]["input"]["shape"]
        for kind, number in _counted(description["shapes"], name).items():
            counts[operation, kind] += number
    return counts


def _counted(shapes: dict[str, Any], input_name: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    located = [member.get("location") for member in shapes[input_name]["members"].values()]
    counts["type"] += None in located
    # Every mention of a shape, with where it travels; a shape that is mentioned twice is counted twice.
    mentions: list[tuple[str, str | None]] = [(input_name, None)]
    while mentions:
        name, location = mentions.pop()
        shape = shapes[name]
        for attribute in set(shape) - _NO_LIMITS:
            kind = _LIMITS[shape["type"], attribute]
            counts[kind] += len(shape["required"]) if attribute == "required" else 1
        if name != input_name:
            counts["type"] += location is None or shape["type"] == "integer"
        inner = list(shape.get("members", {}).values())
        if "member" in shape:
            inner.append(shape["member"])
        mentions += [(mention["shape"], mention.get("location", location)) for mention in inner]
    return counts
