"""The house itself: make it, look whether it is sound, say what this PC is."""

import argparse
from importlib.metadata import PackageNotFoundError, version
from platform import platform, python_version
from typing import TYPE_CHECKING

from hospitality_desk import __version__
from hospitality_desk.cli.address import shown_address
from hospitality_desk.cli.answer import DAMAGED, DONE, Answer
from hospitality_desk.cli.parser import Commands, OneLineParser, add_command
from hospitality_desk.domain.json_form import Json
from hospitality_desk.domain.text import clean_name
from hospitality_desk.errors import KnownError
from hospitality_desk.paths import LOG_FOLDER, fonts_folder
from hospitality_desk.words import _, ngettext

if TYPE_CHECKING:  # the session brings the store with it; --help needs none
    from hospitality_desk.cli.session import Session


def add_to(commands: "Commands[OneLineParser]", shared: OneLineParser) -> None:
    """Add init, check and doctor."""
    init = add_command(commands, "init", run_init, _("Make a house on this PC, or at --store."), shared=shared)
    init.add_argument("--practice", action="store_true", help=_("a house to practise in, with a clock that can be set"))
    init.add_argument("--house", metavar="NAME", help=_("what the house is called"))
    init.add_argument("--timezone", metavar="TZ", help=_("such as America/New_York (else this PC's)"))
    init.add_argument("--currency", metavar="CUR", help=_("three letters, such as EUR (else USD)"))
    add_command(commands, "check", run_check, _("Look whether everything in the store is sound."), shared=shared)
    add_command(
        commands, "doctor", run_doctor, _("Say what this PC is: versions, folders, fonts, store."), shared=shared
    )


def run_init(session: "Session", args: argparse.Namespace) -> Answer:
    """Make the house; refused where one stands already."""
    name = clean_name(args.house).text if args.house else None
    house = session.make_house(name=name, zone_name=args.timezone, currency=args.currency, practice=args.practice)
    say = _("{name} is ready in {where}. Times are those of {zone}, money is {currency}.")
    return Answer(
        document={"store": session.address.url, "house": house.name, "practice": house.practice},
        text=lambda: say.format(
            name=house.name, where=session.address.url, zone=house.zone_name, currency=house.currency
        ),
    )


def run_check(session: "Session", args: argparse.Namespace) -> Answer:
    """Look at everything; exit status 4 when something is not sound."""
    found = session.desk.check()
    sound = all(each.ok for each in found)
    checks: list[Json] = [{"name": each.name, "ok": each.ok, "detail": each.detail} for each in found]
    return Answer(
        document={"ok": sound, "checks": checks},
        text=lambda: _check_text([(each.ok, each.name, each.detail) for each in found]),
        status=DONE if sound else DAMAGED,
    )


def _check_text(found: list[tuple[bool, str, str]]) -> str:
    width = max((len(name) for _ok, name, _detail in found), default=0)
    words = {True: _("ok"), False: _("NOT SOUND")}
    return "\n".join(f"{words[ok]:<9}  {name:<{width}}  {detail}" for ok, name, detail in found)


def run_doctor(session: "Session", args: argparse.Namespace) -> Answer:
    """Say what is here, whether or not a house can be opened."""
    data = session.address.data
    told: dict[str, Json] = {
        "app": __version__,
        "python": python_version(),
        "qt": _version_of("PySide6_Essentials"),
        "sqlalchemy": _version_of("SQLAlchemy"),
        "system": platform(),
        "data": str(data),
        "log": str(data / LOG_FOLDER),
        "store": shown_address(session.address.url),
        **_house(session),
        "fonts": [path.name for path in sorted(fonts_folder().glob("*.ttf"))],
        "sound": _("window beep"),
        "printer": _("known when the window is open"),
    }
    return Answer(
        document=told, text=lambda: "\n".join(f"{name:<11} {_in_words(value)}" for name, value in told.items())
    )


def _house(session: "Session") -> dict[str, Json]:
    try:
        desk = session.desk
        versions: dict[str, Json] = {**desk.versions()}
    except KnownError as trouble:
        return {"state": trouble.say, "house": None, "practice": None}
    house = desk.house
    about: Json = {"name": house.name, "timezone": house.zone_name, "currency": house.currency}
    return {"state": _("open"), **versions, "house": about, "practice": house.practice}


def _version_of(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _in_words(value: Json) -> str:
    match value:
        case None:
            return "–"
        case bool():
            return _("yes") if value else _("no")
        case dict():
            return ", ".join(str(each) for each in value.values())
        case list():
            return ngettext("{n} file", "{n} files", len(value)).format(n=len(value))
        case _:
            return str(value)
