"""Somebody of the file who is not in this forum: who they are, where they took part, and the way in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.gui import reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.people.face import Face
from forumplanner.gui.pages.people.roles import RolesSection
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide, Label
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.people import PersonLine
from forumplanner.snapshots.took_part import TookPart


class OutsiderCard(QWidget):
    """`joined(person id)`: let them take part; they keep the post of last time."""

    joined = Signal(str)

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("outsider")
        self._person = ""
        self.face = Face(frame, name="personInitials")
        self.name = Elide("", role="lead", name="outsiderName")
        self.facts = Label("", role="small", name="outsiderFacts", wrap=True)
        self.join = Button(lambda: _("Add to this forum"), name="outsiderJoin", kind="primary", icon="user-plus")
        self.roles = RolesSection()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.face)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.facts)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(Label(lambda: _("Not in this forum."), role="note", name="outsiderNote"))
        column.addWidget(self.join, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.roles)
        self.join.clicked.connect(lambda: self.joined.emit(self._person))

    def show_line(self, line: PersonLine, forums: tuple[TookPart, ...], languages: tuple[str, ...]) -> None:
        """Show somebody."""
        self._person = line.person_id
        called = line.name.shown(i18n.interface_language())
        self.name.set_text(called or _("Without a name"))
        parts = (reading.line(line.post, languages), reading.line(line.institution, languages))
        self.facts.setText(" · ".join(filter(None, (*parts, reading.country(line.country)))))
        self.face.show_person("", called)
        self.roles.show_forums(forums, here="")
