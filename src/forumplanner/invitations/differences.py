"""What of a session differs from what somebody was told of it."""

from collections.abc import Iterator
from typing import Final

from forumplanner.domain.telling import Change, Due, Told
from forumplanner.snapshots.calendar import CalendarEvent
from forumplanner.snapshots.changes_to_tell import Sort
from forumplanner.snapshots.telling import TellingPlan
from forumplanner.snapshots.told_facts import about, house, part

_HOUSE_OF_A_STAY: Final = {Sort.HOUSE, Sort.TITLE}
"""A stay is called as the forum is."""


def differences(was: Told, now: CalendarEvent, note: str, writer: str = "") -> Iterator[Sort]:
    """What differs for one person; `note`: what their entry says to them alone, `writer`: the house. One sort or more.

    What was told before the house was kept says nothing of it.
    """
    found = False
    for sort, differs in (
        (Sort.TIME, (was.start, was.end) != (now.start, now.end)),
        (Sort.PLACE, was.location != now.location),
        (Sort.TITLE, was.summary != now.summary),
        (Sort.LINK, bool(was.about) and was.url != now.url),
        (Sort.CONTENT, bool(was.about) and was.about != about(now)),
        (Sort.PART, bool(was.part) and was.part != part(note, now)),
        (Sort.HOUSE, bool(was.house and writer) and was.house != writer),
    ):
        found = found or differs
        if differs:
            yield sort
    if not found:
        yield Sort.CONTENT


class House:
    """Tells mails that would say only that the forum has another name or mailbox."""

    def __init__(self, plan: TellingPlan) -> None:
        self._plan = plan
        self.writer = house(plan.plan)
        self._events = {event.session_id: event for event in plan.plan.events}
        self._stays = dict(plan.stay_events)
        self._notes = {
            (one.participant_id, own.session_id): own.note for one in plan.plan.people for own in one.sessions
        }

    def is_all(self, mail: Due) -> bool:
        """Whether nothing else differs: of that nobody has to be told."""
        was = mail.was
        if mail.change is not Change.UPDATE or was is None or not was.house or was.house == self.writer:
            return False
        is_stay = mail.session_id == self._plan.forum_id
        now = self._stays.get(mail.participant_id) if is_stay else self._events.get(mail.session_id)
        if now is None:
            return False
        note = self._notes.get((mail.participant_id, mail.session_id), "")
        found = set(differences(was, now, note, self.writer))
        return found == {Sort.HOUSE} or (is_stay and found == _HOUSE_OF_A_STAY)
