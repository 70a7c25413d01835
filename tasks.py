"""One file to set up, start and check Hospitality Desk. It needs nothing but Python 3.11 or newer.

python3 tasks.py run [WORDS…]            start the desk; with words, the command line (run --help)
python3 tasks.py test [--fast] [ARGS…]   every check, then the tests; ARGS go to pytest
python3 tasks.py lint                    the checks without the tests
python3 tasks.py prove [NAME]            the long loops in tests/prove
python3 tasks.py words                   collect the sentences, bring the translations up to date
python3 tasks.py lock [ARGS…]            pin what we depend on; ARGS go to uv (--upgrade)
python3 tasks.py clean                   remove .venv, build folders and caches (never a venue's data)

The first start makes .venv; later ones do nothing unless a lock file or pyproject.toml changed. Windows: py -3 tasks.py
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
BASE_PYTHON = getattr(sys, "_base_executable", None) or sys.executable  # never .venv's own, when that is active
UV = shutil.which("uv")
QT_PLATFORM = os.environ.get("QT_QPA_PLATFORM", "offscreen")  # tests open no windows unless told to
UNFINISHED = VENV / ".unfinished"
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}

# Debian and Ubuntu packages, each with what shows that it is there: a library Qt loads, or a command.
QT_LIBRARIES = """libgl1=libGL.so.1 libegl1=libEGL.so.1 libx11-6=libX11.so.6 libxkbcommon0=libxkbcommon.so.0
    libfontconfig1=libfontconfig.so.1 libfreetype6=libfreetype.so.6 libdbus-1-3=libdbus-1.so.3
    libglib2.0-0=libglib-2.0.so.0 libbrotli1=libbrotlidec.so.1"""
SCREEN_LIBRARIES = """libxcb-cursor0=libxcb-cursor.so.0 libxcb-icccm4=libxcb-icccm.so.4 libxcb-image0=libxcb-image.so.0
    libxcb-keysyms1=libxcb-keysyms.so.1 libxcb-render-util0=libxcb-render-util.so.0 libxcb-shape0=libxcb-shape.so.0
    libxcb-xkb1=libxcb-xkb.so.1 libxkbcommon-x11-0=libxkbcommon-x11.so.0 libcups2=libcups.so.2"""
TEST_COMMANDS = "xvfb=Xvfb xauth=xauth xdotool=xdotool openbox=openbox poppler-utils=pdftotext"


def say(words: str) -> None:
    """Tell the person at the keyboard something; standard output stays free for what was asked."""
    print(words, file=sys.stderr, flush=True)


def call(*command: str, **env: str) -> int:
    """Run a command in the repository with its output shown; answer its exit code, never negative."""
    return abs(subprocess.call(command, cwd=ROOT, env={**os.environ, **env}))


def quietly(*command: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the repository and keep its output."""
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **env}, capture_output=True, errors="replace")


def check_machine(for_tests: bool) -> None:
    """See that the system has what Qt needs; as root on Debian or Ubuntu, install what is missing."""
    if not sys.platform.startswith("linux"):
        return
    needed, useful = missing(QT_LIBRARIES), missing(SCREEN_LIBRARIES + (" " + TEST_COMMANDS if for_tests else ""))
    if (needed or useful) and not apt_install(needed + useful) and needed:
        sys.exit("The window cannot start without them.")


def missing(pairs: str) -> list[str]:
    """The packages of a list above whose library does not load, or whose command is not on PATH."""
    packages = []
    for package, proof in (pair.split("=") for pair in pairs.split()):
        try:
            found = ctypes.CDLL(proof) if ".so" in proof else shutil.which(proof)
        except OSError:
            found = None
        packages += [] if found else [package]
    return packages


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages when we may; else say the line that does, and answer False."""
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get") or os.geteuid() != 0:
        say("Some system packages are missing. On Debian or Ubuntu, once:\n  sudo " + " ".join(line))
        return False
    say("Installing system packages: " + " ".join(packages))
    quiet = [*line, "-qq", "-o", "DPkg::Lock::Timeout=120"]
    done = quietly(*quiet, DEBIAN_FRONTEND="noninteractive")
    if done.returncode != 0:  # the package list is empty or old; otherwise no update is needed
        quietly("apt-get", "update", "-qq")
        done = quietly(*quiet, DEBIAN_FRONTEND="noninteractive")
    if done.returncode != 0:
        say(done.stderr.strip() + "\nThis did not work. When the network is there, run:\n  " + " ".join(line))
    return done.returncode == 0


def made_from(kind: str) -> str:
    """What .venv is made from: when the lock file, pyproject.toml, the Python or the folder changes, so does this."""
    text = LOCKS[kind].read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return f"{hashlib.sha256(text).hexdigest()} {sys.version_info[:2]} {ROOT}"


def set_up(kind: str) -> None:
    """Make or mend .venv from the lock file; when it is finished and current, do nothing."""
    for enough in (kind, "dev"):  # what the tests need includes what the desk needs
        stamp = VENV / f".set-up-{enough}"
        if os.path.exists(PYTHON) and stamp.exists() and stamp.read_text("utf-8") == made_from(enough):
            return
    say("Setting up, about a minute the first time…")
    # A .venv that was interrupted, failed, cannot install, or belongs to another Python is made again.
    ask = f"import sys, {'sys' if UV else 'pip._internal'}; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    if UNFINISHED.exists() or not os.path.exists(PYTHON) or quietly(PYTHON, "-c", ask).returncode != 0:
        make_venv()
    UNFINISHED.touch()
    for old in VENV.glob(".set-up-*"):
        old.unlink()
    pip = [UV, "pip", "install", "--python", PYTHON] if UV else [PYTHON, "-m", "pip", "install"]
    install(*pip, "-q", "--require-hashes", "-r", str(LOCKS[kind]))
    install(*pip, "-q", "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    (VENV / f".set-up-{kind}").write_text(made_from(kind), "utf-8")
    UNFINISHED.unlink()


def make_venv() -> None:
    """Begin .venv afresh; the mark goes in first, so that a kill on the way is noticed."""
    if not UV and quietly(BASE_PYTHON, "-c", "import ensurepip, venv").returncode != 0:
        sys.exit("This Python cannot make a .venv yet. On Debian or Ubuntu, once: apt-get install -y python3-venv")
    shutil.rmtree(VENV, ignore_errors=True)
    if VENV.exists():
        sys.exit("Another set-up is still at work in .venv. Wait a minute, then run the same again.")
    VENV.mkdir()
    UNFINISHED.touch()
    make = [UV, "venv", "-q", "--allow-existing", "--python", BASE_PYTHON] if UV else [BASE_PYTHON, "-m", "venv"]
    install(*make, str(VENV))


def install(*command: str) -> None:
    """Run one step of the set-up, silent unless it fails."""
    done = quietly(*command, PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1")
    if done.returncode != 0:
        say(done.stdout + done.stderr)
        sys.exit("The set-up stopped; no data was touched. When the network is there, run the same again.")


def run(args: list[str]) -> int:
    """Start the desk, or play the tour into pictures when nobody could see a window."""
    check_machine(for_tests=False)
    set_up("run")
    desk = [PYTHON, "-m", "hospitality_desk", *args]
    screen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if opens_the_window(args) and not screen and sys.platform.startswith("linux"):
        pictures = str(ROOT / "build" / "tour")
        say("There is no screen here, so the tour is played without one.")
        code = call(*desk, "tour", "-o", pictures, QT_QPA_PLATFORM="offscreen")
        say(f"The pictures are in {pictures}" if code == 0 else "The tour stopped before its end.")
        return code
    if os.name == "posix":
        os.execv(PYTHON, desk)  # signals and the exit code are then the desk's own
    return subprocess.call(desk)


def opens_the_window(args: list[str]) -> bool:
    """Tell whether these words name no command: only where this PC's folder and the store are, and who acts."""
    left = list(args)
    while left and left[0].partition("=")[0] in ("--data", "--store", "--as"):
        del left[: 1 if "=" in left[0] else 2]
    return not left


def lint(args: list[str]) -> int:
    """Run every check but the tests, one line each; a failed one shows what it found."""
    set_up("dev")
    failed = 0
    for name, command in {
        "ruff check": ["-m", "ruff", "check", "-q", "."],
        "ruff format": ["-m", "ruff", "format", "-q", "--check", "--output-format=concise", "."],
        "import contracts": ["-c", "from importlinter.cli import lint_imports_command as check; check()"],
        "mypy": ["-m", "mypy"],
    }.items():
        began = time.monotonic()
        done = quietly(PYTHON, *command)
        result, found = ("failed", "\n" + done.stdout + done.stderr) if done.returncode else ("ok", "")
        print(f"{name:<18}{result:<8}{time.monotonic() - began:5.1f} s{found}", flush=True)
        failed = failed or abs(done.returncode)
    return failed


def test(args: list[str]) -> int:
    """Run every check, then the tests; the last line is pytest's own."""
    check_machine(for_tests=True)
    failed = lint([])
    chosen = [*(["-m", "not slow"] if "--fast" in args else []), *(arg for arg in args if arg != "--fast")]
    return call(PYTHON, "-m", "pytest", *chosen, QT_QPA_PLATFORM=QT_PLATFORM) or failed


def prove(args: list[str]) -> int:
    """Run the long loops, all or the named one; further words go to the loop."""
    loops = {loop.stem: str(loop) for loop in sorted((ROOT / "tests" / "prove").glob("[!_]*.py"))}
    chosen = [loop for name, loop in loops.items() if not args or name == args[0]]
    if not chosen:
        sys.exit("There is no such loop. tests/prove holds: " + (", ".join(loops) or "nothing yet"))
    set_up("dev")
    return max([call(PYTHON, loop, *args[1:], QT_QPA_PLATFORM=QT_PLATFORM, PYTHONPATH=str(ROOT)) for loop in chosen])


def words(args: list[str]) -> int:
    """Collect the sentences into the .pot; bring every <language>/LC_MESSAGES/hospitality_desk.po up to date."""
    set_up("dev")
    babel = [PYTHON, "-m", "babel.messages.frontend", "-q"]
    folder = ROOT / "resources" / "translations"
    pot = folder / "hospitality_desk.pot"
    look = ["--no-default-keywords", "-k", "_ N_ ngettext:1,2", "--add-location=file", "--sort-by-file"]
    about = ["--project=Hospitality Desk", "--copyright-holder=Hospitality Desk contributors", "-o", str(pot)]
    failed = call(*babel, "extract", *look, *about, "hospitality_desk")
    # The hour of collecting would change the file each time, even when no sentence did.
    lines = pot.read_text("utf-8").splitlines(keepends=True)
    pot.write_text("".join(line for line in lines if "POT-Creation-Date" not in line), "utf-8")
    if any(folder.glob("*/LC_MESSAGES/hospitality_desk.po")):
        for step in (["update", "-i", str(pot), "--ignore-pot-creation-date"], ["compile"]):
            failed += call(*babel, *step, "-D", "hospitality_desk", "-d", str(folder))
    return failed


def lock(args: list[str]) -> int:
    """Write both lock files: every system, every hash, no host."""
    if not UV:
        sys.exit("Locking needs uv on PATH.")
    pin = [UV, "pip", "compile", "-q", "--universal", "--generate-hashes", "--no-header", "--all-extras", *args]
    groups = {"run": ["--group", "build"], "dev": ["--group", "build", "--group", "dev"]}
    return max([call(*pin, *groups[kind], "pyproject.toml", "-o", file.name) for kind, file in LOCKS.items()])


def clean(args: list[str]) -> int:
    """Remove what this file and the checks made."""
    names = [".venv", "build", "dist", ".mypy_cache", ".ruff_cache", ".import_linter_cache", ".hypothesis"]
    caches = [*ROOT.glob("hospitality_desk/**/__pycache__"), *ROOT.glob("tests/**/__pycache__")]
    for folder in [*map(ROOT.joinpath, names), *caches]:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def main() -> int:
    """Do what the first word says."""
    if not (3, 11) <= sys.version_info[:2] < (3, 16):
        sys.exit("Hospitality Desk needs Python 3.11 to 3.15; this is " + sys.version.split()[0] + ".")
    tasks = {task.__name__: task for task in (run, test, lint, prove, words, lock, clean)}
    if len(sys.argv) < 2 or sys.argv[1] not in tasks:
        say(__doc__ or "")
        return 0 if sys.argv[1:] in (["-h"], ["--help"]) else 2
    return tasks[sys.argv[1]](sys.argv[2:])


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
