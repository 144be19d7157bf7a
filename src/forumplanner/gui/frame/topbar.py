"""The top bar: menu, go-to box, undo and redo, saved state, language and scheme."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenuBar, QSizePolicy, QWidget

from forumplanner.gui import fonts
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button, Segmented
from forumplanner.gui.widgets.labels import Label, Picture, Rule
from forumplanner.i18n import gettext as _

HEIGHT = 44


class TopBar(Attentive, QFrame):
    """One row; `undo`, `redo`, `language(tag)`, `scheme()` are what was pressed."""

    undo = Signal()
    redo = Signal()
    language = Signal(str)
    scheme = Signal()

    def __init__(self, menus: QMenuBar, goto: QWidget) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setFixedHeight(HEIGHT)
        self._menus = menus
        self._saved_at: dt.datetime | None = None
        left, right = QWidget(), QWidget()
        left.setObjectName("topLeft")
        right.setObjectName("topRight")
        self._fill_left(left)
        self._fill_right(right)
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 0, 12, 0)
        grid.setSpacing(0)
        grid.addWidget(left, 0, 0)
        grid.addWidget(goto, 0, 1)
        grid.addWidget(right, 0, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)

    def show_saved(self, at: dt.datetime | None) -> None:
        """When the last step was on the disk; None while no file is open."""
        self._saved_at = at
        for widget in (self._tick, self._saved, self._undo, self._redo, self._rule):
            widget.setVisible(at is not None)
        if at is not None:
            self._saved.setText(_("Saved {time}", time=f"{at:%H:%M}"))

    def show_steps(self, undo: str, redo: str) -> None:
        """Which steps could be turned, in words; "" for none."""
        self._offer(self._undo, undo, _("Undo: {what}", what=undo), _("Nothing to take back"))
        self._offer(self._redo, redo, _("Redo: {what}", what=redo), _("Nothing to do again"))

    def show_choices(self, *, language: str, scheme: str) -> None:
        """What language and scheme are on."""
        self._languages.choose(language)
        self._schemes.set_icon("sun" if scheme == "dark" else "moon")

    def retranslate(self) -> None:
        """Say the saved state again."""
        super().retranslate()
        self.show_saved(self._saved_at)

    def _fill_left(self, place: QWidget) -> None:
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 8, 0)
        self._menus.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(self._menus)
        row.addStretch(1)

    def _fill_right(self, place: QWidget) -> None:
        row = QHBoxLayout(place)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(6)
        self._undo = Button(
            "", name="undoButton", kind="icon", small=True, icon="undo-2", tip=lambda: _("Undo"), key="Ctrl+Z"
        )
        self._redo = Button(
            "", name="redoButton", kind="icon", small=True, icon="redo-2", tip=lambda: _("Redo"), key="Ctrl+Shift+Z"
        )
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        self._rule = Rule(standing=True)
        self._rule.setFixedHeight(18)
        self._tick = Picture("check", "ok", size=14)
        self._saved = Label("", role="small", name="savedState")
        self._languages = Segmented(
            (("zh-Hans", "中"), ("en", "EN")), name="languages", label=lambda: _("Language of the window")
        )
        han = fonts.font("zh-Hans", px=12, weight=QFont.Weight.Medium)
        self._languages.button("zh-Hans").setFont(han)
        self._languages.button("zh-Hans").setToolTip("中文 (Ctrl+Shift+L)")
        self._languages.button("en").setToolTip("English (Ctrl+Shift+L)")
        self._languages.picked.connect(self.language)
        self._schemes = Button(
            "", name="schemeButton", kind="icon", small=True, icon="moon", tip=lambda: _("Light or dark")
        )
        self._schemes.clicked.connect(self.scheme)
        row.addStretch(1)
        for widget in (self._undo, self._redo, self._rule, self._tick, self._saved, self._languages, self._schemes):
            row.addWidget(widget)

    @staticmethod
    def _offer(button: Button, words: str, tip: str, reason: str) -> None:
        if words:
            button.set_tip(tip)
            button.enable()
        else:
            button.disable(reason)
