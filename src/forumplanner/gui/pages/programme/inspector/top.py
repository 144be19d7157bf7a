"""The head of the details: the way back, what is shown with its colour and kind, tabs; and the row at their foot."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.domain.addresses import KINDS
from forumplanner.gui import reading
from forumplanner.gui.pages.programme.delegate import bar_colour
from forumplanner.gui.pages.programme.inspector.trail import Trail
from forumplanner.gui.pages.programme.rows import Row
from forumplanner.gui.widgets.buttons import Button, Tabs
from forumplanner.gui.widgets.labels import Elide, Pill, Rule
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.programme import Programme


class InspectorTop(QWidget):
    """Stays where it is while the details scroll. `history_wanted(key)`: the tab History was opened for that."""

    history_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("programmeTop")
        self.trail = Trail()
        self.square = QFrame()
        self.square.setObjectName("programmeColour")
        self.square.setFixedSize(10, 10)
        self.heading = Elide("", role="lead", name="programmeHeading")
        self.kind = Pill("", name="programmeKind")
        self.shut = Button("", name="programmeClose", kind="icon", icon="x", tip=lambda: _("Hide details"), key="F4")
        self.tabs = Tabs(
            [("about", ""), ("people", ""), ("history", lambda: _("History"))],
            name="programmeTabs",
            label=lambda: _("Details"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 8, 0)
        column.setSpacing(4)
        column.addWidget(self.trail)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.square)
        row.addWidget(self.heading)
        row.addWidget(self.kind)
        row.addStretch(1)
        row.addWidget(self.shut)
        column.addLayout(row)
        column.addWidget(self.tabs)
        column.addWidget(Rule())

    def show_row(self, row: Row, programme: Programme, steps: list[tuple[str, str]], people: int) -> None:
        """Show what the details are about; `people`: how many are in it."""
        session, part, item = row.session, row.part, row.item
        if session is None:
            return
        languages = programme.languages
        title = item.title if item else part.title if part else session.title
        track = next((one for one in programme.tracks if one.id == session.track_id), None)
        code = track.code if track and item is None and part is None else ""
        kind = reading.word(item.kind) if item else _("Part") if part else reading.word(session.kind)
        words = reading.words(title, languages) or kind
        self.heading.set_text(" · ".join(filter(None, (code, words))))
        self.kind.setText(kind)
        self.kind.setVisible(words != kind)
        self.square.setStyleSheet(f"background: {bar_colour(row, programme).name()}; border-radius: 2px;")
        self.trail.show_steps(steps)
        about = _("Item") if item else _("Part") if part else _("Session")
        self.tabs.tab("about").set_text(about)
        self.tabs.tab("people").set_text(_("People {n}", n=people))
        self.tabs.tab("people").setVisible(item is None)


class InspectorFoot(QWidget):
    """Buttons that add to what is shown and remove it; those about items stand beside their list."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("programmeFoot")
        self.add_item = Button(
            lambda: _("Add item"), name="programmeAddItem", kind="link", icon="plus", small=True, key="Ins"
        )
        self.add_part = Button(lambda: _("Add part"), name="programmeAddPart", kind="link", icon="split", small=True)
        self.sort = Button(
            name="programmeSortAddresses",
            kind="icon",
            icon="list-ordered",
            tip=lambda: _(
                "Puts the addresses into the order of the rules of protocol; everything else stays in place."
            ),
            small=True,
        )
        self.remove = Button(
            lambda: _("Remove"), name="programmeRemove", kind="danger", icon="trash-2", small=True, key="Del"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.addStretch(1)
        row.addWidget(self.remove)

    def show_for(self, row: Row) -> None:
        """What can be added to that."""
        self.add_part.setVisible(row.item is None and row.part is None)
        parts = [row.part] if row.part else row.session.parts if row.session else ()
        addresses = [item for part in parts for item in part.items if item.kind in KINDS]
        self.sort.setVisible(row.item is None and len(addresses) > 1)
