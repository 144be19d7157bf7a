"""The forum's clock as the page reads it; tests and pictures put another instant here."""

import datetime as dt

from forumplanner.actions.contacts import Noted
from forumplanner.domain.times import zone


def instant() -> dt.datetime:
    """This moment, aware."""
    return dt.datetime.now(tz=dt.UTC)


def now(zone_name: str) -> Noted:
    """An empty note of this minute on the clock of a forum's zone."""
    here = instant().astimezone(zone(zone_name or "Asia/Shanghai"))
    return Noted(here.date(), here.hour * 60 + here.minute)


def today(zone_name: str) -> dt.date:
    """The day on that clock."""
    return now(zone_name).day
