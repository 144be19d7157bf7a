"""The mail as its reader sees it: to whom, the subject, both clocks and the place old -> new, the words, the files."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from forumplanner import i18n
from forumplanner.domain.older_files import GAP
from forumplanner.domain.telling import Change, Due
from forumplanner.domain.times import conference_day, local_clock, zone_label
from forumplanner.domain.zones import city_of
from forumplanner.gui import texting
from forumplanner.gui.pages.invitations.rewording import Rewording
from forumplanner.gui.pages.invitations.words import TONES, RowWords
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Elide, Label, Picture, Pill, Rule
from forumplanner.gui.widgets.scroll import PageScroll
from forumplanner.i18n import gettext as _
from forumplanner.invitations.previewing import Preview, Previewer
from forumplanner.snapshots.telling import TellingPlan

INVITE = "invite.ics"
_WHOLE = 10_000
_TYPING_MS = 200


class MailPreview(Attentive, PageScroll):
    """The mails of one change, one at a time; `turned(place)` when another one is shown.

    `opened(on)`: the words are being changed, or no more; `reworded(kind, part, tag, text)`: they were.
    """

    turned = Signal(int)
    opened = Signal(bool)
    reworded = Signal(object, str, str, str)

    def __init__(self) -> None:
        super().__init__(name="mailPreview")
        self.setProperty("place", "canvas")
        self._mails: tuple[Due, ...] = ()
        self._place = 0
        self._plan: TellingPlan | None = None
        self._previewer: Previewer | None = None
        self._speak: RowWords | None = None
        self.title = Label(lambda: _("The mail they get"), role="strong", name="previewTitle")
        self.reword = Button(lambda: _("Change the words…"), name="previewReword", kind="link", small=True)
        self.before = Button(
            "", name="previewBefore", kind="icon", icon="chevron-left", tip=lambda: _("Mail before"), key="Left"
        )
        self.after = Button(
            "", name="previewAfter", kind="icon", icon="chevron-right", tip=lambda: _("Next mail"), key="Right"
        )
        self.pager = Label("", role="small", name="previewPager")
        self.texts = Rewording()
        self.texts.hide()
        self.card = Letter()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._lay_out()
        self.before.clicked.connect(lambda _checked: self.turn(-1))
        self.after.clicked.connect(lambda _checked: self.turn(1))
        self.reword.clicked.connect(lambda _checked: self._open(on=True))
        self.texts.left.connect(lambda: self._open(on=False))
        self.texts.typed.connect(self._typing.start)
        self.texts.written.connect(self.reworded)
        self._typing.timeout.connect(self._show_letter)

    def show_mails(self, mails: Sequence[Due], plan: TellingPlan, speak: RowWords) -> None:
        """The mails of a change; the one that was shown stays where it is still among them."""
        shown = self._mails[self._place] if self._mails else None
        if plan is not self._plan:
            self._plan, self._previewer = plan, Previewer(plan)
        self._mails, self._speak = tuple(mails), speak
        whose = [(mail.participant_id, mail.session_id, mail.change) for mail in self._mails]
        key = (shown.participant_id, shown.session_id, shown.change) if shown else None
        self._place = whose.index(key) if key in whose else 0
        self._show()

    def turn(self, by: int) -> None:
        """Another mail of the same change."""
        place = min(max(self._place + by, 0), max(len(self._mails) - 1, 0))
        if place != self._place:
            self._place = place
            self._show()
            self.turned.emit(place)

    def retranslate(self) -> None:
        """The labels; the mail itself stays in its reader's languages."""
        super().retranslate()
        self._show()

    def finish(self) -> bool:
        """Keep what is being typed and close the words; False where a text can't be kept."""
        return self.texts.isHidden() or self.texts.leave()

    def _open(self, *, on: bool) -> None:
        """Change the words, or be done with it."""
        if on is not self.texts.isHidden():
            return
        self.texts.setVisible(on)
        self._show()
        self.opened.emit(on)
        if on and self.texts.panes.panes:
            self.texts.panes.panes[0].box.setFocus()

    def _show(self) -> None:
        number, of = self._place + 1, len(self._mails)
        self.pager.setText(_("{n} of {of}", n=number, of=of) if of else "")
        for button, on in ((self.before, number > 1), (self.after, number < of)):
            button.setEnabled(on)
            button.setVisible(of > 1)
        made = self._made(self._previewer)
        for widget in (self.card, self.title):
            widget.setVisible(made is not None)
        self.reword.setVisible(made is not None and self.texts.isHidden())
        if made is None:
            self._open(on=False)
        elif not self.texts.isHidden() and self._plan is not None:
            self.texts.show_plan(made.kind, self._plan)
        self._show_letter()

    def _show_letter(self) -> None:
        """The mail, with the words as they are typed."""
        previewer = self._previewer
        if self._plan is not None and not self.texts.isHidden():
            previewer = Previewer(self.texts.over(self._plan))
        made = self._made(previewer)
        if made is not None and self._speak is not None:
            self.card.show_mail(made, self._speak)

    def _made(self, previewer: Previewer | None) -> Preview | None:
        return previewer.preview(self._mails[self._place]) if self._mails and previewer else None

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.reword)
        head.addStretch(1)
        for widget in (self.before, self.pager, self.after):
            head.addWidget(widget)
        self.column.setSpacing(8)
        self.column.addLayout(head)
        self.column.addWidget(self.texts)
        self.column.addWidget(self.card)
        self.column.addStretch(1)


class Letter(Card):
    """One mail."""

    def __init__(self) -> None:
        super().__init__(name="letterCard", margin=16, gap=8)
        self.to = Elide("", name="letterTo")
        self.pill = Pill("", name="letterPill")
        self.subject = Elide("", role="strong", name="letterSubject")
        self.facts = QHBoxLayout()
        self.facts.setSpacing(8)
        self.boxes = (Fact(name="letterHere"), Fact(name="letterThere"), Fact(name="letterPlace", gives_way=True))
        for box in self.boxes:
            self.facts.addWidget(box)
        self.facts.addStretch(1)
        self.text = Label("", name="letterText", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.files = Elide("", role="small", name="letterFiles")
        self.column.addLayout(self._head())
        self.column.addWidget(Rule())
        self.column.addLayout(self.facts)
        self.column.addWidget(self.text)
        files = QHBoxLayout()
        files.setSpacing(8)
        files.addWidget(Picture("paperclip", "text3", size=14))
        files.addWidget(self.files, 1)
        self.column.addLayout(files)

    def _head(self) -> QGridLayout:
        head = QGridLayout()
        head.setHorizontalSpacing(12)
        head.setVerticalSpacing(6)
        head.setColumnStretch(1, 1)
        head.addWidget(Label(lambda: _("Goes to"), role="muted", name="letterToLabel"), 0, 0)
        head.addWidget(self.to, 0, 1)
        head.addWidget(self.pill, 0, 2)
        head.addWidget(Label(lambda: _("Subject line"), role="muted", name="letterSubjectLabel"), 1, 0)
        head.addWidget(self.subject, 1, 1, 1, 2)
        return head

    def show_mail(self, mail: Preview, speak: RowWords) -> None:
        """Show that one."""
        self.to.set_text(f"{mail.name} <{mail.mailbox}>")
        self.pill.setText(revision(mail))
        self.pill.set_tone(TONES[mail.change])
        self.subject.set_text(mail.subject)
        self.text.setText(mail.text.strip())
        self.files.set_text(INVITE)
        here, there, place = self.boxes
        zone = mail.event.zone
        here.show_change(zone_name(zone, mail.event.start), *clocks(mail, zone))
        there.setVisible(bool(mail.reader.zone))
        if mail.reader.zone:
            there.show_change(zone_name(mail.reader.zone, mail.event.start), *clocks(mail, mail.reader.zone))
        old, new = places(mail, speak)
        place.setVisible(bool(old or new))
        place.show_change(_("Room"), old, new)


class Fact(QFrame):
    """A small box: what it is, above old -> new; `gives_way`: its words are cut where there is no room."""

    def __init__(self, *, name: str, gives_way: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("card", "sunken")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        least = 24 if gives_way else _WHOLE
        self.what = Elide("", role="small", name=f"{name}What", least=least)
        self.old = Elide("", role="small", name=f"{name}Old", least=least)
        self.arrow = Picture("arrow-right", "text3", size=13)
        self.new = Elide("", role="strong", name=f"{name}New", least=least)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.what)
        row = QHBoxLayout()
        row.setSpacing(7)
        for widget in (self.old, self.arrow, self.new):
            row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)

    def show_change(self, what: str, old: str, new: str) -> None:
        """`old` is "" where nothing changed."""
        self.what.set_text(what)
        self.old.set_text(old)
        self.new.set_text(new)
        self.old.setVisible(bool(old))
        self.arrow.setVisible(bool(old and new))
        self.new.setVisible(bool(new))


def revision(mail: Preview) -> str:
    """Such as "Update no. 2"."""
    if mail.change is Change.CANCEL:
        return _("Cancellation")
    if mail.number > GAP:  # revisions were passed over, and nobody knows how many went out
        return _("Update")
    return _("Update no. {n}", n=mail.number) if mail.number else _("First invitation")


def zone_name(zone: str, at: dt.datetime) -> str:
    """A clock by name: "Beijing Time (UTC+8)", or its city in the reader's language."""
    tag = i18n.interface_language()
    city = city_of(zone).get(tag) if zone not in {"Asia/Shanghai", "Asia/Urumqi"} else ""
    return _("{city} time", city=city) if city else zone_label(zone, conference_day(at, zone), tag)


def clocks(mail: Preview, zone: str) -> tuple[str, str]:
    """Old and new time on one clock; the days too where they differ. A cancellation has no new one."""
    event, was = mail.event, mail.was
    new = f"{local_clock(event.start, zone)}–{local_clock(event.end, zone)}"
    day = conference_day(event.start, zone)
    dated = f"{texting.short_day(day)} {new}"
    if mail.change is Change.CANCEL:
        return dated, ""
    if was is None or was.start is None or was.end is None or (was.start, was.end) == (event.start, event.end):
        return "", dated
    before = conference_day(was.start, zone)
    if before != day:
        return f"{texting.short_day(before)} {local_clock(was.start, zone)}", dated
    return local_clock(was.start, zone), new


def places(mail: Preview, speak: RowWords) -> tuple[str, str]:
    """Old and new place; the old one only where it differs."""
    if mail.change is Change.CANCEL:
        return speak.side(mail.event.location), ""
    if mail.was is None or mail.was.location == mail.event.location:
        return "", speak.side(mail.event.location)
    return speak.places(mail.was, mail.event)
