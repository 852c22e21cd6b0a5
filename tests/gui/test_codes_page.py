"""The codes page by keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QScrollArea, QTableView

from qt_app.gui.models.codes import CODE, TITLE

KEY, MOD = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(window, settle):
    window.show_page("codes")
    settle()
    return window.page("codes")


@pytest.fixture
def field(window):
    return window.findChild(QLineEdit, "codesFilter")


@pytest.fixture
def table(window):
    return window.findChild(QTableView, "codesTable")


def shown(table) -> list[str]:
    return [table.model().index(row, CODE).data() for row in range(table.model().rowCount())]


def detail_words(window) -> str:
    card = window.findChild(QScrollArea, "codeDetail")
    return "\n".join(label.text() for label in card.widget().findChildren(QLabel))


def test_typing_a_code_filters_at_once(qtbot, window, page, field, table) -> None:
    qtbot.keyClicks(field, "4000")
    assert shown(table)
    assert all(code.startswith("4000") for code in shown(table))
    count = window.findChild(QLabel, "codesCount")
    assert count.text() == f"{len(shown(table))} 条"


def test_chinese_words_by_input_method(page, field, table, type_chinese) -> None:
    type_chinese(field, "未授权的域名")
    assert "50002" in shown(table)


def test_down_goes_into_the_table_and_typing_back(qtbot, window, page, field, table) -> None:
    field.setFocus()
    qtbot.keyClicks(field, "400")
    qtbot.keyClick(field, KEY.Key_Down)
    assert table.hasFocus()
    assert table.currentIndex().row() == 0
    qtbot.keyClick(table, KEY.Key_Down)
    assert table.currentIndex().row() == 1
    qtbot.keyClick(table, "0")
    assert field.hasFocus()
    assert field.text() == "4000"


def test_escape_clears(qtbot, page, field, table) -> None:
    qtbot.keyClicks(field, "999999")
    assert not shown(table)
    qtbot.keyClick(field, KEY.Key_Escape)
    assert field.text() == ""
    assert len(shown(table)) >= 129


def test_a_click_on_a_header_sorts_and_the_third_restores(qtbot, page, table) -> None:
    before = shown(table)
    header = table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(CODE) + 30, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    numbers = [int(code) for code in shown(table) if code.lstrip("-").isdecimal()]
    assert numbers == sorted(numbers)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    numbers = [int(code) for code in shown(table) if code.lstrip("-").isdecimal()]
    assert numbers == sorted(numbers, reverse=True)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown(table) == before


def test_the_detail_shows_the_chosen_entry(qtbot, window, page, field, table) -> None:
    qtbot.keyClicks(field, "50002")
    qtbot.waitUntil(lambda: "50002" in detail_words(window))
    words = detail_words(window)
    assert "50002" in words
    assert "未授权的域名" in words
    card = window.findChild(QScrollArea, "codeDetail")
    assert "未授权的域名" in card.accessibleDescription()


def test_the_card_follows_the_rows_once_nobody_types(qtbot, window, page, field, table) -> None:
    built = []
    page.detail.card.body.destroyed.connect(lambda: built.append(1))
    for word in ("5", "50", "500", "5000", "50002"):
        field.setText(word)
        page.repaint()
    assert not built  # rows that were typed past got no card
    qtbot.waitUntil(lambda: "未授权的域名" in detail_words(window))


def test_a_clicked_row_has_its_card_at_once(qtbot, window, page, field, table) -> None:
    field.setText("50002")
    at = table.visualRect(table.model().index(0, CODE)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert "未授权的域名" in detail_words(window)


def test_alt_right_walks_through_the_meanings(qtbot, window, page, field, table) -> None:
    qtbot.keyClicks(field, "45002")
    qtbot.keyClick(field, KEY.Key_Down)
    first = page._chosen
    qtbot.keyClick(table, KEY.Key_Right, MOD.AltModifier)
    second = page._chosen
    assert first != second
    assert {first.split("/")[1], second.split("/")[1]} == {"45002"}
    qtbot.keyClick(table, KEY.Key_Left, MOD.AltModifier)
    assert page._chosen == first


def test_the_badge_leads_to_the_other_meaning(qtbot, window, page, field, table) -> None:
    window.findChild(QComboBox, "codesTableFilter").setCurrentIndex(1)
    qtbot.keyClicks(field, "45002")
    assert shown(table) == ["45002"]
    first = page._chosen
    rect = table.visualRect(table.model().index(0, TITLE))
    at = QPoint(rect.right() - 30, rect.center().y())
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page._chosen != first
    assert page._chosen.endswith("/45002")


def test_zero_hits_offer_the_nearest_and_the_other_way(qtbot, window, page, field, table) -> None:
    qtbot.keyClicks(field, "50003")
    assert not table.isVisible()
    links = [b for b in page.nothing.findChildren(QPushButton) if b.property("kind") == "link"]
    assert links
    assert any("50002" in link.text() for link in links)
    with qtbot.waitSignal(page.diagnose_requested):
        qtbot.mouseClick(page.nothing._button, Qt.MouseButton.LeftButton)
    link = next(link for link in links if "50002" in link.text())
    window.show_page("codes")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert page._chosen == "global/50002"
    assert table.isVisible()


def test_zero_hits_by_a_filter_say_so(qtbot, window, page, field) -> None:
    window.findChild(QComboBox, "codesSeverityFilter").setCurrentIndex(4)
    qtbot.keyClicks(field, "50002")
    assert "筛选" in page.nothing._line.text()
    unfilter = window.findChild(QPushButton, "codesUnfilterButton")
    assert unfilter.isVisible()
    assert any("50002" in b.text() for b in page.nothing.findChildren(QPushButton))


def test_copies(qtbot, window, page, field, table) -> None:
    clipboard = window._desk.clipboard
    qtbot.keyClicks(field, "50002")
    qtbot.keyClick(field, KEY.Key_Down)
    qtbot.keyClick(table, KEY.Key_C, MOD.ControlModifier)
    assert clipboard.last_text == "50002"
    qtbot.mouseClick(window.findChild(QPushButton, "copyRowButton"), Qt.MouseButton.LeftButton)
    cells = clipboard.last_text.split("\t")
    assert cells[0] == "50002"
    assert cells[2] == "未授权的域名"
    button = window.findChild(QPushButton, "copySentenceButton")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert clipboard.last_text.startswith("50002 ")
    assert "{" not in clipboard.last_text
    assert "已复制" in window.findChild(QLabel, "statusMessage").accessibleName()


def test_columns_sort_and_widths_come_back(qtbot, make_window, settle) -> None:
    window = make_window()
    table = window.findChild(QTableView, "codesTable")
    window.show_page("codes")
    table.setColumnWidth(TITLE, 222)
    table.horizontalHeader().moveSection(1, 2)
    table.sortByColumn(CODE, Qt.SortOrder.DescendingOrder)
    window.page("codes")._remember_columns()
    window.close()
    again = make_window().findChild(QTableView, "codesTable")
    assert again.columnWidth(TITLE) == 222
    assert again.horizontalHeader().visualIndex(TITLE) == 2
    assert shown(again) == shown(table)


@pytest.mark.parametrize(
    "state", [None, 5, {"order": "x"}, {"order": [0, 0, 1], "widths": {"0": "a", "9": 1}},
              {"sort": ["x", 1]}, {"sort": [77, 0]}, {"widths": {"1": -5}}]
)  # fmt: skip
def test_odd_column_states_are_passed_over(page, table, state) -> None:
    table.restore_columns(state)
    assert len(shown(table)) >= 129


def test_narrow_window_hides_severity_and_keeps_the_filters(window, page, table, settle) -> None:
    window.resize(1024, 640)
    settle()
    assert table.isColumnHidden(5)
    for name in ("codesTableFilter", "codesSeverityFilter", "codesWhoFilter"):
        drop = window.findChild(QComboBox, name)
        assert drop.width() >= drop.sizeHint().width()
    assert window.findChild(QLineEdit, "codesFilter").width() >= 240
    table._show_severity(True)
    window.resize(1000, 640)
    assert not table.isColumnHidden(5)


def test_an_entry_asked_for_is_shown_even_if_filtered_out(window, page, field) -> None:
    field.setText("no such thing")
    page.show_entry("global/40001")
    assert page._chosen == "global/40001"
    page.show_entry("no/such")
    assert page._chosen == "global/40001"


def test_hostile_filter_text(page, field, table) -> None:
    for text in ("<b>x</b>", "\x00", "‮", "💥" * 200, "-", "--", "- -", "(", "[" * 900):
        field.setText(text)
        assert table.model().rowCount() >= 0


def test_in_a_small_window_table_and_card_share_the_height(window, page, table, settle) -> None:
    window.resize(860, 520)
    settle()
    assert page._splitter.orientation() == Qt.Orientation.Vertical
    upper, lower = page._splitter.sizes()
    assert abs(upper - lower) < 0.25 * (upper + lower)
    window.resize(1280, 800)
    settle()
    left, right = page._splitter.sizes()
    assert left > right


def test_zero_hits_are_whole_in_a_small_window(window, page, field, settle) -> None:
    window.resize(860, 520)
    field.setText("40999")
    settle()
    for widget in page.nothing.body.findChildren(QLabel):
        assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()
    for button in page.nothing.body.findChildren(QPushButton):
        if button.isHidden():
            continue
        assert button.parentWidget().rect().contains(button.geometry()), button.text()
    assert "选一条" not in detail_words(window), "there is nothing to choose"


def test_the_card_is_there_when_the_page_is_shown(window) -> None:
    """Also before the pause that a card waits for while somebody types."""
    window.show_page("codes")
    card = window.findChild(QScrollArea, "codeDetail")
    assert any(label.property("role") == "heading" for label in card.findChildren(QLabel))


def test_what_the_filters_hide_is_one_click_away(qtbot, window, page, field) -> None:
    window.findChild(QComboBox, "codesSeverityFilter").setCurrentIndex(4)
    qtbot.keyClicks(field, "50002")
    unfilter = window.findChild(QPushButton, "codesUnfilterButton")
    qtbot.mouseClick(unfilter, Qt.MouseButton.LeftButton)
    assert page.model.rowCount()
    assert page.table.isVisible()
    qtbot.keyClicks(field, "99999")
    assert not page.model.rowCount()
    assert not unfilter.isVisible()


def test_the_menu_of_a_row_does_what_its_buttons_do(qtbot, window, page, field) -> None:
    qtbot.keyClicks(field, "50002")
    menu = page.row_menu.menu()
    words = [action.text().partition("\t")[0] for action in menu.actions()]
    assert words == ["复制码", "复制一句话", "复制整行", "贴完整报错去诊断"]
    menu.actions()[0].trigger()
    assert page.desk.clipboard.last_text == "50002"
    menu.actions()[2].trigger()
    assert "未授权的域名" in page.desk.clipboard.last_text
    menu.close()


def test_the_right_button_chooses_the_row_it_opens_the_menu_for(qtbot, window, page) -> None:
    shown: list[int] = []
    page.row_menu.menu = lambda: shown.append(page.table.currentIndex().row())
    index = page.model.index(5, 0)
    page.table.customContextMenuRequested.emit(page.table.visualRect(index).center())
    assert shown == [5]
