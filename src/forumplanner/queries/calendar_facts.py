"""The canonical fields that a calendar shows, and their hash: what makes a new revision of an entry."""

import hashlib
from typing import Final

from forumplanner.snapshots.calendar import CalendarEvent, CalendarPlan

CANCELLED: Final = "cancelled"
"""Fingerprint of a revision that took a session out of a calendar."""


def facts_of(plan: CalendarPlan) -> dict[str, bytes]:
    """By session: the canonical fields that all calendars show of it."""
    return {event.session_id: facts_of_event(event, plan) for event in plan.events}


def fingerprint(facts: bytes, note: str) -> str:
    """The hash that tells revisions of one person's entry apart; `note`: what it says to that person alone."""
    return hashlib.blake2b(facts + note.encode(), digest_size=16).hexdigest()


def facts_of_event(event: CalendarEvent, plan: CalendarPlan) -> bytes:
    """The canonical fields that a calendar shows, so that a change of any of them makes a new revision."""
    house = "\x1f".join((plan.mailbox, *plan.title))
    return "\x1f".join(
        (
            event.start.isoformat(),
            event.end.isoformat(),
            event.zone,
            event.summary,
            event.location,
            event.description,
            event.url,
            str(event.busy),
            house,
            "",
        )
    ).encode()
