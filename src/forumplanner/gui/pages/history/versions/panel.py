"""The Versions view: the list of releases at the left; at the right two of them compared, or a new one being issued."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from forumplanner.gui import reading, texting
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.history.versions.comparing import NOW, ComparingPanel
from forumplanner.gui.pages.history.versions.reading import Compared, Listed, Releases
from forumplanner.gui.pages.history.versions.releasing import ReleasingPanel
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.labels import Label, Rule
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:
    from forumplanner.snapshots.releases import ReleaseLine

LIST_WIDTH = 340


class VersionsPanel(Attentive, QWidget):
    """Stands below the head of the page; `show_forum` reads for another forum, `refresh` reads again."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("versionsPanel")
        self.frame = frame
        self._listed = Listed((), current=False)
        self._wants_release = False
        self._releases = Releases(frame, self)
        self.release = Button(lambda: _("Release…"), name="versionsRelease", kind="primary", icon="tag")
        self.list = QListWidget()
        self.list.setObjectName("versionsList")
        self.list.setSpacing(2)
        self.say(self.list.setAccessibleName, lambda: _("Versions"))
        self.comparing = ComparingPanel()
        self.releasing = ReleasingPanel()
        self.empty = EmptyState(
            lambda: _("No version has been issued yet"),
            lambda: _("A release keeps the programme as it stands under a name, so that later changes can be told."),
            name="versionsEmpty",
            icon="tag",
        )
        self.places = QStackedWidget()
        self.places.setObjectName("versionsPlaces")
        for place in (self.empty, self.comparing, self.releasing):
            self.places.addWidget(place)
        self._lay_out()
        self.release.clicked.connect(self.start_release)
        self.list.itemActivated.connect(self._pick)
        self.list.itemClicked.connect(self._pick)
        self.comparing.wanted.connect(self._compare)
        self.comparing.asked.connect(self._hand_out)
        self.releasing.left.connect(self._leave_release)
        self.releasing.issued.connect(self._issue)
        self.setFocusProxy(self.list)

    def show_forum(self) -> None:
        """Show the versions of the forum that the window shows."""
        self._leave_release()
        self.comparing.show_compared(None)

    def refresh(self) -> None:
        """Read again, keeping what is selected."""
        self._releases.read(self._show)

    def start_release(self) -> None:
        """Open the panel that issues a release."""
        self._wants_release = True
        self.places.setCurrentWidget(self.releasing)
        self.releasing.start(self._listed.lines)
        self._tell_changes_since()

    def retranslate(self) -> None:
        """Say the list again."""
        super().retranslate()
        if hasattr(self, "list"):
            self._fill()

    def _show(self, listed: Listed) -> None:
        fresh = listed.lines != self._listed.lines
        self._listed = listed
        self._fill()
        any_kept = self.comparing.show_releases(listed.lines, current=listed.current)
        if self._wants_release:
            if fresh:
                self.releasing.start(listed.lines)
            self._tell_changes_since()
            return
        self.places.setCurrentWidget(self.comparing if any_kept else self.empty)
        if any_kept:
            self._compare(*self.comparing.pair())

    def _fill(self) -> None:
        chosen = self.list.currentRow()
        self.list.clear()
        for line in self._listed.lines:
            item = QListWidgetItem(self._words(line))
            item.setData(Qt.ItemDataRole.UserRole, line.name)
            if not line.kept:
                item.setToolTip(_("Only noted: its content was not kept"))
            self.list.addItem(item)
        self.list.setCurrentRow(max(0, min(chosen, self.list.count() - 1)))

    def _words(self, line: "ReleaseLine") -> str:
        """Name and kind; when and by whom; the note."""
        at = line.issued_at.astimezone()
        when = f"{texting.day_of_year(at.date())} {at:%H:%M}"
        note = reading.line(line.note, self.frame.card.languages)
        second = " · ".join(filter(None, (when, line.issued_by)))
        return "\n".join(filter(None, (f"{line.name}  {reading.word(line.kind)}", second, note)))

    def _pick(self, item: QListWidgetItem) -> None:
        """Compare the release with the one after it, the newest with now."""
        name = item.data(Qt.ItemDataRole.UserRole)
        names = [line.name for line in self._listed.lines if line.kept]
        if name in names and not self._wants_release:
            place = names.index(name)
            self.comparing.choose(name, names[place - 1] if place else NOW)
            self._compare(*self.comparing.pair())

    def _compare(self, old: str, new: str) -> None:
        if old:
            self._releases.compare(old, new, self.comparing.show_compared)

    def _tell_changes_since(self) -> None:
        kept = [line.name for line in self._listed.lines if line.kept]
        if kept:
            self._releases.compare(kept[0], "", lambda made: self.releasing.show_changes(made.comparison))

    def _issue(self, name: str, kind: object, note: object, minor: object) -> None:
        made = (name, kind, note, minor)
        self._releases.issue(*made, done=self._leave_release)  # type: ignore[arg-type]  # what the panel's signal carries

    def _leave_release(self) -> None:
        self._wants_release = False
        kept = any(line.kept for line in self._listed.lines)
        self.places.setCurrentWidget(self.comparing if kept else self.empty)

    def _hand_out(self, what: str) -> None:
        compared = self.comparing.compared()
        if compared is None:
            return
        if what == "pdf":
            self._releases.save_pdf(compared)
        elif what == "word":
            self._releases.save_word(compared)
        else:
            self._copy(compared, () if what == "both" else (what,))

    def _copy(self, compared: Compared, languages: tuple[str, ...]) -> None:
        from forumplanner.changes import text_to_paste  # noqa: PLC0415 - needed here only

        notice = compared.notice
        text = text_to_paste(
            compared.comparison,
            old=notice.old.name,
            new=notice.new.name,
            title=notice.short_title,
            languages=languages,
        )
        QGuiApplication.clipboard().setText(text)
        self.frame.toast(_("The changes are copied; paste them into the chat group."))

    def _lay_out(self) -> None:
        left = QWidget()
        left.setObjectName("versionsLeft")
        left.setFixedWidth(LIST_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(Label(lambda: _("Versions"), role="lead", name="versionsTitle"), 1)
        head.addWidget(self.release)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(left)
        across.addWidget(Rule(standing=True))
        across.addWidget(self.places, 1)
