"""Verbs of the file itself: history, undo, redo, verify, backup."""

import argparse
from pathlib import Path

from forumplanner.cli import output, past
from forumplanner.cli.opened import local_time, opened
from forumplanner.domain.history import sentence
from forumplanner.i18n import LANGUAGES, interface_language, ngettext
from forumplanner.i18n import gettext as _
from forumplanner.store import Step, StepMode


def history(given: argparse.Namespace) -> int:
    """Every step, newest first; one step's changes with `--step`, what can be brought back with `--removed`."""
    if given.step or given.removed:
        return past.show_step(given) if given.step else past.show_removed(given)
    with opened(given.file) as store:
        steps = store.history(limit=None)
    if given.json:
        output.print_json([_as_json(step) for step in steps])
        return 0
    for step in steps:
        mark = _(" (taken back)") if step.undone else ""
        output.say(f"{step.id:>6}  {local_time(step.at)}  {step.actor}  {_said(step, interface_language())}{mark}")
    return 0


def undo(given: argparse.Namespace) -> int:
    """Take back the newest step, or the one of `--step` alone. Raises `UndoRefused`, `NoSuchStep`."""
    if given.step:
        return past.undo_step(given)
    with opened(given.file, writable=True) as store:
        step = store.can_undo()
        if step is None or store.undo() is None:
            return _nothing(_("There is nothing to take back."))
    output.say(_("Taken back: {step}", step=_said(step, interface_language())))
    return 0


def redo(given: argparse.Namespace) -> int:
    """Do again what was taken back last. Raises `UndoRefused`."""
    with opened(given.file, writable=True) as store:
        step = store.can_redo()
        if step is None or store.redo() is None:
            return _nothing(_("There is nothing to do again."))
    output.say(_("Done again: {step}", step=_said(step, interface_language())))
    return 0


def verify(given: argparse.Namespace) -> int:
    """Everything that is wrong with the file; 1 where there is anything."""
    with opened(given.file) as store:
        problems = store.verify()
    for problem in problems:
        output.say(problem.sentence(interface_language()))
    if problems:
        output.say_error(ngettext("{n} problem found.", "{n} problems found.", len(problems)))
        return 1
    output.say(_("“{name}” is whole: pages, references, history and kept files agree.", name=Path(given.file).name))
    return 0


def backup(given: argparse.Namespace) -> int:
    """A verified copy of the file. Raises `FileTaken`, `BackupFailed`."""
    copy = Path(given.out)
    with opened(given.file) as store:
        store.backup_to(copy)
    output.say(_("“{name}” is a complete, verified copy.", name=copy.name))
    return 0


def _nothing(said: str) -> int:
    output.say_error(said)
    return 1


def _said(step: Step, tag: str) -> str:
    words = sentence(step.kind, step.values, tag)
    match step.mode:
        case StepMode.UNDO:
            return _("Took back: {step}", step=words)
        case StepMode.REDO:
            return _("Did again: {step}", step=words)
        case _:
            return words


def _as_json(step: Step) -> dict[str, object]:
    return {
        "id": step.id,
        "at": step.at.isoformat(),
        "actor": step.actor,
        "mode": str(step.mode),
        "kind": str(step.kind),
        "values": dict(step.values),
        "undone": step.undone,
        "target": step.target,
        "hash": step.hash,
        "sentence": {tag: sentence(step.kind, step.values, tag) for tag in LANGUAGES},
    }
