"""What a secretary does with the institutions that organise a forum or a parallel forum: list, rank, order, word."""

import uuid
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible, found
from forumplanner.actions.institutions import institution_called, institution_words
from forumplanner.actions.whole import next_position
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ForumId, InstitutionId, OrganiserId, TrackId, new_id
from forumplanner.domain.kinds import OrganiserRole, StepKind
from forumplanner.domain.labels import label
from forumplanner.domain.newcomers import language_of
from forumplanner.domain.role_words import code_of
from forumplanner.domain.text import EN, ZH, LocalizedText, tidy
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.records import Forum, Institution, Organiser, Track
from forumplanner.store import Store


class ListedAlready(NotPossible):
    """The institution stands in that rank already."""


def add_organiser(
    store: Store,
    *,
    forum_id: ForumId,
    role: OrganiserRole,
    institution_id: InstitutionId | None = None,
    name: str = "",
    track_id: TrackId | None = None,
) -> OrganiserId:
    """List an institution of the directory, or one by its `name`, last in a rank of the forum or a parallel forum.

    An institution of that name is used, else made in the same step. Raises `ListedAlready`, `NotPossible`.
    """
    words = _words_of(store, institution_id, name)
    made = OrganiserId(new_id())
    with store.step(StepKind.ADD_ORGANISER, **words) as db:
        found(db, Forum, forum_id)
        if track_id is not None:
            found(db, Track, track_id)
        who = found(db, Institution, institution_id) if institution_id else institution_called(db, tidy(name))
        _check_free(db, forum_id, track_id, role, who)
        position = next_position(db, Organiser.position, Organiser.forum_id == forum_id)
        row = Organiser(id=made, forum_id=forum_id, track_id=track_id, institution_id=who.id, role=role)
        row.position = position
        db.add(row)
    return made


def set_organiser_role(store: Store, *, organiser_id: OrganiserId, role: OrganiserRole) -> None:
    """Give an institution another rank; it stands last there. Raises `ListedAlready`."""
    with store.read() as db:
        row = found(db, Organiser, organiser_id)
        if row.role is role:
            return
        _check_free(db, row.forum_id, row.track_id, role, row.institution)
        words = institution_words(row.institution.name)
    with store.step(StepKind.EDIT_ORGANISER, **words) as db:
        row = found(db, Organiser, organiser_id)
        row.position = next_position(db, Organiser.position, Organiser.forum_id == row.forum_id)
        row.role = role


def set_organiser_place(store: Store, *, organiser_id: OrganiserId, track_id: TrackId | None) -> None:
    """Let an institution organise a parallel forum, or with None the forum itself. Raises `ListedAlready`."""
    with store.read() as db:
        row = found(db, Organiser, organiser_id)
        if row.track_id == track_id:
            return
        if track_id is not None:
            found(db, Track, track_id)
        _check_free(db, row.forum_id, track_id, row.role, row.institution)
        words = institution_words(row.institution.name)
    with store.step(StepKind.EDIT_ORGANISER, **words) as db:
        row = found(db, Organiser, organiser_id)
        row.position = next_position(db, Organiser.position, Organiser.forum_id == row.forum_id)
        row.track_id = track_id


def set_organiser_institution(store: Store, *, organiser_id: OrganiserId, institution_id: InstitutionId) -> None:
    """Put another institution into that place. Raises `ListedAlready`."""
    with store.read() as db:
        row, who = found(db, Organiser, organiser_id), found(db, Institution, institution_id)
        if row.institution_id == institution_id:
            return
        _check_free(db, row.forum_id, row.track_id, row.role, who)
        words = institution_words(who.name)
    with store.step(StepKind.EDIT_ORGANISER, **words) as db:
        found(db, Organiser, organiser_id).institution_id = institution_id


def move_organiser(store: Store, *, organiser_id: OrganiserId, by: int) -> bool:
    """Move an institution `by` places within its rank. False at the edge: nothing moves, no step is made."""
    with store.read() as db:
        row = found(db, Organiser, organiser_id)
        words = institution_words(row.institution.name)
        order = [one.id for one in _rank(db, row)]
        place = order.index(organiser_id) + by
        if not 0 <= place < len(order):
            return False
    with store.step(StepKind.EDIT_ORGANISER, **words) as db:
        rows = list(_rank(db, found(db, Organiser, organiser_id)))
        places = sorted(one.position for one in rows)
        if len(set(places)) < len(places):
            places = list(range(places[0], places[0] + len(places)))
        moved = rows.pop(order.index(organiser_id))
        rows.insert(place, moved)
        for one, position in zip(rows, places, strict=True):
            one.position = position
    return True


def remove_organiser(store: Store, *, organiser_id: OrganiserId) -> None:
    """Take an institution off the organisers; the directory keeps it."""
    with store.read() as db:
        words = institution_words(found(db, Organiser, organiser_id).institution.name)
    with store.step(StepKind.REMOVE_ORGANISER, **words) as db:
        db.delete(found(db, Organiser, organiser_id))


def name_role(store: Store, *, forum_id: ForumId, role: OrganiserRole, tag: str, text: str) -> None:
    """Write what this forum's papers call a rank in one language; "" or the usual words take its own back."""
    usual = label(role, tag)
    kept = "" if tidy(text) == usual else tidy(text)
    values = by_language("role", zh=label(role, ZH), en=label(role, EN))
    with store.step(StepKind.NAME_ROLE, **values) as db:
        forum = found(db, Forum, forum_id)
        own = {code: dict(texts) for code, texts in (forum.words or {}).items()}
        texts = own.pop(code_of(role), {})
        texts.pop(tag, None)
        if kept:
            texts[tag] = kept
        forum.words = ({**own, code_of(role): texts} if texts else own) or None


def _words_of(store: Store, institution_id: InstitutionId | None, name: str) -> dict[str, str]:
    if institution_id is None:
        if not tidy(name):
            raise NotPossible(_("Choose an institution, or type its name."))
        return institution_words(LocalizedText.of({language_of(tidy(name)): tidy(name)}))
    with store.read() as db:
        return institution_words(found(db, Institution, institution_id).name)


def _check_free(db: Db, forum_id: uuid.UUID, track_id: uuid.UUID | None, role: OrganiserRole, who: Institution) -> None:
    """One institution stands once in a rank of one list; a second rank is a finding, not a refusal."""
    there = select(Organiser.id).where(
        Organiser.forum_id == forum_id,
        Organiser.track_id.is_(None) if track_id is None else Organiser.track_id == track_id,
        Organiser.role == role,
        Organiser.institution_id == who.id,
    )
    if db.execute(there).first() is not None:
        tag = interface_language()
        raise ListedAlready(
            _(
                "{institution} is listed under “{role}” already. Choose another rank, or leave it as it stands.",
                institution=who.name.best(tag),
                role=label(role, tag),
            )
        )


def _rank(db: Db, row: Organiser) -> Sequence[Organiser]:
    same = select(Organiser).where(
        Organiser.forum_id == row.forum_id,
        Organiser.track_id.is_(None) if row.track_id is None else Organiser.track_id == row.track_id,
        Organiser.role == row.role,
    )
    return db.execute(same.order_by(Organiser.position, Organiser.id)).scalars().all()
