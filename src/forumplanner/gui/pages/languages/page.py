"""The page Both languages: meters, the list of gaps, and one text at a time with its suggestion."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from forumplanner.actions import translations
from forumplanner.gui import texting
from forumplanner.gui.doing import done
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.languages import words
from forumplanner.gui.pages.languages.editor import TextEditor
from forumplanner.gui.pages.languages.meters import Meters
from forumplanner.gui.widgets.buttons import Button, Segmented
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.fields import SearchField
from forumplanner.gui.widgets.head import PageHead, Toolbar
from forumplanner.gui.widgets.inspector import WithInspector
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries import completeness as query
from forumplanner.snapshots.completeness import Completeness, Gap, TextKind

if TYPE_CHECKING:
    from forumplanner.store import Changed

_STATES: dict[str, Callable[[Gap], bool]] = {
    "": lambda _gap: True,
    "missing": lambda gap: gap.missing,
    "review": lambda gap: not gap.missing,
}


class LanguagesPage(Page):
    """The current text is kept by its key; when it is mended, the next one takes its place."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="languagesPage")
        self._found = Completeness(())
        self._kind = ""
        self._place = 0
        self._make_widgets()
        self._lay_out()
        self._connect()

    def refresh(self, changed: "Changed | None") -> None:  # noqa: ARG002 - any change may concern a text
        """Read all texts again, in a thread; the old list stays until then."""
        store, forum_id = self.frame.store, self.frame.forum_id

        def work(_progress: object) -> Completeness:
            with store.read() as db:
                return query.load(db, forum_id=forum_id)

        self.frame.tasks.start(work, done=self._take, failed=lambda error: self.frame.toast(str(error)))

    def facts(self) -> str:
        """How many texts are in order."""
        complete, total = self._found.whole
        n, of = texting.number(complete), texting.number(total)
        return _("{n} of {total} texts in order", n=n, total=of) if total else ""

    def search_field(self) -> QLineEdit | None:
        """Where Ctrl+F goes."""
        return self.search

    def first_focus(self) -> QWidget | None:
        """The list."""
        return self.table

    def show_target(self, target: str) -> None:
        """Show the texts of a kind ("post"), or with a state ("missing", "review")."""
        if target in _STATES:
            self.states.choose(target)
        self._choose_kind(target if target in set(TextKind) else "")

    def current(self) -> Gap | None:
        """The text that is selected."""
        place = self.model.place_of(self.table.current_id())
        return self.model.row_at(place) if place >= 0 else None

    def retranslate(self) -> None:
        """Say everything again; columns are named anew."""
        super().retranslate()
        self._show()

    def _make_widgets(self) -> None:
        self.take_all = Button("", name="languagesTakeAll", kind="primary", icon="check")
        self.confirm_all = Button("", name="languagesConfirmAll", icon="languages")
        self.head = PageHead(
            lambda: _("Texts in both languages"), self.confirm_all, self.take_all, name="languagesHead"
        )
        self.meters = Meters()
        self.search = SearchField(name="languagesSearch", label=lambda: _("Search texts"), hint=lambda: _("Search"))
        choices = (("", lambda: _("All")), ("missing", lambda: _("Missing")), ("review", lambda: _("Needs review")))
        self.states = Segmented(choices, name="languagesState", label=lambda: _("State"))
        self.details = Button(
            "", name="languagesDetails", kind="icon", icon="panel-right", tip=lambda: _("Details"), key="F4"
        )
        self.model: FastTableModel[Gap] = FastTableModel(
            words.columns(("zh-Hans", "en")),
            identity=lambda gap: gap.ref.key,
            search=lambda gap: haystack(*gap.text.texts, *gap.belongs.texts, rare=False),
            parent=self,
        )
        self.table = FastTable(self.model, name="languagesTable", label=lambda: _("Texts with a gap"))
        self.editor = TextEditor()
        self.whole = EmptyState(
            lambda: _("Every text stands in both languages"),
            lambda: _("Papers can be printed in either language or both."),
            name="languagesWhole",
            icon="circle-check",
        )
        self.clear = Button(lambda: _("Clear filters"), name="languagesClear")
        self.nothing = EmptyState(
            lambda: _("No text like that"),
            lambda: _("There are others without this filter."),
            name="languagesNothing",
            icon="search-x",
            choices=(self.clear,),
        )

    def _lay_out(self) -> None:
        self.column.addWidget(self.head)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tools = Toolbar(name="languagesTools")
        tools.add(self.search, self.states)
        tools.stretch()
        tools.add(self.details)
        column.addWidget(tools)
        self.content = QStackedWidget()
        self.content.setObjectName("languagesContent")
        for widget in (self.table, self.whole, self.nothing):
            self.content.addWidget(widget)
        column.addWidget(self.content, 1)
        body = QWidget()
        body.setObjectName("languagesBody")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.meters)
        row.addWidget(middle, 1)
        self.side = WithInspector(body, self.editor)
        self.column.addWidget(self.side, 1)

    def _connect(self) -> None:
        self.meters.picked.connect(self._choose_kind)
        self.states.picked.connect(lambda _key: self._show())
        self.search.query.connect(lambda _text: self._show())
        self.search.leave.connect(self.table.setFocus)
        self.clear.clicked.connect(self.clear_filters)
        self.details.clicked.connect(self.side.toggle)
        self.table.picked.connect(lambda _id: self._show_current())
        self.table.opened.connect(lambda _id: self._edit())
        self.editor.edited.connect(self._write)
        self.editor.confirmed.connect(lambda _tag: self._confirm())
        self.editor.taken.connect(self._take_one)
        self.editor.asked.connect(self._go)
        self.take_all.clicked.connect(self._take_suggestions)
        self.confirm_all.clicked.connect(self._confirm_shown)
        for key, act in (("F4", self.side.toggle), ("Ctrl+Return", self._take_one), ("Ctrl+Enter", self._take_one)):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def clear_filters(self) -> None:
        """Show all gaps."""
        self.search.clear()
        self.states.choose("")
        self._choose_kind("")

    def _choose_kind(self, code: str) -> None:
        self._kind = code
        self._show()

    def _take(self, found: Completeness) -> None:
        if found.languages != self._found.languages:
            self.editor.set_languages(found.languages)
        self._found = found
        self._show()
        self.status.emit()

    def _show(self) -> None:
        found, kind, right = self._found, self._kind, _STATES[self.states.choice()]
        if found.languages:
            self.table.set_columns(words.columns(found.languages))
        self.meters.show_tallies(found.tallies, kind)
        self.model.set_rows(found.gaps)
        self.model.set_filter(self.search.text(), lambda gap: right(gap) and kind in {"", str(gap.kind)})
        shown = self.model.rowCount()
        self.content.setCurrentWidget(self.table if shown else (self.nothing if found.gaps else self.whole))
        self.head.set_facts(self.facts)
        if self.current() is None and shown:
            self.table.set_current(self.model.id_at(min(self._place, shown - 1)))
        self._show_current()
        self._show_actions()

    def _show_current(self) -> None:
        gap = self.current()
        if gap is not None:
            self._place = self.model.place_of(gap.ref.key)
        self.editor.show_gap(gap)

    def _show_actions(self) -> None:
        offers, due = len(self._fills(self.model.shown())), len(self._due())
        self.take_all.set_text(lambda: ngettext("Take {n} suggestion", "Take {n} suggestions", offers))
        self.confirm_all.set_text(lambda: ngettext("Confirm {n} text", "Confirm {n} texts", due))
        self.take_all.setVisible(offers > 0)
        self.confirm_all.setVisible(due > 0)

    def _due(self) -> list[Gap]:
        return [gap for gap in self.model.shown() if not gap.missing]

    def _fills(self, gaps: list[Gap]) -> list[tuple[Gap, str, str]]:
        """Each gap with the language and wording that is suggested for it."""
        return [
            (gap, tag, offer)
            for gap in gaps
            for tag, offer in zip(self._found.languages, gap.suggestions, strict=False)
            if offer and gap.suggested
        ]

    def _edit(self) -> None:
        gap = self.current()
        if gap is not None and gap.in_lines and gap.page:
            self._go()
        elif gap is not None:
            self.side.set_open(open_=True)
            self.editor.edit(gap)

    def _write(self, tag: str, text: str) -> None:
        gap = self.current()
        if gap is not None:
            done(self.frame, lambda: translations.write_text(self.frame.store, ref=gap.ref, tag=tag, text=text))

    def _confirm(self) -> None:
        gap = self.current()
        if gap is not None:
            done(self.frame, lambda: translations.confirm_texts(self.frame.store, refs=[gap.ref]))

    def _take_one(self) -> None:
        gap = self.current()
        if gap is not None and gap.suggested:
            self._fill([gap])
            self.table.setFocus()

    def _take_suggestions(self) -> None:
        self._fill(self.model.shown())

    def _fill(self, gaps: list[Gap]) -> None:
        fills = [(gap.ref, tag, offer) for gap, tag, offer in self._fills(gaps)]
        number = done(self.frame, lambda: translations.fill_texts(self.frame.store, fills=fills))
        if number:
            self.frame.toast(ngettext("Filled {n} gap.", "Filled {n} gaps.", number), undo=True)

    def _confirm_shown(self) -> None:
        refs = [gap.ref for gap in self._due()]
        number = done(self.frame, lambda: translations.confirm_texts(self.frame.store, refs=refs))
        if number:
            self.frame.toast(ngettext("Confirmed {n} text.", "Confirmed {n} texts.", number), undo=True)

    def _go(self) -> None:
        gap = self.current()
        if gap is not None:
            self.frame.go(gap.page, gap.target)
