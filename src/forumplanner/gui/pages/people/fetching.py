"""What the page People reads of the file: the list, one card, and what its tabs show."""

from dataclasses import replace

from forumplanner import i18n
from forumplanner.domain.contacts import About
from forumplanner.domain.ids import ForumId
from forumplanner.domain.text import ZH
from forumplanner.gui import doing, reading, texting
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.people.table import by_latin, by_pinyin, shown_name
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries import contacts, correspondence, directory, took_part
from forumplanner.queries import people as query
from forumplanner.snapshots.contacts import NoteLine
from forumplanner.snapshots.correspondence import Correspondence
from forumplanner.snapshots.people import People, PersonCard
from forumplanner.snapshots.took_part import TookPart
from forumplanner.store import Store


def read_people(store: Store, forum_id: ForumId, *, everybody: bool, chinese: bool) -> People:
    """The forum's people, with `everybody` those of the file too, in the order that the reader's language asks for."""
    with store.read() as db:
        people = query.load(db, forum_id=forum_id)
        others = directory.elsewhere(db, forum_id=forum_id) if everybody else ()
    if not others and not chinese:
        return people
    order = by_pinyin if chinese else by_latin
    return replace(people, lines=order((*people.lines, *others)))


def read_card(frame: Frame, participant_id: str) -> PersonCard | None:
    """One person in full; None where the participant is gone."""
    with frame.store.read() as db:
        return query.card(db, participant_id=doing.participant_id(participant_id))


def read_roles(frame: Frame, person_id: str) -> tuple[TookPart, ...]:
    """The forums that somebody took part in."""
    with frame.store.read() as db:
        return took_part.load(db, person_id=doing.person_id(person_id), tag=i18n.interface_language())


def read_log(frame: Frame, participant_id: str) -> tuple[NoteLine, ...]:
    """What was noted about contacts with somebody here."""
    about = About.participant(doing.participant_id(participant_id))
    with frame.store.read() as db:
        return contacts.notes_of(db, forum_id=frame.forum_id, about=[about])


def read_mail(frame: Frame, participant_id: str) -> Correspondence:
    """What somebody was told here, and what they answered."""
    key = doing.participant_id(participant_id)
    with frame.store.read() as db:
        return correspondence.load(db, forum_id=frame.forum_id, participant_id=key)


def is_chinese() -> bool:
    """Whether the reader looks people up by pinyin."""
    return i18n.interface_language() == ZH


def said_facts(shown: int, total: int) -> str:
    """How many there are and how many of them are shown."""
    people = ngettext("{n} person", "{n} people", total).replace(str(total), texting.number(total))
    return people if shown == total else _("{people} · {n} shown", people=people, n=texting.number(shown))


def twins(people: People) -> dict[str, str]:
    """Names in the list, with the line that says whose they are."""
    found: dict[str, str] = {}
    for row in people.lines:
        if row.here:
            line = " · ".join(filter(None, (shown_name(row), reading.line(row.institution, people.languages))))
            found.update({name: line for name in (row.name.zh, row.name.latin) if name})
    return found
