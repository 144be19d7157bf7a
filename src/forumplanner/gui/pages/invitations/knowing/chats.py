"""The texts for chats: whose chat at the left, at the right what to paste there, in every language of the forum."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.gui.pages.invitations.knowing import columns
from forumplanner.gui.pages.invitations.knowing.people import Group, apart, in_chat
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.gui.widgets.writing import WritingBox
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext

WIDTH = 270


class ChatPane(QWidget):
    """`copied(text)`: to be pasted. `written(Group)`: its chat was written in."""

    copied = Signal(str)
    written = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chatPane")
        self._shown = ""
        self.model: FastTableModel[Group] = FastTableModel(
            columns.groups(), identity=lambda group: group.key, search=lambda group: group.name, parent=self
        )
        self.table = FastTable(self.model, name="chatGroups", label=lambda: _("Whose chat"))
        self.table.setFixedWidth(WIDTH)
        self.head = Label("", role="muted", name="chatHead", wrap=True)
        self.box = WritingBox(name="chatText")
        self.box.say(self.box.setAccessibleName, lambda: _("Text for the chat"))
        self.copy = Button(lambda: _("Copy text"), name="chatCopy", icon="copy", key="Ctrl+Shift+C")
        self.told = Button(lambda: _("Written in the chat"), name="chatTold", icon="check", key="Ctrl+L")
        self.none = Label(lambda: _("Choose a chat at the left."), role="muted", name="chatNone")
        self._lay_out()
        self.table.picked.connect(lambda _key: self._show())
        self.table.opened.connect(lambda _key: self.copy_text())
        self.copy.clicked.connect(lambda _checked: self.copy_text())
        self.told.clicked.connect(lambda _checked: self.tell())

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these; the one that is chosen stays where it still is."""
        self.model.set_rows(groups)
        if groups and self.table.current_id() not in {group.key for group in groups}:
            first = next((group for group in groups if group.delegation_id), groups[0])
            self.table.set_current(first.key)
        self._show()

    def group(self) -> Group | None:
        """Whose chat is shown."""
        return next((one for one in self.model.rows() if one.key == self.table.current_id()), None)

    def copy_text(self) -> None:
        """The text as it stands, with what was written into it."""
        if self.group() is not None:
            self.copied.emit(self.box.toPlainText())

    def tell(self) -> None:
        """The chat was written in."""
        group = self.group()
        if group is not None and in_chat(group):
            self.written.emit(group)

    def _show(self) -> None:
        group = self.group()
        for widget in (self.head, self.box, self.copy, self.told):
            widget.setVisible(group is not None)
        self.none.setVisible(group is None)
        if group is None:
            return
        text = group.text()
        if text != self._shown:
            self._shown = text
            self.box.setPlainText(text)
        here = len(in_chat(group))
        self.head.say(self.head.setText, lambda: _head(group, here))
        if here:
            self.told.enable()
        else:
            self.told.disable(lambda: _("Nobody here hears of it in a chat: they get a mail or a call."))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.table)
        column = QVBoxLayout()
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        deeds.addStretch(1)
        deeds.addWidget(self.copy)
        deeds.addWidget(self.told)
        column.addWidget(self.head)
        column.addWidget(self.box, 1)
        column.addLayout(deeds)
        column.addWidget(self.none)
        row.addLayout(column, 1)


def _head(group: Group, here: int) -> str:
    people = ngettext("{n} person hears of it here", "{n} people hear of it here", here)
    name = apart(group.through()) if group.contact and "@" not in group.contact else ""
    contact = _("through {name}", name=name) if name else ""
    return " · ".join(filter(None, (people, contact)))
