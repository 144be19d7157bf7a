"""What the command line says: results on stdout, everything else on stderr, JSON as UTF-8 whatever the terminal is."""

import io
import json
import os
import sys
from typing import Any, TextIO


def prepare() -> None:
    """Let a terminal that lacks a character show "?" for it; a verb must not fail over that."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(text: str) -> None:
    """A line of the result."""
    _write(sys.stdout, text)


def say_error(text: str) -> None:
    """A line that is no result: a refusal, a remark, progress."""
    _write(sys.stderr, text)


def print_json(value: Any) -> None:
    """The result as JSON in UTF-8, and nothing else."""
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    sys.stdout.flush()
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:  # captured by a test
        sys.stdout.write(text)
    else:
        binary.write(text.encode())


def flush() -> None:
    """Bring everything out; raises `BrokenPipeError` where nobody reads it any more."""
    sys.stdout.flush()


def abandon() -> None:
    """Let what is still to be written go nowhere, so that Python says nothing about it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(stream: TextIO, text: str) -> None:
    stream.write(text + "\n")
