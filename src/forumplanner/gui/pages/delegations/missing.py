"""The card on top of the details: what is missing and of whom, when it was asked for, and how to ask."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.delegations import Lack
from forumplanner.gui import reading, texting
from forumplanner.gui.pages.delegations import cells
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Label, Picture, repolish
from forumplanner.gui.widgets.sections import Rows
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.delegations import DelegationLine, Need

_NAMED = 6
"""So many names stand in a line; the others are counted, and the request names all."""

MENDED = frozenset({Lack.LIAISON, Lack.HEAD, Lack.HEADS, Lack.HOTEL, Lack.COUNTRY})
"""What can be put right here at once."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One thing missing, and the language in which it is said."""

    need: Need
    tag: str


class MissingCard(Attentive, QFrame):
    """`requested()`: copy the text; `called()`: log a call; `mended(lack)`: put that right here."""

    requested = Signal()
    called = Signal()
    mended = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("delegationMissing")
        self.setProperty("card", "warn")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        self.title = Label("", role="strong", name="delegationMissingTitle")
        self.asked = Label("", role="note", name="delegationAsked")
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.asked)
        column.addLayout(head)
        self.lines: Rows[_Line] = Rows(self._line, name="delegationMissingLines", gap=8)
        column.addWidget(self.lines)
        self.copy = Button(
            lambda: _("Copy the request"), name="delegationCopy", icon="copy", small=True, key="Ctrl+Shift+C"
        )
        self.call = Button(
            lambda: _("Log a call"), name="delegationCall", kind="ghost", icon="phone", small=True, key="Ctrl+L"
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy)
        row.addWidget(self.call)
        row.addStretch(1)
        column.addLayout(row)
        self.copy.clicked.connect(lambda _checked: self.requested.emit())
        self.call.clicked.connect(lambda _checked: self.called.emit())

    def show_line(self, line: DelegationLine) -> None:
        """Show what this delegation lacks."""
        needs = line.needs
        self.setProperty("card", ("danger" if line.grave else "warn") if needs else "ok")
        repolish(self)
        count = ngettext("{n} thing missing", "{n} things missing", len(needs)) if needs else _("Nothing is missing")
        self.title.setText(count)
        self.asked.setText(_("Asked {day}", day=texting.short_day(line.asked_on)) if line.asked_on else "")
        tag = i18n.interface_language()
        self.lines.show_values([_Line(need, tag) for need in needs])
        if all(need.ours for need in needs):
            self.copy.disable(lambda: _("There is nothing to ask the delegation for."))
        else:
            self.copy.enable()

    def retranslate(self) -> None:
        """The lines are made anew."""
        super().retranslate()
        self.lines.forget()

    def _line(self, value: _Line) -> QWidget:
        need = value.need
        made = QWidget()
        made.setObjectName(f"missing_{need.lack}")
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(
            Picture("circle-x" if need.grave else "circle-dashed", "danger" if need.grave else "warn"),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(_said(need), name="missingWhat"))
        if need.people:
            words.addWidget(Label(_whose(need), role="note", name="missingWhose", wrap=True))
        row.addLayout(words, 1)
        if need.lack in MENDED:
            mend = Button(lambda: _("Choose"), name=f"mend_{need.lack}", kind="link", small=True)
            mend.clicked.connect(lambda _checked: self.mended.emit(str(need.lack)))
            row.addWidget(mend, 0, Qt.AlignmentFlag.AlignTop)
        return made


def _said(need: Need) -> str:
    """Such as "Passport spelling, 2"."""
    word = reading.word(need.lack)
    numbered = need.lack not in MENDED
    return _("{what}, {n}", what=word, n=need.number) if numbered else word


def _whose(need: Need) -> str:
    names: Sequence[str] = [cells.name(forms) for forms in need.people]
    more = len(names) - _NAMED
    if more <= 0:
        return reading.listed(names)
    return _("{names} and {n} others", names=reading.listed(names[:_NAMED]), n=more)
