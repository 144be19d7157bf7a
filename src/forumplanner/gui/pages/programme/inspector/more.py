"""What else is known of a session or item: summary, place, link, video, notes; folded while there is none of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.gui.pages.programme.inspector.form import Form
from forumplanner.gui.pages.programme.inspector.texts import RefText, TextPort
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Field
from forumplanner.gui.widgets.labels import Rule
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.completeness import TextRef
from forumplanner.snapshots.programme import ItemLine, SessionLine


class More(QWidget):
    """A line that folds; `set(field, value)` for "url", "media" and "notes"; texts are handed over by their port."""

    set = Signal(str, str)

    def __init__(self, port: TextPort) -> None:
        super().__init__()
        self.setObjectName("more")
        self._shown = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Rule())
        self.body = QWidget()
        self.body.setObjectName("moreBody")
        self.fold = Button("", name="moreFold", kind="link", icon="chevron-right", small=True)
        self.fold.clicked.connect(lambda: self.set_open(not self.body.isVisibleTo(self)))
        column.addWidget(self.fold)
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        self.summary = RefText(lambda: _("Summary"), name="moreSummary", port=port, paragraphs=True, least=3)
        self.abstract = RefText(lambda: _("Abstract"), name="moreAbstract", port=port, paragraphs=True, least=3)
        self.script = RefText(lambda: _("What the host says"), name="moreScript", port=port, paragraphs=True, least=2)
        self.place = RefText(lambda: _("Place outside the venue"), name="morePlace", port=port)
        self.fields = Form(name="moreFields")
        self.url = Field(name="moreUrl", label=lambda: _("Link"), hint="https://")
        self.media = Field(name="moreMedia", label=lambda: _("Video"), hint=lambda: _("file or link"))
        self.notes = Field(
            name="moreNotes", label=lambda: _("Notes"), hint=lambda: _("for the secretariat, on no paper")
        )
        self.fields.put(lambda: _("Link (live, meeting or replay)"), self.url, row=0, column=0, span=6)
        self.fields.put(lambda: _("Video"), self.media, row=1, column=0, span=6)
        self.fields.put(lambda: _("Notes"), self.notes, row=2, column=0, span=6)
        for field, line in (("url", self.url), ("media", self.media), ("notes", self.notes)):
            self.fields.tell_words(field, line)
        self.fields.set.connect(self.set)
        for widget in (self.summary, self.abstract, self.script, self.place, self.fields):
            inner.addWidget(widget)
        column.addWidget(self.body)
        self.set_open(open_=False)

    def set_open(self, open_: bool) -> None:
        """Show or fold what is inside."""
        self.body.setVisible(open_)
        self.fold.set_icon("chevron-down" if open_ else "chevron-right")

    def show_session(self, session: SessionLine, tags: tuple[str, ...]) -> None:
        """What a session says."""
        self._turn_to(session.id, bool(session.summary or session.place or session.url or session.notes))
        self._show_only(item=False)
        self.summary.show_text(TextRef("session", session.id, "summary"), session.summary, tags)
        self.place.show_text(TextRef("session", session.id, "place"), session.place, tags)
        self.fields.keep("url", self.url, session.url)
        self.fields.keep("notes", self.notes, session.notes)

    def show_item(self, item: ItemLine, tags: tuple[str, ...]) -> None:
        """What an item says."""
        self._turn_to(item.id, bool(item.abstract or item.url or item.media or item.notes or item.script))
        self._show_only(item=True)
        self.abstract.show_text(TextRef("item", item.id, "abstract"), item.abstract, tags)
        self.script.show_text(TextRef("item", item.id, "script"), item.script, tags)
        self.fields.keep("url", self.url, item.url)
        self.fields.keep("media", self.media, item.media)
        self.fields.keep("notes", self.notes, item.notes)

    def _turn_to(self, identity: str, has_any: bool) -> None:
        """Another thing opens where it has something to show; the same one stays as it is."""
        if identity != self._shown:
            self._shown = identity
            self.set_open(has_any)

    def _show_only(self, *, item: bool) -> None:
        for widget in (self.summary, self.place):
            widget.setVisible(not item)
        self.fold.set_text(
            (lambda: _("Abstract, script, link, video, notes")) if item else (lambda: _("Summary, link, notes"))
        )
        self.abstract.setVisible(item)
        self.script.setVisible(item)
        self.media.setVisible(item)
        label = self.fields.findChild(QWidget, "moreMediaLabel")
        if isinstance(label, QWidget):
            label.setVisible(item)
