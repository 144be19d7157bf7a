"""Texts of mails that a forum writes itself: kept by language, undone, given back, refused with an unknown field."""

import pytest

from factories import make_forum
from forumplanner.actions.mail_texts import UnknownMailField, set_mail_text
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import ForumId
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.mail_templates import FIELDS, NAMES, preset
from forumplanner.domain.templates import unknown_fields
from forumplanner.records import Forum
from forumplanner.store import Store
from planner_file import Filling


@pytest.fixture
def forum(filling: Filling) -> ForumId:
    with filling() as db:
        return ForumId(make_forum(db).id)


def words(store: Store, forum: ForumId) -> dict[str, dict[str, str]]:
    with store.read() as db:
        found = db.get(Forum, forum)
        assert found
        return found.words or {}


def write(store: Store, forum: ForumId, text: str, part: str = "body") -> bool:
    return set_mail_text(store, forum_id=forum, kind=MailKind.PROGRAMME, part=part, tag="en", text=text)


def test_a_text_is_kept_told_and_undone(store: Store, forum: ForumId) -> None:
    assert write(store, forum, "Hello {address},\n\n{programme}\n") is True

    assert words(store, forum) == {"mail.programme.body": {"en": "Hello {address},\n\n{programme}"}}
    step = store.history()[0]
    assert sentence(step.kind, step.values, "en") == "Edited a text of the mails: Own programme"
    store.undo()
    assert words(store, forum) == {}


def test_the_program_s_own_words_take_the_forum_s_back(store: Store, forum: ForumId) -> None:
    write(store, forum, "Your days with us")

    assert write(store, forum, preset(MailKind.PROGRAMME, "body", "en")) is True
    assert write(store, forum, "") is False
    assert words(store, forum) == {}


def test_a_subject_is_one_line(store: Store, forum: ForumId) -> None:
    write(store, forum, "Your days:\n {forum}", part="subject")

    assert words(store, forum) == {"mail.programme.subject": {"en": "Your days: {forum}"}}


def test_a_field_that_mails_lack_is_refused_by_its_name(store: Store, forum: ForumId) -> None:
    with pytest.raises(UnknownMailField, match=r"no field \{room\}"):
        write(store, forum, "In {room}")

    assert words(store, forum) == {}


@pytest.mark.parametrize("kind", MailKind)
def test_every_kind_has_a_name_and_texts_of_known_fields(kind: MailKind) -> None:
    texts = [preset(kind, part, tag) for part in ("subject", "body") for tag in ("zh-Hans", "en")]

    assert all(texts)
    assert all(NAMES[kind])
    assert [name for text in texts for name in unknown_fields(text, FIELDS)] == []
