"""How faults are asked for: on the command line, and of a service that runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from drivers.faults import ask, fault_report, plan_faults, playing
from drivers.identity import register_device
from drivers.program import Outcome, environment, run
from drivers.raw import RawRequest
from drivers.service import LocalService

_MALFORMED = [
    "throttle",
    "throttle=",
    "=0.1",
    "=",
    "throttle=often",
    "throttle=-0.1",
    "throttle=1.1",
    "throttle=nan",
    "throttle=inf",
    "throttle=10%",
    "throttle=0,1",
    "throttle=0.1;error=0.1",
    "throttle=0.1=0.2",
    "Throttle=0.1",
    "thrttle=0.1",
    "throttle:0.1",
    "error=2",
    "drop=yes",
    "truncate=-1",
    "latency=200",
    "latency=ms",
    "latency=-5ms",
    "latency=0.1",
    "latency=50ms±200",
    "latency=50ms±1s",
    "latency=200ms±",
    "latency=200ms±-50",
    "latency=200ms±50±10",
    "latency=nanms",
    "latency=infs",
    "latency=601s",
    "latency=600s±1",
    "latency=1h",
    "slow=0B/s",
    "slow=1kB",
    "slow=-1kB/s",
    "slow=1000",
    "slow=kB/s",
    "slow=nanB/s",
    "slow=1GB/s",
    "NoSuchOperation:error=1",
    "listappinstanceuserendpoints:error=1",
    ":error=1",
    "ListAppInstances:",
    "ListAppInstances=1",
    "ListAppInstances:error",
    "ListAppInstances:error=",
    "ListAppInstances:ListAppInstanceUsers:error=1",
]

#: Plans, and how the service tells them.
_WELL_FORMED = {
    "": "",
    "throttle=0.1": "throttle=0.1",
    "error=1": "error=1.0",
    "drop=0": "drop=0.0",
    "latency=200ms": "latency=200ms",
    "latency=200ms±50": "latency=200ms±50",
    "latency=200ms+-50": "latency=200ms±50",
    "latency=1.5s±500ms": "latency=1500ms±500",
    "latency=2s±1": "latency=2000ms±1000",
    " throttle=0.1 , error=0.1": "throttle=0.1,error=0.1",
    "latency=600s": "latency=600000ms",
    "slow=500B/s": "slow=500B/s",
    "slow=1kB/s": "slow=1kB/s",
    "slow=1500B/s": "slow=1500B/s",
    "slow=1.5kB/s": "slow=1500B/s",
    "slow=2MB/s": "slow=2MB/s",
    "error=0.1,error=0.2": "error=0.2",
    "ListAppInstances:error=1,slow=1kB/s,throttle=0.5,ListAppInstances:drop=0.25": (
        "throttle=0.5,slow=1kB/s,ListAppInstances:error=1.0,ListAppInstances:drop=0.25"
    ),
}


@pytest.fixture(autouse=True)
def _no_faults_are_left(service: LocalService) -> Iterator[None]:
    """Leave a service without faults to the next test."""
    yield
    plan_faults(service, "")


def _serve(home: Path, *arguments: str) -> Outcome:
    return run(["serve", "--port", "0", "--database", ":memory:", *arguments], environment(home))


# The command line


@pytest.mark.parametrize("text", _MALFORMED)
def test_a_malformed_plan_is_bad_usage(tmp_path: Path, text: str) -> None:
    """Nothing is served; one sentence says what is wrong with what was written, before the usage."""
    outcome = _serve(tmp_path, "--fault", text)

    assert (outcome.status, outcome.output) == (64, "")
    sentence, *usage = outcome.errors.splitlines()
    assert sentence.startswith("Error: ")
    assert sentence.endswith(".")
    assert usage[0].startswith("Usage: carillon serve ")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("thrttle=0.1", ["'thrttle'", "throttle, error, drop, truncate, latency, slow"]),
        ("throttle=1.1", ["'1.1'", "from 0 to 1"]),
        ("throttle", ["'throttle'", "throttle=0.1"]),
        ("latency=50ms±200", ["'50ms±200'", "latency=200ms±50"]),
        ("slow=1000", ["'1000'", "slow=1kB/s"]),
        ("NoSuchOperation:error=1", ["'NoSuchOperation'", "ListAppInstanceUserEndpoints:error=1"]),
        ("throttle=0.1,drop=yes", ["'yes'", "drop=0.1"]),
    ],
)
def test_the_sentence_says_what_to_write_instead(tmp_path: Path, text: str, words: list[str]) -> None:
    """It quotes what was written and gives an example."""
    sentence = _serve(tmp_path, "--fault", text).errors.splitlines()[0]

    for word in words:
        assert word in sentence


@pytest.mark.parametrize("seed", ["-1", "1.5", "one", "", "18446744073709551616"])
def test_a_malformed_seed_is_bad_usage(tmp_path: Path, seed: str) -> None:
    """A seed is a whole number from 0 that 64 bits hold."""
    outcome = _serve(tmp_path, "--fault", "error=0.1", f"--fault-seed={seed}")

    assert (outcome.status, outcome.output) == (64, "")
    assert "fault-seed" in outcome.errors.splitlines()[0]


def test_the_option_can_be_given_again(tmp_path: Path) -> None:
    """All plans together are one; where a fault is named twice, the last counts."""
    arguments = [
        *("--fault", "throttle=0.5,error=0.25"),
        *("--fault", "ListAppInstances:drop=1"),
        *("--fault", "throttle=0.125"),
        *("--fault-seed", "18446744073709551615"),
    ]

    with LocalService(tmp_path, ":memory:", *arguments) as service:
        report = fault_report(service)

    assert report == {
        "Faults": "throttle=0.125,error=0.25,ListAppInstances:drop=1.0",
        "Seed": 2**64 - 1,
        "Requests": 0,
        "Played": {},
    }


# A service that runs


@pytest.mark.parametrize("text", _WELL_FORMED)
def test_a_plan_is_told_as_it_can_be_asked_for_again(service: LocalService, text: str) -> None:
    """What GET tells is what POST has answered, and makes the same plan."""
    answered = plan_faults(service, text, seed=3)
    told = fault_report(service)
    again = plan_faults(service, told["Faults"], seed=3)

    expected = {"Faults": _WELL_FORMED[text], "Seed": 3, "Requests": 0, "Played": {}}
    assert answered == told == again == expected


@pytest.mark.parametrize("text", _MALFORMED)
def test_a_malformed_plan_changes_nothing(service: LocalService, text: str) -> None:
    """It is refused with one sentence, and the plan that there is goes on where it was."""
    request = RawRequest("GET", "/app-instances").signed(service.url)

    with playing(service, "error=1", seed=3):
        request.send(service.url)
        status, answer = ask(service, "faults", {"Faults": text, "Seed": 4})
        report = fault_report(service)

    assert (status, answer["Code"]) == (400, "BadRequest")
    assert answer["Message"].endswith(".")
    assert report == {"Faults": "error=1.0", "Seed": 3, "Requests": 1, "Played": {"error": 1}}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        b"error=1",
        b'{"Faults": "error=1"',
        [],
        "error=1",
        {},
        {"faults": "error=1"},
        {"Faults": None},
        {"Faults": 1},
        {"Faults": ["error=1"]},
        {"Faults": "", "Seed": -1},
        {"Faults": "", "Seed": 1.5},
        {"Faults": "", "Seed": "1"},
        {"Faults": "", "Seed": 2**64},
        {"Faults": "", "Sede": 4},
        {"Faults": "", "seed": 4},
    ],
    ids=str,
)
def test_a_body_that_is_no_plan_changes_nothing(service: LocalService, body: Any) -> None:
    """It is refused, and the plan that there is goes on."""
    with playing(service, "error=1", seed=3):
        status, answer = ask(service, "faults", body)
        report = fault_report(service)

    assert (status, answer["Code"]) == (400, "BadRequest")
    assert (report["Faults"], report["Seed"]) == ("error=1.0", 3)


def test_faults_come_and_go_while_the_service_runs(service: LocalService, client: Any) -> None:
    """Each plan counts from its start, and an empty one is the end of it."""
    plan_faults(service, "error=1", seed=2)
    for _ in range(3):
        with pytest.raises(client.exceptions.ServiceFailureException):
            client.list_app_instances()
    assert fault_report(service) == {
        "Faults": "error=1.0",
        "Seed": 2,
        "Requests": 3,
        "Played": {"error": 3},
    }

    plan_faults(service, "throttle=1")
    with pytest.raises(client.exceptions.ThrottledClientException):
        client.list_app_instances()
    assert fault_report(service) == {
        "Faults": "throttle=1.0",
        "Seed": 2,
        "Requests": 1,
        "Played": {"throttle": 1},
    }

    plan_faults(service, "")
    client.list_app_instances()
    assert fault_report(service) == {"Faults": "", "Seed": 2, "Requests": 0, "Played": {}}


def test_faults_of_the_start_can_be_switched_off(tmp_path: Path) -> None:
    """A service that was started to fail recovers on command."""
    with LocalService(tmp_path, ":memory:", "--fault", "error=1") as service:
        client = service.client()
        with pytest.raises(client.exceptions.ServiceFailureException):
            client.list_app_instances()
        plan_faults(service, "")

        assert client.list_app_instances()["AppInstances"] == []


@pytest.mark.parametrize(
    "faults", ["throttle=1", "error=1", "drop=1", "truncate=1", "latency=60s", "slow=1B/s"]
)
def test_the_control_paths_are_spared(service: LocalService, client: Any, user: str, faults: str) -> None:
    """The service is well, tells its plan and ages devices under every fault, and counts none of it."""
    endpoint = register_device(client, user)

    with playing(service, faults):
        assert ask(service, "health") == (200, {"status": "ok"})
        state = {"Status": "INACTIVE", "StatusReason": "INVALID_DEVICE_TOKEN"}
        assert ask(service, f"endpoints/{endpoint}/state", state) == (200, state)
        assert ask(service, "nothing")[0] == 404
        report = fault_report(service)

    assert (report["Requests"], report["Played"]) == (0, {})


# Pages in a browser


@pytest.mark.parametrize(
    "content_type",
    [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"],
)
def test_a_form_of_a_web_page_is_refused(service: LocalService, content_type: str | None) -> None:
    """A page in somebody's browser can send a form anywhere; it cannot break this service."""
    status, answer = ask(service, "faults", {"Faults": "error=1"}, content_type)

    assert status == 400
    assert "Content-Type" in answer["Message"]
    assert fault_report(service)["Faults"] == ""


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "Application/JSON"])
def test_json_by_another_spelling(service: LocalService, content_type: str) -> None:
    """Media types have parameters, and no case."""
    status, report = ask(service, "faults", {"Faults": "slow=1kB/s"}, content_type)

    assert (status, report["Faults"]) == (200, "slow=1kB/s")


def test_a_browser_that_asks_first_is_not_encouraged(service: LocalService) -> None:
    """No answer lets a page of another origin send JSON or read what is planned."""
    headers = {
        "Origin": "https://example.com",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    answers = [
        RawRequest(method, "/_carillon/faults", b"", headers).send(service.url)
        for method in ("OPTIONS", "GET")
    ]

    assert [answer.status for answer in answers] == [404, 200]
    for answer in answers:
        assert not [name for name in answer.headers if name.lower().startswith("access-control-")]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_another_method_is_not_found(service: LocalService, method: str) -> None:
    """Faults are read and posted, nothing else."""
    status, answer = ask(service, "faults", {"Faults": "error=1"}, method=method)

    assert status == 404
    assert "/_carillon/" in answer["Message"]
    assert fault_report(service)["Faults"] == ""
