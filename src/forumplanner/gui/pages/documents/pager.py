"""The row under the preview: pages, size, and how long the paper took."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from forumplanner.gui.pages.documents.desk import Desk
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide, Label, Rule
from forumplanner.i18n import gettext as _

HEIGHT = 36


class Pager(Attentive, QFrame):
    """Turns the pages of a desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("pager")
        self.setProperty("place", "foot")
        self.setFixedHeight(HEIGHT)
        self._desk, self._at = desk, (0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(6)
        self._back = _button("pageBack", "chevron-left", lambda: _("Previous page"), "PgUp")
        self._on = _button("pageOn", "chevron-right", lambda: _("Next page"), "PgDown")
        smaller = _button("zoomOut", "zoom-out", lambda: _("Smaller"), "Ctrl+-")
        larger = _button("zoomIn", "zoom-in", lambda: _("Larger"), "Ctrl++")
        fit = _button("zoomFit", "maximize", lambda: _("Whole page"), "")
        self._words = Label("", role="small", name="pagerWords")
        self._percent = Label("", role="small", name="pagerPercent")
        self._facts = Elide("", role="small", name="pagerFacts")
        rule = Rule(standing=True)
        rule.setFixedHeight(16)
        for widget in (self._back, self._words, self._on, rule, smaller, self._percent, larger, fit):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._facts)
        self._back.clicked.connect(lambda: desk.turn(-1))
        self._on.clicked.connect(lambda: desk.turn(1))
        smaller.clicked.connect(lambda: desk.step_zoom(-1))
        larger.clicked.connect(lambda: desk.step_zoom(1))
        fit.clicked.connect(lambda: desk.set_zoom(0))
        desk.at.connect(self._show_at)
        desk.zoomed.connect(lambda factor: self._percent.setText(f"{factor:.0%}"))
        self._show_at(0, 0)

    def show_facts(self, words: str) -> None:
        """How many pages, how long, how large."""
        self._facts.set_text(words)

    def retranslate(self) -> None:
        """Say the page again."""
        super().retranslate()
        if hasattr(self, "_words"):
            self._show_at(*self._at)

    def _show_at(self, page: int, of: int) -> None:
        self._at = (page, of)
        self._words.setText(_("Page {page} of {pages}", page=page, pages=of) if of else "")
        self._back.setEnabled(self._desk.can_turn(-1))
        self._on.setEnabled(self._desk.can_turn(1))


def _button(name: str, icon: str, tip: Text, key: str) -> Button:
    return Button("", name=name, kind="icon", icon=icon, tip=tip, key=key, small=True)
