"""In which forums of this file a person took part, and what they did there: the tab Roles."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.domain.delegations import role_of
from forumplanner.gui import reading, texting
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.sections import Rows, Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.took_part import TookPart, TookPartItem


class RolesSection(Section):
    """`went(forum id, participant id)`: to the person in another forum."""

    went = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(lambda: _("Took part in"), name="personTookPart", first=True)
        self._here = ""
        self.rows: Rows[tuple[TookPart, str]] = Rows(self._row, name="personTookPartRows", gap=14)
        self.none = Label(lambda: _("No forum of this file yet."), role="note", name="personTookPartNone")
        self.column.addWidget(self.rows)
        self.column.addWidget(self.none)

    def show_forums(self, forums: tuple[TookPart, ...], *, here: str) -> None:
        """Show these, the latest first; `here` is the forum of the window."""
        self._here = here
        self.rows.show_values([(forum, _facts(forum)) for forum in forums])
        self.none.setVisible(not forums)

    def _row(self, value: tuple[TookPart, str]) -> QWidget:
        forum, facts = value
        made = QWidget()
        made.setObjectName("personTookPartForum")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        title = " · ".join(filter(None, (forum.title, str(forum.starts_on.year) if forum.starts_on else "")))
        if forum.forum_id == self._here:
            column.addWidget(Label(title, role="strong", name="personTookPartTitle", wrap=True))
        else:
            link = Button(title, name="personTookPartLink", kind="link", small=True)
            link.clicked.connect(lambda: self.went.emit(forum.forum_id, forum.participant_id))
            column.addWidget(link)
        column.addWidget(Label(facts, role="small", name="personTookPartFacts", wrap=True))
        for item in forum.items:
            column.addWidget(Label(_item(item), role="note", name="personTookPartItem", wrap=True))
        return made


def _facts(forum: TookPart) -> str:
    delegation = forum.delegation
    if delegation and forum.role_in_delegation:
        delegation = f"{delegation} ({reading.word(role_of(forum.role_in_delegation))})"
    parts = (
        reading.word(forum.category),
        forum.post,
        delegation,
        reading.word(forum.status) if forum.status else "",
        reading.word(forum.mode) if forum.mode else "",
    )
    return " · ".join(filter(None, parts))


def _item(item: TookPartItem) -> str:
    day = texting.short_day(item.day) if item.day else ""
    return " · ".join(filter(None, (day, item.title, reading.word(item.role))))
