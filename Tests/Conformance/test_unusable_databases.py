"""Databases that the service cannot use: it says so in one line, and leaves them as they are."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from drivers.identity import create_app_instance, create_user, tags_of
from drivers.mounts import MountsNotAllowedError, PrivateMounts, ReadOnly, SmallDisk
from drivers.paging import pages
from drivers.program import environment, run
from drivers.service import LocalService

_PAGE = 4096
_OTHER_PATH = "give another --database"
_CHECK = "check the path, its permissions and the space on the disk"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database of the service with users in it, all in one file."""
    home = tmp_path_factory.mktemp("template")
    with LocalService(home, None, "--sample") as service:
        service.stop()
    with closing(sqlite3.connect(service.database)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return service.database


@pytest.fixture
def database(tmp_path: Path, template: Path) -> Path:
    """Return a database of the service in a directory of its own."""
    directory = tmp_path / "data"
    directory.mkdir()
    return Path(shutil.copy(template, directory / "local.sqlite"))


def _contents(directory: Path) -> dict[str, bytes]:
    """Return the files in a directory that hold data: neither locks nor indexes of a log."""
    return {
        str(path.relative_to(directory)): content
        for path in directory.rglob("*")
        if path.is_file() and path.suffix not in (".lock", ".sqlite-shm") and (content := path.read_bytes())
    }


def _assert_refused(home: Path, database: Path, advice: str, prefix: Sequence[str] = ()) -> None:
    outcome = run(
        ["serve", "--port", "0", "--database", str(database)], environment(home), within=20, prefix=prefix
    )
    assert (outcome.status, outcome.output) == (78, "")
    (line,) = outcome.errors.splitlines()
    assert str(database) in line
    assert advice in line


def _assert_left_alone(home: Path, database: Path, advice: str, prefix: Sequence[str] = ()) -> None:
    before = _contents(database.parent)
    _assert_refused(home, database, advice, prefix)
    assert _contents(database.parent) == before


def _mounted(made: type[PrivateMounts], *arguments: Any) -> PrivateMounts:
    try:
        return made(*arguments)
    except MountsNotAllowedError as refusal:
        pytest.skip(f"user namespaces are not allowed here: {refusal}")


@pytest.mark.parametrize("length", [2, 50, 100_000])
def test_a_text_file(tmp_path: Path, database: Path, length: int) -> None:
    """It is not taken for a database, however short it is."""
    database.write_text(("Buy milk. " * length)[:length])

    _assert_left_alone(tmp_path, database, _CHECK)


def test_a_directory(tmp_path: Path, database: Path) -> None:
    """It stays as it is."""
    _assert_left_alone(tmp_path, database.parent, _CHECK)


def test_a_path_through_a_file(tmp_path: Path, database: Path) -> None:
    """There is no directory where one should be."""
    before = _contents(database.parent)

    _assert_refused(tmp_path, database / "local.sqlite", _CHECK)

    assert _contents(database.parent) == before


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
@pytest.mark.parametrize("application", [0, 0x4D504C54])
def test_a_database_of_another_program(tmp_path: Path, database: Path, mode: str, application: int) -> None:
    """It is SQLite too, and not ours to change, not even in the way its journal is kept."""
    database.unlink()
    with closing(sqlite3.connect(database)) as other:
        other.execute(f"PRAGMA journal_mode = {mode}")
        other.execute(f"PRAGMA application_id = {application}")
        other.execute("CREATE TABLE photographs (name TEXT)")

    _assert_left_alone(tmp_path, database, _OTHER_PATH)


def test_a_database_of_another_program_without_tables(tmp_path: Path, database: Path) -> None:
    """The number that programs mark their databases with is enough."""
    database.unlink()
    with closing(sqlite3.connect(database)) as other:
        other.execute(f"PRAGMA application_id = {0x4D504C54}")

    _assert_left_alone(tmp_path, database, _OTHER_PATH)


def test_a_database_of_a_newer_carillon(tmp_path: Path, database: Path) -> None:
    """It knows migrations that this one does not."""
    with closing(sqlite3.connect(database)) as newer, newer:
        newer.execute("INSERT INTO grdb_migrations (identifier) VALUES ('9999 holograms')")

    _assert_left_alone(tmp_path, database, "update Carillon")


def _overwrite(database: Path, start: int, count: int) -> None:
    with open(database, "r+b") as file:
        file.seek(start)
        file.write(b"\xa5" * count)


def test_a_database_with_a_broken_head(tmp_path: Path, database: Path) -> None:
    """It is no database any more."""
    _overwrite(database, 0, 100)

    _assert_left_alone(tmp_path, database, _CHECK)


def test_a_database_with_a_broken_first_page(tmp_path: Path, database: Path) -> None:
    """What the tables are cannot be read."""
    _overwrite(database, 100, _PAGE - 100)

    _assert_left_alone(tmp_path, database, _CHECK)


def test_a_database_broken_in_the_middle(tmp_path: Path, database: Path) -> None:
    """It is not looked through at the start, however large it is: who asks for what is lost is told so."""
    with closing(sqlite3.connect(database)) as whole:
        (page,) = whole.execute("SELECT rootpage FROM sqlite_master WHERE name = 'users'").fetchone()
    _overwrite(database, (page - 1) * _PAGE, _PAGE)

    with LocalService(tmp_path, database) as service:
        client = service.client(attempts=1)
        (instance,) = client.list_app_instances()["AppInstances"]
        with pytest.raises(client.exceptions.ServiceFailureException, match="malformed"):
            client.list_app_instance_users(AppInstanceArn=instance["AppInstanceArn"])
        assert service.is_running
        assert len(client.list_app_instances()["AppInstances"]) == 1


def test_a_database_that_is_cut_short(tmp_path: Path, database: Path) -> None:
    """Half of it was lost."""
    with open(database, "r+b") as file:
        file.truncate(database.stat().st_size // 2 // _PAGE * _PAGE)

    _assert_left_alone(tmp_path, database, _CHECK)


def test_a_file_that_cannot_be_written(tmp_path: Path, database: Path) -> None:
    """Root can write what is not allowed to be written, but not where the disk does not let anybody."""
    with _mounted(ReadOnly, database) as mounts:
        _assert_left_alone(tmp_path, database, _CHECK, mounts.prefix)


@pytest.mark.parametrize("exists", [True, False], ids=["there", "new"])
def test_a_directory_that_cannot_be_written(tmp_path: Path, database: Path, exists: bool) -> None:
    """Neither a log nor a new database can be made in it."""
    path = database if exists else database.with_name("new.sqlite")
    with _mounted(ReadOnly, database.parent) as mounts:
        _assert_left_alone(tmp_path, path, _CHECK, mounts.prefix)


@pytest.mark.parametrize("left", [0, 4, 8, 16, 32, 64], ids=lambda left: f"{left}KiB")
def test_a_full_disk_and_no_database(tmp_path: Path, left: int) -> None:
    """The service does not begin with half a database, and does with a whole one once there is space."""
    directory = tmp_path / "disk"
    directory.mkdir()
    with _mounted(SmallDisk, directory, 2 << 20) as disk:
        disk.fill(left * 1024)
        _assert_refused(tmp_path, directory / "local.sqlite", _CHECK, disk.prefix)

        disk.free()
        with LocalService(tmp_path, directory / "local.sqlite", prefix=disk.prefix) as service:
            assert create_app_instance(service.client())


@pytest.mark.parametrize("left", [0, 16], ids=lambda left: f"{left}KiB")
def test_a_full_disk_and_a_database(tmp_path: Path, template: Path, left: int) -> None:
    """What is in it is kept as it is, and served once there is space."""
    directory = tmp_path / "disk"
    directory.mkdir()
    with _mounted(SmallDisk, directory, 2 << 20) as disk:
        database = Path(shutil.copy(template, disk.path(directory) / "local.sqlite"))
        disk.fill(left * 1024)
        before = database.read_bytes()

        _assert_refused(tmp_path, directory / "local.sqlite", _CHECK, disk.prefix)

        assert database.read_bytes() == before
        disk.free()
        with LocalService(tmp_path, directory / "local.sqlite", prefix=disk.prefix) as service:
            assert len(service.client().list_app_instances()["AppInstances"]) == 1


class _Writer:
    """Somebody who notes down which of his writes were confirmed."""

    def __init__(self, service: LocalService) -> None:
        self.client = service.client()
        self._failures = (
            self.client.exceptions.ServiceFailureException,
            self.client.exceptions.ServiceUnavailableException,
        )
        self.app_instance = create_app_instance(self.client)
        self.confirmed = {create_user(self.client, self.app_instance)}

    def write(self, operation: str, **request: Any) -> dict[str, Any] | None:
        """Return the answer to a write; None where the service has failed and says so."""
        try:
            return getattr(self.client, operation)(**request)
        except self._failures:
            return None

    def create(self) -> bool:
        """Create a user, and return whether that was confirmed."""
        answer = self.write(
            "create_app_instance_user",
            AppInstanceArn=self.app_instance,
            AppInstanceUserId=f"user-{secrets.token_hex(8)}",
            Name="Ada Lovelace",
            Metadata="x" * 1024,
        )
        if answer:
            self.confirmed.add(answer["AppInstanceUserArn"])
        return answer is not None

    def found(self) -> set[str]:
        """Return the users that there are."""
        listing = pages(self.client, "list_app_instance_users", AppInstanceArn=self.app_instance)
        return {user["AppInstanceUserArn"] for page in listing for user in page["AppInstanceUsers"]}


def test_a_disk_that_gets_full_while_serving(tmp_path: Path) -> None:
    """Writes fail and say so, reads go on; with space again writes go on, and nothing confirmed is lost."""
    directory = tmp_path / "disk"
    directory.mkdir()
    with (
        _mounted(SmallDisk, directory, 2 << 20) as disk,
        LocalService(tmp_path, directory / "local.sqlite", prefix=disk.prefix) as service,
    ):
        writer = _Writer(service)
        (user,) = writer.confirmed
        disk.fill(64 * 1024)

        for _ in range(1_000):
            if not writer.create():
                break
        else:
            pytest.fail("the disk does not get full")
        # What needs less space than the one that failed may still find some.
        outcomes = [writer.create() for _ in range(20)]
        tag = {"ResourceARN": user, "Tags": [{"Key": "tier", "Value": "gold"}]}
        is_tagged = writer.write("tag_resource", **tag) is not None
        assert writer.found() == writer.confirmed
        assert tags_of(writer.client, user) == ({"tier": "gold"} if is_tagged else {})
        assert not all(outcomes)

        disk.free()
        assert writer.create()
        writer.client.tag_resource(**tag)
        assert writer.found() == writer.confirmed

        service.kill()
        service.start()
        assert writer.found() == writer.confirmed
        assert tags_of(writer.client, user) == {"tier": "gold"}
        assert writer.create()
