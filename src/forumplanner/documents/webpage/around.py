"""What stands around the programme on the page: titles and facts above, the issue below."""

from collections.abc import Sequence

from forumplanner.documents.webpage.markup import Markup, element, join, safe_link
from forumplanner.documents.webpage.wording import Wording
from forumplanner.i18n import in_language
from forumplanner.snapshots.agenda import AgendaPaper


def page_header(wording: Wording, paper: AgendaPaper) -> Markup:
    """Titles, theme, when and where, the clock's zone said once, links, in whose name."""
    w = wording
    titles = [element("span", w.spans(title), class_="forum") for title in paper.titles]
    banner = [element("p", w.spans(paper.banner), class_="banner")] if any(paper.banner) else []
    theme = [element("p", w.spans(paper.theme), class_="theme")] if any(paper.theme) else []
    facts = [element("p", w.spans(lines)) for lines in (paper.dates, paper.city, paper.venue) if any(lines)]
    return element(
        "header",
        *banner,
        element("h1", *_between(titles or [w.spans(paper.short_title)], " ")),
        *theme,
        *facts,
        *_zone(w, paper),
        *_links(w, paper),
        *_organisers(w, paper),
        class_="top",
    )


def page_footer(wording: Wording, paper: AgendaPaper) -> Markup:
    """Which issue this is, and that the hall decides."""
    edition = paper.edition
    draft = wording.words("Draft after {name}", name=edition.after) if edition.after else wording.words("Draft")
    version = edition.name or wording.plain(draft)
    note = element("p", wording.spans(wording.words("Subject to on-site adjustment")))
    return element("footer", note, element("p", " · ".join(filter(None, (version, edition.issued)))))


def _zone(wording: Wording, paper: AgendaPaper) -> list[Markup]:
    if not any(paper.zone_label):
        return []
    lines = tuple(
        in_language(tag, "All times are {zone}", zone=zone) if zone else ""
        for tag, zone in zip(wording.languages, paper.zone_label, strict=True)
    )
    return [element("p", wording.spans(lines), class_="zone")]


def _links(wording: Wording, paper: AgendaPaper) -> list[Markup]:
    links = [
        element("a", wording.spans(wording.words(words)), href=url, rel="noopener")
        for words, url in (("Live stream", paper.live_url), ("Replay", paper.replay_url))
        if safe_link(url)
    ]
    return [element("p", *_between(links, " · "), class_="link")] if links else []


def _organisers(wording: Wording, paper: AgendaPaper) -> list[Markup]:
    rows = [
        join(
            element("dt", wording.spans(group.label)),
            element("dd", *(element("span", wording.spans(name), class_="body") for name in group.names)),
        )
        for group in paper.organisers
    ]
    summary = element("summary", wording.spans(wording.words("Organisers")))
    return [element("details", summary, element("dl", *rows))] if rows else []


def _between(pieces: Sequence[Markup], gap: str) -> list[Markup]:
    return [join(gap, piece) if n else piece for n, piece in enumerate(pieces)]
