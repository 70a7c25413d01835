"""The sample venue is left and brought back, and the house that stood there before comes and goes with it."""

import os
import shutil
import signal
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from hospitality_desk.commands.incidents import LogIncident
from hospitality_desk.commands.staff import AddPerson
from hospitality_desk.desk.desk import Desk
from hospitality_desk.desk.open import NOW_VARIABLE, Address, make_desk, open_desk
from hospitality_desk.desk.sample import SAMPLE_NAME, bring_back_sample, leave_sample, load_sample
from hospitality_desk.domain.house import House
from hospitality_desk.domain.ids import THE_HOUSE, CommandId, EntryId, IncidentId, PersonId, new_id
from hospitality_desk.domain.staff import Role
from hospitality_desk.errors import Refused, StoreDamaged, StoreUnreachable
from hospitality_desk.paths import STORE_FILE
from hospitality_desk.queries.incidents import board_rows
from hospitality_desk.queries.staff import colleagues
from tests.desk.sample_house import NOON, at, files, problems, texts

HOUSE_ASIDE = "house-set-aside.sqlite3"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample venue's closed file, to be copied."""
    folder = tmp_path_factory.mktemp("kept")
    with at(NOON):
        load_sample(Address(data=folder))
    return folder / STORE_FILE


@pytest.fixture
def here(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Address:
    """A folder with the sample venue in it, on this PC's own clock."""
    monkeypatch.delenv(NOW_VARIABLE, raising=False)
    (tmp_path / "desk").mkdir()
    shutil.copy(kept, tmp_path / "desk")
    return Address(data=tmp_path / "desk")


def rosso(address: Address) -> House:
    """Set a house up by hand."""
    with closing(make_desk(address, name="Rosso", zone_name="Europe/Berlin", currency="EUR")) as desk:
        return desk.house


def house_at(address: Address) -> House:
    with closing(open_desk(address)) as desk:
        assert all(check.ok for check in desk.check())
        return desk.house


def log(desk: Desk, by: PersonId = THE_HOUSE) -> None:
    act, incident, entry = CommandId(new_id()), IncidentId(new_id()), EntryId(new_id())
    words = "one more"
    desk.do(
        LogIncident(command_id=act, by=by, at=desk.now(), incident_id=incident, entry_id=entry, text=words, gist=words)
    )


def log_in(address: Address) -> None:
    with closing(open_desk(address)) as desk:
        log(desk, next(iter(desk.ask(colleagues))).person_id)


def log_and_crash(file: Path) -> None:
    """Log in this file and end without closing it, so that what was written lies beside it."""
    say = (
        "import os\n"
        "from hospitality_desk.desk.open import Address, open_desk\n"
        "from hospitality_desk.queries.staff import colleagues\n"
        "from hospitality_desk.commands.incidents import LogIncident\n"
        f"desk = open_desk(Address.chosen({str(file.parent)!r}, 'sqlite:///' + {str(file)!r}))\n"
        "by = desk.ask(colleagues)[0].person_id\n"
        "desk.do(LogIncident(command_id='c', by=by, at=desk.now(), incident_id='i', entry_id='e', text='one more', gist='one more'))\n"
        "os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", say], check=True)
    assert file.with_name(f"{file.name}-wal").exists()


def said(address: Address) -> list[str]:
    with closing(open_desk(address)) as desk:
        return [row.said for row in desk.ask(board_rows)]


class TestThereAndBack:
    def test_the_sample_comes_back_as_it_was(self, here: Address) -> None:
        with closing(open_desk(here)) as desk:
            told = [texts(each) for each in problems(desk)]
        aside = leave_sample(here)
        assert list(files(here.data)) == [aside.name]
        bring_back_sample(here, aside)
        assert list(files(here.data)) == [STORE_FILE]
        with closing(open_desk(here)) as desk:
            assert [texts(each) for each in problems(desk)] == told
            assert all(check.ok for check in desk.check())

    def test_the_house_that_was_set_up_comes_back_and_goes_again(self, tmp_path: Path) -> None:
        address = Address(data=tmp_path)
        house = rosso(address)
        load_sample(address, over_untouched=True)
        assert house_at(address).name == SAMPLE_NAME
        assert list(files(tmp_path)) == [STORE_FILE, HOUSE_ASIDE]
        assert stat.S_IMODE((tmp_path / HOUSE_ASIDE).stat().st_mode) == 0o600
        for _again in range(2):
            aside = leave_sample(address)
            assert list(files(tmp_path)) == sorted([STORE_FILE, aside.name])
            assert stat.S_IMODE(aside.stat().st_mode) == 0o600
            assert house_at(address) == house
            bring_back_sample(address, aside)
            assert list(files(tmp_path)) == [STORE_FILE, HOUSE_ASIDE]
            assert house_at(address).name == SAMPLE_NAME
        leave_sample(address)
        assert house_at(address) == house

    def test_a_house_made_meanwhile_makes_room_and_is_kept(self, here: Address) -> None:
        aside = leave_sample(here)
        house = rosso(here)
        bring_back_sample(here, aside)
        assert list(files(here.data)) == [STORE_FILE, HOUSE_ASIDE]
        leave_sample(here)
        assert house_at(here) == house

    def test_what_was_done_in_it_goes_along(self, here: Address) -> None:
        """Also what a crash left beside the file."""
        log_and_crash(here.data / STORE_FILE)
        aside = leave_sample(here)
        assert list(files(here.data)) == [aside.name]
        bring_back_sample(here, aside)
        assert "one more" in said(here)

    def test_what_a_crash_left_beside_the_file_that_lies_aside_goes_along_too(self, here: Address) -> None:
        aside = leave_sample(here)
        log_and_crash(aside)
        bring_back_sample(here, aside)
        assert list(files(here.data)) == [STORE_FILE]
        assert "one more" in said(here)

    @pytest.mark.skipif(os.name == "nt", reason="links ask for rights there")
    def test_a_link_to_the_file_stays_a_link(self, here: Address, tmp_path: Path) -> None:
        linked = Address(data=tmp_path / "linked")
        linked.data.mkdir()
        (linked.data / STORE_FILE).symlink_to(here.data / STORE_FILE)
        with closing(open_desk(linked)) as other:
            log(other, other.ask(colleagues)[0].person_id)
            with pytest.raises(Refused, match="open in another window"):
                leave_sample(linked)
        bring_back_sample(linked, leave_sample(linked))
        assert (linked.data / STORE_FILE).is_symlink()
        assert list(files(here.data)) == [STORE_FILE]
        assert "one more" in said(linked)


class TestNothingTypedIsLost:
    def test_only_one_sample_lies_aside_as_it_was_loaded(self, here: Address, kept: Path) -> None:
        for _again in range(2):
            shutil.copy(kept, here.data / STORE_FILE)
            aside = leave_sample(here)
        assert list(files(here.data)) == [aside.name]

    def test_one_that_was_worked_in_is_never_cleared_away(self, here: Address, kept: Path) -> None:
        log_in(here)
        worked_in = leave_sample(here)
        for _again in range(3):
            shutil.copy(kept, here.data / STORE_FILE)
            aside = leave_sample(here)
        assert list(files(here.data)) == sorted([worked_in.name, aside.name])
        bring_back_sample(here, worked_in)
        assert "one more" in said(here)

    def test_one_that_is_open_or_no_house_is_not_cleared_away(self, here: Address, kept: Path) -> None:
        first = leave_sample(here)
        strange = here.data / "sample-set-aside-strange.sqlite3"
        strange.write_bytes(b"a letter, no house " * 100)
        shutil.copy(kept, here.data / STORE_FILE)
        with closing(open_desk(Address.chosen(str(here.data), f"sqlite:///{first}"))) as other:
            log(other, other.ask(colleagues)[0].person_id)
            leave_sample(here)
            assert first.exists()
        assert strange.exists()

    def test_a_house_aside_in_which_something_was_done_is_not_replaced(self, tmp_path: Path) -> None:
        address = Address(data=tmp_path)
        with closing(make_desk(Address.chosen(str(tmp_path), f"sqlite:///{tmp_path / HOUSE_ASIDE}"))) as desk:
            log(desk)
        rosso(address)
        before = files(tmp_path)
        with pytest.raises(Refused, match="Nothing was changed"):
            load_sample(address, over_untouched=True)
        assert files(tmp_path) == before

    @pytest.mark.parametrize("failing", ["first", "second"])
    def test_a_disk_that_fails_leaves_all_as_it_was(
        self, tmp_path: Path, failing: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        address = Address(data=tmp_path)
        rosso(address)
        load_sample(address, over_untouched=True)
        before = files(tmp_path)
        real, calls = os.replace, []

        def replace(source: Path, place: Path) -> None:
            calls.append(place)
            if len(calls) == (1 if failing == "first" else 2):
                raise OSError(5, "the disk does not answer")
            real(source, place)

        monkeypatch.setattr(os, "replace", replace)
        with pytest.raises(StoreUnreachable, match="Nothing was changed"):
            leave_sample(address)
        assert files(tmp_path) == before

    @pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")
    @pytest.mark.parametrize("move", [1, 2])
    @pytest.mark.parametrize("act", ["load_sample(address, over_untouched=True)", "leave_sample(address)"])
    def test_a_kill_between_two_moves_loses_neither_house(self, tmp_path: Path, act: str, move: int) -> None:
        address = Address(data=tmp_path)
        house = rosso(address)
        if act.startswith("leave"):
            load_sample(address, over_untouched=True)
        standing = house_at(address)
        say = (
            "import os, pathlib, signal\n"
            "from hospitality_desk.desk.open import Address\n"
            "from hospitality_desk.desk.sample import leave_sample, load_sample\n"
            "real, moves = os.replace, []\n"
            "def replace(file, place):\n"
            "    moves.append(place)\n"
            f"    if len(moves) == {move}: os.kill(os.getpid(), signal.SIGKILL)\n"
            "    real(file, place)\n"
            "os.replace = replace\n"
            f"address = Address(data=pathlib.Path({str(tmp_path)!r}))\n"
            f"{act}\n"
        )
        assert subprocess.run([sys.executable, "-c", say], check=False).returncode == -signal.SIGKILL
        assert house_at(address) == standing
        if act.startswith("load"):
            load_sample(address, over_untouched=True)
        aside = leave_sample(address)
        assert house_at(address) == house
        lying = [name for name in sorted(os.listdir(tmp_path)) if not name.startswith(".sample-")]
        assert lying == sorted([STORE_FILE, aside.name])

    def test_what_is_done_is_not_called_undone(self, here: Address, monkeypatch: pytest.MonkeyPatch) -> None:
        """The move has happened: that the folder's names could not be written at once does not take it back."""
        real = os.fsync

        def fsync(handle: int) -> None:
            if stat.S_ISDIR(os.fstat(handle).st_mode):
                raise OSError(5, "the disk does not answer")
            real(handle)

        monkeypatch.setattr(os, "fsync", fsync)
        aside = leave_sample(here)
        assert list(files(here.data)) == [aside.name]


class TestRefusals:
    @pytest.mark.parametrize(("practice", "say"), [(False, "is no practice house"), (True, "is not the sample venue")])
    def test_a_house_of_ones_own_is_never_set_aside(self, tmp_path: Path, practice: bool, say: str) -> None:
        make_desk(Address(data=tmp_path), name="Ours", practice=practice).close()
        before = files(tmp_path)
        with pytest.raises(Refused, match=rf"Ours {say}.*Nothing was changed"):
            leave_sample(Address(data=tmp_path))
        assert files(tmp_path) == before

    def test_where_there_is_none_there_is_nothing_to_leave(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match="There is no house"):
            leave_sample(Address(data=tmp_path))

    def test_a_house_that_is_open_elsewhere_stays(self, here: Address) -> None:
        with closing(open_desk(here)) as other:
            log(other, other.ask(colleagues)[0].person_id)
            with pytest.raises(Refused, match="open in another window"):
                leave_sample(here)
            assert other.ask(board_rows)

    def test_what_was_logged_meanwhile_stays(self, here: Address) -> None:
        aside = leave_sample(here)
        with closing(make_desk(here, name="Ours")) as desk:
            act, person = CommandId(new_id()), PersonId(new_id())
            desk.do(
                AddPerson(command_id=act, by=THE_HOUSE, at=desk.now(), person_id=person, name="Zoë", role=Role.MANAGER)
            )
        before = files(here.data)
        with pytest.raises(Refused, match="stays"):
            bring_back_sample(here, aside)
        assert files(here.data) == before

    def test_what_is_gone_cannot_come_back(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match="not there any more"):
            bring_back_sample(Address(data=tmp_path), tmp_path / "gone.sqlite3")

    def test_a_damaged_file_does_not_come_back(self, here: Address) -> None:
        aside = leave_sample(here)
        rosso(here)
        whole = aside.read_bytes()
        other_words = whole.replace(b"in the taxi", b"in the cabs")
        assert other_words != whole
        for bad in (b"a letter, no house " * 100, whole[: len(whole) // 2], other_words):
            aside.write_bytes(bad)
            before = files(here.data)
            with pytest.raises(StoreDamaged, match="Nothing was changed"):
                bring_back_sample(here, aside)
            assert files(here.data) == before

    def test_what_is_no_sample_does_not_come_back(self, here: Address) -> None:
        for name, practice in (("Ours", False), ("Another", True)):
            aside = here.data / f"{name}.sqlite3"
            make_desk(Address.chosen(str(here.data), f"sqlite:///{aside}"), name=name, practice=practice).close()
            (here.data / STORE_FILE).unlink(missing_ok=True)
            with pytest.raises(Refused, match=f"{name} is .*Nothing was changed"):
                bring_back_sample(here, aside)
            assert not (here.data / STORE_FILE).exists()

    def test_a_shared_store_has_none(self, tmp_path: Path) -> None:
        address = Address(data=tmp_path, store_url="postgresql+psycopg://someone@example.invalid/house")
        with pytest.raises(Refused, match="shared store"):
            leave_sample(address)
        with pytest.raises(Refused, match="shared store"):
            bring_back_sample(address, tmp_path / "aside")
        assert files(tmp_path) == {}
