"""The lines the typist types: each is known by its number, and none is the beginning of another."""

_ENDS = (
    "cold soup",
    "no towels in the room",
    "waits for the bill since long, back before 23:50",
    "lost a glove in the bar",
)


def line(number: int) -> str:
    """Return a line; the number stands first."""
    return f"{number:05d} t{number % 40 + 1} {_ENDS[number % len(_ENDS)]}"
