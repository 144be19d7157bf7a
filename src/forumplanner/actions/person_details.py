"""What a secretary notes about one person besides name and phone: terms of posts, languages, protocol, channel."""

import datetime as dt
from collections.abc import Callable, Sequence

from forumplanner.actions.found import NotPossible, found, named
from forumplanner.domain.guest_kinds import Channel, ProtocolGroup, ProtocolLevel
from forumplanner.domain.ids import ParticipantId, PersonId, PostId
from forumplanner.domain.kinds import StepKind
from forumplanner.i18n import gettext as _
from forumplanner.records import Participant, Person, Post
from forumplanner.store import Store


class EndsBeforeItBegins(NotPossible):
    """A post is to end before the day on which it began."""


def set_post_dates(store: Store, *, post_id: PostId, since: dt.date | None, until: dt.date | None) -> None:
    """Say from and until when a post was held; None where a day is not known.

    Raises `EndsBeforeItBegins`, `found.NoLongerThere`.
    """
    if since and until and until < since:
        raise EndsBeforeItBegins(
            _(
                "The post would end on {until}, before it began on {since}. Nothing was changed.",
                since=since.isoformat(),
                until=until.isoformat(),
            )
        )
    with store.read() as db:
        values = named(found(db, Person, found(db, Post, post_id).person_id).name)
    with store.step(StepKind.EDIT_PERSON, **values) as db:
        post = found(db, Post, post_id)
        post.since, post.until = since, until


def set_spoken_languages(store: Store, *, person_id: PersonId, languages: Sequence[str]) -> None:
    """Say which languages somebody speaks, the best first: BCP 47 tags, or a word where there is no tag."""
    kept = tuple(dict.fromkeys(one.strip() for one in languages if one.strip()))
    with store.read() as db:
        values = named(found(db, Person, person_id).name)
    with store.step(StepKind.EDIT_PERSON, **values) as db:
        found(db, Person, person_id).languages = kept


def set_contact_by(store: Store, *, participant_id: ParticipantId, channel: Channel | None) -> None:
    """Fix the only way to reach somebody; None leaves it to the category."""
    _edit(store, participant_id, lambda row: setattr(row, "contact_by", channel))


def set_protocol_group(store: Store, *, participant_id: ParticipantId, group: ProtocolGroup | None) -> None:
    """Say in which list of guests of honour somebody stands."""
    _edit(store, participant_id, lambda row: setattr(row, "protocol_group", group))


def set_protocol_level(store: Store, *, participant_id: ParticipantId, level: ProtocolLevel | None) -> None:
    """Say which rank of domestic office somebody holds."""
    _edit(store, participant_id, lambda row: setattr(row, "protocol_level", level))


def _edit(store: Store, participant_id: ParticipantId, change: Callable[[Participant], None]) -> None:
    with store.read() as db:
        values = named(found(db, Person, found(db, Participant, participant_id).person_id).name)
    with store.step(StepKind.EDIT_PERSON, **values) as db:
        change(found(db, Participant, participant_id))
