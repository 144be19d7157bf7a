"""What to know before a ceremony's papers are printed: stale names, missing words, names nobody knows how to say."""

from collections.abc import Iterator

from forumplanner.documents.setting import Setting
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.languages import language_name
from forumplanner.i18n import nearest
from forumplanner.snapshots.running_order import RunningItem, RunningPerson, RunningSession


def inspect(setting: Setting, session: RunningSession) -> None:
    """Note everything about one session."""
    for item in session.items:
        where = place_of(setting, session, item)
        for name in item.stale:
            setting.inspection.note(Trouble.STALE_NAME, where, name)
        title = setting.best(item.title) or setting.best(item.kind_label)
        spot = f"{setting.best(session.title)} {item.number}"
        for tongue in setting.tongues:
            language = language_name(tongue.tag)[nearest(setting.tongues[0].tag)]
            if not item.words[tongue.place]:
                setting.inspection.note(Trouble.MISSING_WORDS, spot, title, language)
            elif item.lagging[tongue.place]:
                setting.inspection.note(Trouble.ONE_SIDED, spot, title, language)
    for person in _people(session):
        where = setting.best(session.title)
        name = setting.best(person.names) or person.shown
        if person.abroad and not person.pronunciation:
            setting.inspection.note(Trouble.MISSING_SOUND, where, name)
        if person.provisional:
            setting.inspection.note(Trouble.UNCONFIRMED, where, name)


def place_of(setting: Setting, session: RunningSession, item: RunningItem) -> str:
    """Where something is amiss: session, number and title of the item."""
    title = setting.best(item.title) or setting.best(item.kind_label)
    return f"{setting.best(session.title)} {item.number} {title}"


def _people(session: RunningSession) -> Iterator[RunningPerson]:
    """Everybody who is called by name."""
    for item in session.items:
        yield from (person for person in item.people if not person.institution and not person.placeholder)
