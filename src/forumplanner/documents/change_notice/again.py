"""Which pages of the agenda read otherwise than before, so that they alone are printed again."""

from dataclasses import replace

from forumplanner.documents.agenda import AgendaOptions, agenda
from forumplanner.snapshots.agenda import AgendaPaper
from forumplanner.snapshots.change_notice import ChangeNotice
from forumplanner.snapshots.paper import Edition


def pages_to_print(snapshot: ChangeNotice, languages: tuple[str, ...] = ()) -> tuple[int, ...]:
    """Numbers of the newer agenda's pages whose text no page of that number had before; versions don't count."""
    old, new = (_texts(issue.programme, languages) for issue in (snapshot.old, snapshot.new))
    return tuple(n for n, text in enumerate(new, start=1) if n > len(old) or text != old[n - 1])


def _texts(programme: AgendaPaper, languages: tuple[str, ...]) -> list[str]:
    """The text of each page of the whole agenda, without page counts."""
    import pypdfium2  # noqa: PLC0415 - only this option needs it

    paper = agenda(replace(programme, edition=Edition()), AgendaOptions(languages=languages))
    document = pypdfium2.PdfDocument(paper.pdf)
    try:
        return [_without_count(page.get_textpage().get_text_bounded(), paper.pages) for page in document]
    finally:
        document.close()


def _without_count(text: str, pages: int) -> str:
    """A page more at the end changes every "4 / 12" but nothing that anybody reads."""
    return "\n".join(line for line in text.splitlines() if not line.strip().endswith(f"/ {pages}"))
