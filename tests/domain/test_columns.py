"""Every table and field that the history may speak of has its word in both languages."""

from forumplanner.domain.columns import field_word, is_known, table_word
from forumplanner.records import NOT_JOURNALLED, Base


def test_every_kept_field_has_words() -> None:
    tables = {name: table for name, table in Base.metadata.tables.items() if name not in NOT_JOURNALLED}

    unknown = {(n, c.name) for n, table in tables.items() for c in table.columns if not is_known(n, c.name)}

    assert unknown == set()


def test_words_are_spoken_in_the_readers_language() -> None:
    assert (table_word("session", "en"), table_word("session", "zh-CN")) == ("session", "场次")
    assert (field_word("starts_at", "en"), field_word("starts_at", "zh-Hans")) == ("Start", "开始")
