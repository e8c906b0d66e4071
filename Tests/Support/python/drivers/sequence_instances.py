"""Requests about app instances, in any order."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition

from .reading import Reading
from .sequence import CHOICES, METADATA, NAMES, TAGS, SequenceOfRequests, chosen, rule, tag_list

#: More app instances at a time take long to compare and show nothing new.
_MOST_INSTANCES = 3


class RequestsAboutInstances(SequenceOfRequests):
    """CreateAppInstance, and what can be asked of an app instance."""

    def __init__(self) -> None:
        """Start with nothing sent."""
        self._creations: list[dict[str, Any]] = []
        self._instances_page: Reading | None = None
        super().__init__()

    @precondition(lambda self: len(self.model.instances) < _MOST_INSTANCES)
    @rule(
        # These two are what the pattern of the name leaves out.
        name=NAMES.filter(lambda name: not {"\ufffe", "\uffff"} & set(name)),
        optional=st.fixed_dictionaries({}, optional={"Metadata": METADATA, "Tags": TAGS.map(tag_list)}),
        token=st.integers(0, 6),
    )
    def create_app_instance(self, name: str, optional: dict[str, Any], token: int) -> None:
        """Create an app instance, with a token that may have been used for another."""
        request = {"Name": name, "ClientRequestToken": self.request_token(token), **optional}
        self._creations.append(request)
        self.create_instance(request)

    @precondition(lambda self: self._creations)
    @rule(choice=CHOICES)
    def create_app_instance_again(self, choice: int) -> None:
        """Send a request again that was sent before, as after a lost answer."""
        request = chosen(self._creations, choice)
        self.create_instance(request)

    @rule(choice=CHOICES, name=st.sampled_from(["Prod Chat", "Zoë", " "]), metadata=METADATA)
    def update_app_instance(self, choice: int, name: str, metadata: str) -> None:
        """Change an app instance, which may not be there."""
        arn = self.some_instance(choice)
        self.compare(
            lambda: self.client.update_app_instance(AppInstanceArn=arn, Name=name, Metadata=metadata),
            lambda: self.model.update_instance(arn, name, metadata),
        )

    @rule(choice=CHOICES)
    def describe_app_instance(self, choice: int) -> None:
        """Look at an app instance, which may not be there."""
        arn = self.some_instance(choice)
        answer = self.compare(
            lambda: self.client.describe_app_instance(AppInstanceArn=arn), lambda: self.model.instance(arn)
        )
        if answer:
            described, known = answer["AppInstance"], self.model.instances[arn]
            assert (described["AppInstanceArn"], described["Name"]) == (arn, known.name)
            assert described.get("Metadata") == known.metadata

    @precondition(lambda self: len(self.model.instances) > 1)
    @rule(choice=CHOICES)
    def delete_app_instance(self, choice: int) -> None:
        """Remove an app instance with everything in it."""
        arn = self.some_instance(choice)
        self.compare(
            lambda: self.client.delete_app_instance(AppInstanceArn=arn),
            lambda: self.model.delete_instance(arn),
        )

    @rule(size=st.integers(1, 2))
    def turn_the_page_of_app_instances(self, size: int) -> None:
        """Read one page more, with everything done meanwhile that these sequences do."""
        reading = self._instances_page or Reading(self.model.instances)
        arguments = reading.arguments(size)
        page = self.compare(lambda: self.client.list_app_instances(**arguments), lambda: None)
        arns = [summary["AppInstanceArn"] for summary in page["AppInstances"]]
        is_last = reading.turn(arns, page.get("NextToken"), self.model.instances, size)
        self._instances_page = None if is_last else reading
