"""The tab Members: who belongs to the delegation and as what, and adding several by type-ahead at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from forumplanner.domain.delegations import DelegationRole
from forumplanner.gui import reading
from forumplanner.gui.pages.delegations import cells
from forumplanner.gui.pages.delegations.choosing import AskingPicker
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Elide, Label
from forumplanner.gui.widgets.picker import Pick
from forumplanner.gui.widgets.sections import Rows
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.snapshots.delegations import DelegationLine, MemberLine

MOST = 60
"""Members shown here; the tree shows all."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A member as a row shows them, in one language."""

    member: MemberLine
    post: str
    tag: str


class Members(Attentive, QWidget):
    """`joined(participants)`; `roled(participant, role)`; `left(participant)`; `opened(participant)`.

    `wanted()`: the type-ahead is to be used, so people are needed.
    """

    joined = Signal(object)
    roled = Signal(str, str)
    left = Signal(str)
    opened = Signal(str)
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("delegationMembers")
        self.adding = AddMembers()
        self.rows: Rows[_Line] = Rows(self._row, name="delegationMemberRows", gap=8)
        self.more = Label("", role="note", name="delegationMembersMore", wrap=True)
        self.none = Label(lambda: _("Nobody is named yet."), role="muted", name="delegationMembersNone", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.adding, self.none, self.rows, self.more):
            column.addWidget(widget)
        self.adding.joined.connect(self.joined)
        self.adding.wanted.connect(self.wanted)

    def show_line(self, line: DelegationLine, languages: tuple[str, ...]) -> None:
        """Show the members of a delegation."""
        tag = interface_language()
        shown = [_Line(member, reading.line(member.post, languages), tag) for member in line.members[:MOST]]
        self.rows.show_values(shown)
        hidden = len(line.members) - len(shown)
        parts = [
            ngettext("{n} more in the list", "{n} more in the list", hidden) if hidden else "",
            ngettext("{n} person without a name yet", "{n} people without names yet", line.unnamed)
            if line.unnamed
            else "",
        ]
        self.more.setText(" · ".join(filter(None, parts)))
        self.more.setVisible(bool(self.more.text()))
        self.none.setVisible(not line.members)

    def retranslate(self) -> None:
        """Rows are made anew."""
        super().retranslate()
        self.rows.forget()

    def _row(self, value: _Line) -> QWidget:
        member = value.member
        made = QWidget()
        made.setObjectName("delegationMember")
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Elide(cells.name(member.name), name="delegationMemberName"))
        if value.post:
            words.addWidget(Elide(value.post, role="note", name="delegationMemberPost"))
        row.addLayout(words, 1)
        role = Button(_role_word(member.role), name="delegationMemberRole", kind="link", small=True)
        role.clicked.connect(lambda _checked: self._call_roles(role, member))
        out = Button(
            "",
            name="delegationMemberOut",
            kind="icon",
            icon="x",
            tip=lambda: _("Take out of the delegation"),
            small=True,
        )
        out.clicked.connect(lambda _checked: self.left.emit(member.participant_id))
        person = Button(
            "", name="delegationMemberOpen", kind="icon", icon="arrow-right", tip=lambda: _("To the person"), small=True
        )
        person.clicked.connect(lambda _checked: self.opened.emit(member.participant_id))
        for widget in (role, out, person):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return made

    def _call_roles(self, button: Button, member: MemberLine) -> None:
        menu = role_menu(self, lambda role: self.roled.emit(member.participant_id, str(role)))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))


def role_menu(parent: QWidget, act: Callable[[DelegationRole], object]) -> QMenu:
    """A list of what somebody can be in a delegation."""
    menu = QMenu(parent)
    menu.setObjectName("delegationRoles")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for role in DelegationRole:
        action = menu.addAction(reading.word(role))
        action.setObjectName(str(role))
        action.triggered.connect(lambda _on=False, role=role: act(role))
    return menu


def _role_word(role: DelegationRole) -> str:
    short = {
        DelegationRole.HEAD: _("Head"),
        DelegationRole.DEPUTY: _("Deputy"),
        DelegationRole.ACCOMPANYING: _("Companion"),
    }
    return short.get(role) or reading.word(role)


class AddMembers(Card):
    """Several people are chosen one after the other, then join in one step: `joined(participants)`."""

    joined = Signal(object)
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(name="delegationAdd", look="sunken", margin=12, gap=6)
        self._names: dict[str, str] = {}
        self._chosen: list[str] = []
        self.picker = AskingPicker(
            name="delegationAddPicker",
            label=lambda: _("Add members"),
            hint=lambda: _("Add members: name, initials, institution"),
        )
        self.said = Label("", role="small", name="delegationAddChosen", wrap=True)
        self.join = Button(self._words, name="delegationAddJoin", kind="primary", small=True)
        self.clear = Button(lambda: _("Leave"), name="delegationAddClear", kind="ghost", small=True)
        self.column.addWidget(self.picker)
        self.column.addWidget(self.said)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.clear)
        foot.addWidget(self.join)
        self.column.addLayout(foot)
        self.picker.asked_for.connect(self.wanted)
        self.picker.picked.connect(self._choose)
        self.join.clicked.connect(lambda _checked: self._join())
        self.clear.clicked.connect(lambda _checked: self.forget())
        self._show()

    def offer(self, picks: Sequence[Pick]) -> None:
        """Who can be added."""
        self._names = {pick.id: pick.words for pick in picks}
        self.picker.set_choices(picks)

    def forget(self) -> None:
        """Nobody is chosen any more."""
        self._chosen = []
        self._show()

    def chosen(self) -> tuple[str, ...]:
        """Whose keys stand ready."""
        return tuple(self._chosen)

    def _choose(self, key: str) -> None:
        if key not in self._chosen:
            self._chosen.append(key)
        self._show()
        self.picker.setFocus()

    def _join(self) -> None:
        chosen, self._chosen = list(self._chosen), []
        self._show()
        if chosen:
            self.joined.emit(chosen)

    def _show(self) -> None:
        self.said.setText(reading.listed(self._names.get(key, key) for key in self._chosen))
        self.join.set_text(self._words)
        for widget in (self.said, self.join, self.clear):
            widget.setVisible(bool(self._chosen))

    def _words(self) -> str:
        return ngettext("Add {n} person", "Add {n} people", max(len(self._chosen), 1))
