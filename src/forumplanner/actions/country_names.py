"""Naming countries as one forum wants them, wherever that differs from the program's names."""

from collections.abc import Mapping

from forumplanner.actions.found import NotPossible, found
from forumplanner.domain.countries import country_code, country_name
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.text import EN, ZH, tidy
from forumplanner.i18n import gettext as _
from forumplanner.records import Forum
from forumplanner.store import Store


def name_country(store: Store, *, forum_id: ForumId, country: str, texts: Mapping[str, str]) -> None:
    """Write how a country (ISO 3166-1 alpha-2) is named in this forum, by language; an empty side is the program's.

    Raises `NotPossible` for a code that no country has.
    """
    if country_code(country) != country:
        raise NotPossible(_("Choose the country first. Nothing was changed."))
    code = f"country.{country}"
    kept = {tag: clean for tag, text in texts.items() if (clean := tidy(text)) and clean != country_name(country, tag)}
    names = by_language("country", zh=country_name(country, ZH), en=country_name(country, EN))
    with store.step(StepKind.NAME_COUNTRY, **names) as db:
        forum = found(db, Forum, forum_id)
        others = {key: words for key, words in (forum.words or {}).items() if key != code}
        forum.words = {**others, **({code: kept} if kept else {})} or None
