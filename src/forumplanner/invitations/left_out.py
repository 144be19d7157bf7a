"""Why people who were chosen get no mail, in words with their number."""

from collections.abc import Callable

from forumplanner.i18n import ngettext
from forumplanner.invitations.rounds import Left


def left_out(why: Left, number: int) -> str:
    """So many people get no mail, and why."""
    said: dict[Left, Callable[[int], str]] = {
        Left.PHONE: lambda n: ngettext("{n} by phone only", "{n} by phone only", n),
        Left.CHAT: lambda n: ngettext("{n} is reached in a chat", "{n} are reached in a chat", n),
        Left.NO_ADDRESS: lambda n: ngettext("{n} has no address", "{n} have no address", n),
        Left.BAD_ADDRESS: lambda n: ngettext("{n} address can’t work", "{n} addresses can’t work", n),
        Left.DECLINED: lambda n: ngettext("{n} does not come", "{n} do not come", n),
        Left.ADDRESS: lambda n: ngettext(
            "{n} has a new address: send the changes first", "{n} have new addresses: send the changes first", n
        ),
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
