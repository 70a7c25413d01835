"""What can go wrong, in two families: the world's fault, said kindly, and ours, logged and apologised for."""


class KnownError(Exception):
    """Something outside the program went wrong; `say` is a whole kind sentence with the next step."""

    def __init__(self, say: str) -> None:
        super().__init__(say)
        self.say = say


class Refused(KnownError):
    """A rule of the house said no; nothing was changed.

    `missing` names what is still open, in short phrases, when that is why (settling with untold notes).
    Raised only by the domain and by command handlers.
    """

    def __init__(self, say: str, missing: tuple[str, ...] = ()) -> None:
        super().__init__(say)
        self.missing = missing


class NoHouseYet(Refused):
    """There is a place, and no house in it: making one is the next step."""


class WrongUse(KnownError):
    """The call itself was put together wrongly (a time nobody can read, an unknown address)."""


class StoreUnreachable(KnownError):
    """The shared store cannot be reached now; nothing was changed."""


class StoreBusy(KnownError):
    """Another writer held the store longer than we wait; nothing was changed."""


class StoreDamaged(KnownError):
    """The store's file is not what it should be; nothing was changed."""


class FileTrouble(KnownError):
    """A file could not be read or written; `say` names it and the way out."""


class BugError(Exception):
    """Our own mistake: logged with its number, never shown as text."""
