"""What came of it, in a card under the page's head: saved, printed, exported, or why not; never a message box."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.gui.page import Frame
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Banner, ErrorCard
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext


class Outcome(QWidget):
    """At most one card of each kind; takes no room while there is nothing to say."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("outcome")
        self._frame = frame
        self._path = Path()
        self._act: Callable[[], object] = lambda: None
        open_ = Button(lambda: _("Open"), name="outcomeOpen", small=True)
        show = Button(lambda: _("Show in folder"), name="outcomeShow", small=True)
        close = Button("", name="outcomeClose", kind="icon", icon="x", tip=lambda: _("Close"), small=True)
        give = Button(lambda: _("Give numbers"), name="outcomeGive", small=True)
        open_.clicked.connect(lambda: frame.dialogs.open_path(self._path))
        show.clicked.connect(lambda: frame.dialogs.show_in_folder(self._path))
        close.clicked.connect(self.clear)
        give.clicked.connect(lambda: self._act())  # noqa: PLW0108 - the act changes later
        self._done = Banner("", name="outcomeDone", look="ok", buttons=(open_, show, close))
        self._offer = Banner("", name="outcomeOffer", look="warn", icon="id-card", buttons=(give,))
        self._error = ErrorCard(name="outcomeError")
        self._open = open_
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(8)
        for card in (self._done, self._offer, self._error):
            column.addWidget(card)
            card.hide()
        self._fit()

    def show_saved(self, path: Path) -> None:
        """A file was written."""
        self._path = path
        folder = str(path.parent)
        self._tell(lambda: _("Saved “{name}”", name=path.name), folder)
        self._open.show()
        self._open.setFocus()

    def show_folder(self, folder: Path, count: int) -> None:
        """Files were written into a folder."""
        self._path = folder / "."
        self._tell(lambda: ngettext("Saved {n} file", "Saved {n} files", count), str(folder))
        self._open.hide()

    def show_printed(self, pages: int) -> None:
        """Pages went to the printer."""
        self._tell(lambda: ngettext("{n} page went to the printer", "{n} pages went to the printer", pages), "")

    def offer_numbers(self, lacking: int, act: Callable[[], object]) -> None:
        """Some people have no badge number yet; 0 takes the offer back."""
        self._act = act
        self._offer.tell(
            lambda: ngettext("{n} person has no badge number yet", "{n} people have no badge number yet", lacking),
            lambda: _("They are not on these sheets. Numbers are given once and never used twice."),
        )
        self._offer.setVisible(lacking > 0)
        self._fit()

    def show_error(self, title: str, sentence: str) -> None:
        """What did not work."""
        self._error.show_error(title, sentence)
        self._fit()

    def clear_error(self) -> None:
        """It works again."""
        self._error.hide()
        self._fit()

    def clear(self) -> None:
        """Nothing to say."""
        self._done.hide()
        self._fit()

    def sentence(self) -> str:
        """What the card says now, "" for nothing."""
        return self._done.title.text() if self._done.isVisible() else ""

    def _tell(self, title: Callable[[], str], text: str) -> None:
        self._done.tell(title, text)
        self._done.show()
        self._error.hide()
        self._fit()

    def _fit(self) -> None:
        self.setVisible(any(not card.isHidden() for card in (self._done, self._offer, self._error)))
