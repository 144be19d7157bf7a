"""What is done with a finished paper: saved, printed, exported, numbered; each tells its outcome in place."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from forumplanner import files, paths
from forumplanner.files import PlannerError
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.documents import guests, papers
from forumplanner.gui.pages.documents.kinds import Issuable, Made, PaperKind, Source
from forumplanner.gui.pages.documents.outcome import Outcome
from forumplanner.gui.rendering import PdfFile
from forumplanner.gui.tasks import Progress
from forumplanner.gui.widgets.attentive import spoken
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext


class Handing(QObject):
    """Asks by the frame's dialogs and works in its threads."""

    def __init__(self, frame: Frame, outcome: Outcome) -> None:
        super().__init__(outcome)
        self._frame, self._outcome = frame, outcome

    def source(self) -> Source:
        """Where papers take their facts from."""
        return Source(self._frame.store, self._frame.forum_id)

    def save(self, made: Made) -> None:
        """Ask where, then write the very bytes of the preview."""
        data = made.paper.pdf if made.paper is not None else made.page
        if not data:
            return
        suffix = Path(made.file_name).suffix
        title, filters = (
            (_("Save PDF"), _("PDF files (*.pdf)"))
            if made.paper is not None
            else (_("Save web page"), _("Web pages (*.html)"))
        )
        chosen = self._frame.dialogs.save_file(title, suggested=self._folder() / made.file_name, filters=filters)
        if chosen is None:
            return
        path = chosen if chosen.suffix.casefold() == suffix else chosen.with_name(chosen.name + suffix)

        def work(_progress: Progress) -> Path:
            files.write_atomically(path, data)
            return path

        self._frame.tasks.start(work, done=self._outcome.show_saved, failed=self._fail)

    def save_word(self, made: Made) -> None:
        """Ask where, then write the same letters for Word."""
        write = made.word
        name = Path(made.file_name).with_suffix(".docx").name
        filters = _("Word documents (*.docx)")
        chosen = (
            self._frame.dialogs.save_file(_("Save for Word"), suggested=self._folder() / name, filters=filters)
            if write is not None
            else None
        )
        if write is None or chosen is None:
            return
        path = chosen if chosen.suffix.casefold() == ".docx" else chosen.with_name(chosen.name + ".docx")

        def work(_progress: Progress) -> Path:
            files.write_atomically(path, write())
            return path

        self._frame.tasks.start(work, done=self._outcome.show_saved, failed=self._fail)

    def issue(self, issuable: Issuable, number: str, dated: str, despite: str) -> bool:
        """Issue the drafts: one step. False where it was refused, which is said in place."""
        try:
            count = guests.issue(self.source(), issuable, number=number, dated=dated, despite=despite)
        except PlannerError as refusal:
            self._fail(refusal)
            return False
        self._outcome.clear_error()
        self._frame.toast(ngettext("Issued {n} letter", "Issued {n} letters", count), undo=True)
        return True

    def browse(self, made: Made) -> None:
        """Show a web page in the system's browser, from a file in the user's own folder."""
        path = paths.user_data() / "preview" / made.file_name

        def work(_progress: Progress) -> Path:
            files.write_atomically(path, made.page, durable=False)
            return path

        if made.page:
            self._frame.tasks.start(work, done=self._frame.dialogs.open_path, failed=self._fail)

    def print(self, file: PdfFile | None) -> None:
        """The system's dialog, then every page."""
        if file is not None and file.sizes:
            self._frame.dialogs.print_file(file, self._frame.tasks, done=self._outcome.show_printed, failed=self._fail)

    def export(self, kind: PaperKind) -> None:
        """Ask for a folder, then write all files of that kind into it."""
        export = kind.export
        folder = self._frame.dialogs.folder(spoken(kind.title)) if export is not None else None
        if export is None or folder is None:
            return
        source = self.source()
        self._frame.tasks.start(
            lambda progress: export(source, folder, progress),
            done=lambda count: self._outcome.show_folder(folder, count),
            failed=self._fail,
        )

    def give_numbers(self) -> None:
        """Give a badge number to everybody who has none: one step."""
        source = self.source()
        self._frame.tasks.start(
            lambda _progress: papers.give_numbers(source),
            done=lambda count: self._frame.toast(
                ngettext("Gave {n} number", "Gave {n} numbers", count), undo=count > 0
            ),
            failed=self._fail,
        )

    def _folder(self) -> Path:
        """Beside the planner file; the sample lies among the program's own files, so its papers go to Documents."""
        folder = self._frame.store.path.parent
        if not folder.is_relative_to(paths.user_data()):
            return folder
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())

    def _fail(self, error: PlannerError) -> None:
        self._outcome.show_error(_("That did not work"), str(error))
