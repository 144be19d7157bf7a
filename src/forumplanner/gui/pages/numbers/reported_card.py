"""Numbers that somebody reported beside those that were counted, with the difference; they are never mixed."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from forumplanner.domain.measure_words import measure_name
from forumplanner.domain.reported import Comparison, Reported, one_list
from forumplanner.gui import texting
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Label, Pill
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext


class ReportedCard(Card):
    """One line a reported number; hidden where nothing was reported."""

    def __init__(self) -> None:
        super().__init__(name="numbersReported", margin=16, gap=6)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_head(lambda: _("Reported elsewhere"))
        note = Label(
            lambda: _("Reported numbers stand beside the counted ones and go into none of them."),
            role="note",
            name="numbersReportedNote",
            wrap=True,
        )
        self.column.addWidget(note)
        self._lines = QWidget()
        self.column.addWidget(self._lines)
        self.same = Label("", role="small", name="numbersOneList", wrap=True)
        self.column.addWidget(self.same)

    def show_comparisons(self, found: Sequence[Comparison]) -> None:
        """Show these."""
        self.setVisible(bool(found))
        old, self._lines = self._lines, QWidget()
        self._lines.setObjectName("numbersReportedLines")
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for row, one in enumerate(found):
            code = one.reported.code
            grid.addWidget(Label(said(one.reported), name=f"reported_{code}"), row, 0)
            counted = _("Counted: {n}", n=texting.number(one.counted)) if one.counted is not None else ""
            grid.addWidget(Label(counted, role="muted", name=f"reportedCounted_{code}"), row, 1)
            words, tone = verdict(one)
            grid.addWidget(Pill(words, tone=tone, name=f"reportedVerdict_{code}"), row, 2)
        grid.setColumnStretch(3, 1)
        self.column.replaceWidget(old, self._lines)
        old.hide()
        old.deleteLater()
        pair = one_list(one.reported for one in found)
        self.same.setVisible(pair is not None)
        if pair is not None:
            first, second = pair
            self.same.setText(
                _(
                    "{first} countries with the host country and {second} without are the same list.",
                    first=first.number,
                    second=second.number,
                )
            )


def said(one: Reported) -> str:
    """What was reported, in the reader's words: "Countries, host included: 12"."""
    word = measure_name(one.measure, interface_language()) if one.measure else one.code
    sides: dict[bool | None, Callable[[], str]] = {
        True: lambda: _("{what}, host included", what=word),
        False: lambda: _("{what}, host not included", what=word),
        None: lambda: word,
    }
    return f"{sides[one.host]()}: {one.text}"


def verdict(one: Comparison) -> tuple[str, str]:
    """In a word what the count says to the report, and its tone."""
    if one.difference is None:
        return _("Not counted here"), ""
    if one.agrees:
        return _("Agrees"), "ok"
    if not one.counted:
        return _("Nothing to count yet"), ""
    number = texting.number(abs(one.difference))
    if one.difference < 0:
        return ngettext("{number} fewer", "{number} fewer", abs(one.difference), number=number), "warn"
    return ngettext("{number} more", "{number} more", one.difference, number=number), "warn"
