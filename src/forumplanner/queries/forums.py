"""Which forums a planner file holds, newest first: two statements, however many there are."""

import datetime as dt
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.text import EMPTY
from forumplanner.queries.wordings import pair
from forumplanner.records import Forum, Release
from forumplanner.snapshots.forums import ForumCard


def load(db: Db, *, now: dt.datetime | None = None) -> tuple[ForumCard, ...]:
    """All forums; those without a date come first, since they are being set up.

    `now` (aware, else this moment): an issue dated after it is none yet.
    """
    rows = db.execute(
        select(
            Forum.id,
            Forum.languages,
            Forum.short_title,
            Forum.titles,
            Forum.city,
            Forum.edition,
            Forum.starts_on,
            Forum.ends_on,
            Forum.zone,
            Forum.words,
        )
    ).all()
    issued = Release.issued_at <= (now or dt.datetime.now(dt.UTC))
    releases = db.execute(select(Release.forum_id, Release.name).where(issued).order_by(Release.issued_at)).all()
    newest = {row.forum_id: row.name for row in releases}
    cards = [
        ForumCard(
            id=str(row.id),
            languages=row.languages,
            title=pair(row.short_title or next(iter(row.titles), EMPTY), row.languages),
            city=pair(row.city, row.languages),
            edition=row.edition,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            zone=row.zone,
            release=newest.get(row.id, ""),
            countries=_countries(row.words or {}),
        )
        for row in rows
    ]
    return tuple(sorted(cards, key=lambda card: card.starts_on or dt.date.max, reverse=True))


def _countries(words: Mapping[str, Mapping[str, str]]) -> tuple[tuple[str, str, str], ...]:
    """Names of countries among a forum's own words."""
    return tuple(
        (code.removeprefix("country."), tag, name)
        for code, texts in sorted(words.items())
        if code.startswith("country.")
        for tag, name in sorted(texts.items())
    )
