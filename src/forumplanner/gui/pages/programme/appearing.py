"""Who appears in an item or leads a part, in the inspector: exchange, role, mode, certainty, add, take out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.domain.kinds import Mode, Role
from forumplanner.gui import reading
from forumplanner.gui.pages.programme.cells import name
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo
from forumplanner.gui.widgets.picker import Pick, Picker
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.programme import AppearanceLine

NOBODY = "nobody"
"""The pick that stands for somebody to be announced."""

_ROLES = (
    Role.SPEAKER,
    Role.PANELIST,
    Role.DISCUSSANT,
    Role.MODERATOR,
    Role.CHAIR,
    Role.MC,
    Role.PRESENTER,
    Role.RECIPIENT,
    Role.SIGNATORY,
    Role.WITNESS,
    Role.INTERPRETER,
)


class AppearanceList(Attentive, QWidget):
    """People of one place. `added(place, pick, typed)`: `pick` is an id, NOBODY, or "" with a new name typed."""

    added = Signal(str, str, str)
    exchanged = Signal(str, str, str)
    role_set = Signal(str, str)
    mode_set = Signal(str, str)
    certain_set = Signal(str, bool)
    removed = Signal(str)
    went = Signal(str)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._place = ""
        self._picks: Sequence[Pick] = ()
        self._rows: dict[str, AppearanceRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.add = Picker(
            name=f"{name}Add",
            label=lambda: _("Add somebody"),
            hint=lambda: _("Add: name or initials"),
            new=lambda typed: _("New person “{name}”", name=typed),
        )
        self.add.picked.connect(lambda key: self.added.emit(self._place, key, ""))
        self.add.asked.connect(lambda typed: self.added.emit(self._place, "", typed))
        self._column.addWidget(self.add)

    def offer(self, picks: Sequence[Pick]) -> None:
        """Whom to choose from."""
        self._picks = picks
        for picker in (self.add, *(row.who for row in self._rows.values())):
            picker.set_choices(picks, always=_always())

    def show_lines(self, place: str, lines: Sequence[AppearanceLine], languages: tuple[str, ...]) -> None:
        """Show who appears in `place`; rows that stay are kept."""
        self._place = place
        for gone in set(self._rows) - {line.id for line in lines}:
            row = self._rows.pop(gone)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, line in enumerate(lines):
            if line.id not in self._rows:
                self._rows[line.id] = self._made(line.id)
                self._column.insertWidget(at, self._rows[line.id])
            self._rows[line.id].show_line(line, languages)

    def rows(self) -> list["AppearanceRow"]:
        """The rows shown."""
        return list(self._rows.values())

    def _made(self, key: str) -> "AppearanceRow":
        row = AppearanceRow()
        row.who.set_choices(self._picks, always=_always())
        row.who.picked.connect(lambda pick: self.exchanged.emit(key, pick, ""))
        row.who.asked.connect(lambda typed: self.exchanged.emit(key, "", typed))
        row.role.picked.connect(lambda role: self.role_set.emit(key, role))
        row.mode.picked.connect(lambda mode: self.mode_set.emit(key, mode))
        row.certain.clicked.connect(lambda on: self.certain_set.emit(key, on))
        row.remove.clicked.connect(lambda: self.removed.emit(key))
        row.open.clicked.connect(lambda: self.went.emit(row.participant_id))
        return row


class AppearanceRow(Attentive, QWidget):
    """Somebody: who, below it as what, how and whether it is certain."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("appearance")
        self.participant_id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.who = Picker(
            name="appearanceWho",
            label=lambda: _("Who appears"),
            new=lambda typed: _("New person “{name}”", name=typed),
        )
        self.open = Button("", name="appearanceOpen", kind="icon", icon="user", tip=lambda: _("Show the person"))
        self.remove = Button("", name="appearanceRemove", kind="icon", icon="x", tip=lambda: _("Take out"))
        roles: list[tuple[str, Text]] = [(str(role), _worded(role)) for role in _ROLES]
        modes: list[tuple[str, Text]] = [
            ("", "—"),
            *((str(mode), _worded(mode)) for mode in Mode),
        ]
        self.role = Combo(roles, name="appearanceRole", label=lambda: _("Role"), small=True, letters=6)
        self.mode = Combo(modes, name="appearanceMode", label=lambda: _("Way of appearing"), small=True, letters=6)
        self.certain = QCheckBox()
        self.certain.setObjectName("appearanceProvisional")
        self.say(self.certain.setText, lambda: _("To be confirmed"))
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.setSpacing(2)
        lower.setSpacing(6)
        upper.addWidget(self.who, 1)
        for button in (self.open, self.remove):
            upper.addWidget(button)
        lower.addWidget(self.role, 1)
        lower.addWidget(self.mode, 1)
        lower.addWidget(self.certain, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(upper)
        column.addLayout(lower)

    def show_line(self, line: AppearanceLine, languages: tuple[str, ...]) -> None:
        """Show who it is."""
        self.participant_id = line.participant_id
        self.who.show_chosen(name(line, languages))
        self.role.choose(str(line.role))
        self.mode.choose(str(line.mode or ""))
        self.certain.setChecked(line.provisional)
        self.open.setVisible(bool(line.participant_id))


def _worded(member: Role | Mode) -> "_Words":
    return _Words(member)


class _Words:
    """The word of a code, said again in every language."""

    def __init__(self, member: Role | Mode) -> None:
        self._member = member

    def __call__(self) -> str:
        return reading.word(self._member)


def _always() -> tuple[Pick, ...]:
    return (Pick(NOBODY, _("To be announced")),)
