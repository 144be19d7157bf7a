"""Changes as the window shows them: by session, each with its kind, what it was and what it is now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forumplanner.changes.kinds import kind_word
from forumplanner.gui import reading, texting
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.labels import Label, Picture, Pill
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.changes import Change, ChangeGroup, ChangeKind, Comparison

_ICONS = {
    ChangeKind.ADDED: ("plus", "ok"),
    ChangeKind.CANCELLED: ("minus", "danger"),
    ChangeKind.TIME: ("clock", "warn"),
    ChangeKind.ROOM: ("map-pin", "warn"),
    ChangeKind.TITLE: ("type", "warn"),
    ChangeKind.PERSON: ("user", "warn"),
    ChangeKind.CHAIR: ("user", "warn"),
    ChangeKind.OTHER: ("info", "text2"),
}
MOST = 400
"""Rows drawn at once; a longer list says how many it leaves out."""


class ChangesView(Attentive, QScrollArea):
    """Scrolls; with `ticks` each change can be marked as minor."""

    def __init__(self, *, name: str, ticks: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.say(self.setAccessibleName, lambda: _("Changes"))
        self._with_ticks, self._comparison = ticks, None
        self._ticked: set[str] = set()
        self.ticks: dict[str, QCheckBox] = {}

    def show_changes(self, comparison: Comparison | None) -> None:
        """Show other changes; what was ticked stays ticked."""
        self._comparison = comparison  # type: ignore[assignment]  # it begins with nothing
        self.retranslate()

    def minor(self) -> tuple[str, ...]:
        """The ids that are ticked, of changes that are shown."""
        return tuple(key for key, tick in self.ticks.items() if tick.isChecked())

    def forget(self) -> None:
        """Tick nothing any more."""
        self._ticked.clear()

    def retranslate(self) -> None:
        """Say everything in the reader's language."""
        super().retranslate()
        if hasattr(self, "_comparison"):
            self.setWidget(self._body(self._comparison))

    def _body(self, comparison: Comparison | None) -> QWidget:
        body = QWidget()
        body.setObjectName(f"{self.objectName()}Body")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(6)
        self.ticks = {}
        drawn = 0
        for group in comparison.groups if comparison is not None else ():
            if drawn >= MOST:
                break
            column.addWidget(self._head(group, comparison.languages if comparison else ()))
            for change in group.changes[: MOST - drawn]:
                column.addWidget(self._row(change, comparison.languages if comparison else ()))
                drawn += 1
        left = sum(len(group.changes) for group in comparison.groups) - drawn if comparison is not None else 0
        if left:
            column.addWidget(Label(_("{n} more are in the change notice.", n=left), role="small", name="changesLeft"))
        column.addStretch(1)
        return body

    def _head(self, group: ChangeGroup, languages: tuple[str, ...]) -> QWidget:
        when = texting.short_day(group.day) if group.day else ""
        words = " · ".join(filter(None, (reading.line(group.title, languages), when)))
        label = Label(words, role="label", name="changesSession", wrap=True)
        label.setContentsMargins(0, 10, 0, 0)
        return label

    def _row(self, change: Change, languages: tuple[str, ...]) -> QWidget:
        row = QWidget()
        row.setObjectName("changeRow")
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 2, 0, 2)
        across.setSpacing(10)
        icon, tone = _ICONS[change.kind]
        across.addWidget(Picture(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        kind = kind_word(change.kind, interface_language())
        title = _("{kind}: {what}", kind=kind, what=reading.line(change.what, languages))
        words.addWidget(Label(title, role="strong", name="changeTitle", wrap=True))
        words.addWidget(Label(self._told(change, languages), role="small", name="changeTold", wrap=True))
        across.addLayout(words, 1)
        if self._with_ticks:
            across.addWidget(self._tick(change, title), 0, Qt.AlignmentFlag.AlignTop)
        elif change.minor:
            across.addWidget(Pill(lambda: _("Minor")), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _told(self, change: Change, languages: tuple[str, ...]) -> str:
        """Was → now for the reader; where only the other language changed, in that."""
        here = reading.place(languages)
        pairs = list(zip(change.was, change.now, strict=True))
        pair = pairs[here]
        if pair[0] == pair[1]:
            pair = next((other for other in pairs if other[0] != other[1]), pair)
        return " → ".join(filter(None, pair))

    def _tick(self, change: Change, title: str) -> QCheckBox:
        tick = QCheckBox(_("Minor"))
        tick.setObjectName("changeMinor")
        tick.setAccessibleName(_("Minor: {what}", what=title))
        tick.setToolTip(_("A slip put right: counted, but off the change notice"))
        tick.setChecked(change.id in self._ticked or change.minor)
        tick.setEnabled(not change.minor)
        tick.toggled.connect(lambda on: self._ticked.add(change.id) if on else self._ticked.discard(change.id))
        self.ticks[change.id] = tick
        return tick
