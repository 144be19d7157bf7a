"""Lists of guests in order of precedence 嘉宾名单: public, inner with the basis, for the press, and to confirm."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from forumplanner.documents.guest_list.office import draw_office
from forumplanner.documents.guest_list.pages import Sheets
from forumplanner.documents.guest_list.variants import inner_sheets, press_sheets, public_sheets
from forumplanner.documents.memory import uncollected
from forumplanner.documents.paper import Paper
from forumplanner.documents.setting import Setting
from forumplanner.documents.typesetting.canvas import Canvas
from forumplanner.documents.typesetting.paragraph import ParagraphCache
from forumplanner.documents.typesetting.pen import MM, Pen
from forumplanner.documents.typesetting.preflight import Inspection
from forumplanner.documents.typesetting.process import own_texts
from forumplanner.documents.typesetting.tongues import tongues_of
from forumplanner.i18n import in_language
from forumplanner.snapshots.guest_list import GuestList

__all__ = ["GuestListOptions", "OfficeSheetOptions", "Variant", "guest_list", "office_sheet"]


class Variant(StrEnum):
    """For whom a list is: everybody; the secretariat alone, with proofs and reasons; the press, with delegations."""

    PUBLIC = "public"
    INNER = "inner"
    PRESS = "press"


_SHEETS: dict[Variant, Callable[[Setting, GuestList], Sheets]] = {
    Variant.PUBLIC: public_sheets,
    Variant.INNER: inner_sheets,
    Variant.PRESS: press_sheets,
}


@dataclass(frozen=True, slots=True)
class GuestListOptions:
    """`languages`: tags out of the snapshot's, () for all. `variant`: a code of `Variant`."""

    languages: tuple[str, ...] = ()
    variant: str = Variant.PUBLIC.value


@dataclass(frozen=True, slots=True)
class OfficeSheetOptions:
    """`languages`: tags out of the snapshot's, () for all."""

    languages: tuple[str, ...] = ()


def guest_list(
    snapshot: GuestList, options: GuestListOptions | None = None, *, texts: ParagraphCache | None = None
) -> Paper:
    """Print the list of guests; the same snapshot and options give the same bytes."""
    chosen = options or GuestListOptions()
    return _printed(snapshot, chosen.languages, "Guest list", _SHEETS[Variant(chosen.variant)], texts)


def office_sheet(
    snapshot: GuestList, options: OfficeSheetOptions | None = None, *, texts: ParagraphCache | None = None
) -> Paper:
    """Print the sheet on which the foreign affairs office confirms order, titles and flags."""
    chosen = options or OfficeSheetOptions()
    return _printed(snapshot, chosen.languages, "Sheet for the foreign affairs office", draw_office, texts)


def _printed(
    snapshot: GuestList,
    languages: tuple[str, ...],
    subject: str,
    sheets_of: Callable[[Setting, GuestList], Sheets],
    texts: ParagraphCache | None,
) -> Paper:
    tongues = tongues_of(snapshot.languages, languages)
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        (297 * MM, 210 * MM),
        lang=tongues[0].tag,
        title=snapshot.short_title[tongues[0].place],
        subject=in_language(tongues[0].tag, subject),
    )
    pen = Pen(canvas, texts or own_texts(), height=210.0)
    setting = Setting(snapshot.languages, tongues, pen, Inspection())
    with uncollected():
        count = sheets_of(setting, snapshot).draw()
        canvas.save()
    return Paper(buffer.getvalue(), count, setting.inspection.report())
