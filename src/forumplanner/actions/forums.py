"""Verbs of a forum as a whole: setting one up."""

import datetime as dt
import re
import unicodedata
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.text import DEFAULT_LANGUAGES, EN, ZH, LocalizedText
from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.records import Forum
from forumplanner.store import Store


def create_forum(
    store: Store,
    *,
    title: LocalizedText,
    starts_on: dt.date | None = None,
    ends_on: dt.date | None = None,
    city: LocalizedText | None = None,
    venue: LocalizedText | None = None,
) -> ForumId:
    """Set up a forum with the usual pair of languages; whatever is blank can be filled in later.

    Raises `PlannerError` where it has no title in any language, or ends before it starts.
    """
    if not title:
        raise PlannerError(_("A forum needs a title in one language at least. Nothing was made; type one."))
    if starts_on and ends_on and ends_on < starts_on:
        raise PlannerError(_("The forum would end before it starts. Nothing was made; correct one of the dates."))
    words = by_language("title", zh=title.get(ZH), en=title.get(EN))
    with store.step(StepKind.CREATE_FORUM, **words) as db:
        forum = Forum(
            id=uuid.uuid4(),
            slug=_free_slug(db, title, starts_on),
            titles=(title,),
            starts_on=starts_on,
            ends_on=ends_on,
            city=city or LocalizedText(),
            venue=venue or LocalizedText(),
            languages=DEFAULT_LANGUAGES,
        )
        db.add(forum)
        return ForumId(forum.id)


def _free_slug(db: Db, title: LocalizedText, starts_on: dt.date | None) -> str:
    """A short name of letters and digits that no other forum of the file has."""
    plain = unicodedata.normalize("NFKD", title.get(EN)).encode("ascii", "ignore").decode().lower()
    words = [word for word in re.findall(r"[a-z0-9]+", plain) if word not in {"the", "of", "on", "for", "and"}]
    base = "-".join([*words[:4], str(starts_on.year) if starts_on else ""]).strip("-") or "forum"
    taken = set(db.scalars(select(Forum.slug)))
    number = 1
    while (slug := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return slug
