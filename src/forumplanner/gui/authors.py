"""Who did a step, as the window tells it: a name from the settings, never the login of the computer."""

from forumplanner.i18n import gettext as _
from forumplanner.store.lock import user_name


def author(actor: str) -> str:
    """The name that somebody works under; who never gave one is "this computer"."""
    return _("This computer") if actor == user_name() else actor
