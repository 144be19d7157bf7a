"""Badge tokens: `FP`, nine random characters and a check character; opaque, never reused, read by any scanner.

The alphabet leaves out I, L, O and U, so nothing is mistaken for 1, 0 or V, and no words appear. Twelve characters of
QR's alphanumeric set fit version 1 at error level M. The last one is a Luhn mod N check (ISO/IEC 7812-1 annex B with
N = 32), which finds any single wrong character and most swapped neighbours.
"""

import random
import secrets
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
PREFIX: Final = "FP"
LENGTH: Final = 12
_RANDOM_CHARACTERS = LENGTH - len(PREFIX) - 1


def new_token(source: random.Random | None = None) -> str:
    """A fresh token; `source` only for samples and tests that must repeat."""
    chooser = source or secrets.SystemRandom()
    body = PREFIX + "".join(chooser.choice(ALPHABET) for _ in range(_RANDOM_CHARACTERS))
    return body + check_character(body)


def is_token(text: str) -> bool:
    """True for a whole token whose check character fits; letter case does not matter."""
    token = text.upper()
    return (
        len(token) == LENGTH
        and token.startswith(PREFIX)
        and all(c in ALPHABET for c in token)
        and check_character(token[:-1]) == token[-1]
    )


def check_character(body: str) -> str:
    """The Luhn mod 32 check character of `body`, whose characters are all of `ALPHABET`."""
    total = 0
    for place, character in enumerate(reversed(body)):
        value = ALPHABET.index(character) * (2 - place % 2)
        total += value // len(ALPHABET) + value % len(ALPHABET)
    return ALPHABET[-total % len(ALPHABET)]
