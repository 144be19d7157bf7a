"""Verbs of older steps: what one changed, what was removed, taking one back alone, bringing back."""

import argparse

import msgspec

from forumplanner.cli import output
from forumplanner.cli.opened import local_time, opened
from forumplanner.domain.history import sentence
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.queries import history
from forumplanner.snapshots.history import Change, EntryChange, StepDetail


def show_step(given: argparse.Namespace) -> int:
    """What one step changed, from before to after. Raises `NoSuchStep`."""
    with opened(given.file) as store, store.read() as db:
        found = history.detail(db, given.step)
        words = history.load(db, limit=None).steps
    if given.json:
        output.print_json(msgspec.to_builtins(found))
        return 0
    tag = interface_language()
    for line in words:
        if line.id == given.step:
            output.say(f"{line.id:>6}  {local_time(line.at)}  {line.actor}  {line.sentence[tag]}")
    _tell(found)
    return 0


def show_removed(given: argparse.Namespace) -> int:
    """What was removed and can be brought back, the newest first."""
    with opened(given.file) as store, store.read() as db:
        removed = history.load(db, limit=1).removed
    if given.json:
        output.print_json(msgspec.to_builtins(removed))
        return 0
    for thing in removed:
        entries = ngettext("{n} entry", "{n} entries", thing.entries)
        what = thing.called[interface_language()]
        output.say(f"{thing.step:>6}  {local_time(thing.at)}  {thing.actor}  {what} ({entries})")
    if not removed:
        output.say_error(_("Nothing that was removed is waiting to be brought back."))
    return 0


def undo_step(given: argparse.Namespace) -> int:
    """Take back one step alone. Raises `UndoRefused`, `NoSuchStep`."""
    with opened(given.file, writable=True) as store:
        made = store.undo_step(given.step)
    output.say(sentence(made.kind, made.values, interface_language()))
    return 0


def bring_back(given: argparse.Namespace) -> int:
    """Put in again what a step removed. Raises `BringBackRefused`, `NoSuchStep`."""
    with opened(given.file, writable=True) as store:
        made = store.bring_back(given.step)
    output.say(sentence(made.kind, made.values, interface_language()))
    return 0


def _tell(found: StepDetail) -> None:
    tag = interface_language()
    for entry in found.entries:
        output.say(f"        {_said(entry, tag)}")
        for field in entry.fields:
            before, after = field.before[tag] or _("empty"), field.after[tag] or _("empty")
            output.say(f"            {field.field[tag]}: {before} → {after}")
    if found.more:
        output.say("        " + ngettext("and {n} more entry", "and {n} more entries", found.more))


def _said(entry: EntryChange, tag: str) -> str:
    match entry.change:
        case Change.ADDED:
            return _("Added: {what}", what=entry.called[tag])
        case Change.REMOVED:
            return _("Removed: {what}", what=entry.called[tag])
        case _:
            return entry.called[tag]
