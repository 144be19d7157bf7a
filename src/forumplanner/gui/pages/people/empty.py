"""What the page People shows while there is nobody: where people come from, or that a search found nobody."""

from collections.abc import Callable

from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Choice, EmptyState
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext


def empty_page(new: Callable[[], object], table: Callable[[], object], blank: Callable[[], object]) -> EmptyState:
    """Three ways to the first people; the best one is filled."""
    buttons = (
        Button(lambda: _("Import a table"), name="peopleEmptyImport", kind="primary", icon="file-input"),
        Button(lambda: _("Get it…"), name="peopleEmptyBlank", icon="file-down"),
        Button(lambda: _("New person"), name="peopleEmptyNew", icon="user-plus", key="Ctrl+N"),
    )
    for button, act in zip(buttons, (table, blank, new), strict=True):
        button.clicked.connect(lambda _=False, act=act: act())
    return EmptyState(
        lambda: _("Nobody here yet"),
        lambda: _("Drop a planning workbook (.xlsx) here, or add people one by one."),
        name="peopleEmpty",
        icon="users",
        choices=(
            Choice(
                lambda: _("From a workbook"),
                lambda: _("An .xlsx file whose sheet is called 参会人员 or People."),
                icon="file-spreadsheet",
                button=buttons[0],
                name="peopleEmptyTable",
            ),
            Choice(
                lambda: _("Empty workbook"),
                lambda: _("The form to fill in, with drop-down lists and notes."),
                icon="file-down",
                button=buttons[1],
                name="peopleEmptyForm",
            ),
            Choice(
                lambda: _("One by one"),
                lambda: _("Name, category and institution are enough to begin."),
                icon="user-plus",
                button=buttons[2],
                name="peopleEmptyOne",
            ),
        ),
    )


class NoHits(EmptyState):
    """Nobody matches: names the query and offers to clear it or to add that person."""

    def __init__(self, clear: Callable[[], object], new: Callable[[], object]) -> None:
        self._query, self._filters = "", 0
        self.clear = Button(self._clear_words, name="peopleNoHitsClear")
        self.new = Button(self._new_words, name="peopleNoHitsNew")
        self.clear.clicked.connect(clear)
        self.new.clicked.connect(new)
        super().__init__(
            self._title,
            lambda: _("Try initials, the last four digits of a phone, or an institution."),
            name="peopleNoHits",
            icon="search-x",
            choices=(self.clear, self.new),
        )

    def tell_query(self, query: str, filters: int) -> None:
        """What was asked for."""
        self._query, self._filters = query, filters
        self.title.say(self.title.setText, self._title)
        self.clear.set_text(self._clear_words)
        self.new.set_text(self._new_words)

    def _title(self) -> str:
        return _("Nobody matches “{query}”", query=self._query) if self._query else _("Nobody matches")

    def _clear_words(self) -> str:
        number = self._filters + bool(self._query)
        return ngettext("Clear {n} filter", "Clear {n} filters", max(number, 1))

    def _new_words(self) -> str:
        return _("New person “{name}”", name=self._query) if self._query else _("New person")


def no_hits(clear: Callable[[], object], new: Callable[[], object]) -> NoHits:
    """What an empty search shows."""
    return NoHits(clear, new)
