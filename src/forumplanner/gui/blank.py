"""The empty planning workbook: asks where to keep it and writes it in a thread."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from forumplanner import files
from forumplanner.domain.text import DEFAULT_LANGUAGES
from forumplanner.gui.page import Frame
from forumplanner.i18n import gettext as _

SUFFIX = ".xlsx"


def save_blank(frame: Frame) -> None:
    """Ask where to keep an empty planning workbook, with the shown forum's languages, and write it there."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    suggested = Path(documents or Path.home()) / files.safe_name(_("Planning workbook"), suffix=SUFFIX)
    chosen = frame.dialogs.save_file(
        _("Where to keep the empty workbook"),
        suggested=suggested,
        filters=_("Excel workbooks ({patterns})", patterns=f"*{SUFFIX}"),
    )
    if chosen is None:
        return
    path = chosen if chosen.suffix.casefold() == SUFFIX else chosen.with_name(chosen.name + SUFFIX)
    languages = frame.card.languages or DEFAULT_LANGUAGES

    def write(_progress: object) -> None:
        from forumplanner.exchange import workbook  # noqa: PLC0415 - loads the spreadsheet library on use

        workbook.write_template(path, languages)

    said = _("“{name}” is saved. Fill it in, then drop it on this window.", name=path.name)
    frame.tasks.start(write, done=lambda _none: frame.toast(said), failed=lambda error: frame.toast(str(error)))
