"""The card of this computer: language and colours of the window, the name in the history."""

from PySide6.QtCore import Signal

from forumplanner import i18n
from forumplanner.gui import theme
from forumplanner.gui.pages.settings.card import SettingsCard
from forumplanner.gui.widgets.buttons import Segmented
from forumplanner.gui.widgets.fields import Field
from forumplanner.i18n import gettext as _


class LookCard(SettingsCard):
    """`preferred(what, value)`: "language", "scheme" or "name"."""

    preferred = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(
            lambda: _("Window and name"),
            lambda: _("Kept on this computer, not in the forum’s file"),
            name="settingsLook",
            icon="sun",
        )
        self.language = Segmented(
            (("zh-Hans", "中文"), ("en", "English")), name="settingsLanguage", label=lambda: _("Language of the window")
        )
        self.scheme = Segmented(
            (("light", lambda: _("Light")), ("dark", lambda: _("Dark"))),
            name="settingsScheme",
            label=lambda: _("Colours of the window"),
        )
        self.user = Field(name="settingsUser", label=lambda: _("Your name"), hint=lambda: _("Name in the history"))
        self.user.setFixedWidth(170)
        self.row(lambda: _("Language"), self.language, name="settingsLanguage", note="Ctrl+Shift+L")
        self.row(lambda: _("Colours"), self.scheme, name="settingsScheme")
        self.row(lambda: _("Your name"), self.user, name="settingsUser", note=lambda: _("from the next opening"))
        self.language.picked.connect(lambda key: self.preferred.emit("language", key))
        self.scheme.picked.connect(lambda key: self.preferred.emit("scheme", key))
        self.user.editingFinished.connect(self._name)
        self._shown = ""

    def show_choices(self, name: str) -> None:
        """What is chosen now; a name that is being typed stays."""
        self.language.choose(i18n.interface_language())
        self.scheme.choose(theme.current())
        self._shown = name
        if not (self.user.hasFocus() and self.user.isModified()):
            self.user.setText(name)

    def _name(self) -> None:
        self.user.setModified(False)
        if self.user.text().strip() != self._shown:
            self.preferred.emit("name", self.user.text().strip())
