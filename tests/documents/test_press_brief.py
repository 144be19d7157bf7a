"""The press brief is one page: figures, sentence and basis from one count, names in both languages from one list."""

import re
from dataclasses import replace

import msgspec
import pypdfium2
import pytest

from forumplanner.documents.press_brief import PressBriefOptions, press_brief
from forumplanner.domain.kinds import Category, InstitutionKind, InvitationStatus, Mode
from forumplanner.domain.ranks import Proof
from forumplanner.domain.statistics import Attendee, Counted, Facts, Measure, Row, RowKind
from forumplanner.snapshots.guest_list import ListedGuest
from forumplanner.snapshots.paper import Edition
from forumplanner.snapshots.press_brief import NamedInstitution, Outcome, PressBrief

TAGS = ("zh-Hans", "en")


def somebody(number: int, country: str, institution: str, **fields: object) -> Attendee:
    made = Attendee(
        f"p{number}",
        f"person{number}",
        Category.GUEST,
        InvitationStatus.ACCEPTED,
        frozenset({Mode.ON_SITE}),
        country,
        (institution,),
    )
    return replace(made, **fields)  # type: ignore[arg-type]  # fields by name, for short tests


HOUSES = tuple(
    NamedInstitution(f"i{n}", (f"第{n}医科大学", f"Medical University No. {n}"), InstitutionKind.UNIVERSITY)
    for n in range(60)
)
FACTS = Facts(
    attendees=(
        *(somebody(n, "CN", f"i{n}") for n in range(40)),
        *(somebody(n, "TH", f"i{n}") for n in range(40, 60)),
        somebody(60, "", "i1", status=InvitationStatus.ATTENDED),
    ),
    houses={f"i{n}": "CN" if n < 40 else "TH" for n in range(60)},
    fixed=(
        Counted(Measure.KEYNOTES, tuple(Row(RowKind.ITEM, str(n)) for n in range(3))),
        Counted(Measure.FOUNDING_MEMBERS, (Row(RowKind.LEDGER, "l", 39),)),
    ),
)
BRIEF = PressBrief(
    slug="yunling",
    languages=TAGS,
    titles=(("云岭国际医学教育论坛", "Yunling International Medical Education Forum"),),
    short_title=("云岭论坛", "Yunling Forum"),
    dates=("2026年11月14日", "14 November 2026"),
    venue=("云岭医科大学", "Yunling Medical University"),
    accent="#0B4F5C",
    edition=Edition("V1.0", issued="2026-11-01 09:00"),
    facts=FACTS,
    institutions=HOUSES,
    guests=tuple(
        ListedGuest(
            n,
            (f"贵宾{n}", f"Guest {n}"),
            (f"第{n}大学校长", f"President, University No. {n}"),
            ("中国", "China"),
            confirmed=n % 2 == 1,
        )
        for n in range(1, 41)
    ),
    outcomes=(Outcome(Measure.FOUNDING_MEMBERS, (), 39),),
)
NOBODY = replace(
    BRIEF, facts=Facts(), institutions=(), guests=(), outcomes=(), dates=("", ""), venue=("", ""), titles=()
)


def text_of(brief: PressBrief, **options: object) -> str:
    paper = press_brief(brief, PressBriefOptions(**options))  # type: ignore[arg-type]  # options by name
    document = pypdfium2.PdfDocument(paper.pdf)
    try:
        assert (len(document), paper.pages, paper.report.errors) == (1, 1, ())
        return " ".join(document[0].get_textpage().get_text_bounded().split())
    finally:
        document.close()


def test_a_brief_goes_through_json() -> None:
    assert msgspec.json.decode(msgspec.json.encode(BRIEF), type=PressBrief) == BRIEF


def test_figures_sentence_and_basis_stand_in_both_languages() -> None:
    said = text_of(BRIEF)

    assert "来自2个国家60家单位的61人参会。" in said
    assert "Taking part: 61 people from 60 institutions in 2 countries." in said
    assert "1人国别不详，未计入国家数" in said.replace(" ", "")
    assert "1 person without a country, in no number of countries" in said
    assert "泰国和中国" in said
    assert "Thailand and China" in said


def test_enumerations_agree_though_they_count_otherwise() -> None:
    said = text_of(BRIEF)

    chinese = re.findall(r"((?:第\d+医科大学、?)+)等(\d+)所", said.replace(" ", ""))
    english = re.findall(r"((?:Medical University No\. \d+,? )+)and (\d+) others", said)
    totals = [(names.count("第"), int(total)) for names, total in chinese]
    left = [(names.count("No."), int(others)) for names, others in english]

    assert [total for _named, total in totals] == [20, 40]
    assert [(named, named + others) for named, others in left] == totals


def test_the_basis_is_chosen() -> None:
    said = text_of(BRIEF, languages=("en",), counting="attended", host="out", rounding="10")

    assert "Attended by 1 person from 1 institution." in said
    basis = "Counted: those who came, without staff, volunteers, interpreters, security and crew"
    assert f"{basis}; 1 person without a country" in said


def test_rounding_says_over_and_the_exact_number_beside() -> None:
    said = text_of(BRIEF, languages=("zh-Hans",), rounding="10")

    assert "来自2个国家60家单位的60余人参会。" in said
    assert "实为61人" in said


def test_guests_that_have_no_room_are_counted() -> None:
    said = text_of(BRIEF)
    printed = sum(f"Guest {n} " in said for n in range(1, 41))

    assert 2 <= printed < 20
    assert f"{20 - printed} more guests: see the guest list" in said


def test_only_guests_who_accepted_by_name_stand_on_it_whatever_the_basis() -> None:
    unnamed = ListedGuest(41, ("", ""), ("驻昆明总领事馆", "Consulate-General"), ("老挝", "Lao PDR"), confirmed=True)
    brief = replace(BRIEF, guests=(unnamed, *BRIEF.guests))
    for counting in ("listed", "confirmed"):
        said = text_of(brief, counting=counting)

        assert ("Guest 1 " in said, "Guest 2 " in said, "Consulate-General" in said) == (True, False, False)
    assert [one.sentence("en") for one in press_brief(brief).report.remarks] == [
        "not confirmed: 20 guests are left out",
        "not named yet: 1 guest is left out",
    ]


def test_an_order_that_is_not_proven_is_to_be_confirmed() -> None:
    first, *others = BRIEF.guests
    unproven = replace(BRIEF, guests=(replace(first, proof=Proof.UNPROVEN), *others))

    assert "嘉宾（按礼宾次序）" in text_of(BRIEF)
    assert "嘉宾（按规则排列，待外办确认）" in text_of(unproven)


def test_outcomes_without_names_are_counted() -> None:
    said = text_of(BRIEF)

    assert "39家" in said
    assert "创始成员39家" in said
    assert "3 keynote speeches" in said


def test_a_forum_of_which_nothing_is_known_says_so() -> None:
    said = text_of(NOBODY)

    assert "按此口径没有可统计的内容。" in said
    assert "to be announced" in said


@pytest.mark.parametrize("languages", [(), ("en",), ("zh-Hans",)])
def test_the_same_brief_gives_the_same_bytes(languages: tuple[str, ...]) -> None:
    options = PressBriefOptions(languages=languages)

    assert press_brief(BRIEF, options) == press_brief(BRIEF, options)


def test_a_long_title_and_many_names_stay_on_the_page() -> None:
    long = ("国际医学教育与医疗卫生合作" * 6, "International Medical Education and Health Cooperation " * 6)
    crowded = replace(
        BRIEF,
        titles=(long, long),
        outcomes=tuple(
            Outcome(measure, tuple((f"某某项目{n}", f"Some project {n}") for n in range(30)))
            for measure in (Measure.AGREEMENTS, Measure.APPOINTMENTS, Measure.ADMISSIONS)
        ),
    )

    assert "see the guest list" in text_of(crowded)
