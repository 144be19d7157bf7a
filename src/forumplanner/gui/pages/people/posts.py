"""A person's posts in the inspector: which one is printed here, its title in both languages, where it is held."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from forumplanner.gui import reading
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.day import DayField
from forumplanner.gui.widgets.fields import Labelled
from forumplanner.gui.widgets.labels import Pill
from forumplanner.gui.widgets.pair import BilingualField
from forumplanner.gui.widgets.picker import Pick, Picker
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.people import PostLine

_TITLE_WIDTH = 190


class PostsSection(Section):
    """`added()`, `used(post)`, `edited(post, tag, text)`, `confirmed(post, tag)`, `placed(post, institution)`.

    `dated(post, since, until)`: days or None.
    """

    added = Signal()
    used = Signal(str)
    edited = Signal(str, str, str)
    confirmed = Signal(str, str)
    placed = Signal(str, str)
    dated = Signal(str, object, object)

    def __init__(self) -> None:
        self.add = Button(lambda: _("Add a post"), name="personPostAdd", kind="link", small=True)
        super().__init__(lambda: _("Posts"), self.add, name="personPosts")
        self.add.clicked.connect(self.added)
        self._rows: dict[str, PostRow] = {}
        self._institutions: Sequence[Pick] = ()

    def set_institutions(self, picks: Sequence[Pick]) -> None:
        """The institutions to choose from."""
        self._institutions = picks
        for row in self._rows.values():
            row.place.set_choices(picks)

    def show_posts(self, posts: Sequence[PostLine], languages: tuple[str, ...]) -> None:
        """Show these; rows of posts that stay are kept, so that typing goes on."""
        for gone in set(self._rows) - {post.id for post in posts}:
            row = self._rows.pop(gone)
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for post in posts:
            if post.id not in self._rows:
                self._rows[post.id] = self._made(post.id, languages)
            self._rows[post.id].show_post(post, languages)

    def row(self, post_id: str) -> "PostRow":
        """The row of one post."""
        return self._rows[post_id]

    def _made(self, post_id: str, languages: tuple[str, ...]) -> "PostRow":
        row = PostRow(languages)
        row.place.set_choices(self._institutions)
        # One post is always printed: a press on the chosen one must not leave none.
        row.radio.clicked.connect(lambda: row.radio.setChecked(True))
        row.radio.clicked.connect(lambda: self.used.emit(post_id))
        row.title.edited.connect(lambda tag, text: self.edited.emit(post_id, tag, text))
        row.title.confirmed.connect(lambda tag: self.confirmed.emit(post_id, tag))
        row.place.picked.connect(lambda key: self.placed.emit(post_id, key))
        row.dated.connect(lambda since, until: self.dated.emit(post_id, since, until))
        self.column.addWidget(row)
        return row


class PostRow(Attentive, QWidget):
    """One post. `dated(since, until)`."""

    dated = Signal(object, object)

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__()
        self.setObjectName("personPost")
        self._post: PostLine | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        self.radio = QRadioButton()
        self.radio.setObjectName("personPostUsed")
        self.radio.setAutoExclusive(False)
        self.say(self.radio.setToolTip, lambda: _("The post that this forum’s papers print"))
        self.mark = Pill(lambda: _("Used here"), tone="accent", name="personPostMark")
        self.place = Picker(
            name="personPostPlace", label=lambda: _("Institution"), hint=lambda: _("Institution, initials will do")
        )
        self.title = BilingualField(lambda: _("Post title"), name="personPostTitle", tags=languages)
        self.since = DayField(name="personPostSince", label=lambda: _("Since"))
        self.until = DayField(name="personPostUntil", label=lambda: _("Until"))
        head = QHBoxLayout()
        head.addWidget(self.radio, 1)
        head.addWidget(self.mark)
        column.addLayout(head)
        for widget in (Labelled(lambda: _("Institution"), self.place), self.title):
            column.addWidget(widget)
        days = QHBoxLayout()
        days.setSpacing(8)
        days.addWidget(Labelled(lambda: _("Since"), self.since))
        days.addWidget(Labelled(lambda: _("Until"), self.until))
        column.addLayout(days)
        for day in (self.since, self.until):
            day.editingFinished.connect(self._take_days)

    def show_post(self, post: PostLine, languages: tuple[str, ...]) -> None:
        """Show the post; one that was over before the forum can't be chosen for its papers."""
        self._post = post
        called = reading.words(post.title, languages) or reading.words(post.institution, languages)
        shown = self.radio.fontMetrics().elidedText(called, Qt.TextElideMode.ElideRight, _TITLE_WIDTH)
        self.radio.setText(shown or _("Post without a title"))
        self.radio.setAccessibleName(called)
        self.radio.setChecked(post.used)
        self.radio.setEnabled(post.used or not post.ended)
        self.mark.setVisible(post.used or post.ended)
        self.mark.set_tone("warn" if post.ended else "accent")
        self.mark.say(self.mark.setText, (lambda: _("Ended")) if post.ended else (lambda: _("Used here")))
        self.title.set_value(post.title)
        self.place.show_chosen(reading.words(post.institution, languages))
        for field, day in ((self.since, post.since), (self.until, post.until)):
            if not (field.hasFocus() and field.isModified()):
                field.setText(day.isoformat() if day else "")

    def _take_days(self) -> None:
        post = self._post
        if post is None or not (self.since.is_sound() and self.until.is_sound()):
            return
        since, until = self.since.value(), self.until.value()
        if (since, until) != (post.since, post.until):
            self.dated.emit(since, until)
