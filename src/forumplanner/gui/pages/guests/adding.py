"""Adding guests: consular posts from a list, one guest of a post, or a guest of honour."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Signal

from forumplanner.actions.guests import Comer
from forumplanner.domain.guest_kinds import ProtocolGroup, ProtocolLevel
from forumplanner.domain.ids import ConsularPostId
from forumplanner.domain.kinds import ConsularClass, ConsularRole
from forumplanner.domain.missions import NewMission, mission, sample_missions
from forumplanner.gui import reading
from forumplanner.gui.pages.guests.form import FormCard
from forumplanner.gui.pages.guests.person_field import PersonField
from forumplanner.gui.pages.guests.post_list import PostList
from forumplanner.gui.pages.guests.record import choices
from forumplanner.gui.places import country_picks
from forumplanner.gui.widgets.buttons import Segmented
from forumplanner.gui.widgets.fields import Combo
from forumplanner.gui.widgets.picker import Pick, Picker
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.guests import Guests

POSTS, CONSUL, HONOUR = "posts", "consul", "honour"
K = TypeVar("K", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class NewGuest:
    """What is to be added: posts, or one guest of a post, or a guest of honour."""

    posts: tuple[ConsularPostId | NewMission, ...] = ()
    comer: Comer | None = None
    consular_class: ConsularClass | None = None
    role: ConsularRole | None = None
    group: ProtocolGroup | None = None
    level: ProtocolLevel | None = None


class NewGuestCard(FormCard):
    """`made(NewGuest)`."""

    made = Signal(object)

    def __init__(self) -> None:
        super().__init__(lambda: _("New guest"), lambda: _("Add the guest"), lambda: _("Leave"), name="newGuest")
        self.kind = Segmented(
            [
                (POSTS, lambda: _("Several posts")),
                (CONSUL, lambda: _("One consul")),
                (HONOUR, lambda: _("Guest of honour")),
            ],
            name="newGuestKind",
            label=lambda: _("What to add"),
        )
        self.posts = PostList()
        self.other = Picker(
            name="newGuestCountry", label=lambda: _("Post of another country"), hint=lambda: _("Country")
        )
        self.post = Picker(name="newGuestPost", label=lambda: _("Consular post"), hint=lambda: _("Thailand, Lao PDR…"))
        self.person = PersonField(name="newGuestPerson", label=lambda: _("Person, if known"))
        self.rank = Combo(choices(ConsularClass), name="newGuestClass", label=lambda: _("Class"))
        self.role = Combo(choices(ConsularRole), name="newGuestRole", label=lambda: _("Function"))
        self.group = Combo(choices(ProtocolGroup), name="newGuestGroup", label=lambda: _("Group"))
        self.level = Combo(choices(ProtocolLevel), name="newGuestLevel", label=lambda: _("Level"))
        self._post, self._names = "", dict[str, str]()
        self.column.insertWidget(1, self.kind)
        self.add(
            (
                ((lambda: _("Consular posts"), self.posts),),
                ((lambda: _("Post of another country"), self.other),),
                ((lambda: _("Consular post"), self.post),),
                ((lambda: _("Person, if known"), self.person),),
                ((lambda: _("Class"), self.rank), (lambda: _("Function"), self.role)),
                ((lambda: _("Group"), self.group), (lambda: _("Level"), self.level)),
            )
        )
        self.group.choose(str(ProtocolGroup.GUEST_OF_HONOUR))
        self.kind.picked.connect(lambda _key: self._show_kind())
        self.other.picked.connect(self._add_country)
        self.post.picked.connect(self._take_post)
        self._show_kind()

    def offer(self, guests: Guests) -> None:
        """The posts of the directory that have no guest yet, and samples of others."""
        known = [(line.id, reading.words(line.name, guests.languages)) for line in guests.missions]
        self._names = dict(known)
        open_ = [(line.id, self._names[line.id]) for line in guests.missions if not line.invited]
        here = {line.country for line in guests.missions}
        self.posts.show_posts([*open_, *(_sample(one) for one in sample_missions() if one.country not in here)])
        self.other.set_choices(country_picks())
        self.post.set_choices([Pick(key, words, "", haystack(words, rare=False)) for key, words in known])

    def start(self, kind: str = POSTS) -> None:
        """Begin with that kind."""
        self.kind.choose(kind)
        self._show_kind()
        first = {POSTS: self.posts, CONSUL: self.post, HONOUR: self.person.picker}[kind]
        first.setFocus()
        if kind == POSTS and self.posts.count() and self.posts.currentRow() < 0:
            self.posts.setCurrentRow(0)

    def clear(self) -> None:
        """Forget what was typed."""
        self.person.clear()
        self.post.show_chosen("")
        self._post = ""
        self.posts.show_posts(())
        self.refuse("")

    def finish(self) -> None:
        """Tell what to add; say what is missing."""
        kind = self.kind.choice()
        if kind == POSTS:
            self._finish(NewGuest(posts=tuple(map(_post_of, self.posts.ticked()))), _("Tick a post with Space first."))
        elif kind == CONSUL:
            posts = (_post_of(self._post),) if self._post else ()
            new = NewGuest(
                posts, self.person.comer(), _member(ConsularClass, self.rank), _member(ConsularRole, self.role)
            )
            self._finish(
                new if posts else NewGuest(),
                _("A consular guest comes from a post. Choose one, or add it under “Several posts”."),
            )
        else:
            group = _member(ProtocolGroup, self.group) or ProtocolGroup.GUEST_OF_HONOUR
            new = NewGuest(comer=self.person.comer(), group=group, level=_member(ProtocolLevel, self.level))
            self._finish(
                new if new.comer else NewGuest(), _("Choose a person, or type the name of a new one and press Enter.")
            )

    def _finish(self, new: NewGuest, missing: str) -> None:
        complete = bool(new.posts or new.comer)
        self.refuse("" if complete else missing)
        if complete:
            self.made.emit(new)

    def _show_kind(self) -> None:
        kind = self.kind.choice()
        shown = {
            POSTS: (self.posts, self.other),
            CONSUL: (self.post, self.person, self.rank, self.role),
            HONOUR: (self.person, self.group, self.level),
        }[kind]
        fields = (self.posts, self.other, self.post, self.person, self.rank, self.role, self.group, self.level)
        for field in fields:
            self.show_field(field, on=field in shown)
        self.refuse("")

    def _add_country(self, code: str) -> None:
        key, words = _sample(mission(code))
        self.posts.add_ticked(key, words)

    def _take_post(self, key: str) -> None:
        self._post = key
        self.post.show_chosen(self._names.get(key, ""))
        self.post.setText(self._names.get(key, ""))


def _sample(one: NewMission) -> tuple[str, str]:
    return f"new:{one.country}", _("{country} (sample, {city})", country=reading.country(one.country), city=_city(one))


def _city(one: NewMission) -> str:
    return one.city[interface_language()]


def _post_of(key: str) -> ConsularPostId | NewMission:
    return mission(key.removeprefix("new:")) if key.startswith("new:") else ConsularPostId(UUID(key))


def _member(kind: type[K], combo: Combo) -> K | None:
    return kind(combo.key()) if combo.key() else None
