"""A planner file for tests: filled by the builders of `factories` inside one step, as a secretary's work would be."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from sqlalchemy.orm import Session as Db

from forumplanner.domain.kinds import StepKind
from forumplanner.store import Store

Filling = Callable[[], AbstractContextManager[Db]]


@contextmanager
def filling_of(store: Store) -> Iterator[Db]:
    """`with filling_of(store) as db: forum = make_forum(db)`; what was made can be read after the block."""
    with store.step(StepKind.OTHER) as db:
        yield db
        db.flush()
        db.expunge_all()
