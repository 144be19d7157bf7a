"""Countries and institutions to choose from by type-ahead, as every page offers them."""

from forumplanner.gui.places import country_picks, institution_picks

__all__ = ["country_picks", "institution_picks"]
