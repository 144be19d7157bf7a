"""The rules of the schema that undo relies on, asserted over every table."""

import pytest
from sqlalchemy import JSON, Boolean, DateTime, LargeBinary, Table, TypeDecorator, UniqueConstraint, Uuid, inspect
from sqlalchemy.orm import Mapper

from forumplanner.records import NOT_JOURNALLED, Base
from forumplanner.records.base import Utc

MAPPERS = sorted(Base.registry.mappers, key=lambda mapper: mapper.class_.__name__)
TABLES = sorted(Base.metadata.tables.values(), key=lambda table: table.name)
JOURNALLED = [table for table in TABLES if table.name not in NOT_JOURNALLED]

IDENTITIES = {
    ("badge", "token"),
    ("acknowledgement", "forum_id,finding"),
    ("badge", "forum_id,number"),
    ("check_setting", "forum_id,kind"),
    ("forum", "slug"),
    ("distinct_pair", "first_id,second_id"),
    ("material", "participant_id,kind"),
    ("minor_change", "session_id,fingerprint"),
    ("participant", "forum_id,person_id"),
    ("release", "forum_id,name"),
    ("session_room", "session_id,room_id"),
}
"""What is UNIQUE: identity only. A place in an order never is, or two desks could not append at once."""


def named(thing: Table | Mapper[object]) -> str:
    return thing.name if isinstance(thing, Table) else thing.class_.__name__


def test_there_is_something_to_check() -> None:
    assert len(JOURNALLED) >= 18
    assert {table.name for table in TABLES} >= NOT_JOURNALLED


@pytest.mark.parametrize("table", JOURNALLED, ids=named)
def test_keys_are_uuids_that_the_program_makes(table: Table) -> None:
    (key,) = table.primary_key.columns

    assert isinstance(key.type, Uuid)
    assert key.default is not None
    assert key.server_default is None


@pytest.mark.parametrize("table", JOURNALLED, ids=named)
def test_every_row_has_a_version(table: Table) -> None:
    assert not table.columns["version"].nullable


@pytest.mark.parametrize("mapper", MAPPERS, ids=named)
def test_the_version_is_the_optimistic_lock(mapper: Mapper[object]) -> None:
    table = mapper.local_table
    assert isinstance(table, Table)
    if table in JOURNALLED:
        assert mapper.version_id_col is table.columns["version"]


@pytest.mark.parametrize("table", TABLES, ids=named)
def test_references_wait_for_commit_and_never_act(table: Table) -> None:
    for reference in table.foreign_key_constraints:
        assert (reference.deferrable, reference.initially) == (True, "DEFERRED"), reference
        assert (reference.ondelete, reference.onupdate) == (None, None), reference


@pytest.mark.parametrize("mapper", MAPPERS, ids=named)
def test_no_table_is_written_behind_a_relationships_back(mapper: Mapper[object]) -> None:
    for relationship in inspect(mapper).relationships:
        assert relationship.secondary is None, relationship
    assert mapper.single is False
    assert mapper.inherits is None


@pytest.mark.parametrize("table", JOURNALLED, ids=named)
def test_the_database_computes_and_defaults_nothing(table: Table) -> None:
    for column in table.columns:
        assert column.computed is None, column
        assert column.identity is None, column
        assert column.server_default is None, column
        assert column.server_onupdate is None, column


@pytest.mark.parametrize("table", TABLES, ids=named)
def test_json_keeps_nothing_as_null(table: Table) -> None:
    for column in table.columns:
        kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
        if isinstance(kind, JSON):
            assert kind.none_as_null, column


@pytest.mark.parametrize("table", JOURNALLED, ids=named)
def test_the_journal_never_has_to_keep_a_file(table: Table) -> None:
    assert [column for column in table.columns if isinstance(column.type, LargeBinary)] == []


@pytest.mark.parametrize("table", TABLES, ids=named)
def test_times_have_a_zone(table: Table) -> None:
    for column in table.columns:
        if isinstance(column.type, DateTime) or getattr(column.type, "impl", None) is DateTime:
            assert isinstance(column.type, Utc), column


@pytest.mark.parametrize("table", TABLES, ids=named)
def test_truth_values_are_never_unknown(table: Table) -> None:
    for column in table.columns:
        if isinstance(column.type, Boolean):
            assert not column.nullable, column


def test_only_identity_is_unique() -> None:
    constraints = {
        (table.name, ",".join(column.name for column in rule.columns))
        for table in JOURNALLED
        for rule in table.constraints
        if isinstance(rule, UniqueConstraint)
    }
    indexes = {index for table in JOURNALLED for index in table.indexes if index.unique}

    assert constraints == IDENTITIES
    assert indexes == set()


@pytest.mark.parametrize("table", JOURNALLED, ids=named)
def test_names_fit_into_the_journal(table: Table) -> None:
    columns = Base.metadata.tables["journal_row"].columns

    assert len(table.name) <= columns["table_name"].type.length  # type: ignore[attr-defined]  # a String
