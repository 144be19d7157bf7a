"""Contacts, letters, places by hand; merged people; the alliance's ledger and registers; approvals; the outbox."""

from typing import Any

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

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Bring a file of the form before to this one."""
    _people()
    _contacts()
    _letters()
    _members()
    _registers()
    _approvals()
    _mail()
    _answers()
    _more_about_guests()
    _more_about_people()


def _people() -> None:
    table(
        "person_alias",
        key("id"),
        to("person", "person_id"),
        key("was_id"),
        text("code"),
        json("name"),
        number("version"),
        index=(
            "code",
            "person_id",
        ),
    )
    table(
        "distinct_pair",
        key("id"),
        to("person", "first_id", "second_id"),
        number("version"),
        unique=("first_id,second_id",),
        index=("second_id",),
    )


def _contacts() -> None:
    table(
        "contact_note",
        key("id"),
        to("forum", "forum_id"),
        to("participant", "participant_id", null=True),
        to("consular_guest", "consular_guest_id", null=True),
        to("consular_post", "consular_post_id", null=True),
        to("delegation", "delegation_id", null=True),
        day("day"),
        number("minute", null=True),
        code("channel", null=True),
        text("contact"),
        prose("text"),
        code("status", null=True),
        text("reference"),
        json("asked"),
        day("next_on", null=True),
        text("next_action", "author"),
        number("position", "version"),
        index=(
            "consular_guest_id",
            "consular_post_id",
            "delegation_id",
            "forum_id",
            "participant_id",
        ),
    )
    table(
        "material",
        key("id"),
        to("participant", "participant_id"),
        code("kind", "state"),
        day("day", null=True),
        text("note"),
        number("version"),
        unique=("participant_id,kind",),
        index=("participant_id",),
    )


def _letters() -> None:
    table(
        "letter",
        key("id"),
        to("forum", "forum_id"),
        code("kind"),
        text("number"),
        day("dated", null=True),
        to("consular_post", "consular_post_id", null=True),
        to("consular_guest", "consular_guest_id", null=True),
        to("participant", "participant_id", null=True),
        json("text"),
        prose("despite"),
        text("issued_by"),
        number("position", "version"),
        index=(
            "consular_guest_id",
            "consular_post_id",
            "forum_id",
            "participant_id",
        ),
    )
    table(
        "order_override",
        key("id"),
        to("forum", "forum_id"),
        text("listing"),
        to("consular_guest", "consular_guest_id", null=True),
        to("participant", "participant_id", null=True),
        to("delegation", "delegation_id", null=True),
        number("place"),
        prose("reason"),
        text("decided_by"),
        day("decided_on", null=True),
        number("version"),
        index=(
            "consular_guest_id",
            "delegation_id",
            "forum_id",
            "participant_id",
        ),
    )


def _members() -> None:
    table(
        "ledger_entry",
        key("id"),
        to("institution", "institution_id", null=True),
        number("unnamed"),
        code("change"),
        code("standing", null=True),
        day("day", null=True),
        number("year", null=True),
        json("occasion"),
        to("forum", "forum_id", null=True),
        to("item", "item_id", null=True),
        json("resolution"),
        number("position"),
        prose("notes"),
        number("version"),
        index=(
            "forum_id",
            "institution_id",
            "item_id",
        ),
    )
    table(
        "office_term",
        key("id"),
        code("office"),
        to("institution", "institution_id", null=True),
        to("person", "person_id", null=True),
        day("since", "until", null=True),
        to("item", "item_id", null=True),
        json("resolution"),
        number("position"),
        prose("notes"),
        number("version"),
        index=(
            "institution_id",
            "item_id",
            "person_id",
        ),
    )


def _registers() -> None:
    table(
        "agreement",
        key("id"),
        to("forum", "forum_id", null=True),
        text("number"),
        code("kind"),
        json("title"),
        day("signed_on", null=True),
        to("item", "item_id", null=True),
        to("act", "act_id", null=True),
        json("resolution"),
        number("position"),
        prose("notes"),
        number("version"),
        index=(
            "act_id",
            "forum_id",
            "item_id",
        ),
    )
    table(
        "agreement_party",
        key("id"),
        to("agreement", "agreement_id"),
        to("institution", "institution_id", null=True),
        to("person", "person_id", null=True),
        number("position", "version"),
        index=(
            "agreement_id",
            "institution_id",
            "person_id",
        ),
    )
    table(
        "appointment",
        key("id"),
        to("forum", "forum_id", null=True),
        text("number"),
        code("kind"),
        to("person", "person_id", null=True),
        to("institution", "institution_id", null=True),
        json("title"),
        day("since", "until", "issued_on", null=True),
        to("item", "item_id", null=True),
        to("act", "act_id", null=True),
        text("presenter"),
        json("resolution"),
        flag("handed_over"),
        number("position"),
        prose("notes"),
        number("version"),
        index=(
            "act_id",
            "forum_id",
            "institution_id",
            "item_id",
            "person_id",
        ),
    )


def _approvals() -> None:
    table(
        "approval",
        key("id"),
        to("forum", "forum_id"),
        code("kind"),
        json("authority"),
        text("reference"),
        day("approved_on", null=True),
        json("title"),
        day("starts_on", "ends_on", null=True),
        json("venue"),
        json("numbers", "listed", null=True),
        prose("conditions"),
        number("position"),
        prose("notes"),
        number("version"),
        index=("forum_id",),
    )


def _mail() -> None:
    table(
        "mail_round",
        key("id", "forum_id"),
        code("kind"),
        json("subject", "body"),
        instant("made_at"),
        text("made_by"),
        number("version"),
        index=("forum_id",),
    )
    table(
        "outbox_message",
        key("id", "forum_id", "round_id"),
        key("participant_id", null=True),
        code("kind"),
        text("method", "to_name", "to_mailbox"),
        prose("subject", "words"),
        text("message_id"),
        json("tells"),
        bytes_("content", null=True),
        code("state"),
        text("account"),
        number("attempts", "position"),
        instant("queued_at"),
        instant("next_at", "settled_at", null=True),
        number("code", null=True),
        prose("answer"),
        number("version"),
        unique=("message_id",),
        index=(
            "forum_id,participant_id",
            "round_id",
            "state",
        ),
    )


def _answers() -> None:
    table(
        "received_reply",
        key("id", "forum_id"),
        key("participant_id", "session_id", null=True),
        prose("uid"),
        code("participation", null=True),
        prose("comment", "from_mailbox"),
        number("sequence"),
        instant("stamped_at", null=True),
        instant("received_at"),
        text("source"),
        code("verdict"),
        text("settled_by"),
        number("version"),
        index=("forum_id,participant_id,session_id",),
    )
    table(
        "minor_change",
        key("id"),
        to("forum", "forum_id"),
        key("session_id"),
        text("fingerprint", "reason"),
        number("version"),
        unique=("session_id,fingerprint",),
        index=(
            "forum_id",
            "session_id",
        ),
    )


def _more_about_guests() -> None:
    _add("consular_guest", day("notified_on", null=True), code("diplomatic_rank", "status", null=True))
    _add_filled("consular_guest", "{}", json("title"))
    _add_filled("consular_guest", "0", number("companions"))
    _add_filled("consular_guest", "", text("plate", "interpreting"))
    _add_reference("consular_guest", "stands_for_id", "consular_guest")
    _add_filled("consular_post", "consulate_general", code("kind"))
    _add_filled("consular_post", "{}", json("district", "address"))
    _add_filled("consular_post", "", text("phone", "email"))
    _add("delegation", day("confirmed_on", null=True))
    _add_filled("delegation", "", text("contact", "contact_language"))
    _add_filled("delegation", "{}", json("hotel"))


def _more_about_people() -> None:
    _add("forum", json("protocol", "words", null=True))
    _add_filled("institution", "", text("logo"))
    _add_filled("person", "", text("photo"))
    _add("post", day("until", null=True))
    _add("participant", code("protocol_group", "protocol_level", "contact_by", null=True))
    _add_reference("participant", "stands_for_id", "participant")


def _add(name: str, *columns: list[sa.Column[Any]]) -> None:
    for column in (column for group in columns for column in group):
        op.add_column(name, column)


def _add_filled(name: str, default: str, columns: list[sa.Column[Any]]) -> None:
    """Add columns that may not be empty: rows that exist take the default, which then goes."""
    for column in columns:
        column.server_default = sa.DefaultClause(default)
        op.add_column(name, column)
    with op.batch_alter_table(name, schema=None) as batch_op:
        for column in columns:
            batch_op.alter_column(column.name, server_default=None)


def _add_reference(name: str, column: str, other: str) -> None:
    with op.batch_alter_table(name, schema=None) as batch_op:
        batch_op.add_column(sa.Column(column, sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f(f"ix_{name}_{column}"), [column], unique=False)
        batch_op.create_foreign_key(
            batch_op.f(f"fk_{name}_{column}"), other, [column], ["id"], initially="DEFERRED", deferrable=True
        )
