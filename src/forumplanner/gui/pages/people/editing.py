"""From the signals of the inspector to the verbs: each edit of a person is one step."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from forumplanner import i18n
from forumplanner.actions import joining, people, person_details
from forumplanner.actions.people import NameForm
from forumplanner.domain.kinds import Category, InvitationStatus, Mode
from forumplanner.domain.mailbox_lists import read_mailboxes
from forumplanner.domain.names import PersonName
from forumplanner.domain.quick_lines import QuickPerson
from forumplanner.gui import doing
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.people.adding import NewPerson, NewPersonCard
from forumplanner.gui.pages.people.contact import languages_of
from forumplanner.gui.pages.people.inspector import PersonInspector
from forumplanner.gui.pages.people.places import country_picks, delegation_picks, institution_picks
from forumplanner.gui.widgets.picker import Pick
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.people import People, PersonCard


class Editing(QObject):
    """Calls the verbs; the page reads again because the store tells it. `joined(participant id)`: of the file."""

    joined = Signal(str)

    def __init__(self, frame: Frame, inspector: PersonInspector, adding: NewPersonCard) -> None:
        super().__init__(inspector)
        self._frame, self._inspector = frame, inspector
        names, here, posts, contact = inspector.names, inspector.here, inspector.posts, inspector.contact
        names.renamed.connect(self._rename)
        names.marked.connect(self._mark)
        here.picked.connect(self._set)
        here.country.set_choices(country_picks())
        posts.added.connect(self.add_post)
        posts.used.connect(self._use_post)
        posts.edited.connect(self._rename_post)
        posts.confirmed.connect(self._confirm_post)
        posts.placed.connect(self._place_post)
        contact.written.connect(self._write)
        inspector.outsider.joined.connect(lambda person: self.join([person]))
        inspector.removed.connect(self._remove)
        adding.country.set_choices(country_picks())

    def offers(
        self, listed: People, known: Mapping[str, str]
    ) -> tuple[Sequence[Pick], Sequence[Pick], Mapping[str, str]]:
        """What the card for a new person offers: countries, institutions, names that are taken."""
        picks = institution_picks(self._frame, listed.languages)
        self._inspector.posts.set_institutions(picks)
        self._inspector.place.set_choices(delegation_picks(self._frame, listed.languages))
        return country_picks(), picks, known

    def add(self, new: NewPerson) -> str:
        """Add somebody; gives the new participant's id, "" where it was refused."""
        made = doing.done(
            self._frame,
            lambda: people.add_person(
                self._frame.store,
                forum_id=self._frame.forum_id,
                name=new.name,
                category=new.category,
                country=new.country,
                institution_id=doing.institution_id(new.institution_id),
                title=new.title,
            ),
            say=_("Added {name}", name=new.name.tidied().shown()),
        )
        return str(made) if made else ""

    def change_many(self, field: str, key: str, ids: Sequence[str]) -> None:
        """Set category, reply or mode of several people."""
        store, chosen = self._frame.store, [doing.participant_id(one) for one in ids]
        verbs: dict[str, Callable[[], None]] = {
            "category": lambda: people.set_category(store, participants=chosen, category=Category(key)),
            "reply": lambda: people.set_status(
                store, participants=chosen, status=InvitationStatus(key) if key else None
            ),
            "mode": lambda: people.set_mode(store, participants=chosen, mode=Mode(key) if key else None),
        }
        say = ngettext("Changed {n} person", "Changed {n} people", len(chosen)) if len(chosen) > 1 else ""
        doing.done(self._frame, verbs[field], say=say)

    def add_by_line(self, person: QuickPerson) -> str:
        """Add somebody as one line said it; gives the new participant's id, "" where it was refused."""
        made = doing.done(
            self._frame,
            lambda: joining.add_by_line(self._frame.store, forum_id=self._frame.forum_id, person=person),
            say=_("Added {name}", name=person.name.shown(i18n.interface_language())),
        )
        return str(made) if made else ""

    def join(self, person_ids: Sequence[str]) -> str:
        """Let people of the file take part here; gives the first one's participant id, "" where it was refused."""
        keys = [doing.person_id(one) for one in person_ids]
        made = doing.done(
            self._frame,
            lambda: joining.join_forum(self._frame.store, forum_id=self._frame.forum_id, people=keys),
            say=ngettext("Added {n} person to this forum", "Added {n} people to this forum", len(keys)),
        )
        if not made:
            return ""
        self.joined.emit(str(made[0]))
        return str(made[0])

    def _set(self, field: str, key: str) -> None:
        card = self._card()
        if field == "country":
            person = doing.person_id(card.person_id)
            doing.done(self._frame, lambda: people.set_country(self._frame.store, person_id=person, country=key))
        else:
            self.change_many(field, key, [card.participant_id])

    def _rename(self, name: PersonName) -> None:
        person = doing.person_id(self._card().person_id)
        doing.done(self._frame, lambda: people.rename_person(self._frame.store, person_id=person, name=name))
        self._inspector.show_card(self._inspector.card())

    def _mark(self, form: NameForm, on: bool) -> None:
        person = doing.person_id(self._card().person_id)
        doing.done(
            self._frame,
            lambda: people.confirm_name(self._frame.store, person_id=person, form=form, confirmed=on),
        )

    def _write(self, field: str, text: str) -> None:
        store, person = self._frame.store, doing.person_id(self._card().person_id)
        verbs: dict[str, Callable[[], None]] = {
            "phone": lambda: people.set_phone(store, person_id=person, phone=text),
            "emails": lambda: people.set_emails(store, person_id=person, emails=read_mailboxes(text).addresses),
            "speaks": lambda: person_details.set_spoken_languages(
                store, person_id=person, languages=languages_of(text)
            ),
            "notes": lambda: people.set_notes(store, person_id=person, notes=text),
        }
        doing.done(self._frame, verbs[field])

    def add_post(self) -> None:
        """Give the person one more post, behind the others."""
        card = self._card()
        self._inspector.posts.set_institutions(institution_picks(self._frame, card.languages))
        person = doing.person_id(card.person_id)
        doing.done(self._frame, lambda: people.add_post(self._frame.store, person_id=person, title={}))

    def _use_post(self, post: str) -> None:
        participant, key = doing.participant_id(self._card().participant_id), doing.post_id(post)
        doing.done(self._frame, lambda: people.use_post(self._frame.store, participant_id=participant, post_id=key))

    def _rename_post(self, post: str, tag: str, text: str) -> None:
        key = doing.post_id(post)
        doing.done(self._frame, lambda: people.rename_post(self._frame.store, post_id=key, tag=tag, text=text))

    def _confirm_post(self, post: str, tag: str) -> None:
        key = doing.post_id(post)
        doing.done(self._frame, lambda: people.confirm_post(self._frame.store, post_id=key, tag=tag))

    def _place_post(self, post: str, institution: str) -> None:
        key, place = doing.post_id(post), doing.institution_id(institution)
        doing.done(
            self._frame,
            lambda: people.set_post_institution(self._frame.store, post_id=key, institution_id=place),
        )

    def _remove(self) -> None:
        card = self._card()
        key = doing.participant_id(card.participant_id)
        doing.done(
            self._frame,
            lambda: people.remove_participant(self._frame.store, participant_id=key),
            say=_("{name} is off the list; the programme says “to be announced”.", name=card.name.shown()),
        )

    def _card(self) -> PersonCard:
        card = self._inspector.card()
        assert card is not None  # noqa: S101 - sections are hidden while nobody is shown
        return card
