"""The forms above the inspector, one at a time: a new guest, a name, a contact, a substitute, another place."""

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from forumplanner.actions.contacts import Noted
from forumplanner.actions.guests import Comer
from forumplanner.domain.invitation_chain import comes, reached_by
from forumplanner.domain.kinds import Category
from forumplanner.gui import reading
from forumplanner.gui.pages.guests import clock, words
from forumplanner.gui.pages.guests.adding import POSTS, NewGuest, NewGuestCard
from forumplanner.gui.pages.guests.copying import call_title
from forumplanner.gui.pages.guests.form import FormCard
from forumplanner.gui.pages.guests.inviting import Invitation, InviteCard
from forumplanner.gui.pages.guests.log_card import LogCard, LogSubject
from forumplanner.gui.pages.guests.moving import MoveCard
from forumplanner.gui.pages.guests.naming import NameCard
from forumplanner.gui.pages.guests.replacing import ReplaceCard, Substitution
from forumplanner.snapshots.contacts import CallLine, NoteLine, Subject
from forumplanner.snapshots.guests import GuestCard, GuestLine

if TYPE_CHECKING:
    from forumplanner.gui.pages.guests.page import GuestsPage

Form = TypeVar("Form", bound=FormCard)

LETTER = "letters/consular_invitation"
"""The paper of one guest's letter, before the colon."""


class Forms(QObject):
    """Opens a form with what it needs, and calls the verb when it is finished; Esc keeps what was typed."""

    def __init__(self, page: "GuestsPage") -> None:
        super().__init__(page)
        self._page = page
        self._about: tuple[Subject, str] = (Subject.GUEST, "")
        self._moving: GuestLine | None = None
        self.all: list[FormCard] = []

    @cached_property
    def adding(self) -> NewGuestCard:
        """For posts and guests; like the others made when it is first called."""
        form = self._made(NewGuestCard())
        form.made.connect(self._add)
        return form

    @cached_property
    def naming(self) -> NameCard:
        """For the person whom a post sends."""
        form = self._made(NameCard())
        form.made.connect(self._name)
        return form

    @cached_property
    def logging(self) -> LogCard:
        """For a contact."""
        form = self._made(LogCard())
        form.made.connect(self._log)
        return form

    @cached_property
    def replacing(self) -> ReplaceCard:
        """For a substitute."""
        form = self._made(ReplaceCard())
        form.made.connect(self._replace)
        return form

    @cached_property
    def moving(self) -> MoveCard:
        """For another place."""
        form = self._made(MoveCard())
        form.made.connect(self._move)
        return form

    @cached_property
    def inviting(self) -> InviteCard:
        """For the letter."""
        form = self._made(InviteCard())
        form.made.connect(self._invite)
        form.looked.connect(lambda key: self._page.frame.go("documents", f"{LETTER}:{key}"))
        return form

    def _made(self, form: Form) -> Form:
        self._page.inspector.top.insertWidget(0, form)
        form.hide()
        form.left.connect(self.close)
        self.all.append(form)
        return form

    def close(self) -> None:
        """Show no form; the keys go back to the view."""
        for form in self.all:
            form.hide()
        self._page.focus_view()

    def is_open(self) -> bool:
        """True while one is shown."""
        return any(form.isVisibleTo(self._page.inspector) for form in self.all)

    def new(self, kind: str = POSTS) -> None:
        """A new guest, or several posts."""
        self._open(self.adding)
        self.adding.offer(self._page.guests)
        self._page.fetching.people(self.adding.person.offer)
        self.adding.start(kind)

    def name(self) -> None:
        """Who it is that a post sends."""
        card = self._page.inspector.card()
        if card is not None:
            self._open(self.naming)
            self._page.fetching.people(self.naming.person.offer)
            self.naming.start(reading.words(card.line.post, card.languages))

    def replace(self) -> None:
        """Somebody else comes; or, where somebody does, the one who was replaced comes after all."""
        card = self._page.inspector.card()
        if card is None:
            return
        if card.instead_id and not comes(card.line.status):
            self._page.editing.come_back()
            return
        self._open(self.replacing)
        self.replacing.start(card)
        self._page.fetching.people(self.replacing.person.offer)

    def move(self, by: int = 0) -> None:
        """Another place for the guest who is shown."""
        card = self._page.inspector.card()
        if card is None or not card.line.place:
            return
        line, among = card.line, self._page.among(card.line)
        self._moving = line
        self._open(self.moving)
        self.moving.start(line, line.place + by, sum(bool(one.place) for one in among))

    def invite(self) -> None:
        """The letter to the post of the guest who is shown."""
        card = self._page.inspector.card()
        if card is not None and card.line.consular:
            today = clock.today(self._page.frame.card.zone)
            self._open(self.inviting)
            self.inviting.start(card, self._page.fetching.next_number(today.year), today)

    def log(self, note: NoteLine | None = None) -> None:
        """A contact with the guest who is shown."""
        card = self._page.inspector.card()
        if card is not None:
            self._about = (Subject.GUEST, card.line.id) if card.line.consular else (Subject.PARTICIPANT, card.line.id)
            self._open(self.logging)
            self.logging.start(self._subject(card), note)

    def log_call(self, line: CallLine) -> None:
        """A contact with somebody of the phone list."""
        self._about = (line.subject, line.subject_id)
        self._open(self.logging)
        channel = reached_by(Category.DELEGATE if line.subject is Subject.DELEGATION else Category.CONSULAR)
        called = call_title(line, self._page.calls.languages)
        now = clock.now(self._page.frame.card.zone)
        contact = line.contact if line.subject is Subject.DELEGATION else _rung(line.contact)
        self.logging.start(LogSubject(line.subject_id, called, line.status, True, channel, contact, now))

    def _subject(self, card: GuestCard) -> LogSubject:
        category = card.category or (Category.CONSULAR if card.line.consular else Category.GUEST)
        return LogSubject(
            key=card.line.id,
            called=words.title(card.line),
            status=card.line.status,
            approved=card.approved or not card.line.consular,
            channel=reached_by(category, card.contact_by),
            contact=_rung(card.mission.contact if card.mission else ""),
            now=clock.now(self._page.frame.card.zone),
        )

    def _open(self, form: FormCard) -> None:
        for other in self.all:
            other.setVisible(other is form)
        self._page.side.set_open(open_=True)

    def _add(self, new: NewGuest) -> None:
        if self._page.editing.add(new):
            self.adding.clear()
            self.close()

    def _name(self, comer: Comer) -> None:
        if self._page.editing.name(comer):
            self.naming.clear()
            self.close()

    def _log(self, noted: Noted, note: str) -> None:
        if self._page.editing.log(*self._about, noted, note):
            self.logging.clear()
            self.close()

    def _replace(self, made: Substitution) -> None:
        card = self._page.inspector.card()
        if card is not None and self._page.editing.substitute(card, made):
            self.replacing.clear()
            self.close()

    def _invite(self, made: Invitation) -> None:
        if self._page.editing.invite(made):
            self.inviting.clear()
            self.close()

    def _move(self, place: int, reason: str) -> None:
        line = self._moving
        if line is not None and self._page.editing.move(line, self._page.among(line), place, reason):
            self.moving.clear()
            self.close()


def _rung(contact: str) -> str:
    """With whom one speaks: who is only rung up has no mail address there."""
    return "" if "@" in contact else contact
