"""One question after the other: are these two one person? Answered by 1, 2 or 3, beside both records in full."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.actions import merging
from forumplanner.domain import likeness_words
from forumplanner.domain.merging import LISTS, Side
from forumplanner.domain.merging_words import field_words
from forumplanner.domain.text import ZH
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.people.duplicates.search import Doubt
from forumplanner.gui.pages.people.duplicates.sides import FieldTable
from forumplanner.gui.pages.people.face import Face
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card, EmptyState
from forumplanner.gui.widgets.labels import Elide, Label
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries import duplicates as query
from forumplanner.snapshots.duplicates import ComparedPerson, Comparison

_WIDTH = 900


class DuplicatesView(Attentive, QWidget):
    """`left()`: back to the list. What is answered "Later" is asked again the next time."""

    left = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("duplicates")
        self._frame = frame
        self._doubts: tuple[Doubt, ...] = ()
        self._later: set[tuple[str, str]] = set()
        self._shown: Doubt | None = None
        self._compared: Comparison | None = None
        self.place = Label("", role="strong", name="duplicatesPlace")
        self.back = Button(lambda: _("Back to the list"), name="duplicatesBack", icon="chevron-left", key="Esc")
        self.question = Label("", role="lead", name="duplicatesQuestion", wrap=True)
        self.faces = (FaceCard(frame, name="mergeKeep"), FaceCard(frame, name="mergeDrop"))
        self.fields = FieldTable()
        self.preview = Label("", role="small", name="mergePreview", wrap=True)
        self.one = Button(lambda: _("1  One person"), name="mergeOne", kind="primary", key="1")
        self.two = Button(lambda: _("2  Two people"), name="mergeTwo", key="2")
        self.wait = Button(lambda: _("3  Later"), name="mergeLater", kind="ghost", key="3")
        self.nobody = EmptyState(
            lambda: _("Nobody stands twice"),
            lambda: _("Pairs that may be one person are shown here, one after the other."),
            name="duplicatesNone",
            icon="circle-check",
        )
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.one.clicked.connect(self.merge)
        self.two.clicked.connect(self.keep_apart)
        self.wait.clicked.connect(self.later)

    def show_doubts(self, doubts: tuple[Doubt, ...]) -> None:
        """Ask about these; the one that is shown stays while it is still in doubt."""
        self._doubts = doubts
        shown = self._shown
        again = next((one for one in doubts if shown is not None and one.likely == shown.likely), None)
        self._show(again or self._next())

    def start(self) -> None:
        """Begin at the likeliest, with those too that were left for later."""
        self._later.clear()
        self._shown = None
        self._show(self._next())
        self.setFocus()

    def merge(self) -> None:
        """The two are one: one step."""
        compared, doubt = self._compared, self._shown
        if compared is None or doubt is None:
            return
        keep, drop = doing.person_id(compared.keep.id), doing.person_id(compared.drop.id)
        choices = self.fields.choices()
        name = compared.keep.name.shown(i18n.interface_language())
        done = doing.done(self._frame, lambda: merging.merge(self._frame.store, keep=keep, drop=drop, choices=choices))
        if done is not None:
            remarks = [remark[i18n.interface_language()] for remark in done.remarks]
            self._frame.toast(" ".join([_("{name} is one person now.", name=name), *remarks[:1]]), undo=True)
            self._without(compared.drop.id)

    def keep_apart(self) -> None:
        """The two are two, for ever."""
        doubt = self._shown
        if doubt is None:
            return
        first, second = (doing.person_id(key) for key in (doubt.likely.first, doubt.likely.second))
        doing.done(
            self._frame,
            lambda: merging.keep_apart(self._frame.store, first, second),
            say=_("They stay two people; nobody is asked about them again."),
        )
        self._doubts = tuple(one for one in self._doubts if one.likely != doubt.likely)
        self._show(self._next())

    def later(self) -> None:
        """Another time."""
        if self._shown is not None:
            self._later.add((self._shown.likely.first, self._shown.likely.second))
            self._show(self._next())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """1, 2, 3 answer; Up and Down go to the fields that differ; Esc goes back."""
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_1: self.merge,
            Qt.Key.Key_2: self.keep_apart,
            Qt.Key.Key_3: self.later,
            Qt.Key.Key_Up: lambda: self.fields.step(-1),
            Qt.Key.Key_Down: lambda: self.fields.step(1),
            Qt.Key.Key_Escape: self.left.emit,
        }
        act = acts.get(Qt.Key(event.key())) if event.key() in {int(key) for key in acts} else None
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Ask in the other language."""
        super().retranslate()
        if self._shown is not None:
            self._show(self._shown)

    def _next(self) -> Doubt | None:
        waiting = (one for one in self._doubts if (one.likely.first, one.likely.second) not in self._later)
        return next(waiting, None)

    def _without(self, person_id: str) -> None:
        self._doubts = tuple(one for one in self._doubts if not one.concerns(person_id))
        self._show(self._next())

    def _show(self, doubt: Doubt | None) -> None:
        compared = self._read(doubt) if doubt else None
        self._shown, self._compared = (doubt, compared) if compared else (None, None)
        self._stack.setCurrentWidget(self._body if compared else self._none)
        later = len(self._later & {(one.likely.first, one.likely.second) for one in self._doubts})
        if doubt is None or compared is None:
            self.place.setText("")
            said = ngettext("{n} pair is left for later.", "{n} pairs are left for later.", later)
            self.nobody.tell(
                (lambda: _("That was all for now")) if later else (lambda: _("Nobody stands twice")),
                said if later else lambda: _("Pairs that may be one person are shown here, one after the other."),
            )
            return
        left = len(self._doubts) - later
        self.place.setText(ngettext("{n} pair to look at", "{n} pairs to look at", left))
        self.question.setText(_asked(doubt))
        self.faces[0].show_person(compared.keep, compared)
        self.faces[1].show_person(compared.drop, compared)
        self.fields.show_fields(compared)
        self.preview.setText(_goes_over(compared))

    def _read(self, doubt: Doubt) -> Comparison | None:
        """Side by side; who does more in the programme is the one who stays."""
        first, second = doing.person_id(doubt.likely.first), doing.person_id(doubt.likely.second)
        tag = i18n.interface_language()
        with self._frame.store.read() as db:
            found = query.compare(db, keep=first, drop=second, tag=tag)
            if found is not None and found.drop.appearances > found.keep.appearances:
                found = query.compare(db, keep=second, drop=first, tag=tag)
        return found

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 12, 20, 12)
        outer.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addSpacing(8)
        head.addWidget(self.place)
        head.addStretch(1)
        outer.addLayout(head)
        self._stack = QStackedWidget()
        self._stack.setObjectName("duplicatesStack")
        self._body, self._none = self._question_body(), self.nobody
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._none)
        outer.addWidget(self._stack, 1)
        self._stack.setCurrentWidget(self._none)

    def _question_body(self) -> QWidget:
        card = Card(name="duplicatesCard", gap=10)
        card.setMaximumWidth(_WIDTH)
        card.column.addWidget(self.question)
        pair = QHBoxLayout()
        pair.setSpacing(10)
        pair.addSpacing(142)
        for face in self.faces:
            pair.addWidget(face, 1)
        card.column.addLayout(pair)
        inside = QWidget()
        inside.setObjectName("mergeFieldsBody")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.addWidget(self.fields)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("mergeScroll")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        card.column.addWidget(scroll, 1)
        card.column.addWidget(self.preview)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.one, self.two, self.wait):
            foot.addWidget(button)
        foot.addStretch(1)
        hint = Label(
            lambda: _("Up and Down go to what differs; Left and Right choose which value stays."),
            role="note",
            name="mergeHint",
        )
        foot.addWidget(hint)
        card.column.addLayout(foot)
        body = QWidget()
        body.setObjectName("duplicatesBody")
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)
        return body


class FaceCard(QWidget):
    """The head of one side: face, name, country, in which forums."""

    def __init__(self, frame: Frame, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.face = Face(frame)
        row.addWidget(self.face)
        words = QVBoxLayout()
        words.setSpacing(1)
        self.name = Elide("", role="strong", name=f"{name}Name")
        self.facts = Elide("", role="small", name=f"{name}Facts")
        self.forums = Elide("", role="note", name=f"{name}Forums")
        for widget in (self.name, self.facts, self.forums):
            words.addWidget(widget)
        row.addLayout(words, 1)

    def show_person(self, person: ComparedPerson, compared: Comparison) -> None:
        """Show one of the two."""
        tag = i18n.interface_language()
        called = person.name.shown(tag)
        self.face.show_person(person.photo, called)
        self.name.set_text(called or _("Without a name"))
        other = person.name.latin if called == person.name.zh else person.name.zh
        self.facts.set_text(" · ".join(filter(None, (other, reading.country(person.country)))))
        here = person is compared.keep
        self.forums.set_text(
            reading.listed(forum.title for forum in compared.forums if (forum.keep if here else forum.drop))
        )


def _asked(doubt: Doubt) -> str:
    tag = i18n.interface_language()
    if not doubt.likely.reasons:
        return _("You chose these two. Are they one person?")
    return likeness_words.question(doubt.first, doubt.second, doubt.likely.reasons, tag)


def _goes_over(compared: Comparison) -> str:
    """What a merge moves from the right to the left."""
    drop = compared.drop
    forums = sum(forum.drop and not forum.keep for forum in compared.forums)
    parts = (
        ngettext("{n} appearance", "{n} appearances", drop.appearances) if drop.appearances else "",
        ngettext("{n} post", "{n} posts", len(drop.posts)) if drop.posts else "",
        ngettext("{n} forum", "{n} forums", forums) if forums else "",
    )
    name = compared.keep.name.shown(i18n.interface_language())
    what = reading.listed(filter(None, parts))
    if what:
        said = _("One person: over to {name} goes {what}. It can be taken back.", what=what, name=name)
    else:
        said = _(
            "One person: the left record stays; the right one has no appearances, posts or forums of its own. "
            "It can be taken back."
        )
    return ("" if i18n.interface_language() == ZH else " ").join((said, *_gives_way(compared)))


def _gives_way(compared: Comparison) -> Iterator[str]:
    """Which values are in the way of each other: what happens to the one that is not chosen."""
    differing = [one for one in compared.fields if one.differs]
    if any(one.code == "phone" for one in differing):
        yield _("The phone number that isn’t chosen goes to the notes.")
    if any(one.code.startswith("name.") or one.code == "code" for one in differing):
        yield _("Names and codes not chosen still find the person in files.")
    forums = [one for forum in compared.forums for one in forum.fields if one.differs]
    kept = {"phone", "notes", "code", *LISTS}
    lost = [one for one in (*differing, *forums) if one.code.rpartition(":")[2] not in kept]
    lost = [one for one in lost if not one.code.startswith("name.") and one.preset is not Side.BOTH]
    if lost:
        tag = i18n.interface_language()
        told = reading.listed(f"{field_words(one.code, tag)} {one.drop}" for one in lost)
        yield _("Lost unless you choose it: {what}.", what=told)
