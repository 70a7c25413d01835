"""What this is: the version, whose work it stands on, and where its logs lie."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSizePolicy

from hospitality_desk import __version__
from hospitality_desk.gui.around import Around
from hospitality_desk.gui.fonts import Role
from hospitality_desk.gui.settings.section import Section, plain_label
from hospitality_desk.gui.widgets.button import Button, ButtonKind
from hospitality_desk.gui.widgets.elided_label import ElidedLabel
from hospitality_desk.words import _


class AboutSection(Section):
    """Says where the logs lie only where there are any."""

    not_opened = Signal(str)
    """A sentence: the folder could not be shown."""

    def __init__(self, around: Around) -> None:
        super().__init__(around, "about_section", _("About"))
        theme = around.theme
        version = _("Hospitality Desk {version}").format(version=__version__)
        self.add_line(_("Version"), plain_label(around, version, Role.BODY, theme.text, "version_words"))
        self.add_words(
            _("Qt {version} (LGPL 3). Type: Inter, Source Serif 4 and Noto (SIL Open Font License 1.1).").format(
                version=qVersion()
            ),
            "qt_words",
        )
        self.add_words(_("Icons: Material Design Icons 6 (Apache License 2.0)."), "icon_words")
        if around.logs is None:
            return
        self.add_line(_("Logs"), ElidedLabel("logs_words", around.font(Role.SMALL), theme.text2, str(around.logs)))
        self.open_logs = Button(_("Open the folder"), ButtonKind.OTHER, "open_logs_button")
        self.open_logs.setFont(around.font(Role.BODY))
        self.open_logs.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.open_logs.clicked.connect(self._on_open_logs)
        self.add_line("", self.open_logs)
        self.add_words(_("They hold numbers and times, never what a guest said."), "logs_note")

    def _on_open_logs(self) -> None:
        logs = self.around.logs
        if logs is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(logs))):
            self.not_opened.emit(_("The folder could not be shown here. It is {folder}.").format(folder=logs))
