"""About: whom a contact note is about, exactly one of a participant, a consular guest, a post or a delegation."""

from dataclasses import dataclass
from typing import Self
from uuid import UUID

from forumplanner.domain.ids import ConsularGuestId, ConsularPostId, DelegationId, ParticipantId


@dataclass(frozen=True, slots=True)
class About:
    """Made by one of its four makers. Raises ValueError for none or several keys."""

    participant_id: ParticipantId | None = None
    consular_guest_id: ConsularGuestId | None = None
    consular_post_id: ConsularPostId | None = None
    delegation_id: DelegationId | None = None

    def __post_init__(self) -> None:
        """Exactly one."""
        if sum(key is not None for key in self._keys().values()) != 1:
            raise ValueError("a contact note is about exactly one")

    @classmethod
    def participant(cls, key: ParticipantId) -> Self:
        """About a person in the forum."""
        return cls(participant_id=key)

    @classmethod
    def guest(cls, key: ConsularGuestId) -> Self:
        """About a consular guest, named or not."""
        return cls(consular_guest_id=key)

    @classmethod
    def post(cls, key: ConsularPostId) -> Self:
        """About a consular post."""
        return cls(consular_post_id=key)

    @classmethod
    def delegation(cls, key: DelegationId) -> Self:
        """About a delegation."""
        return cls(delegation_id=key)

    @property
    def column(self) -> str:
        """The column of a contact note that holds the key."""
        return next(name for name, key in self._keys().items() if key is not None)

    @property
    def key(self) -> UUID:
        """The key."""
        return next(key for key in self._keys().values() if key is not None)

    def _keys(self) -> dict[str, UUID | None]:
        return {
            "participant_id": self.participant_id,
            "consular_guest_id": self.consular_guest_id,
            "consular_post_id": self.consular_post_id,
            "delegation_id": self.delegation_id,
        }
