"""The sample's ceremonies: acts, cues for the crew, and the words of a host who rewrote some of the program's."""

from forumplanner.domain.kinds import CueKind
from forumplanner.records import Act, Appearance, Cue, Item
from forumplanner.sample.draft import Draft
from forumplanner.sample.programme import Row
from forumplanner.sample.tables import bilingual, key, pair, table


def add_ceremonies(draft: Draft) -> None:
    """Complete the items of the table; one script still names a guest who was replaced, so that it is found."""
    items = {item.code: item for item in draft.of(Item)}
    people = {appearance.code: appearance for appearance in draft.of(Appearance)}
    for code, row in table("ceremonies").items():
        script = row.get("script", {})
        items[code].script = bilingual(script.get("zh", ""), script.get("en", ""))
        _add_acts(draft, code, row, people)
        _add_cues(draft, code, row)


def _add_acts(draft: Draft, code: str, row: Row, people: dict[str, Appearance]) -> None:
    for place, title in enumerate(row.get("acts", ())):
        draft.add(Act(id=key("act", f"{code}/{place}"), item_id=key("item", code), title=pair(title), position=place))
    for letter, place in row.get("in", {}).items():
        people[f"{code}-{letter}"].act_id = key("act", f"{code}/{place}")


def _add_cues(draft: Draft, code: str, row: Row) -> None:
    for place, (kind, text) in enumerate(row["cues"]):
        draft.add(
            Cue(
                id=key("cue", f"{code}/{place}"),
                item_id=key("item", code),
                kind=CueKind(kind),
                text=pair(text),
                position=place,
            )
        )
