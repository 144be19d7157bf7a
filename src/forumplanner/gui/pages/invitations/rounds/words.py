"""What the form of a round calls things: duties, samples, and why somebody gets no mail."""

from collections.abc import Callable
from typing import Final

from forumplanner import i18n
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.mail_templates import field_words, kind_words
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.invitations.looks import Sample
from forumplanner.invitations.rounds import Left
from forumplanner.snapshots.rounds import Duty

DUTIES: Final[dict[Duty, Callable[[], str]]] = {
    Duty.CHAIR: lambda: _("Chairs and moderators"),
    Duty.SPEAKER: lambda: _("Speakers and panellists"),
    Duty.HEAD: lambda: _("Heads of delegations"),
}

SAMPLES: Final[dict[Sample, Callable[[], str]]] = {
    Sample.SHORTEST: lambda: _("Shortest"),
    Sample.LONGEST: lambda: _("Longest"),
    Sample.OTHER_SCRIPT: lambda: _("Another script"),
}

ICONS: Final[dict[Left, str]] = {
    Left.PHONE: "phone",
    Left.CHAT: "users",
    Left.NO_ADDRESS: "mail",
    Left.BAD_ADDRESS: "triangle-alert",
    Left.DECLINED: "circle-x",
    Left.NO_SESSION: "calendar-days",
    Left.NEVER_ASKED: "circle-dashed",
    Left.ANSWERED: "circle-check",
    Left.REMINDED: "phone",
    Left.WAITING: "clock",
    Left.RECENT: "history",
}


def kind(member: MailKind) -> str:
    """A kind of mail."""
    return kind_words(member, i18n.interface_language())


def field(name: str) -> str:
    """A field of a text, with the name that stands in braces."""
    return f"{field_words(name, i18n.interface_language())}  {{{name}}}"


def left(why: Left, number: int) -> str:
    """So many people get no mail, and why."""
    said: dict[Left, Callable[[int], str]] = {
        Left.PHONE: lambda n: ngettext("{n} is only rung up", "{n} are only rung up", n),
        Left.CHAT: lambda n: ngettext("{n} is reached in a chat", "{n} are reached in a chat", n),
        Left.NO_ADDRESS: lambda n: ngettext("{n} has no address", "{n} have no address", n),
        Left.BAD_ADDRESS: lambda n: ngettext("{n} address can’t work", "{n} addresses can’t work", n),
        Left.DECLINED: lambda n: ngettext("{n} does not come", "{n} do not come", n),
        Left.NO_SESSION: lambda n: ngettext(
            "{n} has no session with a time yet", "{n} have no session with a time yet", n
        ),
        Left.NEVER_ASKED: lambda n: ngettext("{n} was never asked", "{n} were never asked", n),
        Left.ANSWERED: lambda n: ngettext("{n} has answered", "{n} have answered", n),
        Left.REMINDED: lambda n: ngettext(
            "{n} did not answer two reminders: better called than written to",
            "{n} did not answer two reminders: better called than written to",
            n,
        ),
        Left.WAITING: lambda n: ngettext(
            "{n} has a mail waiting in the outbox", "{n} have a mail waiting in the outbox", n
        ),
        Left.RECENT: lambda n: ngettext(
            "{n} was written to within the last week", "{n} were written to within the last week", n
        ),
    }
    return said[why](number)
