"""What the form of a round calls things: duties, samples, kinds and fields, the icon of each reason."""

from collections.abc import Callable
from typing import Final

from forumplanner import i18n
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.mail_templates import field_words, kind_words
from forumplanner.i18n import gettext as _
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
    Left.ADDRESS: "at-sign",
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
