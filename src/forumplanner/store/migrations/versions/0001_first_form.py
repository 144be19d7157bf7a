"""First form: directory, forums, people, programme, badges and calendars, and the journal that follows them."""

import sqlalchemy as sa
from alembic import op

from forumplanner.store.migrations.columns import (
    bytes_,
    code,
    day,
    flag,
    instant,
    json,
    key,
    number,
    prose,
    table,
    text,
    to,
)

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table of the first form."""
    _institutions()
    _forum()
    _people()
    _delegations()
    _programme()
    _items()
    _badges()
    _calendar()
    _journal()


def _institutions() -> None:
    table(
        "consular_post",
        key("id"),
        text("code", "country"),
        json("city", "name"),
        text("contact"),
        number("list_order", null=True),
        number("version"),
        index=("code",),
    )
    table(
        "institution",
        key("id"),
        text("code"),
        json("name", "short_name"),
        text("country"),
        json("city"),
        code("kind", null=True),
        to("institution", "parent_id", null=True),
        code("standing", null=True),
        day("standing_since", null=True),
        text("standing_occasion"),
        number("version"),
        index=("code", "parent_id"),
    )


def _forum() -> None:
    table(
        "forum",
        key("id"),
        text("slug"),
        json("titles", "short_title", "theme", "series"),
        text("edition"),
        json("umbrella"),
        day("starts_on", "ends_on", null=True),
        text("country"),
        json("city", "venue"),
        text("zone"),
        json("languages"),
        code("mode", null=True),
        text("live_url", "replay_url", "mailbox", "phone", "badge_prefix", "accent"),
        json("notes"),
        json("reported", null=True),
        number("version"),
        unique=("slug",),
    )
    table(
        "organiser",
        key("id"),
        to("forum", "forum_id"),
        to("track", "track_id", null=True),
        to("institution", "institution_id"),
        code("role"),
        number("position", "version"),
        index=("forum_id", "institution_id", "track_id"),
    )
    table(
        "release",
        key("id"),
        to("forum", "forum_id"),
        text("name"),
        code("kind"),
        instant("issued_at"),
        text("issued_by", "replaces"),
        number("step", null=True),
        text("content"),
        number("version"),
        unique=("forum_id,name",),
        index=("forum_id",),
    )


def _people() -> None:
    table(
        "journey",
        key("id"),
        to("participant", "participant_id"),
        code("direction"),
        instant("at", null=True),
        text("zone", "carrier", "place", "as_written"),
        number("position", "version"),
        index=("participant_id",),
    )
    table(
        "participant",
        key("id"),
        to("forum", "forum_id"),
        to("person", "person_id"),
        text("code"),
        code("category"),
        to("post", "post_id", null=True),
        code("mode", "status", null=True),
        to("delegation", "delegation_id", null=True),
        text("role_in_delegation"),
        number("position"),
        prose("notes"),
        number("version"),
        unique=("forum_id,person_id",),
        index=("code", "delegation_id", "forum_id", "person_id", "post_id"),
    )
    table(
        "person",
        key("id"),
        text("code"),
        json("name"),
        text("country"),
        json("languages", "emails"),
        text("phone", "sort_pinyin", "sort_latin"),
        prose("notes"),
        number("version"),
        index=("code",),
    )
    table(
        "post",
        key("id"),
        to("person", "person_id"),
        to("institution", "institution_id", null=True),
        json("title"),
        number("position"),
        day("since", null=True),
        number("version"),
        index=("institution_id", "person_id"),
    )


def _delegations() -> None:
    table(
        "consular_guest",
        key("id"),
        to("forum", "forum_id"),
        text("code"),
        to("consular_post", "consular_post_id"),
        to("participant", "participant_id", null=True),
        code("consular_class", "role", null=True),
        flag("honorary"),
        day("provisional_on", "exequatur_on", "commission_on", "acting_since", null=True),
        number("seniority", null=True),
        number("position"),
        prose("notes"),
        number("version"),
        index=("code", "consular_post_id", "forum_id", "participant_id"),
    )
    table(
        "delegation",
        key("id"),
        to("forum", "forum_id"),
        text("code", "country"),
        to("institution", "institution_id", null=True),
        json("name"),
        number("unnamed"),
        to("participant", "liaison_id", "interpreter_id", null=True),
        number("position"),
        prose("notes"),
        number("version"),
        index=("code", "forum_id", "institution_id"),
    )


def _programme() -> None:
    table(
        "room",
        key("id"),
        to("forum", "forum_id"),
        text("code"),
        json("name", "building"),
        text("floor"),
        number("capacity", null=True),
        text("layout", "equipment"),
        number("booths", null=True),
        number("position", "version"),
        index=("code", "forum_id"),
    )
    table(
        "session",
        key("id"),
        to("forum", "forum_id"),
        text("code"),
        to("track", "track_id", null=True),
        code("kind"),
        json("title", "summary"),
        day("day", null=True),
        instant("starts_at", "ends_at", null=True),
        text("zone"),
        json("place"),
        code("access"),
        text("url"),
        number("expected", null=True),
        number("position"),
        prose("notes"),
        number("version"),
        index=("code", "forum_id", "track_id"),
    )
    table(
        "session_room",
        key("id"),
        to("session", "session_id"),
        to("room", "room_id"),
        number("position", "version"),
        unique=("session_id,room_id",),
        index=("room_id", "session_id"),
    )
    table(
        "track",
        key("id"),
        to("forum", "forum_id"),
        text("code"),
        json("title"),
        to("institution", "convener_id", null=True),
        text("colour", "contact"),
        number("position", "version"),
        index=("convener_id", "forum_id"),
    )


def _items() -> None:
    table(
        "appearance",
        key("id"),
        text("code"),
        to("item", "item_id", null=True),
        to("part", "part_id", null=True),
        to("participant", "participant_id", null=True),
        to("institution", "institution_id", null=True),
        json("label"),
        code("role"),
        code("mode", null=True),
        to("post", "post_id", null=True),
        flag("provisional"),
        number("minutes", null=True),
        number("position", "version"),
        index=("code", "institution_id", "item_id", "part_id", "participant_id", "post_id"),
        checks=(("one_place", "(item_id IS NULL) <> (part_id IS NULL)"),),
    )
    table(
        "item",
        key("id"),
        to("part", "part_id"),
        text("code"),
        code("kind"),
        json("title", "abstract"),
        instant("starts_at", null=True),
        number("minutes", null=True),
        json("languages"),
        code("interpretation"),
        text("channel", "media"),
        number("position"),
        prose("notes"),
        number("version"),
        index=("code", "part_id"),
    )
    table(
        "part",
        key("id"),
        to("session", "session_id"),
        text("code"),
        json("title"),
        instant("starts_at", "ends_at", null=True),
        number("position", "version"),
        index=("code", "session_id"),
    )


def _badges() -> None:
    table(
        "badge",
        key("id"),
        to("forum", "forum_id"),
        text("token", "number"),
        to("participant", "participant_id", null=True),
        code("category", null=True),
        code("state"),
        number("version"),
        unique=("forum_id,number", "token"),
        index=("forum_id", "participant_id"),
    )


def _calendar() -> None:
    table(
        "calendar_identity",
        key("id"),
        key("forum_id"),
        key("session_id"),
        key("participant_id", null=True),
        text("uid"),
        number("sequence"),
        instant("stamped_at", "created_at"),
        text("fingerprint"),
        number("version"),
    )
    op.create_index("ix_calendar_identity_whose", "calendar_identity", ["forum_id", "session_id", "participant_id"])


def _journal() -> None:
    table(
        "asset",
        text("id", length=64),
        text("media_type", length=100),
        bytes_("data"),
    )
    table(
        "journal_row",
        number("id"),
        to("journal_step", "step_id", kind=sa.Integer()),
        code("table_name"),
        text("row_key", length=120),
        prose("before", "after", null=True),
        bytes_("salt", length=16),
        bytes_("digest", length=32),
        index=("step_id", "table_name,row_key"),
    )
    table(
        "journal_step",
        number("id"),
        text("mode", length=8),
        code("kind"),
        json("values"),
        text("actor"),
        instant("at"),
        number("target", null=True),
        flag("undone", "dead"),
        bytes_("hash", length=32),
    )
    table(
        "planner_file",
        key("id"),
        instant("made_at"),
        text("made_with", "needs", length=20),
    )
