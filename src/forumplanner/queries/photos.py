"""Reads photos and logos by their content hash, as bytes that a page or paper draws."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.records import Asset
from forumplanner.snapshots.photos import Photo

_AT_ONCE = 400


def photo(db: Db, key: str) -> Photo | None:
    """The picture of that content hash; None for "" and for one that is not in the file."""
    return photos(db, (key,)).get(key)


def photos(db: Db, keys: Iterable[str]) -> dict[str, Photo]:
    """The pictures of several hashes, one statement for every 400."""
    wanted = sorted({key for key in keys if key})
    found: dict[str, Photo] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        chunk = wanted[start : start + _AT_ONCE]
        for key, media_type, data in db.execute(
            select(Asset.id, Asset.media_type, Asset.data).where(Asset.id.in_(chunk))
        ):
            found[key] = Photo(key, media_type, data)
    return found
