"""A mail as its reader will see it, in words only: nothing is made that would have to be kept."""

from dataclasses import dataclass
from typing import Final

from forumplanner.domain.kinds import Category
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.telling import Change, Due, Told
from forumplanner.invitations.wording import Words
from forumplanner.snapshots.calendar import CalendarEvent
from forumplanner.snapshots.telling import Reach, Reader, TellingPlan
from forumplanner.snapshots.wordings import NameForms

KINDS: Final = {
    Change.NEW: MailKind.SESSION,
    Change.UPDATE: MailKind.CHANGE,
    Change.CANCEL: MailKind.CANCELLATION,
}
"""Which texts a mail about one session is written with."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a mail shows. `number`: the revision that its reader will then have, 0 for a first one; `was`: None too.

    `kind`: whose words it is written with.
    """

    reader: Reader
    name: str
    mailbox: str
    change: Change
    subject: str
    text: str
    event: CalendarEvent
    was: Told | None = None
    number: int = 0
    kind: MailKind = MailKind.CHANGE


class Previewer:
    """Writes the mails of one plan as `Assembler.changes` will, without their identities."""

    def __init__(self, plan: TellingPlan) -> None:
        self._plan = plan
        self._readers = {one.participant_id: one for one in plan.readers}
        self._events = {event.session_id: event for event in plan.plan.events}
        self._stays = dict(plan.stay_events)
        self._words: dict[MailKind, Words] = {}

    def preview(self, mail: Due) -> Preview | None:
        """The mail; None where there is nothing to say any more."""
        event = self._event(mail)
        if event is None:
            return None
        reader = self._readers.get(mail.participant_id) or gone(mail)
        words = self._written(KINDS[mail.change])
        if mail.change is Change.CANCEL and words.goes_on(reader, event):
            words = self._written(MailKind.CHANGE)
        said = {tag: words.change(mail.change, event, mail.was, reader, tag) for tag in self._plan.languages}
        was = None if mail.fresh else mail.was
        return Preview(
            reader=reader,
            name=reader.name.shown(reader.language or "en"),
            mailbox=mail.mailbox,
            change=mail.change,
            subject=words.subject(reader, event.summary),
            text=words.body(reader, programme=(event,), changes=said),
            event=event,
            was=was,
            number=was.sequence + 1 if was is not None else 0,
            kind=words.kind,
        )

    def _written(self, kind: MailKind) -> Words:
        return self._words.setdefault(kind, Words(self._plan, kind))

    def _event(self, mail: Due) -> CalendarEvent | None:
        if mail.change is not Change.CANCEL:
            return self._events.get(mail.session_id) or (
                self._stays.get(mail.participant_id) if mail.session_id == self._plan.forum_id else None
            )
        was = mail.was
        if was is None or was.start is None or was.end is None:
            return None
        return CalendarEvent(was.session_id, was.start, was.end, was.zone, was.summary, was.location)


def gone(mail: Due) -> Reader:
    """Somebody who is no longer in the forum, as the last mail knew them."""
    name = NameForms(latin=mail.was.name if mail.was else "")
    return Reader(mail.participant_id, name, Category.DELEGATE, Reach.MAIL, mailbox=mail.mailbox)
