"""Kept cases on disk: whole, small enough, for the user only, moved aside when damaged."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from qt_app.core.errors import SettingsError
from qt_app.services.cases import (
    MAX_BYTES,
    MOST_CASES,
    CaseStore,
    KeptCase,
    new_id,
    parse_case,
    time_now,
    too_many,
)

NOW = "2026-11-02T10:00:05+08:00"


def case(number: int = 0, **values: object) -> KeptCase:
    made = KeptCase(f"{number:032x}", "42001 access_token超时", "error", "过期", "文本", NOW, NOW)
    return replace(made, **values)  # type: ignore[arg-type]


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    return CaseStore(tmp_path / "new" / "cases")


def test_no_folder_means_no_cases(store: CaseStore) -> None:
    assert store.load() == []
    assert not store.folder.exists()


@pytest.mark.parametrize("text", ["一\n二\r\n\x00\u202e", "\ud800 alone", "", "😀" * 10])
def test_what_is_saved_is_loaded(store: CaseStore, text: str) -> None:
    kept = case(text=text, is_open=False)
    assert store.save(kept) == kept
    assert store.load() == [kept]
    assert [path.name for path in store.folder.iterdir()] == [f"{kept.id}.json"]


def test_files_are_for_the_user_only(store: CaseStore) -> None:
    store.save(case())
    file = next(store.folder.iterdir())
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(store.folder.stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize("text", ["x" * 3_000_000, "轻" * 1_500_000, "\x01" * 900_000])
def test_no_file_grows_beyond_the_limit(store: CaseStore, text: str) -> None:
    kept = store.save(case(text=text))
    assert kept.is_cut
    assert text.startswith(kept.text)
    size = (store.folder / f"{kept.id}.json").stat().st_size
    assert 0.9 * MAX_BYTES < size <= MAX_BYTES
    assert store.load() == [kept]


def test_the_newest_comes_first_whatever_its_offset(store: CaseStore) -> None:
    early = store.save(case(1, changed="2026-11-02T10:00:00+08:00"))
    late = store.save(case(2, changed="2026-11-02T03:00:00+00:00"))
    assert store.load() == [late, early]


DAMAGED = {
    "empty": "",
    "cut": '{"id": "',
    "a list": "[1]",
    "deep": "[" * 100_000,
    "no text": json.dumps({"id": f"{7:032x}", "title": "x"}),
    "another id": json.dumps({**dict.fromkeys(KeptCase.__slots__, NOW), "id": "../x"}),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_is_moved_aside(store: CaseStore, name: str) -> None:
    good = store.save(case(1))
    file = store.folder / f"{7:032x}.json"
    file.write_text(DAMAGED[name], "utf-8")
    assert store.load() == [good]
    aside = file.with_name(file.name + ".damaged")
    assert store.moved == [aside]
    assert aside.read_text("utf-8") == DAMAGED[name]
    assert store.load() == [good]
    assert store.moved == []


def test_bytes_that_are_no_text_and_a_huge_file_are_moved_aside(store: CaseStore) -> None:
    store.folder.mkdir(parents=True)
    (store.folder / f"{1:032x}.json").write_bytes(b"\xff\xfe\x00")
    (store.folder / f"{2:032x}.json").write_text(" " * (2 * MAX_BYTES + 1))
    assert store.load() == []
    assert len(store.moved) == 2


def test_a_wrong_kind_of_value_is_no_case() -> None:
    good = {name: getattr(case(), name) for name in KeptCase.__slots__}
    assert parse_case(good) == case()
    for name, value in (("text", 1), ("is_open", "yes"), ("changed", "soon"), ("id", "x")):
        assert parse_case({**good, name: value}) is None
    assert parse_case({**good, "of_tomorrow": 1}) == case()


def test_deleting_twice_is_no_fault_and_no_other_file_is_touched(store: CaseStore) -> None:
    kept = store.save(case())
    store.delete(kept.id)
    store.delete(kept.id)
    assert store.load() == []
    with pytest.raises(ValueError, match="not the id"):
        store.delete("../settings")


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    store = CaseStore(tmp_path / "file" / "cases")
    assert store.load() == []
    with pytest.raises(SettingsError) as caught:
        store.save(case())
    assert caught.value.phrase.key == "cases.unwritable"
    assert caught.value.phrase.args["reason"]


def test_the_oldest_without_a_tab_go_first() -> None:
    def at(number: int, *, is_open: bool) -> KeptCase:
        changed = f"2026-11-02T10:{number:02}:00+08:00"
        return case(number, changed=changed, is_open=is_open)

    cases = [at(0, is_open=True), *(at(n, is_open=False) for n in range(1, MOST_CASES + 2))]
    assert too_many(cases[:MOST_CASES]) == []
    assert [one.id for one in too_many(cases)] == [f"{1:032x}", f"{2:032x}"]


def test_ids_and_times_are_what_a_file_may_hold() -> None:
    assert parse_case({**{n: getattr(case(), n) for n in KeptCase.__slots__}, "id": new_id()})
    assert new_id() != new_id()
    assert parse_case(
        {**{n: getattr(case(), n) for n in KeptCase.__slots__}, "changed": time_now()}
    )
