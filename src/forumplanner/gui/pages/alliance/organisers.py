"""The tab of organisers: the forum's and each parallel forum's by rank, in the order in which papers print them."""

from typing import Any

from PySide6.QtWidgets import QWidget

from forumplanner.actions import organisers as verbs
from forumplanner.domain.enumerations import enumeration
from forumplanner.domain.kinds import OrganiserRole
from forumplanner.domain.text import LocalizedText
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.alliance.choosing import Chooser
from forumplanner.gui.pages.alliance.empty import nothing_yet
from forumplanner.gui.pages.alliance.organiser_details import OrganiserDetails, printed_word
from forumplanner.gui.pages.alliance.organiser_editing import OrganiserEditing, organiser_key
from forumplanner.gui.pages.alliance.register import Register
from forumplanner.gui.pages.alliance.words import both_languages, choices, names
from forumplanner.gui.widgets.adding import AddingCard
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.gui.widgets.fields import Combo
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.queries import organisers as query
from forumplanner.snapshots.organisers import OrganiserLine, Organisers
from forumplanner.snapshots.wordings import Pair

_EVERYWHERE, _FORUM = "*", "forum"


class OrganisersRegister(Register[OrganiserLine]):
    """Ctrl+N lists an institution; Alt+Up and Alt+Down move it within its rank."""

    tables = frozenset({"organiser", "institution", "track", "forum"})

    def __init__(self, frame: Frame) -> None:
        tags = frame.card.languages
        self.whole = Organisers(tags)
        self.details = OrganiserDetails(frame, tags)
        self.place = Chooser(
            name="organiserNewPlace",
            label=lambda: _("Institution"),
            hint=lambda: _("Name or initials"),
            new=lambda text: _("New institution “{name}”", name=text),
        )
        self.role = Combo(choices(OrganiserRole), name="organiserNewRole", label=lambda: _("Rank"))
        self.where = Combo((), name="organiserNewWhere", label=lambda: _("Organises"))
        card = AddingCard(
            lambda: _("New organiser"),
            [
                (lambda: _("Institution"), self.place),
                (lambda: _("Rank"), self.role),
                (lambda: _("Organises"), self.where),
            ],
            name="organiserNew",
            add=lambda: _("List it"),
        )
        super().__init__(
            frame,
            name="organisers",
            columns=self._make_columns,
            identity=lambda row: row.id,
            search=lambda row: haystack(*row.institution.name.texts, *row.institution.short_name.texts),
            label=lambda: _("Organisers of this forum"),
            inspector=self.details,
            adding=card,
            empty=nothing_yet(
                lambda: _("No organisers yet"),
                lambda: _("Hosts, organisers and supporters stand on the cover in the order of this list."),
                name="organisersEmpty",
                icon="building-2",
                new=lambda: _("New organiser"),
                start=self.start_new,
            ),
        )
        self.filter = Combo((), name="organisersWhere", label=lambda: _("Which organisers"), letters=10)
        self.up = Button("", name="organiserUp", kind="icon", icon="arrow-up", tip=lambda: _("Up"), key="Alt+Up")
        self.down = Button(
            "", name="organiserDown", kind="icon", icon="arrow-down", tip=lambda: _("Down"), key="Alt+Down"
        )
        self._connect()
        self._editing = OrganiserEditing(self)

    def tools(self) -> list[QWidget]:
        """Search, whose organisers, order."""
        return [self.search, self.filter, self.up, self.down]

    def read(self, db: Any) -> Organisers:
        """All organisers of the forum."""
        return query.load(db, forum_id=self.frame.forum_id)

    def show_read(self, snapshot: Organisers) -> None:
        """Show them."""
        self.whole = snapshot
        tracks: list[tuple[str, Text]] = [
            (one.id, f"{one.code} {reading.words(one.title, snapshot.languages)}".strip()) for one in snapshot.tracks
        ]
        self.where.set_choices([("", lambda: _("The forum")), *tracks])
        self.filter.set_choices([(_EVERYWHERE, lambda: _("All")), (_FORUM, lambda: _("The forum")), *tracks])
        self.show_rows(snapshot.lines, snapshot.languages)

    def show_line(self, line: OrganiserLine | None) -> None:
        """Show one in the inspector."""
        self.details.show_line(line, self.whole)

    def take_offers(self) -> None:
        """Institutions."""
        self.place.set_choices(self.offers.institutions)
        self.details.institution.take_offers(self.offers)

    def facts(self) -> str:
        """How many there are, and how many of them are the forum's own."""
        total = len(self.whole.lines)
        own = sum(not line.track_id for line in self.whole.lines)
        if not total:
            return ""
        said = ngettext("{n} organiser", "{n} organisers", own)
        return said if own == total else _("{organisers} · {n} of parallel forums", organisers=said, n=total - own)

    def new_words(self) -> str:
        """What Ctrl+N makes."""
        return _("New organiser")

    def first_field(self) -> QWidget | None:
        """The rank."""
        return self.details.role

    def start_new(self) -> None:
        """Begin with the rank and the list of the current line, where one mostly goes on."""
        line = self.current()
        if line is not None:
            self.role.choose(str(line.role))
            self.where.choose(line.track_id)
        super().start_new()

    def move_current(self, by: int) -> None:
        """Within the rank."""
        line = self.current()
        if line is not None:
            doing.done(
                self.frame, lambda: verbs.move_organiser(self.frame.store, organiser_id=organiser_key(line), by=by)
            )

    def remove_current(self) -> None:
        """Take the current one off the list."""
        line = self.current()
        if line is not None:
            doing.done(
                self.frame,
                lambda: verbs.remove_organiser(self.frame.store, organiser_id=organiser_key(line)),
                say=_("Taken off the organisers: {name}", name=reading.words(line.institution.name, self.languages)),
            )

    def sentence(self) -> str:
        """Rank after rank with all its institutions, in each of the forum's languages."""
        shown = self.model.shown()
        return both_languages([self._sentence_in(shown, place) for place in range(len(self.languages))])

    def _sentence_in(self, shown: list[OrganiserLine], place: int) -> str:
        tag = self.languages[place]
        chinese = tag.startswith("zh")
        parts = []
        for words in self.whole.words:
            inside = [_localized(one.institution.name, self.languages) for one in shown if one.role is words.role]
            over = words.own[place] or words.usual[place]
            if inside:
                listed = enumeration(inside, tag, named=len(inside))
                parts.append(f"{over}：{listed}" if chinese else f"{over} {listed}")
        return ("；" if chinese else "; ").join(parts)

    def _connect(self) -> None:
        self.filter.picked.connect(lambda _key: self._filter(self.search.text()))
        self.up.clicked.connect(lambda: self.move_current(-1))
        self.down.clicked.connect(lambda: self.move_current(1))
        self.details.institution.told.connect(self.show_current)

    def _filter(self, query: str) -> None:
        wanted = self.filter.key()
        track = "" if wanted == _FORUM else wanted
        self.model.set_filter(query, None if wanted in {_EVERYWHERE, ""} else lambda row: row.track_id == track)
        self.show_content()

    def _make_columns(self) -> list[Column[OrganiserLine]]:
        return [
            Column("place", lambda: _("Organises"), self._where_words, width=84, cell=Cell.MUTED, hits=False),
            Column("rank", lambda: _("Rank"), self._rank_words, width=168, sort=_rank_place, hits=False),
            *names(lambda row: row.institution.name, lambda: self.languages),
            Column(
                "short",
                lambda: _("Short name"),
                lambda row: reading.words(row.institution.short_name, self.languages),
                width=104,
                cell=Cell.MUTED,
                hide_below=760,
            ),
        ]

    def _where_words(self, row: OrganiserLine) -> str:
        return row.track_code or reading.words(row.track, self.languages) if row.track_id else _("Forum")

    def _rank_words(self, row: OrganiserLine) -> str:
        words = next((one for one in self.whole.words if one.role is row.role), None)
        return printed_word(words, self.languages) if words else reading.word(row.role)


def _rank_place(row: OrganiserLine) -> int:
    return list(OrganiserRole).index(row.role)


def _localized(pair: Pair, languages: tuple[str, ...]) -> LocalizedText:
    return LocalizedText.of(dict(zip(languages, pair.texts, strict=False)))
