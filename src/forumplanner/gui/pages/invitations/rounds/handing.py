"""Mail without a server: drafts in a folder, a folder a delegation, words to paste one by one, a table to merge."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from forumplanner import files, i18n, paths
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.rounds.building import build
from forumplanner.gui.pages.invitations.rounds.pasting import paste
from forumplanner.gui.tasks import Cancelled, Progress
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.outbox import Written
from forumplanner.snapshots.telling import Reader

Mails = Callable[[Progress], Sequence[Written]]
"""Makes the mails in another thread, identities included, and says how far it is; called once somebody pressed."""


class Way(StrEnum):
    """How mails leave the house without a server."""

    DRAFTS = "drafts"
    FOLDERS = "folders"
    COPY = "copy"
    TABLE = "table"


def hand_over(
    frame: Frame,
    mails: Mails,
    *,
    kind: MailKind,
    over: QWidget,
    way: Way = Way.DRAFTS,
    readers: Sequence[Reader] = (),
    done: Callable[[int], object] | None = None,
) -> None:
    """Make the mails in a thread and give them to somebody who passes them on; each is kept as handed over.

    `mails`: as `Assembler(draft=True)` makes them. `over`: a widget of the page, under whose window the progress is
    shown. `readers`: who belongs to which delegation, for `Way.FOLDERS`. `done`: hears how many were handed over,
    one by one for `Way.COPY`. Asks where to first; leaving that question, or calling the work off, keeps nothing.
    """
    place = _place(frame, way)
    if place is None and way is not Way.COPY:
        return

    def work(progress: Progress) -> tuple[Written, ...]:
        made = tuple(mails(progress))
        if place is not None:
            _write(_files(way, made, readers, frame.card.languages), place, len(made), progress)
            _keep(frame, kind, made)
        return made

    def end(made: tuple[Written, ...]) -> None:
        if place is None:
            if made:
                paste(frame, made, readers, kind=kind, over=over, done=done)
            return
        sentence = ngettext(
            "{n} mail handed over: “{name}”.", "{n} mails handed over: “{name}”.", len(made), name=place.name
        )
        frame.toast(sentence)
        frame.dialogs.show_in_folder(place)
        if done is not None:
            done(len(made))

    build(frame, work, over=over, words=lambda: _("Writing the mails"), done=end)


def _place(frame: Frame, way: Way) -> Path | None:
    """Where to: a new folder below the chosen one, a file for the table; None where nobody chose."""
    if way is Way.COPY:
        return None
    start = _start(frame)
    if way is Way.TABLE:
        return frame.dialogs.save_file(
            _("Table for a mail merge"), suggested=start / _("mail-merge.csv"), filters=_("Tables (*.csv)")
        )
    folder = frame.dialogs.folder(_("Folder for the drafts"), start=start)
    if folder is None:
        return None
    taken = [one.name for one in folder.iterdir()] if folder.is_dir() else []
    day = dt.datetime.now().astimezone().date().isoformat()
    return folder / files.safe_name(_("Drafts {day}", day=day), taken=taken)


def _start(frame: Frame) -> Path:
    """Beside the planner file; the sample lies among the program's own files, so what it writes goes to Documents."""
    folder = frame.store.path.parent
    if not folder.is_relative_to(paths.user_data()):
        return folder
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


def _files(
    way: Way, made: Sequence[Written], readers: Sequence[Reader], languages: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], bytes]]:
    from forumplanner.invitations import handing  # noqa: PLC0415 - the calendar library is not needed before

    if way is Way.TABLE:
        return iter([((), handing.merge_table(made))])
    if way is Way.FOLDERS:
        wanted = i18n.interface_language()
        place = next((n for n, tag in enumerate(languages) if i18n.nearest(tag) == wanted), 0)
        return handing.by_delegation(made, readers, place)
    return handing.drafts(made)


def _write(these: Iterator[tuple[tuple[str, ...], bytes]], place: Path, of: int, progress: Progress) -> None:
    """Write all files; where the work is called off, those written so far are taken away again."""
    written: list[Path] = []
    try:
        for done, (name, data) in enumerate(these):
            progress.step(min(done, of - 1), of)
            path = place.joinpath(*name)
            files.write_atomically(path, data, durable=False)
            written.append(path)
        progress.step(of, of)
    except Cancelled:
        for path in written:
            path.unlink(missing_ok=True)
        for folder in {path.parent for path in written} | {place}:
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        raise


def _keep(frame: Frame, kind: MailKind, made: Sequence[Written]) -> None:
    from forumplanner.actions import invited, outbox  # noqa: PLC0415 - loads the database's library

    now = dt.datetime.now(dt.UTC)
    outbox.queue(frame.store, forum_id=frame.forum_id, kind=kind, mails=made, account="", handed_over=True, now=now)
    invited.note_arrived(frame.store)
