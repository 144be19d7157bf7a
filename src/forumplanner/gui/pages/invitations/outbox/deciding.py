"""What a person decides about mails: they arrived, go again, are tried again, taken out, or were not handed over."""

from collections.abc import Sequence
from uuid import UUID

from forumplanner.actions import knowing, outbox
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.gui.doing import done
from forumplanner.gui.page import Frame
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext


def arrived(frame: Frame, keys: Sequence[str]) -> None:
    """Mails in doubt that lie among the sent ones."""
    if _resolve(frame, keys, arrived=True):
        frame.toast(_("Noted: it arrived, and is not sent again."))


def again(frame: Frame, keys: Sequence[str]) -> None:
    """Mails in doubt that never arrived: they wait to be sent."""
    if states := _resolve(frame, keys, arrived=False):
        _say_waiting(frame, states.count(OutboxState.QUEUED), len(states))


def retried(frame: Frame, keys: Sequence[str]) -> None:
    """Refused mails wait to be sent once more."""
    count = done(frame, lambda: outbox.try_again(frame.store, messages=[UUID(key) for key in keys]))
    frame.mailing.look()
    if count is not None:
        _say_waiting(frame, count, len(keys))


def taken_out(frame: Frame, keys: Sequence[str]) -> None:
    """Mails that wait are not sent."""
    count = done(frame, lambda: outbox.withdraw(frame.store, messages=[UUID(key) for key in keys]))
    frame.mailing.look()
    if count:
        frame.toast(ngettext("{n} mail taken out; it is not sent.", "{n} mails taken out; they are not sent.", count))


def taken_back(frame: Frame, keys: Sequence[str]) -> None:
    """Drafts, calls and words for a chat that nobody handed over: who was to get them is due again."""
    count = done(frame, lambda: knowing.take_back(frame.store, messages=[UUID(key) for key in keys]))
    if count:
        frame.mailing.changed.emit()  # what is taken back stands in no history that pages hear of
        frame.toast(
            ngettext(
                "{n} mail was not handed over: who was to get it must know again.",
                "{n} mails were not handed over: who was to get them must know again.",
                count,
            )
        )


def _resolve(frame: Frame, keys: Sequence[str], *, arrived: bool) -> list[OutboxState]:
    """Where that led those of them that were in doubt until now."""
    states = done(frame, lambda: [outbox.resolve(frame.store, message_id=UUID(key), arrived=arrived) for key in keys])
    frame.mailing.look()
    return states or []


def _say_waiting(frame: Frame, count: int, of: int) -> None:
    """`of`: how many were asked for; the others are true no longer, or not kept any more."""
    if not count:
        frame.toast(
            ngettext(
                "This mail can’t go again. What holds now is proposed under Changes, or in a new round.",
                "These mails can’t go again. What holds now is proposed under Changes, or in a new round.",
                of,
            )
        )
    elif frame.mailing.is_running():
        frame.toast(ngettext("{n} mail goes with the others now.", "{n} mails go with the others now.", count))
    else:
        frame.toast(ngettext("{n} mail waits. Press Go on to send.", "{n} mails wait. Press Go on to send.", count))
