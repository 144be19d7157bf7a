"""The panel Replies: how many said what, the answers that need a look, everybody with their answer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.gui.page import Frame
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.pages.invitations.replies import deciding, lines, taking, words
from forumplanner.gui.pages.invitations.replies.brief import AnswersBrief
from forumplanner.gui.pages.invitations.replies.counts import AnswerCounts
from forumplanner.gui.pages.invitations.replies.dropping import AnswerDrop
from forumplanner.gui.pages.invitations.replies.looks import LookList
from forumplanner.gui.pages.invitations.replies.noting import NoteAnswer
from forumplanner.gui.pages.invitations.replies.person import PersonAnswers
from forumplanner.gui.pages.invitations.replies.standing import Said, Standing, standing
from forumplanner.gui.pages.invitations.replies.table import model, table
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import SearchField
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.scroll import PageScroll
from forumplanner.i18n import gettext as _
from forumplanner.invitations.incoming import ENDINGS


class RepliesPanel(Attentive, QWidget):
    """Answers of the forum that is shown; mails dropped on the page are taken here."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("repliesPanel")
        self.frame = frame
        self.desk: Desk | None = None
        self.standing = Standing()
        self._wanted: Said | None = None
        self.pick_up: taking.PickUp | None = None
        self.fetch = Button(lambda: _("Fetch"), name="repliesFetch", small=True)
        self.files = Button(lambda: _("From files…"), name="repliesFiles", small=True)
        self.note = Button(lambda: _("Note an answer…"), name="repliesNote", small=True, icon="pencil")
        self.noting = NoteAnswer()
        self.counts = AnswerCounts()
        self.looks = LookList()
        self.search = SearchField(
            name="repliesSearch", label=lambda: _("Find an answer"), hint=lambda: _("Name"), small=True, width=150
        )
        self.rows = model()
        self.table = table(self.rows)
        self.person = PersonAnswers()
        self.brief = AnswersBrief()
        self.empty = Label(
            lambda: _("Nobody was told anything by mail yet. Answers are counted here once a round has gone out."),
            role="note",
            name="repliesEmpty",
            wrap=True,
        )
        self.deeds: dict[str, Callable[[], object]] = {
            "answer-files": self.choose_files,
            "answer-fetch": self.read_mailbox,
            "answer-note": self.start_note,
        }
        self._lay_out()
        self._wire()

    def show_desk(self, desk: Desk) -> None:
        """Show the answers in `desk`."""
        self.desk = desk
        self._show()

    def retranslate(self) -> None:
        """Names and sentences in the interface's language."""
        super().retranslate()
        self.looks.forget()
        self.person.forget()
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """An answer that was begun is left when another panel is chosen."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.noting.hide()

    def knows(self, target: str) -> bool:
        """Whether that is a deed of the panel, or a file that may hold an answer."""
        return target in self.deeds or Path(target).suffix.lower() in ENDINGS

    def show_target(self, target: str) -> None:
        """Do that deed, or take that file."""
        if target in self.deeds:
            self.deeds[target]()
        else:
            self.take_files([Path(target)])

    def accept_drops(self, page: QWidget) -> None:
        """Take mails that are dropped anywhere on `page`."""
        AnswerDrop(page, self.take_files)

    def choose_files(self) -> None:
        """Ask for a mail or calendar file, and take what it holds."""
        filters = _("Mails and calendar files") + " (*.eml *.ics)"
        path = self.frame.dialogs.open_file(_("Take answers from a file"), filters=filters)
        if path is not None:
            self.take_files([path])

    def take_files(self, paths: list[Path]) -> None:
        """Take the answers in files and folders."""
        taking.take_files(self.frame, paths, self._told)

    def read_mailbox(self) -> None:
        """Take what came into the mailbox since the last time."""
        why = taking.why_no_fetch(self.frame.mailing.mail)
        if why:
            self.frame.toast(why)
            return
        self.fetch.disable(_("The mailbox is being read."))
        taking.fetch(self.frame, self._told, self._not_read, self.pick_up)

    def start_note(self, participant: str = "") -> None:
        """Note an answer that came another way."""
        self.noting.start(lines.people(self.desk), participant)

    def show_person(self) -> None:
        """What the chosen person answered."""
        chosen = self._chosen()
        if self.desk is None or not chosen:
            self.person.hide()
            return
        self.person.show_person(words.who(self.desk, chosen), lines.answers_of(self.desk, chosen))

    def _chosen(self) -> str:
        current = self.table.current_id()
        return "" if current is None else str(current)

    def _told(self, taken: taking.Taken) -> None:
        self.fetch.enable()
        self.frame.toast(taken.sentence())
        self.frame.mailing.look()
        self.frame.mailing.answered.emit()

    def _not_read(self, error: Exception) -> None:
        self.fetch.enable()
        self.frame.toast(str(error))

    def _show(self) -> None:
        if self.desk is None:
            return
        self.standing = standing(self.desk)
        self.counts.show_standing(self.standing)
        self.brief.show_standing(self.standing)
        self.rows.set_rows(self.standing.rows)
        self.looks.show_items(lines.looks(self.desk, self.standing), lines.people(self.desk))
        nobody = not self.standing.rows
        self.empty.setVisible(nobody)
        for widget in (self.counts, self.search, self.table):
            widget.setVisible(not nobody)
        self.show_person()

    def _narrow(self, said: Said | None) -> None:
        self._wanted = said
        self._filter()

    def _filter(self) -> None:
        said = self._wanted
        self.rows.set_filter(self.search.text(), (lambda row: row.said is said) if said else None)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.fetch, self.files, self.note):
            buttons.addWidget(button)
        buttons.addStretch(1)
        body = QWidget()
        body.setObjectName("repliesBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.noting, self.empty, self.counts, self.looks, self.search, self.table, self.person):
            column.addWidget(widget, 1 if widget is self.table else 0)
        column.addStretch(0)
        self.table.setMinimumHeight(220)
        scroll = PageScroll(name="repliesScroll")
        scroll.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(buttons)
        whole.addWidget(scroll, 1)

    def _wire(self) -> None:
        self.fetch.clicked.connect(self.read_mailbox)
        self.brief.fetch.clicked.connect(self.read_mailbox)
        self.brief.open.clicked.connect(lambda _checked: self.frame.go("invitations", "replies"))
        self.files.clicked.connect(self.choose_files)
        self.note.clicked.connect(lambda: self.start_note(self._chosen()))
        self.noting.left.connect(self.noting.hide)
        self.noting.asked_about.connect(lambda person: self.noting.show_sessions(lines.sessions_of(self.desk, person)))
        self.noting.made.connect(lambda made: deciding.noted(self, made))
        self.counts.picked.connect(self._narrow)
        self.search.query.connect(lambda _text: self._filter())
        self.search.leave.connect(self.table.setFocus)
        self.table.picked.connect(lambda _row: self.show_person())
        self.table.opened.connect(lambda row: self.start_note(str(row)))
        self.person.noted.connect(lambda: self.start_note(self._chosen()))
        self.person.went.connect(lambda: self.frame.go("people", self._chosen()))
        self.person.taken_back.connect(lambda reply: deciding.taken_back(self.frame, reply))
        self.looks.meant.connect(lambda *meant: deciding.meant(self.frame, *meant))
        self.looks.aside.connect(lambda reply: deciding.aside(self.frame, reply))
        self.looks.together.connect(lambda reply: deciding.together(self, reply))
        self.looks.went.connect(lambda person: self.frame.go("people", person))
