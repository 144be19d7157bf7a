"""Verbs that make a new file: sample, template."""

import argparse
from pathlib import Path

from forumplanner import sample as sample_forum
from forumplanner.cli import output
from forumplanner.cli.opened import made
from forumplanner.files import write_atomically
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.sample.plan import size_of


def sample(given: argparse.Namespace) -> int:
    """A new planner file with the sample forum. Raises `FileTaken`, `SampleRefused`."""
    path = Path(given.file)
    size = size_of(given.participants)
    output.say_error(ngettext("Inventing {n} person …", "Inventing {n} people …", size.participants))
    with made(path) as store:
        sample_forum.write(store, size.participants)
        sample_forum.tell(store)
    output.say(_("“{name}” holds the sample forum “{slug}”. Change anything.", name=path.name, slug=sample_forum.SLUG))
    return 0


def template(given: argparse.Namespace) -> int:
    """The empty planning workbook. Raises `FileRefused`."""
    from forumplanner.exchange import workbook  # noqa: PLC0415 - openpyxl takes long to load

    path = Path(given.out)
    write_atomically(path, workbook.template())
    output.say(_("“{name}” is the empty planning workbook; its first sheet says how to fill it in.", name=path.name))
    return 0
