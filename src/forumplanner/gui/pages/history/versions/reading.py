"""What the Versions view asks of the store, in threads: the list, two issues compared, issuing, writing notices."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from forumplanner import files
from forumplanner.files import PlannerError
from forumplanner.gui.page import Frame
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # these load the database's library, which the first paint does not wait for
    from forumplanner.domain.kinds import ReleaseKind
    from forumplanner.domain.text import LocalizedText
    from forumplanner.snapshots.change_notice import ChangeNotice
    from forumplanner.snapshots.changes import Comparison
    from forumplanner.snapshots.releases import ReleaseLine

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listed:
    """All releases, newest first, and whether the programme is still what the newest one froze."""

    lines: "tuple[ReleaseLine, ...]"
    current: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """Two issues and what differs."""

    notice: "ChangeNotice"
    comparison: "Comparison"


class Releases(QObject):
    """Each question has an answer by a callback in the window's thread; a refusal is said in a toast."""

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame

    def read(self, done: Callable[[Listed], object]) -> None:
        """The list."""
        store, forum = self._frame.store, self._frame.forum_id

        def work() -> Listed:
            from forumplanner.queries import paper, releases  # noqa: PLC0415 - loads the database's library

            with store.read() as db:
                lines = releases.listed(db, forum_id=forum)
                return Listed(lines, releases.is_still_newest(db, paper.forum_of(db, forum)))

        self._start(work, done)

    def compare(self, old: str, new: str, done: Callable[[Compared], object]) -> None:
        """From release `old` to `new`, "" for the programme as it stands."""
        store, forum = self._frame.store, self._frame.forum_id

        def work() -> Compared:
            from forumplanner.changes import compare  # noqa: PLC0415 - needed here only
            from forumplanner.queries import change_notice  # noqa: PLC0415 - loads the database's library

            with store.read() as db:
                notice = change_notice.load(db, forum_id=forum, old=old, new=new)
            return Compared(notice, compare(notice.old.programme, notice.new.programme, minor=notice.minor))

        self._start(work, done)

    def issue(
        self,
        name: str,
        kind: "ReleaseKind",
        note: "LocalizedText",
        minor: tuple[str, ...],
        *,
        done: Callable[[], object],
    ) -> None:
        """Issue the programme as it stands; the changed file brings the new list. Refused, nothing is `done`."""
        store, forum = self._frame.store, self._frame.forum_id

        def work() -> str:
            from forumplanner.actions.releases import issue_release  # noqa: PLC0415 - loads the database's library

            issue_release(store, forum_id=forum, name=name, kind=kind, note=note, minor=minor)
            return name.strip()

        def tell(made: str) -> None:
            done()
            self._frame.toast(_("Issued the programme as {name}.", name=made), undo=True)

        self._start(work, tell)

    def save_pdf(self, compared: Compared) -> None:
        """Ask where, then write the change notice as PDF."""

        def made() -> bytes:
            from forumplanner.documents.change_notice import change_notice  # noqa: PLC0415 - loads the PDF library

            return change_notice(compared.notice).pdf

        self._save(compared, ".pdf", _("Save PDF"), _("PDF files (*.pdf)"), made)

    def save_word(self, compared: Compared) -> None:
        """Ask where, then write the change notice for Word."""

        def made() -> bytes:
            from forumplanner.documents.change_notice.word import (  # noqa: PLC0415 - loads the XML library
                change_notice_document,
            )

            return change_notice_document(compared.notice)

        self._save(compared, ".docx", _("Save Word document"), _("Word documents (*.docx)"), made)

    def _save(self, compared: Compared, suffix: str, title: str, filters: str, made: Callable[[], bytes]) -> None:
        notice = compared.notice
        name = files.safe_name(f"{notice.slug}-changes-{notice.file_part}", suffix=suffix)
        folder = self._frame.store.path.parent
        chosen = self._frame.dialogs.save_file(title, suggested=folder / name, filters=filters)
        if chosen is None:
            return
        path = chosen if chosen.suffix.casefold() == suffix else chosen.with_name(chosen.name + suffix)

        def work() -> Path:
            files.write_atomically(path, made())
            return path

        self._start(work, lambda where: self._frame.toast(_("Saved “{name}”.", name=where.name)))

    def _start(self, work: Callable[[], T], done: Callable[[T], object]) -> None:
        self._frame.tasks.start(lambda _progress: work(), done=done, failed=self._fail)

    def _fail(self, error: PlannerError) -> None:
        self._frame.toast(str(error))
