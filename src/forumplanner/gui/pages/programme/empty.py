"""What the page Programme shows while there is nothing: where a programme comes from, or that filters leave nothing."""

from collections.abc import Callable

from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Choice, EmptyState
from forumplanner.i18n import gettext as _


def empty_page(
    new: Callable[[], object],
    table: Callable[[], object],
    blank: Callable[[], object],
    pattern: Callable[[], object],
) -> EmptyState:
    """Three ways to a first programme, the best one is filled; below them a day from a few numbers."""
    day = Button(
        lambda: _("Day from a pattern"), name="programmeEmptyDay", kind="link", icon="calendar-plus", key="Ctrl+Shift+D"
    )
    day.clicked.connect(lambda _=False: pattern())
    buttons = (
        Button(lambda: _("Import a table"), name="programmeEmptyImport", kind="primary", icon="file-input"),
        Button(lambda: _("Get it…"), name="programmeEmptyBlank", icon="file-down"),
        Button(lambda: _("New session"), name="programmeEmptyNew", icon="calendar-plus", key="Ctrl+N"),
    )
    for button, act in zip(buttons, (table, blank, new), strict=True):
        button.clicked.connect(lambda _=False, act=act: act())
    return EmptyState(
        lambda: _("No programme yet"),
        lambda: _("Drop a planning workbook (.xlsx) here, or add session by session."),
        name="programmeEmpty",
        icon="calendar-days",
        link=day,
        choices=(
            Choice(
                lambda: _("From a workbook"),
                lambda: _("A filled planning workbook (.xlsx) with its programme."),
                icon="file-spreadsheet",
                button=buttons[0],
                name="programmeEmptyTable",
            ),
            Choice(
                lambda: _("Empty workbook"),
                lambda: _("The form to fill in, with drop-down lists and notes."),
                icon="file-down",
                button=buttons[1],
                name="programmeEmptyForm",
            ),
            Choice(
                lambda: _("Session by session"),
                lambda: _("A title is enough; times and rooms may follow."),
                icon="calendar-plus",
                button=buttons[2],
                name="programmeEmptyOne",
            ),
        ),
    )


def nothing_left(clear: Callable[[], object]) -> EmptyState:
    """The filters leave nothing."""
    button = Button(lambda: _("Clear filters"), name="programmeClear")
    button.clicked.connect(lambda _=False: clear())
    return EmptyState(
        lambda: _("Nothing here with these filters"),
        lambda: _("There are sessions on other days or without what was asked for."),
        name="programmeNothingLeft",
        icon="search-x",
        choices=(button,),
    )
