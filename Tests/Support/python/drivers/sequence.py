"""Sequences of requests to the service and to the model of it, side by side."""

from __future__ import annotations

import functools
import itertools
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from botocore.exceptions import ClientError
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine
from hypothesis.stateful import rule as hypothesis_rule

from .reference import ReferenceService, RefusedError, User

USER_IDS = st.sampled_from(["ada", "grace", "ken", "nobody"])
#: Chooses one of some things.
CHOICES = st.integers(0, 99)
_LINE = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"])
#: Names that users and devices may have.
NAMES = st.text(_LINE, min_size=1, max_size=40).filter(lambda name: not name.isspace())
METADATA = st.text("{}a", max_size=9)
#: Keys that are all different, though some look the same and some differ by their case only.
TAG_KEYS = st.sampled_from(
    ["tier", "Tier", "with blank", "ключ", "a:b", "x/y=z+@", "caf\u00e9", "cafe\u0301"]
)
TAGS = st.dictionaries(TAG_KEYS, st.text(_LINE, min_size=1, max_size=20), min_size=1)

#: The names of all rules.
RULES: list[str] = []

_numbers = itertools.count()


def rule(**arguments: st.SearchStrategy[Any]) -> Callable[[Callable[..., None]], Any]:
    """Make a rule of a method, which counts how often it is followed."""

    def counting(method: Callable[..., None]) -> Any:
        @functools.wraps(method)
        def follow(self: SequenceOfRequests, **values: Any) -> None:
            self.followed[method.__name__] += 1
            method(self, **values)

        RULES.append(method.__name__)
        return hypothesis_rule(**arguments)(follow)

    return counting


def tag_list(tags: dict[str, str]) -> list[dict[str, str]]:
    """Return tags as requests have them."""
    return [{"Key": key, "Value": value} for key, value in tags.items()]


class SequenceOfRequests(RuleBasedStateMachine):
    """What all kinds of requests have in common."""

    client: ClassVar[Any]
    #: How often each rule was followed, and how the requests ended: with an exception, or with success.
    followed: ClassVar[Counter[str]] = Counter()
    endings: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        """Start with nothing but an app instance."""
        super().__init__()
        self.model = ReferenceService()
        # Tokens are the account's, so those of the sequences before must not come again.
        self._name = f"sequence-{next(_numbers)}"
        #: App instances that there are or were, and one that was never there.
        self._known_instances = ["arn:aws:chime:us-east-1:111122223333:app-instance/never-there"]
        self.create_instance({"Name": "Sequence", "ClientRequestToken": self.fresh_request_token()})

    def teardown(self) -> None:
        """Remove everything."""
        for arn in self.model.instances:
            self.client.delete_app_instance(AppInstanceArn=arn)

    def request_token(self, name: object) -> str:
        """Return a ClientRequestToken of this sequence."""
        return f"{self._name}-{name}"

    def fresh_request_token(self) -> str:
        """Return a ClientRequestToken that was not used before."""
        return self.request_token(f"fresh-{next(_numbers)}")

    def create_instance(self, request: dict[str, Any]) -> None:
        """Create an app instance, or send a request again that did."""
        earlier: list[str | None] = []
        answer = self.compare(
            lambda: self.client.create_app_instance(**request),
            lambda: earlier.append(self.model.before_creating_instance(request)),
        )
        if answer and earlier[0]:
            self.endings["replayed"] += 1
            assert answer["AppInstanceArn"] == earlier[0]
        elif answer:
            assert answer["AppInstanceArn"] not in self._known_instances
            self._known_instances.append(answer["AppInstanceArn"])
            self.model.create_instance(request, answer["AppInstanceArn"])

    def some_instance(self, choice: int) -> str:
        """Return an app instance, in most cases one that is there."""
        there = list(self.model.instances)
        return chosen(there if there and choice % 8 else self._known_instances, choice // 8)

    def some_user(self, choice: int, user_id: str) -> str:
        """Return the ARN of a user, in most cases one who is there, else the one `user_id` would have."""
        arn = self.some_instance(choice)
        there = list(self.users_of(arn))
        return chosen(there, choice // 8) if there and choice % 3 else f"{arn}/user/{user_id}"

    def some_taggable(self, choice: int, user_id: str) -> str:
        """Return an app instance or a user, in most cases one that is there."""
        return self.some_user(choice // 4, user_id) if choice % 4 else self.some_instance(choice // 4)

    def users_of(self, arn: str) -> dict[str, User]:
        """Return the users of an app instance; none where it is not there."""
        return self.model.instances[arn].users if arn in self.model.instances else {}

    def compare(self, ask: Callable[[], Any], expect: Callable[[], Any]) -> Any:
        """Do the same on both sides: both succeed, or both refuse with the same exception.

        Return the service's answer, None where it refused.
        """
        wanted: str | None = None
        try:
            expect()
        except RefusedError as refused:
            wanted = str(refused)
        answer, refusal = None, None
        try:
            answer = ask()
        except ClientError as error:
            refusal = error.response["Error"]["Code"]
        assert refusal == wanted
        self.endings[refusal or "success"] += 1
        return answer


def chosen(things: Sequence[Any], choice: int) -> Any:
    """Return one of some things."""
    return things[choice % len(things)]
