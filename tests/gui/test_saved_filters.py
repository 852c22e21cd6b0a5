"""The bookmark of the codes page: save, choose, delete, take along."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMenu, QPushButton

from qt_app.services.paths import find_paths


class Bench:
    """The codes page with the button, its menu, and answers for the dialogs."""

    def __init__(self, window, monkeypatch) -> None:
        self.window = window
        window.show_page("codes")
        self.field = window.findChild(QLineEdit, "codesFilter")
        self.severity = window.findChild(QComboBox, "codesSeverityFilter")
        self.button = window.findChild(QPushButton, "savedFilters")
        self.page = window.page("codes")
        self.answers: dict[str, object] = {}
        for name in ("ask_text", "ask", "save_file", "open_file"):
            monkeypatch.setattr(
                window._desk.dialogs, name, lambda *_, name=name: self.answers.pop(name), False
            )

    def menu(self) -> QMenu:
        menu = self.button.menu()
        menu.aboutToShow.emit()
        return menu

    def names(self) -> list[str]:
        return [one.text() for one in self.menu().actions() if one.isCheckable()]

    def run(self, action: str, **answers: object) -> None:
        self.answers = dict(answers)
        found = [a for a in self.menu().actions() if a.objectName() == f"savedFilters_{action}"]
        assert found
        assert found[0].isEnabled()
        found[0].trigger()
        assert not self.answers

    def choose(self, name: str) -> None:
        next(a for a in self.menu().actions() if a.text() == name).trigger()

    def delete(self, name: str) -> None:
        menu = self.menu().findChild(QMenu, "savedFilters_delete")
        next(a for a in menu.actions() if a.text() == name).trigger()

    def search(self, words: str, severity: str = "") -> None:
        self.field.setText(words)
        self.severity.setCurrentIndex(self.severity.findData(severity))

    def shown(self) -> int:
        return self.page.model.rowCount()

    def status(self) -> str:
        return self.window.findChild(QLabel, "statusMessage").whole_text()


@pytest.fixture
def bench(window, monkeypatch) -> Bench:
    return Bench(window, monkeypatch)


def test_saved_chosen_and_deleted(bench: Bench) -> None:
    assert bench.names() == []
    bench.search("4000", "error")
    found = bench.shown()
    bench.run("save", ask_text="令牌 & 密钥")
    assert bench.status() == "已保存筛选 令牌 & 密钥"
    assert bench.names() == ["令牌 && 密钥"]
    bench.search("域名")
    assert bench.shown() != found
    bench.choose("令牌 && 密钥")
    assert bench.field.text() == "4000"
    assert bench.severity.currentData() == "error"
    assert bench.shown() == found
    assert next(a for a in bench.menu().actions() if a.isCheckable()).isChecked()
    bench.delete("令牌 && 密钥")
    assert bench.names() == []
    assert bench.status() == "已删除筛选 令牌 & 密钥"


def test_they_are_there_after_a_restart(bench: Bench, make_window, monkeypatch) -> None:
    bench.search("域名")
    bench.run("save", ask_text="域名")
    plain = json.loads(find_paths().filters.read_text("utf-8"))
    row = {"name": "域名", "text": "域名", "table": "", "severity": "", "who": ""}
    assert plain == {"schema": 1, "filters": [row]}
    assert Bench(make_window(), monkeypatch).names() == ["域名"]


def test_nothing_to_save_and_a_cancelled_name(bench: Bench) -> None:
    save = next(a for a in bench.menu().actions() if a.objectName() == "savedFilters_save")
    assert not save.isEnabled()
    bench.search("域名")
    bench.run("save", ask_text="")
    assert bench.names() == []
    assert not find_paths().filters.exists()


def test_a_name_twice_asks_first(bench: Bench) -> None:
    bench.search("4000")
    bench.run("save", ask_text="x")
    bench.search("4200")
    bench.run("save", ask_text="x", ask=False)
    bench.choose("x")
    assert bench.field.text() == "4000"
    bench.search("4200")
    bench.run("save", ask_text="x", ask=True)
    assert bench.names() == ["x"]
    bench.search("")
    bench.choose("x")
    assert bench.field.text() == "4200"


def test_exported_and_imported_on_another_machine(bench: Bench, tmp_path: Path) -> None:
    bench.search("4000", "error")
    bench.run("save", ask_text="one")
    file = tmp_path / "out.json"
    bench.run("export", save_file=str(file))
    assert bench.status() == "已存为 out.json"
    bench.delete("one")
    bench.run("import", open_file=str(file))
    assert bench.status() == "已导入 1 个筛选"
    assert bench.names() == ["one"]


def test_a_faulty_file_is_refused_with_all_faults(bench: Bench, tmp_path: Path) -> None:
    file = tmp_path / "in.json"
    rows = [{"name": "good"}, {"name": "", "severity": "fatal"}, {"name": "b", "table": "mars"}]
    file.write_text(json.dumps({"schema": 1, "filters": rows}), "utf-8")
    bench.run("import", open_file=str(file))
    assert bench.status() == (
        "没有从 in.json 导入任何筛选：第 2 个：没有名称或名称太长；"
        "第 2 个：没有 fatal 这个级别；第 3 个：没有 mars 这张表。"
    )
    assert bench.names() == []
    bench.run("import", open_file=str(tmp_path / "missing.json"))
    assert bench.status().startswith("文件读不出来：")
    bench.run("import", open_file="")


def test_a_damaged_file_is_said_and_kept(bench: Bench) -> None:
    file = find_paths().filters
    file.write_text("{", "utf-8")
    assert bench.names() == []
    assert "filters.damaged.json" in bench.status()
    assert (file.parent / "filters.damaged.json").read_text("utf-8") == "{"


def test_the_button_by_keyboard_and_for_a_screen_reader(bench: Bench, settle) -> None:
    assert bench.button.accessibleName() == "存好的筛选"
    assert bench.button.toolTip()
    assert bench.button.focusPolicy() & Qt.FocusPolicy.TabFocus
    bench.window._desk.preferences.change(language="en")
    settle()
    assert bench.button.accessibleName() == "Saved filters"
    assert next(a.text() for a in bench.menu().actions() if a.text()) == "No filter saved yet"
