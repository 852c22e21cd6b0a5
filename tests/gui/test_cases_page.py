"""The cases page: find, open, delete and bring back."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QLineEdit, QListView
from pytestqt.modeltest import ModelTester

from qt_app.gui.models.cases import CasesModel, when
from qt_app.gui.widgets.code_text import CodeText
from qt_app.services.cases import KeptCase
from tests.gui.diagnose_kit import DOMAIN, ONLY_A_NUMBER, TOKEN, Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(window, qtbot) -> Desk:
    """Three cases diagnosed one after the other in one tab, and the page that lists them."""
    made = Desk(window, qtbot)
    page = window.page("cases")
    for number, text in enumerate((DOMAIN, TOKEN, ONLY_A_NUMBER), 1):
        made.paste(text)
        qtbot.waitUntil(lambda n=number: page.model.rowCount() == n)
    made.key(Qt.Key.Key_4, CONTROL)
    assert window.current_page() is page
    return made


def view(desk: Desk) -> QListView:
    return desk.widget("casesView")


def rows(desk: Desk) -> list[str]:
    model = view(desk).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def double_click(desk: Desk, row: int) -> None:
    place = view(desk).visualRect(view(desk).model().index(row, 0)).center()
    port = view(desk).viewport()
    desk.qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=place)
    desk.qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, pos=place)


def test_rows_say_state_title_mask_time_and_verdict_newest_first(desk) -> None:
    first, second, third = rows(desk)
    assert "45002" in first
    assert "42001" in second
    assert third.startswith("错误 · 50002 网页域名没有授权 · 已遮盖 · ")
    assert "平台没有认" in third


def test_a_row_says_the_hour_of_today_and_the_day_of_another(desk) -> None:
    model = view(desk).model()
    today = replace(
        model.case(0), changed=QDateTime.currentDateTime().toString(Qt.DateFormat.ISODate)
    )
    older = replace(today, changed="2025-03-09T12:00:00+00:00")
    for language, word in (("zh", "今天 "), ("en", "Today ")):
        desk.window._desk.preferences.change(language=language)
        assert re.fullmatch(word + r"\d\d:\d\d", model.time_of(today))
        assert model.time_of(older) == "2025-03-09"
        assert re.fullmatch(r"2025-03-09 \d\d:\d\d", when(older))


def test_the_card_shows_the_masked_text(desk) -> None:
    desk.key(Qt.Key.Key_End)
    said = desk.widget("caseDetail").accessibleDescription()
    assert "«mobile-1»" in said
    assert "13800001234" not in said


def test_what_is_selected_in_the_card_is_copied_as_it_is(desk) -> None:
    token = "a" * 70 + "b" * 70
    day = "2026-11-02T10:00:00+00:00"
    card = desk.window.page("cases").card
    card.show_case(KeptCase("x", "标题", "", "", f"x={token}\n完", day, day))
    card.detail.settle()
    text = desk.widget("caseDetail").findChild(CodeText)
    assert 2 < text.document().size().height() <= text.height() / text.fontMetrics().height()
    assert not text.verticalScrollBar().maximum()
    text.setFocus(Qt.FocusReason.MouseFocusReason)
    text.selectAll()
    desk.key(Qt.Key.Key_C, CONTROL)
    assert desk.clipboard() == f"x={token}\n完"
    assert text.createMimeDataFromSelection().formats() == ["text/plain"]


def test_enter_opens_the_case_masked_in_a_tab(desk) -> None:
    found = list(desk.found)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    assert desk.window.current_page() is desk.page
    assert "«mobile-1»" in desk.box.toPlainText()
    assert "50002" in desk.card()
    assert desk.widget("caseTabs").count() == 2
    assert desk.found == found


def test_an_open_case_is_shown_as_it_is(desk) -> None:
    double_click(desk, 0)
    assert desk.window.current_page() is desk.page
    assert desk.box.toPlainText() == ONLY_A_NUMBER
    assert desk.widget("caseTabs").count() == 1


def test_a_button_opens_it_and_an_empty_tab_is_used(desk) -> None:
    desk.window.show_page("diagnose")
    desk.page.work.clear()
    desk.key(Qt.Key.Key_4, CONTROL)
    desk.click("openCaseButton")
    assert desk.box.toPlainText() == ONLY_A_NUMBER
    assert desk.widget("caseTabs").count() == 1
    assert desk.widget("caseTabs").isVisible()


def test_search_narrows_and_says_when_nothing_is_left(desk, type_chinese) -> None:
    desk.key(Qt.Key.Key_F, CONTROL)
    field = desk.window.findChild(QLineEdit, "casesSearch")
    assert field.hasFocus()
    desk.qtbot.keyClicks(field, "42001")
    assert len(rows(desk)) == 1
    field.clear()
    type_chinese(field, "网页域名")
    assert len(rows(desk)) == 1
    desk.qtbot.keyClicks(field, "zzz")
    assert rows(desk) == []
    assert not view(desk).isVisible()
    assert not desk.widget("openCaseButton").isVisible()


def test_delete_can_be_undone(desk, own_home) -> None:
    files = list((own_home / "cases").iterdir())
    before = rows(desk)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Delete)
    assert rows(desk) == [before[0], before[2]]
    assert "42001" in desk.status()
    assert len(list((own_home / "cases").iterdir())) == len(files) - 1
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert rows(desk) == before
    assert view(desk).currentIndex().row() == 1
    assert sorted((own_home / "cases").iterdir()) == sorted(files)


def test_delete_all_asks_first(desk, own_home, monkeypatch) -> None:
    answers = iter([False, True])
    monkeypatch.setattr(desk.window._desk.dialogs, "ask", lambda *_: next(answers))
    desk.click("clearCasesButton")
    assert len(rows(desk)) == 3
    desk.click("clearCasesButton")
    assert rows(desk) == []
    assert list((own_home / "cases").iterdir()) == []


def test_words_follow_the_language(desk, settle) -> None:
    desk.window._desk.preferences.change(language="en")
    settle()
    assert desk.widget("openCaseButton").text() == "Open"
    assert all("Masked" in row for row in rows(desk))


def test_the_model_keeps_qt_rules(qtmodeltester: ModelTester) -> None:
    now = "2026-11-02T10:00:05+08:00"
    cases = [
        KeptCase(f"{n:032x}", f"{n} title", "error" if n % 2 else "", "v", "text\n", now, now)
        for n in range(5)
    ]
    model = CasesModel()
    model.set_cases(cases)
    qtmodeltester.check(model)
    model.set_words("3")
    assert model.rowCount() == 1
    assert model.row_of(cases[3].id) == 0
    assert model.case(1) is None
