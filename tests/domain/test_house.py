"""The house's hours: services by the clock, and days that turn at four in the morning."""

from datetime import UTC, date, time, timedelta

import pytest

from hospitality_desk.domain.house import House, Service, service_at


@pytest.mark.parametrize(
    ("hour", "service"),
    [
        ("03:59", Service.NIGHT), ("04:00", Service.BREAKFAST), ("10:59", Service.BREAKFAST), ("11:00", Service.LUNCH),
        ("16:59", Service.LUNCH), ("17:00", Service.DINNER), ("22:59", Service.DINNER), ("23:00", Service.NIGHT),
        ("00:00", Service.NIGHT),
    ],
)  # fmt: skip
def test_the_service_of_the_hour(hour: str, service: Service) -> None:
    assert service_at(time.fromisoformat(hour)) == service


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Kolkata", "Europe/Berlin"])
@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24)])
def test_a_service_day_holds_just_the_moments_of_its_date(zone: str, day: date) -> None:
    house = House(store_id="x", name="x", zone_name=zone, currency="USD", practice=True)
    begins, ends = house.service_day(day)
    tick = timedelta(microseconds=1)
    before_and_after = [house.service_date(moment) for moment in (begins - tick, begins, ends - tick, ends)]
    assert before_and_after == [day - timedelta(days=1), day, day, day + timedelta(days=1)]
    assert begins.tzinfo == UTC
