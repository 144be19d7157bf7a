"""Reads approvals of a forum and the forum as it stands beside them; the rules say what is due and not wanted."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import func, select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.approval import Listed, State, deviations
from forumplanner.domain.counting import count, known_country
from forumplanner.domain.guest_kinds import ApprovalKind
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import ForumMode
from forumplanner.domain.protocol import ProtocolRules
from forumplanner.domain.regimes import (
    RULES,
    Classed,
    Deadline,
    DeadlineKind,
    Refused,
    classed,
    days_of,
    deadlines,
    refused_in,
)
from forumplanner.domain.statistics import REGIONS, USUAL, Counts, Measure
from forumplanner.domain.text import ZH
from forumplanner.domain.times import conference_day
from forumplanner.queries import statistics
from forumplanner.queries.columns import KEY, NAME
from forumplanner.queries.paper import forum_of
from forumplanner.records import Approval, ConsularGuest, Forum, Institution, Participant, Person, PersonAlias, Post
from forumplanner.snapshots.approval import NO_APPROVAL, ApprovalLine, Approvals, CheckedApproval


def load(db: Db, *, forum_id: ForumId, with_list: bool = True) -> Approvals:
    """Everything about the approvals of a forum; without the list nobody is compared. Raises `paper.NoSuchForum`."""
    forum = forum_of(db, forum_id)
    rules = ProtocolRules.of(forum.protocol)
    counts = count(statistics.facts(db, forum), USUAL)
    now = _standing(forum, counts)
    if with_list:
        now = replace(now, listed=listed(db, forum_id, counts))
    of, online = _classed(counts, rules), forum.mode is ForumMode.ONLINE
    return Approvals(
        forum_id=str(forum_id),
        languages=forum.languages,
        rules=rules,
        now=now,
        classed=of,
        online=online,
        deadlines=_deadlines(forum, rules, of, online=online) if of.international is not False else (),
        refused=_refused(forum, rules),
        days=days_of(forum.starts_on, forum.ends_on),
        consular=db.scalar(select(func.count()).where(ConsularGuest.forum_id == forum_id)) or 0,
        lines=_lines(db, forum, now),
        words=forum.words or {},
    )


def checked(db: Db, *, forum_id: uuid.UUID, now: dt.datetime | None) -> CheckedApproval:
    """What the checks need; nothing of a forum that is not international and has no approval.

    Without `now` only what costs little: a board that is dragged on asks for nothing that people decide.
    """
    forum = forum_of(db, forum_id)
    rules = ProtocolRules.of(forum.protocol)
    approved = db.scalar(select(Approval.id).where(Approval.forum_id == forum_id).limit(1)) is not None
    if not approved and not _is_international(db, forum_id, rules):
        return NO_APPROVAL
    most = RULES[rules.regime].most_days
    quick = CheckedApproval(
        rules,
        words=forum.words or {},
        refused=() if approved else _refused(forum, rules),
        days=days_of(forum.starts_on, forum.ends_on),
        most_days=most,
    )
    if now is None:
        return quick
    found = load(db, forum_id=ForumId(forum_id), with_list=approved)
    newest = found.newest
    return replace(
        quick,
        reference=newest.reference if newest else "",
        deviations=newest.deviations if newest else (),
        overdue=_overdue(found, conference_day(now, forum.zone)),
    )


def _is_international(db: Db, forum_id: uuid.UUID, rules: ProtocolRules) -> bool:
    """Whether people of so many countries are on the list that the rules apply."""
    countries = db.scalars(
        select(Person.country)
        .join(Participant, Participant.person_id == Person.id)
        .where(Participant.forum_id == forum_id)
        .distinct()
    )
    codes = {known_country(text) for text in countries} - {"", *REGIONS}
    least = RULES[rules.regime].least_countries
    return bool(least) and len(codes) >= least


def _refused(forum: Forum, rules: ProtocolRules) -> tuple[Refused, ...]:
    return tuple(one for title in forum.titles for one in refused_in(title.get(ZH), rules.regime))


def standing(db: Db, forum: Forum) -> State:
    """The forum as it stands, to be kept with an approval: names, dates, venue, numbers, list."""
    counts = count(statistics.facts(db, forum), USUAL)
    return replace(_standing(forum, counts), listed=listed(db, forum.id, counts))


def _standing(forum: Forum, counts: Counts) -> State:
    numbers = {str(measure): counts.number(measure) for measure in APPROVED}
    return State(forum.titles, forum.starts_on, forum.ends_on, forum.venue, numbers)


APPROVED = (Measure.PEOPLE, Measure.FOREIGN_PEOPLE, Measure.COUNTRIES)
"""The numbers that approvals name."""


def listed(db: Db, forum_id: uuid.UUID, counts: Counts) -> tuple[Listed, ...]:
    """Everybody who is counted on the list, by Latin name."""
    wanted = {row.id for row in counts.of(Measure.PEOPLE).rows}
    institutions = _institutions(db, forum_id)
    rows = db.execute(
        select(
            type_coerce(Participant.id, KEY).label("id"),
            type_coerce(Participant.person_id, KEY).label("person_id"),
            type_coerce(Participant.post_id, KEY).label("post_id"),
            type_coerce(Person.name, NAME).label("name"),
            Person.country,
        )
        .join(Person, Person.id == Participant.person_id)
        .where(Participant.forum_id == forum_id)
        .order_by(Person.sort_latin, Person.sort_pinyin, Participant.id)
    )
    return tuple(
        Listed(
            row.person_id,
            row.name.zh,
            row.name.latin,
            row.country,
            institutions.get(row.post_id) or institutions.get(row.person_id, ""),
            row.id,
        )
        for row in rows
        if row.id in wanted
    )


def _institutions(db: Db, forum_id: uuid.UUID) -> dict[str, str]:
    """The institution of each post, and under the person's key that of the first one."""
    rows = db.execute(
        select(
            type_coerce(Post.id, KEY).label("id"),
            type_coerce(Post.person_id, KEY).label("person_id"),
            Institution.name,
        )
        .join(Participant, Participant.person_id == Post.person_id)
        .join(Institution, Institution.id == Post.institution_id)
        .where(Participant.forum_id == forum_id)
        .order_by(Post.position, Post.id)
    )
    found: dict[str, str] = {}
    for row in rows:
        name = row.name.best(ZH)
        found[row.id] = name
        found.setdefault(row.person_id, name)
    return found


def _classed(counts: Counts, rules: ProtocolRules) -> Classed:
    return classed(
        countries=counts.number(Measure.COUNTRIES),
        foreign=counts.number(Measure.FOREIGN_PEOPLE),
        total=counts.number(Measure.PEOPLE),
        subject=rules.subject,
        regime=rules.regime,
        sensitive=bool(rules.sensitive),
    )


def _deadlines(forum: Forum, rules: ProtocolRules, of: Classed, *, online: bool) -> tuple[Deadline, ...]:
    return deadlines(
        rules.regime,
        starts_on=forum.starts_on,
        ends_on=forum.ends_on,
        major=of.major,
        online=online,
        file_days=int(rules.file_days) if rules.file_days.isdigit() else None,
    )


def _overdue(found: Approvals, today: dt.date) -> tuple[Deadline, ...]:
    """Applications that were not filed in time, while the forum lies ahead; summaries that are late."""
    ahead = found.now.starts_on is not None and today <= found.now.starts_on
    missing = found.newest is None
    return tuple(
        one
        for one in found.deadlines
        if one.day < today
        and ((one.kind is DeadlineKind.FILE and missing and ahead) or one.kind is DeadlineKind.SUMMARY)
    )


def _lines(db: Db, forum: Forum, now: State) -> tuple[ApprovalLine, ...]:
    rows = db.scalars(select(Approval).where(Approval.forum_id == forum.id)).all()
    ordered = sorted(rows, key=lambda row: (row.approved_on or dt.date.min, row.position), reverse=True)
    stays = _stays(db) if ordered else {}
    return tuple(_line(row, now, stays) for row in ordered)


def _stays(db: Db) -> dict[str, str]:
    """People who were merged into others, by their old keys."""
    rows = db.execute(
        select(type_coerce(PersonAlias.was_id, KEY).label("was"), type_coerce(PersonAlias.person_id, KEY).label("now"))
    )
    return {row.was: row.now for row in rows}


def _line(row: Approval, now: State, stays: Mapping[str, str]) -> ApprovalLine:
    kept = None if row.listed is None else tuple(Listed.of(entry) for entry in row.listed)
    followed = None if kept is None else tuple(replace(one, person_id=_last(one.person_id, stays)) for one in kept)
    titles = (row.title,) if row.title else ()
    approved = State(titles, row.starts_on, row.ends_on, row.venue, row.numbers or {}, followed)
    compared = deviations(approved, now) if row.kind is ApprovalKind.FORUM else ()
    return ApprovalLine(
        str(row.id),
        row.kind,
        row.authority,
        row.reference,
        row.approved_on,
        approved,
        compared,
        row.conditions,
        row.notes,
    )


def _last(key: str, stays: Mapping[str, str]) -> str:
    """Who a person is after all merges."""
    seen: set[str] = set()
    while key in stays and key not in seen:
        seen.add(key)
        key = stays[key]
    return key
