"""The right part of the page: what to know before printing, the paper on its desk, the row to turn its pages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forumplanner.gui.pages.documents.calendar_sheet import CalendarSheet
from forumplanner.gui.pages.documents.desk import Desk
from forumplanner.gui.pages.documents.kinds import Made, PaperKind
from forumplanner.gui.pages.documents.pager import Pager
from forumplanner.gui.pages.documents.preflight import PreflightStrip
from forumplanner.gui.pages.documents.webpeek import WebPeek
from forumplanner.gui.rendering import PdfFile
from forumplanner.gui.tasks import Tasks
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext


class Preview(QWidget):
    """`wants_numbers`: badges can't be shown before their numbers are given."""

    wants_numbers = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("preview")
        self.preflight = PreflightStrip()
        self.desk = Desk(tasks)
        self.pager = Pager(self.desk)
        self._give = Button(lambda: _("Give numbers"), name="giveNumbers", kind="primary")
        self._give.clicked.connect(self.wants_numbers)
        self.unnumbered = EmptyState("", "", name="unnumbered", icon="id-card", choices=(self._give,))
        self.calendars = CalendarSheet()
        self.web = WebPeek()
        self._places = QStackedWidget()
        self._places.setObjectName("previewPlaces")
        for place in (self.desk, self.unnumbered, self.calendars, self.web):
            self._places.addWidget(place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.preflight)
        column.addWidget(self._places, 1)
        column.addWidget(self.pager)

    def lay_down(self, file: PdfFile | None) -> None:
        """Put another paper on the desk; the same bytes stay where they are."""
        lying = self.desk.file()
        if file is None or lying is None or file.data != lying.data:
            self.desk.show_file(file)

    def show_made(self, kind: PaperKind, made: Made | None) -> None:
        """What there is to see of a paper; the old one stays while a new one is being set."""
        paper = made.paper if made is not None else None
        self.preflight.show_busy("")
        self.preflight.show_report(paper.report if paper else None)
        self.preflight.setVisible(kind.make is not None and not kind.web)
        self.pager.setVisible(paper is not None and kind.make is not None)
        if kind.make is None:
            self._places.setCurrentWidget(self.calendars)
        elif kind.web:
            if made is not None and made.page:
                self.web.show_made(made)
            self._places.setCurrentWidget(self.web)
        elif made is not None and paper is None:
            self._say_why(kind, made)
            self._places.setCurrentWidget(self.unnumbered)
        else:
            self._places.setCurrentWidget(self.desk)
        if made is not None and paper is not None:
            seconds = _("{seconds} s", seconds=f"{made.seconds:.1f}")
            self.pager.show_facts(f"{length(made)} · {seconds} · {len(paper.pdf) / 1000:,.0f} kB")

    def _say_why(self, kind: PaperKind, made: Made) -> None:
        self._give.setVisible(made.lacking > 0)
        if made.lacking:
            self.unnumbered.tell(
                lambda: _("No badge has a number yet"),
                lambda: _("Every badge carries a number of its own, given once and never used twice."),
            )
        elif kind.key == "itinerary":
            self.unnumbered.tell(
                lambda: _("Nobody to print an itinerary for"),
                lambda: _("Choose another delegation or category, or import a list of people with Ctrl+I."),
            )
        elif made.word is None and "letter" in made.choices:
            self.unnumbered.tell(
                lambda: _("No consular post is invited yet"),
                lambda: _("Add posts on the page Guests; each then has its letter here."),
            )
        else:
            self.unnumbered.tell(
                lambda: _("Nobody to make a badge for"),
                lambda: _("Choose another group, or import a list of people with Ctrl+I."),
            )


def brief(made: Made) -> str:
    """How long a paper is, in few words: pages, or sheets with all badges on them, blank ones too."""
    if not made.sheets:
        return length(made)
    return f"{ngettext('{n} badge', '{n} badges', made.count)} · {ngettext('{n} sheet', '{n} sheets', made.sheets)}"


def length(made: Made) -> str:
    """How long a paper is: pages, or badges with the sheets that they stand on."""
    if made.page:
        return _("{size} kB", size=f"{len(made.page) / 1000:,.0f}")
    if made.paper is None:
        return _("Without numbers")
    if not made.sheets:
        return ngettext("{n} page", "{n} pages", made.paper.pages)
    badges = ngettext("{n} badge", "{n} badges", made.count - made.blanks)
    if made.blanks:
        badges += " + " + ngettext("{n} blank", "{n} blanks", made.blanks)
    return f"{badges} · {ngettext('{n} sheet', '{n} sheets', made.sheets)}"
