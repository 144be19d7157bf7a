"""What the page shows while there is no guest: three ways to the first ones."""

from collections.abc import Callable

from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Choice, EmptyState
from forumplanner.i18n import gettext as _


def empty_page(posts: Callable[[], object], honour: Callable[[], object], table: Callable[[], object]) -> EmptyState:
    """Posts from the list are the best way; it is filled."""
    buttons = (
        Button(lambda: _("Add posts"), name="guestsEmptyPosts", kind="primary", icon="landmark", key="Ctrl+N"),
        Button(lambda: _("Guest of honour"), name="guestsEmptyHonour", icon="user-plus"),
        Button(lambda: _("Import a table"), name="guestsEmptyImport", icon="file-input"),
    )
    for button, act in zip(buttons, (posts, honour, table), strict=True):
        button.clicked.connect(lambda _=False, act=act: act())
    return EmptyState(
        lambda: _("No guests yet"),
        lambda: _("Add the consular posts you want to invite: names can follow weeks later."),
        name="guestsEmpty",
        icon="landmark",
        choices=(
            Choice(
                lambda: _("Consular posts"),
                lambda: _("Tick them in a list; each becomes a row to be approved."),
                icon="landmark",
                button=buttons[0],
                name="guestsEmptyPostsCard",
            ),
            Choice(
                lambda: _("Guests of honour"),
                lambda: _("Leaders and other guests, by group and level."),
                icon="award",
                button=buttons[1],
                name="guestsEmptyHonourCard",
            ),
            Choice(
                lambda: _("From a workbook"),
                lambda: _("The sheets of consular posts and guests are read too."),
                icon="file-spreadsheet",
                button=buttons[2],
                name="guestsEmptyTableCard",
            ),
        ),
    )
