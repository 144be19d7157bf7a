"""Opens planner files for verbs, and finds the forum that is meant."""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from forumplanner import settings
from forumplanner.cli import output
from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.queries import forum_listing
from forumplanner.snapshots.forum_listing import ForumListing
from forumplanner.store import Store


class ForumNotChosen(PlannerError):
    """It is not clear which forum of a planner file is meant."""


def actor() -> str:
    """Who works here, for the history: the name in Settings; "" for the login."""
    return settings.load().user.name


@contextmanager
def opened(file: str, *, writable: bool = False) -> Iterator[Store]:
    """An open planner file that must exist; closed at the end. Raises what `Store.open` raises."""
    with Store.open(Path(file), actor=actor(), writable=writable) as store:
        if store.opened_older:
            output.say_error(store.opened_older.sentence())
        if str(store.doubted or ""):
            output.say_error(str(store.doubted))
        if store.backup_failed:
            output.say_error(str(store.backup_failed))
        yield store


@contextmanager
def made(path: Path) -> Iterator[Store]:
    """A new planner file; taken away again where what was to be put into it could not be. Raises `FileTaken`."""
    with Store.create(path, actor=actor()) as store:
        try:
            yield store
        except BaseException:
            store.close()
            path.unlink(missing_ok=True)
            raise


def forums_of(store: Store) -> tuple[ForumListing, ...]:
    """All forums of a file."""
    with store.read() as db:
        return forum_listing.load(db)


def chosen_forum(store: Store, slug: str) -> ForumListing:
    """The forum with a slug, or the only one. Raises `ForumNotChosen` with the slugs there are."""
    forums = forums_of(store)
    if not forums:
        raise ForumNotChosen(
            _("“{name}” holds no forum yet. Make one in the window, or import a workbook.", name=store.path.name)
        )
    if slug:
        return named(forums, slug)
    if len(forums) > 1:
        raise ForumNotChosen(
            _(
                "“{name}” holds several forums. Add --forum with one of: {slugs}.",
                name=store.path.name,
                slugs=_slugs(forums),
            )
        )
    return forums[0]


def named(forums: Sequence[ForumListing], slug: str) -> ForumListing:
    """The forum with a slug. Raises `ForumNotChosen` with the slugs there are."""
    for forum in forums:
        if forum.slug == slug:
            return forum
    raise ForumNotChosen(
        _("There is no forum “{slug}” here. Choose one of: {slugs}.", slug=slug, slugs=_slugs(forums) or "–")
    )


def _slugs(forums: Sequence[ForumListing]) -> str:
    return ", ".join(forum.slug for forum in forums)


def local_time(at: dt.datetime) -> str:
    """An instant on this computer's clock, to the second: "2026-11-21 23:25:07"."""
    return f"{at.astimezone():%Y-%m-%d %H:%M:%S}"
