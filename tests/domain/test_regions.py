"""The country of a house, by its time zone or its currency."""

import zoneinfo

import phonenumbers
import pytest

from hospitality_desk.domain.regions import region_of


@pytest.mark.parametrize(
    ("zone", "currency", "region"),
    [
        ("America/New_York", "USD", "US"),
        ("Europe/Zurich", "EUR", "CH"),
        ("Europe/London", "USD", "GB"),
        ("Asia/Tokyo", "JPY", "JP"),
        ("US/Eastern", "EUR", "US"),
        ("Asia/Calcutta", "EUR", "IN"),
        ("Europe/Kiev", "EUR", "UA"),
        ("Iceland", "EUR", "IS"),
        ("Atlantic/Reykjavik", "EUR", "IS"),
        ("UTC", "USD", "US"),
        ("Etc/GMT+5", "chf", "CH"),
        ("UTC", "SEK", "SE"),
        ("UTC", "EUR", None),
        ("", "", None),
        ("Mars/Olympus", "XXX", None),
    ],
)
def test_country_of_a_house(zone: str, currency: str, region: str | None) -> None:
    assert region_of(zone, currency) == region


def test_every_named_zone_has_a_country() -> None:
    areas = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
    without = {zone for zone in zoneinfo.available_timezones() if zone.startswith(areas) and not region_of(zone, "")}
    assert without == set()


def test_phone_library_knows_the_countries() -> None:
    known = phonenumbers.SUPPORTED_REGIONS
    strangers = {region_of(zone, "") for zone in zoneinfo.available_timezones()} - known - {None}
    assert strangers <= {"AQ", "GS", "PN", "TF", "UM"}
