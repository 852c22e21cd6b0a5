"""A paste so large that only stretches are read is marked where it is shown."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit

from qt_app.api import load_catalogue
from qt_app.gui.pages.diagnose_run import Given, diagnose_given
from qt_app.gui.widgets.paste_text import LINE_LIMIT, LINES_LIMIT, show

ANSWER = '{"errcode":50002,"errmsg":"未授权的域名"}'


def test_marks_stand_in_the_paste_not_in_the_stretches() -> None:
    row = "2026-11-02 10:00:05.007 INFO [main] 处理完一行\n"
    text = row * 9000 + ANSWER + "\n" + row * 160_000
    outcome = diagnose_given(Given((("-", text),)), load_catalogue(), "zh", (False, False))
    (mark,) = outcome.prepared.spans.between(0, len(text))
    assert text[mark.start : mark.end] == ANSWER


ROW = "2026-11-02 10:00:05.007 INFO [main] 处理完一行\n"


@pytest.mark.parametrize("unit", [ROW, "x", "一", "a b\n"], ids=["log", "latin", "han", "lines"])
def test_20_mb_in_the_box_are_no_stall(qtbot, window, unit: str) -> None:
    window.show_page("diagnose")
    qtbot.wait(300)  # what comes after the first paint is no part of this
    box = window.findChild(QPlainTextEdit, "pasteInput")
    text = unit * (20_000_000 // len(unit)) + "\n" + ANSWER
    # In the event loop, where the watcher of all window tests fails above 250 ms.
    with qtbot.waitSignal(window.page("diagnose").findings_ready, timeout=60_000):
        QTimer.singleShot(0, box, partial(box.setPlainText, text))
    qtbot.wait(50)
    assert box.toPlainText() == text
    assert text.startswith(box.document().toPlainText())


def test_a_line_too_long_to_lay_out_is_shown_to_its_limit() -> None:
    text = "a\n" + "x" * 300_000 + "\nb"
    shown = show(text)
    assert shown.text == "a\n" + "x" * LINE_LIMIT
    assert shown.end == len(shown.text)
    text = "x" * LINE_LIMIT + "\r" + "x" * LINE_LIMIT
    assert show(text).end == len(text)


def test_more_lines_than_fit_are_shown_to_the_limit() -> None:
    shown = show("a\r\n" * (LINES_LIMIT + 7))
    assert shown.text == "a\n" * (LINES_LIMIT - 1) + "a"
    assert show("a\r\n" * (LINES_LIMIT - 1)).end == 3 * (LINES_LIMIT - 1)
