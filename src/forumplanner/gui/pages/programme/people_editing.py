"""From the lists of who appears to the verbs: add, replace, exchange, role, mode, post, minutes, order, take out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from forumplanner import i18n
from forumplanner.actions import appearances
from forumplanner.actions.appearances import Who
from forumplanner.domain.ids import ItemId, PartId
from forumplanner.domain.kinds import Mode, Role
from forumplanner.domain.newcomers import Newcomer, read
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.programme.inspector import ProgrammeInspector
from forumplanner.gui.pages.programme.inspector.appearing import NOBODY, ORGANISATION, AppearanceList, appearances_of
from forumplanner.gui.pages.programme.inspector.replacing import Replacement
from forumplanner.gui.widgets.picker import Pick
from forumplanner.i18n import gettext as _
from forumplanner.queries import people as query
from forumplanner.queries.newcomers import namesakes
from forumplanner.snapshots.newcomers import Namesake
from forumplanner.snapshots.people import InstitutionLine, People

ELSEWHERE = "elsewhere:"
"""What the key of somebody begins with whom the directory knows from another forum."""

Known = tuple[People, tuple[InstitutionLine, ...]]


class AppearanceEditing(QObject):
    """Calls `actions.appearances` for the lists of the inspector, also for those of acts, which come and go."""

    def __init__(self, frame: Frame, lists: Sequence[tuple[AppearanceList, bool]], parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._people = People("", ())
        self._picks: list[Pick] = []
        self._lists: list[AppearanceList] = []
        self._inspector = parent
        for shown, _leads in lists:
            self.watch(shown)
        if isinstance(parent, ProgrammeInspector):
            parent.acts.made.connect(self.watch)

    def watch(self, shown: AppearanceList) -> None:
        """Do what is asked in that list."""
        self._lists.append(shown)
        shown.destroyed.connect(lambda: self._lists.remove(shown) if shown in self._lists else None)
        shown.offer(self._picks)
        shown.added.connect(lambda place, key, typed: self._add(shown, place, key, typed))
        shown.exchanged.connect(self._exchange)
        shown.replaced.connect(self._replace)
        edit, verbs = self._edit, appearances
        shown.role_set.connect(lambda key, role: edit(verbs.set_role, key, role=Role(role)))
        shown.mode_set.connect(
            lambda key, mode: edit(verbs.set_appearance_mode, key, mode=Mode(mode) if mode else None)
        )
        shown.post_set.connect(lambda key, post: edit(verbs.set_post, key, post_id=doing.post_id(post)))
        shown.minutes_set.connect(
            lambda key, text: edit(verbs.set_own_minutes, key, minutes=int(text) if text else None)
        )
        shown.certain_set.connect(lambda key, on: edit(verbs.set_provisional, key, provisional=on))
        shown.moved.connect(lambda key, by: edit(verbs.reorder_appearance, key, by=by))
        shown.led.connect(self._lead)
        shown.removed.connect(lambda key: edit(verbs.remove_appearance, key))
        shown.went.connect(lambda key: self._frame.go("people", key))

    def load(self) -> None:
        """Read whom to choose from, in a thread."""
        store, forum_id = self._frame.store, self._frame.forum_id

        def work(_progress: object) -> Known:
            with store.read() as db:
                return query.load(db, forum_id=forum_id), query.institutions(db, forum_id=forum_id)

        self._frame.tasks.start(work, done=self._offer, failed=lambda error: self._frame.toast(str(error)))

    def _offer(self, known: Known) -> None:
        self._people, places = known
        tag, languages = i18n.interface_language(), self._people.languages
        self._picks = [
            Pick(
                line.participant_id,
                line.name.shown(tag),
                reading.line(line.institution, languages) or reading.country(line.country),
                line.keys.partition("\t")[0],
            )
            for line in self._people.lines
        ]
        self._picks += [
            Pick(f"{ORGANISATION}{place.id}", reading.words(place.name, languages), _("Organisation"), place.keys)
            for place in places
        ]
        for shown in self._lists:
            shown.offer(self._picks)

    def _who(self, key: str) -> Who:
        if key == NOBODY:
            return Who()
        if key.startswith(ORGANISATION):
            return Who(institution_id=doing.institution_id(key.removeprefix(ORGANISATION)))
        return Who(doing.participant_id(key))

    def _add(self, shown: AppearanceList, place: str, key: str, typed: str) -> None:
        target: ItemId | PartId = doing.part_id(place) if shown.leads else doing.item_id(place)
        act = doing.act_id(shown.act) if shown.act else None
        store, role = self._frame.store, shown.role
        if not key:
            self._add_newcomer(shown, target, typed)
            return
        if key.startswith(ELSEWHERE):
            self._add_known(shown, target, key.removeprefix(ELSEWHERE))
            return
        who, provisional = self._who(key), key == NOBODY
        self._do(
            lambda: appearances.add_appearance(
                store, place=target, who=who, role=role, provisional=provisional, act_id=act
            )
        )

    def _add_newcomer(self, shown: AppearanceList, target: ItemId | PartId, typed: str) -> None:
        """Somebody new; where somebody of that name is known, it is asked first whether they are the same."""
        newcomer, asked = read(typed), typed.endswith("\n")
        twin = None if asked else self._twin(newcomer)
        if twin is not None:
            words = (
                twin.name.shown(i18n.interface_language()),
                reading.words(twin.institution, self._people.languages),
            )
            key = twin.participant_id or f"{ELSEWHERE}{twin.person_id}"
            shown.ask_about_twin(" · ".join(filter(None, words)), key=key, typed=typed)
            return
        act, role = doing.act_id(shown.act) if shown.act else None, shown.role
        name = newcomer.name.shown(i18n.interface_language())
        self._do(
            lambda: appearances.add_newcomer(
                self._frame.store,
                forum_id=self._frame.forum_id,
                place=target,
                newcomer=newcomer,
                role=role,
                act_id=act,
            ),
            say=_("Added {name} to the forum", name=name),
        )

    def _twin(self, newcomer: Newcomer) -> Namesake | None:
        """Somebody of that name in this forum, else in another one of the file."""
        with self._frame.store.read() as db:
            found = namesakes(db, forum_id=self._frame.forum_id, newcomer=newcomer)
        return found[0] if found else None

    def _add_known(self, shown: AppearanceList, target: ItemId | PartId, person: str) -> None:
        """Somebody known from another forum."""
        act, role = doing.act_id(shown.act) if shown.act else None, shown.role
        self._do(
            lambda: appearances.add_known(
                self._frame.store,
                forum_id=self._frame.forum_id,
                place=target,
                person_id=doing.person_id(person),
                role=role,
                act_id=act,
            )
        )

    def _exchange(self, appearance: str, key: str, typed: str) -> None:
        """Another person in the same row: as "replaced by", with nothing asked."""
        self._replace(
            Replacement(
                appearance, key, typed, keep_mode=True, provisional=True if key == NOBODY else None, everywhere=False
            )
        )

    def _replace(self, wanted: Replacement) -> None:
        who: Who | Newcomer = self._who(wanted.pick) if wanted.pick else read(wanted.typed)
        keys = [doing.appearance_id(one) for one in self._meant(wanted)]
        self._do(
            lambda: appearances.replace_by(
                self._frame.store,
                appearances=keys,
                forum_id=self._frame.forum_id,
                who=who,
                keep_mode=wanted.keep_mode,
                provisional=wanted.provisional,
            ),
            say=_("Replaced") if wanted.everywhere or not wanted.pick else "",
        )

    def _meant(self, wanted: Replacement) -> list[str]:
        """The row itself first; with `everywhere` all that the same person does."""
        shown = self._inspector
        if not wanted.everywhere or not isinstance(shown, ProgrammeInspector):
            return [wanted.appearance_id]
        programme = shown.programme()
        lines = {line.id: line for line in shown.details.appearing()}
        line = lines.get(wanted.appearance_id)
        others = [other.id for other in appearances_of(programme, line)] if line is not None else []
        return [wanted.appearance_id, *(one for one in others if one != wanted.appearance_id)]

    def _lead(self, appearance: str) -> None:
        """From an item to the chairs of its part."""
        shown = self._inspector
        row = shown.row() if isinstance(shown, ProgrammeInspector) else None
        if row is None or row.part is None:
            return
        key, part = doing.appearance_id(appearance), doing.part_id(row.part.id)
        self._do(
            lambda: appearances.move_appearance(self._frame.store, appearance_id=key, place=part, role=Role.CHAIR),
            say=_("Leads the part now"),
        )

    def _edit(self, verb: Callable[..., object], appearance: str, **values: object) -> None:
        key = doing.appearance_id(appearance)
        self._do(lambda: verb(self._frame.store, appearance_id=key, **values))

    def _do(self, verb: Callable[[], object], *, say: str = "") -> None:
        doing.done(self._frame, verb, say=say)
