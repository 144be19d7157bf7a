"""What is enumerated: countries in full, institutions as far as there is room, what came of the forum by name."""

from collections.abc import Sequence
from typing import Final

from forumplanner.documents.setting import Setting
from forumplanner.domain.enumerations import Counted, counted_as, enumeration
from forumplanner.domain.measure_words import measure_name
from forumplanner.domain.statistics import Counts, Measure
from forumplanner.domain.text import LocalizedText
from forumplanner.i18n import in_language
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.press_brief import Outcome, PressBrief

_ALONE: Final = {True: 170, False: 470}
_STACKED: Final = {True: 80, False: 230}
"""So many letters of an enumeration have room, in Chinese and in others: one language printed, or one under another."""
_COUNTRIES: Final = Counted("个国家", "", "country", "countries")
_ENTRIES: Final = {
    Measure.AGREEMENTS: Counted("项"),
    Measure.AWARDS: Counted("项"),
    Measure.APPOINTMENTS: Counted("份"),
}
OUTCOMES: Final = frozenset(
    {Measure.FOUNDING_MEMBERS, Measure.ADMISSIONS, Measure.AGREEMENTS, Measure.APPOINTMENTS, Measure.AWARDS}
)
"""What comes of a forum; the rest of the numbers is known before."""
_MEMBERS: Final = Counted("家")

Entry = tuple[Lines, Lines]
"""A label and a text, in each language of the snapshot."""


def countries(setting: Setting, counts: Counts) -> list[Entry]:
    """All countries by name."""
    names = [
        LocalizedText.of({tag: counts.country(one.code, tag) for tag in setting.languages}) for one in counts.countries
    ]
    if not names:
        return []
    return [(_label(setting, Measure.COUNTRIES), _enumerated(setting, names, _COUNTRIES))]


def institutions(setting: Setting, snapshot: PressBrief, counts: Counts) -> list[Entry]:
    """Foreign ones, then domestic ones, each with its number."""
    known = {one.id: one for one in snapshot.institutions}
    found = []
    for measure in (Measure.FOREIGN_INSTITUTIONS, Measure.DOMESTIC_INSTITUTIONS, Measure.REGION_INSTITUTIONS):
        rows = [known[row.id] for row in counts.of(measure).rows if row.id in known]
        named = [one for one in rows if any(one.name)]
        texts = [LocalizedText.of(dict(zip(setting.languages, one.name, strict=True))) for one in named]
        if rows:
            kinds = counted_as([one.kind for one in rows])
            lines = _enumerated(setting, texts, kinds, unnamed=len(rows) - len(named))
            found.append((_label(setting, measure), lines))
    return found


def outcomes(setting: Setting, snapshot: PressBrief) -> list[Entry]:
    """Admissions, agreements, appointments: as many as there are, by name where they have one."""
    return [_outcome(setting, one, planned=snapshot.planned) for one in snapshot.outcomes if one.entries or one.unnamed]


def _outcome(setting: Setting, one: Outcome, *, planned: bool) -> Entry:
    texts = [LocalizedText.of(dict(zip(setting.languages, entry, strict=True))) for entry in one.entries]
    counted = _ENTRIES.get(one.measure, _MEMBERS)
    return outcome_label(setting, one.measure, planned=planned), _enumerated(
        setting, texts, counted, unnamed=one.unnamed
    )


def outcome_label(setting: Setting, measure: Measure, *, planned: bool) -> Lines:
    """The word beside an outcome; of a forum that lies ahead it says that it is planned."""
    if planned and measure in OUTCOMES:
        return tuple(
            in_language(tag, "{outcome} (planned)", outcome=measure_name(measure, tag)) for tag in setting.languages
        )
    return _label(setting, measure)


def _label(setting: Setting, measure: Measure) -> Lines:
    return tuple(measure_name(measure, tag) for tag in setting.languages)


def _enumerated(setting: Setting, names: Sequence[LocalizedText], counted: Counted, *, unnamed: int = 0) -> Lines:
    """As many names as have room in every language that is printed, so that all say the same number of them."""
    most = _STACKED if len(setting.tongues) > 1 else _ALONE
    printed = [(tongue.place, most[tongue.chinese]) for tongue in setting.tongues]
    lines: Lines = ()
    for named in range(len(names), -1, -1):
        lines = tuple(
            enumeration(names, tag, named=named, unnamed=unnamed, counted=counted) for tag in setting.languages
        )
        if all(len(lines[place]) <= letters for place, letters in printed):
            break
    return lines
