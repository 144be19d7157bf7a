"""Delegations to choose from by type-ahead; countries and institutions are offered as on every page."""

from forumplanner.gui import reading
from forumplanner.gui.page import Frame
from forumplanner.gui.places import country_picks, institution_picks
from forumplanner.gui.widgets.picker import Pick
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.queries import people, person_choices

__all__ = ["country_picks", "delegation_picks", "institution_picks", "known_places"]


def delegation_picks(frame: Frame, languages: tuple[str, ...]) -> list[Pick]:
    """The forum's delegations; one without a name of its own is called by its country."""
    with frame.store.read() as db:
        lines = person_choices.delegations(db, forum_id=frame.forum_id)
    found = []
    for line in lines:
        country = reading.country(line.country)
        name = reading.words(line.name, languages) or country
        found.append(Pick(line.id, name, country if country != name else "", haystack(*line.name.texts, country)))
    return found


def known_places(frame: Frame, languages: tuple[str, ...]) -> tuple[dict[str, str], dict[str, str]]:
    """Institutions by any of their names, short or long, folded for comparing; and by key what they are called."""
    with frame.store.read() as db:
        lines = people.institutions(db, forum_id=frame.forum_id)
    keys = {name.casefold(): line.id for line in lines for name in (*line.name.texts, *line.short) if name}
    return keys, {line.id: reading.words(line.name, languages) for line in lines}
