"""Countries and institutions to choose from by type-ahead."""

from forumplanner import i18n
from forumplanner.domain.countries import country_name
from forumplanner.gui import reading
from forumplanner.gui.page import Frame
from forumplanner.gui.widgets.picker import Pick
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.queries import people as query

_FIRST = ("CN", "TH", "VN", "LA", "MM", "KH", "NP", "BD", "LK", "PK", "IN", "MY", "SG", "ID", "PH", "MV", "AF", "BT")
_MORE = ("JP", "KR", "MN", "KZ", "UZ", "KG", "TJ", "TM", "IR", "AE", "SA", "TR", "EG", "ZA", "KE", "ET", "NG")
_REST = (
    "RU",
    "GB",
    "US",
    "CA",
    "FR",
    "DE",
    "IT",
    "ES",
    "CH",
    "NL",
    "SE",
    "AU",
    "NZ",
    "BR",
    "MX",
    "CU",
    "TL",
    "BN",
    "HK",
    "MO",
    "TW",
)


def country_picks() -> list[Pick]:
    """Countries, those of the region first, by either name or their code."""
    found = []
    for code in (*_FIRST, *_MORE, *_REST):
        zh, en = country_name(code, "zh-Hans"), country_name(code, "en")
        words, note = (zh, en) if i18n.interface_language() == "zh-Hans" else (en, zh)
        found.append(Pick(code, words, note, haystack(zh, en, code)))
    return found


def institution_picks(frame: Frame, languages: tuple[str, ...]) -> list[Pick]:
    """The directory's institutions."""
    with frame.store.read() as db:
        lines = query.institutions(db, forum_id=frame.forum_id)
    return [
        Pick(line.id, reading.words(line.name, languages), reading.country(line.country), line.keys) for line in lines
    ]
