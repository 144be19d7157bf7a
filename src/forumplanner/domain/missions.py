"""Foreign missions to choose from: a sample list of one city's posts, and how a post is named in both languages."""

from dataclasses import dataclass
from typing import Final

from forumplanner.domain.countries import country_name
from forumplanner.domain.guest_kinds import PostKind
from forumplanner.domain.labels import label
from forumplanner.domain.text import EN, ZH

KUNMING: Final = ("TH", "MM", "LA", "MY", "VN", "KH", "BD")
"""Sending states with a consulate-general in Kunming, by a list of 2022: a sample to edit, not the truth."""

_CITY: Final = {ZH: "昆明", EN: "Kunming"}


@dataclass(frozen=True, slots=True)
class NewMission:
    """A post that the directory doesn't hold yet; `list_order`: its place in the foreign affairs office's list."""

    country: str
    kind: PostKind
    name: dict[str, str]
    city: dict[str, str]
    list_order: int | None = None


def sample_missions() -> tuple[NewMission, ...]:
    """The consulates-general of `KUNMING`, without a place in any list: that is for the office to say."""
    return tuple(mission(country) for country in KUNMING)


def mission(
    country: str, *, kind: PostKind = PostKind.CONSULATE_GENERAL, city: dict[str, str] | None = None
) -> NewMission:
    """A post of any country (ISO 3166-1 alpha-2), named as such posts are named; the names can be edited later."""
    where = city or _CITY
    chinese = f"{country_name(country, ZH)}驻{where.get(ZH, '')}{label(kind, ZH)}"
    english = f"{label(kind, EN)} of {_with_article(country_name(country, EN))} in {where.get(EN, '')}"
    return NewMission(country, kind, {ZH: chinese, EN: english}, dict(where))


def _with_article(name: str) -> str:
    return f"the {name}" if name in _ARTICLE or name.startswith(("Republic", "United", "Russian")) else name


_ARTICLE: Final = frozenset({"Lao PDR", "DPR Korea", "Philippines", "Maldives", "Netherlands"})
