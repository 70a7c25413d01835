"""The colours of the window, one object each for light and dark; everything painted reads from here."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QPalette

from hospitality_desk.domain.guest_clock import ClockState


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The colour tokens of the design paper, section 3. Amber and red belong to the guest clock alone."""

    name: str
    bg: str
    surface: str
    raised: str
    sunken: str
    hover: str
    line: str
    line2: str
    ctl: str
    text: str
    text2: str
    text3: str
    accent: str
    accentfill: str
    accenthover: str
    onaccent: str
    tint: str
    sel: str
    accentline: str
    amber: str
    amberfill: str
    amberline: str
    red: str
    redfill: str
    onred: str
    redtint: str
    veil: str
    """Behind overlays, with its share of opacity: #AARRGGBB."""
    toast_ground: str
    toast_words: str
    toast_border: str

    @property
    def is_dark(self) -> bool:
        """Tell the dark theme from the light one."""
        return self.name == "dark"

    def spine(self, state: ClockState) -> str:
        """Return the colour of the line from our last word to now."""
        return {ClockState.SOON: self.amberline, ClockState.LATE: self.redfill}.get(state, self.line2)

    def palette(self) -> QPalette:
        """Return Qt's palette filled from the tokens, for everything the style paints by itself."""
        palette = QPalette()
        role = QPalette.ColorRole
        for which, token in (
            (role.Window, self.bg),
            (role.Base, self.raised),
            (role.AlternateBase, self.surface),
            (role.Button, self.raised),
            (role.WindowText, self.text),
            (role.Text, self.text),
            (role.ButtonText, self.text),
            (role.PlaceholderText, self.text3),
            (role.Highlight, self.accentfill),
            (role.HighlightedText, self.onaccent),
            (role.ToolTipBase, self.toast_ground),
            (role.ToolTipText, self.toast_words),
            (role.Link, self.accent),
            (role.Accent, self.accentfill),
            (role.Mid, self.line2),
        ):
            palette.setColor(which, QColor(token))
        for which in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(self.text3))
        return palette


LIGHT = Theme(
    name="light",
    bg="#E8EDED",
    surface="#F5F7F7",
    raised="#FFFFFF",
    sunken="#EEF2F2",
    hover="#E9EFEF",
    line="#DAE0E0",
    line2="#B9C4C5",
    ctl="#78878A",
    text="#14201F",
    text2="#43525A",
    text3="#57666A",
    accent="#0B5F73",
    accentfill="#0B5F73",
    accenthover="#084C5C",
    onaccent="#FFFFFF",
    tint="#E0EEF2",
    sel="#D6E8ED",
    accentline="#7FB2BF",
    amber="#734600",
    amberfill="#FFE7B5",
    amberline="#A86A00",
    red="#A81E17",
    redfill="#B3241C",
    onred="#FFFFFF",
    redtint="#FAE3E0",
    veil="#6114201F",
    toast_ground="#14201F",
    toast_words="#FFFFFF",
    toast_border="#14201F",
)

DARK = Theme(
    name="dark",
    bg="#090C0D",
    surface="#0F1314",
    raised="#14191A",
    sunken="#0B0F10",
    hover="#1A2122",
    line="#222A2B",
    line2="#364244",
    ctl="#687678",
    text="#C4CCCB",
    text2="#99A5A6",
    text3="#8A9698",
    accent="#66B4C5",
    accentfill="#195A69",
    accenthover="#1F6A7B",
    onaccent="#DFF0F3",
    tint="#11262B",
    sel="#143037",
    accentline="#2E6A78",
    amber="#DBA445",
    amberfill="#33260B",
    amberline="#B07E22",
    red="#F08A80",
    redfill="#B0382E",
    onred="#FFEDEA",
    redtint="#311614",
    veil="#8C000000",
    toast_ground="#20282A",
    toast_words="#C4CCCB",
    toast_border="#687678",
)


def system_theme(system: QPalette) -> Theme:
    """Return the system's own colours as a theme, for high contrast: shapes and words still tell states apart."""
    role = QPalette.ColorRole

    def token(which: QPalette.ColorRole) -> str:
        return system.color(QPalette.ColorGroup.Active, which).name().upper()

    ground, words = token(role.Window), token(role.WindowText)
    chosen, on_chosen = token(role.Highlight), token(role.HighlightedText)
    is_dark = QColor(ground).lightness() < QColor(words).lightness()
    usual = DARK if is_dark else LIGHT
    return replace(
        usual,
        bg=ground, surface=ground, raised=ground, sunken=ground, hover=ground, line=words, line2=words, ctl=words,
        text=words, text2=words, text3=words, accent=words, accentfill=chosen, accenthover=chosen,
        onaccent=on_chosen, tint=ground, sel=ground, accentline=words, amber=words, amberfill=ground,
        amberline=words, red=words, redfill=chosen, onred=on_chosen, redtint=ground,
        toast_ground=ground, toast_words=words, toast_border=words,
    )  # fmt: skip
