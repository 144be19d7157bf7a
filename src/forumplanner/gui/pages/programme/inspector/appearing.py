"""Who appears in an item, in an act of it, or leads a part: rows, one more by type-ahead, one in place of another."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.domain.kinds import Role
from forumplanner.gui.pages.programme.inspector.appearance_row import AppearanceRow
from forumplanner.gui.pages.programme.inspector.replacing import ReplaceCard, Replacement
from forumplanner.gui.pages.programme.inspector.texts import TextPort
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.picker import Pick, Picker
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.programme import AppearanceLine, Programme

NOBODY = "nobody"
"""The pick that stands for somebody to be announced."""
ORGANISATION = "organisation:"
"""What the id of an institution begins with among the picks."""

_FOLD_FROM = 3
"""Rows from which on each shows its details only when asked."""


class AppearanceList(Attentive, QWidget):
    """People of one place. `added(place, pick, typed)`: `pick` is an id, NOBODY, or "" with somebody new typed.

    `leads`: those added lead a part. `role`: what those added do. `act`: the act they belong to.
    """

    added = Signal(str, str, str)
    exchanged = Signal(str, str, str)
    role_set = Signal(str, str)
    mode_set = Signal(str, str)
    post_set = Signal(str, str)
    minutes_set = Signal(str, str)
    certain_set = Signal(str, bool)
    moved = Signal(str, int)
    led = Signal(str)
    removed = Signal(str)
    replaced = Signal(object)
    went = Signal(str)

    def __init__(self, *, name: str, port: TextPort, hint: Text = "", leads: bool = False, act: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.leads, self.act = leads, act
        self.role = Role.MODERATOR if leads else Role.SPEAKER
        self._port = port
        self._place = ""
        self._programme = Programme("", (), "UTC")
        self._picks: Sequence[Pick] = ()
        self._rows: dict[str, AppearanceRow] = {}
        self._card: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.add = Picker(
            name=f"{name}Add",
            label=lambda: _("Add somebody"),
            hint=hint or (lambda: _("Add: name or initials")),
            new=lambda typed: _("New person “{name}”", name=typed),
        )
        self.add.setToolTip(_("Somebody new in one line: 王小明, Wang Xiaoming, Kunming University"))
        self.add.picked.connect(lambda key: self.added.emit(self._place, key, ""))
        self.add.asked.connect(lambda typed: self.added.emit(self._place, "", typed))
        self._column.addWidget(self.add)

    def offer(self, picks: Sequence[Pick]) -> None:
        """Whom to choose from."""
        self._picks = picks
        for picker in (self.add, *(row.who for row in self._rows.values())):
            picker.set_choices(picks, always=_always())

    def show_lines(self, place: str, lines: Sequence[AppearanceLine], programme: Programme) -> None:
        """Show who appears in `place`; rows that stay are kept."""
        if place != self._place:
            self.close_card()
        self._place, self._programme = place, programme
        self._match(lines)
        for at, line in enumerate(lines):
            row = self._rows[line.id]
            if self._column.indexOf(row) != at:
                self._column.insertWidget(at, row)
            posts = [post for post in programme.posts if post.person_id == line.person_id]
            row.show_line(line, posts, programme.languages, leads=self.leads)
            row.up.setEnabled(at > 0)
            row.down.setEnabled(at < len(lines) - 1)
            for button in (row.up, row.down):
                button.setVisible(len(lines) > 1)
        self._rows = {line.id: self._rows[line.id] for line in lines}

    def _match(self, lines: Sequence[AppearanceLine]) -> None:
        """A row for each line: the one it had, one that somebody else left, or a new one, which costs most."""
        here = {line.id for line in lines}
        left = [self._rows.pop(gone) for gone in list(self._rows) if gone not in here]
        for line in lines:
            if line.id not in self._rows:
                self._rows[line.id] = left.pop(0) if left else self._made()
                self._rows[line.id].set_open(len(lines) < _FOLD_FROM)
                self._rows[line.id].setVisible(True)
        for row in left:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def rows(self) -> list[AppearanceRow]:
        """The rows shown, in order."""
        return list(self._rows.values())

    def place(self) -> str:
        """The id of the item or part whose people these are."""
        return self._place

    def has_focus(self) -> bool:
        """True while somebody types or stands in it."""
        return _focused(self)

    def start_replacing(self, key: str = "") -> bool:
        """Ask who comes instead of somebody (the row with the focus, else the first); False where there is nobody."""
        rows = self._rows
        focused = next((one for one, row in rows.items() if _focused(row)), "")
        chosen = key or focused or next(iter(rows), "")
        if not chosen:
            return False
        line = rows[chosen].line
        at = list(rows).index(chosen)
        elsewhere = len(appearances_of(self._programme, line)) - 1
        tags = self._programme.languages
        card = ReplaceCard(line, tags, place=(at + 1, len(rows)), elsewhere=elsewhere)
        card.offer(self._picks, _always())
        card.wanted.connect(self._take_replacement)
        card.left.connect(lambda: self._leave(chosen))
        self._show_card(card, at + 1)
        card.who.setFocus()
        return True

    def ask_about_twin(self, twin: str, *, key: str, typed: str) -> None:
        """Somebody of that name is known: the same person, or another one? Emits `added` again with the answer."""
        card = Card(name="twinCard", look="warn", margin=12, gap=6)
        known = Label(lambda: _("Already in the list: {who}", who=twin), role="", name="twinWords", wrap=True)
        same = Button(lambda: _("The same person"), name="twinSame", kind="primary", small=True)
        other = Button(lambda: _("Somebody else"), name="twinOther", small=True)
        same.clicked.connect(lambda: self._answer(key, ""))
        other.clicked.connect(lambda: self._answer("", f"{typed}\n"))
        card.column.addWidget(known)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (other, same):
            foot.addWidget(button)
        card.column.addLayout(foot)
        self._show_card(card, self._column.count())
        same.setFocus()

    def close_card(self) -> None:
        """Take the question away that stands open."""
        card, self._card = self._card, None
        if card is not None:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _answer(self, key: str, typed: str) -> None:
        self.close_card()
        self.added.emit(self._place, key, typed)

    def _show_card(self, card: QWidget, at: int) -> None:
        self.close_card()
        self._card = card
        self._column.insertWidget(at, card)

    def _take_replacement(self, wanted: Replacement) -> None:
        self._leave(wanted.appearance_id)
        self.replaced.emit(wanted)

    def _leave(self, key: str) -> None:
        """Close the question; the focus goes to its row, on a button, where Ctrl+Z means the last step."""
        self.close_card()
        if key in self._rows:
            self._rows[key].fold.setFocus()

    def _made(self) -> AppearanceRow:
        row = AppearanceRow(self._port)
        row.setParent(self)  # without a place it would open as a window of its own and take the focus
        row.who.set_choices(self._picks, always=_always())
        row.who.picked.connect(lambda pick: self.exchanged.emit(row.line.id, pick, ""))
        row.who.asked.connect(lambda typed: self.exchanged.emit(row.line.id, "", typed))
        row.role.picked.connect(lambda role: self.role_set.emit(row.line.id, role))
        row.mode.picked.connect(lambda mode: self.mode_set.emit(row.line.id, mode))
        row.post.picked.connect(lambda post: self.post_set.emit(row.line.id, post))
        row.minutes_set.connect(lambda text: self.minutes_set.emit(row.line.id, text))
        row.certain.clicked.connect(lambda on: self.certain_set.emit(row.line.id, on))
        row.moved.connect(lambda by: self.moved.emit(row.line.id, by))
        row.replace.clicked.connect(lambda: self.start_replacing(row.line.id))
        row.lead.clicked.connect(lambda: self.led.emit(row.line.id))
        row.remove.clicked.connect(lambda: self.removed.emit(row.line.id))
        row.open.clicked.connect(lambda: self.went.emit(row.participant_id))
        return row


def appearances_of(programme: Programme, line: AppearanceLine) -> list[AppearanceLine]:
    """All that the same person or institution does in the programme; for a placeholder only this."""
    if line.placeholder:
        return [line]
    here = (line.participant_id, line.institution_id)
    return [
        other
        for session in programme.sessions
        for part in session.parts
        for others in (part.chairs, *(item.people for item in part.items))
        for other in others
        if (other.participant_id, other.institution_id) == here
    ]


def _focused(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return isinstance(focused, QWidget) and widget.isAncestorOf(focused)


def _always() -> tuple[Pick, ...]:
    return (Pick(NOBODY, _("To be announced")),)
