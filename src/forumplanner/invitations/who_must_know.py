"""Who must know of a change: everybody measured against what they were last told, else the programme in their hands.

Whoever mail has told something is measured against that mail. Guests of honour, consulates and people in chats are
measured against what somebody told them by mouth; for a session of which nobody told them anything, the newest
release is what they hold. Without a release, who was told nothing can't hold anything that is wrong.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from forumplanner.domain.invitation_chain import comes
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.telling import Change, Due, Whose
from forumplanner.invitations.held import Sheet
from forumplanner.snapshots.knowing import KnowingFacts
from forumplanner.snapshots.must_know import Concerned, MustKnow, News, Reason, Way
from forumplanner.snapshots.telling import MessageLine, Reach, Reader, TellingPlan

_GOING: Final = frozenset({OutboxState.QUEUED, OutboxState.SENDING, OutboxState.RETRY})


def who_must_know(
    plan: TellingPlan, due: Sequence[Due], facts: KnowingFacts, messages: Iterable[MessageLine] = ()
) -> MustKnow:
    """Everybody whom a change concerns, with its news.

    `due`: everything that would bring everybody up to date; only mails to people whom mail told something before
    count, the others have a round of their own. `messages`: the outbox; what waits in it is as good as told.
    """
    sheet = Sheet.of(plan, facts)
    mailed = {one.participant_id for one in plan.told if one.mailbox}
    by_mail: defaultdict[str, list[News]] = defaultdict(list)
    # A stay says nothing that its sessions don't, and an entry that stood twice is no news.
    told = {one.uid for one in plan.told}
    news_ = (one for one in due if one.change is not Change.CANCEL or (one.was and one.was.uid in told))
    of_sessions = (one for one in news_ if one.session_id != plan.forum_id)
    for one in _changes(of_sessions, mailed, _under_way(messages)):
        by_mail[one.participant_id].append(sheet.of_due(one))
    people = []
    for reader in plan.readers:
        way = way_of(reader)
        if way is Way.MAIL and reader.participant_id in mailed:
            news, unwritten = tuple(by_mail.get(reader.participant_id, ())), False
        elif reader.reach is Reach.NOT_COMING or not comes(reader.status):
            continue
        else:
            news, unwritten = tuple(sheet.by_mouth(reader.participant_id)), way is Way.MAIL
        if news:
            people.append(Concerned(reader.participant_id, way, news, unwritten))
    known = {reader.participant_id for reader in plan.readers}
    people += [Concerned(key, Way.MAIL, tuple(news)) for key, news in by_mail.items() if key not in known]
    still = sum(one.participant_id in known for one in people)
    return MustKnow(tuple(people), _reasons(people), len(plan.readers) - still)


def way_of(reader: Reader) -> Way:
    """How somebody is told: without a good address their group passes it on, and without a group somebody calls."""
    if reader.reach is Reach.PHONE:
        return Way.PHONE
    if reader.reach is Reach.CHAT:
        return Way.CHAT
    if reader.reach in {Reach.NO_ADDRESS, Reach.BAD_ADDRESS}:
        return Way.CHAT if reader.delegation_id else Way.PHONE
    return Way.MAIL


def _changes(due: Iterable[Due], mailed: set[str], under_way: set[Whose]) -> Iterator[Due]:
    """The mails about changes; one that only goes to another address says nothing new."""
    mails = [one for one in due if one.mailbox and one.participant_id in mailed]
    silent = under_way | {(one.participant_id, one.session_id) for one in mails if one.fresh}
    return (one for one in mails if (one.participant_id, one.session_id) not in silent)


def _under_way(messages: Iterable[MessageLine]) -> set[Whose]:
    """Whom the outbox is about to tell of what; a mail that was refused tells nobody anything."""
    return {(one.participant_id, session) for one in messages if one.state in _GOING for session in one.tells}


def _reasons(people: Iterable[Concerned]) -> tuple[Reason, ...]:
    """The news with everybody whom they concern, in the order of the programme."""
    concerned: defaultdict[News, set[str]] = defaultdict(set)
    for one in people:
        for news in one.news:
            concerned[news].add(one.participant_id)
    return tuple(Reason(news, frozenset(concerned[news])) for news in sorted(concerned, key=_place))


def _place(news: News) -> tuple[bool, float, str, str]:
    spot = news.now or news.was
    return spot is None, spot.start.timestamp() if spot else 0.0, news.session_id, news.what
