"""The settings file: whole, kept, moved aside when damaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qt_app.core.errors import SettingsError
from qt_app.services.paths import Paths, clear_folder, find_paths
from qt_app.services.settings import Settings, SettingsStore, parse_settings


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "new" / "settings.json")


def test_no_file_means_defaults(store: SettingsStore) -> None:
    assert store.load() == Settings()


def test_what_is_saved_is_loaded(store: SettingsStore) -> None:
    kept = Settings(language="en", theme="dark", text_size=150, layout={"a": [1, {"b": None}]})
    store.save(kept)
    assert store.load() == kept
    assert [path.name for path in store.file.parent.iterdir()] == ["settings.json"]


def test_unknown_keys_survive(store: SettingsStore) -> None:
    store.file.parent.mkdir()
    store.file.write_text('{"of_tomorrow": {"x": 1}, "theme": "dark"}', "utf-8")
    store.save(store.load())
    kept = json.loads(store.file.read_text("utf-8"))
    assert kept["of_tomorrow"] == {"x": 1}
    assert kept["theme"] == "dark"


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", "\x00", "[" * 100_000, '"x"'])
def test_a_damaged_file_is_moved_aside(store: SettingsStore, text: str) -> None:
    store.file.parent.mkdir()
    store.file.write_text(text, "utf-8")
    assert store.load() == Settings()
    assert store.moved is not None
    assert store.moved.read_text("utf-8") == text
    assert not store.file.exists()


def test_bytes_that_are_no_text_are_moved_aside(store: SettingsStore) -> None:
    store.file.parent.mkdir()
    store.file.write_bytes(b"\xff\xfe\x00{")
    assert store.load() == Settings()
    assert store.moved is not None


@pytest.mark.parametrize(
    ("name", "value", "taken"),
    [
        ("theme", "pink", "system"),
        ("language", "fr", ""),
        ("text_size", 5, 90),
        ("text_size", 900, 200),
        ("text_size", "100", 100),
        ("text_size", True, 100),
        ("check_timeout", 0, 1),
        ("mask_user_ids", "yes", False),
        ("layout", [], {}),
        ("page", 3, ""),
    ],
)
def test_values_that_make_no_sense(name: str, value: object, taken: object) -> None:
    assert getattr(parse_settings({name: value}), name) == taken


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(SettingsError) as caught:
        SettingsStore(tmp_path / "file" / "settings.json").save(Settings())
    assert "file" in caught.value.phrase.args


def test_the_home_variable_decides(tmp_path: Path) -> None:
    paths = find_paths({"QINGTUI_TRIAGE_HOME": str(tmp_path)})
    assert paths == Paths(tmp_path, tmp_path)
    assert find_paths({"QINGTUI_TRIAGE_HOME": "  "}).settings.name == "settings.json"


def test_clearing_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_text("x", "utf-8")
    assert Paths(tmp_path, tmp_path).used_bytes() == 1
    assert clear_folder(tmp_path) == 0
    assert Paths(tmp_path, tmp_path).used_bytes() == 0
    assert clear_folder(tmp_path / "none") == 0
