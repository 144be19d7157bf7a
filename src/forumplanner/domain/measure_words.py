"""What each number is called beside its figure, in Chinese and English."""

from typing import Final

from forumplanner.domain.statistics import Measure
from forumplanner.i18n import nearest

_WORDS: Final = {
    Measure.PEOPLE: ("总人数", "People"),
    Measure.ON_SITE: ("线下", "On site"),
    Measure.ONLINE: ("线上", "Online"),
    Measure.VIDEO: ("视频", "By video"),
    Measure.WAY_UNKNOWN: ("参会方式不详", "Way not stated"),
    Measure.BOTH_WAYS: ("线上线下均参加", "On site and online"),
    Measure.FOREIGN_PEOPLE: ("外宾", "From abroad"),
    Measure.REGION_PEOPLE: ("港澳台人员", "Hong Kong, Macao, Taiwan"),
    Measure.NO_COUNTRY: ("国别不详", "Without a country"),
    Measure.UNNAMED: ("已报人数、未报姓名", "Announced without names"),
    Measure.COUNTRIES: ("国家", "Countries"),
    Measure.INSTITUTIONS: ("单位", "Institutions"),
    Measure.FOREIGN_INSTITUTIONS: ("国外单位", "Foreign institutions"),
    Measure.DOMESTIC_INSTITUTIONS: ("国内单位", "Domestic institutions"),
    Measure.REGION_INSTITUTIONS: ("港澳台单位", "Institutions of Hong Kong, Macao, Taiwan"),
    Measure.INSTITUTIONS_WITHOUT_COUNTRY: ("国别不详的单位", "Institutions without a country"),
    Measure.DELEGATIONS: ("代表团", "Delegations"),
    Measure.CONSULAR_GUESTS: ("人选未定的领馆", "Consular, to be named"),
    Measure.SPEAKERS: ("报告与讨论嘉宾", "Speakers"),
    Measure.ACADEMICIANS: ("院士", "Academicians"),
    Measure.KEYNOTES: ("主旨报告", "Keynotes"),
    Measure.REPORTS: ("学术报告", "Reports"),
    Measure.PARALLEL_FORUMS: ("分论坛", "Parallel forums"),
    Measure.FOUNDING_MEMBERS: ("创始成员", "Founding members"),
    Measure.ADMISSIONS: ("吸纳成员", "Admitted members"),
    Measure.AGREEMENTS: ("签署协议", "Agreements"),
    Measure.APPOINTMENTS: ("颁发聘书", "Appointments"),
    Measure.AWARDS: ("奖项", "Awards"),
    Measure.EVENTS: ("活动", "Events"),
}


def measure_name(measure: Measure, tag: str) -> str:
    """The word beside a number, in the language nearest to `tag`."""
    chinese, english = _WORDS[measure]
    return chinese if nearest(tag) == "zh-Hans" else english
