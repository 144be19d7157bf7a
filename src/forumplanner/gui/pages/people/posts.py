"""A person's posts in the inspector: which one is printed here, its title in both languages, where it is held."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from forumplanner.gui import reading
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Labelled
from forumplanner.gui.widgets.pair import BilingualField
from forumplanner.gui.widgets.picker import Pick, Picker
from forumplanner.gui.widgets.sections import Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.people import PostLine


class PostsSection(Section):
    """`added()`, `used(post)`, `edited(post, tag, text)`, `confirmed(post, tag)`, `placed(post, institution)`."""

    added = Signal()
    used = Signal(str)
    edited = Signal(str, str, str)
    confirmed = Signal(str, str)
    placed = Signal(str, str)

    def __init__(self) -> None:
        self.add = Button(lambda: _("Add"), name="personPostAdd", kind="link", small=True)
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

    def _made(self, post_id: str, languages: tuple[str, ...]) -> "PostRow":
        row = PostRow(languages)
        row.place.set_choices(self._institutions)
        # One post is always printed: a press on the chosen one must not leave none.
        row.radio.clicked.connect(lambda: row.radio.setChecked(True))
        row.radio.clicked.connect(lambda: self.used.emit(post_id))
        row.title.edited.connect(lambda tag, text: self.edited.emit(post_id, tag, text))
        row.title.confirmed.connect(lambda tag: self.confirmed.emit(post_id, tag))
        row.place.picked.connect(lambda key: self.placed.emit(post_id, key))
        self.column.addWidget(row)
        return row


class PostRow(Attentive, QWidget):
    """One post."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__()
        self.setObjectName("personPost")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        self.radio = QRadioButton()
        self.radio.setObjectName("personPostUsed")
        self.radio.setAutoExclusive(False)
        self.say(self.radio.setText, lambda: _("Printed in this forum"))
        self.place = Picker(
            name="personPostPlace", label=lambda: _("Institution"), hint=lambda: _("Institution, initials will do")
        )
        self.title = BilingualField(lambda: _("Post title"), name="personPostTitle", tags=languages)
        for widget in (self.radio, Labelled(lambda: _("Institution"), self.place), self.title):
            column.addWidget(widget)

    def show_post(self, post: PostLine, languages: tuple[str, ...]) -> None:
        """Show the post."""
        self.radio.setChecked(post.used)
        self.title.set_value(post.title)
        self.place.show_chosen(reading.words(post.institution, languages))
