"""The backups of recent files, newest first; restoring one keeps the file that stands there under another name."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from forumplanner.gui import texting
from forumplanner.gui.frame.kept import Kept
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Elide, Label, Picture, Rule
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext

SHOWN = 7


class BackupsCard(Card):
    """`chosen(Kept)`: this one is to be restored; `left`: back to the recent files."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(name="backupsCard", margin=20, gap=6)
        back = Button(lambda: _("Back"), name="backupsBack", kind="ghost", small=True)
        back.clicked.connect(self.left)
        self.set_head(lambda: _("Restore a backup"), back)
        note = Label(
            lambda: _("The file that stands there now is kept under another name."),
            role="small",
            name="backupsNote",
            wrap=True,
        )
        self.column.addWidget(note)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.column.addLayout(self._rows)
        QShortcut(QKeySequence("Esc"), self, self.left.emit)

    def show_backups(self, backups: Sequence[Kept], now: dt.datetime) -> None:
        """List the newest."""
        while self._rows.count():
            item = self._rows.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for number, kept in enumerate(backups[:SHOWN]):
            if number:
                self._rows.addWidget(Rule())
            self._rows.addWidget(self._row(kept, now))
        if not backups:
            words = _("There are no backups yet. They are made by themselves when a file is opened and closed.")
            self._rows.addWidget(Label(words, role="muted", name="backupsNone", wrap=True))

    def _row(self, kept: Kept, now: dt.datetime) -> QFrame:
        frame = QFrame()
        frame.setObjectName("backupRow")
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(12)
        row.addWidget(Picture("archive-restore", "accent_text"), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Elide(kept.path.stem, role="strong", name="backupFile"))
        people = ngettext("{n} person", "{n} people", kept.people)
        sessions = ngettext("{n} session", "{n} sessions", kept.sessions)
        at = f"{texting.moment(kept.at.astimezone(now.tzinfo), now)} {kept.at.astimezone(now.tzinfo):%H:%M}"
        if kept.at.astimezone(now.tzinfo).date() == now.date():
            at = texting.moment(kept.at.astimezone(now.tzinfo), now)
        words.addWidget(Elide(f"{at} · {people} · {sessions}", role="small", name="backupFacts"))
        row.addLayout(words, 1)
        button = Button(lambda: _("Restore"), name="backupRestore", small=True)
        button.setAccessibleName(_("Restore {name} of {time}", name=kept.path.stem, time=at))
        button.clicked.connect(lambda _checked=False: self.chosen.emit(kept))
        row.addWidget(button)
        return frame
