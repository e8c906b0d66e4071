"""Whatever is asked for in whatever order, the service knows what a model in plain dictionaries knows."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from drivers.identity import tags_of
from drivers.paging import pages
from drivers.sequence import RULES
from drivers.sequence_devices import RequestsAboutDevices
from drivers.sequence_instances import RequestsAboutInstances
from drivers.sequence_tags import RequestsAboutTags
from drivers.sequence_users import RequestsAboutUsers
from drivers.service import LocalService
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import invariant, run_state_machine_as_test

#: How many sequences are tried, of how many steps; `CARILLON_SEQUENCES=200` takes a while.
_SEQUENCES = int(os.environ.get("CARILLON_SEQUENCES", "12"))
_STEPS = 60


class _Sequence(RequestsAboutInstances, RequestsAboutUsers, RequestsAboutDevices, RequestsAboutTags):
    """A sequence of requests of all kinds, with all that there is compared after each."""

    @invariant()
    def both_know_the_same(self) -> None:
        """Every app instance, user, device and tag is as it should be, and in its place."""
        listed = self._listed("AppInstances", "list_app_instances")
        assert [_named(item, "AppInstanceArn") for item in listed] == [
            (arn, known.name, known.metadata) for arn, known in self.model.instances.items()
        ]
        for arn, instance in self.model.instances.items():
            assert tags_of(self.client, arn) == instance.tags
            users = self._listed("AppInstanceUsers", "list_app_instance_users", AppInstanceArn=arn)
            assert [_named(item, "AppInstanceUserArn") for item in users] == [
                (user_arn, known.name, known.metadata) for user_arn, known in instance.users.items()
            ]
            for user_arn, user in instance.users.items():
                self._compare_user(user_arn, user)

    def _compare_user(self, arn: str, user: Any) -> None:
        assert tags_of(self.client, arn) == user.tags
        devices = self._listed(
            "AppInstanceUserEndpoints", "list_app_instance_user_endpoints", AppInstanceUserArn=arn
        )
        assert [
            (item["EndpointId"], item.get("Name"), item["Type"], item["AllowMessages"]) for item in devices
        ] == [(endpoint, known.name, known.type, known.allow) for endpoint, known in user.devices.items()]

    def _listed(self, member: str, operation: str, **request: Any) -> list[dict[str, Any]]:
        listing = pages(self.client, operation, MaxResults=7, **request)
        return [item for page in listing for item in page[member]]


def _named(item: dict[str, Any], name: str) -> tuple[str, str, str | None]:
    return item[name], item["Name"], item.get("Metadata")


@pytest.fixture
def own_client(tmp_path: Path) -> Iterator[Any]:
    """Return boto3's client of a service in which nobody else has an app instance."""
    with LocalService(tmp_path) as service:
        yield service.client()


def test_sequences_of_requests(own_client: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """The same sequences every time, so that a failure is there tomorrow too."""
    _Sequence.client = own_client
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
        print(f"\n{_Sequence.followed.total():,} steps, with all that there is compared after each:")
        print(_counted(_Sequence.followed))
        requests = _Sequence.endings.total() - _Sequence.endings["replayed"]
        print(f"{requests:,} requests in them, which ended with these; what was replayed is a success too:")
        print(_counted(_Sequence.endings))
    # Sequences in which one of these does not come up would show nothing about it.
    assert set(_Sequence.followed) == set(RULES)
    refusals = {"ForbiddenException", "ConflictException", "ResourceLimitExceededException"}
    assert set(_Sequence.endings) == {"success", "replayed", *refusals}


def _counted(counts: Counter[str]) -> str:
    return "\n".join(f"{count:7,}  {name.replace('_', ' ')}" for name, count in counts.most_common())
