"""From the signals of the inspector to the verbs of a person's place here: posts' terms, protocol, contacts, photo."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from forumplanner.actions import contacts, delegation_members, person_details, photos
from forumplanner.domain.contacts import About
from forumplanner.domain.delegations import DelegationRole
from forumplanner.domain.guest_kinds import Channel, ProtocolGroup, ProtocolLevel
from forumplanner.domain.ids import DelegationId
from forumplanner.gui import doing
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.people.head import AWAY, PASTE
from forumplanner.gui.pages.people.inspector import PersonInspector
from forumplanner.gui.pages.people.standing import NONE
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.people import PersonCard


class DetailsEditing(QObject):
    """Calls the verbs; the page reads again because the store tells it."""

    def __init__(self, frame: Frame, inspector: PersonInspector) -> None:
        super().__init__(inspector)
        self._frame, self._inspector = frame, inspector
        inspector.contact.reached.connect(self._reach)
        inspector.posts.dated.connect(self._date_post)
        inspector.place.joined.connect(self._join_delegation)
        inspector.place.given.connect(self._give_role)
        inspector.protocol.picked.connect(self._set_protocol)
        inspector.log.noted.connect(self._note)
        inspector.head.photo.connect(self._photo)
        inspector.head.dropped.connect(self._keep_photo)

    def put_into_delegation(self, delegation: str, ids: Sequence[str]) -> None:
        """Put people into a delegation, or out of every one; one step."""
        store, chosen = self._frame.store, [doing.participant_id(one) for one in ids]
        if delegation == NONE:
            doing.done(
                self._frame,
                lambda: delegation_members.leave_delegation(store, participants=chosen),
                say=ngettext("{n} person left the delegation", "{n} people left their delegations", len(chosen)),
            )
            return
        key = DelegationId(UUID(delegation))
        doing.done(
            self._frame,
            lambda: delegation_members.join_delegation(store, delegation_id=key, participants=chosen),
            say=ngettext("{n} person joined the delegation", "{n} people joined the delegation", len(chosen)),
        )

    def _date_post(self, post: str, since: dt.date | None, until: dt.date | None) -> None:
        key = doing.post_id(post)
        doing.done(
            self._frame,
            lambda: person_details.set_post_dates(self._frame.store, post_id=key, since=since, until=until),
        )

    def _reach(self, code: str) -> None:
        key, channel = doing.participant_id(self._card().participant_id), Channel(code) if code else None
        doing.done(
            self._frame,
            lambda: person_details.set_contact_by(self._frame.store, participant_id=key, channel=channel),
        )

    def _set_protocol(self, field: str, code: str) -> None:
        store, key = self._frame.store, doing.participant_id(self._card().participant_id)
        verbs: dict[str, Callable[[], None]] = {
            "protocol_group": lambda: person_details.set_protocol_group(
                store, participant_id=key, group=ProtocolGroup(code) if code else None
            ),
            "protocol_level": lambda: person_details.set_protocol_level(
                store, participant_id=key, level=ProtocolLevel(code) if code else None
            ),
        }
        doing.done(self._frame, verbs[field])

    def _join_delegation(self, delegation: str) -> None:
        self.put_into_delegation(delegation, [self._card().participant_id])

    def _give_role(self, role: str) -> None:
        key = doing.participant_id(self._card().participant_id)
        doing.done(
            self._frame,
            lambda: delegation_members.set_role(self._frame.store, participants=[key], role=DelegationRole(role)),
        )

    def _note(self, channel: str, text: str) -> None:
        store, forum_id = self._frame.store, self._frame.forum_id
        about = About.participant(doing.participant_id(self._card().participant_id))
        with store.read() as db:
            now = contacts.moment(db, forum_id)
        doing.done(
            self._frame,
            lambda: contacts.log(
                store,
                forum_id=forum_id,
                about=about,
                day=now.day,
                minute=now.minute,
                channel=Channel(channel) if channel else None,
                text=text,
            ),
            say=_("Noted"),
        )

    def _photo(self, what: str) -> None:
        if what == AWAY:
            person = doing.person_id(self._card().person_id)
            doing.done(self._frame, lambda: photos.remove_photo(self._frame.store, person), say=_("Photo taken away"))
        elif what == PASTE:
            self._paste_photo()
        else:
            patterns = _("Pictures ({patterns})", patterns="*.png *.jpg *.jpeg *.webp")
            path = self._frame.dialogs.open_file(_("Choose a photo"), filters=patterns)
            if path is not None:
                self._keep_photo(path)

    def _paste_photo(self) -> None:
        picture = QGuiApplication.clipboard().image()
        if picture.isNull():
            self._frame.toast(_("The clipboard holds no picture. Copy one first."))
            return
        with TemporaryDirectory() as folder:
            path = Path(folder) / "photo.png"
            picture.save(str(path))
            self._keep_photo(path)

    def _keep_photo(self, path: Path) -> None:
        person = doing.person_id(self._card().person_id)
        doing.done(self._frame, lambda: photos.set_photo(self._frame.store, person, path), say=_("Photo kept"))

    def _card(self) -> PersonCard:
        card = self._inspector.card()
        assert card is not None  # noqa: S101 - sections are hidden while nobody is shown
        return card
