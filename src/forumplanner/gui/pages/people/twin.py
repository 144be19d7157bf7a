"""A likely twin, shown while somebody new is being typed: who it is, and the one thing to do about it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.names import PersonName
from forumplanner.domain.newcomers import Newcomer
from forumplanner.gui import reading
from forumplanner.gui.page import Frame
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.queries.newcomers import namesakes
from forumplanner.snapshots.newcomers import Namesake

REST_MS = 250


class TwinLine(QWidget):
    """`shown(participant id)` or `joined(person id)`. `elsewhere_only`: those in this forum are told of elsewhere."""

    shown = Signal(str)
    joined = Signal(str)

    def __init__(self, *, name: str, elsewhere_only: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._elsewhere_only = elsewhere_only
        self._frame: Frame | None = None
        self._name = PersonName()
        self._found: Namesake | None = None
        self.words = Label("", role="warn", name=f"{name}Words", wrap=True)
        self.button = Button("", name=f"{name}Act", kind="link", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._act)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self.look)
        self.hide()

    def use(self, frame: Frame) -> None:
        """Whose file is searched."""
        self._frame = frame

    def think_of(self, name: PersonName) -> None:
        """Another name was typed; look once the fingers rest."""
        if name.tidied() != self._name:
            self._name = name.tidied()
            self._show(None)
            self._timer.start()

    def look(self) -> None:
        """Look now, in a thread."""
        self._timer.stop()
        frame, name = self._frame, self._name
        if frame is None or not name.shown():
            self._show(None)
            return
        store, forum_id = frame.store, frame.forum_id

        def work(_progress: object) -> tuple[Namesake, ...]:
            with store.read() as db:
                return namesakes(db, forum_id=forum_id, newcomer=Newcomer(name))

        frame.tasks.start(work, done=lambda found: self._take(name, found), failed=lambda _error: None)

    def _take(self, name: PersonName, found: tuple[Namesake, ...]) -> None:
        wanted = [one for one in found if not (self._elsewhere_only and one.participant_id)]
        if name == self._name:
            self._show(wanted[0] if wanted else None)

    def _show(self, found: Namesake | None) -> None:
        self._found = found
        self.setVisible(found is not None)
        if found is None or self._frame is None:
            return
        tag, languages = i18n.interface_language(), self._frame.card.languages
        who = " · ".join(filter(None, (found.name.shown(tag), reading.words(found.institution, languages))))
        if found.participant_id:
            self.words.setText(_("Already in the list: {who}", who=who))
            self.button.set_text(lambda: _("Show"))
        else:
            self.words.setText(_("Known from another forum: {who}", who=who))
            self.button.set_text(lambda: _("Add to this forum"))

    def _act(self) -> None:
        if self._found is not None and self._found.participant_id:
            self.shown.emit(self._found.participant_id)
        elif self._found is not None:
            self.joined.emit(self._found.person_id)
