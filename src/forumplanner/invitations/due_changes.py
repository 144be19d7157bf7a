"""What people have to be told, as a secretary looks at it: by session what changed, and by person whose address did."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from forumplanner.domain.mail_kinds import TOLD, UNSETTLED, OutboxState
from forumplanner.domain.telling import Change, Due, Told, Whose, due, step
from forumplanner.invitations.differences import House, differences
from forumplanner.snapshots.calendar import CalendarEvent
from forumplanner.snapshots.changes_to_tell import ChangeToTell, Sort, ToTell
from forumplanner.snapshots.must_know import MustKnow, Way
from forumplanner.snapshots.outdated import Outlook
from forumplanner.snapshots.telling import MessageLine, Reach, TellingPlan

_ORDER: Final = {Change.UPDATE: 0, Change.NEW: 1, Change.CANCEL: 2}


def to_tell(
    plan: TellingPlan, everything: Sequence[Due], messages: Iterable[MessageLine], must: MustKnow | None = None
) -> ToTell:
    """The rows and sums.

    `everything`: what is due though it be minor (`everything_due` with nothing minor). `must`: who must know by
    whatever way; without it nobody is counted who is told by hand.
    """
    messages = tuple(messages)
    waiting = _under_way(plan, messages)
    known = {one.participant_id for one in (*plan.told, *plan.stays)}
    open_ = [mail for mail in everything if _whereto(mail) not in waiting]
    mails = [mail for mail in open_ if mail.mailbox and mail.participant_id in known]
    rows = tuple(_Rows(plan).made(mails))
    strangers = {mail.participant_id for mail in open_ if mail.mailbox} - known
    concerned = must.people if must is not None else ()
    reached = known | {one.participant_id for one in messages if one.state in TOLD}
    everybody = {one.participant_id for one in plan.readers}
    return ToTell(
        rows=rows,
        strangers=_in_order(plan, strangers),
        by_hand=tuple(one.participant_id for one in concerned if one.way is not Way.MAIL),
        waiting=_in_order(plan, {person for person, _session, _mailbox in waiting}),
        told=_in_order(plan, known),
        untold=_in_order(plan, everybody - reached),
        last_at=_last(messages),
    )


def _whereto(mail: Due) -> tuple[str, str, str]:
    return mail.participant_id, mail.session_id, mail.mailbox.casefold()


def not_under_way(plan: TellingPlan, everything: Iterable[Due], messages: Iterable[MessageLine]) -> tuple[Due, ...]:
    """What of all that is due no mail of the outbox says already."""
    waiting = _under_way(plan, messages)
    return tuple(mail for mail in everything if _whereto(mail) not in waiting)


def changes_to_send(plan: TellingPlan, messages: Iterable[MessageLine]) -> tuple[Due, ...]:
    """The mails to people who were told something before: to nobody who is rung up, and nothing that waits already."""
    known = {one.participant_id for one in (*plan.told, *plan.stays)}
    mails = not_under_way(plan, everything_due(plan), messages)
    return tuple(mail for mail in mails if mail.mailbox and mail.participant_id in known)


def _under_way(plan: TellingPlan, messages: Iterable[MessageLine]) -> set[tuple[str, str, str]]:
    """Person, session and mailbox of what the outbox will still deliver: what came back, or is true no more, is not."""
    outlook = Outlook(plan)
    return {
        (one.participant_id, session, one.to_mailbox.casefold())
        for one in messages
        if one.state in UNSETTLED and one.kept and (one.state is OutboxState.SENDING or outlook.why(one) is None)
        for session in one.tells
    }


def _last(messages: Iterable[MessageLine]) -> dt.datetime | None:
    return max((one.settled_at for one in messages if one.state in TOLD and one.settled_at), default=None)


def _in_order(plan: TellingPlan, people: set[str]) -> tuple[str, ...]:
    return tuple(one.participant_id for one in plan.readers if one.participant_id in people)


def everything_due(plan: TellingPlan, *, minor: frozenset[Whose] | None = None) -> tuple[Due, ...]:
    """The mails, calls and words that would bring everybody up to date who comes, in the order of the plan.

    Whoever is not reached by mail, or can't be, has "" as `mailbox` in theirs, whatever was written to before: a mail
    is due only where there is a mailbox. `minor`: as in `domain.telling.due`; None for what the plan says, and then
    nobody has to be told either that the forum has another name or mailbox alone.
    """
    mailboxes = {
        one.participant_id: one.mailbox if one.reach is Reach.MAIL else ""
        for one in plan.readers
        if one.reach is not Reach.NOT_COMING
    }
    absent = ({one.participant_id for one in plan.readers} - mailboxes.keys()) | plan.declined
    told = {(one.participant_id, one.session_id): _as_reached(one, mailboxes) for one in plan.told}
    strays = [_as_reached(one, mailboxes) for one in plan.strays]
    mails = due(plan.wanted, told, mailboxes, plan.minor if minor is None else minor, strays=strays)
    taken_back = _taken_back(plan, told)
    mails = (*mails, *taken_back, *_stays_due(plan, mailboxes))
    house = House(plan) if minor is None else None
    return tuple(
        mail for mail in mails if mail.participant_id not in absent and not (house is not None and house.is_all(mail))
    )


def _stays_due(plan: TellingPlan, mailboxes: Mapping[str, str]) -> tuple[Due, ...]:
    """The mails about people's stays: whoever was never invited to theirs, or is not written to, gets none."""
    told = {(one.participant_id, one.session_id): one for one in plan.stays if mailboxes.get(one.participant_id) != ""}
    wanted = (want for want in plan.wanted_stays if (want.participant_id, want.session_id) in told)
    return due(wanted, told, mailboxes, frozenset())


def _as_reached(told: Told, mailboxes: Mapping[str, str]) -> Told:
    """The mailbox that it went to means nothing for somebody who is reached in other ways now."""
    return told if mailboxes.get(told.participant_id) != "" else replace(told, mailbox="")


def _taken_back(plan: TellingPlan, told: Mapping[Whose, Told]) -> Iterator[Due]:
    """What somebody has in mind who was told by mouth, and has no longer on the programme: no mail says so."""
    wanted = {(want.participant_id, want.session_id) for want in plan.wanted}
    for whose, last in told.items():
        if not last.mailbox and not last.over and whose not in wanted:
            yield Due(*whose, Change.CANCEL, "", was=last)


class _Rows:
    """Makes rows of the mails of one plan."""

    def __init__(self, plan: TellingPlan) -> None:
        self._plan = plan
        self._events = {event.session_id: event for event in plan.plan.events}
        self._places = {event.session_id: place for place, event in enumerate(plan.plan.events)}
        self._people = {one.participant_id: place for place, one in enumerate(plan.readers)}
        self._stays = dict(plan.stay_events)
        self._notes = {
            (one.participant_id, own.session_id): own.note for one in plan.plan.people for own in one.sessions
        } | {(person, plan.forum_id): "" for person in self._stays}
        self._said = {(want.participant_id, want.session_id): want.fingerprint for want in plan.wanted}
        self._known = {one.session_id for one in plan.told if not one.over}
        self._house = House(plan)

    def made(self, mails: Sequence[Due]) -> Iterator[ChangeToTell]:
        """By session in the order of the plan: updates, new ones, cancellations; then addresses, then the house."""
        moved = {mail.participant_id for mail in mails if mail.fresh}
        by_session: defaultdict[tuple[str, Change, bool], list[Due]] = defaultdict(list)
        by_person: defaultdict[str, list[Due]] = defaultdict(list)
        of_house: list[Due] = []
        for mail in mails:
            if self._house.is_all(mail):
                of_house.append(mail)
            elif mail.participant_id in moved and self._is_of_address(mail):
                by_person[mail.participant_id].append(mail)
            else:
                by_session[mail.session_id, mail.change, self._is_double(mail)].append(mail)
        for key in sorted(by_session, key=self._place):
            yield self._of_session(*key, by_session[key])
        for person, own in by_person.items():
            yield ChangeToTell(f"address:{person}", Change.CANCEL, (Sort.ADDRESS,), tuple(own), 1, was=own[0].was)
        if of_house:
            people = len({mail.participant_id for mail in of_house})
            was, _unlike = _most_known(of_house)
            yield ChangeToTell("house", Change.UPDATE, (Sort.HOUSE,), tuple(of_house), people, was=was)

    def _is_of_address(self, mail: Due) -> bool:
        """A cancellation at the old address, or the invitation to the new one."""
        return mail.fresh or self._is_double(mail)

    def _is_double(self, mail: Due) -> bool:
        """A cancellation of an entry whose session, or stay, goes on under another one."""
        return mail.change is Change.CANCEL and (mail.participant_id, mail.session_id) in self._notes

    def _place(self, key: tuple[str, Change, bool]) -> tuple[int, str, int]:
        """Sessions that are planned no more come last."""
        session, change, _double = key
        return self._places.get(session, len(self._places)), session, _ORDER[change]

    def _of_session(self, session: str, change: Change, double: bool, unsorted: list[Due]) -> ChangeToTell:
        """People stand in the order of the list of all; whoever has left it comes last."""
        mails = sorted(unsorted, key=lambda mail: self._people.get(mail.participant_id, len(self._people)))
        event = self._events.get(session) or self._stay(mails[0])
        was, unlike = _most_known(mails)
        make: Mapping[Change, Callable[[], tuple[Sort, ...]]] = {
            Change.UPDATE: lambda: self._differs(event, mails),
            Change.NEW: lambda: (Sort.ADDED if session in self._known else Sort.BEGUN,),
            Change.CANCEL: lambda: (Sort.TWICE if double else Sort.DROPPED if self._is_gone(session) else Sort.LEFT,),
        }
        return ChangeToTell(
            id=f"{change}:{session}:twice" if double else f"{change}:{session}",
            change=change,
            sorts=make[change](),
            mails=tuple(mails),
            people=len({mail.participant_id for mail in mails}),
            was=was,
            now=event,
            unlike=unlike if change is Change.UPDATE else 0,
            minor=change is Change.UPDATE and all(map(self._is_minor, mails)),
        )

    def _note(self, mail: Due) -> str:
        return self._notes.get((mail.participant_id, mail.session_id), "")

    def _is_gone(self, session: str) -> bool:
        return session not in self._events and session != self._plan.forum_id

    def _stay(self, mail: Due) -> CalendarEvent | None:
        return self._stays.get(mail.participant_id) if mail.session_id == self._plan.forum_id else None

    def _is_minor(self, mail: Due) -> bool:
        now = self._said.get((mail.participant_id, mail.session_id), "")
        return mail.was is not None and (mail.session_id, step(mail.was.fingerprint, now)) in self._plan.minor

    def _differs(self, event: CalendarEvent | None, mails: Iterable[Due]) -> tuple[Sort, ...]:
        found = {
            sort
            for mail in mails
            if mail.was is not None and event is not None
            for sort in differences(mail.was, self._stay(mail) or event, self._note(mail), self._house.writer)
        }
        return tuple(sort for sort in Sort if sort in found)


def _most_known(mails: Iterable[Due]) -> tuple[Told | None, int]:
    """What most of these people were told, and how many of them were told something else."""
    told = [mail.was for mail in mails if mail.was is not None]
    if not told:
        return None, 0
    said = Counter(map(_said, told))
    first, number = said.most_common(1)[0]
    return next(one for one in told if _said(one) == first), len(told) - number


def _said(told: Told) -> tuple[object, ...]:
    return told.start, told.end, told.location, told.summary
