"""Pasting talks: rows of the clipboard become talks, in a thread; what should be looked at stands in a report."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.actions import tray
from forumplanner.domain.talks import Pasted
from forumplanner.exchange.pasted import PastedTalks, read_talks
from forumplanner.files import PlannerError
from forumplanner.gui.page import Frame
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext

Remark = tuple[int, str]
"""Number of the row, and what is to be said about it."""
_SHOWN = 6
_CLEARANCE = 56


class PasteReport(Attentive, Card):
    """Rows of a paste to look at, each with its number; Esc or its cross closes it."""

    _remarks: Callable[[], Sequence[Remark]] = tuple

    def __init__(self, below: QWidget) -> None:
        super().__init__(name="pasteReport", look="warn", gap=6)
        self._below = below
        self.copy = Button(lambda: _("Copy"), name="pasteReportCopy", kind="ghost", icon="copy", small=True)
        self.close_ = Button("", name="pasteReportClose", kind="icon", icon="x", tip=lambda: _("Close"), small=True)
        self.title = self.set_head("", self.copy, self.close_)
        self.lines = QVBoxLayout()
        self.column.addLayout(self.lines)
        self.setParent(below)
        self.setFixedWidth(460)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        self.close_.clicked.connect(self.hide)
        below.installEventFilter(self)
        self.hide()

    def show_remarks(self, remarks: Callable[[], Sequence[Remark]]) -> None:
        """Show the first ones and how many more there are; no remark hides it."""
        self._remarks = remarks
        self.setVisible(bool(remarks()))
        self._fill()

    def text(self) -> str:
        """All remarks, one a line."""
        return "\n".join(words for _row, words in self._remarks())

    def retranslate(self) -> None:
        """Say the remarks in the other language."""
        super().retranslate()
        self._fill()

    def _fill(self) -> None:
        while (entry := self.lines.takeAt(0)) is not None:
            if (widget := entry.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        remarks = self._remarks()
        rows = len({row for row, _words in remarks})
        self.title.setText(ngettext("{n} row to look at", "{n} rows to look at", rows))
        more = len(remarks) - _SHOWN
        shown = [words for _row, words in remarks[:_SHOWN]]
        for line in [*shown, *([_("and {n} more; Copy takes all", n=more)] if more > 0 else [])]:
            self.lines.addWidget(Label(line, role="small", name="pasteReportLine", wrap=True))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep its corner."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        self.adjustSize()
        self.move(self._below.width() - self.width() - 16, self._below.height() - self.height() - _CLEARANCE)
        self.raise_()


class Pasting(QObject):
    """Ctrl+V with rows in the clipboard; one paste is one step."""

    def __init__(self, frame: Frame, page: QWidget) -> None:
        super().__init__(page)
        self._frame = frame
        self.report = PasteReport(page)

    def paste(self, shown: str = "") -> None:
        """Read the clipboard and add its talks; what is no table is said and changes nothing.

        `shown`: the table that Ctrl+C takes from the list, which isn't added once more.
        """
        text = QGuiApplication.clipboard().text()
        if shown and text.strip() == shown.strip():
            self._frame.toast(_("These rows were copied from this list and are in the programme already."))
            return
        store, forum_id, languages = self._frame.store, self._frame.forum_id, self._frame.card.languages

        def work(_progress: object) -> tuple[PastedTalks, Pasted]:
            talks = read_talks(text, languages=languages)
            return talks, tray.add_to_tray(store, forum_id=forum_id, rows=talks.talks)

        self._frame.tasks.start(work, done=lambda both: self._tell(*both), failed=self._refuse)

    def _tell(self, talks: PastedTalks, pasted: Pasted) -> None:
        said = [ngettext("Added {n} talk", "Added {n} talks", pasted.count)]
        if pasted.unknown:
            number = len(pasted.unknown)
            said.append(ngettext("{n} speaker not found", "{n} speakers not found", number))
        self._frame.toast(("，" if interface_language() == "zh-Hans" else ", ").join(said), undo=True)
        self.report.show_remarks(lambda: _remarks(talks, pasted))

    def _refuse(self, error: PlannerError) -> None:
        self._frame.toast(str(error))


def _remarks(talks: PastedTalks, pasted: Pasted) -> list[Remark]:
    """What to look at, by row."""
    tag = interface_language()
    found = [(problem.row, problem.words[tag]) for problem in talks.problems]
    found += [
        (row, _("Row {row}: “{name}” is no participant yet; the name stands as it is.", row=row, name=name))
        for row, name in pasted.unknown
    ]
    found += [
        (row, _("Row {row}: forum “{code}” or its half isn't in the programme; the talk waits.", row=row, code=code))
        for row, code in pasted.nowhere
    ]
    return sorted(found, key=lambda remark: remark[0])
