"""Members in and out of a delegation, heads and places: each press is one step, said with what it did."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from forumplanner.actions import delegation_members as members
from forumplanner.actions import delegations
from forumplanner.domain.delegations import DelegationRole
from forumplanner.domain.ids import ParticipantId
from forumplanner.domain.protocol import DelegationOrder
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.delegations import cells
from forumplanner.gui.pages.delegations.editing import delegation_id
from forumplanner.gui.pages.delegations.inspector import DelegationInspector
from forumplanner.gui.widgets.picker import Pick
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries import people
from forumplanner.snapshots.delegations import Delegations


class MemberEditing(QObject):
    """Calls `actions.delegation_members`; the page reads again because the store tells it."""

    def __init__(self, frame: Frame, inspector: DelegationInspector, shown: Callable[[], Delegations]) -> None:
        super().__init__(inspector)
        self._frame, self._inspector, self._shown = frame, inspector, shown
        head, listed = inspector.details.head, inspector.members
        head.wanted.connect(self._offer_heads)
        head.chosen.connect(lambda key: self.lead(key) if key else None)
        listed.wanted.connect(lambda: listed.adding.offer(self._people_picks()))
        listed.joined.connect(self.join)
        listed.roled.connect(lambda key, role: self.give_role([key], DelegationRole(role)))
        listed.left.connect(lambda key: self.take_out([key]))

    def join(self, participants: Sequence[str]) -> None:
        """Put people into the shown delegation, and say from where they came."""
        line = self._inspector.line()
        if line is None or not participants:
            return
        joined = doing.done(
            self._frame,
            lambda: members.join_delegation(
                self._frame.store, delegation_id=delegation_id(line.id), participants=_keys(participants)
            ),
        )
        if joined is not None:
            self._frame.toast(_said_joined(joined), undo=joined.number > 0)

    def lead(self, participant: str) -> None:
        """Make somebody the head, and say what became of the old one."""
        verb = lambda: members.lead_delegation(self._frame.store, participant_id=_key(participant))  # noqa: E731 - a verb
        before = doing.done(self._frame, verb)
        if before is None:
            return
        name = self._name_of(participant)
        if before:
            said = _("{name} leads the delegation; {old} is a member now.", name=name, old=reading.listed(before))
        else:
            said = _("{name} leads the delegation.", name=name)
        self._frame.toast(said, undo=True)

    def give_role(self, participants: Sequence[str], role: DelegationRole) -> None:
        """Say what people are in their delegation."""
        if role is DelegationRole.HEAD and len(participants) == 1:
            self.lead(participants[0])
            return
        number = len(participants)
        doing.done(
            self._frame,
            lambda: members.set_role(self._frame.store, participants=_keys(participants), role=role),
            say=ngettext("{n} person: {role}", "{n} people: {role}", number, role=reading.word(role)),
        )

    def take_out(self, participants: Sequence[str]) -> None:
        """Take people out of their delegation; they stay in the forum."""
        if not participants:
            return
        said = ngettext(
            "Took {n} person out of the delegation; they stay on the list of people.",
            "Took {n} people out of the delegation; they stay on the list of people.",
            len(participants),
        )
        verb = lambda: members.leave_delegation(self._frame.store, participants=_keys(participants))  # noqa: E731 - a verb
        doing.done(self._frame, verb, say=said)

    def arrange(self, arranged: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Let delegations and members stand exactly so."""
        keys = [(delegation_id(line), _keys(inside)) for line, inside in arranged]
        verb = lambda: delegations.arrange_delegations(  # noqa: E731 - a verb
            self._frame.store, forum_id=self._frame.forum_id, arranged=keys
        )
        new = self._shown().order is not DelegationOrder.HAND
        doing.done(self._frame, verb, say=_("The delegations stand by hand now.") if new else "")

    def _offer_heads(self) -> None:
        line = self._inspector.line()
        languages = self._shown().languages
        shown = line.members if line else ()
        picks = [
            Pick(
                one.participant_id,
                cells.name(one.name),
                reading.line(one.post, languages),
                "\n".join((one.name.zh, one.sort_pinyin.replace(" ", ""), one.sort_latin)),
            )
            for one in shown
            if one.comes
        ]
        self._inspector.details.head.offer(picks)

    def _people_picks(self) -> list[Pick]:
        """Everybody; those without a delegation first, the others with the name of theirs."""
        shown = self._shown()
        where = {one.participant_id: line for line in shown.lines for one in line.members}
        with self._frame.store.read() as db:
            everybody = people.load(db, forum_id=self._frame.forum_id).lines
        picks = []
        for one in everybody:
            line = where.get(one.participant_id)
            if line is not None and line is self._inspector.line():
                continue
            home = reading.line(one.institution, shown.languages)
            note = _("in {delegation}", delegation=cells.title(line, shown.languages)) if line else home
            picks.append((line is not None, Pick(one.participant_id, cells.name(one.name), note, one.keys)))
        return [pick for _taken, pick in sorted(picks, key=lambda entry: entry[0])]

    def _name_of(self, participant: str) -> str:
        lines = self._shown().lines
        found = (one for line in lines for one in line.members if one.participant_id == participant)
        member = next(found, None)
        return cells.name(member.name) if member else ""


def _said_joined(joined: members.Joined) -> str:
    parts = [ngettext("Added {n} person.", "Added {n} people.", joined.number)]
    parts += [_("{name} came from {delegation}.", name=name, delegation=where) for name, where in joined.moved[:3]]
    parts += [_("{name} no longer looks after it.", name=name) for name in joined.no_longer_liaison]
    return " ".join(parts) if joined.number else _("They belong to it already.")


def _key(text: str) -> ParticipantId:
    return doing.participant_id(text)


def _keys(texts: Sequence[str]) -> list[ParticipantId]:
    return [_key(text) for text in texts]
