"""Whatever botocore's model allows is accepted, and one step beyond is a BadRequestException.

The cases are made by walking over the model: each constraint of each member of each operation's input is
broken alone, and just met. The table at the end says how each operation fared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from drivers.limit_cases import Case, Verdict, can_be_broken, limit_cases
from drivers.limit_count import constraint_counts
from drivers.limit_requests import World, raw_request
from drivers.limit_rules import broken_rules
from drivers.limit_table import Table
from drivers.limit_texts import has_longest_of_its_own, has_shortest_of_its_own
from drivers.limits import KINDS, MAX_LENGTH, MIN_LENGTH, PATTERN, MemberPath, constraints, operation_model
from drivers.model import OPERATIONS, call
from drivers.raw import Answer
from drivers.service import LocalService

_CONSTRAINTS = list(constraints())
_CASES = list(limit_cases())


@pytest.fixture(scope="module")
def table() -> Table:
    """Return the table that the cases of this file are counted in."""
    return Table(OPERATIONS, KINDS)


@pytest.fixture(scope="module")
def world(client: Any) -> Iterator[World]:
    """Return what requests are about that succeed."""
    made = World(client)
    yield made
    made.remove()


@pytest.fixture(scope="module")
def untouched(client: Any, world: World) -> Iterator[World]:
    """Return what requests are about that are refused; it is the same after all of them."""
    made = World(client)
    before = made.state()
    yield made
    after = made.state()
    made.remove()
    assert after == before


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_request_with_every_member_succeeds(client: Any, world: World, operation: str) -> None:
    """The starting point of all cases below is fine, for boto3 too."""
    answer = call(client, operation, world.request_of_its_own(operation))

    world.clean_up_after(operation, answer)
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == _success_status(operation)


@pytest.mark.parametrize("case", _CASES, ids=str)
def test_a_constraint_of_the_model_holds(
    service: LocalService, world: World, untouched: World, table: Table, case: Case
) -> None:
    """A value at a limit is understood, and the one beyond it is refused, as the model says."""
    operation = case.constraint.operation
    succeeds = case.verdict is Verdict.SUCCEEDS
    fine = world.request_of_its_own(operation) if succeeds else untouched.request(operation)
    content = case.applied_to(fine)
    # What is no object stands in place of the body.
    is_object = isinstance(content, dict)
    request = raw_request(operation, content if is_object else fine, None if is_object else content)

    answer = request.signed(service.url).send(service.url)

    world.clean_up_after(operation, answer.json if answer.body else {})
    has_passed = _is_right(case, answer)
    table.count(operation, case.constraint.kind, has_passed)
    assert has_passed, (request, answer)


def _success_status(operation: str) -> int:
    return operation_model(operation).http.get("responseCode", 200)


def _is_right(case: Case, answer: Answer) -> bool:
    """Tell whether an answer has the status and exception that the model names, and blames the member."""
    operation = case.constraint.operation
    if case.verdict is Verdict.SUCCEEDS:
        return (answer.status, answer.error_type) == (_success_status(operation), None)
    if case.verdict is Verdict.IS_NO_OPERATION:
        return (answer.status, answer.error_type) == (404, "UnknownOperationException")
    exception = "ForbiddenException" if case.verdict is Verdict.NAMES_NOTHING else "BadRequestException"
    errors = {shape.name: shape for shape in operation_model(operation).error_shapes}
    if (answer.status, answer.error_type) != (
        errors[exception].metadata["error"]["httpStatusCode"],
        exception,
    ):
        return False
    if case.verdict is Verdict.IS_NO_PAGE:
        return answer.json["Message"] == "NextToken is not one that this operation has given."
    if case.verdict is Verdict.BREAKS_A_RULE:
        return answer.json["Message"].startswith(f"{case.constraint.parameter} ".lstrip())
    return True


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_case_breaks_its_constraint_and_no_other(untouched: World, operation: str) -> None:
    """By the model's own numbers, and by its patterns as Python reads them."""
    for case in _CASES:
        if case.constraint.operation == operation:
            content = case.applied_to(untouched.request(operation))
            assert broken_rules(operation, content) == _rules_to_break(case), case


def _rules_to_break(case: Case) -> set[tuple[MemberPath, str]]:
    path, kind, shape = case.constraint.path, case.constraint.kind, case.constraint.shape
    if case.keeps_to_the_model:
        return set()
    if (kind == MIN_LENGTH and has_shortest_of_its_own(shape)) or (
        kind == MAX_LENGTH and has_longest_of_its_own(shape)
    ):
        return {(path, kind), (path, PATTERN)}
    return {(path, kind)}


def test_no_constraint_of_the_model_is_left_out() -> None:
    """The walk over the shapes has met all that the model's JSON text has, and each has its cases."""
    walked = Counter((constraint.operation, constraint.kind) for constraint in _CONSTRAINTS)
    assert walked == constraint_counts()
    assert len(set(_CONSTRAINTS)) == len(_CONSTRAINTS)

    met = {case.constraint for case in _CASES if case.keeps_to_the_model}
    broken = {case.constraint for case in _CASES if not case.keeps_to_the_model}
    assert met == set(_CONSTRAINTS)
    assert broken == {constraint for constraint in _CONSTRAINTS if can_be_broken(constraint)}


@pytest.mark.parametrize(
    ("operation", "member", "value"),
    [
        ("UpdateAppInstance", "Metadata", "two\nlines"),
        ("UpdateAppInstanceUser", "Metadata", "two\r\nlines"),
        ("UpdateAppInstanceUser", "Name", "two\nlines"),
        ("UpdateAppInstanceUserEndpoint", "Name", "two\nlines"),
        ("UpdateAppInstance", "Name", "Prod 🔔"),
    ],
)
def test_two_patterns_are_read_as_they_are_meant(
    service: LocalService, world: World, operation: str, member: str, value: str
) -> None:
    """By the letter they forbid line breaks in free text and emoji in the names of app instances."""
    request = {**world.request(operation), member: value}
    assert broken_rules(operation, request) == {((member,), PATTERN)}

    answer = raw_request(operation, request).signed(service.url).send(service.url)

    assert answer.status == _success_status(operation)


def test_how_each_operation_fared(table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    """Show the verdicts on all cases, of which none may be missing."""
    unbroken = Counter(constraint.kind for constraint in _CONSTRAINTS if not can_be_broken(constraint))
    with capsys.disabled():
        print(
            f"\nThe model has {len(_CONSTRAINTS)} constraints. Requests answered as it says, of those sent:"
        )
        print(table)
        print(
            f"Nothing breaks {unbroken[MIN_LENGTH]} least lengths of 0, and {unbroken[PATTERN]} patterns .*, "
            "which are read as any text."
        )
    assert table.tried == len(_CASES)
