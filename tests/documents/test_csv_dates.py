"""The dates of a column: ISO 8601, either order of day and month, and what is no date."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from hospitality_desk.documents.csv_dates import ColumnDates

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 20, 17, 30, tzinfo=UTC)


def column(*cells: str, region: str | None = "US") -> list[str | None]:
    """Read a whole column and write each moment as New York's clocks show it; a reason stands for what is none."""
    dates = ColumnDates(cells, zone=NEW_YORK, region=region, now=NOW)
    read: list[str | None] = []
    for cell in cells:
        try:
            moment = dates.read(cell)
        except ValueError as reason:
            read.append(str(reason))
        else:
            read.append(None if moment is None else moment.astimezone(NEW_YORK).isoformat(sep=" ")[:-6])
    return read


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("2014-05-23T00:00:00Z", "2014-05-22 20:00:00"),
        ("2014-05-23T12:30", "2014-05-23 12:30:00"),
        ("2014-05-23 12:30:15", "2014-05-23 12:30:15"),
        ("2014-05-23", "2014-05-23 00:00:00"),
        ("2014/5/23", "2014-05-23 00:00:00"),
        ("23.5.2014", "2014-05-23 00:00:00"),
        ("04.05.2014 18:30", "2014-05-04 18:30:00"),
        ("5/23/2014 6:30 PM", "2014-05-23 18:30:00"),
        ("5/23/2014 12:05am", "2014-05-23 00:05:00"),
        ("2026-03-08 02:30", "2026-03-08 03:30:00"),
        ("", None),
        ("  ", None),
    ],
)
def test_one_cell(cell: str, meant: str | None) -> None:
    assert column(cell) == [meant]


@pytest.mark.parametrize(
    ("cells", "region", "meant"),
    [
        (("1/2/2014", "13/2/2014"), "US", ["2014-02-01", "2014-02-13"]),
        (("1/2/2014", "2/13/2014"), "DE", ["2014-01-02", "2014-02-13"]),
        (("1/2/2014", "3/4/2014"), "US", ["2014-01-02", "2014-03-04"]),
        (("1/2/2014", "3/4/2014"), "DE", ["2014-02-01", "2014-04-03"]),
        (("1/2/2014", ""), None, ["2014-02-01", None]),
        (("1-2-2014 10:00", "13-2-2014 10:00"), "US", ["2014-02-01", "2014-02-13"]),
    ],
)
def test_the_whole_column_decides_which_number_is_the_day(
    cells: tuple[str, ...], region: str | None, meant: list[str | None]
) -> None:
    assert [each and each[:10] for each in column(*cells, region=region)] == meant


def test_one_row_against_the_others_is_the_one_that_is_wrong() -> None:
    read = column("13/2/2014", "14/2/2014", "2/15/2014")
    assert read[:2] == ["2014-02-13 00:00:00", "2014-02-14 00:00:00"]
    assert read[2] == "“2/15/2014” is no date we can read."


@pytest.mark.parametrize(
    "cell",
    ["soon", "31/31/2014", "30/2/2014", "2014-02-30", "0/1/2014", "12/11/14", "2014", "1/2/2014 25:00", "1/2/2014 0:10 pm",
     "41234", "1969-12-31", "12/31/1969", "2026-11-20T17:30:01Z", "2027-01-01", "0001-01-01", "9999-12-31", "-", "1/2-2014",
     "2014-05-23T", "x" * 5_000],
)  # fmt: skip
def test_what_is_no_date_has_a_short_reason(cell: str) -> None:
    (reason,) = column(cell)
    assert reason is not None
    assert reason.startswith("“")
    assert len(reason) < 80


def test_the_edges() -> None:
    assert column("1970-01-01T00:00:00Z") == ["1969-12-31 19:00:00"]
    assert column("2026-11-20T17:30:00Z") == ["2026-11-20 12:30:00"]
