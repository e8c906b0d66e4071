"""Show for each complaint about other terminal programs that a test would notice if it held of this one.

For every complaint the fault is put into a copy of the sources, the copy is built, and the test that stands
for it is run: it has to fail. Usage: prove-complaints.py [--check] [WORD]

--check only sees whether every fault can still be put in, which takes no time. A word picks the complaints
that have it in their name.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_COPY = _ROOT / ".build" / "complaints" / "source"
_SCRATCH = _ROOT / ".build" / "complaints" / "build"
_FLAGS = ["--explicit-target-dependency-import-check", "error", "--scratch-path", str(_SCRATCH)]


@dataclass(frozen=True)
class _Edit:
    """A place in the sources, and what to put there instead."""

    path: str
    right: str
    wrong: str


@dataclass(frozen=True)
class _Fault:
    """A complaint, how to bring it about, and the test that notices."""

    complaint: str
    edits: tuple[_Edit, ...]
    #: `Suite/test` of the Swift tests, or `file.py::test` of Tests/EndToEnd.
    test: str


_FAULTS = [
    _Fault(
        "the cursor jumps on refresh, and the action hits the wrong row",
        (
            _Edit(
                "Sources/ViewModels/Lists/RowList.swift",
                "if let place = (0..<count).first(where: { self[$0].identity == selectedIdentity }) {",
                "if let place = (0..<count).first(where: { $0 == cursor }) {",
            ),
        ),
        "DevicesStories/aRefreshNeverMovesTheCursorToAnotherDevice",
    ),
    _Fault(
        "a destructive key is too easy to hit",
        (
            _Edit(
                "Sources/ViewModels/Confirm/ConfirmModel.swift",
                "public private(set) var focus = Choice.cancel",
                "public private(set) var focus = Choice.accept",
            ),
        ),
        "DevicesStories/enterOnTheQuestionAloneDeregistersNothing",
    ),
    _Fault(
        "the terminal is left broken after a stop or a lost session",
        (
            _Edit(
                "Sources/NCursesTerminal/NCursesTerminal.swift",
                "        release()\n        Job.stop(by: SIGTSTP)",
                "        Job.stop(by: SIGTSTP)",
            ),
        ),
        "test_terminal_life.py::test_stopping_and_going_on",
    ),
    _Fault(
        "it uses the processor while nobody uses it",
        (
            _Edit(
                "Sources/TerminalUI/Screen/EventLoop.swift",
                "poll(&descriptors, nfds_t(descriptors.count), -1)",
                "poll(&descriptors, nfds_t(descriptors.count), 100)",
            ),
        ),
        "test_idle.py::test_an_idle_program_does_not_wake_up",
    ),
    _Fault(
        "the details are stale",
        (
            _Edit(
                "Sources/ViewModels/Devices/DevicesModel.swift",
                "            + readDetails(again: true)",
                "            + readDetails(again: false)",
            ),
        ),
        "DevicesStories/whatIsShownOfADeviceIsAsNewAsItsRow",
    ),
    _Fault(
        "emoji break the borders",
        (
            _Edit(
                "Sources/TerminalUI/Text/TextWidth.swift",
                "return contains(value, in: wide) ? 2 : 1",
                "return 1",
            ),
        ),
        "test_hostile_names.py::test_borders_go_round_emoji",
    ),
    _Fault(
        "it cannot be read on a light background",
        (
            _Edit(
                "Sources/Screens/Chrome/Palette.swift",
                "public var cursorRow = Style(attributes: .bold)",
                "public var cursorRow = Style(background: .ansi(4), attributes: .bold)",
            ),
        ),
        "GoldenScreens/noThemeColoursTheBackground",
    ),
    _Fault(
        "nothing can be copied over SSH",
        (
            _Edit(
                "Sources/NCursesTerminal/NCursesTerminal.swift",
                "        Self.send(sequence)\n        return true",
                "        return true",
            ),
        ),
        "test_terminal_life.py::test_copying_through_the_terminal",
    ),
    _Fault(
        "keys cannot be changed",
        (
            _Edit(
                "Sources/Settings/Settings.swift",
                "try KeyMap.standard.replacing(keys.mapValues(\\.value))",
                "try KeyMap.standard.replacing([:])",
            ),
        ),
        "test_settings.py::test_the_screens_follow_the_settings",
    ),
    _Fault(
        "filters are lost on the way back",
        (
            _Edit(
                "Sources/Screens/Picker/PickerScreen.swift",
                "        case .uncovered: return []",
                "        case .uncovered: return clearFilter()",
            ),
        ),
        "PickerStories/filterAndOrderAreStillThereOnTheWayBack",
    ),
]


def _unplantable() -> list[str]:
    """Return what keeps faults from being put in, in words."""
    problems = []
    for fault in _FAULTS:
        for edit in fault.edits:
            count = (_ROOT / edit.path).read_text().count(edit.right)
            if count != 1:
                problems.append(f"{fault.complaint}: {edit.path} has the place {count} times")
        name = fault.test.replace("::", "/").rpartition("/")[2]
        folder = _ROOT / ("Tests/EndToEnd" if "::" in fault.test else "Tests/ScreensTests")
        if not any(name in path.read_text() for path in folder.glob("*.*") if path.is_file()):
            problems.append(f"{fault.complaint}: there is no test {fault.test}")
    return problems


def _copy_sources() -> None:
    """Make the copy as the sources are now; what has not changed keeps its time, so that little is built."""
    _COPY.mkdir(parents=True, exist_ok=True)
    for name in ("Package.swift", "Sources", "Tests"):
        source, target = _ROOT / name, _COPY / name
        if source.is_file():
            shutil.copy2(source, target)
        else:
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target)


def _run(arguments: list[str], **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        arguments, cwd=_COPY, env=os.environ | variables, capture_output=True, text=True, check=False
    )


def _build() -> None:
    built = _run(["swift", "build", "--build-tests", *_FLAGS])
    if built.returncode:
        sys.exit(f"The copy cannot be built:\n{built.stdout[-3000:]}{built.stderr[-3000:]}")


def _passes(test: str) -> bool:
    """Run a test on what was built; it must be one that exists."""
    if "::" in test:
        ran = _run(
            [str(_ROOT / ".build/venv/bin/pytest"), "-c", "Tests/pytest.ini", "-q", f"Tests/EndToEnd/{test}"],
            CARILLON_PROGRAM=str(_SCRATCH / "debug" / "carillon"),
        )
        if ran.returncode not in (0, 1):
            sys.exit(f"{test} did not run:\n{ran.stdout[-2000:]}")
        return ran.returncode == 0
    ran = _run(["swift", "test", "--skip-build", "--disable-xctest", *_FLAGS, "--filter", test])
    if "Test run with 0 tests" in ran.stdout + ran.stderr:
        sys.exit(f"There is no test {test}.")
    return ran.returncode == 0


def _prove(fault: _Fault) -> bool:
    """Return whether the test fails on the broken sources."""
    sources = {edit.path: (_COPY / edit.path).read_text() for edit in fault.edits}
    for edit in fault.edits:
        (_COPY / edit.path).write_text(sources[edit.path].replace(edit.right, edit.wrong))
    _build()
    is_noticed = not _passes(fault.test)
    for path, source in sources.items():
        (_COPY / path).write_text(source)
    return is_noticed


def main() -> None:
    """Prove what was asked for, and print a line for each."""
    parser = argparse.ArgumentParser(
        description="Show that tests notice the complaints about other programs."
    )
    parser.add_argument("--check", action="store_true")
    parser.add_argument("word", nargs="?", default="")
    arguments = parser.parse_args()
    if problems := _unplantable():
        sys.exit("\n".join(problems))
    if arguments.check:
        return
    faults = [fault for fault in _FAULTS if arguments.word in fault.complaint]
    _copy_sources()
    _build()
    for test in {fault.test for fault in faults}:
        if not _passes(test):
            sys.exit(f"{test} fails without any fault.")
    unnoticed = 0
    for fault in faults:
        is_noticed = _prove(fault)
        unnoticed += not is_noticed
        print(f"{'noticed' if is_noticed else 'UNNOTICED'}  {fault.complaint}  {fault.test}", flush=True)
    print(f"complaints: {len(faults) - unnoticed} of {len(faults)} noticed")
    sys.exit(1 if unnoticed else 0)


if __name__ == "__main__":
    main()
