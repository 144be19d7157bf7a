"""Whose rules apply, how the forum counts by them, and what is due by which day."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from forumplanner.domain import approval_words
from forumplanner.domain.protocol import Regime, Subject
from forumplanner.domain.regimes import RULES, Deadline, DeadlineKind, wants_consular_approval
from forumplanner.gui import texting
from forumplanner.gui.widgets.buttons import Segmented
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.fields import Combo, Labelled, Number
from forumplanner.gui.widgets.labels import Label, Pill
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.approval import Approvals

_SOON = 30
"""So many days before a deadline it is marked."""


class RulesCard(Card):
    """`chosen(values)`: names and values of `actions.approval.set_regime`."""

    chosen = Signal(dict)

    def __init__(self) -> None:
        super().__init__(name="approvalRules", margin=16, gap=10)
        self.set_head(lambda: _("Rules of approval"))
        self.regime = Combo(
            tuple((str(regime), lambda regime=regime: _name(regime)) for regime in Regime),  # type: ignore[misc]  # default keeps its own
            name="approvalRegime",
            label=lambda: _("Whose rules"),
            letters=22,
        )
        self.subject = Segmented(
            (
                (str(Subject.SOCIAL), lambda: _("Social sciences")),
                (str(Subject.NATURAL), lambda: _("Natural sciences")),
            ),
            name="approvalSubject",
            label=lambda: _("Subject"),
        )
        self.sensitive = Segmented(
            (("no", lambda: _("No")), ("yes", lambda: _("Yes"))),
            name="approvalSensitive",
            label=lambda: _("Ministers, United Nations, sensitive subjects"),
        )
        self.days = Number(
            name="approvalDays", label=lambda: _("Days before the forum to file"), most=999, unit=lambda: _(" days")
        )
        self.days.say(self.days.setSpecialValueText, lambda: _("as the rules say"))
        self.words = Label("", name="approvalClass", wrap=True)
        self.source = Label("", role="note", name="approvalSource", wrap=True)
        self._due = QWidget()
        self._lay_out()
        self.regime.picked.connect(lambda key: self.chosen.emit({"regime": Regime(key)}))
        self.subject.picked.connect(lambda key: self.chosen.emit({"subject": Subject(key)}))
        self.sensitive.picked.connect(lambda key: self.chosen.emit({"sensitive": key == "yes"}))
        self.days.valueChanged.connect(lambda value: self.chosen.emit({"file_days": value}))

    def show_rules(self, found: Approvals, today: dt.date) -> None:
        """Show the choices and what follows from them."""
        tag, rules = interface_language(), found.rules
        self.regime.choose(str(rules.regime))
        self.subject.choose(str(rules.subject))
        self.sensitive.choose("yes" if rules.sensitive else "no")
        if not self.days.hasFocus():
            self.days.set_value(int(rules.file_days) if rules.file_days.isdigit() else 0)
        applies = bool(RULES[rules.regime].source)
        said = list(approval_words.classification(found.classed, tag)) if applies else []
        most = RULES[rules.regime].most_days
        if found.days is not None and most is not None and found.days > most:
            said.append(approval_words.too_long(found.days, most, tag))
        said += [approval_words.refusal(one, rules.regime, tag) for one in found.refused]
        if wants_consular_approval(rules.regime, consular=found.consular, approved=found.consular_approved):
            said.append(approval_words.consular(found.consular, tag))
        if applies and found.now.starts_on is None:
            said.append(_("The forum has no dates yet, so nothing is due."))
        elif applies and not any(one.kind is DeadlineKind.FILE for one in found.deadlines) and found.deadlines:
            said.append(approval_words.no_dates(rules.regime, tag))
        self.words.setText("\n".join(said))
        self.words.setVisible(bool(said))
        self.source.setText(approval_words.source(rules.regime, tag))
        self._show_due(found, today)

    def _show_due(self, found: Approvals, today: dt.date) -> None:
        old, self._due = self._due, QWidget()
        self._due.setObjectName("approvalDue")
        grid = QGridLayout(self._due)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        tag = interface_language()
        for row, one in enumerate(found.deadlines):
            grid.addWidget(Label(texting.day(one.day, year=True), role="strong", name=f"due_{one.kind}Day"), row, 0)
            grid.addWidget(Label(approval_words.due(one.kind, tag), name=f"due_{one.kind}"), row, 1)
            words = approval_words.countdown(one, today, tag)
            grid.addWidget(Pill(words, tone=_tone(one, found, today), name=f"due_{one.kind}Left"), row, 2)
        grid.setColumnStretch(3, 1)
        self._due.setVisible(bool(found.deadlines))
        self.column.replaceWidget(old, self._due)
        old.hide()
        old.deleteLater()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        for place, (label, field) in enumerate(
            (
                (lambda: _("Whose rules"), self.regime),
                (lambda: _("Subject"), self.subject),
                (lambda: _("File before the forum"), self.days),
                (lambda: _("Ministers, United Nations, sensitive subjects"), self.sensitive),
            )
        ):
            grid.addWidget(Labelled(label, field), place // 2, place % 2)
        grid.setColumnStretch(2, 1)
        self.column.addLayout(grid)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.words)
        self.column.addLayout(words)
        self.column.addWidget(self._due)
        self.column.addWidget(self.source)


def _name(regime: Regime) -> str:
    rules = RULES[regime]
    if regime is Regime.OPEN:
        return _("Choose whose rules apply")
    if not rules.source:
        return _("No rules apply")
    name = rules.source.best(interface_language())
    return f"{name} {rules.year}".rstrip()


def _tone(one: Deadline, found: Approvals, today: dt.date) -> str:
    """Passed without an approval, near, or far; what is behind an approved forum matters no more."""
    settled = one.kind in {DeadlineKind.FILE, DeadlineKind.PRE_REPORT} and found.newest is not None
    left = (one.day - today).days
    if settled or one.kind is DeadlineKind.CHANGE:
        return ""
    return "danger" if left < 0 else "warn" if left <= _SOON else ""
