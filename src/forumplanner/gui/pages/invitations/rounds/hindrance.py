"""Why nothing can be sent from here at all, and what the form offers instead."""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from forumplanner.domain.sending import lacks_sender
from forumplanner.gui import mail_account
from forumplanner.gui.pages.invitations.rounds.drawing import Facts
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # mail is needed once somebody sends
    from forumplanner.gui.mailing import Mailing


class Remedy(Enum):
    """What helps where nothing can be sent: `DRAFTS` where no account ever would."""

    NONE = "none"
    ACCOUNT = "account"
    DRAFTS = "drafts"


@dataclass(frozen=True, slots=True)
class Hindrance:
    """`why`: one sentence, "" where mail can go."""

    why: str = ""
    remedy: Remedy = Remedy.NONE

    def __bool__(self) -> bool:
        return bool(self.why)


def hindrance(mailing: "Mailing", facts: Facts, mailbox: str) -> Hindrance:
    """Outside the hours, or once the day is full, mails just wait, which hinders nobody.

    `mailbox`: the forum's own, which mail comes from.
    """
    if mailing.is_sample():
        return Hindrance(mailing.why_not(), Remedy.DRAFTS)
    if lacks := lacks_sender(mailbox):
        return Hindrance(lacks)
    if why := _lacks_account(mailing):
        return Hindrance(why, Remedy.ACCOUNT)
    limits, now = mailing.limits, mailing.now()
    only_waits = not limits.is_open(now) or facts.sent_today >= limits.per_day
    return Hindrance() if only_waits or mailing.is_running() else Hindrance(mailing.why_not())


def _lacks_account(mailing: "Mailing") -> str:
    if not mailing.mail.account:
        return _("No account is set up. Mails can be handed over all the same.")
    if lacks := mail_account.missing(mailing.mail):
        return lacks
    if not mailing.mail.is_proven:
        return _("The account has not sent one mail to you yet. Mails can be handed over all the same.")
    return ""
