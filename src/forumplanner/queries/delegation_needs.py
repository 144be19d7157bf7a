"""What a delegation lacks: of the whole (head, liaison officer, names) and of each member who comes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forumplanner.domain.delegations import DelegationRole, Lack
from forumplanner.domain.kinds import InvitationStatus, Mode
from forumplanner.domain.text import ZH
from forumplanner.snapshots.delegations import MemberLine, Need, Trip
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.wordings import NameForms


@dataclass(frozen=True, slots=True)
class Asked:
    """What a forum asks of every member, by its languages; photos once the first one has come in."""

    chinese: bool = True
    latin: bool = True
    photos: bool = False

    @classmethod
    def by(cls, languages: tuple[str, ...], *, photos: bool) -> "Asked":
        """What the papers of these languages need."""
        return cls(ZH in languages, languages != (ZH,), photos)


def member_lacks(
    asked: Asked,
    *,
    name: NameForms,
    post: Lines,
    arrival: Trip | None,
    photo: str,
    mode: Mode | None,
    status: InvitationStatus | None,
) -> tuple[Lack, ...]:
    """What is missing of one member; nothing of somebody who declined, and no arrival of who joins online."""
    if status is InvitationStatus.DECLINED:
        return ()
    lacks = []
    if asked.latin and not name.latin:
        lacks.append(Lack.LATIN_NAME)
    if asked.chinese and not name.zh:
        lacks.append(Lack.CHINESE_NAME)
    if not any(post):
        lacks.append(Lack.POST)
    if mode in {None, Mode.ON_SITE} and (arrival is None or arrival.day is None):
        lacks.append(Lack.ARRIVAL)
    if asked.photos and not photo:
        lacks.append(Lack.PHOTO)
    return tuple(lacks)


def housed(members: Sequence[MemberLine], *, country: str, host: str) -> bool:
    """Whether a delegation needs a hotel: somebody of it comes in person from a country that isn't the host's."""
    return country not in {"", host} and any(member.travels for member in members)


def needs_of(
    *, members: Sequence[MemberLine], country: str, unnamed: int, liaison: bool, lodged: bool = True
) -> tuple[Need, ...]:
    """Everything a delegation lacks, the gravest first; a head who declined counts as none.

    `lodged`: its hotel is known, or it needs none.
    """
    found = {need.lack: need for need in _of_all(members, country=country, unnamed=unnamed, liaison=liaison)}
    if not lodged:
        found[Lack.HOTEL] = Need(Lack.HOTEL, (), 1)
    whose: dict[Lack, list[NameForms]] = {}
    for member in members:
        for lack in member.lacks:
            whose.setdefault(lack, []).append(member.name)
    found |= {lack: Need(lack, tuple(names), len(names)) for lack, names in whose.items()}
    return tuple(found[lack] for lack in Lack if lack in found)


def _of_all(members: Sequence[MemberLine], *, country: str, unnamed: int, liaison: bool) -> Iterator[Need]:
    heads = [member for member in members if member.role is DelegationRole.HEAD]
    coming = [head for head in heads if head.comes]
    if not liaison:
        yield Need(Lack.LIAISON, (), 1)
    if not coming:
        yield Need(Lack.HEAD, tuple(head.name for head in heads), 1)
    elif len(coming) > 1:
        yield Need(Lack.HEADS, tuple(head.name for head in coming), len(coming))
    if unnamed:
        yield Need(Lack.NAMES, (), unnamed)
    if not country:
        yield Need(Lack.COUNTRY, (), 1)
