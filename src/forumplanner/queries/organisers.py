"""Reads who organises a forum and its parallel forums, in five statements however many there are."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.kinds import OrganiserRole
from forumplanner.domain.labels import label
from forumplanner.domain.role_words import own_role_word
from forumplanner.queries import institutions, paper
from forumplanner.queries.wordings import pair
from forumplanner.records import Forum, Organiser, Track
from forumplanner.snapshots.organisers import InstitutionCard, OrganiserLine, Organisers, RoleWords, TrackChoice


def load(db: Db, *, forum_id: uuid.UUID) -> Organisers:
    """The organisers in the order in which papers print them: list, rank, place. Raises `paper.NoSuchForum`."""
    forum = paper.forum_of(db, forum_id)
    tags = forum.languages
    tracks = {
        row.id: TrackChoice(str(row.id), row.code, pair(row.title, tags))
        for row in db.scalars(
            select(Track).where(Track.forum_id == forum_id).order_by(Track.position, Track.code, Track.id)
        )
    }
    cards = institutions.cards(db, tags)
    rows = db.scalars(
        select(Organiser).where(Organiser.forum_id == forum_id).order_by(Organiser.position, Organiser.id)
    )
    ranks, lists = list(OrganiserRole), [None, *tracks]
    ordered = sorted(rows, key=lambda row: (lists.index(row.track_id), ranks.index(row.role)))
    return Organisers(
        languages=tags,
        lines=tuple(
            _line(row, cards[str(row.institution_id)], tracks.get(row.track_id) if row.track_id else None)
            for row in ordered
        ),
        words=tuple(_words(forum, role) for role in OrganiserRole),
        tracks=tuple(tracks.values()),
    )


def _line(row: Organiser, institution: InstitutionCard, track: TrackChoice | None) -> OrganiserLine:
    if track is None:
        return OrganiserLine(str(row.id), row.role, institution)
    return OrganiserLine(str(row.id), row.role, institution, track.id, track.title, track.code)


def _words(forum: Forum, role: OrganiserRole) -> RoleWords:
    tags = forum.languages
    own = tuple(own_role_word(forum.words, role, tag) for tag in tags)
    return RoleWords(role, own, tuple(label(role, tag) for tag in tags))
