"""The host's words of one item, both languages side by side, each with the mark of who wrote it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.languages import language_name
from forumplanner.gui import fonts
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Label, repolish
from forumplanner.gui.widgets.writing import GrowingBox
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.running_order import RunningItem

_FRAME = 16
"""Border and padding above and below the lines of a box, pixels."""
_LEAST, _MOST = 2, 24


class WordsSide(Attentive, QWidget):
    """One language: `written(text)`, `confirmed()`, `left()` for leaving it to the template, `on()`."""

    written = Signal(str)
    confirmed = Signal()
    left = Signal()
    on = Signal()

    def __init__(self, tag: str, place: int) -> None:
        super().__init__()
        self.setObjectName(f"words_{tag}")
        self._tag, self._place = tag, place
        self._item: RunningItem | None = None
        self.box = GrowingBox(name=f"words_{tag}_box", least=_LEAST, most=_MOST, frame=_FRAME)
        self.box.setFont(fonts.font(tag))
        self.mark = Label("", role="note", name=f"words_{tag}_mark")
        self.review = Label(lambda: _("Needs review"), role="warn", name=f"words_{tag}_review")
        self.confirm = Button(lambda: _("Confirm"), name=f"words_{tag}_confirm", kind="link", small=True)
        self.leave = Button(lambda: _("Back to the template"), name=f"words_{tag}_leave", kind="link", small=True)
        self._lay_out()
        self.box.finished.connect(self._finish)
        self.box.on.connect(self.on)
        self.confirm.clicked.connect(self.confirmed)
        self.leave.clicked.connect(self.left)

    def show_item(self, item: RunningItem) -> None:
        """Show this item's words."""
        self._item = item
        self.box.set_text(item.words[self._place])
        review = item.review[self._place]
        if bool(self.box.property("review")) is not review:
            self.box.setProperty("review", review)
            repolish(self.box)
        self.review.setVisible(review)
        self.confirm.setVisible(review)
        self.leave.setVisible(self._is_by_hand(item))
        self.retranslate()

    def retranslate(self) -> None:
        """Say whose words these are."""
        super().retranslate()
        item = self._item if hasattr(self, "_item") else None
        if item is None:
            return
        language = language_name(self._tag)[i18n.interface_language()]
        self.mark.setText(f"{language} · {self._whose(item)}")
        behind = not item.words[self._place] or (item.lagging[self._place] and not item.review[self._place])
        self.mark.set_role("warn" if behind else "note")
        self.box.setAccessibleName(
            _("{language}, item {n}: {whose}", language=language, n=item.number, whose=self._whose(item))
        )

    def _whose(self, item: RunningItem) -> str:
        if not item.words[self._place]:
            return _("No words yet")
        if self._is_by_hand(item):
            return _("Edited by hand")
        if item.own[self._place]:
            return _("By template, kept")
        return _("By template, unlike the other side") if item.lagging[self._place] else _("By template")

    def _is_by_hand(self, item: RunningItem) -> bool:
        own = item.own[self._place]
        return bool(own) and own != item.template[self._place]

    def _finish(self) -> None:
        """Hand over what was written; words that are the template's own stay its own."""
        item, text = self._item, self.box.toPlainText().strip()
        if item is not None and text != item.words[self._place]:
            self.box.document().setModified(False)
            self.written.emit(text)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.mark)
        head.addStretch(1)
        for widget in (self.review, self.confirm, self.leave):
            head.addWidget(widget)
        column.addLayout(head)
        column.addWidget(self.box)
        column.addStretch(1)
