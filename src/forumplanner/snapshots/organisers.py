"""The institutions that organise a forum and its parallel forums, as their list shows them."""

from dataclasses import dataclass

from forumplanner.domain.kinds import InstitutionKind, OrganiserRole
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.wordings import NO_TEXT, Pair


@dataclass(frozen=True, slots=True)
class InstitutionCard:
    """An institution in full: names, place, kind, which one it belongs to; `logo` is the content hash of a picture."""

    id: str
    name: Pair
    short_name: Pair = NO_TEXT
    country: str = ""
    city: Pair = NO_TEXT
    kind: InstitutionKind | None = None
    parent_id: str = ""
    parent: Pair = NO_TEXT
    logo: str = ""


@dataclass(frozen=True, slots=True)
class OrganiserLine:
    """An institution in a rank of the forum, or of the parallel forum `track_id` ("" for the forum itself)."""

    id: str
    role: OrganiserRole
    institution: InstitutionCard
    track_id: str = ""
    track: Pair = NO_TEXT
    track_code: str = ""


@dataclass(frozen=True, slots=True)
class RoleWords:
    """What the papers print over a rank, one text per language; `own` is "" where the usual words stand."""

    role: OrganiserRole
    own: Lines
    usual: Lines


@dataclass(frozen=True, slots=True)
class TrackChoice:
    """A parallel forum that can have organisers of its own."""

    id: str
    code: str
    title: Pair


@dataclass(frozen=True, slots=True)
class Organisers:
    """All organisers: those of the forum by rank, then each parallel forum's; and how its papers word the ranks."""

    languages: tuple[str, ...] = ()
    lines: tuple[OrganiserLine, ...] = ()
    words: tuple[RoleWords, ...] = ()
    tracks: tuple[TrackChoice, ...] = ()
