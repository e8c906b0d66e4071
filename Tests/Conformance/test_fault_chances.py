"""What is left to chance: how often, which requests, and the same again for the same seed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError
from drivers.faults import fault_report, is_plausible, outcome, plan_faults, playing
from drivers.identity import register_device, tags_of
from drivers.model import error_of
from drivers.raw import RawRequest
from drivers.service import LocalService

_EVERYTHING = "throttle=0.2,error=0.25,drop=0.25,truncate=0.3"

#: How a request ends for a client, by the fault that was played.
_ENDINGS = {"throttle": "429", "error": "500", "drop": "lost", "truncate": "cut"}


def _endings(service: LocalService, count: int) -> list[str]:
    """Return how so many requests end that are the same, one after the other."""
    request = RawRequest("GET", "/app-instances").signed(service.url)
    return [outcome(request, service) for _ in range(count)]


@pytest.mark.parametrize("fault", _ENDINGS)
@pytest.mark.parametrize("chance", [0.1, 0.5])
def test_a_fault_is_as_frequent_as_asked_for(service: LocalService, fault: str, chance: float) -> None:
    """The rest of the requests is answered as ever."""
    with playing(service, f"{fault}={chance}", seed=42):
        endings = Counter(_endings(service, 400))

    assert set(endings) == {"200", _ENDINGS[fault]}
    assert is_plausible(endings[_ENDINGS[fault]], 400, chance), endings


@pytest.mark.parametrize("fault", _ENDINGS)
def test_never_and_always(service: LocalService, fault: str) -> None:
    """0 is never, 1 is always."""
    with playing(service, f"{fault}=0"):
        assert set(_endings(service, 100)) == {"200"}
    with playing(service, f"{fault}=1"):
        assert set(_endings(service, 100)) == {_ENDINGS[fault]}


def test_faults_together(service: LocalService) -> None:
    """Each has its chance where none before it was played, and the report counts what clients have seen."""
    with playing(service, _EVERYTHING, seed=7):
        endings = Counter(_endings(service, 400))
        report = fault_report(service)

    left = 1.0
    for fault, chance in [("throttle", 0.2), ("error", 0.25), ("drop", 0.25), ("truncate", 0.3)]:
        assert is_plausible(endings[_ENDINGS[fault]], 400, left * chance), (fault, endings)
        left *= 1 - chance
    assert report["Requests"] == 400
    assert report["Played"] == {fault: endings[ending] for fault, ending in _ENDINGS.items()}


def test_the_same_seed_is_the_same_again(service: LocalService) -> None:
    """The same requests in the same order end the same way; with another seed, others do."""
    first, again, other = [], [], []
    for seed, endings in [(1, first), (1, again), (2, other)]:
        with playing(service, _EVERYTHING, seed):
            endings += _endings(service, 200)

    assert again == first
    assert other != first


def test_a_seed_on_the_command_line(service: LocalService, tmp_path: Path) -> None:
    """`--fault-seed` is the seed that a request gives: another process plays the same."""
    with LocalService(tmp_path, ":memory:", "--fault", _EVERYTHING, "--fault-seed", "1") as other:
        on_the_command_line = _endings(other, 200)
    with playing(service, _EVERYTHING, seed=1):
        by_request = _endings(service, 200)

    assert on_the_command_line == by_request


def test_what_happened_by_chance_can_be_played_again(tmp_path: Path) -> None:
    """Without a seed the service picks one, and tells it to who has seen something go wrong."""
    with LocalService(tmp_path, ":memory:", "--fault", _EVERYTHING) as service:
        first = _endings(service, 100)
        report = fault_report(service)
        plan_faults(service, report["Faults"], report["Seed"])
        again = _endings(service, 100)
        # A plan without a seed keeps the one there is, and starts over.
        plan_faults(service, report["Faults"])
        once_more = _endings(service, 100)
        seed = fault_report(service)["Seed"]

    assert first == again == once_more
    assert seed == report["Seed"]


def test_services_pick_different_seeds(tmp_path: Path) -> None:
    """Two services do not fail alike unless they are told to."""
    seeds = set()
    for _ in range(3):
        with LocalService(tmp_path, ":memory:", "--fault", _EVERYTHING) as service:
            seeds.add(fault_report(service)["Seed"])

    # One in four thousand million pairs is the same.
    assert len(seeds) > 1


def test_which_requests_fail_does_not_depend_on_what_they_are(
    service: LocalService, client: Any, user: str
) -> None:
    """The seed and the position decide: the third request fails, whatever it asks for."""

    def failed(call: Any) -> list[int]:
        found = []
        with playing(service, "error=0.3", seed=11):
            for number in range(60):
                try:
                    call(number)
                except ClientError:
                    found.append(number)
        return found

    reads = failed(lambda _: client.list_app_instances())
    writes = failed(lambda n: client.tag_resource(ResourceARN=user, Tags=[{"Key": "n", "Value": f"{n}"}]))

    assert reads
    assert reads == writes
    # The last write that did not fail is the one that counts.
    assert tags_of(client, user) == {"n": f"{max(set(range(60)) - set(writes))}"}


# Single operations


def test_a_fault_of_one_operation_hits_no_other(service: LocalService, client: Any, user: str) -> None:
    """The list of devices fails, everything else works."""
    with playing(service, "ListAppInstanceUserEndpoints:error=1.0"):
        with pytest.raises(client.exceptions.ServiceFailureException):
            client.list_app_instance_user_endpoints(AppInstanceUserArn=user)
        endpoint = register_device(client, user)
        client.describe_app_instance_user_endpoint(AppInstanceUserArn=user, EndpointId=endpoint)
        client.list_app_instances()
        client.describe_app_instance_user(AppInstanceUserArn=user)
        assert tags_of(client, user) == {}
        played = fault_report(service)["Played"]

    assert played == {"error": 1}


@pytest.mark.parametrize(
    "faults",
    [
        "error=1,ListAppInstanceUserEndpoints:error=0",
        "ListAppInstanceUserEndpoints:error=0,error=1",
    ],
)
def test_the_plan_for_an_operation_comes_first(
    service: LocalService, client: Any, user: str, faults: str
) -> None:
    """It takes the place of the plan for all, wherever it is written."""
    with playing(service, faults):
        assert not client.list_app_instance_user_endpoints(AppInstanceUserArn=user)[
            "AppInstanceUserEndpoints"
        ]
        with pytest.raises(client.exceptions.ServiceFailureException):
            client.list_tags_for_resource(ResourceARN=user)


def test_the_plan_for_an_operation_replaces_faults_of_its_kind_alone(
    service: LocalService, client: Any, user: str
) -> None:
    """Other kinds that are planned for all are for this operation too."""
    with playing(service, "error=1,ListAppInstanceUserEndpoints:throttle=0"):
        assert error_of(client, "ListAppInstanceUserEndpoints", {"AppInstanceUserArn": user}) == (
            "ServiceFailureException"
        )
    with playing(service, "error=1,ListAppInstanceUserEndpoints:throttle=1"):
        with pytest.raises(client.exceptions.ThrottledClientException):
            client.list_app_instance_user_endpoints(AppInstanceUserArn=user)
        with pytest.raises(client.exceptions.ServiceFailureException):
            client.list_tags_for_resource(ResourceARN=user)
