"""A forum with consular posts for tests: the verbs work on it, the queries read it back."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy.orm import Session as Db

from factories import make_forum, text
from forumplanner.actions import contacts, guests
from forumplanner.domain.contacts import About
from forumplanner.domain.guest_kinds import PostKind
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import ConsularGuestId, ConsularPostId, ForumId
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.names import PersonName
from forumplanner.domain.newcomers import Newcomer
from forumplanner.queries import guest_cards
from forumplanner.queries import guests as read
from forumplanner.records import ConsularPost
from forumplanner.snapshots.guests import GuestCard, GuestLine, Guests
from forumplanner.store import Store
from planner_file import Filling

TODAY = dt.date(2026, 10, 8)


def make_consulate(db: Db, country: str, zh: str, en: str, list_order: int | None = None) -> ConsularPost:
    """A consulate-general in Kunming."""
    post = ConsularPost(
        id=uuid4(), country=country, kind=PostKind.CONSULATE_GENERAL, name=text(zh, en), list_order=list_order
    )
    db.add(post)
    return post


def newcomer(latin: str, zh: str = "") -> guests.Comer:
    """Somebody of whom only the name is known."""
    return guests.Comer(newcomer=Newcomer(PersonName(zh=zh, latin=latin)))


@dataclass
class Consulates:
    """A forum from 14 November 2026 with two posts in the directory; `thai` and `lao` are their keys."""

    store: Store
    forum_id: ForumId
    thai: ConsularPostId
    lao: ConsularPostId

    @classmethod
    def of(cls, store: Store, filling: Filling) -> "Consulates":
        with filling() as db:
            forum = make_forum(db)
            thai = make_consulate(db, "TH", "泰国驻昆明总领事馆", "Consulate-General of Thailand in Kunming", 2)
            lao = make_consulate(db, "LA", "老挝驻昆明总领事馆", "Consulate-General of the Lao PDR in Kunming", 1)
        return cls(store, ForumId(forum.id), ConsularPostId(thai.id), ConsularPostId(lao.id))

    def log(
        self,
        guest_id: ConsularGuestId,
        day: int,
        status: InvitationStatus | None = None,
        month: int = 9,
        **more: object,
    ) -> None:
        """A line about a guest on a day of 2026."""
        log: Callable[..., object] = contacts.log
        when = dt.date(2026, month, day)
        about = About.guest(guest_id)
        log(self.store, forum_id=self.forum_id, about=about, day=when, status=status, today=TODAY, **more)

    def load(self, today: dt.date = TODAY) -> Guests:
        with self.store.read() as db:
            return read.load(db, forum_id=self.forum_id, today=today)

    def line(self, guest_id: object) -> GuestLine:
        found = self.load().line(str(guest_id))
        assert found is not None
        return found

    def card(self, guest_id: object) -> GuestCard:
        line = self.line(guest_id)
        with self.store.read() as db:
            card = guest_cards.card(db, line=line, forum_id=self.forum_id)
        assert card is not None
        return card

    def said(self, tag: str = "en") -> str:
        step = self.store.history(1)[0]
        return sentence(step.kind, step.values, tag)
