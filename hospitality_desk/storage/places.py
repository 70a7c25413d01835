"""Is this a folder an embedded store may live in: a local disk, and the acting person's own."""

import os
from pathlib import Path

from hospitality_desk.errors import StoreUnreachable
from hospitality_desk.words import _

_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "fuse.sshfs", "davfs", "fuse.rclone"}
)


def check_local_disk(path: Path, mounts: Path = Path("/proc/self/mounts")) -> None:
    """Refuse (StoreUnreachable) a network drive: SQLite's locks do not hold there. `mounts` is Linux's list."""
    kind = _UNC if str(path).startswith(("\\\\", "//")) else _filesystem(path, mounts)
    if kind == _UNC or kind in _NETWORK:
        say = _(
            "The folder {folder} is on a network drive. An embedded store needs this PC's own disk; "
            "several PCs share a house through PostgreSQL. Nothing was changed."
        )
        raise StoreUnreachable(say.format(folder=path.parent))


_UNC = "unc"


def _filesystem(path: Path, mounts: Path) -> str | None:
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None  # no such list: not Linux
    best: tuple[str, str | None] = ("", None)
    target = str(path.resolve())
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        mount = fields[1].replace("\\040", " ")
        inside = target == mount or target.startswith(mount.rstrip("/") + "/")
        if inside and len(mount) >= len(best[0]):
            best = (mount, fields[2])
    return best[1]


def check_own_folder(path: Path) -> None:
    """As root, refuse (StoreUnreachable) a file or folder of another person: files of root's would be left in it."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    folder = next((each for each in path.parents if each.exists()), None)
    for nearest in (path if path.exists() else None, folder):
        if nearest is None or nearest.stat().st_uid == 0:
            continue
        say = _("{place} belongs to another person on this PC. Run this as that person. Nothing was changed.")
        raise StoreUnreachable(say.format(place=nearest))
