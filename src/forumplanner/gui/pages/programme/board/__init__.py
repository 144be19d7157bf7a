"""The board: rooms as columns, time down, sessions as blocks that are dragged or moved by keys."""

from forumplanner.gui.pages.programme.board.board import Board

__all__ = ["Board"]
