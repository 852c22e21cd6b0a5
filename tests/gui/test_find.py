"""Find in the pasted text: Ctrl+F on the diagnose page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from tests.gui.diagnose_kit import DOMAIN, Desk

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
TEXT = "𝄞 第一行 errcode\n第二行 ERRCODE 未授权的域名\n第三行 errcode 未授权的域名"


@pytest.fixture
def desk(window, qtbot) -> Desk:
    return Desk(window, qtbot)


def find(desk: Desk) -> QLineEdit:
    desk.window.findChild(QAction, "command_find").trigger()
    return desk.window.findChild(QLineEdit, "findField")


def count(desk: Desk) -> str:
    return desk.window.findChild(QLabel, "findCount").text()


def chosen(desk: Desk) -> tuple[str, int]:
    cursor = desk.box.textCursor()
    return cursor.selectedText(), cursor.blockNumber() + 1


def test_without_text_the_keyboard_is_in_the_box(desk: Desk) -> None:
    assert find(desk) is None
    assert desk.box.hasFocus()


def test_places_are_counted_and_walked_round(desk: Desk, qtbot) -> None:
    desk.paste(TEXT)
    desk.box.place_caret(0)  # the search begins where the caret stands
    field = find(desk)
    assert field.hasFocus()
    qtbot.keyClicks(field, "errcode")
    assert (chosen(desk), count(desk)) == (("errcode", 1), "1 / 3")
    qtbot.keyClick(field, KEY.Key_Return)
    assert (chosen(desk), count(desk)) == (("ERRCODE", 2), "2 / 3")
    qtbot.keyClick(field, KEY.Key_Down)
    qtbot.keyClick(field, KEY.Key_Return)
    assert chosen(desk) == ("errcode", 1)
    qtbot.keyClick(field, KEY.Key_Return, SHIFT)
    assert count(desk) == "3 / 3"
    desk.click("findPrevious")
    assert count(desk) == "2 / 3"
    assert field.hasFocus()


def test_chinese_is_found_and_what_is_not_there_is_said(desk: Desk, type_chinese) -> None:
    desk.paste(TEXT)
    desk.box.place_caret(0)
    field = find(desk)
    type_chinese(field, "未授权")
    assert (chosen(desk), count(desk)) == (("未授权", 2), "1 / 2")
    type_chinese(field, "的证书")
    assert count(desk) == "没找到"
    assert desk.box.toPlainText() == TEXT


def test_esc_closes_it_and_keeps_the_paste(desk: Desk, qtbot) -> None:
    desk.paste(TEXT)
    field = find(desk)
    qtbot.keyClicks(field, "errcode")
    qtbot.keyClick(field, KEY.Key_Escape)
    assert not field.isVisible()
    assert desk.box.hasFocus()
    assert desk.box.toPlainText() == TEXT
    assert chosen(desk)[0] == "errcode"
    assert find(desk).selectedText() == "errcode", "what is selected is looked for"
    QApplication.processEvents()


def test_an_emptied_box_needs_no_search(desk: Desk, qtbot) -> None:
    desk.paste(DOMAIN)
    field = find(desk)
    desk.click("clearPasteButton")
    assert not field.isVisible()
    assert desk.box.hasFocus()


def test_its_buttons_have_names_and_room(desk: Desk) -> None:
    desk.paste(TEXT)
    find(desk)
    for name in ("findPrevious", "findNext", "findClose"):
        button = desk.window.findChild(QPushButton, name)
        assert button.accessibleName()
        assert button.toolTip()
        assert min(button.width(), button.height()) >= 28
