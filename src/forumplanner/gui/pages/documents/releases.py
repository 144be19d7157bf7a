"""What papers share that show a release: choosing one, the name in the file's name; and the change notice."""

import time
from typing import TYPE_CHECKING

from forumplanner import files
from forumplanner.gui.pages.documents.kinds import Made, Option, PaperKind, Shape, Source, Values, language_option
from forumplanner.gui.widgets.attentive import Text
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # these load the database's library, which the first paint does not wait for
    import uuid

    from forumplanner.snapshots.forums import ForumCard
    from forumplanner.snapshots.paper import Edition

_NOW: tuple[tuple[str, Text], ...] = (("", lambda: _("As it stands")),)


def issue_options() -> tuple[Option, ...]:
    """Which issue of the programme, and who is still to be confirmed in it."""
    return (
        Option("release", lambda: _("Version"), Shape.CHOICE, _NOW),
        Option(
            "provisional",
            lambda: _("Who is to be confirmed"),
            Shape.CHOICE,
            (
                ("", lambda: _("By the kind of release")),
                ("mark", lambda: _("Marked")),
                ("plain", lambda: _("Not marked")),
            ),
        ),
    )


def release_choices(source: Source) -> tuple[tuple[str, Text], ...]:
    """The releases whose content is kept, newest first."""
    from forumplanner.queries import releases  # noqa: PLC0415 - loads the database's library

    with source.store.read() as db:
        lines = releases.listed(db, forum_id=source.forum_id)
    return tuple((line.name, line.name) for line in lines if line.kept)


def release_key(source: Source, values: Values) -> "uuid.UUID | None":
    """The release that is chosen; None for the programme as it stands, also where the chosen one was taken back."""
    from forumplanner.queries import releases  # noqa: PLC0415 - loads the database's library

    name = values.get("release", "")
    if not name or name not in dict(release_choices(source)):
        return None
    with source.store.read() as db:
        return releases.named(db, forum_id=source.forum_id, name=name)


def stamped(name: str, edition: "Edition") -> str:
    """The name of a file with the release in it: "x-agenda-V2", "x-agenda-draft-after-V2"."""
    after = f"draft-after-{edition.after}" if edition.after else ""
    return "-".join(filter(None, (name, edition.name or after)))


def notice_kind() -> PaperKind:
    """The change notice."""
    return PaperKind(
        "change_notice",
        lambda: _("For the programme"),
        lambda: _("Change notice"),
        lambda: _("What changed since a release"),
        "page",
        _options,
        make=_notice,
        edit=("history", lambda: _("Compare versions…")),
    )


def _options(card: "ForumCard") -> tuple[Option, ...]:
    usual: tuple[tuple[str, Text], ...] = (("", lambda: _("The latest changes")),)
    return (
        Option("old", lambda: _("From version"), Shape.CHOICE, usual),
        Option("new", lambda: _("To version"), Shape.CHOICE, _NOW),
        language_option(card),
        Option("internal", lambda: _("Pages to print again"), Shape.TICK),
    )


def _notice(source: Source, values: Values) -> Made:
    from forumplanner.documents.change_notice import (  # noqa: PLC0415 - loads the PDF library
        ChangeNoticeOptions,
        change_notice,
    )
    from forumplanner.queries import change_notice as reading  # noqa: PLC0415 - loads the database's library

    started = time.perf_counter()
    choices = release_choices(source)
    known = dict(choices)
    with source.store.read() as db:
        old, new = (name if name in known else "" for name in (values.get("old", ""), values.get("new", "")))
        notice = reading.load(db, forum_id=source.forum_id, old=old, new=new if old else "")
    chosen = values.get("languages", "")
    options = ChangeNoticeOptions(languages=(chosen,) if chosen else (), internal=bool(values.get("internal", "")))
    paper = change_notice(notice, options)
    name = files.safe_name(f"{notice.slug}-changes-{notice.file_part}", suffix=".pdf")
    return Made(paper, time.perf_counter() - started, paper.pages, name, choices={"old": choices, "new": choices})
