"""Opening the house: its clock, its zone, its currency, and what is refused."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hospitality_desk.desk.open import NOW_VARIABLE, STORE_VARIABLE, Address, make_desk, open_desk
from hospitality_desk.errors import Refused, WrongUse


def test_a_practice_house_tells_the_set_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NOW_VARIABLE, "2026-11-20T12:32:00-05:00")
    desk = make_desk(Address(data=tmp_path), practice=True)
    assert desk.now() == datetime(2026, 11, 20, 17, 32, tzinfo=UTC)
    desk.close()
    monkeypatch.delenv(NOW_VARIABLE)
    desk = open_desk(Address(data=tmp_path))
    assert abs((desk.now() - datetime.now(UTC)).total_seconds()) < 5
    desk.close()


def test_a_real_house_refuses_a_set_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_desk(Address(data=tmp_path)).close()
    monkeypatch.setenv(NOW_VARIABLE, "2026-11-20T12:32:00-05:00")
    with pytest.raises(Refused, match="real house"):
        open_desk(Address(data=tmp_path))
    with pytest.raises(Refused, match="practice"):
        make_desk(Address(data=tmp_path / "other"))


@pytest.mark.parametrize("written", ["noon", "2026-11-20T12:32:00", "2026-13-40T00:00:00Z"])
def test_a_time_without_its_zone_is_no_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv(NOW_VARIABLE, written)
    with pytest.raises(WrongUse, match="zone"):
        make_desk(Address(data=tmp_path), practice=True)


def test_zone_and_currency_are_looked_at(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="time zone"):
        make_desk(Address(data=tmp_path), zone_name="Mars/Olympus")
    with pytest.raises(WrongUse, match="three letters"):
        make_desk(Address(data=tmp_path), currency="dollars")
    desk = make_desk(Address(data=tmp_path), zone_name="Europe/Berlin", currency="eur", name="Nordtor")
    assert (desk.house.currency, desk.house.zone.key, desk.house.name) == ("EUR", "Europe/Berlin", "Nordtor")
    desk.close()


def test_the_address_comes_from_what_is_named_else_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOSPITALITY_DESK_DATA", str(tmp_path))
    monkeypatch.setenv(STORE_VARIABLE, "postgresql://host/house")
    assert Address.chosen() == Address(data=tmp_path, store_url="postgresql://host/house")
    assert not Address.chosen().is_embedded
    monkeypatch.delenv(STORE_VARIABLE)
    assert Address.chosen(str(tmp_path / "x")) == Address(data=tmp_path / "x")
