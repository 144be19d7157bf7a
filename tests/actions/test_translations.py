"""Texts are written, confirmed and filled wherever they stand, each in one step that can be taken back."""

import uuid

import pytest

import factories as make
from forumplanner.actions import translations
from forumplanner.actions.found import NoLongerThere
from forumplanner.actions.sessions import remove_session
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import ForumId, SessionId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.letters import UnknownField
from forumplanner.domain.text import LocalizedText
from forumplanner.queries import completeness
from forumplanner.records import ConsularGuest, ConsularPost, Forum
from forumplanner.snapshots.completeness import Completeness, TextKind, TextRef
from forumplanner.store import Store
from planner_file import Filling

STALE = LocalizedText.of(zh_Hans="开幕", en="Opening").edited("zh-Hans", "开幕式")


@pytest.fixture
def forum_id(filling: Filling) -> ForumId:
    """A forum with a title pair, an item in Chinese only whose twin is complete, and two titles due for review."""
    with filling() as db:
        forum = make.make_forum(db)
        session = make.make_session(db, forum)
        session.title = STALE
        part = make.make_part(db, session)
        make.make_item(db, part, "区域协作", "Regional cooperation", position=0)
        make.make_item(db, part, "区域协作", position=1)
        make.make_item(db, part, "流域水质", position=2)
        make.make_room(db, forum).name = STALE
        person = make.make_person(db, "沈砚秋", "Shen Yanqiu", title=LocalizedText.of(zh_Hans="院长、教授"))
        make.make_participant(db, forum, person)
        return ForumId(forum.id)


def read(store: Store, forum_id: ForumId) -> Completeness:
    with store.read() as db:
        return completeness.load(db, forum_id=forum_id)


def open_texts(found: Completeness) -> list[tuple[TextKind, tuple[str, ...], tuple[str, ...]]]:
    return [(gap.kind, gap.text.texts, gap.suggestions) for gap in found.gaps]


def test_gaps_are_listed_with_what_the_file_and_the_field_suggest(store: Store, forum_id: ForumId) -> None:
    found = read(store, forum_id)

    assert open_texts(found) == [
        (TextKind.SESSION, ("开幕式", "Opening"), ("", "")),
        (TextKind.ITEM, ("区域协作", ""), ("", "Regional cooperation")),
        (TextKind.ITEM, ("流域水质", ""), ("", "")),
        (TextKind.ROOM, ("开幕式", "Opening"), ("", "")),
        (TextKind.POST, ("院长、教授", ""), ("", "Dean, Professor")),
    ]
    assert {tally.kind: (tally.total, tally.missing, tally.review) for tally in found.tallies} == {
        TextKind.FORUM: (3, 0, 0),
        TextKind.SESSION: (1, 0, 1),
        TextKind.ITEM: (3, 2, 0),
        TextKind.ROOM: (1, 0, 1),
        TextKind.POST: (1, 1, 0),
    }
    assert found.whole == (4, 9)


def test_an_entry_of_a_list_is_written_in_its_place(store: Store, forum_id: ForumId) -> None:
    ref = TextRef("forum", str(forum_id), "titles", 0)

    translations.write_text(store, ref=ref, tag="en", text="Yunling Forum")

    (gap,) = [gap for gap in read(store, forum_id).gaps if gap.ref == ref]
    assert (gap.text.texts, gap.text.review) == (("云岭国际医学教育论坛", "Yunling Forum"), (True, False))
    assert sentence(store.history()[0].kind, store.history()[0].values, "en") == ("Wrote “Yunling Forum” in English")


def test_writing_what_stands_there_is_no_step(store: Store, forum_id: ForumId) -> None:
    before = store.head()

    translations.write_text(store, ref=TextRef("forum", str(forum_id), "city"), tag="en", text=" Kunming ")

    assert store.head() == before


def test_all_of_a_kind_are_confirmed_in_one_step(store: Store, forum_id: ForumId) -> None:
    due = [gap.ref for gap in read(store, forum_id).gaps if not gap.missing]

    assert translations.confirm_texts(store, refs=due) == 2

    assert [gap for gap in read(store, forum_id).gaps if not gap.missing] == []
    store.undo()
    assert len([gap for gap in read(store, forum_id).gaps if not gap.missing]) == 2


def test_suggestions_fill_gaps_and_leave_nothing_to_review(store: Store, forum_id: ForumId) -> None:
    fills = [(gap.ref, "en", gap.suggestions[1]) for gap in read(store, forum_id).gaps if gap.suggested]

    assert translations.fill_texts(store, fills=fills) == 2

    assert [texts for _kind, texts, _offers in open_texts(read(store, forum_id))] == [
        ("开幕式", "Opening"),
        ("流域水质", ""),
        ("开幕式", "Opening"),
    ]


def test_a_side_that_was_filled_meanwhile_is_left_alone(store: Store, forum_id: ForumId) -> None:
    gap = next(gap for gap in read(store, forum_id).gaps if gap.suggested)
    translations.write_text(store, ref=gap.ref, tag="en", text="Working across borders")

    assert translations.fill_texts(store, fills=[(gap.ref, "en", gap.suggestions[1])]) == 0


def test_what_was_removed_meanwhile_is_named_or_passed_over(store: Store, forum_id: ForumId) -> None:
    session = next(gap.ref for gap in read(store, forum_id).gaps if gap.ref.table == "session")
    remove_session(store, session_id=SessionId(uuid.UUID(session.id)))

    with pytest.raises(NoLongerThere):
        translations.write_text(store, ref=session, tag="en", text="Opening ceremony")
    assert translations.confirm_texts(store, refs=[session]) == 0
    assert store.history()[0].kind == StepKind.REMOVE_SESSION


def kept(store: Store, forum_id: ForumId) -> dict[str, dict[str, str]] | None:
    with store.read() as db:
        return db.get_one(Forum, forum_id).words


def spoken(filling: Filling, words: dict[str, dict[str, str]], forum_id: ForumId) -> None:
    with filling() as db:
        db.get_one(Forum, forum_id).words = words


def test_a_usual_word_beside_an_own_one_is_confirmed_as_it_stands(
    store: Store, filling: Filling, forum_id: ForumId
) -> None:
    spoken(filling, {"organiser.host": {"zh-Hans": "主办高校"}}, forum_id)
    ref = TextRef("forum", str(forum_id), "words", code="organiser.host")

    assert translations.confirm_texts(store, refs=[ref]) == 1

    assert kept(store, forum_id) == {"organiser.host": {"zh-Hans": "主办高校", "en": "Hosted by"}}
    assert TextKind.WORDS not in {gap.kind for gap in read(store, forum_id).gaps}
    store.undo()
    assert kept(store, forum_id) == {"organiser.host": {"zh-Hans": "主办高校"}}


def test_own_words_are_written_beside_the_others_and_named_in_the_history(
    store: Store, filling: Filling, forum_id: ForumId
) -> None:
    others = {"country.VN": {"en": "Viet Nam"}}
    spoken(filling, {**others, "organiser.host": {"zh-Hans": "主办高校"}}, forum_id)
    ref = TextRef("forum", str(forum_id), "words", code="organiser.host")

    translations.write_text(store, ref=ref, tag="en", text="Host Universities")

    assert kept(store, forum_id) == {**others, "organiser.host": {"zh-Hans": "主办高校", "en": "Host Universities"}}
    assert sentence(store.history()[0].kind, store.history()[0].values, "en") == "Wrote “Hosted by” in English"


def test_a_letter_with_a_field_that_does_not_exist_is_refused(
    store: Store, filling: Filling, forum_id: ForumId
) -> None:
    code = "letter.consular_invitation"
    spoken(filling, {code: {"zh-Hans": "邀请函"}}, forum_id)
    ref = TextRef("forum", str(forum_id), "words", code=code)

    with pytest.raises(UnknownField):
        translations.write_text(store, ref=ref, tag="en", text="Dear {nobody}")

    assert kept(store, forum_id) == {code: {"zh-Hans": "邀请函"}}


def test_texts_of_the_guest_side_are_filled_from_the_glossary_and_taken_back(
    store: Store, filling: Filling, forum_id: ForumId
) -> None:
    with filling() as db:
        post = ConsularPost(country="LA", name=LocalizedText.of(zh_Hans="老挝总领事馆", en="Consulate-General of Laos"))
        db.add(post)
        db.flush()
        guest = ConsularGuest(forum_id=forum_id, consular_post_id=post.id, title=LocalizedText.of(zh_Hans="院长、教授"))
        db.add(guest)
    (gap,) = [gap for gap in read(store, forum_id).gaps if gap.kind is TextKind.CONSULAR_GUEST]

    assert translations.fill_texts(store, fills=[(gap.ref, "en", gap.suggestions[1])]) == 1

    assert TextKind.CONSULAR_GUEST not in {gap.kind for gap in read(store, forum_id).gaps}
    store.undo()
    assert gap in read(store, forum_id).gaps
