"""Requests about users, in any order."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition

from .reading import Reading
from .sequence import CHOICES, METADATA, NAMES, TAGS, USER_IDS, SequenceOfRequests, chosen, rule, tag_list

_EXPIRATION = st.builds(
    lambda days: {"ExpirationDays": days, "ExpirationCriterion": "CREATED_TIMESTAMP"}, st.integers(1, 5475)
)
#: Who comes or goes between two pages: a guest's number, and whether that one comes.
_COMINGS_AND_GOINGS = st.lists(st.tuples(st.integers(0, 7), st.booleans()), max_size=12)


class RequestsAboutUsers(SequenceOfRequests):
    """CreateAppInstanceUser, and what can be asked of a user."""

    def __init__(self) -> None:
        """Start with nothing sent."""
        self._user_creations: list[dict[str, Any]] = []
        self._users_page: tuple[str, Reading] | None = None
        super().__init__()
        for instance in self.model.instances:
            for user_id in ("ada", "grace", "ken"):
                self._create(self._creation(instance, user_id))

    @rule(
        choice=CHOICES,
        user_id=USER_IDS,
        name=NAMES,
        optional=st.fixed_dictionaries(
            {}, optional={"Metadata": METADATA, "Tags": TAGS.map(tag_list), "ExpirationSettings": _EXPIRATION}
        ),
        token=st.integers(0, 6),
    )
    def create_user(self, choice: int, user_id: str, name: str, optional: dict[str, Any], token: int) -> None:
        """Create a user, who may be there already, with a token that may have been used for another."""
        request = {
            "AppInstanceArn": self.some_instance(choice),
            "AppInstanceUserId": user_id,
            "Name": name,
            "ClientRequestToken": self.request_token(token),
            **optional,
        }
        self._create(request)

    @rule(choice=CHOICES)
    def create_user_again(self, choice: int) -> None:
        """Send a request again that was sent before, as after a lost answer."""
        self._create(chosen(self._user_creations, choice))

    def _create(self, request: dict[str, Any]) -> None:
        self._user_creations.append(request)
        known = self.model.instances.get(request["AppInstanceArn"])
        is_repeated = known is not None and request["ClientRequestToken"] in known.requests
        arns: list[str] = []
        answer = self.compare(
            lambda: self.client.create_app_instance_user(**request),
            lambda: arns.append(self.model.create_user(request)),
        )
        if answer:
            assert answer["AppInstanceUserArn"] == arns[0]
            self.endings["replayed"] += is_repeated

    @rule(choice=CHOICES, user_id=USER_IDS, name=NAMES, metadata=METADATA)
    def update_user(self, choice: int, user_id: str, name: str, metadata: str) -> None:
        """Change a user, who may not be there."""
        arn = self.some_user(choice, user_id)
        self.compare(
            lambda: self.client.update_app_instance_user(
                AppInstanceUserArn=arn, Name=name, Metadata=metadata
            ),
            lambda: self.model.update_user(arn, name, metadata),
        )

    @rule(choice=CHOICES, user_id=USER_IDS)
    def describe_user(self, choice: int, user_id: str) -> None:
        """Look at a user, who may not be there."""
        arn = self.some_user(choice, user_id)
        answer = self.compare(
            lambda: self.client.describe_app_instance_user(AppInstanceUserArn=arn),
            lambda: self.model.user(arn),
        )
        if answer:
            described, known = answer["AppInstanceUser"], self.model.user(arn)
            assert (described["AppInstanceUserArn"], described["Name"]) == (arn, known.name)
            assert described.get("Metadata") == known.metadata
            assert described.get("ExpirationSettings") == known.expiration

    @precondition(lambda self: sum(len(known.users) for known in self.model.instances.values()) > 1)
    @rule(choice=CHOICES, user_id=USER_IDS)
    def delete_user(self, choice: int, user_id: str) -> None:
        """Remove a user with everything."""
        self._delete(self.some_user(choice, user_id))

    def _delete(self, arn: str) -> None:
        self.compare(
            lambda: self.client.delete_app_instance_user(AppInstanceUserArn=arn),
            lambda: self.model.delete_user(arn),
        )

    @rule(choice=CHOICES, size=st.integers(1, 3))
    def turn_the_page_of_users(self, choice: int, size: int) -> None:
        """Read one page more, with everything done meanwhile that these sequences do."""
        instance, reading = self._users_page or (self.some_instance(choice), None)
        reading = self._read_users(instance, reading, size)
        self._users_page = (instance, reading) if reading else None

    @rule(choice=CHOICES, size=st.integers(1, 3), comings_and_goings=_COMINGS_AND_GOINGS)
    def read_all_users_while_some_come_and_go(
        self, choice: int, size: int, comings_and_goings: list[tuple[int, bool]]
    ) -> None:
        """Read from the first page to the last one; between two of them, a guest comes or goes."""
        instance = self.some_instance(choice)
        for number in range(4 if instance in self.model.instances else 0):
            self._create(self._creation(instance, f"guest-{number}"))
        reading = self._read_users(instance, None, size)
        while reading:
            for number, comes in comings_and_goings[:1]:
                if comes:
                    self._create(self._creation(instance, f"guest-{number}"))
                else:
                    self._delete(f"{instance}/user/guest-{number}")
            del comings_and_goings[:1]
            reading = self._read_users(instance, reading, size)
        for arn in [arn for arn in self.users_of(instance) if "/guest-" in arn]:
            self._delete(arn)

    def _creation(self, instance: str, user_id: str) -> dict[str, Any]:
        return {
            "AppInstanceArn": instance,
            "AppInstanceUserId": user_id,
            "Name": "Ada Lovelace",
            "ClientRequestToken": self.fresh_request_token(),
        }

    def _read_users(self, instance: str, reading: Reading | None, size: int) -> Reading | None:
        """Read a page; return None after the last one, and where the app instance is not there."""
        reading = reading or Reading(self.users_of(instance))
        arguments = reading.arguments(size)
        page = self.compare(
            lambda: self.client.list_app_instance_users(AppInstanceArn=instance, **arguments),
            lambda: self.model.instance(instance),
        )
        if page is None:
            return None
        arns = [user["AppInstanceUserArn"] for user in page["AppInstanceUsers"]]
        is_last = reading.turn(arns, page.get("NextToken"), self.users_of(instance), size)
        return None if is_last else reading
