"""What strip and card say of the outbox: how far a run is, how long it takes, why it ended, what waits."""

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from forumplanner.domain import sending
from forumplanner.gui import texting
from forumplanner.gui.widgets.clock import written
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext

if TYPE_CHECKING:  # its neighbours load TLS
    from forumplanner.gui.mailing import Mailing
    from forumplanner.invitations.run import Ended


def head(mailing: "Mailing") -> str:
    """Which round is sent: "Sending · batch 2"."""
    batches = mailing.tally.batches()
    if len(batches) == 1:
        return _("Sending · batch {n}", n=batches[0].number)
    return _("Sending · {n} batches", n=len(batches)) if batches else _("Sending")


def pace(mailing: "Mailing") -> str:
    """How fast it goes and when it will be done."""
    if mailing.is_stopping():
        return _("Pausing after the mail under way")
    if mailing.next_try is not None:
        return _("The rest is tried again at {clock}", clock=clock(mailing, mailing.next_try))
    return f"{rate(mailing)} · {left}" if (left := remaining(mailing)) else rate(mailing)


def rate(mailing: "Mailing") -> str:
    """Such as "20 a minute"."""
    return _("{n} a minute", n=mailing.limits.per_minute)


def remaining(mailing: "Mailing") -> str:
    """How long the rest takes: minutes today, else the day and time of the last mail; "" where nothing is left."""
    done, of = mailing.tally.progress()
    limits, now = mailing.limits, mailing.now()
    shares = sending.days(limits, of - done, now=now, sent_today=mailing.tally.standing.sent_today)
    if not shares:
        return ""
    last = shares[-1]
    if last.day == limits.day_of(now):
        minutes = max(-(-last.count // max(limits.per_minute, 1)), 1)
        return ngettext("about {n} min left", "about {n} min left", minutes)
    return _("done {day} about {clock}", day=texting.short_day(last.day), clock=written(last.ends))


def clock(mailing: "Mailing", at: dt.datetime) -> str:
    """The forum's clock at an instant, with the day where it isn't today."""
    zone = ZoneInfo(mailing.limits.zone)
    local, today = at.astimezone(zone), mailing.now().astimezone(zone).date()
    return f"{local:%H:%M}" if local.date() == today else f"{texting.short_day(local.date())} {local:%H:%M}"


def waits(mailing: "Mailing") -> str:
    """Such as "457 mails wait. Go on?", or why they can't go now; "" where none wait."""
    count = mailing.waiting()
    if count == 0:
        return ""
    why = mailing.why_not()
    if why:
        return ngettext("{n} mail waits. {why}", "{n} mails wait. {why}", count, why=why)
    return ngettext("{n} mail waits. Go on?", "{n} mails wait. Go on?", count)


def end(mailing: "Mailing", ended: "Ended") -> str:
    """Why a run ended, and what became of its mails."""
    from forumplanner.invitations.run import Stop  # noqa: PLC0415 - its neighbours load TLS

    sums = _sums(ended, mailing.waiting())
    opens = written(mailing.limits.opens)
    match ended.stop:
        case Stop.DONE:
            return _("Done: {sums}.", sums=sums)
        case Stop.DAY_IS_FULL:
            return _(
                "Today's mails have gone: {sums}, none twice. Go on tomorrow from {clock}.", sums=sums, clock=opens
            )
        case Stop.CLOSED:
            return _("No mail goes at this hour: {sums}, none twice. Go on from {clock}.", sums=sums, clock=opens)
        case Stop.SERVER_TAKES_NO_MORE:
            return _(
                "The server takes no more today: {sums}, none twice. You'll be asked to go on tomorrow at {clock}.",
                sums=sums,
                clock=opens,
            )
        case Stop.PAUSED if not ended.why:
            return _paused(mailing, sums)
    return _("{why} So far: {sums}.", why=ended.why, sums=sums)


def _paused(mailing: "Mailing", sums: str) -> str:
    """That it was paused, for now or for the rest of the day."""
    if not mailing.is_stopped_today():
        return _("Paused: {sums}.", sums=sums)
    return _(
        "No more goes today: {sums}. You'll be asked tomorrow at {clock} whether to go on.",
        sums=sums,
        clock=written(mailing.limits.opens),
    )


def _sums(ended: "Ended", waiting: int) -> str:
    """Such as "143 sent, 0 in doubt, 457 waiting"."""
    parts = [_("{n} sent", n=ended.sent), _("{n} in doubt", n=ended.in_doubt)]
    if ended.refused:
        parts.append(_("{n} refused", n=ended.refused))
    if ended.outdated:
        parts.append(_("{n} no longer true", n=ended.outdated))
    return _(", ").join([*parts, _("{n} waiting", n=waiting)])


def time(mailing: "Mailing", at: dt.datetime) -> str:
    """The forum's clock at an instant, as 18:20."""
    return f"{at.astimezone(ZoneInfo(mailing.limits.zone)):%H:%M}"


def stamp(mailing: "Mailing", at: dt.datetime) -> str:
    """Day and clock of the forum at an instant, as a table keeps them: 2026-10-06 18:20."""
    return f"{at.astimezone(ZoneInfo(mailing.limits.zone)):%Y-%m-%d %H:%M}"
