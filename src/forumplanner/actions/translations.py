"""What a secretary does with texts in several languages: write a side, confirm, take suggestions."""

import uuid
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NoLongerThere, found, titled
from forumplanner.domain import own_words
from forumplanner.domain.history import by_language
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.languages import language_name
from forumplanner.domain.letter_templates import TEMPLATES
from forumplanner.domain.letters import require_known_fields
from forumplanner.domain.protocol import ProtocolRules
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.records import (
    Act,
    Agreement,
    Appearance,
    Appointment,
    Base,
    ConsularGuest,
    ConsularPost,
    Delegation,
    Forum,
    Institution,
    Item,
    LedgerEntry,
    OfficeTerm,
    Part,
    Post,
    Room,
    Session,
    Track,
)
from forumplanner.snapshots.completeness import TextRef
from forumplanner.store import Store

_RECORDS: Final[dict[str, type[Base]]] = {
    record.__tablename__: record
    for record in (
        Act,
        Agreement,
        Appearance,
        Appointment,
        ConsularGuest,
        ConsularPost,
        Delegation,
        Forum,
        Institution,
        Item,
        LedgerEntry,
        OfficeTerm,
        Part,
        Post,
        Room,
        Session,
        Track,
    )
}


def write_text(store: Store, *, ref: TextRef, tag: str, text: str) -> None:
    """Write one side of a text.

    Raises `NoLongerThere` where what it belonged to was removed, `UnknownField` for a field that letters don't have.
    """
    if ref.code in TEMPLATES:
        require_known_fields(text)
    with store.read() as db:
        before = _text(db, ref)
    after = before.edited(tag, text)
    if after == before:
        return
    language = language_name(tag)
    spoken = by_language("language", zh=language[ZH], en=language[EN])
    with store.step(StepKind.WRITE_TRANSLATION, **_called(ref, after), **spoken) as db:
        _change(db, ref, lambda now: now.edited(tag, text))


def confirm_texts(store: Store, *, refs: Sequence[TextRef]) -> int:
    """Declare every side of these texts right as it stands, in one step; gives how many there were."""
    return _each(store, StepKind.CONFIRM_TRANSLATIONS, ((ref, _confirmed) for ref in refs))


def fill_texts(store: Store, *, fills: Sequence[tuple[TextRef, str, str]]) -> int:
    """Write (text, language, wording) in one step; a side that somebody filled meanwhile stays as it is."""

    def filling(tag: str, wording: str) -> Callable[[LocalizedText], LocalizedText]:
        return lambda now: now if now.get(tag) else now.edited(tag, wording)

    return _each(store, StepKind.FILL_TRANSLATIONS, ((ref, filling(tag, wording)) for ref, tag, wording in fills))


def _each(
    store: Store, kind: StepKind, changes: Iterable[tuple[TextRef, Callable[[LocalizedText], LocalizedText]]]
) -> int:
    wanted = list(changes)
    with store.read() as db:
        due = [(ref, change) for ref, change in wanted if _differs(db, ref, change)]
    if due:
        with store.step(kind, count=len(due)) as db:
            for ref, change in due:
                _change(db, ref, change)
    return len(due)


def _differs(db: Db, ref: TextRef, change: Callable[[LocalizedText], LocalizedText]) -> bool:
    """False also where it was removed meanwhile: of many texts the others are still wanted."""
    try:
        now = _text(db, ref)
    except NoLongerThere:
        return False
    return change(now) != now


def _confirmed(text: LocalizedText) -> LocalizedText:
    for tag in text:
        text = text.confirmed(tag)
    return text


def _record(db: Db, ref: TextRef) -> Base:
    return found(db, _RECORDS[ref.table], uuid.UUID(ref.id))


def _called(ref: TextRef, text: LocalizedText) -> dict[str, str]:
    """A forum's own words by what they are called: a letter is too long for a line of the history."""
    if not ref.code:
        return titled(text)
    name = own_words.called(ref.code)
    return by_language("title", zh=name[ZH], en=name[EN])


def _text(db: Db, ref: TextRef) -> LocalizedText:
    record = _record(db, ref)
    if ref.code and isinstance(record, Forum):
        return own_words.own_text(record.words, ref.code, record.languages, ProtocolRules.of(record.protocol))
    value = getattr(record, ref.column)
    text: LocalizedText = value if ref.index < 0 else value[ref.index]
    return text


def _change(db: Db, ref: TextRef, change: Callable[[LocalizedText], LocalizedText]) -> None:
    record, before = _record(db, ref), _text(db, ref)
    after = change(before)
    if ref.code and isinstance(record, Forum):
        others = {code: texts for code, texts in (record.words or {}).items() if code != ref.code}
        kept = own_words.kept_words(record.words, ref.code, before, after)
        record.words = {**others, **({ref.code: kept} if kept else {})} or None
    elif ref.index < 0:
        setattr(record, ref.column, after)
    else:
        value = getattr(record, ref.column)
        setattr(record, ref.column, (*value[: ref.index], after, *value[ref.index + 1 :]))
