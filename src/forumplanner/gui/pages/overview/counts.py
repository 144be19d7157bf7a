"""The three cards of numbers: by category, by country, replies; each line leads to the people it counts."""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from forumplanner.domain.kinds import InvitationStatus
from forumplanner.gui import reading, texting, theme
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.bars import LINE_INDENT, BarLine, Figure, Portion, StackBar, align_words
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.lines import LineCard
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.overview import CountryCount, Overview

_MOST = 6
_HEAD = 22
_WAITING = frozenset({InvitationStatus.SENT, InvitationStatus.RECEIVED})
_REPLY_COLOURS = {
    InvitationStatus.ACCEPTED: "ok",
    InvitationStatus.ATTENDED: "ok",
    InvitationStatus.SENT: "warn",
    InvitationStatus.RECEIVED: "amber",
    InvitationStatus.DECLINED: "danger",
    InvitationStatus.SUBSTITUTE_NAMED: "info",
    InvitationStatus.TO_APPROVE: "accent",
}


class CountCard(LineCard):
    """A card of the overview; `opened(target)`: the people of a line."""

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_head(self, title: Text, *beside: QWidget) -> Label:
        """The title stands above the words of the lines, which keep room for the ground under the pointer."""
        label = super().set_head(title, *beside)
        label.setContentsMargins(LINE_INDENT, 0, 0, 0)
        label.setMinimumHeight(_HEAD)
        return label


class CategoryCard(CountCard):
    """People by category, in the categories' colours."""

    def __init__(self) -> None:
        super().__init__(name="overviewCategories")
        self.all = Button(lambda: _("All people"), name="overviewAllPeople", kind="link")
        self.all.clicked.connect(lambda: self.opened.emit("all"))
        self.set_head(lambda: _("By category"), self.all)

    def show_numbers(self, overview: Overview) -> None:
        """Show them, largest first."""
        most = max((number for _category, number in overview.by_category), default=1)
        lines = []
        for category, number in overview.by_category:
            colour = theme.category_colour(category)
            line = BarLine(
                reading.word(category),
                (Portion(number, colour),),
                name=f"category_{category}",
                most=most,
                square=colour,
            )
            self.lead(line, f"category:{category}")
            lines.append(line)
        align_words(lines, most=150)
        self.fill(*lines)


class CountryCard(CountCard):
    """People by country but the host's: accepted, without answer yet, the others."""

    def __init__(self) -> None:
        super().__init__(name="overviewCountries")
        self._host = ""
        self.accepted = Label(lambda: _("Accepted"), role="note", name="countryAccepted")
        self.waiting = Label(lambda: _("No answer yet"), role="note", name="countryWaiting")
        self.others = Label(lambda: _("Other replies"), role="note", name="countryOther")
        self.without = Label(self._without, role="note", name="countryWithout")
        self.set_head(lambda: _("By country"), self.without)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.setContentsMargins(LINE_INDENT, 0, LINE_INDENT, 0)
        for widget in (
            _Legend("accent"),
            self.accepted,
            _Legend("amber"),
            self.waiting,
            _Legend("scroll"),
            self.others,
        ):
            row.addWidget(widget)
        row.addStretch(1)
        self.column.insertLayout(1, row)

    def _without(self) -> str:
        country = reading.country(self._host)
        return _("without {country}", country=country) if country else ""

    def show_numbers(self, overview: Overview) -> None:
        """Show them, largest first, the small ones together."""
        self._host = overview.host_country
        self.without.say(self.without.setText, self._without)
        abroad = [one for one in overview.by_country if one.country not in {overview.host_country, ""}]
        unknown = [one for one in overview.by_country if not one.country]
        shown, rest = (abroad, []) if len(abroad) <= _MOST else (abroad[: _MOST - 1], abroad[_MOST - 1 :])
        # The countries counted together must not dwarf the ones that are drawn alone: they get no bar.
        most = max([*(one.total for one in shown), 1])
        lines = [self._line(one, most) for one in shown]
        if rest:
            words = ngettext("{n} more country", "{n} more countries", len(rest))
            others = CountryCount(
                "", sum(c.total for c in rest), sum(c.accepted for c in rest), sum(c.waiting for c in rest)
            )
            line = BarLine(words, _portions(others), name="country_others", most=most, drawn=False)
            self.lead(line, "all")
            lines.append(line)
        lines += [self._line(one, most) for one in unknown]
        align_words(lines, most=130)
        self.fill(*lines)

    def _line(self, one: CountryCount, most: int) -> BarLine:
        words = reading.country(one.country) or _("No country")
        line = BarLine(words, _portions(one), name=f"country_{one.country or 'none'}", most=most)
        self.lead(line, f"country:{one.country}")
        return line


def _portions(one: CountryCount) -> tuple[Portion, ...]:
    rest = one.total - one.accepted - one.waiting
    return (Portion(one.accepted, "accent"), Portion(one.waiting, "amber"), Portion(rest, "scroll"))


class ReplyCard(CountCard):
    """How far the invitations have come."""

    def __init__(self) -> None:
        super().__init__(name="overviewReplies")
        self.waiting = Button("", name="overviewWaiting", kind="link")
        self.waiting.clicked.connect(lambda: self.opened.emit("reply:waiting"))
        self.set_head(lambda: _("Replies to invitations"), self.waiting)
        self.bar = StackBar(name="overviewReplyBar")
        row = QHBoxLayout()
        row.setContentsMargins(LINE_INDENT, 4, LINE_INDENT, 0)
        row.addWidget(self.bar)
        self.column.insertLayout(1, row)
        self.column.insertSpacing(2, 6)

    def show_numbers(self, overview: Overview) -> None:
        """Show one line per state that somebody is in."""
        waiting = sum(number for status, number in overview.by_status if status in _WAITING)
        self.waiting.set_text(lambda: ngettext("{n} without answer", "{n} without answer", waiting))
        self.waiting.setVisible(waiting > 0)
        lines, portions, said = [], [], []
        for status, number in overview.by_status:
            colour = _REPLY_COLOURS.get(status, "scroll") if status else "scroll"
            words = reading.word(status) if status else _("Nothing recorded")
            line = Figure(words, number, name=f"reply_{status or 'none'}", square=colour)
            self.lead(line, f"reply:{status or 'none'}")
            lines.append(line)
            portions.append(Portion(number, colour))
            said.append(f"{words} {texting.number(number)}")
        self.bar.show_portions(tuple(portions), ", ".join(said))
        self.fill(*lines)


class _Legend(QWidget):
    """A small square of a token's colour."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self.setObjectName(f"legend_{token}")
        self.setFixedSize(8, 8)
        self._token = token

    def paintEvent(self, event: object) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Draw the square."""
        QPainter(self).fillRect(self.rect(), theme.colour(self._token))
