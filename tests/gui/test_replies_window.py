"""Answers in the whole window: a mail dropped on the page, and what the other pages show of it at once."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from answer_files import answer
from forumplanner.checks import declining
from forumplanner.checks.facts import timed
from forumplanner.domain.kinds import Mode
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.replies import Participation
from forumplanner.gui.pages.findings.page import FindingsPage
from forumplanner.gui.pages.invitations.page import InvitationsPage
from forumplanner.queries import checks
from forumplanner.records import OutboxMessage
from forumplanner.snapshots.findings import FindingKind
from gui_desk import Desk


def drop(page: QWidget, path: Path) -> bool:
    """Let go of a file over the middle of the page; whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where, copy, left = QPoint(300, 300), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(where, copy, data, left, none))
    event = QDropEvent(QPointF(where), copy, data, left, none, QEvent.Type.Drop)
    QApplication.sendEvent(page, event)
    return event.isAccepted()


def speaker(desk: Desk) -> tuple[str, str, str, str]:
    """Somebody on the programme who was told of their session: person, UID, session, address."""
    shell = desk.window.shell
    with shell.store.read() as db:
        forum = checks.load(db, forum_id=shell.forum_id)
        rows = db.query(OutboxMessage).filter(OutboxMessage.state == OutboxState.SENT).all()
    tasks = {
        (task[2].participant_id, session.id)
        for session in forum.sessions
        for task in declining.tasks(timed(session))
        if task[2].mode is not Mode.VIDEO and not task[2].provisional
    }
    return next(
        (str(row.participant_id), one["uid"], one["session"], row.to_mailbox)
        for row in rows
        for one in row.tells
        if (str(row.participant_id), one["session"]) in tasks
    )


def test_a_declined_session_dropped_as_a_mail_shows_in_the_findings(desk: Desk, tmp_path: Path) -> None:
    desk.open_sample("invitations")
    desk.settle()
    person, uid, session, mailbox = speaker(desk)
    file = tmp_path / "no.eml"
    file.write_bytes(answer(uid, mailbox, Participation.DECLINED))

    desk.window.go("people")
    desk.window.files.take(file)  # let go of over another page
    desk.settle()
    assert desk.window.stack.key() == "invitations"
    assert desk.window.toast_sentence() == "Took 1 answer."
    assert drop(desk.find(InvitationsPage, "invitationsPage"), file)
    desk.settle()
    assert desk.window.toast_sentence() == "1 was known already."
    desk.window.go("findings")
    findings = desk.find(FindingsPage, "findingsPage")
    desk.until(lambda: findings._findings)
    declined = [one for one in findings._findings if one.kind is FindingKind.DECLINED_ON_PROGRAMME]
    assert [subject.id for one in declined for subject in one.subjects][:2] == [person, session]
