"""What the page shows while there is no delegation, and where a search found none."""

from collections.abc import Callable

from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Choice, EmptyState
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext


def empty_page(new: Callable[[], object], table: Callable[[], object]) -> EmptyState:
    """Two ways to the first delegation; the better one is filled."""
    add = Button(lambda: _("New delegation"), name="delegationsEmptyNew", kind="primary", icon="plus", key="Ctrl+N")
    load = Button(lambda: _("Import a table"), name="delegationsEmptyImport", icon="file-input")
    add.clicked.connect(lambda _checked: new())
    load.clicked.connect(lambda _checked: table())
    return EmptyState(
        lambda: _("No delegations yet"),
        lambda: _(
            "A delegation gathers people of one country or institution, with a head and somebody who looks after it."
        ),
        name="delegationsEmpty",
        icon="flag",
        choices=(
            Choice(
                lambda: _("One by one"),
                lambda: _("Country or institution is enough to begin; members are added by type-ahead."),
                icon="flag",
                button=add,
                name="delegationsEmptyOne",
            ),
            Choice(
                lambda: _("From a workbook"),
                lambda: _("The planning workbook has a sheet for delegations and a column for their members."),
                icon="file-spreadsheet",
                button=load,
                name="delegationsEmptyTable",
            ),
        ),
    )


class NoDelegations(EmptyState):
    """No delegation matches: names the query and offers to clear it."""

    def __init__(self, clear: Callable[[], object]) -> None:
        self._query, self._filters = "", 0
        self.clear = Button(self._clear_words, name="delegationsNoHitsClear")
        self.clear.clicked.connect(lambda _checked: clear())
        super().__init__(
            self._title,
            lambda: _("Try initials, an institution’s short name, or the liaison officer."),
            name="delegationsNoHits",
            icon="search-x",
            choices=(self.clear,),
        )

    def tell_query(self, query: str, filters: int) -> None:
        """What was asked for."""
        self._query, self._filters = query, filters
        self.title.say(self.title.setText, self._title)
        self.clear.set_text(self._clear_words)

    def _title(self) -> str:
        return _("No delegation matches “{query}”", query=self._query) if self._query else _("No delegation matches")

    def _clear_words(self) -> str:
        return ngettext("Clear {n} filter", "Clear {n} filters", max(self._filters, 1))
