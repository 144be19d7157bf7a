"""From what is due to mails ready for the outbox: words, calendar file, attachments and a Message-ID of their own."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from forumplanner.domain.kinds import Category
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.mailboxes import domain_of
from forumplanner.domain.telling import Change
from forumplanner.invitations.calendar import PROGRAMME, files_by_person
from forumplanner.invitations.itip import Addressee, Inviter, Method, mailed
from forumplanner.invitations.messages import Attachment, Mail, mime
from forumplanner.invitations.tables import Section, as_text
from forumplanner.invitations.wording import Words
from forumplanner.snapshots.calendar import CalendarBook
from forumplanner.snapshots.outbox import Prepared, Programme, Written
from forumplanner.snapshots.telling import Reach, Reader, TellingPlan
from forumplanner.snapshots.told_facts import house, told
from forumplanner.snapshots.wordings import NameForms

_KINDS: Final = {
    Change.NEW: MailKind.SESSION,
    Change.UPDATE: MailKind.CHANGE,
    Change.CANCEL: MailKind.CANCELLATION,
}


Files = Callable[[str], Sequence[Attachment]]
"""What else is attached to a participant's mail; asked when that mail is made."""


@dataclass
class Assembler:
    """Makes the mails of one round; the same arguments give the same bytes. `draft`: for the user's mail program."""

    plan: TellingPlan
    now: dt.datetime
    make_key: Callable[[], uuid.UUID] = uuid.uuid4
    draft: bool = False
    _words: dict[MailKind, Words] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._readers = {reader.participant_id: reader for reader in self.plan.readers}
        self._house = house(self.plan.plan)
        self._inviter = Inviter(self.plan.plan.title, self.plan.plan.mailbox)

    def changes(self, prepared: Sequence[Prepared]) -> Iterator[Written]:
        """One mail for each session that is new, changed or off for a person (RFC 5546: one UID a message)."""
        for one in prepared:
            reader = self._readers.get(one.due.participant_id) or _gone(one)
            yield self._about(one, reader)

    def _about(self, one: Prepared, reader: Reader) -> Written:
        change = one.due.change
        words = self.words(_KINDS[change])
        if change is Change.CANCEL and words.goes_on(reader, one.event):
            words = self.words(MailKind.CHANGE)
        said = {tag: words.change(change, one.event, one.due.was, reader, tag) for tag in self.plan.languages}
        method = Method.CANCEL if change is Change.CANCEL else Method.REQUEST
        name = reader.name.shown(reader.language or "en")
        to = Addressee(name, one.due.mailbox)
        calendar = mailed(method, one.event, one.entry, to=to, by=self._inviter)
        subject = words.subject(reader, one.event.summary)
        return self.written(
            _KINDS[change],
            reader,
            one.due.mailbox,
            subject,
            words.sections(reader, programme=(one.event,), changes=said),
            (method, calendar),
            tells=(told(one, self._house),),
        )

    def programmes(
        self,
        book: CalendarBook,
        programmes: Sequence[Programme],
        files: Files | None = None,
    ) -> Iterator[Written]:
        """One mail for each person's whole stay, all own sessions attached; `files`: further ones of that person.

        Only people who are reached by mail get one.
        """
        calendars = files_by_person(book)
        words = self.words(MailKind.PROGRAMME)
        for one in programmes:
            reader = self._readers.get(one.participant_id)
            if reader is None or reader.reach is not Reach.MAIL:
                continue
            to = Addressee(reader.name.shown(reader.language or "en"), reader.mailbox)
            stay = mailed(Method.REQUEST, one.stay.event, one.stay.entry, to=to, by=self._inviter)
            own = Attachment(PROGRAMME, "application/ics", calendars[one.participant_id])
            events = [session.event for session in one.sessions]
            yield self.written(
                MailKind.PROGRAMME,
                reader,
                reader.mailbox,
                words.subject(reader),
                words.sections(reader, programme=events),
                (Method.REQUEST, stay),
                files=(own, *(files(one.participant_id) if files else ())),
                tells=tuple(told(session, self._house) for session in (one.stay, *one.sessions)),
            )

    def plain(self, kind: MailKind, readers: Sequence[Reader], files: Files | None = None) -> Iterator[Written]:
        """Words alone, without a calendar: save the date, thanks."""
        words = self.words(kind)
        for reader in readers:
            if reader.reach is Reach.MAIL:
                own = files(reader.participant_id) if files else ()
                yield self.written(
                    kind,
                    reader,
                    reader.mailbox,
                    words.subject(reader),
                    words.sections(reader),
                    files=own,
                )

    def words(self, kind: MailKind) -> Words:
        """The writer of one kind of mail, made once."""
        return self._words.setdefault(kind, Words(self.plan, kind))

    def written(
        self,
        kind: MailKind,
        reader: Reader,
        mailbox: str,
        subject: str,
        sections: tuple[Section, ...],
        invitation: tuple[Method, bytes] | None = None,
        *,
        files: Sequence[Attachment] = (),
        tells: tuple[Mapping[str, Any], ...] = (),
    ) -> Written:
        """A mail with its bytes; without a mailbox it invites nobody, since an invitation is to one address."""
        invitation = invitation if mailbox else None
        sender = self.plan.plan.mailbox
        message_id = f"{self.make_key()}@{domain_of(sender) if sender else 'forumplanner.invalid'}"
        name = reader.name.shown(reader.language or "en")
        mail = Mail(
            message_id=message_id,
            date=self.now,
            from_name=" / ".join(self.plan.plan.title),
            from_mailbox=sender,
            to_name=name,
            to_mailbox=mailbox,
            subject=subject,
            text=(text := as_text(sections)),
            language=reader.language,
            invitation=invitation,
            files=tuple(files),
            draft=self.draft,
            sections=sections,
        )
        method = str(invitation[0]) if invitation else ""
        person = reader.participant_id
        return Written(person, kind, method, name, mailbox, subject, text, message_id, mime(mail), tells)


def _gone(one: Prepared) -> Reader:
    """Somebody who is no longer in the forum, as the last mail knew them."""
    was = one.due.was
    name = NameForms(latin=was.name if was else "")
    return Reader(one.due.participant_id, name, Category.DELEGATE, Reach.MAIL, mailbox=one.due.mailbox)
