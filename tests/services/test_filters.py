"""Named filters as a file: whole, checked with all faults, moved aside when damaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qt_app.core.errors import SettingsError
from qt_app.services.filters import (
    MOST,
    FilterFault,
    FiltersStore,
    SavedFilter,
    dump_filters,
    parse_filters,
)

TABLES = ["global", "token"]
TOKENS = SavedFilter("令牌", "4000 -图片", "token", "error", "developer")
ALL = SavedFilter("only words", "域名")


@pytest.fixture
def store(tmp_path: Path) -> FiltersStore:
    return FiltersStore(tmp_path / "new" / "filters.json", TABLES)


def test_no_file_means_no_filters(store: FiltersStore) -> None:
    assert store.load() == []
    assert store.moved is None


def test_what_is_saved_is_loaded_in_its_order(store: FiltersStore) -> None:
    store.save([TOKENS, ALL])
    assert store.load() == [TOKENS, ALL]
    assert [path.name for path in store.file.parent.iterdir()] == ["filters.json"]
    assert json.loads(store.file.read_text("utf-8"))["schema"] == 1


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b"\xff", b"[" * 100_000, b'{"schema":1}'])
def test_a_damaged_file_is_moved_aside(store: FiltersStore, data: bytes) -> None:
    store.file.parent.mkdir()
    store.file.write_bytes(data)
    assert store.load() == []
    assert store.moved is not None
    assert store.moved.read_bytes() == data
    assert not store.file.exists()


def test_what_is_right_in_a_damaged_file_stays(store: FiltersStore) -> None:
    store.save([TOKENS])
    plain = json.loads(store.file.read_text("utf-8"))
    plain["filters"].append({"name": "x", "table": "nowhere"})
    store.file.write_text(json.dumps(plain), "utf-8")
    assert store.load() == [TOKENS]
    assert store.moved is not None


def test_all_faults_at_once() -> None:
    rows = [
        {"name": "a", "text": 5, "table": ["global"], "severity": "fatal", "who": "nobody"},
        {"name": " "},
        "row",
        {"name": "b"},
        {"name": "b"},
        {"name": "half \ud800"},
    ]
    data = json.dumps({"schema": 2, "filters": rows}).encode()
    parsed = parse_filters(data, TABLES)
    assert [(one.number, one.field) for one in parsed.faults] == [
        (0, "schema"), (1, "text"), (1, "table"), (1, "severity"), (1, "who"), (2, "name"),
        (3, "row"), (5, "twice"), (6, "name"),
    ]  # fmt: skip
    assert parsed.filters == [SavedFilter("b")]


def test_too_many_are_said() -> None:
    many = [SavedFilter(str(number)) for number in range(MOST + 1)]
    parsed = parse_filters(dump_filters(many).encode(), TABLES)
    assert parsed.faults == [FilterFault(0, "many", str(MOST + 1))]


def test_a_byte_order_mark_does_not_matter() -> None:
    data = b"\xef\xbb\xbf" + dump_filters([ALL]).encode()
    assert parse_filters(data, TABLES).filters == [ALL]


def test_a_folder_in_the_files_place_is_said(store: FiltersStore) -> None:
    store.file.mkdir(parents=True)
    with pytest.raises(SettingsError):
        store.load()
    with pytest.raises(SettingsError):
        store.save([ALL])
