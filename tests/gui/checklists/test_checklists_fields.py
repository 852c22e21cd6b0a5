"""The fields of the checklists page: left empty, and how wide they are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from tests.gui.checklists_kit import LINK, click

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton


def words(window, name) -> str:
    return window.findChild(QLabel, name).text()


def state(page, step_id) -> str:
    return next(step.state for step in page._view.steps if step.id == step_id)


def test_running_with_empty_fields_takes_the_old_results_away(
    qtbot, window, page, target, safe, steps
) -> None:
    target.setText(LINK)
    safe.setText("abc.com.cn")
    click(qtbot, window, "runChecksButton")
    assert page.guide.checked()
    target.clear()
    safe.clear()
    click(qtbot, window, "runChecksButton")
    assert "先填" in words(window, "checklistNetworkNote")
    assert words(window, "checklistVerdict") == "还没有检查"
    assert not page.guide.checked()
    assert {state(page, step.id) for step in page._view.steps} <= {"waiting", "manual"}
    assert not steps.currentIndex().isValid()
    assert not window.findChild(QPushButton, "copyChecklistButton").isEnabled()
    assert target.hasFocus()


def test_answers_given_without_an_address_stay(qtbot, window, page, target, steps) -> None:
    steps.select_row(page.model.row_of("domain.cache"))
    qtbot.keyClick(steps, KEY.Key_1)
    click(qtbot, window, "runChecksButton")
    assert "先填" in words(window, "checklistNetworkNote")
    assert state(page, "domain.cache") == "pass"


def test_fields_grow_with_the_text_and_show_their_hints(window, page, safe, settle) -> None:
    for lang, percent in (("zh", 100), ("en", 100), ("zh", 200)):
        window._desk.preferences.change(language=lang, text_size=percent)
        settle()
        hint = safe.fontMetrics().horizontalAdvance(safe.placeholderText())
        assert safe.width() >= hint + 20, (lang, percent)
