"""From the signals of forms and inspector to the verbs: each edit of a guest is one step."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from forumplanner.actions import chasing, contacts, guests, letters, missions, orders, substitutes
from forumplanner.actions.contacts import Noted
from forumplanner.domain.contacts import About
from forumplanner.domain.guest_kinds import MaterialKind, MaterialState
from forumplanner.domain.ids import (
    ConsularGuestId,
    ConsularPostId,
    ContactNoteId,
    DelegationId,
    ParticipantId,
)
from forumplanner.domain.missions import NewMission
from forumplanner.gui import doing
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.guests import clock, words
from forumplanner.gui.pages.guests.adding import NewGuest
from forumplanner.gui.pages.guests.inviting import Invitation
from forumplanner.gui.pages.guests.replacing import Substitution
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries.orders import CONSULAR, GUESTS
from forumplanner.snapshots.contacts import Subject
from forumplanner.snapshots.guests import GuestCard, GuestLine

T = TypeVar("T")


class Editing(QObject):
    """Calls the verbs; the page reads again because the store tells it. `wanted(id)`: show that guest."""

    wanted = Signal(str)

    def __init__(self, frame: Frame, card: Callable[[], GuestCard | None], parent: QObject) -> None:
        super().__init__(parent)
        self._frame, self._card_now = frame, card

    def add(self, new: NewGuest) -> bool:
        """Add posts, a guest of a post, or a guest of honour; False where it was refused."""
        store, forum_id = self._frame.store, self._frame.forum_id
        made: Sequence[UUID] | None
        if new.group is not None and new.comer is not None:
            comer, group = new.comer, new.group
            made = self._do(
                lambda: guests.add_honour(store, forum_id=forum_id, comers=[comer], group=group, level=new.level),
                _("Added a guest of honour."),
            )
        elif new.comer is not None or new.consular_class or new.role:
            made = self._do(lambda: self._add_consul(new), _("Added a consular guest."))
        else:
            say = ngettext("Added {n} post.", "Added {n} posts.", len(new.posts))
            made = self._do(lambda: missions.add_posts(store, forum_id=forum_id, posts=new.posts), say)
        if made:
            self.wanted.emit(str(made[0]))
        return made is not None

    def _add_consul(self, new: NewGuest) -> list[ConsularGuestId]:
        post = new.posts[0]
        assert not isinstance(post, NewMission)  # noqa: S101 - the form offers posts of the directory only
        made = guests.add_guest(
            self._frame.store,
            forum_id=self._frame.forum_id,
            post_id=post,
            comer=new.comer,
            consular_class=new.consular_class,
            role=new.role,
        )
        return [made]

    def log(self, subject: Subject, key: str, noted: Noted, note: str) -> bool:
        """Keep a note about somebody; `note`: the key of an older one to correct."""
        store = self._frame.store
        today = clock.today(self._frame.card.zone)
        if note:
            older = ContactNoteId(UUID(note))
            return self._done(lambda: contacts.rewrite(store, note_id=older, noted=noted, today=today))
        made = self._do(
            lambda: contacts.log(
                store,
                forum_id=self._frame.forum_id,
                about=about(subject, key),
                day=noted.day,
                minute=noted.minute,
                channel=noted.channel,
                contact=noted.contact,
                text=noted.text,
                status=noted.status,
                reference=noted.reference,
                next_on=noted.next_on,
                next_action=noted.next_action,
                today=today,
            ),
            _("Logged: {status}", status=words.step_words(noted.status)) if noted.status else _("Logged."),
        )
        return made is not None

    def take_out(self, note: str) -> None:
        """Take a line out of the log."""
        key = ContactNoteId(UUID(note))
        self._do(lambda: contacts.remove(self._frame.store, note_id=key), _("Took the line out of the log."))

    def substitute(self, card: GuestCard, made: Substitution) -> bool:
        """Let somebody come instead; False where it was refused."""
        store, now = self._frame.store, clock.now(self._frame.card.zone)
        noted = Noted(now.day, now.minute, text=made.text)
        who = (made.comer.newcomer.name.shown() if made.comer.newcomer else "") or _("The substitute")
        say = _("{name} comes instead of {who}.", name=who, who=words.title(card.line))
        key: UUID | None
        if card.line.consular:
            guest = guest_id(card.line)
            key = self._do(
                lambda: substitutes.replace_guest(
                    store, guest_id=guest, comer=made.comer, rank=made.rank, carry=made.carry, noted=noted
                ),
                say,
            )
        else:
            person = participant_id(card.line)
            key = self._do(
                lambda: substitutes.replace_participant(
                    store, participant_id=person, comer=made.comer, rank=made.rank, carry=made.carry, noted=noted
                ),
                say,
            )
        if key is not None:
            self.wanted.emit(str(key))
        return key is not None

    def invite(self, made: Invitation) -> bool:
        """Issue the letter to the post, with its reason where the approval is not recorded."""
        line = self.card().line
        return self._done(
            lambda: letters.issue_letter(
                self._frame.store,
                forum_id=self._frame.forum_id,
                guest_id=guest_id(line),
                number=made.number,
                dated=made.dated,
                despite=made.despite,
                channel=made.channel,
                contact=made.contact,
            ),
            _("Issued {number}. The register keeps both texts.", number=made.number),
        )

    def name(self, comer: guests.Comer) -> bool:
        """Say who it is that a post sends."""
        guest = guest_id(self.card().line)
        made = self._do(lambda: guests.name_guest(self._frame.store, guest_id=guest, comer=comer), _("Named."))
        return made is not None

    def come_back(self) -> None:
        """The one who was replaced comes after all."""
        key = participant_id(self.card().line)
        say = _("{name} comes after all.", name=words.title(self.card().line))
        self._done(lambda: substitutes.comes_after_all(self._frame.store, participant_id=key), say)

    def move(self, line: GuestLine, among: Sequence[GuestLine], place: int, reason: str) -> bool:
        """Fix a guest's place; `place` counts within the list shown, the rule's list may hold others as well."""
        target = next((one.ranked.place for one in among if one.place == place and one.ranked), place)
        store, forum_id = self._frame.store, self._frame.forum_id
        return self._done(
            lambda: orders.set_override(
                store,
                forum_id=forum_id,
                listing=CONSULAR if line.consular else GUESTS,
                place=target,
                reason=reason,
                consular_guest_id=guest_id(line) if line.consular else None,
                participant_id=None if line.consular else participant_id(line),
            ),
            _("{name} now stands at no. {n}.", name=words.title(line), n=place),
        )

    def free(self) -> None:
        """Let a guest stand where the rule puts them."""
        line = self.card().line
        self._done(
            lambda: orders.clear_override(
                self._frame.store,
                forum_id=self._frame.forum_id,
                listing=CONSULAR if line.consular else GUESTS,
                consular_guest_id=guest_id(line) if line.consular else None,
                participant_id=None if line.consular else participant_id(line),
            )
        )

    def remove(self) -> None:
        """Take a guest off the list; the person stays among the people of the forum."""
        line = self.card().line
        say = _("{name} is off the list of guests.", name=words.title(line))
        if line.consular:
            key = guest_id(line)
            self._done(lambda: guests.remove_guest(self._frame.store, guest_id=key), say)
        else:
            person = participant_id(line)
            self._done(
                lambda: guests.set_protocol(self._frame.store, participant_id=person, group=None, level=None), say
            )

    def tick(self, kind: str, ids: Sequence[str], state: str) -> None:
        """Write cells of the chase matrix."""
        people = [doing.participant_id(one) for one in ids]
        wanted = MaterialState(state) if state else None
        day = clock.today(self._frame.card.zone) if wanted in {MaterialState.ASKED, MaterialState.RECEIVED} else None
        self._done(
            lambda: chasing.set_material(
                self._frame.store, participants=people, kind=MaterialKind(kind), state=wanted, day=day
            )
        )

    def card(self) -> GuestCard:
        """The guest in the inspector; sections are hidden while nobody is shown."""
        card = self._card_now()
        assert card is not None  # noqa: S101 - the page asks only then
        return card

    def _do(self, verb: Callable[[], T], say: str = "") -> T | None:
        return doing.done(self._frame, verb, say=say)

    def _done(self, verb: Callable[[], object], say: str = "") -> bool:
        return doing.done(self._frame, lambda: (verb(), True)[1], say=say) is True


def about(subject: Subject, key: str) -> About:
    """Whom a note is about."""
    found = UUID(key)
    match subject:
        case Subject.PARTICIPANT:
            return About.participant(ParticipantId(found))
        case Subject.GUEST:
            return About.guest(ConsularGuestId(found))
        case Subject.POST:
            return About.post(ConsularPostId(found))
        case Subject.DELEGATION:
            return About.delegation(DelegationId(found))


def guest_id(line: GuestLine) -> ConsularGuestId:
    """A consular guest's key out of a row."""
    return ConsularGuestId(UUID(line.id))


def participant_id(line: GuestLine) -> ParticipantId:
    """The person's key out of a row."""
    return ParticipantId(UUID(line.participant_id))
