"""What a secretary does with people: add one on the spot, write names and contacts, set categories and replies."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.appearances import to_be_announced
from forumplanner.actions.contacts import note_steps
from forumplanner.actions.found import NotPossible, found, named
from forumplanner.actions.guest_traces import forget_participant
from forumplanner.actions.whole import next_position
from forumplanner.domain.ids import ForumId, InstitutionId, ParticipantId, PersonId, PostId, new_id
from forumplanner.domain.kinds import BadgeState, Category, InvitationStatus, Mode, StepKind
from forumplanner.domain.names import PersonName
from forumplanner.domain.sorting import latin_key, pinyin_key
from forumplanner.domain.text import LocalizedText
from forumplanner.i18n import gettext as _
from forumplanner.records import Appearance, Badge, ConsularGuest, Delegation, Journey, Participant, Person, Post
from forumplanner.store import Store

NameForm = Literal["zh", "latin", "native"]


def add_person(
    store: Store,
    *,
    forum_id: ForumId,
    name: PersonName,
    category: Category = Category.DELEGATE,
    country: str = "",
    institution_id: InstitutionId | None = None,
    title: Mapping[str, str] | None = None,
    phone: str = "",
    emails: Sequence[str] = (),
    notes: str = "",
) -> ParticipantId:
    """Add a new person to the directory and to the forum; `title` and institution make their first post.

    Raises `NotPossible` for a name without any form.
    """
    tidy = name.tidied()
    if not tidy.shown():
        raise NotPossible(_("A person needs a name in at least one script."))
    participant_id, person_id, post_id = ParticipantId(new_id()), PersonId(new_id()), PostId(new_id())
    with_post = bool(institution_id or title)
    with store.step(StepKind.ADD_PERSON, **named(tidy)) as db:
        more = {"phone": phone, "emails": tuple(emails), "notes": notes}
        db.add(Person(id=person_id, country=country, **more, **_name_columns(tidy)))
        if with_post:
            text = LocalizedText.of(title)
            db.add(Post(id=post_id, person_id=person_id, institution_id=institution_id, title=text))
        db.add(
            Participant(
                id=participant_id,
                forum_id=forum_id,
                person_id=person_id,
                category=category,
                post_id=post_id if with_post else None,
                position=next_position(db, Participant.position, Participant.forum_id == forum_id),
            )
        )
    return participant_id


def _name_columns(name: PersonName) -> dict[str, object]:
    return {"name": name, "sort_pinyin": pinyin_key(name.zh), "sort_latin": latin_key(name.latin)}


def rename_person(store: Store, *, person_id: PersonId, name: PersonName) -> None:
    """Write a person's name; a form that changed is no longer confirmed unless `name` says so again.

    Raises `NotPossible` for a name without any form.
    """
    tidy = name.tidied()
    if not tidy.shown():
        raise NotPossible(_("A person needs a name in at least one script."))

    def change(person: Person) -> None:
        for column, value in _name_columns(_unconfirmed(person.name, tidy)).items():
            setattr(person, column, value)

    _edit_person(store, person_id, change)


def _unconfirmed(old: PersonName, new: PersonName) -> PersonName:
    """Take back the mark of a form whose text changed while the mark was only carried along."""
    return replace(
        new,
        zh_confirmed=new.zh_confirmed and not (old.zh_confirmed and old.zh != new.zh),
        latin_confirmed=new.latin_confirmed and not (old.latin_confirmed and old.latin != new.latin),
        native_confirmed=new.native_confirmed and not (old.native_confirmed and old.native != new.native),
    )


def confirm_name(store: Store, *, person_id: PersonId, form: NameForm, confirmed: bool = True) -> None:
    """Mark a form of a name as checked with the person, or take the mark back."""

    def change(person: Person) -> None:
        marks: dict[str, Any] = {f"{form}_confirmed": confirmed}
        person.name = replace(person.name, **marks)

    _edit_person(store, person_id, change)


def set_country(store: Store, *, person_id: PersonId, country: str) -> None:
    """Say which country a person is from; `country` is an ISO 3166-1 alpha-2 code or ""."""
    _edit_person(store, person_id, lambda person: setattr(person, "country", country))


def set_phone(store: Store, *, person_id: PersonId, phone: str) -> None:
    """Write a person's phone number as it was given."""
    _edit_person(store, person_id, lambda person: setattr(person, "phone", phone.strip()))


def set_emails(store: Store, *, person_id: PersonId, emails: Sequence[str]) -> None:
    """Write a person's e-mail addresses in order of use."""
    kept = tuple(address.strip() for address in emails if address.strip())
    _edit_person(store, person_id, lambda person: setattr(person, "emails", kept))


def set_notes(store: Store, *, person_id: PersonId, notes: str) -> None:
    """Write what is noted about a person."""
    _edit_person(store, person_id, lambda person: setattr(person, "notes", notes.strip()))


def add_post(
    store: Store,
    *,
    person_id: PersonId,
    title: Mapping[str, str],
    institution_id: InstitutionId | None = None,
) -> PostId:
    """Give a person one more post, behind the others."""
    post_id = PostId(new_id())
    with store.read() as db:
        values = named(found(db, Person, person_id).name)
    with store.step(StepKind.EDIT_PERSON, **values) as db:
        position = next_position(db, Post.position, Post.person_id == person_id)
        text = LocalizedText.of(title)
        db.add(Post(id=post_id, person_id=person_id, institution_id=institution_id, title=text, position=position))
    return post_id


def rename_post(store: Store, *, post_id: PostId, tag: str, text: str) -> None:
    """Write one language's title of a post; the other then needs review."""
    _edit_post(store, post_id, lambda post: setattr(post, "title", post.title.edited(tag, text)))


def confirm_post(store: Store, *, post_id: PostId, tag: str) -> None:
    """Declare one language's title of a post right as it stands."""
    _edit_post(store, post_id, lambda post: setattr(post, "title", post.title.confirmed(tag)))


def set_post_institution(store: Store, *, post_id: PostId, institution_id: InstitutionId | None) -> None:
    """Say where a post is held."""
    _edit_post(store, post_id, lambda post: setattr(post, "institution_id", institution_id))


def use_post(store: Store, *, participant_id: ParticipantId, post_id: PostId) -> None:
    """Let this forum's papers print that post."""
    with store.read() as db:
        values = named(_person(db, participant_id).name)
    with store.step(StepKind.EDIT_PERSON, **values) as db:
        found(db, Participant, participant_id).post_id = post_id


def set_category(store: Store, *, participants: Sequence[ParticipantId], category: Category) -> None:
    """Put people into a category, in one step."""
    _edit_all(store, participants, lambda row: setattr(row, "category", category))


def set_status(store: Store, *, participants: Sequence[ParticipantId], status: InvitationStatus | None) -> None:
    """Record how far the invitations of these people have come, in one step; each gets a dated line in its log."""
    with store.step(StepKind.EDIT_PARTICIPANTS, count=len(participants)) as db:
        for start in range(0, len(participants), 400):
            chosen = Participant.id.in_(participants[start : start + 400])
            rows = db.execute(
                select(Participant).where(chosen).order_by(Participant.position, Participant.id)
            ).scalars()
            note_steps(db, people=list(rows), status=status, author=store.actor)
            db.flush()


def set_mode(store: Store, *, participants: Sequence[ParticipantId], mode: Mode | None) -> None:
    """Record how these people take part, in one step."""
    _edit_all(store, participants, lambda row: setattr(row, "mode", mode))


def remove_participant(store: Store, *, participant_id: ParticipantId) -> None:
    """Take a person off this forum's list; the directory keeps the person, the agenda shows "to be announced".

    Journeys go, badges become void, offices in delegations fall vacant; colleagues in the same items stay put.
    """
    with store.read() as db:
        values = named(_person(db, participant_id).name)
    with store.step(StepKind.REMOVE_PARTICIPANT, **values) as db:
        row = found(db, Participant, participant_id)
        _vacate(db, participant_id)
        db.flush()
        db.delete(row)


def _vacate(db: Db, participant_id: ParticipantId) -> None:
    """Let go of everything that points at a participant."""
    label = LocalizedText.of(to_be_announced())
    for appearance in db.execute(select(Appearance).where(Appearance.participant_id == participant_id)).scalars():
        appearance.participant_id, appearance.post_id, appearance.label = None, None, label
    for badge in db.execute(select(Badge).where(Badge.participant_id == participant_id)).scalars():
        badge.participant_id, badge.state = None, BadgeState.VOID
    for guest in db.execute(select(ConsularGuest).where(ConsularGuest.participant_id == participant_id)).scalars():
        guest.participant_id = None
    served = (Delegation.liaison_id == participant_id) | (Delegation.interpreter_id == participant_id)
    for delegation in db.execute(select(Delegation).where(served)).scalars():
        delegation.liaison_id = None if delegation.liaison_id == participant_id else delegation.liaison_id
        delegation.interpreter_id = None if delegation.interpreter_id == participant_id else delegation.interpreter_id
    for journey in db.execute(select(Journey).where(Journey.participant_id == participant_id)).scalars():
        db.delete(journey)
    forget_participant(db, participant_id)


def _person(db: Db, participant_id: ParticipantId) -> Person:
    return found(db, Person, found(db, Participant, participant_id).person_id)


def _edit_person(store: Store, person_id: PersonId, change: Callable[[Person], None]) -> None:
    with store.read() as db:
        values = named(found(db, Person, person_id).name)
    with store.step(StepKind.EDIT_PERSON, **values) as db:
        change(found(db, Person, person_id))


def _edit_post(store: Store, post_id: PostId, change: Callable[[Post], None]) -> None:
    with store.read() as db:
        values = named(found(db, Person, found(db, Post, post_id).person_id).name)
    with store.step(StepKind.EDIT_PERSON, **values) as db:
        change(found(db, Post, post_id))


def _edit_all(store: Store, participants: Sequence[ParticipantId], change: Callable[[Participant], None]) -> None:
    """Change many in one step; those that are gone are passed over."""
    with store.step(StepKind.EDIT_PARTICIPANTS, count=len(participants)) as db:
        for start in range(0, len(participants), 400):
            chosen = Participant.id.in_(participants[start : start + 400])
            for row in db.execute(select(Participant).where(chosen)).scalars():
                change(row)
