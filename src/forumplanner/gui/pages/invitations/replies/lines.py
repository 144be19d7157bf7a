"""What the parts of the panel show of a desk: cards to look at, people to choose, one person's answers."""

from forumplanner import i18n
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.replies import Verdict
from forumplanner.domain.times import zone as clock_of
from forumplanner.gui import reading, texting
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.pages.invitations.replies import words
from forumplanner.gui.pages.invitations.replies.looks import LookItem
from forumplanner.gui.pages.invitations.replies.person import AnswerLine
from forumplanner.gui.pages.invitations.replies.standing import Standing, session_titles
from forumplanner.gui.widgets.picker import Pick
from forumplanner.gui.widgets.search_keys import fold
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.telling import ReplyLine


def looks(desk: Desk, standing: Standing) -> list[LookItem]:
    """The answers that wait for a person, the newest first; the first of an office speaks for all of that office."""
    items: list[LookItem] = []
    offices: set[str] = set()
    for line in standing.looks:
        number = 0 if line.from_mailbox in offices else len(words.alike(desk, line))
        offices |= {line.from_mailbox} if number else set()
        sentence = words.look(desk, line)
        said, verdict = line.participation, line.verdict
        items.append(
            LookItem(line.id, sentence, line.comment, said, verdict, line.participant_id, number, _came(desk, line))
        )
    return items


def _came(desk: Desk, line: ReplyLine) -> str:
    here = line.received_at.astimezone(clock_of(_zone(desk)))
    return _("Came in on {when}", when=f"{texting.short_day(here.date())} {here:%H:%M}")


def _zone(desk: Desk) -> str:
    """The forum's clock."""
    return next((event.zone for event in desk.plan.plan.events), "UTC")


def people(desk: Desk | None) -> tuple[Pick, ...]:
    """Everybody on the list, to be found by any form of their name or by an address."""
    if desk is None:
        return ()
    tag = i18n.interface_language()
    return tuple(
        Pick(
            one.participant_id,
            one.name.shown(tag),
            one.mailbox,
            fold(f"{one.name.zh} {one.name.latin} {one.name.native} {one.mailbox}"),
        )
        for one in desk.plan.readers
    )


def sessions_of(desk: Desk | None, participant: str) -> list[tuple[str, str]]:
    """The sessions that stand in somebody's own calendar, with their titles."""
    if desk is None:
        return []
    titles = session_titles(desk)
    own = [one.session_id for one in desk.plan.wanted if one.participant_id == participant]
    return [(session, words.own_side(titles.get(session, ""))) for session in own if titles.get(session)]


def answers_of(desk: Desk, participant: str) -> list[AnswerLine]:
    """What somebody answered, the newest first, each with where it came from."""
    taken = [one for one in desk.replies if one.participant_id == participant and one.verdict is Verdict.TAKEN]
    newest = {one.session_id: one.id for one in reversed(taken)}
    old = {newest[session] for person, session in desk.outdated if person == participant and session in newest}
    found = [_line(desk, one, outdated=one.id in old) for one in taken]
    stay = desk.answers.get((participant, desk.plan.forum_id))
    mailed = {one.participation for one in taken if one.session_id == desk.plan.forum_id}
    if stay is not None and stay not in mailed:
        sentence = words.told(stay, words.about(desk, desk.plan.forum_id))
        found.insert(0, AnswerLine(sentence, _("from the log of contacts")))
    reader = desk.reader(participant)
    if not found and reader is not None and reader.status is not None:
        # Nothing was answered: the step says how far the invitation came.
        found.append(AnswerLine(words.silent(reader.status), _("as the invitation stands")))
    return found


def _line(desk: Desk, line: ReplyLine, *, outdated: bool) -> AnswerLine:
    said = words.told(line.participation, words.about(desk, line.session_id))
    by_hand = bool(line.settled_by) and line.session_id != desk.plan.forum_id
    whence = _("{source}, {day}", source=_source(line), day=texting.short_day(line.received_at.astimezone().date()))
    whence = f"{whence} · {_('answered an earlier time or place')}" if outdated else whence
    comment = f"{whence}: “{line.comment[:200]}”" if line.comment else whence
    return AnswerLine(said, comment, line.id if by_hand else "")


def _source(line: ReplyLine) -> str:
    """The channel of what was noted by hand, else the file or the sender."""
    if line.source in set(map(str, Channel)):
        return reading.word(Channel(line.source))
    return line.from_mailbox or line.source
