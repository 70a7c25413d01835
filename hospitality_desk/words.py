"""Every sentence a person reads, through gettext of the standard library.

English is the source language. A catalogue `resources/translations/<language>/LC_MESSAGES/hospitality_desk.mo`
takes over where there is one; the language comes from the usual environment variables at start.
"""

import gettext

from hospitality_desk.paths import translations_folder

DOMAIN = "hospitality_desk"

_catalogue = gettext.translation(DOMAIN, str(translations_folder()), fallback=True)


def _(sentence: str) -> str:
    """Return the sentence in the reader's language."""
    return _catalogue.gettext(sentence)


def ngettext(one: str, many: str, n: int) -> str:
    """Return the form of the sentence that fits the number `n`."""
    return _catalogue.ngettext(one, many, n)


def N_(sentence: str) -> str:
    """Mark a sentence for the catalogue where it stands as data; it is translated when shown."""
    return sentence


def language() -> str:
    """Return the language the sentences are in, as papers name it (BCP 47)."""
    return str(_catalogue.info().get("language", "en")).replace("_", "-")
