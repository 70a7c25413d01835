"""Read a usual line and 20,000 characters, against one pass of a regular expression over the same text."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hospitality_desk.domain.quick_line import LineContext, read_line
from tests.benchmarks.ratios import compare

LINE = "t12 Ms Rivera left purse in taxi, phone in it 917-555-0147, back before 13:40 @carlo"
CONTEXT = LineContext(
    now=datetime(2026, 11, 20, 17, 32, tzinfo=UTC), zone=ZoneInfo("America/New_York"), region="US", people=("Carlo",)
)


def main() -> None:
    words = re.compile(r"\w+")
    compare("read a usual line", lambda: read_line(LINE, CONTEXT), lambda: words.findall(LINE), 300)
    long = (LINE + " ") * 240
    compare("read 20,000 characters", lambda: read_line(long, CONTEXT), lambda: words.findall(long), 30)


if __name__ == "__main__":
    main()
