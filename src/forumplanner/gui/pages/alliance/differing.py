"""DifferenceBanner: the directory says another standing than the ledger; either can follow the other, one at a time."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.actions import standings
from forumplanner.domain.ids import InstitutionId
from forumplanner.domain.kinds import Standing
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Banner
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.alliance import Difference


class DifferenceBanner(QWidget):
    """Hidden while both agree."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("membersDiffering")
        self._frame = frame
        self._first: Difference | None = None
        self.enter = Button(lambda: _("Enter it in the ledger"), name="differingEnter", small=True)
        self.keep = Button(lambda: _("Keep the ledger"), name="differingKeep", kind="ghost", small=True)
        self.banner = Banner("", name="differingBanner", look="warn", buttons=(self.keep, self.enter))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 16, 0)
        column.addWidget(self.banner)
        self.enter.clicked.connect(lambda: self._settle(standings.follow_directory))
        self.keep.clicked.connect(lambda: self._settle(standings.follow_ledger))
        self.hide()

    def show_differing(self, differing: tuple[Difference, ...], languages: tuple[str, ...]) -> None:
        """Show the first of them."""
        self._first = differing[0] if differing else None
        self.setVisible(bool(differing))
        if self._first is not None:
            self.banner.tell(
                _(
                    "{institution}: the directory says {directory}, the ledger {ledger}.",
                    institution=reading.words(self._first.name, languages),
                    directory=_said(self._first.directory),
                    ledger=_said(self._first.ledger),
                ),
                _("A file may have brought it. Enter it in the ledger, or keep what the ledger says."),
            )

    def _settle(self, verb: Callable[..., None]) -> None:
        if self._first is not None:
            key = InstitutionId(UUID(self._first.institution_id))
            doing.done(
                self._frame, lambda: verb(self._frame.store, institution_id=key), say=_("Directory and ledger agree")
            )


def _said(standing: Standing | None) -> str:
    return reading.word(standing) if standing else _("no member")
