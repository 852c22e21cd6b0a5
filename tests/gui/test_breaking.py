"""Long runs wrap anywhere on the screen, and nothing of that is copied or read aloud."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qt_app.gui.breaking import WholeCopies, breakable, unbroken
from qt_app.gui.widgets.words import plain_label

LINK = (
    "https://open.qingtui.com/v1/oauth2/authorize?appid=2718281828&redirect_uri="
    "https%3A%2F%2Foa.abc.com.cn%2Fmobile%2Flogin%2Findex.html%3Ffrom%3Dqingtui#/home"
)


@pytest.mark.parametrize("text", [LINK, "a" * 31, f"打开 {LINK}，再看。", "п" * 40, "x=" * 20])
def test_a_long_run_gets_marks_that_come_out_again(text):
    assert "\u200b" in breakable(text)
    assert unbroken(breakable(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a" * 30,
        "轻应用后台 → 安全域名",
        "没有空格的一段很长很长的中文没有空格的一段很长很长的中文没有空格的一段很长很长的中文",
        "many words, each of them short, so that every line ends at a blank",
        "س" * 40,
        "e\u0301" * 40,
    ],
)
def test_what_wraps_anyhow_stays_as_it_is(text):
    assert breakable(text) == text


def test_an_encoded_character_is_not_torn():
    pieces = breakable("https%3A%2F%2Foa.abc.com.cn%2Fm%2F").split("\u200b")
    assert [piece for piece in pieces if "%" in piece] == ["%3A", "%2F", "%2F", "%2F", "%2F"]


def test_a_short_path_is_held_together_at_its_slashes():
    assert breakable("/v1/oauth2/authorize") == "/\u2060v1/\u2060oauth2/\u2060authorize"
    assert breakable("and/or 轻应用/订阅号 a/") == "and/\u2060or 轻应用/订阅号 a/"


@pytest.mark.parametrize("role", ["body", "small", "display", "value"])
def test_no_mark_takes_room_or_paints(qtbot, window, role):
    plain, marked = plain_label(LINK, role), plain_label(breakable(LINK), role)
    short, joined = plain_label("/v1/a", role), plain_label(breakable("/v1/a"), role)
    holder = QWidget(window)
    column = QVBoxLayout(holder)
    for label in (plain, marked, short, joined):
        column.addWidget(label)
    holder.show()
    assert abs(plain.sizeHint().width() - marked.sizeHint().width()) <= len(LINK) // 4
    assert abs(short.sizeHint().width() - joined.sizeHint().width()) <= 1  # no kerning there
    assert short.sizeHint().height() == joined.sizeHint().height()


def test_a_label_wraps_what_it_shows_and_says_what_it_is(qtbot):
    label = plain_label("", wrap=True)
    qtbot.addWidget(label)
    label.setText(LINK)
    assert label.text() == LINK
    assert label.accessibleName() == LINK
    assert label.heightForWidth(200) > 3 * label.fontMetrics().height()


def test_what_is_copied_from_a_label_has_no_marks(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    WholeCopies(holder)
    label = QLabel(breakable(LINK), holder)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    holder.show()
    holder.activateWindow()
    label.setFocus()
    qtbot.waitUntil(label.hasFocus)
    label.setSelection(0, len(label.text()))
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == LINK


def test_marks_that_were_copied_elsewhere_stay(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    WholeCopies(holder)
    QGuiApplication.clipboard().setText("a\u200bb")
    assert QGuiApplication.clipboard().text() == "a\u200bb"


def test_the_window_takes_the_marks_out_of_copies(qtbot, window):
    window.complete()
    assert window.findChild(WholeCopies) is not None
