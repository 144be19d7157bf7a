"""What to know before letters are printed: gaps, names in braces, courtesies that nobody recorded, no approval."""

from forumplanner.documents.setting import Setting
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.labels import label
from forumplanner.snapshots.letters import LetterSheet


def inspect(setting: Setting, sheet: LetterSheet) -> None:
    """Note everything about one letter; gaps of a letter that was issued are history."""
    where = place_of(setting, sheet)
    if sheet.held:
        setting.inspection.note(Trouble.NOT_APPROVED, where, setting.best(sheet.to))
    for tongue in setting.tongues:
        if not sheet.texts[tongue.place]:
            setting.inspection.note(Trouble.MISSING_LANGUAGE, where, setting.best(sheet.to) or where)
        for name in sheet.unknown[tongue.place] if sheet.unknown else ():
            setting.inspection.note(Trouble.UNKNOWN_FIELD, where, f"{{{name}}}")
        for name in sheet.missing[tongue.place] if sheet.missing else ():
            setting.inspection.note(Trouble.MISSING_FIELD, where, name, tongue.tag)
    if sheet.is_draft and sheet.plain_courtesy:
        setting.inspection.note(Trouble.MISSING_COURTESY, where, setting.best(sheet.about))


def place_of(setting: Setting, sheet: LetterSheet) -> str:
    """What a letter is called in remarks and outlines: its number, else whom it goes to, else what it is."""
    return sheet.number or setting.best(sheet.to) or label(sheet.kind, setting.tongues[0].tag)
