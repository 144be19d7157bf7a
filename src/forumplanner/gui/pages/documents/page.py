"""The page itself: gallery, options and preview, and what is done with the finished paper."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumplanner.files import PlannerError
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.documents import papers
from forumplanner.gui.pages.documents.about import about
from forumplanner.gui.pages.documents.gallery import Gallery
from forumplanner.gui.pages.documents.gate import LetterGate
from forumplanner.gui.pages.documents.handing import Handing
from forumplanner.gui.pages.documents.kinds import Made, PaperKind
from forumplanner.gui.pages.documents.options import OptionsPanel
from forumplanner.gui.pages.documents.outcome import Outcome
from forumplanner.gui.pages.documents.preview import Preview, brief, length
from forumplanner.gui.rendering import PdfFile
from forumplanner.gui.tasks import Progress, Task
from forumplanner.gui.widgets.attentive import spoken
from forumplanner.gui.widgets.buttons import Button
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
        return f"{spoken(self._kind.title)} · {length(self._made)}"

    def first_focus(self) -> QWidget:
        """Print, so that Ctrl+P and Enter print; it takes the focus once there is a paper."""
        self._print_next = not self.print_button.isEnabled()
        return self.preview.desk if self._print_next else self.print_button

    def show_target(self, target: str) -> None:
        """Choose a paper by its key; "running_order/SESSION" also what it is to be about."""
        key, _slash, session = target.partition("/")
        if key in self._kinds:
            self.choose(key, session)
            self.gallery.row(key).setFocus()

    def choose(self, key: str, session: str = "") -> None:
        """Show another paper, of one session or letter if one is named."""
        self._kind = self._kinds[key]
        self.gate.panel.hide()
        self.gallery.choose(key)
        self.options.show_kind(self._kind, self.frame.card)
        if session:
            for option, value in about(key, session).items():
                self.options.set_value(option, value)
            self.options.show_kind(self._kind, self.frame.card)
        self.save_button.set_text(self._save_words())
        self.save_button.setVisible(self._kind.make is not None)
        self.print_button.setVisible(self._kind.make is not None and not self._kind.web)
        self.browse_button.setVisible(self._kind.web)
        self.export_button.setVisible(self._kind.export is not None)
        self.options.setVisible(self._kind.make is not None)
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
        self.browse_button = Button(lambda: _("Open in browser"), name="openInBrowser", kind="primary", icon="maximize")
        self.outcome = Outcome(self.frame)
        self.handing = Handing(self.frame, self.outcome)
        self.gate = LetterGate(self.handing)
        self.head = PageHead(
            lambda: _("Documents"),
            self.export_button,
            self.gate.issue,
            self.gate.word,
            self.save_button,
            self.print_button,
            self.browse_button,
        )
        self.gallery = Gallery(tuple(self._kinds.values()))
        self.options = OptionsPanel()
        self.preview = Preview(self.frame.tasks)
        self.column.addWidget(self.head)
        self.column.addWidget(self.outcome)
        self.column.addWidget(self.gate.panel)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.gallery)
        row.addWidget(self.options)
        row.addWidget(self.preview, 1)
        self.column.addLayout(row, 1)
        self.gallery.picked.connect(self.choose)
        self.options.changed.connect(self._timer.start)
        self.preview.wants_numbers.connect(self.handing.give_numbers)
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self.print)
        self.export_button.clicked.connect(self.export)
        self.gate.opened.connect(self.print_button.setFocus)
        self.browse_button.clicked.connect(self.browse)
        self.options.edit.connect(self._edit)

    def _edit(self, page: str) -> None:
        """Go where the words of a paper come from: its session's script, or the versions that are compared."""
        self.frame.go(page, "versions" if page == "history" else self.options.values().get("session", ""))

    def save(self) -> None:
        """Save the paper on the desk."""
        if self._made is not None and self.gate.may_go():
            self.handing.save(self._made)

    def print(self) -> None:
        """Print the paper on the desk."""
        if self._made is not None and self._made.paper is not None and self.gate.may_go():
            self.handing.print(self.preview.desk.file())

    def browse(self) -> None:
        """Show the web page in the system's browser."""
        if self._made is not None:
            self.handing.browse(self._made)

    def _save_words(self) -> Callable[[], str]:
        return (lambda: _("Save web page")) if self._kind.web else (lambda: _("Save PDF"))

    def export(self) -> None:
        """Write all files of the chosen kind into a folder."""
        self.handing.export(self._kind)

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
            self._peek()
            return
        source = self.handing.source()
        self.preview.preflight.show_busy(_("Setting the paper…"))

        def work(progress: Progress) -> tuple[Made, PdfFile | None]:
            progress.step(0, 2)
            made = make(source, values)
            progress.step(1, 2)
            return made, PdfFile.of(made.paper.pdf) if made.paper else None

        self._task = self.frame.tasks.start(work, done=lambda pair: self._take(kind, *pair), failed=self._fail)

    def _peek(self) -> None:
        """Look into one of the files that would be written."""
        peek, source = self._kind.peek, self.handing.source()
        if peek is not None:
            self._task = self.frame.tasks.start(
                lambda _progress: peek(source), done=self.preview.calendars.show_peek, failed=self._fail
            )

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
        self.options.offer(made.choices)
        self.outcome.clear_error()
        self.gallery.row(kind.key).set_facts(brief(made))
        self.preview.lay_down(file)
        self._tell()
        if self._print_next and self.preview.desk.hasFocus() and self.print_button.isEnabled():
            self.print_button.setFocus()
        self._print_next = False

    def _tell(self) -> None:
        made, kinds = self._made, len(self._kinds)
        ready = made is not None and (made.paper is not None or bool(made.page))
        self.preview.show_made(self._kind, made)
        for button in (self.save_button, self.print_button, self.browse_button):
            if ready:
                button.enable()
            else:
                button.disable(lambda: _("There is nothing to print yet"))
        self.gate.show_made(made)
        self.outcome.offer_numbers(made.lacking if made is not None and ready else 0, self.handing.give_numbers)
        self.head.set_facts(lambda: ngettext("{n} kind of paper", "{n} kinds of papers", kinds))
        self.status.emit()

    def _fail(self, error: PlannerError) -> None:
        """Say why; another paper must not lie there to be printed in its stead."""
        self._task, self._made = None, None
        self.preview.lay_down(None)
        self._tell()
        self.outcome.show_error(_("The paper could not be made"), str(error))
