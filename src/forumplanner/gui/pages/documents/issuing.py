"""The panel that issues letters: number and date, and the reason where the approval to invite is not recorded."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from forumplanner.gui import reading
from forumplanner.gui.pages.documents.kinds import Issuable
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Field, Labelled
from forumplanner.gui.widgets.labels import Label
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext


class IssuingPanel(Attentive, QFrame):
    """`issued(number, date, reason)` when pressed; hidden until `start`, and again by Esc or Cancel."""

    issued = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("issuing")
        self.setProperty("place", "panel")
        self._what: Issuable | None = None
        self.title = Label("", role="lead", name="issuingTitle", wrap=True)
        self.why = Label("", role="warn", name="issuingWhy", wrap=True)
        self.number = Field(name="issuingNumber", label=lambda: _("Number of the letter"))
        self.day = DayField(name="issuingDay", label=lambda: _("Date of the letter"))
        self.reason = Field(
            name="issuingReason",
            label=lambda: _("Why before the approval"),
            hint=lambda: _("It is kept in the register and in the history"),
        )
        self.go = Button(lambda: _("Issue"), name="issuingGo", kind="primary", icon="stamp")
        self.cancel = Button(lambda: _("Cancel"), name="issuingCancel", kind="ghost")
        self._reason_box = Labelled(lambda: _("Why before the approval"), self.reason)
        self._lay_out()
        self.go.clicked.connect(self._press)
        self.cancel.clicked.connect(self.hide)
        for field in (self.number, self.day, self.reason):
            field.returnPressed.connect(self._press)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.hide)
        self.hide()

    def start(self, what: Issuable) -> None:
        """Ask for what is to be issued; the number and today are proposed."""
        self._what = what
        self.number.setText(what.number)
        self.day.setText(what.dated)
        self.reason.clear()
        self._reason_box.setVisible(bool(what.held))
        self.why.setVisible(bool(what.held))
        self.retranslate()
        self.show()
        first = self.reason if what.held else self.number
        first.setFocus()
        first.selectAll()

    def what(self) -> Issuable | None:
        """What the panel asks about."""
        return self._what

    def retranslate(self) -> None:
        """Say again what is issued, and what is missing."""
        super().retranslate()
        what = getattr(self, "_what", None)
        if what is None:
            return
        self.title.setText(ngettext("Issue {n} letter", "Issue {n} letters", what.count))
        posts = reading.listed(dict.fromkeys(reading.line(to, what.languages) for to in what.held))
        self.why.setText(
            _(
                "The approval to invite {posts} is not recorded. Nothing should be promised before it. Record it on "
                "the page Guests, or say why the letter goes now.",
                posts=posts,
            )
            if what.held
            else ""
        )

    def _press(self) -> None:
        what = self._what
        if what is None:
            return
        if what.held and not self.reason.text().strip():
            self.reason.set_wrong(_("Say why the letter goes before the approval."))
            self.reason.setFocus()
            return
        if not self.day.is_sound():
            self.day.setFocus()
            return
        self.reason.set_wrong("")
        day = self.day.value()
        number = self.number.text().strip()
        another_year = day is not None and str(day.year) != what.dated[:4]
        # The number that was proposed is of this year: for a date in another one the register has its own.
        number = "" if another_year and number == what.number else number
        self.issued.emit(number, day.isoformat() if day else "", self.reason.text().strip())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.why)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Labelled(lambda: _("Number of the letter"), self.number), 2)
        row.addWidget(Labelled(lambda: _("Date of the letter"), self.day), 1)
        row.addWidget(self._reason_box, 4)
        column.addLayout(row)
        feet = QHBoxLayout()
        note = Label(lambda: _("Both texts are kept as they stand now; a reprint gives the same."), role="note")
        feet.addWidget(note, 1)
        feet.addWidget(self.cancel)
        feet.addWidget(self.go)
        column.addLayout(feet)
