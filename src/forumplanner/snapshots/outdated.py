"""Whether a mail that waits is still true of the plan, and still goes where its reader is reached."""

from collections import defaultdict

from forumplanner.domain.invitation_chain import is_settled
from forumplanner.domain.mail_kinds import MailKind, Outdated
from forumplanner.snapshots.telling import MessageLine, Reach, Reader, Revision, TellingPlan

_BY_REACH = {
    Reach.NOT_COMING: Outdated.NOT_COMING,
    Reach.PHONE: Outdated.BY_HAND,
    Reach.CHAT: Outdated.BY_HAND,
    Reach.NO_ADDRESS: Outdated.NO_ADDRESS,
    Reach.BAD_ADDRESS: Outdated.NO_ADDRESS,
}


class Outlook:
    """The plan as it stands, to hold any number of mails against."""

    def __init__(self, plan: TellingPlan) -> None:
        told = (*plan.told, *plan.stays)
        self._stay, self._declined = plan.forum_id, plan.declined
        self._readers = {one.participant_id: one for one in plan.readers}
        self._told = {(one.participant_id, one.session_id): one for one in told}
        self._heirs = {one.uid: one.participant_id for one in (*plan.strays, *told)}
        self._wanted: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for want in (*plan.wanted, *plan.wanted_stays):
            self._wanted[want.participant_id][want.session_id] = want.fingerprint

    def why(self, mail: MessageLine) -> Outdated | None:
        """Why a mail may not leave any more; None where all of it holds, or where it is to nobody on the list.

        Words alone ask for the person, the way they are reached and the address; an invitation for every session as
        it tells it; a programme for all sessions; a cancellation for something that is still to be taken back.
        """
        if not mail.participant_id:
            return None
        if mail.method == "CANCEL":
            return next(filter(None, (self._cancels(mail, one) for one in mail.says)), None)
        return self._misses(mail) or self._invites(mail)

    def _misses(self, mail: MessageLine) -> Outdated | None:
        """Why it would not reach its reader, or should not."""
        reader = self._readers.get(mail.participant_id)
        if reader is None:
            return Outdated.GONE
        if reader.reach is not Reach.MAIL:
            return _BY_REACH[reader.reach]
        if not _is_at(reader, mail):
            return Outdated.ADDRESS
        return Outdated.ANSWERED if mail.kind is MailKind.REMINDER and is_settled(reader.status) else None

    def _invites(self, mail: MessageLine) -> Outdated | None:
        """The stay comes last, since it changes with every session at its ends."""
        wanted = self._wanted[mail.participant_id]
        sessions = [one for one in mail.says if one.session != self._stay]
        if why := next(filter(None, (self._differs(mail, one) for one in sessions)), None):
            return why
        if mail.kind is MailKind.PROGRAMME and sessions and wanted.keys() - {one.session for one in mail.says}:
            return Outdated.ADDED
        stays = (one for one in mail.says if one.session == self._stay)
        return next(filter(None, (self._differs(mail, one) for one in stays)), None)

    def _differs(self, mail: MessageLine, one: Revision) -> Outdated | None:
        now = self._wanted[mail.participant_id].get(one.session)
        if now is None:
            return Outdated.LEFT
        if one.fingerprint != now:
            return Outdated.CHANGED
        return Outdated.NEWER if self._is_older(one, mail) else None

    def _is_older(self, one: Revision, mail: MessageLine) -> bool:
        """A later revision, or another UID at the same address, has gone out since (RFC 5546 2.1.5)."""
        last = self._told.get((mail.participant_id, one.session))
        if last is None:
            return False
        if last.uid == one.uid:
            return last.sequence > one.sequence
        return not last.over and last.mailbox.casefold() == mail.to_mailbox.casefold()

    def _cancels(self, mail: MessageLine, one: Revision) -> Outdated | None:
        """At an old address it stays right; where the entry holds for its reader, nothing is taken back."""
        person = self._heirs.get(one.uid, mail.participant_id)
        reader, last = self._readers.get(person), self._told.get((person, one.session))
        if person in self._declined:
            return Outdated.NOT_COMING
        if reader is not None and reader.reach is not Reach.MAIL:
            return _BY_REACH[reader.reach]
        if last is None:
            return Outdated.STANDS
        if last.uid != one.uid:
            return None
        if last.sequence > one.sequence:
            return Outdated.NEWER
        holds = reader is not None and _is_at(reader, mail) and one.session in self._wanted[person]
        return Outdated.STANDS if holds else None


def _is_at(reader: Reader, mail: MessageLine) -> bool:
    return reader.mailbox.casefold() == mail.to_mailbox.casefold()
