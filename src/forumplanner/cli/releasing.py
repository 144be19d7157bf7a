"""Verbs of releases: issuing one, listing them, what changed between two."""

import argparse
from pathlib import Path

from forumplanner.actions.releases import issue_release
from forumplanner.changes import compare, text_to_paste
from forumplanner.cli import output
from forumplanner.cli.opened import chosen_forum, local_time, opened
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import ReleaseKind
from forumplanner.domain.labels import label
from forumplanner.domain.releases import next_name
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.files import write_atomically
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.queries import change_notice, releases
from forumplanner.snapshots.changes import Change, Comparison


def release(given: argparse.Namespace) -> int:
    """Issue the programme as it stands. Raises `NotPossible`, `ForumNotChosen`, and what the store raises."""
    kind = ReleaseKind(given.kind)
    with opened(given.file, writable=True) as store:
        forum = ForumId(chosen_forum(store, given.forum).key)
        with store.read() as db:
            lines = releases.listed(db, forum_id=forum)
        name = given.name or next_name([(line.name, line.kind) for line in reversed(lines)], kind)
        issue_release(store, forum_id=forum, name=name, kind=kind, note=_note(given.note), minor=given.minor)
    output.say(_("Issued the programme as {name} ({kind}).", name=name, kind=label(kind, interface_language())))
    return 0


def _note(text: str) -> LocalizedText:
    """A note is in Chinese where it has a Han character."""
    han = any("\u4e00" <= sign <= "\u9fff" for sign in text)
    return LocalizedText.of({ZH if han else EN: text})


def releases_(given: argparse.Namespace) -> int:
    """Name, kind, when, by whom; newest first."""
    with opened(given.file) as store:
        forum = ForumId(chosen_forum(store, given.forum).key)
        with store.read() as db:
            lines = releases.listed(db, forum_id=forum)
    if given.json:
        keys = ("name", "issued_by", "replaces", "step", "kept")
        output.print_json(
            [
                {key: getattr(line, key) for key in keys}
                | {"kind": line.kind.value, "issued_at": line.issued_at.isoformat(), "note": list(line.note)}
                for line in lines
            ]
        )
        return 0
    for line in lines:
        kind = label(line.kind, interface_language())
        note = next(filter(None, line.note), "")
        output.say("  ".join(filter(None, (f"{line.name:<6}", local_time(line.issued_at), kind, line.issued_by, note))))
    if not lines:
        output.say_error(_("No release has been issued yet."))
    return 0


def changes(given: argparse.Namespace) -> int:
    """What changed, as text to paste or JSON; the change notice as PDF or for Word. Raises `NoSuchRelease`."""
    with opened(given.file) as store:
        forum = ForumId(chosen_forum(store, given.forum).key)
        with store.read() as db:
            notice = change_notice.load(db, forum_id=forum, old=given.old, new=given.new)
    comparison = compare(notice.old.programme, notice.new.programme, minor=notice.minor)
    if given.pdf:
        from forumplanner.documents.change_notice import change_notice as printing  # noqa: PLC0415 - loads what prints

        write_atomically(Path(given.pdf), printing(notice).pdf)
    if given.docx:
        from forumplanner.documents.change_notice.word import change_notice_document  # noqa: PLC0415 - as above

        write_atomically(Path(given.docx), change_notice_document(notice))
    if given.json:
        output.print_json(_as_json(comparison))
        return 0
    output.say(text_to_paste(comparison, old=notice.old.name, new=notice.new.name, title=notice.short_title))
    if minor := comparison.minor():
        output.say_error(ngettext("{n} minor change is not listed.", "{n} minor changes are not listed.", len(minor)))
    return 0


def _as_json(comparison: Comparison) -> dict[str, object]:
    return {
        "languages": list(comparison.languages),
        "groups": [
            {
                "session": group.session,
                "title": list(group.title),
                "day": group.day.isoformat() if group.day else None,
                "changes": [_change(change) for change in group.changes],
            }
            for group in comparison.groups
        ],
    }


def _change(change: Change) -> dict[str, object]:
    texts = {key: list(getattr(change, key)) for key in ("what", "was", "now")}
    return {"id": change.id, "kind": change.kind.value, "minor": change.minor, **texts}
