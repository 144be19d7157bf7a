"""Files: safe names on every system, whole or untouched outputs, caps on what comes in."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.files import FileRefused, read_capped, safe_name, write_atomically

RESERVED = ["con", "CON.txt", "nul", "Com1", "LPT9.ics", "aux"]


@pytest.mark.parametrize("text", RESERVED)
def test_windows_device_names_are_avoided(text: str) -> None:
    assert safe_name(text, suffix=".ics").startswith("_")


@given(st.text(), st.lists(st.text(max_size=5), max_size=3))
def test_any_text_makes_a_name_that_every_system_takes(text: str, others: list[str]) -> None:
    taken = [safe_name(other, suffix=".ics") for other in others]
    name = safe_name(text, suffix=".ics", taken=taken)

    assert name.endswith(".ics")
    assert len(name.encode()) <= 200
    assert not set(name) & set('<>:"/\\|?*\n\t\0')
    assert name.casefold() not in {n.casefold() for n in taken}
    assert not name.startswith(" ")


def test_names_that_differ_only_in_case_are_told_apart() -> None:
    assert safe_name("Li Wei", suffix=".ics", taken=["LI WEI.ics"]) == "Li Wei (2).ics"


def test_a_long_name_is_cut_between_characters() -> None:
    name = safe_name("阿" * 200, suffix=".pdf")

    assert name == "阿" * 65 + ".pdf"


def test_a_file_is_written_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "new folder" / "agenda.pdf"
    write_atomically(target, b"first")
    write_atomically(target, b"second")

    assert target.read_bytes() == b"second"
    assert list(target.parent.iterdir()) == [target]


def test_one_of_many_files_is_written_whole_too_without_waiting_for_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[int] = []
    monkeypatch.setattr("os.fsync", waited.append)
    target = tmp_path / "one.ics"
    target.write_bytes(b"old")

    write_atomically(target, b"new", durable=False)
    assert waited == []
    write_atomically(target, b"newer")
    assert len(waited) == 1

    assert target.read_bytes() == b"newer"
    assert [p.name for p in tmp_path.iterdir()] == ["one.ics"]


def test_a_folder_in_the_way_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "agenda.pdf").mkdir()

    with pytest.raises(FileRefused, match=r"“agenda\.pdf” could not be written to"):
        write_atomically(tmp_path / "agenda.pdf", b"x")
    assert list(tmp_path.iterdir()) == [tmp_path / "agenda.pdf"]


def test_what_comes_in_is_capped(tmp_path: Path) -> None:
    (tmp_path / "big.xlsx").write_bytes(b"x" * 2_000_000)

    with pytest.raises(FileRefused, match=r"“big\.xlsx” is 2\.0 MB; at most 1\.0 MB can be read"):
        read_capped(tmp_path / "big.xlsx", limit=1_000_000)


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"“none\.xlsx” was not found"):
        read_capped(tmp_path / "none.xlsx", limit=10)
    with pytest.raises(FileRefused, match="is a folder"):
        read_capped(tmp_path, limit=10**9)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there, and devices have no names")
def test_a_link_to_a_device_is_refused_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "endless.eml").symlink_to("/dev/zero")
    (tmp_path / "letter.eml").write_bytes(b"Dear office")
    (tmp_path / "linked.eml").symlink_to(tmp_path / "letter.eml")

    with pytest.raises(FileRefused, match=r"“endless\.eml” is a device, not a file"):
        read_capped(tmp_path / "endless.eml", limit=1_000_000)
    assert read_capped(tmp_path / "linked.eml", limit=1_000_000) == b"Dear office"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only this system has files of no stated size")
def test_the_cap_holds_where_the_stated_size_is_none() -> None:
    status = Path("/proc/self/status")
    assert status.stat().st_size == 0

    with pytest.raises(FileRefused, match=r"“status” is .* MB; at most"):
        read_capped(status, limit=10)
