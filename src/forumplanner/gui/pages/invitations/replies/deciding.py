"""What a person decides about answers; each decision is one step."""

from typing import TYPE_CHECKING
from uuid import UUID

from forumplanner.actions import settling
from forumplanner.domain.replies import Participation
from forumplanner.gui.doing import done, participant_id, session_id
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.replies import words
from forumplanner.gui.pages.invitations.replies.noting import AnswerByHand
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext

if TYPE_CHECKING:
    from forumplanner.gui.pages.invitations.replies.panel import RepliesPanel


def meant(frame: Frame, reply: str, meaning: Participation, participant: str, keep: bool) -> None:
    """An answer means that; `participant`: whose it is where it doesn't say."""
    person = participant_id(participant) if participant else None

    def verb() -> bool:
        settling.settle(frame.store, reply_id=UUID(reply), meaning=meaning, participant_id=person, keep_address=keep)
        return True

    done(frame, verb, say=_("The answer counts now."))
    frame.mailing.answered.emit()


def aside(frame: Frame, reply: str) -> None:
    """An answer means nothing, or was seen."""

    def verb() -> bool:
        settling.settle(frame.store, reply_id=UUID(reply), meaning=None)
        return True

    if done(frame, verb):
        frame.toast(_("Put aside; it changes nothing."))
        frame.mailing.answered.emit()


def together(panel: "RepliesPanel", reply: str) -> None:
    """Take everything that one office answered for its people."""
    if panel.desk is None:
        return
    first = next((line for line in panel.desk.replies if line.id == reply), None)
    keys = [UUID(line.id) for line in words.alike(panel.desk, first)] if first else []
    count = done(panel.frame, lambda: settling.settle_alike(panel.frame.store, replies_of=keys))
    if count:
        panel.frame.toast(ngettext("{n} answer counts now.", "{n} answers count now.", count))
        panel.frame.mailing.answered.emit()


def noted(panel: "RepliesPanel", made: AnswerByHand) -> None:
    """Keep what somebody said; about the stay it can be undone, about a session it can be taken back."""
    frame = panel.frame
    session = session_id(made.session_id) if made.session_id else None

    def verb() -> bool:
        settling.note(
            frame.store,
            forum_id=frame.forum_id,
            participant_id=participant_id(made.participant_id),
            session_id=session,
            said=made.said,
            channel=made.channel,
            text=made.text,
        )
        return True

    if done(frame, verb, say=_("Noted.") if session is None else ""):
        panel.noting.hide()
        if session is not None:
            frame.toast(_("Noted."))
        frame.mailing.answered.emit()


def taken_back(frame: Frame, reply: str) -> None:
    """An answer was noted by mistake."""

    def verb() -> bool:
        settling.take_back(frame.store, reply_id=UUID(reply))
        return True

    if done(frame, verb):
        frame.toast(_("Taken back; it counts no longer."))
        frame.mailing.answered.emit()
