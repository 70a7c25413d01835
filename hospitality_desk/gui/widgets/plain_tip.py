"""Tool tips that are shown as they are: Qt reads one that looks like HTML as HTML."""

_LONGEST = 600


def plain_tip(words: str) -> str:
    """Return the words for `setToolTip`, whatever they hold; a long text is cut, the page shows it whole."""
    shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    return "<span>" + shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</span>"
