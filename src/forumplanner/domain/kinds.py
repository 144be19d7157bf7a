"""The closed lists of the field: roles, categories, kinds and states, each a code that files and records keep."""

from enum import StrEnum


class ForumMode(StrEnum):
    """How a forum is held."""

    ON_SITE = "onsite"
    ONLINE = "online"
    HYBRID = "hybrid"


class Mode(StrEnum):
    """How somebody takes part, or appears in one item."""

    ON_SITE = "onsite"
    ONLINE = "online"
    VIDEO = "video"


class OrganiserRole(StrEnum):
    """Rank of an organising institution, highest first, as Chinese papers list them."""

    HOST = "host"
    COHOST = "cohost"
    GUIDANCE = "guidance"
    ORGANIZER = "organizer"
    COORGANIZER = "coorganizer"
    SUPPORTER = "supporter"
    SPONSOR = "sponsor"
    STRATEGIC_PARTNER = "strategic_partner"
    MEDIA = "media_partner"
    ACADEMIC_SUPPORT = "academic_support"
    INITIATOR = "initiator"


class InstitutionKind(StrEnum):
    """What an institution is."""

    UNIVERSITY = "university"
    HOSPITAL = "hospital"
    GOVERNMENT = "government"
    RESEARCH = "research"
    ASSOCIATION = "association"
    COMPANY = "company"
    MEDIA = "media"
    OTHER = "other"


class Standing(StrEnum):
    """An institution's standing in the alliance."""

    CHAIR = "chair_inst"
    SECRETARY_GENERAL = "sg_inst"
    FOUNDING_MEMBER = "founding_member"
    MEMBER = "member"
    OBSERVER = "observer"


class Category(StrEnum):
    """What a participant is at a forum; decides colour and word of the badge."""

    GUEST = "guest"
    CONSULAR = "consular"
    SPEAKER = "speaker"
    DELEGATE = "delegate"
    OBSERVER = "observer"
    PRESS = "press"
    STAFF = "staff"
    VOLUNTEER = "volunteer"
    INTERPRETER = "interpreter"
    SECURITY = "security"
    CREW = "crew"


class InvitationStatus(StrEnum):
    """How far an invitation has come."""

    NOT_INVITED = "not_invited"
    TO_APPROVE = "to_approve"
    APPROVED = "approved"
    SENT = "sent"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    SUBSTITUTE_NAMED = "substitute_named"
    ATTENDED = "attended"


class ConsularClass(StrEnum):
    """Classes of heads of consular posts (VCCR article 9), highest first; officers carry their own title."""

    CONSUL_GENERAL = "consul_general"
    DEPUTY_CONSUL_GENERAL = "deputy_consul_general"
    CONSUL = "consul"
    VICE_CONSUL = "vice_consul"
    CONSULAR_AGENT = "consular_agent"
    ATTACHE = "attache"


class ConsularRole(StrEnum):
    """Head of post, acting head (VCCR article 15) or another officer."""

    HEAD = "head"
    ACTING = "acting"
    OFFICER = "officer"


class SessionKind(StrEnum):
    """What a stretch of the programme is."""

    OPENING = "opening"
    CLOSING = "closing"
    KEYNOTES = "keynotes"
    PARALLEL = "parallel"
    WORK_MEETING = "work_meeting"
    ROUND_TABLE = "round_table"
    WORKSHOP = "workshop"
    REGISTRATION = "registration"
    BREAK = "break"
    MEAL = "meal"
    BANQUET = "banquet"
    RECEPTION = "reception"
    VISIT = "visit"
    EXHIBITION = "exhibition"
    TRANSFER = "transfer"
    OTHER = "other"


class Access(StrEnum):
    """Who may come in."""

    OPEN = "open"
    CLOSED = "closed"
    BY_INVITATION = "by_invitation"


class ItemKind(StrEnum):
    """What one row of the agenda is."""

    ADDRESS = "address"
    WELCOME = "welcome"
    VIDEO_ADDRESS = "video_address"
    INTRODUCTION = "introduction"
    KEYNOTE = "keynote"
    REPORT = "report"
    PANEL = "panel"
    DISCUSSION = "discussion"
    QA = "qa"
    SIGNING = "signing"
    UNVEILING = "unveiling"
    PLAQUE = "plaque"
    AWARD = "award"
    APPOINTMENT = "appointment"
    CONFERMENT = "conferment"
    ADMISSION = "admission"
    ADOPTION = "adoption"
    RELEASE = "release"
    VOTE = "vote"
    DECLARATION = "declaration"
    SUMMARY = "summary"
    PHOTO = "photo"
    TEA = "tea"
    MEAL = "meal"
    PERFORMANCE = "performance"
    OTHER = "other"


BREAK_ITEMS = frozenset({ItemKind.TEA, ItemKind.PHOTO, ItemKind.MEAL})
"""Items that are drawn as break rows and need no speaker."""

BREAK_SESSIONS = frozenset({SessionKind.BREAK, SessionKind.MEAL, SessionKind.REGISTRATION, SessionKind.TRANSFER})
"""Sessions without items of their own that are drawn as break rows."""


class Role(StrEnum):
    """What somebody does in an item or part."""

    MC = "mc"
    CHAIR = "chair"
    MODERATOR = "moderator"
    SPEAKER = "speaker"
    PANELIST = "panelist"
    DISCUSSANT = "discussant"
    PRESENTER = "presenter"
    RECIPIENT = "recipient"
    SIGNATORY = "signatory"
    WITNESS = "witness"
    INTERPRETER = "interpreter"


CHAIRING_ROLES = frozenset({Role.MC, Role.CHAIR, Role.MODERATOR})
"""Roles that lead a part; they stand in the chair cell of an agenda."""


class Interpretation(StrEnum):
    """How an item is interpreted."""

    NONE = "none"
    CONSECUTIVE = "consecutive"
    SIMULTANEOUS = "simultaneous"


class CueKind(StrEnum):
    """Who is meant by a cue of the running order, or what it is about."""

    SCREEN = "screen"
    SOUND = "sound"
    LIGHT = "light"
    MICROPHONE = "microphone"
    USHER = "usher"
    INTERPRETER = "interpreter"
    SPARE = "spare"
    PHOTO = "photo"


class Direction(StrEnum):
    """Which way a journey goes, seen from the forum's city."""

    ARRIVAL = "arrival"
    DEPARTURE = "departure"


class BadgeState(StrEnum):
    """Whether a badge still opens doors."""

    VALID = "valid"
    VOID = "void"
    LOST = "lost"


class ReleaseKind(StrEnum):
    """What an issue of the programme is for."""

    DRAFT = "draft"
    COMMENTS = "comments"
    APPROVAL = "approval"
    FINAL = "final"
    ON_SITE = "onsite"


class Severity(StrEnum):
    """How much a finding matters; `OFF` hides its kind in one forum."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


class StepKind(StrEnum):
    """What one step of the history did; put into words by `domain.history`."""

    CREATE_FORUM = "create_forum"
    EDIT_FORUM = "edit_forum"
    IMPORT_WORKBOOK = "import_workbook"
    MAKE_SAMPLE = "make_sample"
    ADD_SESSION = "add_session"
    EDIT_SESSION = "edit_session"
    MOVE_SESSION = "move_session"
    REMOVE_SESSION = "remove_session"
    MOVE_SESSION_TO_ROOM = "move_session_to_room"
    RESIZE_SESSION = "resize_session"
    UNSCHEDULE_SESSION = "unschedule_session"
    SWAP_SESSIONS = "swap_sessions"
    SWAP_ITEMS = "swap_items"
    SHIFT_SESSIONS = "shift_sessions"
    COPY_BREAK = "copy_break"
    MAKE_DAY = "make_day"
    ADD_TO_TRAY = "add_to_tray"
    MOVE_ITEM = "move_item"
    ADD_ROOM = "add_room"
    EDIT_ROOM = "edit_room"
    REMOVE_ROOM = "remove_room"
    CLOSE_ROOM = "close_room"
    OPEN_ROOM = "open_room"
    EDIT_PART = "edit_part"
    ADD_ITEM = "add_item"
    EDIT_ITEM = "edit_item"
    REMOVE_ITEM = "remove_item"
    REORDER_ITEMS = "reorder_items"
    EDIT_APPEARANCE = "edit_appearance"
    ADD_APPEARANCE = "add_appearance"
    REMOVE_APPEARANCE = "remove_appearance"
    REPLACE_APPEARANCE = "replace_appearance"
    EDIT_ACTS = "edit_acts"
    ADD_PERSON = "add_person"
    EDIT_PERSON = "edit_person"
    REMOVE_PARTICIPANT = "remove_participant"
    MERGE_PEOPLE = "merge_people"
    KEEP_APART = "keep_apart"
    SET_PHOTO = "set_photo"
    REMOVE_PHOTO = "remove_photo"
    SET_LOGO = "set_logo"
    REMOVE_LOGO = "remove_logo"
    EDIT_PARTICIPANTS = "edit_participants"
    ADD_DELEGATION = "add_delegation"
    EDIT_DELEGATION = "edit_delegation"
    REMOVE_DELEGATION = "remove_delegation"
    JOIN_DELEGATION = "join_delegation"
    LEAVE_DELEGATION = "leave_delegation"
    LEAD_DELEGATION = "lead_delegation"
    SORT_DELEGATIONS = "sort_delegations"
    SET_PROTOCOL = "set_protocol"
    NAME_COUNTRY = "name_country"
    FIX_PLACE = "fix_place"
    FREE_PLACE = "free_place"
    SORT_ADDRESSES = "sort_addresses"
    CONFIRM_TRANSLATION = "confirm_translation"
    EDIT_SCRIPT = "edit_script"
    WRITE_SCRIPTS = "write_scripts"
    ADD_CUE = "add_cue"
    EDIT_CUE = "edit_cue"
    REMOVE_CUE = "remove_cue"
    CONFIRM_TRANSLATIONS = "confirm_translations"
    FILL_TRANSLATIONS = "fill_translations"
    WRITE_TRANSLATION = "write_translation"
    ACCEPT_FINDING = "accept_finding"
    REOPEN_FINDING = "reopen_finding"
    SET_CHECKS = "set_checks"
    SET_PLANNING = "set_planning"
    LOG_CONTACT = "log_contact"
    LOG_STATUS = "log_status"
    EDIT_CONTACT = "edit_contact"
    REMOVE_CONTACT = "remove_contact"
    SET_MATERIALS = "set_materials"
    ADD_POSTS = "add_posts"
    EDIT_POST = "edit_post"
    REMOVE_POST = "remove_post"
    ADD_GUEST = "add_guest"
    EDIT_GUEST = "edit_guest"
    NAME_GUEST = "name_guest"
    REMOVE_GUEST = "remove_guest"
    REPLACE_GUEST = "replace_guest"
    ADD_ORGANISER = "add_organiser"
    EDIT_ORGANISER = "edit_organiser"
    REMOVE_ORGANISER = "remove_organiser"
    NAME_ROLE = "name_role"
    ADD_INSTITUTION = "add_institution"
    EDIT_INSTITUTION = "edit_institution"
    ADMIT_MEMBER = "admit_member"
    EDIT_LEDGER = "edit_ledger"
    NAME_MEMBER = "name_member"
    EDIT_OFFICES = "edit_offices"
    EDIT_AGREEMENTS = "edit_agreements"
    EDIT_APPOINTMENTS = "edit_appointments"
    TAKE_FROM_PROGRAMME = "take_from_programme"
    ISSUE_LETTER = "issue_letter"
    ISSUE_LETTER_DESPITE = "issue_letter_despite"
    EDIT_LETTER = "edit_letter"
    EDIT_LETTER_TEXT = "edit_letter_text"
    RECORD_APPROVAL = "record_approval"
    EDIT_APPROVAL = "edit_approval"
    REMOVE_APPROVAL = "remove_approval"
    SET_REGIME = "set_regime"
    ISSUE_BADGES = "issue_badges"
    ISSUE_RELEASE = "issue_release"
    MARK_MINOR = "mark_minor"
    TAKE_ANSWERS = "take_answers"
    EDIT_MAIL_TEXT = "edit_mail_text"
    TAKE_BACK = "take_back"
    GO_BACK = "go_back"
    BRING_BACK = "bring_back"
    MIGRATE = "migrate"
    OTHER = "other"
