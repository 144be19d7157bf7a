"""Steps of the history in words, made from kind and values in the reader's language, never in the writer's."""

from collections.abc import Mapping

from forumplanner.domain.kinds import StepKind
from forumplanner.domain.text import EN, ZH
from forumplanner.i18n import in_language, nearest

Values = Mapping[str, object]

_SENTENCES: dict[str, str] = {
    StepKind.CREATE_FORUM: "Created the forum “{title}”",
    StepKind.EDIT_FORUM: "Edited the forum “{title}”",
    StepKind.IMPORT_WORKBOOK: "Import of {file}: {added} added, {changed} changed",
    StepKind.MAKE_SAMPLE: "Made the sample forum with {people} people",
    StepKind.ADD_SESSION: "Added session “{title}”",
    StepKind.EDIT_SESSION: "Edited session “{title}”",
    StepKind.MOVE_SESSION: "Moved “{title}” to {start}",
    StepKind.REMOVE_SESSION: "Removed session “{title}”",
    StepKind.MOVE_SESSION_TO_ROOM: "Moved “{title}” to {start}, {room}",
    StepKind.RESIZE_SESSION: "“{title}” now runs from {start} to {end}",
    StepKind.UNSCHEDULE_SESSION: "Took “{title}” out of the plan",
    StepKind.SWAP_SESSIONS: "Swapped “{title}” and “{other}”",
    StepKind.SWAP_ITEMS: "Swapped “{title}” and “{other}”",
    StepKind.SHIFT_SESSIONS: "Shifted {sessions} in {where}: {by}",
    StepKind.COPY_BREAK: "Copied “{title}” to the other rooms ({count})",
    StepKind.MAKE_DAY: "Planned {day} from a pattern: {sessions}",
    StepKind.ADD_TO_TRAY: "Pasted {talks} into the programme",
    StepKind.MOVE_ITEM: "Moved item “{title}” to “{session}”",
    StepKind.ADD_ROOM: "Added room {room}",
    StepKind.EDIT_ROOM: "Edited room {room}",
    StepKind.REMOVE_ROOM: "Removed room {room}",
    StepKind.CLOSE_ROOM: "Closed room {room} for a while",
    StepKind.OPEN_ROOM: "Took back a closure of room {room}",
    StepKind.EDIT_PART: "Edited a part of “{title}”",
    StepKind.ADD_ITEM: "Added item “{title}”",
    StepKind.EDIT_ITEM: "Edited item “{title}”",
    StepKind.REMOVE_ITEM: "Removed item “{title}”",
    StepKind.REORDER_ITEMS: "Moved item “{title}” within its part",
    StepKind.ADD_APPEARANCE: "Added {person} to “{title}”",
    StepKind.EDIT_APPEARANCE: "Changed who appears in “{title}”",
    StepKind.REMOVE_APPEARANCE: "Took {person} out of “{title}”",
    StepKind.REPLACE_APPEARANCE: "Replaced {person} by {successor} in “{title}”",
    StepKind.EDIT_ACTS: "Edited the acts of “{title}”",
    StepKind.ADD_PERSON: "Added {person}",
    StepKind.EDIT_PERSON: "Edited {person}",
    StepKind.REMOVE_PARTICIPANT: "Took {person} off the list of participants",
    StepKind.MERGE_PEOPLE: "Merged {other} into {person}",
    StepKind.KEEP_APART: "Declared {person} and {other} to be two people",
    StepKind.SET_PHOTO: "Set the photo of {person}",
    StepKind.REMOVE_PHOTO: "Took the photo of {person} away",
    StepKind.SET_LOGO: "Set the logo of {title}",
    StepKind.REMOVE_LOGO: "Took the logo of {title} away",
    StepKind.EDIT_PARTICIPANTS: "Changed {count} participants",
    StepKind.ADD_DELEGATION: "Added the delegation “{delegation}”",
    StepKind.EDIT_DELEGATION: "Edited the delegation “{delegation}”",
    StepKind.REMOVE_DELEGATION: "Dissolved the delegation “{delegation}”; its people ({count}) stayed",
    StepKind.JOIN_DELEGATION: "Put {people} into the delegation “{delegation}”",
    StepKind.LEAVE_DELEGATION: "Took {people} out of the delegation “{delegation}”",
    StepKind.LEAD_DELEGATION: "{person} now leads the delegation “{delegation}”",
    StepKind.SORT_DELEGATIONS: "Changed the order of the delegations",
    StepKind.SET_PROTOCOL: "Changed the rules of protocol",
    StepKind.NAME_COUNTRY: "Wrote how {country} is named in this forum",
    StepKind.FIX_PLACE: "Fixed the place of {who} by hand, no. {place}: {reason}",
    StepKind.FREE_PLACE: "Left the place of {who} to the rule again",
    StepKind.SORT_ADDRESSES: "Put the addresses of “{title}” in order ({count} moved)",
    StepKind.CONFIRM_TRANSLATION: "Confirmed the translation of “{title}”",
    StepKind.EDIT_SCRIPT: "Edited the host’s words for “{title}”",
    StepKind.WRITE_SCRIPTS: "Wrote the host’s words for {count} items of “{title}”",
    StepKind.ADD_CUE: "Added a cue to “{title}”",
    StepKind.EDIT_CUE: "Edited a cue of “{title}”",
    StepKind.REMOVE_CUE: "Removed a cue from “{title}”",
    StepKind.CONFIRM_TRANSLATIONS: "Confirmed {count} translations",
    StepKind.FILL_TRANSLATIONS: "Took {count} suggested translations",
    StepKind.WRITE_TRANSLATION: "Wrote “{title}” in {language}",
    StepKind.ACCEPT_FINDING: "Accepted “{title}”: {reason}",
    StepKind.REOPEN_FINDING: "Reopened “{title}”",
    StepKind.SET_CHECKS: "Changed what the checks of the forum look for",
    StepKind.SET_PLANNING: "Changed what planning reckons with",
    StepKind.LOG_CONTACT: "Logged a contact with {who}",
    StepKind.LOG_STATUS: "The invitation of {who} is now “{status}”",
    StepKind.EDIT_CONTACT: "Corrected the log of {who}",
    StepKind.REMOVE_CONTACT: "Took a line out of the log of {who}",
    StepKind.SET_MATERIALS: "Ticked “{what}” in the chase list ({count})",
    StepKind.ADD_POSTS: "Added {count} consular posts to the guests",
    StepKind.EDIT_POST: "Edited {who}",
    StepKind.REMOVE_POST: "Removed {who} from the directory",
    StepKind.ADD_GUEST: "Added a guest: {who}",
    StepKind.EDIT_GUEST: "Edited the guest {who}",
    StepKind.NAME_GUEST: "{who} sends {person}",
    StepKind.REMOVE_GUEST: "Took {who} off the list of guests",
    StepKind.REPLACE_GUEST: "{successor} comes instead of {who}",
    StepKind.ADD_ORGANISER: "Added {institution} to the organisers",
    StepKind.EDIT_ORGANISER: "Changed {institution} among the organisers",
    StepKind.REMOVE_ORGANISER: "Took {institution} off the organisers",
    StepKind.NAME_ROLE: "Wrote how “{role}” is printed",
    StepKind.ADD_INSTITUTION: "Added the institution {institution}",
    StepKind.EDIT_INSTITUTION: "Edited the institution {institution}",
    StepKind.ADMIT_MEMBER: "Admitted to the alliance: {institution}",
    StepKind.EDIT_LEDGER: "Edited the ledger of members: {institution}",
    StepKind.NAME_MEMBER: "Named one of the members that were only counted: {institution}",
    StepKind.EDIT_OFFICES: "Edited the offices of the alliance: {office}",
    StepKind.EDIT_AGREEMENTS: "Edited the register of agreements: {title}",
    StepKind.EDIT_APPOINTMENTS: "Edited the register of appointments: {title}",
    StepKind.TAKE_FROM_PROGRAMME: "Entered {count} records from the programme",
    StepKind.ISSUE_LETTER: "Issued {number} to {to}",
    StepKind.ISSUE_LETTER_DESPITE: "Issued {number} to {to} before the approval was recorded: {reason}",
    StepKind.EDIT_LETTER: "Corrected the register: {number}",
    StepKind.EDIT_LETTER_TEXT: "Edited a text of the letters: {title}",
    StepKind.RECORD_APPROVAL: "Recorded the approval {reference}",
    StepKind.EDIT_APPROVAL: "Edited the approval {reference}",
    StepKind.REMOVE_APPROVAL: "Removed the approval {reference}",
    StepKind.SET_REGIME: "Changed which rules of approval apply",
    StepKind.ISSUE_BADGES: "Issued {count} badge numbers",
    StepKind.ISSUE_RELEASE: "Issued the programme as {name}",
    StepKind.TAKE_ANSWERS: "Took answers to invitations ({count})",
    StepKind.MARK_MINOR: "Decided whether to tell anybody about “{title}”",
    StepKind.EDIT_MAIL_TEXT: "Edited a text of the mails: {title}",
    StepKind.TAKE_BACK: "Took back an older step: {was}",
    StepKind.GO_BACK: "Went back to before “{was}”: took back {steps} steps",
    StepKind.BRING_BACK: "Brought back what was removed: {was}",
    StepKind.MIGRATE: "Brought the file to format {to}",
    StepKind.OTHER: "Changed {count} records",
}

_ABOUT_ANOTHER = frozenset({StepKind.TAKE_BACK, StepKind.GO_BACK, StepKind.BRING_BACK})
"""Steps about another one; they keep its values and, as `was`, its kind: see `about`."""


def sentence(kind: str, values: Values, tag: str) -> str:
    """What a step did, for a reader of `tag`. A value by language stands as `{name}.zh-Hans`, `{name}.en`.

    A value that a step did not keep reads "…", and a kind of a newer program "Changed".
    """
    template = _SENTENCES.get(kind, "Changed the file")
    if kind in _ABOUT_ANOTHER:
        inner, _slash, rest = str(values.get("was", "")).partition("/")
        values = {**values, "was": sentence(inner, {**values, "was": rest}, tag)}
    return in_language(tag, template).format_map(_Reader(values, tag))


def about(kind: str, values: Values) -> str:
    """The value `was` of a step about another one: its kind, and after "/" that other's own `was` if it has one."""
    return f"{kind}/{values['was']}" if kind in _ABOUT_ANOTHER else str(kind)


def by_language(name: str, *, zh: str, en: str) -> dict[str, str]:
    """A value that differs by language, in the shape that a step keeps: `{"title.zh-Hans": ..., "title.en": ...}`."""
    return {f"{name}.{ZH}": zh or en, f"{name}.{EN}": en or zh}


class _Reader(dict[str, object]):
    """Finds a value for the reader's language first, then the plain one."""

    def __init__(self, values: Values, tag: str) -> None:
        super().__init__(values)
        self._tag = nearest(tag)

    def __missing__(self, name: str) -> object:
        return self.get(f"{name}.{self._tag}", "…")
