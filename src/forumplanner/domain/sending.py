"""When the next mail may go: so many a minute and a day, within the hours that the secretariat allows."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from forumplanner.domain.mailboxes import is_mailbox
from forumplanner.domain.times import zone as _zone
from forumplanner.i18n import gettext as _

RETRY_MINUTES: Final = (1, 5, 15, 60)
"""How long a mail waits that the server would not take just then; after the last one a person decides."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What an account may send. `opens`, `closes`: minutes since midnight on the clock of `zone` (IANA)."""

    per_minute: int = 20
    per_day: int = 200
    opens: int = 8 * 60 + 30
    closes: int = 20 * 60
    zone: str = "Asia/Shanghai"

    def day_of(self, now: dt.datetime) -> dt.date:
        """The day that an instant counts to."""
        return now.astimezone(_zone(self.zone)).date()

    def midnight(self, now: dt.datetime) -> dt.datetime:
        """When that day began, in UTC; from there the day's mails are counted."""
        start = dt.datetime.combine(self.day_of(now), dt.time(), tzinfo=_zone(self.zone))
        return start.astimezone(dt.UTC)

    def is_open(self, now: dt.datetime) -> bool:
        """True within the hours of sending."""
        wall = now.astimezone(_zone(self.zone))
        return self.opens <= wall.hour * 60 + wall.minute < self.closes

    @property
    def pause(self) -> dt.timedelta:
        """Between two mails."""
        return dt.timedelta(seconds=60 / max(self.per_minute, 1))


def retry_at(attempts: int, now: dt.datetime) -> dt.datetime | None:
    """When a mail is tried again that was tried `attempts` times; None once a person has to look at it."""
    if not 1 <= attempts <= len(RETRY_MINUTES):
        return None
    return now + dt.timedelta(minutes=RETRY_MINUTES[attempts - 1])


@dataclass(frozen=True, slots=True)
class DayShare:
    """So many mails on one day; `ends`: minutes since midnight when the last of them goes."""

    day: dt.date
    count: int
    ends: int


def days(limits: Limits, count: int, *, now: dt.datetime, sent_today: int) -> tuple[DayShare, ...]:
    """How `count` mails spread over the days: today what is left of the day and its hours, then full days."""
    shares: list[DayShare] = []
    day = limits.day_of(now)
    wall = now.astimezone(_zone(limits.zone))
    start, left = max(wall.hour * 60 + wall.minute, limits.opens), max(limits.per_day - sent_today, 0)
    hours = max(limits.closes - limits.opens, 0)
    if min(limits.per_day, limits.per_minute * hours) <= 0:
        return ()
    while count > 0:
        share = min(count, left, limits.per_minute * max(limits.closes - start, 0))
        if share > 0:
            shares.append(DayShare(day, share, start + -(-share // limits.per_minute)))
        count -= share
        day += dt.timedelta(days=1)
        start, left = limits.opens, limits.per_day
    return tuple(shares)


def lacks_sender(mailbox: str) -> str:
    """Why a forum with that mailbox sends nothing; "" for one that mail can come from (RFC 5322 3.6.2)."""
    if is_mailbox(mailbox.strip()):
        return ""
    return _("The forum has no address that mail can come from. Enter it in the settings of the forum, then send.")
