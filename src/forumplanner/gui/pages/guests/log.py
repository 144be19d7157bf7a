"""The log of one guest in the inspector: every dated line, newest first, with a way to correct it or take it out."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.invitation_chain import phone_only, reached_by
from forumplanner.domain.kinds import Category
from forumplanner.gui import reading, texting
from forumplanner.gui.authors import author
from forumplanner.gui.pages.guests import words
from forumplanner.gui.pages.guests.timeline import said
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.clock import written
from forumplanner.gui.widgets.labels import Label, Pill
from forumplanner.gui.widgets.sections import Rows, Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.contacts import NoteLine
from forumplanner.snapshots.guests import GuestCard


@dataclass(frozen=True, slots=True)
class _Entry:
    note: NoteLine
    tag: str


class LogSection(Section):
    """`asked()`: a new line; `corrected(note id)`, `removed(note id)`."""

    asked = Signal()
    corrected = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        self.log = Button(lambda: _("Log a call or a step…"), name="guestLogContact", kind="link", key="Ctrl+L")
        super().__init__(lambda: _("Contacts"), self.log, name="guestLog", first=True)
        self.way = Label("", role="small", name="guestWay", wrap=True)
        self.next = Label("", role="strong", name="guestNextCall", wrap=True)
        self.rows: Rows[_Entry] = Rows(self._row, name="guestLogRows", gap=12)
        self.none = Label(lambda: _("No contact noted yet."), role="note", name="guestLogNone")
        for widget in (self.way, self.next, self.rows, self.none):
            self.column.addWidget(widget)
        self.log.clicked.connect(self.asked)

    def show_card(self, card: GuestCard) -> None:
        """Show the log of a guest."""
        self.way.setText(_way(card))
        last = card.notes[-1] if card.notes else None
        upcoming = last if last is not None and last.next_on is not None else None
        self.next.setVisible(upcoming is not None)
        if upcoming is not None and upcoming.next_on is not None:
            day = texting.day_of_year(upcoming.next_on)
            self.next.setText(" · ".join(filter(None, (_("Next call {day}", day=day), upcoming.next_action))))
        tag = i18n.interface_language()
        self.rows.show_values([_Entry(note, tag) for note in reversed(card.notes)])
        self.none.setVisible(not card.notes)

    def _row(self, entry: _Entry) -> QWidget:
        note = entry.note
        made = QWidget()
        made.setObjectName("guestLogRow")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        when = " ".join(filter(None, (texting.day_of_year(note.day), written(note.minute))))
        head.addWidget(Label(when, role="strong", name="guestLogWhen"))
        if note.status is not None:
            head.addWidget(Pill(words.step_words(note.status), tone="accent", name="guestLogStatus"))
        head.addStretch(1)
        head.addWidget(self._button("guestLogCorrect", "pencil", _("Correct"), self.corrected, note.id))
        head.addWidget(self._button("guestLogRemove", "trash-2", _("Take out"), self.removed, note.id))
        column.addLayout(head)
        told = said(note)
        if told:
            column.addWidget(Label(told, role="", name="guestLogSaid", wrap=True))
        later = _("Next call {day}", day=texting.day_of_year(note.next_on)) if note.next_on else ""
        below = " · ".join(filter(None, (author(note.author) if note.author else "", later, note.next_action)))
        column.addWidget(Label(below, role="note", name="guestLogBelow", wrap=True))
        return made

    @staticmethod
    def _button(name: str, icon: str, tip: str, signal: object, note: str) -> Button:
        made = Button("", name=name, kind="icon", icon=icon, tip=tip, small=True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda: signal.emit(note))  # type: ignore[attr-defined]  # one of the signals above
        return made


def _way(card: GuestCard) -> str:
    """How to get in touch, and by which number."""
    category = card.category or (Category.CONSULAR if card.line.consular else Category.GUEST)
    way = reading.word(reached_by(category, card.contact_by))
    only = _("{way} only, no mail", way=way) if phone_only(category, card.contact_by) else way
    phones = [card.phone]
    if card.mission is not None:
        phones += [card.mission.contact, card.mission.phone]
    return " · ".join(filter(None, (only, *phones)))
