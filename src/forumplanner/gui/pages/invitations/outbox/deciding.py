"""What a person decides about mails: they arrived, go again, are tried again, are taken out, or were not passed on."""

from collections.abc import Sequence
from uuid import UUID

from forumplanner.actions import knowing, outbox
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
    count = _resolve(frame, keys, arrived=False)
    if count:
        _say_waiting(frame, count)


def retried(frame: Frame, keys: Sequence[str]) -> None:
    """Refused mails wait to be sent once more."""
    count = done(frame, lambda: outbox.try_again(frame.store, messages=[UUID(key) for key in keys]))
    frame.mailing.look()
    if count:
        _say_waiting(frame, count)


def taken_out(frame: Frame, keys: Sequence[str]) -> None:
    """Mails that wait are not sent."""
    count = done(frame, lambda: outbox.withdraw(frame.store, messages=[UUID(key) for key in keys]))
    frame.mailing.look()
    if count:
        frame.toast(ngettext("{n} mail taken out; it is not sent.", "{n} mails taken out; they are not sent.", count))


def taken_back(frame: Frame, keys: Sequence[str]) -> None:
    """Drafts, calls and words for a chat that nobody passed on: who was to get them is due again."""
    count = done(frame, lambda: knowing.take_back(frame.store, messages=[UUID(key) for key in keys]))
    if count:
        frame.mailing.changed.emit()  # what is taken back stands in no history that pages hear of
        frame.toast(
            ngettext(
                "{n} mail was not passed on: who was to get it must know again.",
                "{n} mails were not passed on: who was to get them must know again.",
                count,
            )
        )


def _resolve(frame: Frame, keys: Sequence[str], *, arrived: bool) -> int:
    """How many of them were in doubt until now."""

    def verb() -> int:
        for key in keys:
            outbox.resolve(frame.store, message_id=UUID(key), arrived=arrived)
        return len(keys)

    count = done(frame, verb)
    frame.mailing.look()
    return count or 0


def _say_waiting(frame: Frame, count: int) -> None:
    if frame.mailing.is_running():
        frame.toast(ngettext("{n} mail goes with the others now.", "{n} mails go with the others now.", count))
    else:
        frame.toast(ngettext("{n} mail waits. Press Go on to send.", "{n} mails wait. Press Go on to send.", count))
