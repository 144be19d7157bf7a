"""The page itself: gallery, options and preview, and what is done with the finished paper."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from forumplanner import files
from forumplanner.files import PlannerError
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.documents import papers
from forumplanner.gui.pages.documents.desk import Desk
from forumplanner.gui.pages.documents.gallery import Gallery
from forumplanner.gui.pages.documents.kinds import Made, PaperKind, Source
from forumplanner.gui.pages.documents.options import OptionsPanel
from forumplanner.gui.pages.documents.outcome import Outcome
from forumplanner.gui.pages.documents.pager import Pager
from forumplanner.gui.pages.documents.preflight import PreflightStrip
from forumplanner.gui.rendering import PdfFile
from forumplanner.gui.tasks import Progress, Task
from forumplanner.gui.widgets.attentive import spoken
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.head import PageHead
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext

if TYPE_CHECKING:  # the store loads the database's library, which the first paint does not wait for
    from forumplanner.store import Changed

ONE_LANGUAGE_FROM = 0.2
"""Share of missing titles from which one language alone is proposed."""
SETTLE_MS = 150
"""How long to wait after a choice before the paper is set again."""


class DocumentsPage(Page):
    """One paper at a time; making it never blocks the window, and the old one stays on the desk meanwhile."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="documentsPage")
        self._kinds = {kind.key: kind for kind in papers.paper_kinds()}
        self._kind = next(iter(self._kinds.values()))
        self._made: Made | None = None
        self._task: Task | None = None
        self._print_next = False
        self._settled: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._make)
        self._build()
        self.choose(self._kind.key)
        self._tell()

    def refresh(self, changed: "Changed | None") -> None:
        """Set the paper again from what the file holds now."""
        if changed is None:
            self.options.show_kind(self._kind, self.frame.card)
        self._timer.start()

    def leave(self) -> None:
        """Set no more papers."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()

    def facts(self) -> str:
        """The paper and its size."""
        if self._made is None or self._made.paper is None:
            return ""
        words = ngettext("{n} page", "{n} pages", self._made.paper.pages)
        return f"{spoken(self._kind.title)} · {words}"

    def first_focus(self) -> QWidget:
        """Print, so that Ctrl+P and Enter print; it takes the focus once there is a paper."""
        self._print_next = not self.print_button.isEnabled()
        return self.desk if self._print_next else self.print_button

    def show_target(self, target: str) -> None:
        """Choose a paper by its key."""
        if target in self._kinds:
            self.choose(target)
            self.gallery.row(target).setFocus()

    def choose(self, key: str) -> None:
        """Show another paper."""
        self._kind = self._kinds[key]
        self.gallery.choose(key)
        self.options.show_kind(self._kind, self.frame.card)
        for button in (self.save_button, self.print_button):
            button.setVisible(self._kind.make is not None)
        self.export_button.setVisible(self._kind.export is not None)
        self._timer.start()

    def made(self) -> Made | None:
        """The paper on the desk."""
        return self._made

    def retranslate(self) -> None:
        """The facts are words too."""
        super().retranslate()
        if hasattr(self, "outcome"):
            self._tell()

    def _build(self) -> None:
        self.save_button = Button(lambda: _("Save PDF"), name="savePdf", icon="file-down")
        self.print_button = Button(lambda: _("Print"), name="printPaper", kind="primary", icon="printer")
        self.export_button = Button(
            lambda: _("Save to a folder…"), name="exportFolder", kind="primary", icon="folder-open"
        )
        self.head = PageHead(lambda: _("Documents"), self.export_button, self.save_button, self.print_button)
        self.outcome = Outcome(self.frame)
        self.gallery = Gallery(tuple(self._kinds.values()))
        self.options = OptionsPanel()
        self.preflight = PreflightStrip()
        self.desk = Desk(self.frame.tasks)
        self.pager = Pager(self.desk)
        self.column.addWidget(self.head)
        self.column.addWidget(self.outcome)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.gallery)
        row.addWidget(self.options)
        row.addLayout(self._preview(), 1)
        self.column.addLayout(row, 1)
        self.gallery.picked.connect(self.choose)
        self.options.changed.connect(self._timer.start)
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self.print)
        self.export_button.clicked.connect(self.export)

    def _preview(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.preflight)
        self._places = QStackedWidget()
        self._places.setObjectName("previewPlaces")
        number = self._give = Button(lambda: _("Give numbers"), name="giveNumbers", kind="primary")
        number.clicked.connect(self._give_numbers)
        self._unnumbered = EmptyState(
            lambda: _("No badge has a number yet"),
            lambda: _("Every badge carries a number of its own, given once and never used twice."),
            name="unnumbered",
            icon="id-card",
            choices=(number,),
        )
        self._calendars = EmptyState(
            lambda: _("One calendar file per participant, and one for all"),
            lambda: _("Phones and calendar programs open them; send them by mail or WeChat, or publish them."),
            name="calendarWords",
            icon="calendar-check",
        )
        for place in (self.desk, self._unnumbered, self._calendars):
            self._places.addWidget(place)
        column.addWidget(self._places, 1)
        column.addWidget(self.pager)
        return column

    def _make(self) -> None:
        """Set the paper in a thread; a newer wish calls an older one off."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        kind, values = self._kind, self.options.values()
        make = kind.make
        if make is None:
            self._made = None
            self._tell()
            return
        source = self._source()
        self.preflight.show_busy(_("Setting the paper…"))

        def work(progress: Progress) -> tuple[Made, PdfFile | None]:
            progress.step(0, 2)
            made = make(source, values)
            progress.step(1, 2)
            return made, PdfFile.of(made.paper.pdf) if made.paper else None

        self._task = self.frame.tasks.start(work, done=lambda pair: self._take(kind, *pair), failed=self._fail)

    def _take(self, kind: PaperKind, made: Made, file: PdfFile | None) -> None:
        self._task = None
        if made.one_sided > ONE_LANGUAGE_FROM and kind.key not in self._settled:
            # Most of the second language would be blank: the first one alone is proposed, one click from the pair.
            self._settled.add(kind.key)
            self.options.set_value("languages", self.frame.card.languages[0])
            self.choose(kind.key)
            return
        self._settled.add(kind.key)
        self._made = made
        self.outcome.clear_error()
        self.gallery.row(kind.key).set_facts(_facts(made))
        if file is None or self.desk.file() is None or file.data != self.desk.file().data:  # type: ignore[union-attr]  # asked before
            self.desk.show_file(file)
        self._tell()
        if self._print_next and self.desk.hasFocus() and self.print_button.isEnabled():
            self.print_button.setFocus()
        self._print_next = False

    def _tell(self) -> None:
        made, paper = self._made, self._made.paper if self._made else None
        self.preflight.show_busy("")
        self.preflight.show_report(paper.report if paper else None)
        self.preflight.setVisible(self._kind.make is not None)
        self.pager.setVisible(paper is not None and self._kind.make is not None)
        for button in (self.save_button, self.print_button):
            if paper is not None:
                button.enable()
            else:
                button.disable(lambda: _("There is nothing to print yet"))
        if self._kind.make is None:
            self._places.setCurrentWidget(self._calendars)
        elif made is not None and paper is None:
            if made.lacking:
                self._unnumbered.tell(
                    lambda: _("No badge has a number yet"),
                    lambda: _("Every badge carries a number of its own, given once and never used twice."),
                )
            else:
                self._unnumbered.tell(
                    lambda: _("Nobody to make a badge for"),
                    lambda: _("Choose another group, or import a list of people with Ctrl+I."),
                )
            self._give.setVisible(made.lacking > 0)
            self._places.setCurrentWidget(self._unnumbered)
        else:
            self._places.setCurrentWidget(self.desk)
        if made is not None and paper is not None:
            size = f"{len(paper.pdf) / 1000:,.0f} kB"
            self.pager.show_facts(" · ".join((_facts(made), _("{seconds} s", seconds=f"{made.seconds:.1f}"), size)))
            self.outcome.offer_numbers(made.lacking, self._give_numbers)
        self.head.set_facts(lambda: ngettext("{n} kind of paper", "{n} kinds of papers", len(self._kinds)))
        self.status.emit()

    def _fail(self, error: PlannerError) -> None:
        self._task = None
        self.preflight.show_busy("")
        self.outcome.show_error(_("The paper could not be made"), str(error))

    def _give_numbers(self) -> None:
        source = self._source()
        self.frame.tasks.start(
            lambda _progress: papers.give_numbers(source),
            done=lambda count: self.frame.toast(ngettext("Gave {n} number", "Gave {n} numbers", count), undo=count > 0),
            failed=self._fail,
        )

    def _source(self) -> Source:
        return Source(self.frame.store, self.frame.forum_id)

    def save(self) -> None:
        """Ask where, write the very bytes of the preview."""
        made = self._made
        if made is None or made.paper is None:
            return
        pdf = made.paper.pdf
        suggested = self.frame.store.path.parent / made.file_name
        chosen = self.frame.dialogs.save_file(_("Save PDF"), suggested=suggested, filters=_("PDF files (*.pdf)"))
        if chosen is None:
            return
        path = chosen if chosen.suffix.casefold() == ".pdf" else chosen.with_name(chosen.name + ".pdf")

        def work(_progress: Progress) -> Path:
            files.write_atomically(path, pdf)
            return path

        self.frame.tasks.start(work, done=self.outcome.show_saved, failed=self._fail)

    def print(self) -> None:
        """The system's dialog, then every page."""
        file = self.desk.file()
        if file is None or not file.sizes:
            return
        self.frame.dialogs.print_file(file, self.frame.tasks, done=self.outcome.show_printed, failed=self._fail)

    def export(self) -> None:
        """Ask for a folder and write all files of the chosen kind into it."""
        export = self._kind.export
        folder = self.frame.dialogs.folder(spoken(self._kind.title)) if export is not None else None
        if export is None or folder is None:
            return
        source = self._source()
        self.frame.tasks.start(
            lambda progress: export(source, folder, progress),
            done=lambda count: self.outcome.show_folder(folder, count),
            failed=self._fail,
        )


def _facts(made: Made) -> str:
    if made.paper is None:
        return _("Without numbers")
    return ngettext("{n} page", "{n} pages", made.paper.pages)
