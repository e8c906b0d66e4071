"""Requests about devices, in any order."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition

from .identity import PUSH_APP_ARN
from .reading import Reading
from .reference import DEVICE_LIMIT
from .sequence import CHOICES, NAMES, USER_IDS, SequenceOfRequests, chosen, rule

_ALLOW = st.sampled_from(["ALL", "NONE"])
_NAME_AND_ALLOW = st.fixed_dictionaries({}, optional={"Name": NAMES, "AllowMessages": _ALLOW})
#: What comes or goes between two pages: a device's place in the list, and whether another comes instead.
_COMINGS_AND_GOINGS = st.lists(st.tuples(st.integers(0, 9), st.booleans()), max_size=12)


class RequestsAboutDevices(SequenceOfRequests):
    """RegisterAppInstanceUserEndpoint, and what can be asked of a device."""

    def __init__(self) -> None:
        """Start with nothing sent."""
        self._registrations: list[dict[str, Any]] = []
        self._devices_page: tuple[str, Reading] | None = None
        super().__init__()

    @rule(
        choice=CHOICES,
        user_id=USER_IDS,
        device=st.integers(0, 30),
        token=st.integers(0, 60),
        kind=st.sampled_from(["APNS", "APNS_SANDBOX", "GCM"]),
        optional=_NAME_AND_ALLOW,
    )
    def register(
        self, choice: int, user_id: str, device: int, token: int, kind: str, optional: dict[str, Any]
    ) -> None:
        """Register a device: a new one, one that another has, or the same again."""
        request = {
            **_registration(self.some_user(choice, user_id), device, self.request_token(token), kind),
            **optional,
        }
        self._registrations.append(request)
        self._register(request)

    @precondition(lambda self: self._registrations)
    @rule(choice=CHOICES)
    def register_again(self, choice: int) -> None:
        """Send a request again that was sent before, as after a lost answer."""
        self._register(chosen(self._registrations, choice))

    @rule(choice=CHOICES, user_id=USER_IDS, first=st.integers(0, 30))
    def register_to_the_limit(self, choice: int, user_id: str, first: int) -> None:
        """Register new devices until there are as many as a user may have, and one more."""
        arn = self.some_user(choice, user_id)
        is_there = arn in self.users_of(arn.partition("/user/")[0])
        for number in range(first, first + DEVICE_LIMIT + 1 if is_there else first + 1):
            self._register(_registration(arn, number, self.fresh_request_token(), "APNS"))

    def _register(self, request: dict[str, Any]) -> None:
        earlier: list[str | None] = []
        answer = self.compare(
            lambda: self.client.register_app_instance_user_endpoint(**request),
            lambda: earlier.append(self.model.before_registering(request)),
        )
        if answer and earlier[0]:
            self.endings["replayed"] += 1
            assert answer["EndpointId"] == earlier[0]
        elif answer:
            self.model.register(request, answer["EndpointId"])

    @rule(choice=CHOICES, user_id=USER_IDS, number=CHOICES, changes=_NAME_AND_ALLOW)
    def update_device(self, choice: int, user_id: str, number: int, changes: dict[str, str]) -> None:
        """Change a device's name, its AllowMessages, both or nothing."""
        arn, endpoint = self._some_device(choice, user_id, number)
        self.compare(
            lambda: self.client.update_app_instance_user_endpoint(
                AppInstanceUserArn=arn, EndpointId=endpoint, **changes
            ),
            lambda: self.model.update_device(arn, endpoint, changes),
        )

    @rule(choice=CHOICES, user_id=USER_IDS, number=CHOICES)
    def describe_device(self, choice: int, user_id: str, number: int) -> None:
        """Look at a device, which may not be there."""
        arn, endpoint = self._some_device(choice, user_id, number)
        answer = self.compare(
            lambda: self.client.describe_app_instance_user_endpoint(
                AppInstanceUserArn=arn, EndpointId=endpoint
            ),
            lambda: self.model.device(arn, endpoint),
        )
        if answer:
            described, known = answer["AppInstanceUserEndpoint"], self.model.device(arn, endpoint)
            assert (described["AppInstanceUserArn"], described["EndpointId"]) == (arn, endpoint)
            assert described["EndpointAttributes"] == {"DeviceToken": known.token}
            assert (described.get("Name"), described["Type"], described["AllowMessages"]) == (
                known.name,
                known.type,
                known.allow,
            )

    @rule(choice=CHOICES, user_id=USER_IDS, number=CHOICES)
    def deregister(self, choice: int, user_id: str, number: int) -> None:
        """Remove a device."""
        self._deregister(*self._some_device(choice, user_id, number))

    def _deregister(self, arn: str, endpoint: str) -> None:
        self.compare(
            lambda: self.client.deregister_app_instance_user_endpoint(
                AppInstanceUserArn=arn, EndpointId=endpoint
            ),
            lambda: self.model.deregister(arn, endpoint),
        )

    @rule(choice=CHOICES, user_id=USER_IDS, size=st.integers(1, 3))
    def turn_the_page_of_devices(self, choice: int, user_id: str, size: int) -> None:
        """Read one page more, with everything done meanwhile that these sequences do."""
        arn, reading = self._devices_page or (self.some_user(choice, user_id), None)
        reading = self._read_devices(arn, reading, size)
        self._devices_page = (arn, reading) if reading else None

    @rule(
        choice=CHOICES,
        user_id=USER_IDS,
        size=st.integers(1, 3),
        comings_and_goings=_COMINGS_AND_GOINGS,
    )
    def read_all_devices_while_some_come_and_go(
        self, choice: int, user_id: str, size: int, comings_and_goings: list[tuple[int, bool]]
    ) -> None:
        """Read from the first page to the last one; between two of them a device goes, or is replaced."""
        arn = self.some_user(choice, user_id)
        reading = self._read_devices(arn, None, size)
        while reading:
            for number, comes in comings_and_goings[:1]:
                self._deregister(arn, self._device_of(arn, number))
                if comes:
                    self._register(_registration(arn, 31 + number, self.fresh_request_token(), "GCM"))
            del comings_and_goings[:1]
            reading = self._read_devices(arn, reading, size)

    def _read_devices(self, arn: str, reading: Reading | None, size: int) -> Reading | None:
        """Read a page; return None after the last one, and where the user is not there."""
        reading = reading or Reading(self._devices_of(arn))
        arguments = reading.arguments(size)
        page = self.compare(
            lambda: self.client.list_app_instance_user_endpoints(AppInstanceUserArn=arn, **arguments),
            lambda: self.model.user(arn),
        )
        if page is None:
            return None
        endpoints = [endpoint["EndpointId"] for endpoint in page["AppInstanceUserEndpoints"]]
        is_last = reading.turn(endpoints, page.get("NextToken"), self._devices_of(arn), size)
        return None if is_last else reading

    def _devices_of(self, arn: str) -> dict[str, Any]:
        users = self.users_of(arn.partition("/user/")[0])
        return users[arn].devices if arn in users else {}

    def _device_of(self, arn: str, number: int) -> str:
        # In the order in which they were registered: ids are random, and every run has to be the same.
        endpoints = list(self._devices_of(arn))
        return chosen(endpoints, number) if endpoints else "no-such-endpoint"

    def _some_device(self, choice: int, user_id: str, number: int) -> tuple[str, str]:
        arn = self.some_user(choice, user_id)
        return arn, self._device_of(arn, number)


def _registration(arn: str, device: int, request_token: str, kind: str) -> dict[str, Any]:
    return {
        "AppInstanceUserArn": arn,
        "Type": kind,
        "ResourceArn": PUSH_APP_ARN,
        "EndpointAttributes": {"DeviceToken": f"{device:064x}"},
        "ClientRequestToken": request_token,
    }
