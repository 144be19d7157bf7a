"""Who a row of the people sheet is: by code, else by exact name and institution; look-alikes become questions.

Homonyms are never merged: until a question is answered, rows stay two people; only a row without a code that looks
like somebody on record waits outside, so that the same list read every week does not bring the same person again.
"""

from dataclasses import dataclass, field

from forumplanner.domain.sorting import latin_key, pinyin_key
from forumplanner.exchange.workbook.reading.draft import Draft, DraftRow, fresh_key
from forumplanner.exchange.workbook.reading.questions import ask_same_person, ask_who_has_code
from forumplanner.exchange.workbook.reading.references import texts_in
from forumplanner.exchange.workbook.words import folded
from forumplanner.snapshots.workbook import Record

_FORMS = ("name.zh", "name.latin", "name.native")


@dataclass(slots=True)
class Candidate:
    """A person that a row may be: known already, or an earlier row (`row`). `participant`: "" outside this forum."""

    person: str
    participant: str
    codes: frozenset[str]
    record: Record
    institutions: frozenset[str]
    held: frozenset[str] = frozenset()
    """Titles of the posts held, and since when."""
    first: str = ""
    """The institution of the first post; the row's own institution is that of its first post too."""
    facts: frozenset[str] = frozenset()
    """Everything that is written of somebody here: all that tells two people without a name apart."""
    row: DraftRow | None = None

    @property
    def token(self) -> str:
        """What names this candidate in the id of a question, the same at every reading."""
        return f"row{self.row.number}" if self.row else self.person


@dataclass(slots=True)
class Crowd:
    """All candidates, found by exact name or by look-alike keys, each given to one row at most."""

    by_code: dict[str, list[Candidate]] = field(default_factory=dict)
    by_name: dict[str, list[Candidate]] = field(default_factory=dict)
    by_likeness: dict[str, list[Candidate]] = field(default_factory=dict)
    by_former: dict[str, list[Candidate]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, draft: Draft) -> "Crowd":
        """Everybody who is known, participants of this forum first."""
        crowd = cls()
        participants = {str(r["person_id"]): (key, r) for key, r in draft.known.table("participant").items()}
        posts: dict[str, list[Record]] = {}
        for post in draft.known.table("post").values():
            posts.setdefault(str(post["person_id"]), []).append(post)
        journeys: dict[str, list[Record]] = {}
        for journey in draft.known.table("journey").values():
            journeys.setdefault(str(journey["participant_id"]), []).append(journey)
        people = draft.known.table("person")
        for key in sorted(people, key=lambda key: (key not in participants, key)):
            participant, own = participants.get(key, ("", {}))
            codes = frozenset({str(own.get("code", "")), str(people[key].get("code", ""))} - {""} if own else ())
            houses = frozenset(str(post["institution_id"]) for post in posts.get(key, ()) if "institution_id" in post)
            held = frozenset(text for post in posts.get(key, ()) for text in _of_post(post))
            written = [people[key], own, *posts.get(key, ()), *journeys.get(participant, ())]
            first = min(posts.get(key, ()), key=_position, default={})
            house = str(first.get("institution_id", ""))
            candidate = Candidate(key, participant, codes, people[key], houses, held, house, _facts(written))
            crowd.add(candidate)
            for was in (*draft.former.names(key), *(f"code {code}" for code in draft.former.codes(key) if own)):
                crowd.by_former.setdefault(was, []).append(candidate)
        return crowd

    def add(self, candidate: Candidate) -> None:
        """Make a person findable."""
        for code in candidate.codes:
            self.by_code.setdefault(code, []).append(candidate)
        for name in exact_names(candidate.record) or {""}:
            self.by_name.setdefault(name, []).append(candidate)
        for key in likenesses(candidate.record):
            self.by_likeness.setdefault(key, []).append(candidate)

    def free(self, candidates: list[Candidate]) -> list[Candidate]:
        """Those whom no row has taken yet."""
        return [candidate for candidate in candidates if candidate.person not in self.used]


def match_people(draft: Draft, rows: list[tuple[DraftRow, Record, str]]) -> None:
    """Give each row its person and participant. A row comes with what it says of the person, and its institution."""
    crowd = Crowd.of(draft)
    for row, record, _institution in rows:
        _by_code(draft, crowd, row, record)
    for row, record, institution in rows:
        if not row.left_out and row.main not in row.keys:
            _by_exact_name(crowd, row, record, institution)
    for row, record, institution in rows:
        if not row.left_out and row.main not in row.keys:
            _by_former_name(draft, crowd, row, record, institution)
    for row, record, institution in rows:
        if not row.left_out and row.main not in row.keys:
            _settle(draft, crowd, row, record, institution)


def _settle(draft: Draft, crowd: Crowd, row: DraftRow, record: Record, institution: str) -> None:
    """A row that is nobody's yet: the look-alike it was declared to be, else a new person, who may be asked about."""
    found = _by_asking(draft, crowd, row, record, institution)
    if not row.left_out:
        _take(crowd, row, found)
        codes, houses = frozenset({row.code} - {""}), frozenset({institution} - {""})
        crowd.add(Candidate(row.keys["person", 1], row.key, codes, record, houses, first=institution, row=row))


def _by_code(draft: Draft, crowd: Crowd, row: DraftRow, record: Record) -> None:
    """The participant of this forum who has the row's code; with a wholly different name only if somebody says so."""
    for candidate in crowd.free(crowd.by_code.get(row.code, [])) if row.code else ():
        ours, theirs = exact_names(record), exact_names(candidate.record)
        if not ours or not theirs or ours & theirs or likenesses(record) & likenesses(candidate.record):
            _take(crowd, row, candidate)
            return
        answer = ask_who_has_code(draft, row, record, candidate.record, candidate.token)
        if answer == "one":
            _take(crowd, row, candidate)
        row.left_out = answer in {"", "later"}
        return


def _by_exact_name(crowd: Crowd, row: DraftRow, record: Record, institution: str) -> None:
    """A known person with the same name and institution, about whom nothing disagrees; the one with most in common."""
    names = exact_names(record)
    alike = [c for name in sorted(names or {""}) for c in crowd.free(crowd.by_name.get(name, []))]
    held = {folded(str(read.value)) for spot, read in row.read.items() if spot.column.key in {"title", "since"}}
    fitting = [c for c in alike if (names or held == c.held) and is_exact(row, record, institution, c)]
    if fitting:
        said = frozenset(folded(str(read.value)) for read in row.read.values())
        _take(crowd, row, max(fitting, key=lambda c: (*_in_common(record, c.record), *_likeness(said, c.facts))))


def _by_former_name(draft: Draft, crowd: Crowd, row: DraftRow, record: Record, institution: str) -> None:
    """Somebody who was merged, by code and name or by name and institution; another row may be the same person too."""
    names = exact_names(record)
    for candidate in crowd.by_former.get(f"code {row.code}", ()) if row.code else ():
        if not names or names & (draft.former.names(candidate.person) | exact_names(candidate.record)):
            _take_former(draft, crowd, row, candidate)
            return
    for candidate in (c for name in sorted(names) for c in crowd.by_former.get(name, ())):
        codes = {"", *candidate.codes, *draft.former.codes(candidate.person)}
        at_home = institution in candidate.institutions or (not institution and not candidate.first)
        if at_home and row.code in codes and _may_be_reached(record, candidate):
            _take_former(draft, crowd, row, candidate)
            return


def _may_be_reached(record: Record, candidate: Candidate) -> bool:
    """No other phone and mail than is known of somebody; a merge notes the number that had to give way."""
    noted = "".join(c for c in str(candidate.record.get("notes", "")) if c.isdigit())
    known = any(kind == "phone" and number in noted for kind, number in contacts(record))
    return known or not differs(record, candidate.record)


def _take_former(draft: Draft, crowd: Crowd, row: DraftRow, candidate: Candidate) -> None:
    """Give the row the person who stayed. A journey that is known in some way is not filled in from another one."""
    _take(crowd, row, candidate)
    row.former = True
    journeys = draft.known.table("journey").values()
    ways = {str(journey.get("direction")) for journey in journeys if journey.get("participant_id") == row.key}
    for spot in [spot for spot in row.cells if spot.slot[0] in ways]:
        row.read.pop(spot, None)
        del row.cells[spot]


def _position(post: Record) -> int:
    position = post.get("position", 0)
    return position if isinstance(position, int) else 0


def _facts(records: list[Record]) -> frozenset[str]:
    """The values of some records, as cells would say them."""
    return frozenset(folded(str(value)) for record in records for value in record.values())


def _likeness(said: frozenset[str], facts: frozenset[str]) -> tuple[int, int]:
    """How much of a row is known of somebody, and how little else is."""
    return len(said & facts), -len(facts - said)


def _of_post(post: Record) -> set[str]:
    return {*texts_in(post, ["title"]), *([folded(str(post["since"]))] if "since" in post else [])}


def is_exact(row: DraftRow, record: Record, institution: str, candidate: Candidate) -> bool:
    """Same institution, every form of the name that both have is the same, no other code, no other phone and mail."""
    nowhere = not candidate.first and (not institution or institution.startswith("unknown "))
    same_house = nowhere or institution in candidate.institutions
    codes = {row.code} - {""} | candidate.codes
    return (
        same_house
        and len(codes) < 2
        and _forms_agree(record, candidate.record)
        and not differs(record, candidate.record)
    )


def _forms_agree(record: Record, other: Record) -> bool:
    pairs = [(folded(str(record.get(f, ""))), folded(str(other.get(f, "")))) for f in _FORMS]
    return all(ours == theirs for ours, theirs in pairs if ours and theirs)


def differs(record: Record, other: Record) -> bool:
    """Both sides have a phone or mails, and none of them is shared."""
    ours, theirs = contacts(record), contacts(other)
    kinds = {kind for kind, _ in ours} & {kind for kind, _ in theirs}
    return bool(kinds) and not ours & theirs


def contacts(record: Record) -> set[tuple[str, str]]:
    """Phone (its last 8 digits) and e-mail addresses."""
    digits = "".join(c for c in str(record.get("phone", "")) if c.isdigit())
    mails = record.get("emails") or ()
    found = {("mail", mail.casefold()) for mail in mails} if isinstance(mails, tuple) else set()
    return found | ({("phone", digits[-8:])} if digits else set())


def _in_common(record: Record, other: Record) -> tuple[int, int]:
    return len(contacts(record) & contacts(other)), sum(record.get(f) == other.get(f) for f in record)


def _by_asking(draft: Draft, crowd: Crowd, row: DraftRow, record: Record, institution: str) -> Candidate | None:
    """The look-alike whom somebody declared to be the same person; one question at a time."""
    seen: set[str] = set()
    for candidate in (c for key in sorted(likenesses(record)) for c in crowd.by_likeness.get(key, [])):
        if candidate.token in seen or not _worth_asking(record, institution, candidate):
            continue
        seen.add(candidate.token)
        waits = candidate.row is None and not row.code
        answer = ask_same_person(draft, row, record, candidate.record, candidate.token, candidate.row, waits=waits)
        if answer == "one":
            return candidate
        if answer != "two":
            row.left_out = waits
            return None
    return None


def _worth_asking(record: Record, institution: str, candidate: Candidate) -> bool:
    """A namesake elsewhere is a homonym, unless phone or mail is the same."""
    elsewhere = institution and candidate.institutions and institution not in candidate.institutions
    return not elsewhere or bool(contacts(record) & contacts(candidate.record))


def _take(crowd: Crowd, row: DraftRow, candidate: Candidate | None) -> None:
    """Give the row this person, or a new one; and the participant of this forum, or a new one."""
    person = candidate.person if candidate else fresh_key()
    participant = (candidate.participant if candidate else "") or fresh_key()
    row.keys["person", 1] = person
    row.keys["participant", 1] = participant
    if candidate is None:
        row.fresh.add(person)
    if candidate is None or not candidate.participant:
        row.fresh.add(participant)
    if candidate:
        candidate.participant = participant
    crowd.used.add(person)


def exact_names(record: Record) -> set[str]:
    """The forms of a name, letter case and spaces aside."""
    return {folded(str(record[form])) for form in _FORMS if record.get(form)} - {""}


def likenesses(record: Record) -> set[str]:
    """What look-alikes share: the Chinese form, Latin words in any order without accents, pinyin, native form."""
    zh, latin = str(record.get("name.zh", "")), latin_key(str(record.get("name.latin", "")))
    keys = {f"exact {name}" for name in exact_names(record)}
    if words := latin.split():
        keys.add("words " + " ".join(sorted(words)))
        keys |= {"sound " + "".join(words), "sound " + "".join([*words[1:], words[0]])}
    elif zh:
        keys.add("sound " + pinyin_key(zh).replace(" ", ""))
    return keys
