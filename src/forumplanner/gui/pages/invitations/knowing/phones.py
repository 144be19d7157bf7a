"""The phone list: who calls whom, the number, and what to say, in every language of the forum."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.gui.pages.invitations.knowing import columns
from forumplanner.gui.pages.invitations.knowing.people import Row, by_caller
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide, Plain
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.gui.widgets.whole_rows import WholeRows
from forumplanner.gui.widgets.writing import GrowingBox
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext


class PhonePane(QWidget):
    """`called(rows)`: these were told on the phone."""

    called = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("phonePane")
        self.model: FastTableModel[Row] = FastTableModel(
            columns.by_phone(), identity=lambda row: row.key, search=lambda row: haystack(row.name()), parent=self
        )
        self.table = FastTable(self.model, name="phoneTable", label=lambda: _("Who is to be called"))
        self.who = Elide("", role="strong", name="phoneWho")
        self.told = Button("", name="phoneTold", icon="phone", key="Ctrl+L")
        self.sentences = GrowingBox(name="phoneSay", least=2, most=6, frame=18)
        self.sentences.setReadOnly(True)
        self.sentences.say(self.sentences.setAccessibleName, lambda: _("What to say"))
        self._lay_out()
        self.table.picked.connect(lambda _key: self._show())
        self.table.opened.connect(lambda _key: self._show())
        self.model.ticked.connect(self._show)
        self.told.clicked.connect(lambda _checked: self.tell())

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show the calls, those of one caller together."""
        self.model.set_rows(by_caller(rows))
        if rows and self.table.current_id() not in {row.key for row in rows}:
            self.table.set_current(self.model.id_at(0))
        self._show()

    def chosen(self) -> list[Row]:
        """The ticked rows, else the current one."""
        ticks = self.model.ticks()
        if ticks:
            return [row for row in self.model.rows() if row.key in ticks]
        return [row for row in self.model.rows() if row.key == self.table.current_id()]

    def tell(self) -> None:
        """These were told."""
        rows = self.chosen()
        if rows:
            self.called.emit(rows)

    def _show(self) -> None:
        current = next((row for row in self.model.rows() if row.key == self.table.current_id()), None)
        number = len(self.model.ticks())
        self.told.set_text(
            lambda: ngettext("Told {n} by phone", "Told {n} by phone", number) if number else _("Told by phone")
        )
        self.card.setVisible(current is not None)
        if current is None:
            return
        self.who.say(self.who.set_text, lambda: " · ".join(filter(None, (current.name(), current.number()))))
        self.sentences.set_text("\n".join(current.said().values()))

    def _lay_out(self) -> None:
        self.card = Plain()
        self.card.setObjectName("phoneCard")
        self.card.setProperty("place", "tools")
        column = QVBoxLayout(self.card)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.who, 1)
        head.addWidget(self.told)
        column.addLayout(head)
        column.addWidget(self.sentences)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(WholeRows(self.table), 1)
        whole.addWidget(self.card)
