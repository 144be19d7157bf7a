"""The preflight strip above the preview: what to know before printing, in words, with the list one press away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide, Label, Picture
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext

if TYPE_CHECKING:  # papers load the PDF library, which the first paint does not wait for
    from forumplanner.documents.typesetting.preflight import Preflight, Remark

HEIGHT = 38
SHOWN = 100


class PreflightStrip(Attentive, QFrame):
    """One line: all is well, or how many things to put right and to know."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preflight")
        self.setProperty("place", "tools")
        self.setFixedHeight(HEIGHT)
        self._report: Preflight | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(Label(lambda: _("Before printing"), role="strong", name="preflightTitle"))
        row.addSpacing(8)
        self._signs = {
            "ok": Sign("circle-check", "ok"),
            "danger": Sign("circle-alert", "danger"),
            "warn": Sign("info", "warn"),
        }
        for sign in self._signs.values():
            row.addWidget(sign)
        self._show = Button(lambda: _("Show"), name="preflightShow", kind="text", small=True)
        self._show.clicked.connect(self._open)
        row.addWidget(self._show)
        row.addStretch(1)
        self._busy = Elide("", role="small", name="preflightBusy")
        row.addWidget(self._busy)
        self.show_report(None)

    def show_report(self, report: "Preflight | None") -> None:
        """The remarks on the paper on the desk."""
        self._report = report
        self.retranslate()

    def show_busy(self, words: str) -> None:
        """What is going on at the right end; "" for nothing."""
        self._busy.set_text(words)

    def sentences(self) -> list[str]:
        """All remarks in the interface's language."""
        return [remark.sentence(i18n.interface_language()) for remark in self._remarks()]

    def retranslate(self) -> None:
        """Say the counts again."""
        super().retranslate()
        if not hasattr(self, "_signs"):
            return
        remarks = self._remarks()
        errors = sum(remark.is_error for remark in remarks)
        notes = len(remarks) - errors
        self._signs["ok"].tell(_("Nothing amiss") if self._report is not None and not remarks else "")
        self._signs["danger"].tell(
            ngettext("{n} thing to put right", "{n} things to put right", errors) if errors else ""
        )
        self._signs["warn"].tell(
            ngettext("{n} thing to know, it prints all the same", "{n} things to know, it prints all the same", notes)
            if notes
            else ""
        )
        self._show.setVisible(bool(remarks))

    def _remarks(self) -> "tuple[Remark, ...]":
        return self._report.remarks if self._report is not None else ()

    def _open(self) -> None:
        self._list = RemarkList(self.sentences(), [remark.is_error for remark in self._remarks()], self)
        self._list.move(self.mapToGlobal(QPoint(16, self.height() + 2)))
        self._list.show()


class Sign(QWidget):
    """An icon and words; hidden without words."""

    def __init__(self, icon: str, tone: str) -> None:
        super().__init__()
        self.setObjectName(f"sign_{tone}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(Picture(icon, tone))
        self._words = Label("", role="small", name=f"sign_{tone}_words")
        row.addWidget(self._words)
        self.hide()

    def tell(self, words: str) -> None:
        """Other words."""
        self._words.setText(words)
        self.setVisible(bool(words))


class RemarkList(QFrame):
    """A pop-over with one line a remark; Esc closes it."""

    def __init__(self, sentences: list[str], errors: list[bool], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(_("Before printing"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(4, 8, 4, 8)
        scroll = QScrollArea()
        scroll.setObjectName("remarkScroll")
        scroll.setWidgetResizable(True)
        body = QWidget()
        body.setObjectName("remarkBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 4, 12, 4)
        column.setSpacing(6)
        for sentence, error in list(zip(sentences, errors, strict=True))[:SHOWN]:
            row = QHBoxLayout()
            row.setSpacing(8)
            sign = Picture("circle-alert" if error else "info", "danger" if error else "warn", size=14)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(sentence, name="remark", wrap=True), 1)
            column.addLayout(row)
        column.addStretch(1)
        scroll.setWidget(body)
        outer.addWidget(scroll)
        self.resize(560, min(90 + 26 * len(sentences), 420))
