"""What falls into the paste box, by real drag events."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from tests.gui.diagnose_kit import DOMAIN, TOKEN, Desk

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
PLACE, NONE = QPoint(80, 40), Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desk(qtbot, window) -> Desk:
    window.resize(1280, 800)
    qtbot.wait(150)
    return Desk(window, qtbot)


def drop(desk: Desk, data: QMimeData) -> QDropEvent:
    viewport = desk.box.viewport()
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(PLACE, COPY, data, LEFT, NONE)
        QApplication.sendEvent(viewport, event)
        assert event.isAccepted()
    event = QDropEvent(QPointF(PLACE), COPY, data, LEFT, NONE)
    QApplication.sendEvent(viewport, event)
    desk.qtbot.wait(50)
    return event


def words(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


@pytest.mark.parametrize("text", [TOKEN, DOMAIN, "x\n" * 300 + TOKEN + "\n" + TOKEN, "hello"])
def test_text_dropped_into_the_box_is_diagnosed(desk: Desk, text: str) -> None:
    drop(desk, words(text))
    desk.qtbot.waitUntil(lambda: len(desk.found) == 1, timeout=20_000)
    assert desk.box.toPlainText() == text


def test_a_drop_on_a_paste_is_something_new_and_undo_goes_back(desk: Desk) -> None:
    desk.paste(DOMAIN)
    drop(desk, words(TOKEN))
    desk.qtbot.waitUntil(lambda: len(desk.found) == 2)
    assert desk.box.toPlainText() == TOKEN
    assert "42001" in desk.card()
    desk.page.work.intake.undo()
    desk.qtbot.waitUntil(lambda: len(desk.found) == 3)
    assert desk.box.toPlainText() == DOMAIN


def test_files_dropped_into_the_box_are_read(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a.log"
    file.write_text(TOKEN, "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop(desk, data)
    desk.qtbot.waitUntil(lambda: desk.found == [1], timeout=20_000)


def test_its_own_words_are_not_moved(desk: Desk, monkeypatch) -> None:
    desk.paste(TOKEN)
    desk.box.moveCursor(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    monkeypatch.setattr(QDropEvent, "source", lambda self: desk.box.viewport())
    event = QDropEvent(QPointF(PLACE), COPY, words(TOKEN), LEFT, NONE)
    desk.box.dropEvent(event)
    assert event.dropAction() == Qt.DropAction.IgnoreAction
    assert desk.box.toPlainText() == TOKEN
    assert desk.found == [1]
