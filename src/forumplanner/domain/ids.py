"""Typed identifiers: every record's key is a UUID made by the program that created it."""

from typing import NewType
from uuid import UUID, uuid4

ForumId = NewType("ForumId", UUID)
OrganiserId = NewType("OrganiserId", UUID)
InstitutionId = NewType("InstitutionId", UUID)
PersonId = NewType("PersonId", UUID)
PostId = NewType("PostId", UUID)
ParticipantId = NewType("ParticipantId", UUID)
DelegationId = NewType("DelegationId", UUID)
ConsularPostId = NewType("ConsularPostId", UUID)
ConsularGuestId = NewType("ConsularGuestId", UUID)
JourneyId = NewType("JourneyId", UUID)
RoomId = NewType("RoomId", UUID)
TrackId = NewType("TrackId", UUID)
SessionId = NewType("SessionId", UUID)
PartId = NewType("PartId", UUID)
ItemId = NewType("ItemId", UUID)
AppearanceId = NewType("AppearanceId", UUID)
ActId = NewType("ActId", UUID)
CueId = NewType("CueId", UUID)
ContactNoteId = NewType("ContactNoteId", UUID)
MaterialId = NewType("MaterialId", UUID)
LetterId = NewType("LetterId", UUID)
OrderOverrideId = NewType("OrderOverrideId", UUID)
LedgerEntryId = NewType("LedgerEntryId", UUID)
OfficeTermId = NewType("OfficeTermId", UUID)
AgreementId = NewType("AgreementId", UUID)
AppointmentId = NewType("AppointmentId", UUID)
ApprovalId = NewType("ApprovalId", UUID)
BadgeId = NewType("BadgeId", UUID)
ReleaseId = NewType("ReleaseId", UUID)

new_id = uuid4
"""Makes a fresh key; wrap it: `SessionId(new_id())`."""
