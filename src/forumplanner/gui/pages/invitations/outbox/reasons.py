"""Why a mail was taken out of the outbox by itself: one sentence each, and what becomes of what it said."""

from collections.abc import Callable
from typing import Final

from forumplanner.domain.mail_kinds import OutboxState, Outdated
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.telling import MessageLine

_SENTENCES: Final[dict[str, Callable[[], str]]] = {
    Outdated.GONE: lambda: _("Not sent: this person is no longer on the list of participants."),
    Outdated.NOT_COMING: lambda: _("Not sent: this person does not come."),
    Outdated.BY_HAND: lambda: _("Not sent: this person is told by phone or chat, not by mail."),
    Outdated.NO_ADDRESS: lambda: _("Not sent: no address of this person works. Correct it, then write again."),
    Outdated.ADDRESS: lambda: _(
        "Not sent: the address was corrected after the mail was written. It is proposed again for the new one."
    ),
    Outdated.CHANGED: lambda: _(
        "Not sent: the programme has changed since the mail was written. What holds now is proposed again."
    ),
    Outdated.LEFT: lambda: _("Not sent: this person no longer has that session. What holds now is proposed again."),
    Outdated.ADDED: lambda: _(
        "Not sent: this person has more sessions than when the mail was written. All of them are proposed again."
    ),
    Outdated.NEWER: lambda: _("Not sent: a newer mail about the same has gone out since."),
    Outdated.STANDS: lambda: _("Not sent: there is nothing to cancel any more."),
    Outdated.ANSWERED: lambda: _("Not sent: this person has answered meanwhile."),
}


def reason(line: MessageLine) -> str:
    """Why it was taken out; "" for any other mail, and for one that somebody took out by hand."""
    if line.state is not OutboxState.WITHDRAWN or line.answer not in _SENTENCES:
        return ""
    return _SENTENCES[line.answer]()
