"""The command palette by keys and clicks: commands, codes and kept cases in one list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListView, QPlainTextEdit

from qt_app.gui.app import load_catalogue
from qt_app.gui.help import keys_text
from qt_app.gui.models.palette import CASE, CODE, COMMAND, PaletteModel, PaletteRow
from qt_app.gui.palette import command_rows, plain_words

KEY, MOD = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton
WRONG = '{"errcode":50002,"errmsg":"未授权的域名"}'


class Hand:
    """What a person sees of the palette and does with it."""

    def __init__(self, window, qtbot) -> None:
        self.window, self.qtbot = window, qtbot

    def open(self) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), KEY.Key_K, MOD.ControlModifier)
        assert self.is_open()

    def is_open(self) -> bool:
        frame = self.window.findChild(QFrame, "commandPalette")
        return frame is not None and frame.isVisible()

    @property
    def frame(self) -> QFrame:
        return self.window.findChild(QFrame, "commandPalette")

    @property
    def field(self) -> QLineEdit:
        return self.window.findChild(QLineEdit, "commandPaletteInput")

    @property
    def list(self) -> QListView:
        return self.window.findChild(QListView, "commandPaletteList")

    def press(self, key) -> None:
        self.qtbot.keyClick(self.field, key)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.field, text)

    def rows(self) -> list[PaletteRow]:
        model = self.list.model()
        return [model.row_at(number) for number in range(model.rowCount())]

    def current(self) -> PaletteRow | None:
        return self.list.model().row_at(self.list.currentIndex().row())

    def number(self, key: str) -> int:
        return [row.key for row in self.rows()].index(key)

    def click(self, key: str) -> None:
        index = self.list.model().index(self.number(key), 0)
        self.list.scrollTo(index)
        at = self.list.visualRect(index).center()
        self.qtbot.mouseClick(self.list.viewport(), LEFT, pos=at)


@pytest.fixture
def hand(window, qtbot, settle) -> Hand:
    window.activateWindow()
    window.show_page("diagnose")
    settle()
    return Hand(window, qtbot)


def test_made_at_first_use_over_the_window(window, hand: Hand) -> None:
    assert hand.frame is None
    hand.open()
    place = hand.frame.geometry()
    assert (place.width(), place.top()) == (560, 64)
    assert abs(place.center().x() - window.rect().center().x()) <= 1
    assert hand.field.hasFocus()
    assert hand.list.visualRect(hand.list.model().index(0, 0)).height() == 36


def test_lists_every_menu_entry_with_its_keys(window, hand: Hand) -> None:
    hand.open()
    rows = {row.key: row for row in hand.rows() if row.kind == COMMAND}
    for name, action in window.menus.actions.items():
        if name != "palette":
            assert action.objectName() in rows
    assert rows["command_open_file"].title == "打开文件…"
    assert rows["command_open_file"].right == "Ctrl+O"
    assert rows["themeDark"].title == "主题 → 深色"
    assert rows["navCodes"].right == "Ctrl+1"
    assert "command_palette" not in rows
    assert not any("&" in row.title for row in rows.values())
    assert len({row.key for row in hand.rows()}) == len(hand.rows())


def test_enter_on_a_code_opens_its_row(window, hand: Hand) -> None:
    hand.open()
    hand.type("50002")
    assert hand.current().kind == CODE
    hand.press(KEY.Key_Return)
    assert not hand.is_open()
    assert window.current_page() is window.page("codes")
    page = window.page("codes")
    assert page.model.row_at(page.table.currentIndex().row()).entry.code == "50002"


def test_codes_best_first_and_nothing_else(hand: Hand) -> None:
    hand.open()
    hand.type("40001")
    assert hand.rows()[0].lead == "40001"
    assert all(row.kind == CODE for row in hand.rows())


def test_chinese_words_find_commands_before_codes(hand: Hand, type_chinese) -> None:
    hand.open()
    type_chinese(hand.field, "打开文件")
    assert hand.current().key == "command_open_file"
    hand.field.setText("域名")
    assert any(row.lead == "50002" for row in hand.rows())


def test_a_command_is_done_after_the_focus_is_back(window, hand: Hand, settle) -> None:
    hand.open()
    hand.field.setText("深色")
    hand.press(KEY.Key_Return)
    settle()
    assert not hand.is_open()
    assert window._desk.theme.name == "dark"
    assert window.findChild(QAction, "themeDark").isChecked()


def test_escape_and_the_same_keys_give_the_focus_back(window, hand: Hand, qtbot) -> None:
    box = window.findChild(QPlainTextEdit, "pasteInput")
    box.setFocus()
    hand.open()
    hand.press(KEY.Key_Escape)
    assert not hand.is_open()
    assert box.hasFocus()
    hand.open()
    qtbot.keyClick(hand.field, KEY.Key_K, MOD.ControlModifier)
    assert not hand.is_open()
    assert box.hasFocus()


def test_from_the_search_field_of_the_codes(window, hand: Hand) -> None:
    window.show_page("codes")
    field = window.findChild(QLineEdit, "codesFilter")
    field.setText("400")
    hand.open()
    hand.press(KEY.Key_Escape)
    assert field.hasFocus()
    assert field.text() == "400"


def test_a_click_beside_it_closes_and_goes_no_further(window, hand: Hand, qtbot) -> None:
    before = QApplication.focusWidget()
    hand.open()
    at = hand.frame.geometry().topLeft() + QPoint(4, 4)
    qtbot.mouseClick(hand.frame.parentWidget(), LEFT, pos=at)
    assert hand.is_open()
    qtbot.mouseClick(hand.frame.parentWidget(), LEFT, pos=QPoint(30, 100))
    assert not hand.is_open()
    assert QApplication.focusWidget() is before
    assert window.current_page() is window.page("diagnose")


def test_disabled_commands_are_passed_over_and_do_nothing(window, hand: Hand) -> None:
    triggered = []
    window.menus.command.connect(triggered.append)
    hand.open()
    triggered.clear()
    run = window.menus.actions["run"]
    row = hand.rows()[hand.number("command_run")]
    assert not row.enabled
    hand.field.setText(row.title)
    assert hand.rows()[0].key == "command_run"
    assert not hand.list.model().flags(hand.list.model().index(0, 0)) & Qt.ItemFlag.ItemIsEnabled
    assert hand.current() is None or hand.current().key != "command_run"
    hand.click("command_run")
    assert hand.is_open()
    assert triggered == []
    assert run.isEnabled()  # its keys stay alive for the page that can do it


def test_up_and_down_stay_on_rows_that_can_be_chosen(hand: Hand) -> None:
    hand.open()
    first = hand.list.currentIndex().row()
    for _ in range(40):
        hand.press(KEY.Key_Down)
        assert hand.current().enabled
    assert hand.list.currentIndex().row() >= first + 40
    assert hand.field.hasFocus()
    hand.press(KEY.Key_Tab)
    assert hand.field.hasFocus()
    for _ in range(60):
        hand.press(KEY.Key_Up)
    assert hand.list.currentIndex().row() == first
    hand.press(KEY.Key_PageDown)
    assert hand.list.currentIndex().row() > first + 4


def test_a_click_on_a_row_opens_it(window, hand: Hand) -> None:
    hand.open()
    hand.click("navSettings")
    assert not hand.is_open()
    assert window.current_page() is window.page("settings")


def test_other_keys_of_the_window_close_it(window, hand: Hand, qtbot) -> None:
    hand.open()
    qtbot.keyClick(hand.field, KEY.Key_1, MOD.ControlModifier)
    assert window.current_page() is window.page("codes")
    assert not hand.is_open()
    assert window.findChild(QLineEdit, "codesFilter").hasFocus()


def test_nothing_found_is_said(hand: Hand) -> None:
    hand.open()
    hand.type("zzqqzz")
    assert hand.rows() == []
    assert not hand.list.isVisible()
    said = [label.text() for label in hand.frame.findChildren(QLabel) if label.isVisible()]
    assert any("都没有" in text for text in said)
    hand.press(KEY.Key_Return)
    hand.press(KEY.Key_Down)
    assert hand.is_open()


def test_kept_cases_are_found_and_opened(window, hand: Hand, qtbot) -> None:
    box = window.findChild(QPlainTextEdit, "pasteInput")
    with qtbot.waitSignal(window.findings_ready, timeout=20_000):
        box.setPlainText(WRONG)

    def is_listed() -> bool:
        hand.open()
        found = [row for row in hand.rows() if row.kind == CASE]
        if not found:
            hand.press(KEY.Key_Escape)
        return bool(found)

    qtbot.waitUntil(is_listed, timeout=5000)
    case = next(row for row in hand.rows() if row.kind == CASE)
    window.show_page("codes")
    assert not hand.is_open()
    hand.open()
    hand.click(case.key)
    assert window.current_page() is window.page("diagnose")
    assert "50002" in window.findChild(QPlainTextEdit, "pasteInput").toPlainText()


def test_words_follow_the_language(window, hand: Hand, settle) -> None:
    hand.open()
    hand.press(KEY.Key_Escape)
    window._desk.preferences.change(language="en")
    settle()
    hand.open()
    assert hand.field.placeholderText() == "Search commands, codes and cases"
    hand.type("open file")
    assert hand.current().title == "Open file…"
    hand.field.setText("50002")
    assert hand.current().title.isascii()
    assert "Ctrl+K" in hand.field.toolTip()


@pytest.mark.parametrize("size", [(1024, 640), (860, 520)])
def test_whole_in_a_small_window_and_large_text(window, hand: Hand, settle, size) -> None:
    hand.open()
    window.resize(*size)
    window._desk.preferences.change(text_size=200)
    settle()
    assert hand.is_open()
    assert window.rect().contains(hand.frame.geometry())
    assert hand.list.height() >= 100
    assert hand.field.height() >= hand.field.fontMetrics().height()


def test_a_screen_reader_hears_the_row(hand: Hand) -> None:
    hand.open()
    assert hand.frame.accessibleName()
    assert hand.list.accessibleName()
    hand.type("50002")
    assert hand.field.accessibleDescription().startswith("50002")
    index = hand.list.model().index(0, 0)
    assert "码" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_cheat_sheet_and_the_view_menu_name_it(window) -> None:
    assert "Ctrl+K" in keys_text()
    menus = [action.menu() for action in window.menuBar().actions()]
    inside = [menu.title() for menu in menus if window.menus.actions["palette"] in menu.actions()]
    assert [title[:2] for title in inside] == ["查看"]


def test_the_model_keeps_qts_rules(qapp) -> None:
    model = PaletteModel(load_catalogue())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = [
        PaletteRow(COMMAND, "a", "Open <b>file</b>"),
        PaletteRow(COMMAND, "b", "x", enabled=False),
    ]
    cases = [PaletteRow(CASE, "c", "Open door", right="today")]
    model.fill(rows, cases, "en")
    assert model.rowCount() == 3 + len(load_catalogue().entries)
    for text in ("open", "40001", "-1", "open -door", "\ud800", "a" * 5000, ""):
        model.set_text(text)
    model.set_text("open -door")
    commands = [model.row_at(number).key for number in range(model.rowCount())]
    assert commands[0] == "a"
    assert not {"b", "c"} & set(commands)
    model.set_text("<b>")
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip
    assert model.enabled_from(99_999, -1) == -1
    tester.deleteLater()


def test_words_of_menus_without_access_keys() -> None:
    assert plain_words("打开文件(&O)…") == "打开文件…"
    assert plain_words("&Open R&&D") == "Open R&D"


def test_only_offered_commands_are_enabled(window) -> None:
    rows = {row.key: row.enabled for row in command_rows(window, {"quit"})}
    assert rows["command_quit"]
    assert not rows["command_export"]
    assert rows["themeDark"]
