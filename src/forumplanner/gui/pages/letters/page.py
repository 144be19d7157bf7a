"""The page Letters: texts or register, read in a thread; every text written is one step that undo takes back."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forumplanner.actions.letter_texts import set_letter_text
from forumplanner.actions.letters import correct_letter
from forumplanner.domain.ids import LetterId
from forumplanner.domain.letter_templates import NAMES
from forumplanner.gui import doing
from forumplanner.gui.page import Frame, Page
from forumplanner.gui.pages.letters.correcting import CorrectingRow
from forumplanner.gui.pages.letters.register import RegisterTable
from forumplanner.gui.pages.letters.texts import TextsView
from forumplanner.gui.widgets.buttons import Button, Segmented
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.head import PageHead
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries import letters as query
from forumplanner.snapshots.letters import Letters, LetterSheet, LetterTexts

if TYPE_CHECKING:  # the store loads the database's library, which the first paint does not wait for
    from forumplanner.store import Changed

_TEXTS, _REGISTER = "texts", "register"


class LettersPage(Page):
    """`show_target`: the code of a text, or "register"."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame, name="lettersPage")
        self._letters: Letters | None = None
        self._running = self._again = False
        self.shapes = Segmented(
            ((_TEXTS, lambda: _("Texts")), (_REGISTER, lambda: _("Register"))),
            name="letterShape",
            label=lambda: _("What is shown"),
        )
        self.paper = Button(lambda: _("Print letters"), name="letterPaper", kind="primary", icon="printer")
        self.head = PageHead(lambda: _("Letters"), self.shapes, self.paper, name="lettersHead")
        self.texts = TextsView()
        self.register = RegisterTable()
        self.empty = EmptyState(
            lambda: _("No letter has been issued yet"),
            lambda: _("Issue one on the page Documents; its number and both texts are then kept here."),
            name="letterEmpty",
            icon="mail",
        )
        self._places = QStackedWidget()
        self._places.setObjectName("letterPlaces")
        self.correcting = CorrectingRow()
        self._issued = QWidget()
        self._issued.setObjectName("letterIssued")
        column = QVBoxLayout(self._issued)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.register, 1)
        column.addWidget(self.correcting)
        for place in (self.texts, self._issued, self.empty):
            self._places.addWidget(place)
        self.column.addWidget(self.head)
        self.column.addWidget(self._places, 1)
        self.shapes.picked.connect(lambda _key: self._tell())
        self.paper.clicked.connect(lambda: self.frame.go("documents", "letters"))
        self.texts.written.connect(self._write)
        self.register.opened.connect(lambda key: self._open(str(key)))
        self.register.picked.connect(lambda key: self.correcting.show_letter(self._sheet(str(key))))
        self.correcting.opened.connect(self._open)
        self.correcting.corrected.connect(self._correct)

    def refresh(self, changed: "Changed | None") -> None:  # noqa: ARG002 - all is read either way
        """Read texts and register again, in a thread."""
        if self._running:
            self._again = True
            return
        self._running = True
        store, forum_id = self.frame.store, self.frame.forum_id

        def work(_progress: object) -> tuple[LetterTexts, Letters]:
            with store.read() as db:
                return query.texts(db, forum_id=forum_id), query.load(db, forum_id=forum_id)

        self.frame.tasks.start(work, done=lambda pair: self._take(*pair), failed=self._fail)

    def facts(self) -> str:
        """How many letters were issued."""
        if self._letters is None or not self._letters.issued:
            return ""
        return ngettext("{n} letter issued", "{n} letters issued", len(self._letters.issued))

    def first_focus(self) -> QWidget | None:
        """The choice of a text, or the newest letter."""
        return self.register if self._places.currentWidget() is self._issued else self.texts.codes

    def show_target(self, target: str) -> None:
        """Show a text by its code, or the register."""
        if target == _REGISTER:
            self.shapes.choose(_REGISTER)
        elif target in NAMES:
            self.shapes.choose(_TEXTS)
            self.texts.choose(target)
        self._tell()

    def retranslate(self) -> None:
        """The facts are words too."""
        super().retranslate()
        if hasattr(self, "_places"):
            self._tell()

    def _open(self, key: str) -> None:
        """Show a letter as it was issued."""
        sheet = self._sheet(key)
        if sheet is not None:
            self.frame.go("documents", f"letters/{sheet.kind.value}:{key}")

    def _sheet(self, key: str) -> LetterSheet | None:
        """The letter of the register with that id."""
        issued = self._letters.issued if self._letters is not None else ()
        return next((sheet for sheet in issued if sheet.id == key), None)

    def _correct(self, key: str, number: str, day: dt.date | None) -> None:
        """Correct number and date; one that another letter bears is refused."""
        letter = LetterId(UUID(key))
        doing.done(
            self.frame,
            lambda: correct_letter(self.frame.store, letter_id=letter, number=number, dated=day),
            say=_("Corrected the register"),
        )

    def _take(self, texts: LetterTexts, letters: Letters) -> None:
        self._running = False
        if self._again:
            self._again = False
            self.refresh(None)
            return
        self._letters = letters
        self.texts.show_texts(texts)
        self.register.show_letters(letters)
        self.correcting.show_letter(self._sheet(str(self.register.current_id())))
        self._tell()

    def _fail(self, error: Exception) -> None:
        self._running = self._again = False
        self.frame.toast(str(error))

    def _tell(self) -> None:
        if self.shapes.choice() == _TEXTS:
            self._places.setCurrentWidget(self.texts)
        else:
            issued = self._letters is not None and bool(self._letters.issued)
            self._places.setCurrentWidget(self._issued if issued else self.empty)
        self.head.set_facts(self.facts)
        self.status.emit()

    def _write(self, code: str, tag: str, text: str) -> None:
        """Keep a text; a field that letters don't have is refused by its name."""
        changed = doing.done(
            self.frame,
            lambda: set_letter_text(self.frame.store, forum_id=self.frame.forum_id, code=code, tag=tag, text=text),
        )
        if changed:
            self.frame.toast(_("The text is kept for this forum"), undo=True)
