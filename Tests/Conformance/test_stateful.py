"""Whatever is asked for in whatever order, the service knows what a model in plain dictionaries knows."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from botocore.exceptions import ClientError
from drivers.identity import PUSH_APP_ARN, create_app_instance
from drivers.paging import pages
from drivers.reference import ReferenceService, RefusedError
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

#: How many sequences are tried, of how many steps; `CARILLON_SEQUENCES=200` takes a while.
_SEQUENCES = int(os.environ.get("CARILLON_SEQUENCES", "12"))
_STEPS = 60

_USER_IDS = st.sampled_from(["ada", "grace", "ken", "nobody"])
_NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), min_size=1, max_size=40
).filter(lambda name: not name.isspace())
_TOKENS = st.integers(0, 30).map(lambda number: f"{number:064x}")
_REQUEST_TOKENS = st.integers(0, 60).map(lambda number: f"request-{number}")
_KEYS = st.sampled_from(["tier", "Tier", "ticket", "with blank", "ключ", "a:b", "x/y=z+@"])
_VALUES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), min_size=1, max_size=20
)


class _Sequence(RuleBasedStateMachine):
    """A sequence of requests to the service and to the model, side by side."""

    client: ClassVar[Any]
    steps: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self._instance = create_app_instance(self.client, "Sequence")
        self._model = ReferenceService()
        self._requests: list[dict[str, Any]] = []
        # Where a page of users was left, with those who were there when it was asked for.
        self._page: tuple[str, set[str], set[str]] | None = None

    def teardown(self) -> None:
        """Remove everything."""
        self.client.delete_app_instance(AppInstanceArn=self._instance)

    def _arn(self, user_id: str) -> str:
        return f"{self._instance}/user/{user_id}"

    def _compare(self, ask: Callable[[], Any], expect: Callable[[], Any]) -> Any:
        """Do the same on both sides: both succeed, or both refuse with the same exception."""
        type(self).steps += 1
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
        return answer

    @rule(user_id=_USER_IDS, name=_NAMES)
    def create_user(self, user_id: str, name: str) -> None:
        """Create a user, who may be there already."""
        arn = self._arn(user_id)
        self._compare(
            lambda: self.client.create_app_instance_user(
                AppInstanceArn=self._instance, AppInstanceUserId=user_id, Name=name
            ),
            lambda: self._model.create_user(arn, name),
        )

    @rule(user_id=_USER_IDS, name=_NAMES, metadata=st.text("{}a", max_size=9))
    def update_user(self, user_id: str, name: str, metadata: str) -> None:
        """Change a user, who may not be there."""
        arn = self._arn(user_id)
        self._compare(
            lambda: self.client.update_app_instance_user(
                AppInstanceUserArn=arn, Name=name, Metadata=metadata
            ),
            lambda: self._model.update_user(arn, name, metadata),
        )

    @rule(user_id=_USER_IDS)
    def delete_user(self, user_id: str) -> None:
        """Remove a user with everything."""
        arn = self._arn(user_id)
        self._compare(
            lambda: self.client.delete_app_instance_user(AppInstanceUserArn=arn),
            lambda: self._model.delete_user(arn),
        )
        if self._page:
            # Created once more it is another user, who may be seen as well.
            self._page[1].discard(arn)
            self._page[2].discard(arn)

    @rule(
        user_id=_USER_IDS,
        token=_TOKENS,
        request_token=_REQUEST_TOKENS,
        name=_NAMES,
        allow=st.sampled_from(["ALL", "NONE"]),
        kind=st.sampled_from(["APNS", "APNS_SANDBOX", "GCM"]),
    )
    def register(
        self, user_id: str, token: str, request_token: str, name: str, allow: str, kind: str
    ) -> None:
        """Register a device: a new one, one that another has, or the same again."""
        arn = self._arn(user_id)
        request = {
            "AppInstanceUserArn": arn,
            "Name": name,
            "Type": kind,
            "ResourceArn": PUSH_APP_ARN,
            "EndpointAttributes": {"DeviceToken": token},
            "ClientRequestToken": request_token,
            "AllowMessages": allow,
        }
        self._requests.append(request)
        self._register(arn, request)

    @rule(number=st.integers(0, 100))
    def register_again(self, number: int) -> None:
        """Send a request again that was sent before, as after a lost answer."""
        if self._requests:
            request = self._requests[number % len(self._requests)]
            self._register(request["AppInstanceUserArn"], request)

    def _register(self, arn: str, request: dict[str, Any]) -> None:
        earlier: list[str | None] = []
        answer = self._compare(
            lambda: self.client.register_app_instance_user_endpoint(**request),
            lambda: earlier.append(self._model.before_registering(arn, request)),
        )
        if answer and earlier[0]:
            assert answer["EndpointId"] == earlier[0]
        elif answer:
            self._model.register(arn, request, answer["EndpointId"])

    def _some_endpoint(self, arn: str, number: int) -> str:
        user = self._model.users.get(arn)
        # In the order in which they were registered: ids are random, and every run has to be the same.
        endpoints = list(user.devices) if user else []
        return endpoints[number % len(endpoints)] if endpoints else "no-such-endpoint"

    @rule(
        user_id=_USER_IDS,
        number=st.integers(0, 20),
        changes=st.fixed_dictionaries(
            {}, optional={"Name": _NAMES, "AllowMessages": st.sampled_from(["ALL", "NONE"])}
        ),
    )
    def update_device(self, user_id: str, number: int, changes: dict[str, str]) -> None:
        """Change a device's name, its AllowMessages, both or nothing."""
        arn = self._arn(user_id)
        endpoint = self._some_endpoint(arn, number)
        self._compare(
            lambda: self.client.update_app_instance_user_endpoint(
                AppInstanceUserArn=arn, EndpointId=endpoint, **changes
            ),
            lambda: self._model.update_device(arn, endpoint, changes),
        )

    @rule(user_id=_USER_IDS, number=st.integers(0, 20))
    def deregister(self, user_id: str, number: int) -> None:
        """Remove a device."""
        arn = self._arn(user_id)
        endpoint = self._some_endpoint(arn, number)
        self._compare(
            lambda: self.client.deregister_app_instance_user_endpoint(
                AppInstanceUserArn=arn, EndpointId=endpoint
            ),
            lambda: self._model.deregister(arn, endpoint),
        )

    @rule(user_id=_USER_IDS, tags=st.dictionaries(_KEYS, _VALUES, min_size=1))
    def tag(self, user_id: str, tags: dict[str, str]) -> None:
        """Put tags."""
        arn = self._arn(user_id)
        self._compare(
            lambda: self.client.tag_resource(
                ResourceARN=arn, Tags=[{"Key": key, "Value": value} for key, value in tags.items()]
            ),
            lambda: self._model.tag(arn, tags),
        )

    @rule(user_id=_USER_IDS, keys=st.lists(_KEYS, min_size=1, unique=True))
    def untag(self, user_id: str, keys: list[str]) -> None:
        """Remove tags."""
        arn = self._arn(user_id)
        self._compare(
            lambda: self.client.untag_resource(ResourceARN=arn, TagKeys=keys),
            lambda: self._model.untag(arn, keys),
        )

    @rule(user_id=_USER_IDS, first=st.integers(0, 40))
    def tag_to_the_limit(self, user_id: str, first: int) -> None:
        """Put twenty tags, by which the limit is reached some time."""
        arn = self._arn(user_id)
        tags = {f"key-{number}": "v" for number in range(first, first + 20)}
        self._compare(
            lambda: self.client.tag_resource(
                ResourceARN=arn, Tags=[{"Key": key, "Value": value} for key, value in tags.items()]
            ),
            lambda: self._model.tag(arn, tags),
        )

    @rule()
    def turn_the_page(self) -> None:
        """Read one user more, with the others doing as they like meanwhile: nobody twice, nobody left out."""
        type(self).steps += 1
        if self._page is None:
            token, there, seen = "", set(self._model.users), set()
        else:
            token, there, seen = self._page
        request = {"NextToken": token} if token else {}
        page = self.client.list_app_instance_users(AppInstanceArn=self._instance, MaxResults=1, **request)
        arns = [user["AppInstanceUserArn"] for user in page["AppInstanceUsers"]]
        assert not seen & set(arns)
        seen |= set(arns)
        if "NextToken" in page:
            self._page = (page["NextToken"], there, seen)
        else:
            assert there <= seen
            self._page = None

    @invariant()
    def both_know_the_same(self) -> None:
        """Every user, device and tag is as it should be."""
        listed = {
            user["AppInstanceUserArn"]: user["Name"]
            for page in pages(
                self.client, "list_app_instance_users", AppInstanceArn=self._instance, MaxResults=3
            )
            for user in page["AppInstanceUsers"]
        }
        assert listed == {arn: user.name for arn, user in self._model.users.items()}
        for arn, user in self._model.users.items():
            found = {
                item["EndpointId"]: (item["Name"], item["Type"], item["AllowMessages"])
                for page in pages(
                    self.client, "list_app_instance_user_endpoints", AppInstanceUserArn=arn, MaxResults=4
                )
                for item in page["AppInstanceUserEndpoints"]
            }
            assert found == {
                endpoint: (device.name, device.type, device.allow)
                for endpoint, device in user.devices.items()
            }
            tags = self.client.list_tags_for_resource(ResourceARN=arn)["Tags"]
            assert {tag["Key"]: tag["Value"] for tag in tags} == user.tags


def test_sequences_of_requests(client: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """The same sequences every time, so that a failure is there tomorrow too."""
    _Sequence.client = client
    run_state_machine_as_test(
        _Sequence,
        settings=settings(
            max_examples=_SEQUENCES,
            stateful_step_count=_STEPS,
            derandomize=True,
            database=None,
            deadline=None,
            # The first failure is told as it is: looking for a shorter one takes minutes.
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    with capsys.disabled():
        print(f"\n{_Sequence.steps} requests that change something or turn a page, compared after each")
