"""Somebody who appears, as a row: who, and below it as what, how, with which post, for how long, how certain."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.domain.kinds import Mode, Role
from forumplanner.gui import reading
from forumplanner.gui.pages.programme.cells import name
from forumplanner.gui.pages.programme.inspector.form import codes
from forumplanner.gui.pages.programme.inspector.texts import RefText, TextPort
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.labels import Elide
from forumplanner.gui.widgets.picker import Picker
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.completeness import TextRef
from forumplanner.snapshots.programme import AppearanceLine, HeldPost

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


class AppearanceRow(Attentive, QWidget):
    """Folded it says in one line what its fields say; `moved(by)` by Alt and arrows or its buttons."""

    moved = Signal(int)
    minutes_set = Signal(str)

    def __init__(self, port: TextPort) -> None:
        super().__init__()
        self.setObjectName("appearance")
        self.line = AppearanceLine("", Role.SPEAKER)
        self.who = Picker(
            name="appearanceWho",
            label=lambda: _("Who appears"),
            new=lambda typed: _("New person “{name}”", name=typed),
        )
        self.fold = Button("", name="appearanceFold", kind="icon", icon="chevron-down", tip=lambda: _("Details"))
        self.open = Button("", name="appearanceOpen", kind="icon", icon="user", tip=lambda: _("Show the person"))
        self.remove = Button("", name="appearanceRemove", kind="icon", icon="x", tip=lambda: _("Take out"))
        self.summary = Elide("", role="note", name="appearanceSummary")
        modes: list[tuple[str, Text]] = [("", lambda: _("own way")), *codes(Mode)]
        roles = [choice for role in _ROLES for choice in codes(Role) if choice[0] == str(role)]
        self.role = Combo(roles, name="appearanceRole", label=lambda: _("Role"), letters=6)
        self.mode = Combo(modes, name="appearanceMode", label=lambda: _("Way of appearing"), letters=5)
        self.post = Combo(name="appearancePost", label=lambda: _("Post used here"), letters=8)
        self.held = Elide("", role="note", name="appearanceHeld")
        self.minutes = Field(name="appearanceMinutes", label=lambda: _("Own minutes"), hint=lambda: _("min"))
        self.minutes.setFixedWidth(58)
        self.certain = QCheckBox()
        self.certain.setObjectName("appearanceProvisional")
        self.say(self.certain.setText, lambda: _("To be confirmed"))
        self.up = Button("", name="appearanceUp", kind="icon", icon="chevron-up", tip=lambda: _("Up"), key="Alt+Up")
        self.down = Button(
            "", name="appearanceDown", kind="icon", icon="chevron-down", tip=lambda: _("Down"), key="Alt+Down"
        )
        self.replace = Button(
            lambda: _("Replaced by…"), name="appearanceReplace", kind="link", small=True, tip=lambda: "", key="Ctrl+R"
        )
        self.lead = Button(lambda: _("Let lead the part"), name="appearanceLead", kind="link", small=True)
        self.words = RefText(lambda: _("Printed as"), name="appearanceLabel", port=port)
        self._lay_out()
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.fold.clicked.connect(lambda: self.set_open(not self.details.isVisibleTo(self)))
        self.minutes.editingFinished.connect(self._take_minutes)
        self.who.installEventFilter(self)
        self.set_open(open_=False)

    @property
    def participant_id(self) -> str:
        """Whom it shows, "" for an institution or nobody."""
        return self.line.participant_id

    def set_open(self, open_: bool) -> None:
        """Show the fields, or the line that sums them up."""
        self.details.setVisible(open_)
        self.summary.setVisible(not open_)
        self.fold.set_icon("chevron-up" if open_ else "chevron-down")

    def show_line(self, line: AppearanceLine, posts: Sequence[HeldPost], tags: tuple[str, ...], *, leads: bool) -> None:
        """Show who it is; `posts`: what this person holds."""
        if line.id != self.line.id:
            # The row shows somebody else now: what was begun about the one before is not theirs.
            self.minutes.setModified(False)
            self.who.setText(name(line, tags))
        self.line = line
        self.who.show_chosen(name(line, tags))
        self.role.choose(str(line.role))
        self.mode.choose(str(line.mode or ""))
        self.certain.setChecked(line.provisional)
        if not (self.minutes.hasFocus() and self.minutes.isModified()):
            self.minutes.setText("" if line.minutes is None else str(line.minutes))
            self.minutes.set_wrong("")
        self.open.setVisible(bool(line.participant_id))
        self.lead.setVisible(not leads and not line.placeholder and not line.act_id)
        self._show_posts(line, posts, tags)
        self.words.setVisible(not line.participant_id)
        if not line.participant_id:
            self.words.show_text(TextRef("appearance", line.id, "label"), line.label, tags)
        self.summary.set_text(" · ".join(self._facts(line)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Alt and arrows change the order also while the name has the focus, where they would open its list."""
        if watched is self.who and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.moved.emit(by)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Alt and arrows change the order."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)

    def _show_posts(self, line: AppearanceLine, posts: Sequence[HeldPost], tags: tuple[str, ...]) -> None:
        words = {post.id: _post_words(post, tags) for post in posts}
        usual = next((post.id for post in posts if post.usual), "")
        shown = line.post_id if line.post_id in words else usual
        self.post.set_choices(list(words.items()))
        self.post.choose(shown)
        self.post.setToolTip(words.get(shown, ""))
        self.post.setVisible(len(posts) > 1)
        self.held.setVisible(len(posts) <= 1 and not line.placeholder)
        self.held.set_text(words.get(shown, "") or ("" if line.institution_id else _("No post known yet")))

    def _facts(self, line: AppearanceLine) -> list[str]:
        facts = [reading.word(line.role), self.post.currentText() if self.post.count() else ""]
        mode = line.mode or line.own_mode
        if mode and mode is not Mode.ON_SITE:
            facts.append(reading.word(mode))
        if line.minutes is not None:
            facts.append(_("{n} min", n=line.minutes))
        if line.provisional:
            facts.append(_("To be confirmed"))
        return [fact for fact in facts if fact]

    def _take_minutes(self) -> None:
        text = self.minutes.text().strip()
        wrong = bool(text) and not text.isdecimal()
        self.minutes.set_wrong(_("Write a whole number.") if wrong else "")
        if not wrong and text != ("" if self.line.minutes is None else str(self.line.minutes)):
            self.minutes.setModified(False)
            self.minutes_set.emit(text)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        upper = QHBoxLayout()
        upper.setSpacing(2)
        upper.addWidget(self.who, 1)
        for button in (self.fold, self.open, self.remove):
            upper.addWidget(button)
        column.addLayout(upper)
        column.addWidget(self.summary)
        self.details = QWidget()
        self.details.setObjectName("appearanceDetails")
        grid = QGridLayout(self.details)
        grid.setContentsMargins(0, 0, 0, 6)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.addWidget(self.role, 0, 0)
        grid.addWidget(self.mode, 0, 1)
        grid.addWidget(self.minutes, 0, 2)
        grid.addWidget(self.post, 1, 0, 1, 3)
        grid.addWidget(self.held, 2, 0, 1, 3)
        grid.addWidget(self.words, 3, 0, 1, 3)
        foot = QHBoxLayout()
        foot.setSpacing(2)
        foot.addWidget(self.certain)
        foot.addStretch(1)
        for widget in (self.up, self.down):
            foot.addWidget(widget)
        grid.addLayout(foot, 4, 0, 1, 3)
        links = QHBoxLayout()
        links.setSpacing(8)
        for link in (self.replace, self.lead):
            links.addWidget(link)
        links.addStretch(1)
        grid.addLayout(links, 5, 0, 1, 3)
        column.addWidget(self.details)


def _post_words(post: HeldPost, tags: tuple[str, ...]) -> str:
    title, place = reading.words(post.title, tags), reading.words(post.institution, tags)
    return " · ".join(filter(None, (title, place)))
