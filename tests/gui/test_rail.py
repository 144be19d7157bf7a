"""The rail: pages with and without a number stand in it, and its rows have room in the smallest window."""

from itertools import pairwise

from forumplanner.gui.pages.invitations import InvitationsPage
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Count
from gui_desk import Desk


def test_a_page_without_a_number_can_stand_in_the_rail(desk: Desk) -> None:
    desk.open_sample("numbers")

    row = desk.find(Button, "nav_numbers")

    assert (desk.window.stack.key(), row.isChecked(), row.toolTip()) == ("numbers", True, "Numbers")


def test_the_rail_fits_the_smallest_window(desk: Desk) -> None:
    desk.open_sample("overview")
    desk.window.resize(1280, 720)
    desk.settle()

    rail = desk.window.rail
    rows = [row for row in rail.findChildren(Button) if row.objectName().startswith("nav_")]
    places = sorted((row.geometry() for row in rows), key=lambda box: box.top())

    assert all(upper.bottom() < lower.top() for upper, lower in pairwise(places))
    assert places[-1].bottom() <= rail.height()


def test_the_pages_of_the_rail_keep_their_order(desk: Desk) -> None:
    desk.open_sample("overview")
    first = ["overview", "programme", "people", "delegations", "guests", "alliance"]
    wanted = [*first, "numbers", "documents", "invitations", "history", "settings"]

    rows = [row for row in desk.window.rail.findChildren(Button) if row.objectName().startswith("nav_")]
    keys = [row.objectName().removeprefix("nav_") for row in sorted(rows, key=lambda row: row.y())]

    assert keys == [key for key in wanted if key in keys]


def test_an_ampersand_in_a_title_is_shown(desk: Desk) -> None:
    desk.open_sample("overview")
    row = desk.find(Button, "nav_alliance")

    assert row.text().strip() == "Organisers && alliance"
    assert desk.window.commands.action("page_alliance").text() == "Organisers && alliance"


def test_the_rail_counts_whom_a_mail_is_due_to_before_their_page_is_opened(desk: Desk) -> None:
    desk.open_sample("overview")
    count = desk.find(Count, "count_invitations")
    desk.until(lambda: not count.isHidden())
    counted = count.text()
    desk.window.go("invitations")
    page = desk.window.stack.page()
    assert isinstance(page, InvitationsPage)
    desk.until(lambda: page.desk)

    assert (counted, count.text()) == (str(page.sums.people()), counted)
