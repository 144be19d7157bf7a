"""A photo or logo as pages and papers take it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture by its content hash, with its bytes and their media type ("image/jpeg", "image/png")."""

    hash: str
    media_type: str
    data: bytes
