"""Streams packed before a document is written: each one whole, in its own place, whichever thread took it."""

import zlib

import pytest

from forumplanner.documents.typesetting.packing import PackedStream, pack_all


@pytest.mark.parametrize("count", [0, 1, 2, 301])
def test_each_stream_is_packed_once_and_unpacks_to_its_own_content(count: int) -> None:
    contents = [f"{number} 0 m\n" * (1 + number % 7) for number in range(count)]
    streams = [PackedStream(content) for content in contents]

    pack_all(streams)

    assert [zlib.decompress(stream.content).decode() for stream in streams] == contents
