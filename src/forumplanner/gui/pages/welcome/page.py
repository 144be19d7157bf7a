"""The page itself: the mark and the ways to begin at the left; recent files or the card of a new forum at the right."""

import datetime as dt
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from forumplanner import __version__
from forumplanner.gui.frame.kept import Kept
from forumplanner.gui.pages.welcome.mark import Mark
from forumplanner.gui.pages.welcome.recent import RecentCard
from forumplanner.gui.pages.welcome.tiles import Tiles
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card, ErrorCard
from forumplanner.gui.widgets.labels import Label, Picture, Plain, repolish
from forumplanner.i18n import gettext as _
from forumplanner.settings import Recent

if TYPE_CHECKING:  # what the first paint does not wait for
    from forumplanner.gui.pages.welcome.backups import BackupsCard
    from forumplanner.gui.pages.welcome.setup import SetupCard

LEFT, GAP, RIGHT = 400, 72, 620


class WelcomePage(Attentive, Plain):
    """What was asked for: `wanted(what)`, `chosen(path)`, `forgotten(path)`, `made(NewForum)`, `restored(Kept)`."""

    wanted = Signal(str)
    chosen = Signal(str)
    forgotten = Signal(str)
    made = Signal(object)
    restored = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("welcomePage")
        self.setProperty("place", "page")
        self._recent: Sequence[Recent] = ()
        self._now = dt.datetime.now().astimezone()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(self._left(), 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(GAP)
        row.addWidget(self._right(), 100, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)

    def show_recent(self, recent: Sequence[Recent], now: dt.datetime) -> None:
        """The files opened last, and the way to begin that fits: the sample while there are none."""
        self._recent, self._now = recent, now
        self.recent.show_files(recent, now)
        self.tiles.put_first("open" if recent else "sample")
        self._places.setCurrentWidget(self._listing)

    def show_waiting(self, words: str) -> None:
        """Say that a file is being opened; "" when it is."""
        self._waiting.setText(words)
        self.error.hide()

    def show_failure(self, title: str, sentence: str) -> None:
        """What did not work, in place."""
        self.error.show_error(title, sentence)

    def show_setup(self) -> None:
        """The card of a new forum."""
        self._places.setCurrentWidget(self.setup)
        self.setup.ask()

    def show_backups(self, backups: Sequence[Kept]) -> None:
        """The backups of recent files."""
        self.backups.show_backups(backups, self._now)
        self._places.setCurrentWidget(self.backups)

    @cached_property
    def setup(self) -> "SetupCard":
        """The card of a new forum, made when it is first wanted."""
        from forumplanner.gui.pages.welcome.setup import SetupCard  # noqa: PLC0415 - nothing of it is in the first paint

        card = SetupCard()
        card.made.connect(self.made)
        card.left.connect(self._back)
        self._places.addWidget(card)
        return card

    @cached_property
    def backups(self) -> "BackupsCard":
        """The list of backups, made when it is first wanted."""
        from forumplanner.gui.pages.welcome.backups import BackupsCard  # noqa: PLC0415 - as above

        card = BackupsCard()
        card.chosen.connect(self.restored)
        card.left.connect(self._back)
        self._places.addWidget(card)
        return card

    def show_over(self, *, over: bool) -> None:
        """Whether a file hangs over the window."""
        self._drop.setProperty("card", "over" if over else "drop")
        repolish(self._drop)

    def focus_first(self) -> None:
        """Give the focus to the best way to begin: the newest file, or the sample."""
        (self.recent.first() or self.tiles.tile("sample")).setFocus()

    def retranslate(self) -> None:
        """Dates in the list are words too."""
        super().retranslate()
        self.recent.show_files(self._recent, self._now)

    def _back(self) -> None:
        self.show_recent(self._recent, self._now)
        self.focus_first()

    def _left(self) -> QWidget:
        place = QWidget()
        place.setObjectName("welcomeLeft")
        place.setFixedWidth(LEFT)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Mark())
        column.addSpacing(18)
        column.addWidget(Label(lambda: _("Forum Planner"), role="hero", name="welcomeName"))
        column.addSpacing(6)
        column.addWidget(Label(lambda: _("From the first list to the last badge"), role="muted", name="welcomeLine"))
        column.addSpacing(20)
        self.tiles = Tiles()
        self.tiles.wanted.connect(self.wanted)
        column.addWidget(self.tiles)
        column.addSpacing(16)
        self._waiting = Label("", role="muted", name="welcomeWaiting")
        column.addWidget(self._waiting)
        version = lambda: _("Version {number} · data stays on this computer", number=__version__)  # noqa: E731 - words
        column.addWidget(Label(version, role="note", name="welcomeVersion"))
        return place

    def _right(self) -> QWidget:
        place = QWidget()
        place.setObjectName("welcomeRight")
        place.setMaximumWidth(RIGHT)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.error = ErrorCard(name="welcomeError")
        column.addWidget(self.error)
        self._places = QStackedWidget()
        self._places.setObjectName("welcomePlaces")
        self._listing = self._list()
        self._places.addWidget(self._listing)
        column.addWidget(self._places)
        return place

    def _list(self) -> QWidget:
        place = QWidget()
        place.setObjectName("welcomeList")
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(Label(lambda: _("Recent"), role="lead", name="recentTitle"))
        self.recent = RecentCard()
        self.recent.chosen.connect(self.chosen)
        self.recent.lost.connect(self.forgotten)
        column.addWidget(self.recent)
        self._drop = _drop_card()
        column.addWidget(self._drop)
        blank = Button(
            lambda: _("Get the empty planning workbook…"), name="welcomeBlank", kind="text", icon="file-down"
        )
        blank.clicked.connect(lambda _checked=False: self.wanted.emit("blank"))
        column.addWidget(blank)
        column.addStretch(1)
        return place


def _drop_card() -> Card:
    card = Card(name="dropCard", look="drop", margin=20)
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addStretch(1)
    row.addWidget(Picture("file-input", "text2"), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(
        Label(
            lambda: _("Drop a planner file or a planning workbook (.xlsx) anywhere in the window"),
            role="muted",
            name="dropWords",
        )
    )
    row.addStretch(1)
    card.column.addLayout(row)
    return card
