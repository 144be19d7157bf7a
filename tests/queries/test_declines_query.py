"""Who declined what, from the invitation's state and from the answers to mails."""

import uuid
from pathlib import Path

from answering_office import SESSION, STAY, Office, said
from forumplanner.domain.kinds import InvitationStatus, StepKind
from forumplanner.domain.replies import Participation
from forumplanner.queries import checked_declines
from forumplanner.queries import checks as query
from forumplanner.records import Participant
from forumplanner.snapshots.checks import CheckedDecline
from forumplanner.store import Store


def declines(office: Office) -> tuple[CheckedDecline, ...]:
    with office.store.read() as db:
        return checked_declines.load(db, office.forum)


def test_a_no_to_one_session_and_to_the_stay(tmp_path: Path) -> None:
    with Store.create(tmp_path / "declined.forumplanner", actor="Zhou") as store:
        office = Office(store)
        assert declines(office) == ()

        office.take(said(Participation.DECLINED))
        assert declines(office) == (CheckedDecline(str(office.guest), SESSION),)

        office.take(said(Participation.DECLINED, uid=STAY))
        with store.step(StepKind.OTHER) as db:
            twin = db.get(Participant, office.twin)
            assert twin
            twin.stands_for_id = office.guest
        assert declines(office) == (
            CheckedDecline(str(office.guest), successor=str(office.twin)),
            CheckedDecline(str(office.guest), SESSION),
        )
        with store.read() as db:
            assert query.load(db, forum_id=uuid.UUID(str(office.forum))).declines == declines(office)


def test_a_substitute_stands_for_who_sends_them(tmp_path: Path) -> None:
    with Store.create(tmp_path / "declined.forumplanner", actor="Zhou") as store:
        office = Office(store)
        with store.step(StepKind.OTHER) as db:
            guest = db.get(Participant, office.guest)
            assert guest
            guest.status = InvitationStatus.SUBSTITUTE_NAMED

        assert declines(office) == (CheckedDecline(str(office.guest)),)
