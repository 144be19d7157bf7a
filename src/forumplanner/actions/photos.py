"""Photos of people and logos of institutions: set from a file, kept once by their content, taken away."""

import hashlib
from pathlib import Path

from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import found, named, titled
from forumplanner.domain.ids import InstitutionId, PersonId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.pictures import MAX_FILE, Picture, logo_of, photo_of
from forumplanner.files import read_capped
from forumplanner.records import Asset, Institution, Person
from forumplanner.store import Store


def set_photo(store: Store, person_id: PersonId, path: Path) -> str:
    """Keep the picture of a file as a person's photo; returns its content hash.

    It is turned upright, freed of place and camera, and made at most 1,200 pixels long; the file stays as it is.
    Raises `FileRefused`, `PictureRefused`, `NoLongerThere`.
    """
    picture = photo_of(read_capped(path, limit=MAX_FILE), name=path.name)
    with store.read() as db:
        values = named(found(db, Person, person_id).name)
    with store.step(StepKind.SET_PHOTO, **values) as db:
        found(db, Person, person_id).photo = _kept(db, picture)
    return _hash(picture)


def remove_photo(store: Store, person_id: PersonId) -> None:
    """Take a person's photo away; undo brings it back."""
    with store.read() as db:
        values = named(found(db, Person, person_id).name)
    with store.step(StepKind.REMOVE_PHOTO, **values) as db:
        found(db, Person, person_id).photo = ""


def set_logo(store: Store, institution_id: InstitutionId, path: Path) -> str:
    """Keep the picture of a file as an institution's logo; returns its content hash. Raises as `set_photo`."""
    picture = logo_of(read_capped(path, limit=MAX_FILE), name=path.name)
    with store.read() as db:
        values = titled(found(db, Institution, institution_id).name)
    with store.step(StepKind.SET_LOGO, **values) as db:
        found(db, Institution, institution_id).logo = _kept(db, picture)
    return _hash(picture)


def remove_logo(store: Store, institution_id: InstitutionId) -> None:
    """Take an institution's logo away; undo brings it back."""
    with store.read() as db:
        values = titled(found(db, Institution, institution_id).name)
    with store.step(StepKind.REMOVE_LOGO, **values) as db:
        found(db, Institution, institution_id).logo = ""


def _hash(picture: Picture) -> str:
    return hashlib.sha256(picture.data).hexdigest()


def _kept(db: Db, picture: Picture) -> str:
    """The key of the asset with these bytes; the same picture twice is kept once."""
    key = _hash(picture)
    if db.get(Asset, key) is None:
        db.add(Asset(id=key, media_type=picture.media_type, data=picture.data))
    return key
