"""From the list of who appears to the verbs: a new name becomes a person of the forum, then appears."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from forumplanner import i18n
from forumplanner.actions import appearances, people
from forumplanner.actions.appearances import Who
from forumplanner.domain.ids import ItemId, PartId
from forumplanner.domain.kinds import Category, Mode, Role
from forumplanner.domain.names import HAN, PersonName
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.programme.appearing import NOBODY, AppearanceList
from forumplanner.gui.widgets.picker import Pick
from forumplanner.queries import people as query
from forumplanner.snapshots.people import People


class AppearanceEditing(QObject):
    """Calls `actions.appearances` for one list; `leads`: those added lead (a part's list), else they speak."""

    def __init__(self, frame: Frame, lists: Sequence[tuple[AppearanceList, bool]], parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._people = People("", ())
        self._lists = [shown for shown, _leads in lists]
        for shown, leads in lists:
            shown.added.connect(lambda place, key, typed, leads=leads: self._add(place, key, typed, leads=leads))
            shown.exchanged.connect(self._exchange)
            shown.role_set.connect(self._set_role)
            shown.mode_set.connect(self._set_mode)
            shown.certain_set.connect(self._set_certain)
            shown.removed.connect(self._remove)
            shown.went.connect(lambda key: frame.go("people", key))

    def load(self) -> None:
        """Read whom to choose from, in a thread."""
        store, forum_id = self._frame.store, self._frame.forum_id

        def work(_progress: object) -> People:
            with store.read() as db:
                return query.load(db, forum_id=forum_id)

        self._frame.tasks.start(work, done=self._offer, failed=lambda error: self._frame.toast(str(error)))

    def _offer(self, people_: People) -> None:
        self._people = people_
        tag = i18n.interface_language()
        picks = [
            Pick(
                line.participant_id,
                line.name.shown(tag),
                reading.line(line.institution, people_.languages) or reading.country(line.country),
                line.keys.partition("\t")[0],
            )
            for line in people_.lines
        ]
        for shown in self._lists:
            shown.offer(picks)

    def _who(self, key: str, typed: str) -> Who | None:
        if key == NOBODY:
            return Who()
        if key:
            return Who(doing.participant_id(key))
        name = PersonName(zh=typed) if HAN.search(typed) else PersonName(latin=typed)
        made = doing.done(
            self._frame,
            lambda: people.add_person(
                self._frame.store, forum_id=self._frame.forum_id, name=name, category=Category.SPEAKER
            ),
        )
        return Who(made) if made else None

    def _add(self, place: str, key: str, typed: str, *, leads: bool) -> None:
        who = self._who(key, typed)
        if who is None:
            return
        target: ItemId | PartId = doing.part_id(place) if leads else doing.item_id(place)
        role = Role.MODERATOR if leads else Role.SPEAKER
        provisional = key == NOBODY
        doing.done(
            self._frame,
            lambda: appearances.add_appearance(
                self._frame.store, place=target, who=who, role=role, provisional=provisional
            ),
        )

    def _exchange(self, appearance: str, key: str, typed: str) -> None:
        who = self._who(key, typed)
        if who is not None:
            target = doing.appearance_id(appearance)
            doing.done(self._frame, lambda: appearances.set_who(self._frame.store, appearance_id=target, who=who))

    def _set_role(self, appearance: str, role: str) -> None:
        target = doing.appearance_id(appearance)
        doing.done(self._frame, lambda: appearances.set_role(self._frame.store, appearance_id=target, role=Role(role)))

    def _set_mode(self, appearance: str, mode: str) -> None:
        target, wanted = doing.appearance_id(appearance), Mode(mode) if mode else None
        doing.done(
            self._frame,
            lambda: appearances.set_appearance_mode(self._frame.store, appearance_id=target, mode=wanted),
        )

    def _set_certain(self, appearance: str, on: bool) -> None:
        target = doing.appearance_id(appearance)
        doing.done(
            self._frame,
            lambda: appearances.set_provisional(self._frame.store, appearance_id=target, provisional=on),
        )

    def _remove(self, appearance: str) -> None:
        target = doing.appearance_id(appearance)
        doing.done(self._frame, lambda: appearances.remove_appearance(self._frame.store, appearance_id=target))
