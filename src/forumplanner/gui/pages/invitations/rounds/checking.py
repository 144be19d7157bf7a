"""What the check found: who is ready, who gets no mail and why; every number opens the people behind it."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.gui import texting
from forumplanner.gui.pages.invitations.rounds import words
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide, Label, Picture
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.invitations.left_out import left_out
from forumplanner.invitations.rounds import Left, Roll
from forumplanner.invitations.salutations import untitled
from forumplanner.snapshots.telling import Reach, Reader

SHOWN = 200
"""More names than these are not read in a pop-over."""

_TONES = {Left.BAD_ADDRESS: "warn", Left.NO_ADDRESS: "warn", Left.ADDRESS: "warn", Left.REMINDED: "warn"}


class CheckSection(Attentive, Section):
    """`again(on)`: write also to those who were written to this week. `calls()`: the phone list was asked for."""

    again = Signal(bool)
    calls = Signal()

    def __init__(self) -> None:
        super().__init__(lambda: _("Check"), name="roundCheck")
        self._roll: Roll | None = None
        self._again = False
        self._phones: Mapping[str, str] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.column.addLayout(self._lines)

    def show_roll(self, roll: Roll, phones: Mapping[str, str], *, again: bool) -> None:
        """Show what was drawn up; `phones` by participant, for those who are called."""
        self._roll, self._phones, self._again = roll, phones, again
        self._fill()

    def retranslate(self) -> None:
        """The lines are words."""
        super().retranslate()
        if getattr(self, "_roll", None) is not None:
            self._fill()

    def _fill(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        roll = self._roll
        if roll is None:
            return
        look = ("circle-check", "ok") if roll.ready else ("circle-dashed", "text2")
        self._add("ready", *look, _ready(roll), roll.ready)
        if bare := untitled(roll.ready):
            said = ngettext("{n} without a title", "{n} without a title", len(bare))
            self._add("untitled", "id-card", "text2", said, bare)
        for why, people in roll.left.items():
            beside = self._beside(why)
            self._add(str(why), words.ICONS[why], _TONES.get(why, "text2"), left_out(why, len(people)), people, beside)
        if self._again:
            put_back = Button(lambda: _("Leave them in peace"), name="roundNotAgain", kind="link", small=True)
            put_back.clicked.connect(lambda: self.again.emit(False))
            said = _("Whoever was written to within the last week gets this mail too")
            self._add("again", "history", "warn", said, (), put_back)

    def _beside(self, why: Left) -> Button | None:
        if why in {Left.RECENT, Left.WAITING}:
            button = Button(lambda: _("Write to them all the same"), name=f"roundAgain_{why}", kind="link", small=True)
            button.clicked.connect(lambda: self.again.emit(True))
            return button
        if why is Left.REMINDED:
            button = Button(lambda: _("Copy the phone list"), name="roundCalls", kind="link", small=True)
            button.clicked.connect(self.calls)
            return button
        return None

    def _add(
        self, name: str, icon: str, tone: str, said: str, people: Sequence[Reader], beside: QWidget | None = None
    ) -> None:
        line = QWidget()
        line.setObjectName(f"roundLine_{name}")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Picture(icon, tone))
        row.addWidget(Elide(said, name=f"roundSaid_{name}"))
        if people:
            show = Button(lambda: _("Show"), name=f"roundShow_{name}", kind="link", small=True)
            show.clicked.connect(partial(self._open, show, said, tuple(people)))
            row.addWidget(show)
        if beside is not None:
            row.addWidget(beside)
        row.addStretch(1)
        self._lines.addWidget(line)

    def _open(self, button: Button, title: str, people: Sequence[Reader]) -> None:
        self._list = PeopleList(title, [line_of(reader, self._phones) for reader in people], self)
        self._list.move(button.mapToGlobal(QPoint(0, button.height() + 2)))
        self._list.show()


class PeopleList(QFrame):
    """A pop-over with one line a person: name, and where they are reached; Esc closes it."""

    def __init__(self, title: Text, lines: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(4, 8, 4, 8)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.addWidget(Label(title, role="strong", name="roundListTitle"))
        head.addStretch(1)
        copy = Button(lambda: _("Copy as text"), name="roundListCopy", kind="link", icon="copy", small=True)
        head.addWidget(copy)
        outer.addLayout(head)
        copy.clicked.connect(lambda: QApplication.clipboard().setText("\n".join("\t".join(line) for line in lines)))
        scroll = QScrollArea()
        scroll.setObjectName("roundListScroll")
        scroll.setWidgetResizable(True)
        body = QWidget()
        body.setObjectName("roundListBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 4, 12, 4)
        column.setSpacing(4)
        for name, address in lines[:SHOWN]:
            row = QHBoxLayout()
            row.addWidget(Elide(name, name="roundListName"), 1)
            row.addWidget(Elide(address, role="muted", name="roundListAddress"), 1)
            column.addLayout(row)
        if len(lines) > SHOWN:
            column.addWidget(Label(_("and {n} more", n=len(lines) - SHOWN), role="note", name="roundListMore"))
        column.addStretch(1)
        scroll.setWidget(body)
        outer.addWidget(scroll)
        self.resize(520, min(96 + 24 * len(lines), 420))


def line_of(reader: Reader, phones: Mapping[str, str]) -> tuple[str, str]:
    """Name, and the address as written, so that what is wrong in it can be seen; the phone of who gets no mail."""
    name = reader.name.shown(i18n.interface_language())
    called = reader.reach in {Reach.PHONE, Reach.CHAT, Reach.NO_ADDRESS}
    return name, (phones.get(reader.participant_id, "") if called else "") or reader.mailbox or reader.written


def _ready(roll: Roll) -> str:
    """So many are ready; mails where they differ; who shares a mailbox."""
    said = ngettext("{n} is ready", "{n} are ready", len(roll.ready))
    if roll.mails != len(roll.ready):
        said += " · " + ngettext("{n} mail", "{n} mails", roll.mails)
    if roll.sharing:
        said += " · " + _("{n} of them share a mailbox, which is fine", n=texting.number(roll.sharing))
    return said
