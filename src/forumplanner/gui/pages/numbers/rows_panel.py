"""The rows behind a number, beside it: a list to read, to copy, and to go from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forumplanner.gui import reading, texting
from forumplanner.gui.widgets.attentive import Text, spoken
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.gui.widgets.inspector import Inspector
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.statistics import ShownRow


class RowsPanel(Inspector):
    """`went(page, target)` on Enter or a double click; `said(sentence)` after copying."""

    went = Signal(str, str)
    said = Signal(str)

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name, label=lambda: _("Rows behind the number"))
        self._title: Text = ""
        self._number = 0
        self._rows: tuple[ShownRow, ...] = ()
        self._languages: tuple[str, ...] = ()
        scroll = self.findChild(QScrollArea)
        if scroll is not None:
            scroll.hide()
        head = QWidget()
        head.setObjectName(f"{name}Head")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 14, 12, 8)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title = Label("", role="strong", name=f"{name}Title", wrap=True)
        self.note = Label("", role="note", name=f"{name}Note", wrap=True)
        words.addWidget(self.title)
        words.addWidget(self.note)
        row.addLayout(words, 1)
        self.copy = Button("", name=f"{name}Copy", kind="icon", icon="copy", tip=lambda: _("Copy the list"))
        self.copy.clicked.connect(self._copy)
        row.addWidget(self.copy)
        self.model: FastTableModel[ShownRow] = FastTableModel(
            self._columns(),
            identity=lambda shown: (shown.row.kind, shown.row.id),
            search=lambda shown: haystack(*shown.name.texts, *shown.beside.texts, rare=False),
            parent=self,
        )
        self.table = FastTable(self.model, name=f"{name}Table", label=lambda: _("Rows behind the number"))
        self.table.opened.connect(self._go)
        self.top.addWidget(head, 0, Qt.AlignmentFlag.AlignTop)
        self.top.addWidget(self.table, 1)

    def show_rows(self, title: Text, number: int, rows: tuple[ShownRow, ...], languages: tuple[str, ...]) -> None:
        """Show the rows of a number; without a title, ask for one."""
        self._title, self._number, self._rows, self._languages = title, number, rows, languages
        self._tell()

    def retranslate(self) -> None:
        """The words of the rows too."""
        super().retranslate()
        self._tell()

    def _tell(self) -> None:
        self.table.set_columns(self._columns())
        self.model.set_rows(self._rows)
        self.copy.setVisible(bool(self._rows))
        self.table.setVisible(bool(self._rows))
        if not self._title:
            self.title.setText(_("Rows behind a number"))
            self.note.setText(_("Choose a number to see what it counts."))
            return
        self.title.setText(f"{spoken(self._title)} · {texting.number(self._number)}")
        note = ngettext("{n} row; Enter goes there", "{n} rows; Enter goes there", len(self._rows))
        self.note.setText(note if self._rows else _("Nothing is counted here."))

    def _columns(self) -> tuple[Column[ShownRow], ...]:
        return (
            Column("name", lambda: _("Entry"), self._name, width=150, stretch=True),
            Column("beside", lambda: _("Details"), self._beside, width=150, cell=Cell.MUTED),
        )

    def _name(self, shown: ShownRow) -> str:
        return reading.words(shown.name, self._languages)

    def _beside(self, shown: ShownRow) -> str:
        beside = reading.words(shown.beside, self._languages) if shown.beside else ""
        country = reading.country(shown.country) if len(shown.country) == 2 else shown.country
        return beside or (country if country != self._name(shown) else "")

    def _go(self, row_id: object) -> None:
        for shown in self._rows:
            if (shown.row.kind, shown.row.id) == row_id and shown.page:
                self.went.emit(shown.page, shown.target)

    def _copy(self) -> None:
        lines = ["\t".join((self._name(one), self._beside(one))).rstrip() for one in self.model.shown()]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.said.emit(ngettext("Copied {n} row.", "Copied {n} rows.", len(lines)))
