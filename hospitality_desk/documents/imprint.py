"""What every paper of ours says about itself in its file, and never anything else."""

from hospitality_desk.words import _

MADE_BY = "Hospitality Desk"
"""Author, creator and producer: never a person, never a house."""
MADE_ON = "D:20000101000000+00'00'"
"""The date in every paper: the day a pack was made says when it happened."""


def subject() -> str:
    """Return what all packs are about."""
    return _("Stories to learn from")
