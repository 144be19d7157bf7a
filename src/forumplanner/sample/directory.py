"""The sample's directory and the forum itself: institutions, consular posts, organisers, delegations, a release."""

import datetime as dt
from typing import Any

from forumplanner.domain.kinds import (
    ConsularClass,
    ConsularRole,
    ForumMode,
    InstitutionKind,
    OrganiserRole,
    ReleaseKind,
    Standing,
)
from forumplanner.domain.protocol import ProtocolRules, Regime
from forumplanner.domain.text import LocalizedText
from forumplanner.records import (
    ConsularGuest,
    ConsularPost,
    Delegation,
    Forum,
    Institution,
    Organiser,
    Release,
)
from forumplanner.sample import draft as drafts
from forumplanner.sample.draft import FORUM, Draft
from forumplanner.sample.tables import FIRST_DAY, PREFIX, SLUG, ZONE, bilingual, day, key, pair, table


def add_forum(draft: Draft) -> None:
    """The forum with its two titles, and the first issue of its programme."""
    draft.add(
        Forum(
            id=FORUM,
            slug=SLUG,
            titles=(
                pair("2027青岚国际卫生教育论坛|Qinglan International Forum on Health Education 2027"),
                pair(
                    "山海医学院校联盟第四次会员大会|"
                    "Fourth General Assembly of the Mountains and Seas Alliance of Medical Universities"
                ),
            ),
            short_title=pair("青岚论坛|Qinglan Forum"),
            theme=pair("同饮一江水　共育好医生|One river, better doctors: learning health together"),
            series=pair("青岚国际卫生教育论坛|Qinglan International Forum on Health Education"),
            edition="4",
            starts_on=FIRST_DAY,
            ends_on=day(2),
            country="CN",
            city=pair("昆明|Kunming"),
            venue=pair("青岚医科大学国际会议中心|International Conference Centre, Qinglan Medical University"),
            zone=ZONE,
            mode=ForumMode.HYBRID,
            live_url="https://live.qlmu.example/forum2027",
            replay_url="https://replay.qlmu.example/forum2027",
            mailbox="secretariat@qlmu.example",
            phone="+999 27 0000 0100",
            badge_prefix=PREFIX,
            protocol=ProtocolRules(regime=Regime.BNU).to_keep(),
            notes=("示例论坛，可以随意改动。",),
        )
    )
    draft.add(
        Release(
            id=key("release", "V1"),
            forum_id=FORUM,
            name="V1",
            kind=ReleaseKind.DRAFT,
            issued_at=dt.datetime(2027, 9, 20, 2, 30, tzinfo=dt.UTC),
            issued_by="林荷",
        )
    )


def add_institutions(draft: Draft) -> None:
    """Universities, hospitals, offices and companies; and who organises the forum in which rank."""
    for row in table("directory")["institutions"]:
        draft.add(_institution(row))
    for number, (role, code) in enumerate(table("directory")["organisers"]):
        draft.add(_organiser(f"{role}/{code}", role, code, number))


def add_track_organisers(draft: Draft) -> None:
    """Who organises the parallel forums."""
    for number, (track, role, code) in enumerate(table("directory")["track_organisers"]):
        draft.add(_organiser(f"{track}/{role}/{code}", role, code, number, track))


def _organiser(code: str, role: str, institution: str, number: int, track: str = "") -> Organiser:
    return Organiser(
        id=key("organiser", code),
        forum_id=FORUM,
        track_id=key("track", track) if track else None,
        institution_id=drafts.institution(institution),
        role=OrganiserRole(role),
        position=number,
    )


def _institution(row: dict[str, Any]) -> Institution:
    standing = row.get("standing")
    return Institution(
        id=drafts.institution(row["code"]),
        code=row["code"].upper(),
        name=LocalizedText.of({"zh-Hans": row["zh"], "en": row["en"], **row.get("native", {})}),
        short_name=bilingual(row.get("short_zh", ""), row.get("short_en", "")),
        country=row["country"],
        city=bilingual(row["city_zh"], row["city_en"]),
        kind=InstitutionKind(row["kind"]),
        parent_id=drafts.institution(row["parent"]) if "parent" in row else None,
        standing=Standing(standing) if standing else None,
        standing_since=dt.date(2019, 11, 2) if standing else None,
        standing_occasion="联盟成立大会" if standing == "founding_member" else "",
    )


def add_delegations(draft: Draft, *, liaisons: list[str], interpreters: list[str]) -> None:
    """One delegation a country, each with a liaison officer and an interpreter of the codes given."""
    for number, row in enumerate(table("directory")["delegations"]):
        draft.add(
            Delegation(
                id=key("delegation", row["country"]),
                forum_id=FORUM,
                code=row["country"],
                country=row["country"],
                institution_id=drafts.institution(row["institution"]),
                name=bilingual(row["zh"], row["en"]),
                unnamed=row.get("unnamed", 0),
                liaison_id=drafts.participant(liaisons[number % len(liaisons)]),
                interpreter_id=drafts.participant(interpreters[number % len(interpreters)]),
                position=number,
            )
        )


def add_consulates(draft: Draft, *, large: bool) -> None:
    """Consular posts and whom they send; a small forum knows the names of two only."""
    for row in table("directory")["posts"]:
        draft.add(
            ConsularPost(
                id=key("consular_post", row["code"]),
                code=row["code"].upper(),
                country=row["country"],
                city=pair("昆明|Kunming"),
                name=bilingual(row["zh"], row["en"]),
                contact=f"protocol@{row['code']}.example",
                list_order=row["order"],
            )
        )
    for number, row in enumerate(table("directory")["consular_guests"]):
        draft.add(_consular_guest(row, number, named=large or not row.get("large")))


def _consular_guest(row: dict[str, Any], number: int, *, named: bool) -> ConsularGuest:
    return ConsularGuest(
        id=key("consular_guest", row["code"]),
        forum_id=FORUM,
        code=row["code"].upper(),
        consular_post_id=key("consular_post", row["post"]),
        participant_id=drafts.participant(row["person"]) if row["person"] and named else None,
        consular_class=ConsularClass(row["class"]) if row["class"] else None,
        role=ConsularRole(row["role"]) if row["role"] else None,
        exequatur_on=_date(row.get("exequatur")),
        commission_on=_date(row.get("commission")),
        acting_since=_date(row.get("acting_since")),
        seniority=row.get("seniority"),
        position=number,
        notes=row.get("notes", ""),
    )


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
