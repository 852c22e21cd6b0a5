"""What happens at the edges: a window closed at once, things dropped beside the box, long lines."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from qt_app.gui.pages.diagnose_run import AT_ONCE

ANSWER = '{"errcode":50002,"errmsg":"未授权的域名"}'


def drop(widget: QWidget, data: QMimeData) -> None:
    how = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, *how)
    widget.dragEnterEvent(enter)
    assert enter.isAccepted()
    widget.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, *how))


def test_columns_are_remembered_though_the_window_closes_at_once(
    make_window, own_home: Path
) -> None:
    window = make_window()
    window.show_page("codes")
    header = window.findChild(QTableView, "codesTable").horizontalHeader()
    header.moveSection(0, 1)
    header.resizeSection(3, 150)
    window.close()
    again = make_window()
    again.show_page("codes")
    header = again.findChild(QTableView, "codesTable").horizontalHeader()
    assert header.visualIndex(0) == 1
    assert header.sectionSize(3) == 150
    saved = [json.loads(file.read_text("utf-8")) for file in own_home.rglob("settings.json")]
    assert "codes.columns" in saved[0]["layout"]


@pytest.mark.parametrize("page", ["codes", "checklists", "settings"])
def test_what_is_dropped_anywhere_is_diagnosed(qtbot, window, page: str) -> None:
    window.show_page(page)
    data = QMimeData()
    data.setText(ANSWER)
    with qtbot.waitSignal(window.findings_ready, timeout=20_000) as signal:
        drop(window, data)
    assert signal.args == [1]
    assert window.current_page() is window.page("diagnose")


def test_of_several_files_the_readable_ones_are_read(qtbot, window, tmp_path: Path) -> None:
    good = tmp_path / "good.log"
    good.write_text(ANSWER, "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(good)), QUrl.fromLocalFile(str(tmp_path / "gone.log"))])
    with qtbot.waitSignal(window.findings_ready, timeout=20_000) as signal:
        drop(window, data)
    assert signal.args == [1]
    assert "gone.log" in window.findChild(QLabel, "pasteError").text()
    assert str(tmp_path) not in window.findChild(QLabel, "readAsLabel").text()


def test_chinese_typed_in_the_table_goes_to_the_filter(window, type_chinese) -> None:
    window.show_page("codes")
    table = window.findChild(QTableView, "codesTable")
    table.setFocus()
    assert table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    type_chinese(table, "域名")
    assert window.findChild(QLineEdit, "codesFilter").text() == "域名"


def test_the_steps_are_there_for_whoever_looks(make_window) -> None:
    steps = make_window().findChild(QAbstractItemView, "checklistSteps")
    assert steps.model().rowCount() > 3


@pytest.mark.parametrize(
    "text",
    [
        "\u200b" * 31_000,
        "a\u202eb\u200b" * 9000,
        '{"errcode":42001} ' * 620,
        "未授权的域名\n" * 4000,
    ],
    ids=["invisible", "bidi", "objects in a line", "many mentions"],
)
def test_no_paste_blocks_the_window(qtbot, window, text: str) -> None:
    assert len(text) > AT_ONCE
    window.show_page("diagnose")
    box = window.findChild(QPlainTextEdit, "pasteInput")
    start = time.thread_time()
    with qtbot.waitSignal(window.findings_ready, timeout=60_000):
        box.setPlainText(text)
        assert time.thread_time() - start < 1  # most of it beside the window
    start = time.thread_time()
    box.viewport().repaint()
    assert time.thread_time() - start < 0.25
