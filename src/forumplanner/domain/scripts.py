"""What a host says at an item: composed of templates and the people who appear, and checked against who is meant."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from forumplanner.domain.kinds import ItemKind, Mode, Role
from forumplanner.domain.names import HAN
from forumplanner.domain.script_phrases import Phrases
from forumplanner.domain.script_templates import ORDINALS, TEMPLATES, Templates
from forumplanner.domain.spoken import Occasion, Spoken
from forumplanner.i18n import nearest

_MODERATING: Final = (Role.MODERATOR, Role.CHAIR, Role.MC)
_TALKS: Final = frozenset({ItemKind.KEYNOTE, ItemKind.REPORT})
_ADDRESSES: Final = frozenset({ItemKind.ADDRESS, ItemKind.WELCOME})
_WITHOUT_THANKS: Final = frozenset({ItemKind.TEA, ItemKind.MEAL})

_SHORT: Final = 2
_BEHIND_NAMES: Final = "[先女教院阁博主致作宣发上为和与及同代颁揭见讲进共的校会副所部处厅总书研医老讲]"
"""Characters that may follow a Chinese name in a host's words: courtesies, posts, and what somebody is asked to do."""


def compose(occasion: Occasion, tag: str, templates: Templates = TEMPLATES) -> str:
    """The host's words at an item, in the language of `tag`; "" in a language that has no templates."""
    chinese = nearest(tag) == "zh-Hans"
    if not chinese and tag.partition("-")[0] != "en":
        return ""
    phrases = Phrases(occasion, chinese=chinese, templates=templates)
    write = _WAYS.get(occasion.kind, _plain)
    lines = [_thanks(phrases), write(phrases), _end(phrases)]
    return phrases.finished("\n".join(filter(None, lines)))


def _thanks(p: Phrases) -> str:
    """To who spoke before; at a break it is too late for that."""
    before = p.at.thanked
    if before is None or p.at.kind in _WITHOUT_THANKS:
        return ""
    if before.thanked:
        return p.line("thanks", who=before.thanked)
    return p.line("thanks.talk" if p.at.after in _TALKS else "thanks.address")


def _end(p: Phrases) -> str:
    """How the session ends, after its last item."""
    if not p.at.last or not p.at.session:
        return ""
    return p.line("end.closing" if p.at.closes and p.at.forum else "end")


def _plain(p: Phrases) -> str:
    """An item of which nothing else is known than its title."""
    return p.line(p.at.kind if p.at.kind in TEMPLATES else "other")


def _speech(p: Phrases) -> str:
    """Addresses and talks, one sentence a speaker."""
    speakers = p.speakers()
    if not speakers:
        return p.line("tba")
    return "\n".join(_call(p, one, first=n == 0) for n, one in enumerate(speakers))


def _call(p: Phrases, one: Spoken, *, first: bool) -> str:
    kind, titled = p.at.kind, p.has_title()
    key = str(kind)
    if one.mode is Mode.ONLINE and kind is not ItemKind.VIDEO_ADDRESS:
        key = "online.titled" if titled and kind in _TALKS else "online"
    elif one.mode is Mode.VIDEO and kind in _ADDRESSES:
        key = "video_address"
    elif kind in _TALKS and titled:
        key = f"{kind}.titled"
    elif kind in _ADDRESSES and not first:
        key = "address.next"
    return p.line(key, who=p.who(one))


def _introduction(p: Phrases) -> str:
    """Guests group by group in the order given, each group greeted with applause once."""
    guests = p.at.people or p.at.guests
    groups = dict.fromkeys(one.group for one in guests)
    said = [p.line(f"group.{group}", people=[p.who(one) for one in guests if one.group == group]) for group in groups]
    return p.line("introduction", groups="\n".join(said)).rstrip()


def _panel(p: Phrases) -> str:
    """Moderators first, then who discusses."""
    moderators = p.all(*_MODERATING)
    rest = [p.who(one) for one in p.at.people if one.role not in _MODERATING]
    if moderators and rest:
        return p.line("panel.moderated", moderators=moderators, people=rest)
    return p.line("panel", people=moderators or rest) if moderators or rest else p.line("panel.open")


def _together(p: Phrases) -> str:
    """What several do at once: unveiling, release, summary."""
    return p.line(p.at.kind, people=p.all()) if p.at.people else p.line("other")


def _adoption(p: Phrases) -> str:
    return p.line("adoption", people=p.all()) if p.at.people else p.line("adoption.plain")


def _admission(p: Phrases) -> str:
    members = p.all(Role.RECIPIENT) or p.all()
    return p.line("admission", recipients=members) if members else p.line("other")


def _declaration(p: Phrases) -> str:
    """Somebody reads a text out; a title may say so already."""
    speakers, title = p.speakers(), p.at.title
    if not speakers:
        return p.line("other")
    return p.line("declaration", who=p.who(speakers[0]), read=_read_zh(p, title) if p.chinese else _read_en(p, title))


def _read_zh(p: Phrases, title: str) -> str:
    return title if title.startswith("宣读") else f"宣读{p.quoted(title)}" if title else "宣读宣言"


def _read_en(p: Phrases, title: str) -> str:
    text = title.removeprefix("Reading of ")
    return f"to read out {text if text != title else p.quoted(title) if title else 'the declaration'}"


def _signing(p: Phrases) -> str:
    """Each agreement with its signatories and witnesses; without acts all signatories at once."""
    lines = [p.line("signing")]
    for n, (act, title) in enumerate(p.at.acts):
        parties = p.among(act, Role.SIGNATORY, Role.SPEAKER)
        ordinal = _ordinal(n, len(p.at.acts))[0 if p.chinese else 1]
        key = "signing.act" if parties else "signing.bare"
        lines.append(p.line(key, first=ordinal, act=p.quoted(title), parties=parties))
        lines += _witness(p, act)
    loose = p.among("", Role.SIGNATORY)
    if loose:
        lines.append(p.line("signing.plain", parties=loose))
    return "\n".join([*lines, *_witness(p, ""), p.line("signing.end")])


def _ordinal(place: int, of: int) -> tuple[str, str]:
    if of == 1:
        return ORDINALS[-1]
    return ORDINALS[0] if place == 0 else ORDINALS[2] if place == of - 1 and of > 2 else ORDINALS[1]


def _witness(p: Phrases, act: str) -> list[str]:
    witnesses = p.among(act, Role.WITNESS)
    return [p.line("signing.witness", witnesses=witnesses)] if witnesses else []


def _stage(p: Phrases) -> str:
    """Letters, titles, prizes and plaques, act by act; without acts everybody at once."""
    presenters = list(dict.fromkeys(p.all(Role.PRESENTER)))
    key = str(p.at.kind)
    if not p.at.acts:
        recipients = p.all(Role.RECIPIENT, Role.SPEAKER)
        return (
            p.line(key, recipients=recipients, presenters=presenters) if recipients and presenters else p.line("other")
        )
    template = f"{key}.act" if f"{key}.act" in TEMPLATES else "award.act"
    lines = [p.line("stage.start")]
    for act, title in p.at.acts:
        named = p.quoted(title) if p.at.kind is ItemKind.AWARD else title
        recipients = p.among(act, Role.RECIPIENT)
        if recipients:
            lines.append(p.line(template, act=named, recipients=recipients))
    if presenters:
        lines.append(p.line("stage.presented", presenters=presenters))
    return "\n".join([*lines, p.line("stage.end")])


def _tea(p: Phrases) -> str:
    """The tea break, with the time to be back where it is known."""
    return p.line("tea.resume", resume=p.at.resume) if p.at.resume else p.line("tea")


_WAYS: Final[dict[ItemKind, Callable[[Phrases], str]]] = {
    ItemKind.ADDRESS: _speech,
    ItemKind.WELCOME: _speech,
    ItemKind.VIDEO_ADDRESS: _speech,
    ItemKind.KEYNOTE: _speech,
    ItemKind.REPORT: _speech,
    ItemKind.INTRODUCTION: _introduction,
    ItemKind.PANEL: _panel,
    ItemKind.DISCUSSION: _panel,
    ItemKind.SIGNING: _signing,
    ItemKind.UNVEILING: _together,
    ItemKind.RELEASE: _together,
    ItemKind.SUMMARY: _together,
    ItemKind.PLAQUE: _stage,
    ItemKind.AWARD: _stage,
    ItemKind.APPOINTMENT: _stage,
    ItemKind.CONFERMENT: _stage,
    ItemKind.ADMISSION: _admission,
    ItemKind.ADOPTION: _adoption,
    ItemKind.DECLARATION: _declaration,
    ItemKind.TEA: _tea,
}


def stale_names(script: str, *, own: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Names that a script still says although they belong to nobody in it, in the order of `known`.

    `own`: every form of the names of who may rightly be named: the people of the item and of its session. `known`:
    names of everybody else. A name inside one of `own` doesn't count (李松 in 李松年), nor one of a single character.
    """
    rest = script
    for name in sorted(filter(None, own), key=len, reverse=True):
        rest = rest.replace(name, "\n")
    folded = rest.casefold()
    return tuple(dict.fromkeys(name for name in known if len(name) > 1 and _says(rest, folded, name)))


def _says(text: str, folded: str, name: str) -> bool:
    """Whether a text holds a name: a Latin one as whole words in any case, a Chinese one not inside a longer word.

    谈笑 is a name before 先生 or a comma, but none in 谈笑风生.
    """
    if not HAN.search(name):
        return (
            name.casefold() in folded and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None
        )
    if name not in text or len(name) > _SHORT:
        return name in text
    return re.search(rf"{re.escape(name)}(?={_BEHIND_NAMES}|\W|$)", text) is not None
