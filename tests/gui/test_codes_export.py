"""The code table as CSV: harmless in a spreadsheet, readable by Excel, errors said."""

from __future__ import annotations

import csv
import io

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from qt_app.gui.codes_export import csv_text, harmless


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "-", "- 1", "-1e3x"]
)
def test_what_could_be_a_formula_is_quoted(cell: str) -> None:
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["-1", "40001", "+5", "-1.5", "", "tls.expired", "不合法的appid"])
def test_numbers_and_words_stay(cell: str) -> None:
    assert harmless(cell) == cell


def test_every_cell_comes_back() -> None:
    rows = [("-1", '他说"好"', "a,b\nc"), ("=x", "\ud83d", "")]
    text = csv_text(("码", "b", "c"), rows)
    back = list(csv.reader(io.StringIO(text, newline="")))
    assert back == [["码", "b", "c"], list(rows[0]), ["'=x", "\ud83d", ""]]


def test_export_saves_the_rows_in_sight(window, tmp_path, monkeypatch) -> None:
    file = tmp_path / "codes.csv"
    monkeypatch.setattr(window._desk.dialogs, "save_file", lambda *_: str(file), raising=False)
    window.show_page("codes")
    window.findChild(QLineEdit, "codesFilter").setText("-1")
    window.menus.actions["export"].trigger()
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith("码,标题,手册原文")
    assert all(line.startswith("-1,") for line in lines[1:-1])
    assert len(lines) > 2
    said = window.findChild(QLabel, "statusMessage")
    assert "codes.csv" in said.whole_text()


def test_what_cannot_be_saved_is_said(window, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(
        window._desk.dialogs, "save_file", lambda *_: str(tmp_path / "no" / "x.csv"), raising=False
    )
    window.show_page("codes")
    window.menus.actions["export"].trigger()
    assert "存不了 x.csv" in window.findChild(QLabel, "statusMessage").whole_text()
