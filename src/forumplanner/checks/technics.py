"""Checks of technics: video addresses without a file or link, items whose interpretation nobody has arranged."""

from collections.abc import Iterator

from forumplanner.checks.facts import Facts, TimedItem, TimedPart, TimedSession
from forumplanner.checks.wording import finding, item_name, listed, session_called, session_name, session_subject
from forumplanner.domain.kinds import Interpretation, ItemKind, Mode, Role
from forumplanner.i18n import count_localized, localized
from forumplanner.snapshots.checks import CheckedItem
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Subject, SubjectKind


def videos(facts: Facts) -> Iterator[Finding]:
    """Video addresses, and items in which somebody appears by recording, for which there is neither file nor link."""
    for timed in facts.sessions:
        for part in timed.parts:
            for row in part.items:
                item = row.item
                if not item.media and not item.url and _is_video(item):
                    yield _video(timed, row)


def _is_video(item: CheckedItem) -> bool:
    return item.kind is ItemKind.VIDEO_ADDRESS or any(a.mode is Mode.VIDEO for a in item.appearances)


def _video(timed: TimedSession, row: TimedItem) -> Finding:
    name = item_name(row.item)
    return finding(
        FindingKind.VIDEO_WITHOUT_FILE,
        [Subject(SubjectKind.ITEM, row.item.id, name, row.start, row.end), session_subject(timed.session)],
        title=localized("“{item}” has no video file yet", item=name),
        message=localized(
            "“{item}” in {session} is shown as a video, but no file or link is entered.",
            item=name,
            session=session_called(timed.session),
        ),
        remedy=localized("Ask for the file, check that it plays, and enter its name or link."),
        place=Place(Page.PROGRAMME, row.item.id),
        facts=(row.item.kind,),
    )


def interpretation(facts: Facts) -> Iterator[Finding]:
    """Sessions with items to be interpreted by nobody.

    Consecutive interpretation needs an interpreter in the item or its part, simultaneous one an interpreter or a
    channel. One finding a session.
    """
    for timed in facts.sessions:
        open_ = [row for part in timed.parts for row in part.items if _is_open(part, row.item)]
        if open_:
            yield _interpretation(timed, open_)


def _is_open(part: TimedPart, item: CheckedItem) -> bool:
    if item.interpretation is Interpretation.NONE:
        return False
    if item.channel and item.interpretation is Interpretation.SIMULTANEOUS:
        return False
    return all(a.role is not Role.INTERPRETER for a in (*item.appearances, *part.part.appearances))


def _interpretation(timed: TimedSession, rows: list[TimedItem]) -> Finding:
    return finding(
        FindingKind.INTERPRETATION_OPEN,
        [
            session_subject(timed.session),
            *(Subject(SubjectKind.ITEM, row.item.id, item_name(row.item), row.start, row.end) for row in rows),
        ],
        key=(timed.session.id,),
        title=count_localized(
            "{session}: {n} item without an interpreter",
            "{session}: {n} items without an interpreter",
            len(rows),
            session=session_name(timed.session),
        ),
        message=localized(
            "To be interpreted in {session}, by nobody yet: {list}.",
            session=session_called(timed.session),
            list=listed([localized("“{item}”", item=item_name(row.item)) for row in rows]),
        ),
        remedy=localized("Name an interpreter, or enter the channel of simultaneous interpretation."),
        place=Place(Page.PROGRAMME, rows[0].item.id),
        facts=[f"{row.item.id} {row.item.interpretation}" for row in rows],
    )
