"""The closed lists of the guest side: missions and ranks, contacts, letters, approvals, the alliance's registers."""

from enum import StrEnum


class AllianceChange(StrEnum):
    """What an entry in the ledger of an alliance's members records."""

    ADMITTED = "admitted"
    STANDING = "standing"
    LEFT = "left"


class AllianceOffice(StrEnum):
    """An office of an alliance, held by an institution or a person, highest first."""

    CHAIR_INSTITUTION = "chair_inst"
    SECRETARY_GENERAL_INSTITUTION = "sg_inst"
    CHAIRMAN = "chairman"
    VICE_CHAIRMAN = "vice_chairman"
    SECRETARY_GENERAL = "sg"
    DEPUTY_SECRETARY_GENERAL = "deputy_sg"
    COUNCIL_MEMBER = "council_member"
    HONORARY_CHAIRMAN = "hon_chairman"
    HONORARY_SECRETARY_GENERAL = "hon_sg"


class AgreementKind(StrEnum):
    """What kind of text two or more parties signed."""

    MEMORANDUM = "mou"
    AGREEMENT = "agreement"
    LETTER_OF_INTENT = "letter_of_intent"
    DECLARATION = "declaration"
    OTHER = "other"


class AppointmentKind(StrEnum):
    """What an entry in the register of appointments and honours stands for."""

    APPOINTMENT = "appointment"
    HONORARY_TITLE = "conferment"
    CERTIFICATE = "cert"
    PLAQUE = "plaque"
    AWARD = "award"


class PostKind(StrEnum):
    """What a foreign mission in the host country is: an embassy, or a consular post by its class (VCCR article 4)."""

    EMBASSY = "embassy"
    CONSULATE_GENERAL = "consulate_general"
    CONSULATE = "consulate"
    VICE_CONSULATE = "vice_consulate"
    CONSULAR_AGENCY = "consular_agency"


class DiplomaticRank(StrEnum):
    """Ranks of an embassy's members, highest first."""

    AMBASSADOR = "ambassador"
    CHARGE = "chg"
    MINISTER = "minister"
    MINISTER_COUNSELLOR = "minister_counsellor"
    COUNSELLOR = "counsellor"
    FIRST_SECRETARY = "sec1"
    SECOND_SECRETARY = "sec2"
    THIRD_SECRETARY = "sec3"
    ATTACHE = "attache"


class ProtocolGroup(StrEnum):
    """Which list of guests of honour somebody stands in."""

    HOST = "host"
    DOMESTIC_LEADER = "domestic_leader"
    FOREIGN_GUEST = "foreign_guest"
    ALLIANCE_LEADER = "alliance_leader"
    GUEST_OF_HONOUR = "guest_of_honour"


class ProtocolLevel(StrEnum):
    """Rank of a domestic office, highest first."""

    NATIONAL = "national"
    MINISTER = "minister"
    VICE_MINISTER = "vice_minister"
    BUREAU = "bureau"
    DEPUTY_BUREAU = "deputy_bureau"
    DIVISION = "division"
    DEPUTY_DIVISION = "deputy_division"


class Channel(StrEnum):
    """How somebody was reached, or is to be reached."""

    PHONE = "phone"
    EMAIL = "email"
    CHAT = "chat"
    LETTER = "letter"
    IN_PERSON = "in_person"
    OFFICE = "office"
    OTHER = "other"


class MaterialKind(StrEnum):
    """What a secretariat waits for from a guest, in the order of the chase matrix."""

    INVITATION = "invitation"
    REPLY = "reply"
    TITLE = "title"
    ABSTRACT = "abstract"
    BIOGRAPHY = "biography"
    PHOTO = "photo"
    SLIDES = "slides"
    PASSPORT = "passport"
    FLIGHT = "flight"
    HOTEL = "hotel"
    DIET = "diet"


class MaterialState(StrEnum):
    """Whether it has come."""

    WAITED = "waited"
    ASKED = "asked"
    RECEIVED = "received"
    NOT_NEEDED = "not_needed"


class LetterKind(StrEnum):
    """What an outgoing letter is."""

    CONSULAR_INVITATION = "consular_invitation"
    APPROVAL_REQUEST = "approval_request"
    PROTOCOL_REQUEST = "protocol_request"


class ApprovalKind(StrEnum):
    """What an authority approved."""

    FORUM = "forum"
    CONSULAR_GUESTS = "consular_guests"
