"""Open cases: one document at a time in the same widgets, a tab each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QTabBar, QWidget

from qt_app.gui.case_shelf import masked_text
from tests.gui.diagnose_kit import DOMAIN, ONLY_A_NUMBER, TOKEN, Desk

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SECRET = "13800001234"


@pytest.fixture
def desk(window, qtbot) -> Desk:
    return Desk(window, qtbot)


def tabs(desk: Desk) -> QTabBar:
    return desk.widget("caseTabs")


def titles(desk: Desk) -> list[str]:
    bar = tabs(desk)
    return [bar.tabText(i) for i in range(bar.count())]


def two_cases(desk: Desk) -> None:
    desk.paste(DOMAIN)
    desk.key(Qt.Key.Key_T, CONTROL)
    desk.paste(TOKEN)


def click_tab(desk: Desk, index: int) -> None:
    place = tabs(desk).tabRect(index).center()
    desk.qtbot.mouseClick(tabs(desk), Qt.MouseButton.LeftButton, pos=place)


def test_one_case_looks_as_if_there_were_no_tabs(desk) -> None:
    assert not tabs(desk).isVisible()
    desk.paste(DOMAIN)
    assert not tabs(desk).isVisible()


def test_control_t_makes_an_empty_case_and_only_one(desk) -> None:
    desk.paste(DOMAIN)
    desk.key(Qt.Key.Key_T, CONTROL)
    desk.key(Qt.Key.Key_T, CONTROL)
    assert tabs(desk).isVisible()
    assert titles(desk) == ["50002 网页域名没有授权", "新案例"]
    assert desk.box.toPlainText() == ""
    assert desk.box.hasFocus()
    assert not desk.widget("findingsView").isVisible()


def test_the_widgets_exist_once_whatever_the_cases(desk) -> None:
    two_cases(desk)
    for name in ("pasteInput", "findingsView", "findingDetail", "redactToggle", "caseTabs"):
        assert len(desk.window.findChildren(QWidget, name)) == 1


def test_a_click_switches_the_whole_document_and_back(desk, settle) -> None:
    two_cases(desk)
    found = list(desk.found)
    click_tab(desk, 0)
    assert desk.box.toPlainText() == DOMAIN
    assert "50002" in desk.card()
    desk.key(Qt.Key.Key_F8)
    chosen = desk.view.currentIndex().row()
    assert chosen == 1
    click_tab(desk, 1)
    settle()
    assert desk.box.toPlainText() == TOKEN
    assert "42001" in desk.card()
    click_tab(desk, 0)
    assert desk.view.currentIndex().row() == chosen
    assert desk.found == found


def test_scroll_and_choice_come_back(desk, settle) -> None:
    desk.paste("\n".join(f"line {n} {TOKEN}" if n % 7 == 0 else f"line {n}" for n in range(300)))
    desk.key(Qt.Key.Key_T, CONTROL)
    desk.paste(DOMAIN)
    click_tab(desk, 0)
    settle()
    desk.box.verticalScrollBar().setValue(200)
    top = desk.box.firstVisibleBlock().text()
    assert not top.startswith("line 0")
    click_tab(desk, 1)
    settle()
    click_tab(desk, 0)
    settle()
    assert desk.box.firstVisibleBlock().text() == top


def test_masking_is_on_again_after_a_switch(desk) -> None:
    two_cases(desk)
    desk.click("redactToggle")
    assert not desk.window.findChild(QCheckBox, "redactToggle").isChecked()
    click_tab(desk, 0)
    assert desk.window.findChild(QCheckBox, "redactToggle").isChecked()
    desk.click("copyTicketButton")
    assert SECRET not in desk.clipboard()


def test_closing_can_be_undone(desk) -> None:
    two_cases(desk)
    desk.key(Qt.Key.Key_W, CONTROL)
    assert desk.box.toPlainText() == DOMAIN
    assert "42001" in desk.status()
    assert not tabs(desk).isVisible()
    desk.key(Qt.Key.Key_T, CONTROL | SHIFT)
    assert desk.box.toPlainText() == TOKEN
    assert len(titles(desk)) == 2


def test_the_last_case_closed_leaves_an_empty_desk(desk) -> None:
    desk.paste(DOMAIN)
    desk.key(Qt.Key.Key_W, CONTROL)
    assert desk.box.toPlainText() == ""
    assert not desk.widget("findingDetail").isVisible()
    desk.key(Qt.Key.Key_W, CONTROL)
    assert tabs(desk).count() == 1
    desk.key(Qt.Key.Key_T, CONTROL | SHIFT)
    assert desk.box.toPlainText() == DOMAIN


def test_the_cross_of_another_tab_leaves_this_one_alone(desk) -> None:
    two_cases(desk)
    cross = tabs(desk).tabButton(0, QTabBar.ButtonPosition.RightSide)
    desk.qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert desk.box.toPlainText() == TOKEN
    assert titles(desk) == ["42001 access_token 过期"]


def test_control_tab_and_the_plus_button(desk) -> None:
    two_cases(desk)
    desk.key(Qt.Key.Key_Tab, CONTROL)
    assert desk.box.toPlainText() == DOMAIN
    desk.click("newCaseButton")
    assert desk.box.toPlainText() == ""
    assert len(titles(desk)) == 3


def test_undo_belongs_to_its_case(desk) -> None:
    two_cases(desk)
    desk.page.work.clear()
    click_tab(desk, 0)
    assert desk.box.toPlainText() == DOMAIN
    click_tab(desk, 1)
    assert desk.box.toPlainText() == ""
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert desk.box.toPlainText() == TOKEN


def test_a_case_without_a_code_is_named_by_its_first_words_masked(desk) -> None:
    desk.paste(f"\n 客户电话 {SECRET}，帮忙看下\n第二行")
    desk.key(Qt.Key.Key_T, CONTROL)
    assert titles(desk)[0].startswith("客户电话 «mobile-1»")
    desk.paste("A && B")
    assert tabs(desk).words(1) == "A && B"


def test_titles_follow_the_language(desk, settle) -> None:
    desk.paste(DOMAIN)
    desk.key(Qt.Key.Key_T, CONTROL)
    click_tab(desk, 0)
    desk.window._desk.preferences.change(language="en")
    settle()
    assert titles(desk) == ["50002 Page's domain not authorised", "New case"]


def test_a_large_case_left_early_is_diagnosed_when_shown_again(desk) -> None:
    large = "\n".join(f"2026-11-02 10:00:00 line {n} nothing here" for n in range(4000)) + TOKEN
    desk.box.setPlainText(large)
    desk.key(Qt.Key.Key_T, CONTROL)
    desk.paste(ONLY_A_NUMBER)
    found = list(desk.found)
    click_tab(desk, 0)
    desk.qtbot.waitUntil(lambda: "42001" in desk.card(), timeout=20_000)
    assert desk.found == found
    desk.paste(DOMAIN)
    assert len(desk.found) == len(found) + 1


def test_files_come_back_with_their_case(desk, tmp_path) -> None:
    file = tmp_path / "app.log"
    file.write_text(DOMAIN, "utf-8")
    desk.page.work.open_files([str(file), str(file)])
    desk.qtbot.waitUntil(lambda: bool(desk.found), timeout=20_000)
    shown = desk.box.toPlainText()
    desk.key(Qt.Key.Key_T, CONTROL)
    assert desk.box.toPlainText() == ""
    click_tab(desk, 0)
    assert desk.box.toPlainText() == shown


def test_another_choice_of_masks_reaches_the_cases_out_of_sight(desk) -> None:
    desk.paste(TOKEN + "\nopenid=o_8Kq2Lw91xyz99")
    desk.key(Qt.Key.Key_T, CONTROL)
    desk.paste(DOMAIN)
    desk.window._desk.preferences.change(mask_user_ids=True)
    click_tab(desk, 0)
    desk.click("copyTicketButton")
    assert "o_8Kq2Lw91xyz99" not in desk.clipboard()
    assert "o_8Kq2Lw91xyz99" not in masked_text(desk.page.work.results.outcome)[0]


@pytest.mark.parametrize("percent", [100, 200])
def test_the_cross_of_a_tab_never_lies_over_its_words(desk: Desk, settle, percent: int) -> None:
    theme = desk.window._desk.theme
    desk.window._desk.preferences.change(text_size=percent)
    two_cases(desk)
    desk.key(Qt.Key.Key_T, CONTROL)
    settle()
    bar, last = tabs(desk), tabs(desk).count() - 1
    words = theme.metrics("body").horizontalAdvance(bar.words(last))
    end = bar.tabRect(last).left() + 12 + theme.scaled(14) + 8 + words
    assert end <= bar.tabButton(last, bar.ButtonPosition.RightSide).geometry().left()
