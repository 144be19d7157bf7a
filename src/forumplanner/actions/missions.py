"""Consular posts: taken into the forum from the directory or from a sample list, edited, removed where unused."""

from collections.abc import Callable, Sequence
from typing import Literal, TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible, found
from forumplanner.actions.whole import next_position
from forumplanner.domain.guest_kinds import PostKind
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ConsularGuestId, ConsularPostId, ForumId, new_id
from forumplanner.domain.kinds import InvitationStatus, StepKind
from forumplanner.domain.missions import NewMission
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.records import ConsularGuest, ConsularPost, ContactNote, Letter
from forumplanner.store import Store

PostText = Literal["name", "city", "district", "address"]


class PostInUse(NotPossible):
    """A post is to be removed that somebody still comes from."""


class MissionFields(TypedDict, total=False):
    """What can be written about a post besides its texts in two languages."""

    country: str
    kind: PostKind
    contact: str
    phone: str
    email: str
    list_order: int | None


def add_posts(
    store: Store, *, forum_id: ForumId, posts: Sequence[ConsularPostId | NewMission]
) -> tuple[ConsularGuestId, ...]:
    """Ask these posts for a guest each: a row without a person, the invitation to be approved; one step for all.

    A post of the directory that has a guest here already is passed over, a new mission joins the directory.
    Raises `NotPossible` where nothing is left to add.
    """
    with store.read() as db:
        invited = _invited(db, forum_id)
    wanted = [post for post in posts if isinstance(post, NewMission) or post not in invited]
    if not wanted:
        raise NotPossible(_("These posts have a guest on the list already. Nothing was added."))
    made = []
    with store.step(StepKind.ADD_POSTS, count=len(wanted)) as db:
        position = next_position(db, ConsularGuest.position, ConsularGuest.forum_id == forum_id)
        for place, post in enumerate(wanted, start=position):
            key = _enter(db, post) if isinstance(post, NewMission) else found(db, ConsularPost, post).id
            guest = ConsularGuest(
                id=ConsularGuestId(new_id()),
                forum_id=forum_id,
                consular_post_id=key,
                status=InvitationStatus.TO_APPROVE,
                position=place,
            )
            db.add(guest)
            made.append(ConsularGuestId(guest.id))
    return tuple(made)


def edit_post(store: Store, *, post_id: ConsularPostId, **fields: Unpack[MissionFields]) -> None:
    """Write what is known about a post: contact, phone, place in the office's list."""

    def change(post: ConsularPost) -> None:
        for name, value in fields.items():
            setattr(post, name, value)

    _edit(store, post_id, change)


def write_post(store: Store, *, post_id: ConsularPostId, column: PostText, tag: str, text: str) -> None:
    """Write one language of a text of a post."""

    def change(post: ConsularPost) -> None:
        written: LocalizedText = getattr(post, column)
        setattr(post, column, written.edited(tag, text))

    _edit(store, post_id, change)


def remove_post(store: Store, *, post_id: ConsularPostId) -> None:
    """Take a post out of the directory. Raises `PostInUse` while a guest, a note or a letter of any forum names it."""
    with store.read() as db:
        values = _called(db, post_id)
        if _in_use(db, post_id):
            name = found(db, ConsularPost, post_id).name.best(interface_language(), ZH, EN)
            raise PostInUse(
                _("{who} has guests, letters or a log, so it stays. Take its guests off the list instead.", who=name)
            )
    with store.step(StepKind.REMOVE_POST, **values) as db:
        db.delete(found(db, ConsularPost, post_id))


def _in_use(db: Db, post_id: ConsularPostId) -> bool:
    columns = (ConsularGuest.consular_post_id, ContactNote.consular_post_id, Letter.consular_post_id)
    return any(db.execute(select(column).where(column == post_id).limit(1)).first() for column in columns)


def _invited(db: Db, forum_id: ForumId) -> frozenset[ConsularPostId]:
    rows = db.execute(select(ConsularGuest.consular_post_id).where(ConsularGuest.forum_id == forum_id)).scalars()
    return frozenset(map(ConsularPostId, rows))


def _enter(db: Db, mission: NewMission) -> ConsularPostId:
    """A new post of the directory."""
    made = ConsularPostId(new_id())
    db.add(
        ConsularPost(
            id=made,
            country=mission.country,
            kind=mission.kind,
            name=LocalizedText.of(mission.name),
            city=LocalizedText.of(mission.city),
            list_order=mission.list_order,
        )
    )
    db.flush()
    return made


def _called(db: Db, post_id: ConsularPostId) -> dict[str, str]:
    name = found(db, ConsularPost, post_id).name
    return by_language("who", zh=name.best(ZH), en=name.best(EN))


def _edit(store: Store, post_id: ConsularPostId, change: Callable[[ConsularPost], None]) -> None:
    with store.read() as db:
        values = _called(db, post_id)
    with store.step(StepKind.EDIT_POST, **values) as db:
        change(found(db, ConsularPost, post_id))
