"""Buttons: by kind, chips that filter, tabs, and segments of which one is on."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy

from forumplanner.gui import icons
from forumplanner.gui.widgets.attentive import Attentive, Text, spoken

_ICON_TOKEN = {"primary": "on_accent", "text": "accent_text", "danger": "danger", "": "text"}


class Button(Attentive, QPushButton):
    """A push button of a kind: primary, "" (secondary), ghost, text, link, danger, icon, nav, tile or row.

    An icon button needs `tip`, which is also its accessible name. `key` is shown in the tooltip; the shortcut
    itself belongs to an action. A disabled button says why: `disable(reason)`.
    """

    def __init__(
        self,
        text: Text = "",
        *,
        name: str,
        kind: str = "",
        icon: str = "",
        tip: Text = "",
        key: str = "",
        small: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", kind)
        self.setProperty("small", small)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._icon, self._tip, self._key, self._why = icon, tip, key, ""
        self._token = _ICON_TOKEN.get(kind, "text2")
        self.say(self._set_words, text)
        self.say(self._set_tip, tip)
        self.recolour()

    def set_text(self, text: Text) -> None:
        """Other words."""
        self.say(self._set_words, text)

    def set_icon(self, icon: str, token: str = "") -> None:
        """Another icon, in another token's colour if given."""
        self._icon, self._token = icon, token or self._token
        self.recolour()

    def set_tip(self, tip: Text) -> None:
        """Another tooltip."""
        self._tip = tip
        self.say(self._set_tip, tip)

    def disable(self, reason: Text) -> None:
        """Switch off; the tooltip says why."""
        self._why = spoken(reason)
        self.setEnabled(False)
        self._set_tip(spoken(self._tip))

    def enable(self) -> None:
        """Switch on."""
        self._why = ""
        self.setEnabled(True)
        self._set_tip(spoken(self._tip))

    def retranslate(self) -> None:
        """Other words in another font need another width."""
        super().retranslate()
        self.updateGeometry()

    def recolour(self) -> None:
        """Draw the icon in the scheme's colour."""
        if self._icon:
            size = 14 if self.property("small") else icons.SIZE
            self.setIconSize(QSize(size, size))
            self.setIcon(icons.icon(self._icon, self._token, size=size))

    def _set_words(self, text: str) -> None:
        self.setText(f" {text}" if self._icon and text else text)
        if text:
            self.setAccessibleName(text)

    def _set_tip(self, tip: str) -> None:
        key = QKeySequence(self._key).toString(QKeySequence.SequenceFormat.NativeText) if self._key else ""
        self.setToolTip(self._why or (f"{tip}  {key}" if tip and key else tip))
        if tip and not self.text():
            self.setAccessibleName(tip)


class Chip(Button):
    """A filter that is on or off; on, it shows a cross. `add=True` is the dashed one that opens a menu."""

    def __init__(self, text: Text, *, name: str, add: bool = False) -> None:
        super().__init__(text, name=name, kind="add" if add else "chip", icon="plus" if add else "", small=False)
        self.setCheckable(not add)
        self.setIconSize(QSize(12, 12))
        self.toggled.connect(self._mark)

    def recolour(self) -> None:
        """Show a cross while on."""
        token = "accent_text" if self.isChecked() else "text2"
        self._icon = "x" if self.isChecked() else ("plus" if self.property("kind") == "add" else "")
        self.setIcon(icons.icon(self._icon, token, size=12) if self._icon else QIcon())

    def _mark(self) -> None:
        self.recolour()
        self._set_words(self.text().strip())


class Segmented(Attentive, QFrame):
    """A few choices side by side of which exactly one is on; `picked` tells its key."""

    picked = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, Text]], *, name: str, label: Text) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("segments", True)
        self.say(self.setAccessibleName, label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3, 3, 3, 3)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        self.set_choices(choices)
        self._group.buttonClicked.connect(lambda button: self.picked.emit(str(button.property("key"))))

    def set_choices(self, choices: Sequence[tuple[str, Text]]) -> None:
        """Other choices; the one that is on stays on where it still exists, else the first is."""
        on = self.choice()
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for key, text in choices:
            self._add(key, text)
        if self._buttons:
            self.choose(on if on in self._buttons else next(iter(self._buttons)))

    def choice(self) -> str:
        """The key of the one that is on, "" if there are none."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Turn that one on, without a signal."""
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> Button:
        """The button of one choice."""
        return self._buttons[key]

    def _add(self, key: str, text: Text) -> None:
        button = Button(text, name=f"{self.objectName()}_{key}", kind="segment")
        button.setCheckable(True)
        button.setProperty("key", key)
        self._group.addButton(button)
        self._row.addWidget(button)
        self._buttons[key] = button


class Tab(Button):
    """One tab; it has room for its words in the heavier weight that it takes while it is on."""

    def __init__(self, text: Text, *, name: str) -> None:
        super().__init__(text, name=name, kind="tab")
        self.setCheckable(True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the words in the heavier weight, with the margin to the next tab."""
        heavy = QFont(self.font())
        heavy.setWeight(QFont.Weight.DemiBold)
        return QSize(QFontMetrics(heavy).horizontalAdvance(self.text()) + 20, super().sizeHint().height())


class Tabs(Attentive, QFrame):
    """Flat tabs with an underline; `picked` tells the key."""

    picked = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, Text]], *, name: str, label: Text) -> None:
        super().__init__()
        self.setObjectName(name)
        self.say(self.setAccessibleName, label)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        group = QButtonGroup(self)
        self._tabs: dict[str, Tab] = {}
        for key, text in choices:
            tab = Tab(text, name=f"{name}_{key}")
            tab.setProperty("key", key)
            group.addButton(tab)
            self._row.addWidget(tab)
            self._tabs[key] = tab
        self._row.addStretch(1)
        next(iter(self._tabs.values())).setChecked(True)
        group.buttonClicked.connect(lambda button: self.picked.emit(str(button.property("key"))))

    def close_up(self) -> None:
        """No room between the tabs, for many of them."""
        self._row.setSpacing(0)

    def tab(self, key: str) -> Tab:
        """The button of one tab, to give it other words ("Repaired 23")."""
        return self._tabs[key]

    def choice(self) -> str:
        """The key of the tab that is on."""
        return next(key for key, tab in self._tabs.items() if tab.isChecked())

    def choose(self, key: str) -> None:
        """Turn that one on, with a signal."""
        self._tabs[key].setChecked(True)
        self.picked.emit(key)
